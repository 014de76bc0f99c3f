"""Closing a month: what is not settled, and where to settle it; then the files."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from registrations.bookkeeping.accounts import settings_of
from registrations.bookkeeping.periods import Period, month
from registrations.bookkeeping.sie import missing_accounts
from registrations.bookkeeping.summary import sums_of
from registrations.bookkeeping.unsettled import Matter, Unsettled, unsettled
from registrations.money_admin.asked import MoneyScreen
from registrations.money_admin.exports import files_of

WORDS: Final = {
    Matter.TO_DECIDE: _("Registrations with money that waits for your decision"),
    Matter.UNPAID_INVOICES: _("Invoices that were due and are not paid"),
    Matter.UNSENT_INVOICES: _("Invoices that have not been sent yet"),
    Matter.REFUSED_INVOICES: _("Invoices of these days that were refused"),
    Matter.UNPAID_RESTS: _("Rests after a deposit that were due and are not paid"),
    Matter.ON_THEIR_WAY: _("Payments that are still on their way"),
    Matter.REFUNDS: _("Refunds and credit notes that have not been sent yet"),
    Matter.DISPUTES: _("Disputes that are not decided"),
    Matter.UNMATCHED: _("Movements in payouts that no registration knows"),
    Matter.PAYOUTS_ON_THEIR_WAY: _("Payouts that are not in the bank yet"),
    Matter.DRAFTS: _("Course dates of these days that are still drafts"),
    Matter.OTHER_CURRENCY: _("Lines in another currency, which are not in a SIE file"),
    Matter.ACCOUNTS: _("Accounts without a number"),
}
ONE_DAY: Final = timedelta(days=1)
REGISTRATIONS: Final = "registrations:index"
INVOICES: Final = "unpaid-invoices:index"
PAYOUTS: Final = "payouts:index"


@dataclass(frozen=True)
class Shown:
    label: Any
    count: int
    address: str


class ClosingView(MoneyScreen, TemplateView):
    template_name = "registrations/admin/money/closing.html"
    page_title = _("Close a month")
    header_icon = "check"

    @cached_property
    def period(self) -> Period:
        """The last whole month, unless others are asked for."""
        if self.request.GET.get("from"):
            return super().period
        last_month = month(self.today, self.practice.zone).first
        return month(last_month.replace(day=1) - ONE_DAY, self.practice.zone)

    def own_breadcrumbs(self) -> list[dict[str, Any]]:
        address = f"{reverse('money_report')}?{self.query_of(self.period)}"
        return [{"url": address, "label": _("Money")}, *super().own_breadcrumbs()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = unsettled(self.practice, self.period)
        settings = settings_of(self.practice)
        return super().get_context_data(
            **kwargs,
            to_settle=[self._shown(one) for one in found if one.count],
            is_settled=[WORDS[one.matter] for one in found if not one.count],
            totals=sums_of(self.practice, self.period),
            files=files_of(self.practice, missing_accounts(settings)),
            is_over=self.period.last < self.today,
        )

    def _shown(self, one: Unsettled) -> Shown:
        return Shown(WORDS[one.matter], one.count, self._address(one.matter))

    def _address(self, matter: Matter) -> str:
        """Where it can be settled."""
        key, period = self.practice.pk, self.period
        days = {
            "arrives_on_from": period.first.isoformat(),
            "arrives_on_to": period.last.isoformat(),
        }
        booked = {
            "booked_at_from": period.first.isoformat(),
            "booked_at_to": period.last.isoformat(),
        }
        found: dict[Matter, tuple[str, dict[str, Any]]] = {
            Matter.TO_DECIDE: (REGISTRATIONS, {"needs_attention": "true"}),
            Matter.UNPAID_INVOICES: (INVOICES, {}),
            Matter.UNSENT_INVOICES: (REGISTRATIONS, {"invoice": "unsent"}),
            Matter.REFUSED_INVOICES: (REGISTRATIONS, {"invoice": "failed"}),
            Matter.UNPAID_RESTS: (REGISTRATIONS, {"state": "confirmed", "method": "card"}),
            Matter.ON_THEIR_WAY: (REGISTRATIONS, {"state": "awaiting_payment"}),
            Matter.REFUNDS: (REGISTRATIONS, {"payment": "not_sent_back"}),
            Matter.DISPUTES: (REGISTRATIONS, {"needs_attention": "true"}),
            Matter.UNMATCHED: (PAYOUTS, {"unmatched": "true", **days}),
            Matter.PAYOUTS_ON_THEIR_WAY: (PAYOUTS, days),
            Matter.DRAFTS: ("offerings:index", {"status": "draft"}),
            Matter.OTHER_CURRENCY: ("ledger-lines:index", booked),
            Matter.ACCOUNTS: ("bookkeeping_settings", {"practice": self.practice.slug}),
        }
        name, query = found[matter]
        return f"{reverse(name)}?{urlencode({'practice': key, **query})}"
