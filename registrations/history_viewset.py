"""What happened to registrations, in the admin: beside the history of everything else."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic

import django_filters

from cms.admin_views import BoundedPaginator, ReadOnlyIndexView, ReadOnlyViewSet, own_practices
from cms.history import NoReason
from cms.models import Membership
from cms.permissions import OWNERS, practices_of
from registrations.admin_views import ACTIONS, VerbView, why_in_words
from registrations.history_shown import shown_changes
from registrations.models import HistoryLine
from registrations.services.blanking import blank_history


def people(request: HttpRequest) -> QuerySet[Any]:
    """Those who work for the reader's own practices."""
    own = practices_of(request.user, *OWNERS)
    working = Membership.objects.filter(user=OuterRef("pk"), practice__in=own)
    return get_user_model().objects.filter(Exists(working)).order_by("last_name", "email")


class RegistrationHistoryFilterSet(WagtailFilterSet):
    user = django_filters.ModelChoiceFilter(label=_("Who"), queryset=people)
    action = django_filters.ChoiceFilter(
        label=_("What was done"), choices=lambda: list(ACTIONS.items())
    )
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    registration__practice = django_filters.ModelChoiceFilter(
        label=_("Practice"), queryset=own_practices
    )

    class Meta:
        model = HistoryLine
        fields = ("user", "actor", "action", "at", "registration__practice")


class RegistrationHistoryIndexView(ReadOnlyIndexView):
    paginator_class = BoundedPaginator

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("user", "registration__practice")


def what(line: HistoryLine) -> str:
    return str(ACTIONS.get(line.action, line.action))


def who(line: HistoryLine) -> str:
    return f"{line.get_actor_display()}: {line.user}" if line.user else line.get_actor_display()


def changed_fields(line: HistoryLine) -> str:
    if line.changes is None:
        return str(_("Blanked"))
    return ", ".join(dict.fromkeys(change.what for change in shown_changes(line)))


class RegistrationLineView(generic.InspectView):
    page_title = _("Line of the history")
    any_permission_required = ("view",)
    fields = ("action",)

    def get_object(self, queryset: Any = None) -> HistoryLine:
        rows = HistoryLine.objects.select_related("registration__practice", "user", "note")
        return get_object_or_404(rows, pk=self.pk)

    def get_page_subtitle(self) -> str:
        return f"{self.object.registration.reference}: {what(self.object)}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        line = self.object
        words = line.note.text if hasattr(line, "note") else ""
        return {
            **super().get_context_data(**kwargs),
            "line": line,
            "what": what(line),
            "why": why_in_words(line),
            "note": words,
            "who": who(line),
            "changes": shown_changes(line),
            "zone": line.registration.practice.zone,
            "may_blank": line.changes is not None and bool(line.changes or line.where or words),
        }


class BlankRegistrationLineView(VerbView):
    """Take what is personal out of a line; POST only, then back to it."""

    permission_required = "view"

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.inspect_url_name = "registration-history:inspect"
        return super().post(request, pk)

    def act(self, row: HistoryLine) -> None:
        reason = self.request.POST.get("reason", "")
        try:
            blank_history(line_id=row.pk, user=self.request.user, reason=reason)
        except NoReason:
            messages.error(self.request, _("Say why it is blanked. Nothing was changed."))
        else:
            messages.success(self.request, _("The line is blanked. That it was done stays."))


class RegistrationHistoryViewSet(ReadOnlyViewSet):
    """Found by a registration's reference; what the lines hold is told on each one's page."""

    model = HistoryLine
    name = "registration-history"
    icon = "history"
    menu_label = _("History of registrations")
    menu_hook = "register_reports_menu_item"
    menu_order = 61
    index_view_class = RegistrationHistoryIndexView
    inspect_view_class = RegistrationLineView
    inspect_template_name = "registrations/admin/history_line.html"
    filterset_class = RegistrationHistoryFilterSet
    search_fields = ("registration__reference",)
    search_backend_name = None
    ordering = "-pk"
    list_per_page = 50
    list_display = (
        TitleColumn(
            "reference",
            label=_("Registration"),
            accessor=lambda line: line.registration.reference,
        ),
        Column("what", label=_("What was done"), accessor=what),
        Column("changed", label=_("What is other"), accessor=changed_fields),
        Column("who", label=_("Who"), accessor=who),
        DateColumn("at", label=_("When")),
    )

    def get_urlpatterns(self) -> list[Any]:
        view = self.construct_view(BlankRegistrationLineView)
        return [*super().get_urlpatterns(), path("blank/<int:pk>/", view, name="blank")]
