"""The ledger and the payouts of a period as vouchers of double-entry bookkeeping.

Each voucher sums to zero: debit counts up, credit counts down. One stands for each line of the
ledger and one for each payout, so that every amount can be followed back.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _

from cms.models import Practice
from registrations.bookkeeping.accounts import Role, sales_role, vat_role
from registrations.bookkeeping.periods import Period
from registrations.bookkeeping.summary import lines_within
from registrations.models import LedgerLine, Payout, PayoutLine

Kind = LedgerLine.Kind

AT_A_TIME: Final = 2000
# Below one whole unit of the currency, a difference is one of rounding.
ROUNDING: Final = 100
BY_CARD: Final = (
    Kind.PAYMENT,
    Kind.REFUND,
    Kind.REFUND_FAILED,
    Kind.DISPUTED,
    Kind.DISPUTE_WON,
)
BY_BANK: Final = (Kind.BANK_PAYMENT, Kind.BANK_REFUND)
FIELDS: Final = (
    *("pk", "kind", "amount", "vat", "vat_treatment", "vat_rate", "currency", "booked_at"),
    *("registration__reference", "invoice__number"),
)


@dataclass(frozen=True)
class Posting:
    """An amount on one account, in minor units; below zero on its credit side.

    Those of sales say how they stand to VAT, and how much of it belongs to them.
    """

    role: Role
    amount: int
    treatment: str = ""
    rate: int = 0
    tax: int = 0


@dataclass(frozen=True)
class Voucher:
    number: str
    day: date
    text: str
    reference: str
    document: str
    currency: str
    postings: tuple[Posting, ...] = field(default=())

    @property
    def is_balanced(self) -> bool:
        return sum(posting.amount for posting in self.postings) == 0


def vouchers_of(practice: Practice, period: Period) -> Iterator[Voucher]:
    """Every voucher of the period, the ledger's first; texts in the active language."""
    lines = lines_within(practice, period).values(*FIELDS)
    for line in lines.iterator(chunk_size=AT_A_TIME):
        yield voucher_of_line(practice.country, line, period=period)
    for payout in paid_out(practice, period):
        if period.first <= payout.arrives_on <= period.last:
            yield voucher_of_payout(payout, list(payout.lines.all()))
        if payout.came_back_on and period.first <= payout.came_back_on <= period.last:
            yield voucher_of_return(payout, list(payout.lines.all()), day=payout.came_back_on)


def paid_out(practice: Practice, period: Period) -> Iterator[Payout]:
    """The payouts that reached the bank in the period, or left it again."""
    days = (period.first, period.last)
    moved = Q(arrives_on__range=days) | Q(came_back_on__range=days)
    own = Payout.objects.filter(moved, practice=practice, was_paid=True)
    lines = PayoutLine.objects.select_related("ledger_line").order_by("pk")
    rows = own.order_by("arrives_on", "pk").prefetch_related(Prefetch("lines", queryset=lines))
    return rows.iterator(chunk_size=100)


def voucher_of_line(country: str, line: dict[str, Any], *, period: Period) -> Voucher:
    kind = Kind(line["kind"])
    document = line["invoice__number"] or ""
    reference = line["registration__reference"]
    return Voucher(
        number=str(line["pk"]),
        day=period.day_of(line["booked_at"]),
        text=" ".join(part for part in (str(kind.label), reference, document) if part),
        reference=reference,
        document=document,
        currency=line["currency"],
        postings=tuple(_postings(country, kind, line)),
    )


def _postings(country: str, kind: Kind, line: dict[str, Any]) -> Iterator[Posting]:
    """What is owed goes up by the line's amount; something else goes down by as much."""
    amount, vat = line["amount"], line["vat"]
    treatment, rate = line["vat_treatment"], line["vat_rate"]
    yield Posting(Role.RECEIVABLES, amount)
    if kind in (*BY_CARD, *BY_BANK):
        yield Posting(Role.CARD_CLEARING if kind in BY_CARD else Role.BANK, -amount)
        return
    if kind in LedgerLine.CHARGES:
        role = sales_role(country, treatment=treatment, rate=rate)
        yield Posting(role, -(amount - vat), treatment, rate, -vat)
    else:
        yield Posting(Role.LOSSES, -(amount - vat))
    if vat:
        yield Posting(vat_role(country, rate=rate), -vat)


def voucher_of_payout(payout: Payout, lines: list[PayoutLine]) -> Voucher:
    """What came into the bank, what Stripe kept, and what it was made of."""
    parts = _parts(payout, lines)
    postings = [Posting(role, amount) for role, amount in parts.items() if amount != 0]
    return _payout_voucher(payout, f"P{payout.pk}", payout.arrives_on, _("Payout"), postings)


def voucher_of_return(payout: Payout, lines: list[PayoutLine], *, day: date) -> Voucher:
    """It is at Stripe again, and part of a later payout; the fees stay paid."""
    bank = _parts(payout, lines)[Role.BANK]
    postings = [Posting(Role.BANK, -bank), Posting(Role.CARD_CLEARING, bank)]
    return _payout_voucher(payout, f"P{payout.pk}R", day, _("Payout that came back"), postings)


def _payout_voucher(
    payout: Payout, number: str, day: date, text: str, postings: list[Posting]
) -> Voucher:
    return Voucher(
        number=number,
        day=day,
        text=f"{text} {payout.payout_id}",
        reference="",
        document=payout.payout_id,
        currency=payout.currency,
        postings=tuple(postings),
    )


def _parts(payout: Payout, lines: list[PayoutLine]) -> dict[Role, int]:
    parts: dict[Role, int] = defaultdict(int)
    net = sum(line.net for line in lines)
    parts[Role.BANK] = net if payout.is_shared else payout.amount
    if not lines and not payout.is_shared:
        parts[Role.CARD_CLEARING] = -payout.amount
        return parts
    for line in lines:
        parts[Role.FEES] += line.fee
        parts[_against(line)] -= line.amount
    difference = 0 if payout.is_shared else payout.amount - net
    parts[Role.ROUNDING if abs(difference) < ROUNDING else Role.UNEXPLAINED] -= difference
    return parts


def _against(line: PayoutLine) -> Role:
    if line.category == PayoutLine.Category.FEE:
        return Role.FEES
    if line.category == PayoutLine.Category.PAYOUT:
        return Role.CARD_CLEARING
    booked = line.ledger_line
    if booked is None or booked.currency != line.currency:
        return Role.UNEXPLAINED
    return Role.CARD_CLEARING
