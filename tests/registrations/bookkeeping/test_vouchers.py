"""Vouchers: each sums to zero, and together they are the ledger."""

from collections import defaultdict
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.models import Practice
from courses.models import Offering
from registrations.bookkeeping.accounts import Role, norwegian_code, sales_role, settings_of
from registrations.bookkeeping.periods import Period, month
from registrations.bookkeeping.summary import COLUMNS, By, sums_of, totals
from registrations.bookkeeping.vouchers import (
    BY_BANK,
    BY_CARD,
    Voucher,
    voucher_of_line,
    voucher_of_payout,
    voucher_of_return,
    vouchers_of,
)
from registrations.models import LedgerLine, Payout, PayoutLine, Registration
from registrations.services import cancel
from registrations.services.bank_money import write_off
from tests.factories import make_offering, make_practice
from tests.invoiced import in_line, invoice_of, paid_by_bank, sent
from tests.registrations.payers import paid
from tests.stripe_simulator import Simulator

Kind = LedgerLine.Kind
OSLO = ZoneInfo("Europe/Oslo")
NOVEMBER = month(date(2026, 11, 1), OSLO)
SALES = {
    Role.SALES_STANDARD,
    Role.SALES_REDUCED,
    Role.SALES_EXEMPT,
    Role.SALES_UNREGISTERED,
}
VAT = {Role.VAT_STANDARD, Role.VAT_REDUCED}

amounts = st.integers(min_value=-(10**9), max_value=10**9)
treatments = st.sampled_from([("rate", 2500), ("rate", 1200), ("exempt", 0), ("not_registered", 0)])


@st.composite
def lines(draw: Any) -> dict[str, Any]:
    kind, (treatment, rate) = draw(st.sampled_from(list(Kind))), draw(treatments)
    amount = draw(amounts)
    has_vat = treatment == "rate" and kind not in (*BY_CARD, *BY_BANK)
    return {
        "pk": 1,
        "kind": kind,
        "amount": amount,
        "vat": draw(st.integers(0, abs(amount))) * (1 if amount > 0 else -1) if has_vat else 0,
        "vat_treatment": treatment,
        "vat_rate": rate,
        "currency": "NOK",
        "booked_at": datetime(2026, 11, 3, tzinfo=UTC),
        "registration__reference": "ABCD-2345",
        "invoice__number": None,
    }


def by_role(vouchers: list[Voucher]) -> dict[Role, int]:
    found: dict[Role, int] = defaultdict(int)
    for voucher in vouchers:
        for posting in voucher.postings:
            found[posting.role] += posting.amount
    return found


@given(st.lists(lines(), max_size=30), st.sampled_from(["NO", "SE", "FI", "DK"]))
def test_each_voucher_sums_to_zero_and_all_of_them_are_the_ledger(
    ledger: list[dict[str, Any]], country: str
) -> None:
    vouchers = [voucher_of_line(country, line, period=NOVEMBER) for line in ledger]
    assert all(voucher.is_balanced for voucher in vouchers)
    found = by_role(vouchers)

    def sum_of(name: str, kinds: tuple[str, ...]) -> int:
        return sum(line[name] for line in ledger if line["kind"] in kinds)

    assert found[Role.RECEIVABLES] == sum_of("amount", tuple(Kind))
    assert found[Role.CARD_CLEARING] == -sum_of("amount", BY_CARD)
    assert found[Role.BANK] == -sum_of("amount", BY_BANK)
    assert sum(found[role] for role in VAT) == -sum_of("vat", tuple(Kind))
    charged = sum_of("amount", LedgerLine.CHARGES) - sum_of("vat", LedgerLine.CHARGES)
    assert sum(found[role] for role in SALES) == -charged


def test_every_kind_of_line_stands_in_one_column() -> None:
    assert sorted(kind for kinds in COLUMNS.values() for kind in kinds) == sorted(Kind)


categories = st.sampled_from(list(PayoutLine.Category))


@given(
    st.lists(st.tuples(categories, amounts, st.integers(0, 10_000), st.booleans())),
    amounts,
    st.booleans(),
)
def test_the_voucher_of_a_payout_sums_to_zero(
    moved: list[tuple[str, int, int, bool]], amount: int, is_shared: bool
) -> None:
    payout = Payout(
        pk=1,
        payout_id="po_1",
        amount=amount,
        currency="NOK",
        is_shared=is_shared,
        arrives_on=date(2026, 11, 5),
    )
    of_payout = [
        PayoutLine(
            category=category,
            amount=of_line,
            fee=fee,
            currency="NOK",
            ledger_line=LedgerLine(currency="NOK") if is_matched else None,
        )
        for category, of_line, fee, is_matched in moved
    ]
    voucher = voucher_of_payout(payout, of_payout)
    assert voucher.is_balanced
    back = voucher_of_return(payout, of_payout, day=date(2026, 11, 9))
    assert back.is_balanced
    banked = {p.role: p.amount for p in voucher.postings}.get(Role.BANK, 0)
    assert {p.role: p.amount for p in back.postings}.get(Role.BANK, 0) == -banked
    if not is_shared:
        assert banked == amount


@pytest.mark.django_db
@pytest.mark.one_database
class TestOfAPeriod:
    def test_the_vouchers_sum_to_what_the_ledger_says(
        self, practice: Practice, offering: Offering, stripe: Simulator
    ) -> None:
        self._have_a_month(practice, offering, stripe)
        period = _this_month(practice)
        (total,) = totals(sums_of(practice, period))
        found = by_role(list(vouchers_of(practice, period)))
        assert found[Role.RECEIVABLES] == total.closing - total.opening
        assert found[Role.CARD_CLEARING] == -total.by_card
        assert found[Role.BANK] == -total.by_bank
        assert sum(found[role] for role in VAT) == -total.vat
        lost = total.vat - sum(
            line.vat for line in LedgerLine.objects.filter(kind__in=LedgerLine.CHARGES)
        )
        assert found[Role.LOSSES] == -(total.written_off - lost)
        charged_vat = total.vat - lost
        assert sum(found[role] for role in SALES) == -(total.charged - charged_vat)

    def test_every_way_of_grouping_sums_to_the_same(
        self, practice: Practice, offering: Offering, stripe: Simulator
    ) -> None:
        self._have_a_month(practice, offering, stripe)
        period = _this_month(practice)
        (whole,) = sums_of(practice, period)
        for by in By:
            rows = sums_of(practice, period, by=by)
            assert totals(rows) == [whole], by
            for row in rows:
                parts = ("price", "discount", "taken_back", "fees", "by_card", "by_bank")
                others = ("refunded", "disputed", "written_off")
                moved = sum(getattr(row, name) for name in (*parts, *others))
                assert row.opening + moved == row.closing

    def test_what_was_open_before_is_where_the_period_begins(
        self, practice: Practice, offering: Offering, stripe: Simulator
    ) -> None:
        self._have_a_month(practice, offering, stripe)
        (now,) = sums_of(practice, _this_month(practice))
        after = Period(date(2100, 1, 1), date(2100, 1, 31), practice.zone)
        (later,) = sums_of(practice, after)
        assert now.opening == 0
        assert now.closing == later.opening == later.closing != 0
        before = Period(date(2020, 1, 1), date(2020, 1, 31), practice.zone)
        assert sums_of(practice, before) == []

    def test_a_practice_sees_its_own_ledger_alone(
        self, practice: Practice, offering: Offering, stripe: Simulator
    ) -> None:
        self._have_a_month(practice, offering, stripe)
        other = make_practice(
            "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
        )
        assert sums_of(other, _this_month(other)) == []
        assert list(vouchers_of(other, _this_month(other))) == []

    def _have_a_month(self, practice: Practice, offering: Offering, stripe: Simulator) -> None:
        """Paid by card and by bank, cancelled, written off, and open."""
        paid(offering, stripe)
        taxed = make_offering(practice, vat_treatment="rate", vat_rate=2500)
        paid_by_bank(sent(taxed, people=2))
        left = sent(taxed, people=2)
        cancel(registration_id=left.pk, numbers=[1], quoted_refund=0, percent=0, actor="owner")
        in_line(left)
        write_off(invoice_id=invoice_of(sent(taxed)).pk, user=None)
        sent(offering)


def _this_month(practice: Practice) -> Period:
    newest = LedgerLine.objects.latest("booked_at").booked_at
    return month(newest.astimezone(practice.zone).date(), practice.zone)


@pytest.mark.django_db
@pytest.mark.one_database
def test_a_line_keeps_how_it_stood_to_vat(offering: Offering, stripe: Simulator) -> None:
    line = sent(offering).ledger.get()
    assert (line.vat_treatment, line.vat_rate) == ("exempt", 0)
    Registration.objects.update(vat_treatment="rate", vat_rate=2500)
    made = LedgerLine(
        registration=Registration.objects.get(), kind="fee", amount=100, currency="NOK"
    )
    LedgerLine.objects.bulk_create([made])
    stored = list(LedgerLine.objects.order_by("pk").values_list("vat_treatment", "vat_rate"))
    assert stored == [("exempt", 0), ("rate", 2500)]


def test_accounts_follow_the_rate_of_the_country() -> None:
    assert sales_role("FI", treatment="rate", rate=2550) == Role.SALES_STANDARD
    assert sales_role("SE", treatment="rate", rate=1200) == Role.SALES_REDUCED
    assert sales_role("SE", treatment="exempt", rate=0) == Role.SALES_EXEMPT
    codes = [
        norwegian_code(treatment=treatment, rate=rate)
        for treatment, rate in (
            *(("rate", 2500), ("rate", 1500), ("rate", 1200), ("rate", 100)),
            *(("exempt", 0), ("not_registered", 0)),
        )
    ]
    assert codes == ["3", "31", "33", "", "6", "7"]


@pytest.mark.django_db
@pytest.mark.one_database
def test_usual_accounts_until_the_owner_says_otherwise(practice: Practice) -> None:
    usual = settings_of(practice)
    assert (usual.pk, usual.receivables, usual.vat_standard) == (None, "1500", "2700")
    usual.receivables = "1599"
    usual.save()
    assert settings_of(practice).receivables == "1599"
