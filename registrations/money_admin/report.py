"""The ledger of a period, on one page: what was open, what happened, what is open now."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from courses.models import Offering, VatTreatment
from courses.money import format_rate
from courses.viewsets import with_course_title, with_first_day
from registrations.bookkeeping.accounts import settings_of
from registrations.bookkeeping.sie import missing_accounts
from registrations.bookkeeping.summary import By, Sums, sums_of, totals
from registrations.models import Registration
from registrations.money_admin.asked import MoneyScreen
from registrations.money_admin.exports import files_of

ON_ONE_PAGE: Final = 50
LABELS: Final = {
    By.OFFERING: _("Course date"),
    By.VAT: _("VAT"),
    By.METHOD: pgettext_lazy("grouping of money", "Way of paying"),
}
# The rows of the sum: what stands before each, and how it counts.
PARTS: Final = (
    ("opening", _("Open before")),
    ("price", _("Prices")),
    ("discount", _("Discounts")),
    ("taken_back", _("Taken back")),
    ("fees", _("Cancellation fees")),
    ("by_card", _("Paid by card")),
    ("by_bank", _("Paid into the bank")),
    ("refunded", _("Paid back")),
    ("disputed", _("Disputed")),
    ("written_off", _("Written off")),
    ("closing", _("Open afterwards")),
)
KINDS_OF: Final = {
    "price": "price",
    "discount": "discount",
    "taken_back": "price_taken_back",
    "fees": "fee",
    "by_card": "payment",
    "by_bank": "bank_payment",
}


@dataclass(frozen=True)
class Row:
    label: str
    sums: Sums
    lines: str  # the address of its lines


@dataclass(frozen=True)
class Part:
    label: Any
    amount: int
    currency: str
    lines: str
    is_sum: bool


class MoneyView(MoneyScreen, TemplateView):
    template_name = "registrations/admin/money/report.html"
    page_title = _("Money")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET.get("by", "")
        by = By(asked) if asked in LABELS else By.OFFERING
        groups = sums_of(self.practice, self.period, by=by)
        page = Paginator(groups, ON_ONE_PAGE).get_page(self.request.GET.get("p"))
        whole = totals(groups)
        settings = settings_of(self.practice)
        return super().get_context_data(
            **kwargs,
            by=by,
            ways=LABELS.items(),
            group_label=LABELS[by],
            page_of_list=page,
            rows=self._rows(list(page.object_list), by),
            totals=whole,
            sums=[self._parts(sums) for sums in whole],
            files=files_of(self.practice, missing_accounts(settings)),
        )

    def _lines(self, **more: Any) -> str:
        query = {
            "booked_at_from": self.period.first.isoformat(),
            "booked_at_to": self.period.last.isoformat(),
            "practice": self.practice.pk,
            **more,
        }
        return f"{reverse('ledger-lines:index')}?{urlencode(query)}"

    def _parts(self, sums: Sums) -> list[Part]:
        return [
            Part(
                label=label,
                amount=getattr(sums, name),
                currency=sums.currency,
                lines=self._lines(kind=KINDS_OF[name]) if name in KINDS_OF else "",
                is_sum=name in ("opening", "closing"),
            )
            for name, label in PARTS
        ]

    def _rows(self, groups: list[Sums], by: By) -> list[Row]:
        if by == By.OFFERING:
            return self._rows_of_offerings(groups)
        if by == By.VAT:
            return [
                Row(
                    vat_label(treatment, rate),
                    sums,
                    self._lines(vat_treatment=treatment, vat_rate=rate),
                )
                for sums in groups
                for treatment, rate in [sums.key]
            ]
        methods = dict(Registration.Method.choices)
        return [
            Row(str(methods[sums.key[0]]), sums, self._lines(method=sums.key[0])) for sums in groups
        ]

    def _rows_of_offerings(self, groups: list[Sums]) -> list[Row]:
        keys = [sums.key[0] for sums in groups]
        dates = Offering.objects.filter(pk__in=keys).with_times()
        named = with_course_title(dates.select_related("course__practice"))
        offerings = {offering.pk: offering for offering in named}
        rows = []
        for sums in groups:
            offering: Any = offerings[sums.key[0]]
            lines = self._lines(offering=offering.code)
            rows.append(Row(with_first_day(offering), sums, lines))
        return rows


def vat_label(treatment: str, rate: int) -> str:
    label = str(dict(VatTreatment.choices)[treatment])
    return f"{label} ({format_rate(rate, get_language() or 'en')})" if rate else label
