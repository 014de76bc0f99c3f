"""The history of a practice in the admin: to read and to search, and to blank what is personal."""

from typing import Any, Final

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.generic import View

from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.permissions import policy_registry

import django_filters

from cms import history
from cms.admin_views import BoundedPaginator, ReadOnlyIndexView, ReadOnlyViewSet, own_practices
from cms.models import LogLine
from cms.permissions import OWNERS, practices_of

NOBODY: Final = _("Kollegium")


def people(request: HttpRequest) -> QuerySet[Any]:
    """Those who did something for the reader's own practices."""
    own = practices_of(request.user, *OWNERS)
    theirs = LogLine.objects.filter(user=OuterRef("pk"), practice__in=own)
    return get_user_model().objects.filter(Exists(theirs)).order_by("last_name", "email")


def kinds() -> list[tuple[str, str]]:
    models = [model._meta.label_lower for model in history.kept_models()]
    return sorted(
        ((kind, history.kind_in_words(kind)) for kind in models), key=lambda kind: kind[1]
    )


class HistoryFilterSet(WagtailFilterSet):
    user = django_filters.ModelChoiceFilter(label=_("Who"), queryset=people)
    subject_kind = django_filters.ChoiceFilter(label=_("What kind of thing"), choices=kinds)
    action = django_filters.ChoiceFilter(
        label=_("What was done"), choices=lambda: list(history.ACTIONS.items())
    )
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)
    subject = django_filters.CharFilter(
        label=_("One thing alone"), method="only_about", widget=forms.HiddenInput
    )

    class Meta:
        model = LogLine
        fields = ("user", "subject_kind", "action", "at", "practice", "subject")

    def only_about(self, rows: QuerySet[LogLine], name: str, value: str) -> QuerySet[LogLine]:
        """``courses.offering:12``: the lines about one row."""
        kind, _colon, key = value.partition(":")
        return rows.filter(subject_kind=kind, subject_key=key)


class HistoryIndexView(ReadOnlyIndexView):
    paginator_class = BoundedPaginator

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("user", "practice")


def what(line: LogLine) -> str:
    return history.action_in_words(line.action)


def about(line: LogLine) -> str:
    """The sort of thing and its name, as far as they were not blanked."""
    kind = history.kind_in_words(line.subject_kind)
    return ": ".join(part for part in (kind, line.title) if part) or "–"


def who(line: Any) -> str:
    return str(line.user or NOBODY)


def shown_changes(line: LogLine) -> list[history.Change]:
    return history.changes_in_words(line.changes, kind=line.subject_kind, zone=line.practice.zone)


def changed_fields(line: LogLine) -> str:
    if line.changes is None:
        return str(_("Blanked"))
    if line.action in ("created", "deleted"):  # all of it is other
        return ""
    names = [change.what for change in shown_changes(line)]
    return ", ".join(dict.fromkeys(names))


class LineView(generic.InspectView):
    """One line: what was before and after, and taking that out where it is personal."""

    page_title = _("Line of the history")
    any_permission_required = ("view",)
    template_name = "cms/admin/log_line.html"
    fields = ("action",)

    def get_object(self, queryset: Any = None) -> LogLine:
        return get_object_or_404(LogLine.objects.select_related("practice", "user"), pk=self.pk)

    def get_page_subtitle(self) -> str:
        return what(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "line": self.object,
            "what": what(self.object),
            "about": about(self.object),
            "who": who(self.object),
            "changes": shown_changes(self.object),
            "may_blank": self.object.changes is not None and self.object.action != "blanked",
        }


class BlankView(View):
    """Take what is personal out of a line; POST only, then back to it."""

    http_method_names = ("post",)
    model: Any = None

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        policy = policy_registry.get_by_type(LogLine)
        rows = policy.instances_user_has_permission_for(request.user, "view")
        line = get_object_or_404(rows, pk=pk)
        reason = request.POST.get("reason", "")
        try:
            history.blank(line_id=line.pk, user=request.user, reason=reason)
        except history.NoReason:
            messages.error(request, _("Say why it is blanked. Nothing was changed."))
        else:
            messages.success(request, _("The line is blanked. That it was done stays."))
        return redirect("history:inspect", line.pk)


class HistoryViewSet(ReadOnlyViewSet):
    """Who did what for the practice. What people did to registrations stands with those."""

    model = LogLine
    name = "history"
    icon = "history"
    menu_label = pgettext_lazy("report", "History")
    menu_hook = "register_reports_menu_item"
    menu_order = 60
    index_view_class = HistoryIndexView
    inspect_view_class = LineView
    inspect_template_name = "cms/admin/log_line.html"
    filterset_class = HistoryFilterSet
    search_fields = ("title",)
    search_backend_name = None
    ordering = "-pk"
    list_per_page = 50
    list_display = (
        TitleColumn("about", label=_("About"), accessor=about),
        Column("what", label=_("What was done"), accessor=what),
        Column("changed", label=_("What is other"), accessor=changed_fields),
        Column("who", label=_("Who"), accessor=who),
        DateColumn("at", label=_("When")),
    )

    def get_urlpatterns(self) -> list[Any]:
        blank = path("blank/<int:pk>/", self.construct_view(BlankView), name="blank")
        return [*super().get_urlpatterns(), blank]
