"""Course dates in the admin, with what registrations know: seats taken, and what may change."""

from typing import Any

from django.db import transaction
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _

from wagtail.admin.ui.tables import Column

from cms.admin_views import ExportColumn
from courses import viewsets
from registrations.admin_forms import OfferingForm
from registrations.admin_leaving import CallOffView
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


class OfferingIndexView(viewsets.OfferingIndexView):
    export_columns = {
        **viewsets.OfferingIndexView.export_columns,
        "seats_taken": ExportColumn(_("Seats taken"), lambda offering: offering.seats_taken),
    }

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_seats_taken(super().get_base_queryset())


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


class OfferingViewSet(viewsets.OfferingViewSet):
    index_view_class = OfferingIndexView
    edit_view_class = OfferingEditView
    edit_template_name = "registrations/admin/offering.html"
    form_class = OfferingForm
    list_export = tuple(OfferingIndexView.export_columns)
    list_display = tuple(
        Column(
            "seats_taken",
            label=_("Seats taken"),
            accessor=lambda offering: f"{offering.seats_taken} / {offering.seats}",
            sort_key="seats_taken",
        )
        if getattr(column, "name", "") == "seats"
        else column
        for column in viewsets.OfferingViewSet.list_display
    )

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("call-off/<int:pk>/", self.construct_view(CallOffView), name="call_off"),
        ]
