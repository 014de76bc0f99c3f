"""How old the unpaid invoices of employers are."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from registrations.models import CreditNote, Invoice


class Age(StrEnum):
    NOT_DUE = "not_due"
    TO_30 = "to_30"
    TO_60 = "to_60"
    TO_90 = "to_90"
    OVER_90 = "over_90"


LABELS: Final = {
    Age.NOT_DUE: _("Not due yet"),
    Age.TO_30: _("1–30 days overdue"),
    Age.TO_60: _("31–60 days overdue"),
    Age.TO_90: _("61–90 days overdue"),
    Age.OVER_90: _("More than 90 days overdue"),
}
# Overdue for at least so many whole days, and for fewer than the second.
DAYS: Final = {Age.TO_30: (0, 31), Age.TO_60: (31, 61), Age.TO_90: (61, 91)}


@dataclass
class OpenInvoices:
    """What is open in one currency, in minor units, by age."""

    currency: str
    amounts: dict[Age, int] = field(default_factory=dict)
    counts: dict[Age, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.amounts.values())


def open_invoices(invoices: QuerySet[Invoice]) -> QuerySet[Any]:
    """Those that were sent and not paid, with ``left``: what is still open of each."""
    notes = CreditNote.objects.filter(invoice=OuterRef("pk"))
    credited = (
        notes.exclude(status=CreditNote.Status.FAILED)
        .order_by()
        .values("invoice")
        .annotate(sum=Sum("amount"))
        .values("sum")
    )
    return invoices.filter(status=Invoice.Status.OPEN).annotate(
        left=F("amount") - Coalesce(Subquery(credited), 0)
    )


def of_age(age: Age, now: datetime) -> Q:
    if age == Age.NOT_DUE:
        return Q(due_at=None) | Q(due_at__gt=now)
    if age == Age.OVER_90:
        return Q(due_at__lte=now - timedelta(days=91))
    youngest, oldest = DAYS[age]
    return Q(due_at__lte=now - timedelta(days=youngest), due_at__gt=now - timedelta(days=oldest))


def age_of(invoice: Invoice, now: datetime) -> Age:
    if invoice.due_at is None or invoice.due_at > now:
        return Age.NOT_DUE
    days = (now - invoice.due_at) / timedelta(days=1)
    for age, (_youngest, oldest) in DAYS.items():
        if days < oldest:
            return age
    return Age.OVER_90


def sums_by_age(invoices: QuerySet[Invoice], now: datetime) -> list[OpenInvoices]:
    """For each currency; one query."""
    wanted: dict[str, Any] = {}
    for age in Age:
        wanted[f"amount_{age}"] = Sum("left", filter=of_age(age, now), default=0)
        wanted[f"count_{age}"] = Count("pk", filter=of_age(age, now))
    rows = open_invoices(invoices).order_by().values("currency").annotate(**wanted)
    return [
        OpenInvoices(
            currency=row["currency"],
            amounts={age: row[f"amount_{age}"] for age in Age},
            counts={age: row[f"count_{age}"] for age in Age},
        )
        for row in rows.order_by("currency")
    ]
