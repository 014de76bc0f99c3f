"""Course dates in the admin, with what registrations know: seats taken, and what may change."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from wagtail.admin.ui.tables import Column, StatusTagColumn

import django_filters

from cms.admin_views import ExportColumn
from courses import viewsets
from courses.models import Offering
from registrations import services
from registrations.admin_by_hand import RegisterByHandView
from registrations.admin_forms import OfferingForm
from registrations.admin_moving import MoveDatesView
from registrations.admin_offerings import CallOffView, GoAheadView
from registrations.admin_repeating import RepeatView
from registrations.dashboard.needs import near_decision
from registrations.enquiries.group_link import group_address
from registrations.messages.reminders_shown import reminders_of
from registrations.messages.write_view import WriteView
from registrations.models import Participant
from registrations.seats import lock_offering
from registrations.services.serving import have_seats_offered


def with_seats_taken(offerings: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate ``seats_taken``."""
    taken = (
        Participant.objects.holding_seats()
        .filter(registration__offering=OuterRef("pk"))
        .order_by()
        .values("registration__offering")
        .annotate(number=Count("pk"))
    )
    return offerings.annotate(
        seats_taken=Coalesce(Subquery(taken.values("number")), 0, output_field=IntegerField())
    )


def with_decision(offerings: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate ``needs_decision``: too few had registered on the decision date."""
    waiting = services.undecided(now=timezone.now()).filter(pk=OuterRef("pk"))
    return offerings.annotate(needs_decision=Exists(waiting))


def status(offering: Any) -> str:
    shown = [str(offering.get_status_display())]
    if offering.closed_group:
        shown.append(pgettext("state", "closed group"))
    if offering.needs_decision:
        shown.append(pgettext("state", "needs your decision"))
    return " · ".join(shown)


class OfferingFilterSet(viewsets.OfferingFilterSet):
    needs_decision = django_filters.BooleanFilter(label=_("Needs your decision"))
    decides_soon = django_filters.BooleanFilter(
        label=_("To be decided within a week"), method="filter_decides_soon"
    )

    class Meta(viewsets.OfferingFilterSet.Meta):
        fields = (*viewsets.OfferingFilterSet.Meta.fields, "needs_decision", "decides_soon")

    def filter_decides_soon(self, rows: Any, name: str, value: bool) -> QuerySet[Any]:
        soon = near_decision(timezone.now()).order_by().values("pk")
        return rows.filter(pk__in=soon) if value else rows.exclude(pk__in=soon)


class OfferingIndexView(viewsets.OfferingIndexView):
    export_columns = {
        **viewsets.OfferingIndexView.export_columns,
        "seats_taken": ExportColumn(_("Seats taken"), lambda offering: offering.seats_taken),
    }

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_decision(with_seats_taken(super().get_base_queryset()))


class OfferingEditView(viewsets.OfferingEditView):
    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Lock, then look, then save: no seat is sold between the form's look and its saving.

        What was saved may let people in line have seats.
        """
        with transaction.atomic():
            lock_offering(self.object.pk)
            response = super().post(request, *args, **kwargs)
            have_seats_offered(self.object.pk)
            return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_go_ahead, undecided = services.may_go_ahead(self.object), False
        if may_go_ahead:
            waiting = services.undecided(now=timezone.now())
            undecided = waiting.filter(pk=self.object.pk).exists()
        return {
            **super().get_context_data(**kwargs),
            "may_go_ahead": may_go_ahead,
            "undecided": undecided,
            "zone": self.object.practice.zone,
            "group_address": self._group_address(),
            **reminders_of(self.object),
        }

    def _group_address(self) -> str:
        """Where a closed group is registered, in the language that it is taught in."""
        offering = self.object
        if not offering.closed_group or offering.status == Offering.Status.DRAFT:
            return ""
        spoken, practice = offering.language, offering.practice
        language = spoken if spoken in practice.languages else practice.source_language
        return group_address(offering, language=language)


# What takes the place of a column of the same name.
OWN_COLUMNS = {
    "seats": Column(
        "seats_taken",
        label=_("Seats taken"),
        accessor=lambda offering: f"{offering.seats_taken} / {offering.seats}",
        sort_key="seats_taken",
    ),
    "get_status_display": StatusTagColumn(
        "status",
        label=_("Status"),
        accessor=status,
        sort_key="status",
        primary=lambda offering: offering.status == Offering.Status.PUBLISHED,
    ),
}


class OfferingViewSet(viewsets.OfferingViewSet):
    index_view_class = OfferingIndexView
    edit_view_class = OfferingEditView
    edit_template_name = "registrations/admin/offering.html"
    form_class = OfferingForm
    filterset_class = OfferingFilterSet
    list_export = tuple(OfferingIndexView.export_columns)
    list_display = tuple(
        OWN_COLUMNS.get(column.name, column) for column in viewsets.OfferingViewSet.list_display
    )

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("call-off/<int:pk>/", self.construct_view(CallOffView), name="call_off"),
            path("goes-ahead/<int:pk>/", self.construct_view(GoAheadView), name="go_ahead"),
            path("repeat/<int:pk>/", self.construct_view(RepeatView), name="repeat"),
            path("move/<int:pk>/", self.construct_view(MoveDatesView), name="move_dates"),
            path("register/<int:pk>/", self.construct_view(RegisterByHandView), name="register"),
            path("write/", self.construct_view(WriteView), name="write"),
        ]
