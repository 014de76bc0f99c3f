"""The inbox: enquiries in the admin, to read, to export and to act upon."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import QuerySet
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

import django_filters

from cms.admin_views import (
    ExportColumn,
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    in_zone,
    own_practices,
    own_rows,
)
from cms.models import Role
from courses.viewsets import InPracticeZone, short_moment
from registrations.enquiries.admin_views import VERBS, EnquiryView
from registrations.enquiries.next_steps import accepted_without_group, proposals_run_out
from registrations.enquiries.states import EnquiryState
from registrations.models import Enquiry


def colleagues(request: Any) -> QuerySet[Any]:
    """Those who look after enquiries in the practices whose enquiries the user may read."""
    practices = own_rows(Enquiry, request.user).order_by().values("practice")
    return (
        get_user_model()
        .objects.filter(memberships__practice__in=practices, memberships__role=Role.OWNER)
        .distinct()
    )


class EnquiryFilterSet(WagtailFilterSet):
    assigned_to = django_filters.ModelChoiceFilter(
        label=_("Who takes care of it"), queryset=colleagues
    )
    made_at = django_filters.DateFromToRangeFilter(label=_("Made"), widget=DateRangePickerWidget)
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)
    waits = django_filters.ChoiceFilter(
        label=_("What it waits for"),
        choices=(
            ("group", _("Accepted, and no group made yet")),
            ("proposal", _("Proposal ran out without an answer")),
        ),
        method="filter_waits",
    )

    class Meta:
        model = Enquiry
        fields = (
            *("state", "suspected_spam", "assigned_to", "format", "made_at", "practice", "waits"),
        )

    def filter_waits(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        waiting = accepted_without_group() if value == "group" else proposals_run_out()
        return rows.filter(pk__in=waiting.order_by().values("pk"))


def state(enquiry: Enquiry) -> str:
    if enquiry.suspected_spam:
        return pgettext("state", "Suspected spam")
    return str(enquiry.get_state_display())


EXPORT = {
    "reference": ExportColumn(_("Reference"), lambda e: e.reference),
    "made_at": ExportColumn(_("Made"), lambda e: in_zone(e.made_at, e.practice)),
    "time_zone": ExportColumn(_("Time zone"), lambda e: e.practice.time_zone),
    "state": ExportColumn(_("State"), state),
    "name": ExportColumn(_("Name"), lambda e: e.name),
    "email": ExportColumn(_("E-mail address"), lambda e: e.email),
    "phone": ExportColumn(_("Telephone"), lambda e: e.phone),
    "organisation": ExportColumn(_("Organisation"), lambda e: e.organisation),
    "people": ExportColumn(_("People"), lambda e: e.people),
    "format": ExportColumn(_("Format"), lambda e: e.get_format_display()),
    "setting": ExportColumn(_("Online or in person"), lambda e: e.get_setting_display()),
    "assigned_to": ExportColumn(_("Who takes care of it"), lambda e: str(e.assigned_to or "")),
    "asked": ExportColumn(_("Question on the page"), lambda e: e.asked),
    "message": ExportColumn(_("Message"), lambda e: e.message),
    "from_title": ExportColumn(_("From the page"), lambda e: e.from_title),
}


class EnquiryIndexView(InPracticeZone, ReadOnlyIndexView):
    export_columns = EXPORT

    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("practice", "assigned_to")


class EnquiryViewSet(ReadOnlyViewSet):
    """Enquiries are made by those who ask; here they are read, and acted upon by verbs."""

    model = Enquiry
    name = "enquiries"
    icon = "comment"
    menu_label = _("Enquiries")
    menu_order = 195
    index_view_class = EnquiryIndexView
    inspect_view_class = EnquiryView
    inspect_template_name = "enquiries/admin/enquiry.html"
    filterset_class = EnquiryFilterSet
    search_fields = ("reference", "name", "email", "organisation")
    ordering = "-made_at"
    export_filename = "enquiries"
    list_export = tuple(EXPORT)
    list_display = (
        TitleColumn("name", label=_("From"), sort_key="name"),
        Column("organisation", label=_("Organisation"), sort_key="organisation"),
        Column("get_format_display", label=_("Format"), sort_key="format"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=state,
            sort_key="state",
            primary=lambda e: e.state == EnquiryState.NEW and not e.suspected_spam,
        ),
        Column(
            "assigned_to",
            label=_("Who takes care of it"),
            accessor=lambda e: str(e.assigned_to or ""),
        ),
        Column("reference", label=_("Reference")),
        Column(
            "made_at",
            label=_("Made"),
            accessor=lambda e: short_moment(e.made_at, e.practice),
            sort_key="made_at",
        ),
    )

    def get_urlpatterns(self) -> list[Any]:
        """An address for each verb."""
        return super().get_urlpatterns() + [
            path(f"{name.replace('_', '-')}/<int:pk>/", self.construct_view(view), name=name)
            for name, view in VERBS.items()
        ]
