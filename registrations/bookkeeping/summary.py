"""The ledger of a period in sums: what was charged, paid and given up, and what is open."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final

from django.db.models import Q, QuerySet, Sum

from cms.models import Practice
from registrations.bookkeeping.periods import Period
from registrations.models import LedgerLine

Kind = LedgerLine.Kind

# The columns of the summary between what was open before and what is open after. Every kind of
# line stands in exactly one of them, so a row always sums.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "price": (Kind.PRICE,),
    "discount": (Kind.DISCOUNT,),
    "taken_back": (Kind.PRICE_TAKEN_BACK,),
    "fees": (Kind.FEE,),
    "by_card": (Kind.PAYMENT,),
    "by_bank": (Kind.BANK_PAYMENT,),
    "refunded": (Kind.REFUND, Kind.REFUND_FAILED, Kind.BANK_REFUND),
    "disputed": (Kind.DISPUTED, Kind.DISPUTE_WON),
    "written_off": (Kind.WRITTEN_OFF, Kind.WRITE_OFF_UNDONE),
}


class By(StrEnum):
    """What the sums are grouped by."""

    ALL = "all"
    OFFERING = "offering"
    VAT = "vat"
    METHOD = "method"


GROUPS: Final[dict[By, tuple[str, ...]]] = {
    By.ALL: (),
    By.OFFERING: ("registration__offering",),
    By.VAT: ("vat_treatment", "vat_rate"),
    By.METHOD: ("registration__method",),
}


@dataclass
class Sums:
    """Minor units of one currency; what is owed counts up, what was paid counts down.

    ``opening`` and all columns sum to ``closing``. ``vat`` is what the lines carry of VAT, losses
    that were given up included.
    """

    key: tuple[Any, ...]
    currency: str
    opening: int = 0
    price: int = 0
    discount: int = 0
    taken_back: int = 0
    fees: int = 0
    by_card: int = 0
    by_bank: int = 0
    refunded: int = 0
    disputed: int = 0
    written_off: int = 0
    closing: int = 0
    vat: int = 0

    @property
    def charged(self) -> int:
        return self.price + self.discount + self.taken_back + self.fees

    @property
    def is_settled(self) -> bool:
        """Nothing was open before, and nothing happened."""
        return not any(getattr(self, name) for name in AMOUNTS)

    def add(self, other: "Sums") -> None:
        for name in AMOUNTS:
            setattr(self, name, getattr(self, name) + getattr(other, name))


AMOUNTS: Final = tuple(one.name for one in fields(Sums) if one.name not in ("key", "currency"))


def lines_of(practice: Practice) -> QuerySet[LedgerLine]:
    return LedgerLine.objects.filter(registration__practice=practice)


def lines_within(practice: Practice, period: Period) -> QuerySet[LedgerLine]:
    """The lines that were booked in the period, the oldest first."""
    return (
        lines_of(practice)
        .filter(booked_at__gte=period.since, booked_at__lt=period.until)
        .order_by("booked_at", "pk")
    )


def sums_of(practice: Practice, period: Period, *, by: By = By.ALL) -> list[Sums]:
    """The sums of each group and currency in which something is open or happened.

    One query, whatever the number of lines; groups come in the order of their keys, the newest
    course date first.
    """
    within = Q(booked_at__gte=period.since)
    columns = {
        name: Sum("amount", filter=within & Q(kind__in=kinds), default=0)
        for name, kinds in COLUMNS.items()
    }
    names = GROUPS[by]
    rows = (
        lines_of(practice)
        .filter(booked_at__lt=period.until)
        .order_by()
        .values(*names, "currency")
        .annotate(
            opening=Sum("amount", filter=~within, default=0),
            closing=Sum("amount", default=0),
            vats=Sum("vat", filter=within, default=0),
            **columns,
        )
    )
    found = [
        Sums(
            key=tuple(row.pop(name) for name in names),
            currency=row.pop("currency"),
            vat=row.pop("vats"),
            **row,
        )
        for row in rows
    ]
    ordered = sorted(found, key=lambda sums: (sums.key, sums.currency), reverse=by == By.OFFERING)
    return [sums for sums in ordered if not sums.is_settled]


def totals(rows: list[Sums]) -> list[Sums]:
    """The sum of all rows, for each currency."""
    found: dict[str, Sums] = {}
    for row in rows:
        found.setdefault(row.currency, Sums(key=(), currency=row.currency)).add(row)
    return [found[currency] for currency in sorted(found)]
