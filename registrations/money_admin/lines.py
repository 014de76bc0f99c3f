"""The lines behind the sums: every line of the ledger, to narrow down and to export."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

import django_filters

from cms.admin_views import (
    ExportColumn,
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    in_zone,
    own_practices,
)
from courses.models import VatTreatment
from courses.money import format_money, to_major
from courses.viewsets import InPracticeZone, short_moment, with_course_title
from registrations.models import LedgerLine, Registration
from registrations.money_admin.asked import UNDER_MONEY
from registrations.money_admin.report import vat_label


class LedgerFilterSet(WagtailFilterSet):
    booked_at = django_filters.DateFromToRangeFilter(
        label=_("Booked"), widget=DateRangePickerWidget
    )
    offering = django_filters.CharFilter(
        label=_("Code of the course date"), field_name="registration__offering__code"
    )
    # A line has one kind, so none is found twice; to ask for that would read them all.
    kind = django_filters.MultipleChoiceFilter(
        label=_("Kind"), choices=LedgerLine.Kind.choices, distinct=False
    )
    vat_treatment = django_filters.ChoiceFilter(label=_("VAT"), choices=VatTreatment.choices)
    vat_rate = django_filters.NumberFilter(label=_("VAT rate, in hundredths of a per cent"))
    method = django_filters.ChoiceFilter(
        label=_("Paid by"),
        choices=Registration.Method.choices,
        field_name="registration__method",
    )
    practice = django_filters.ModelChoiceFilter(
        label=_("Practice"), queryset=own_practices, field_name="registration__practice"
    )

    class Meta:
        model = LedgerLine
        fields = ("booked_at", "offering", "kind", "vat_treatment", "vat_rate", "method")


def money(line: Any, amount: int) -> str:
    return format_money(amount, line.currency, get_language() or "en")


EXPORT = {
    "booked_at": ExportColumn(
        _("Booked"), lambda line: in_zone(line.booked_at, line.registration.practice)
    ),
    "time_zone": ExportColumn(_("Time zone"), lambda line: line.registration.practice.time_zone),
    "reference": ExportColumn(_("Reference"), lambda line: line.registration.reference),
    "course": ExportColumn(_("Course"), lambda line: line.course_title),
    "kind": ExportColumn(_("Kind"), lambda line: line.get_kind_display()),
    "vat_treatment": ExportColumn(
        _("VAT"), lambda line: vat_label(line.vat_treatment, line.vat_rate)
    ),
    "currency": ExportColumn(_("Currency"), lambda line: line.currency),
    "amount": ExportColumn(_("Amount"), lambda line: to_major(line.amount, line.currency)),
    "vat": ExportColumn(_("Of which VAT"), lambda line: to_major(line.vat, line.currency)),
}


class LedgerIndexView(InPracticeZone, ReadOnlyIndexView):
    breadcrumbs_items = list(UNDER_MONEY)
    export_columns = EXPORT

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = super().get_base_queryset().select_related("registration__practice")
        return with_course_title(rows, course="registration__offering__course")

    def get_row_url(self, row: Any) -> str | None:
        return reverse("registrations:inspect", args=[row.registration_id])


class LedgerLineViewSet(ReadOnlyViewSet):
    model = LedgerLine
    name = "ledger-lines"
    url_prefix = "reports/money/lines"
    icon = "list-ul"
    menu_label = _("Ledger")
    add_to_admin_menu = False
    index_view_class = LedgerIndexView
    inspect_view_enabled = False
    filterset_class = LedgerFilterSet
    search_fields = ("registration__reference", "invoice__number")
    ordering = "-booked_at"
    export_filename = "ledger"
    list_export = tuple(EXPORT)
    list_display = (
        TitleColumn("registration", label=_("Reference")),
        Column(
            "booked_at",
            label=_("Booked"),
            accessor=lambda line: short_moment(line.booked_at, line.registration.practice),
            sort_key="booked_at",
        ),
        Column("get_kind_display", label=_("Kind")),
        Column("course_title", label=_("Course")),
        Column(
            "vat_treatment",
            label=_("VAT"),
            accessor=lambda line: vat_label(line.vat_treatment, line.vat_rate),
        ),
        Column("vat", label=_("Of which VAT"), accessor=lambda line: money(line, line.vat)),
        Column("amount", label=_("Amount"), accessor=lambda line: money(line, line.amount)),
    )
