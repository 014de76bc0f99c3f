"""Filters of the list that are kept under a name, and the columns that somebody likes to see."""

from typing import Any, Final

from django import forms
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from cms.models import Practice
from registrations.desk_columns import COLUMNS, USUAL
from registrations.desk_filters import RegistrationFilterSet
from registrations.models import ChosenColumns, Registration, SavedFilter

LONGEST_QUERY: Final = 1000
# What a saved filter may hold: what narrows the list or orders it, and nothing else.
KEPT: Final = {
    *RegistrationFilterSet.base_filters,
    *("q", "ordering", "made_at_from", "made_at_to"),
}


def practices_at_the_desk(user: Any) -> QuerySet[Practice]:
    return policy_registry.get_by_type(Registration).practices(user, "change")


def filters_of(user: Any) -> QuerySet[SavedFilter]:
    """One's own, and those that one's practices share."""
    own = SavedFilter.objects.filter(practice__in=practices_at_the_desk(user))
    return own.filter(Q(user=None) | Q(user=user))


def kept_query(asked: QueryDict) -> str:
    """What of an address narrows the list, always written in the same way."""
    kept = [(name, value) for name, values in asked.lists() for value in values if value]
    wanted = QueryDict(mutable=True)
    for name, value in sorted(kept):
        if name in KEPT:
            wanted.appendlist(name, value)
    return wanted.urlencode()


def shown_filters(request: HttpRequest) -> dict[str, Any]:
    """The tabs above the list; the one whose list it is, is marked."""
    query = kept_query(request.GET)
    rows = list(filters_of(request.user).select_related("practice"))
    return {
        "saved_filters": rows,
        "query_now": query,
        "saved_now": next((row.pk for row in rows if row.query == query), None),
        "may_save": bool(query) and len(query) <= LONGEST_QUERY,
    }


class SaveForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name of the filter"), max_length=60)
    practice = forms.ModelChoiceField(
        label=gettext_lazy("Practice"), queryset=Practice.objects.none(), empty_label=None
    )
    shared = forms.BooleanField(
        label=gettext_lazy("For everybody who works at the desk of this practice"),
        required=False,
    )

    def __init__(self, data: Any = None, *, user: Any) -> None:
        super().__init__(data)
        practices = practices_at_the_desk(user)
        self.fields["practice"].queryset = practices
        if practices.count() == 1:
            self.fields["practice"].widget = forms.HiddenInput()
            self.fields["practice"].initial = practices.first()


def to_list(query: str = "") -> HttpResponse:
    address = reverse("registrations:index")
    return redirect(f"{address}?{query}" if query else address)


class DeskView(View):
    """Of those who may work with registrations; ``cms.admin_doors`` lets nobody else in."""

    model: Any = None


class SaveFilterView(DeskView):
    def get(self, request: HttpRequest) -> HttpResponse:
        return self._page(SaveForm(user=request.user))

    def post(self, request: HttpRequest) -> HttpResponse:
        form, query = SaveForm(request.POST, user=request.user), kept_query(request.GET)
        if not query or len(query) > LONGEST_QUERY:
            messages.warning(request, _("Nothing is filtered, so there is nothing to keep."))
            return to_list()
        if not form.is_valid():
            return self._page(form)
        typed = form.cleaned_data
        try:
            with transaction.atomic():
                SavedFilter.objects.create(
                    practice=typed["practice"],
                    user=None if typed["shared"] else request.user,
                    name=typed["name"],
                    query=query,
                )
        except IntegrityError:
            form.add_error("name", _("There is a filter with this name. Choose another one."))
            return self._page(form)
        messages.success(request, _("The filter stands above the list."))
        return to_list(query)

    def _page(self, form: SaveForm) -> HttpResponse:
        context = {"form": form, "query": kept_query(self.request.GET)}
        return render(self.request, "registrations/admin/save_filter.html", context)


class FiltersView(DeskView):
    """All of them, to be renamed and deleted."""

    def get(self, request: HttpRequest) -> HttpResponse:
        context = {"filters": filters_of(request.user).select_related("practice")}
        return render(request, "registrations/admin/filters.html", context)


class FilterVerbView(DeskView):
    http_method_names = ("post",)

    def post(self, request: HttpRequest, filter_id: int) -> HttpResponse:
        self.act(get_object_or_404(filters_of(request.user), pk=filter_id))
        return redirect("registrations:filters")

    def act(self, row: SavedFilter) -> None:
        raise NotImplementedError


class RenameFilterView(FilterVerbView):
    def act(self, row: SavedFilter) -> None:
        name = self.request.POST.get("name", "").strip()
        if not 1 <= len(name) <= 60:
            messages.warning(self.request, _("Write a name of at most 60 characters."))
            return
        row.name = name
        try:
            with transaction.atomic():
                row.save(update_fields=["name"])
        except IntegrityError:
            messages.warning(self.request, _("There is a filter with this name already."))


class DeleteFilterView(FilterVerbView):
    def act(self, row: SavedFilter) -> None:
        row.delete()
        messages.success(self.request, _("The filter is gone. No registration was touched."))


class ColumnsForm(forms.Form):
    names = forms.MultipleChoiceField(
        label=gettext_lazy("Columns of the list"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("The person booking always stands first."),
    )

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["names"].choices = [(column.name, column.label) for column in COLUMNS]


class ColumnsView(DeskView):
    """Which columns one sees; nobody else's list is changed."""

    def get(self, request: HttpRequest) -> HttpResponse:
        row = ChosenColumns.objects.filter(user=request.user).first()
        names = list(row.names if row and row.names else USUAL)
        return self._page(ColumnsForm(initial={"names": names}))

    def post(self, request: HttpRequest) -> HttpResponse:
        form = ColumnsForm(request.POST)
        if not form.is_valid():
            return self._page(form)
        # Nothing chosen means the usual ones again.
        chosen = {"names": form.cleaned_data["names"]}
        ChosenColumns.objects.update_or_create(user=request.user, defaults=chosen)
        return to_list()

    def _page(self, form: ColumnsForm) -> HttpResponse:
        return render(self.request, "registrations/admin/columns.html", {"form": form})


LIST_VIEWS: Final = (
    ("columns/", "columns", ColumnsView),
    ("filters/", "filters", FiltersView),
    ("filters/save/", "save_filter", SaveFilterView),
    ("filters/rename/<int:filter_id>/", "rename_filter", RenameFilterView),
    ("filters/delete/<int:filter_id>/", "delete_filter", DeleteFilterView),
)
