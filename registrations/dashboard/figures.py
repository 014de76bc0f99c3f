"""How it goes: figures of the last twelve months, added up by the database."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce, TruncMonth

from courses.models import Offering
from courses.viewsets import with_course_title
from registrations.models import Enquiry, LedgerLine, Participant, Proposal, Registration
from registrations.states import State

MONTHS: Final = 12
# Days from registering to the first session: less than so many, the last of them without an end.
LEAD_TIMES: Final = (7, 14, 28, 56, 84)

Kind = LedgerLine.Kind
RECEIVED: Final = (
    *(Kind.PAYMENT, Kind.BANK_PAYMENT, Kind.REFUND, Kind.BANK_REFUND, Kind.REFUND_FAILED),
    *(Kind.DISPUTED, Kind.DISPUTE_WON),
)


@dataclass(frozen=True)
class Fill:
    """Seats that were taken of those that there were."""

    taken: int = 0
    seats: int = 0

    def __add__(self, other: "Fill") -> "Fill":
        return Fill(self.taken + other.taken, self.seats + other.seats)

    @property
    def percent(self) -> int:
        return round(100 * self.taken / self.seats) if self.seats else 0


@dataclass(frozen=True)
class Money:
    """Of one month, in minor units: what came in less what went back, and what is still owed by
    those who registered in it."""

    received: int = 0
    outstanding: int = 0


@dataclass(frozen=True)
class Asked:
    """Enquiries of one month, and how many of them became an agreement until today."""

    enquiries: int = 0
    agreements: int = 0


@dataclass(frozen=True)
class Figures:
    months: tuple[date, ...]
    fill: dict[date, Fill]
    by_course: dict[str, Fill]
    by_language: dict[str, Fill]
    money: dict[str, dict[date, Money]]
    enquiries: dict[date, Asked]
    lead_times: tuple[int, ...]
    worked_out_at: datetime


def months_until(now: datetime, zone: ZoneInfo) -> tuple[date, ...]:
    """The first days of the last twelve months, this one last."""
    today = now.astimezone(zone).date()
    last = today.year * 12 + today.month - 1
    return tuple(date(n // 12, n % 12 + 1, 1) for n in range(last - MONTHS + 1, last + 1))


def figures_of(practices: list[int], *, now: datetime, zone: ZoneInfo) -> Figures:
    """The figures of these practices together; months are those of ``zone``."""
    months = months_until(now, zone)
    since = datetime(months[0].year, months[0].month, 1, tzinfo=zone)
    fill: dict[date, Fill] = {}
    by_course: dict[str, Fill] = {}
    by_language: dict[str, Fill] = {}
    starts: dict[int, datetime] = {}
    for offering in _begun(practices, since=since, now=now):
        starts[offering.pk] = offering.starts_at
        one = Fill(offering.taken, offering.seats)
        first_day = offering.starts_at.astimezone(zone).date().replace(day=1)
        for table, key in (
            (fill, first_day),
            (by_course, offering.course_title),
            (by_language, offering.language),
        ):
            table[key] = table.get(key, Fill()) + one
    return Figures(
        months=months,
        fill=fill,
        by_course=by_course,
        by_language=by_language,
        money=_money(practices, since=since, zone=zone),
        enquiries=_enquiries(practices, since=since, zone=zone),
        lead_times=_lead_times(starts),
        worked_out_at=now,
    )


def _begun(practices: list[int], *, since: datetime, now: datetime) -> Any:
    """Offerings that began in these months, with how many seats were confirmed."""
    confirmed = (
        Participant.objects.coming()
        .filter(registration__offering=OuterRef("pk"), registration__state=State.CONFIRMED)
        .order_by()
        .values("registration__offering")
        .annotate(number=Count("pk"))
    )
    rows = Offering.objects.with_times().filter(
        course__practice__in=practices,
        status__in=(Offering.Status.PUBLISHED, Offering.Status.CLOSED),
        starts_at__gte=since,
        starts_at__lte=now,
    )
    return with_course_title(rows).annotate(
        taken=Coalesce(Subquery(confirmed.values("number")), 0, output_field=IntegerField())
    )


def _money(
    practices: list[int], *, since: datetime, zone: ZoneInfo
) -> dict[str, dict[date, Money]]:
    lines = LedgerLine.objects.filter(
        registration__practice__in=practices, booked_at__gte=since, kind__in=RECEIVED
    )
    received = (
        lines.order_by()
        .annotate(month=TruncMonth("booked_at", tzinfo=zone))
        .values("currency", "month")
        .annotate(sum=-Sum("amount"))
    )
    balances = LedgerLine.objects.filter(registration=OuterRef("pk")).order_by()
    owing = (
        Registration.objects.filter(practice__in=practices, made_at__gte=since)
        .order_by()
        .annotate(
            balance=Subquery(
                balances.values("registration").annotate(sum=Sum("amount")).values("sum")
            ),
            month=TruncMonth("made_at", tzinfo=zone),
        )
        .filter(balance__gt=0)
        .values("currency", "month")
        .annotate(sum=Sum("balance"))
    )
    table: dict[str, dict[date, Money]] = {}
    for row in received:
        table.setdefault(row["currency"], {})[row["month"].date()] = Money(received=row["sum"])
    for row in owing:
        of_currency, month = table.setdefault(row["currency"], {}), row["month"].date()
        came_in = of_currency.get(month, Money()).received
        of_currency[month] = Money(received=came_in, outstanding=row["sum"])
    return table


def _enquiries(practices: list[int], *, since: datetime, zone: ZoneInfo) -> dict[date, Asked]:
    accepted = Proposal.objects.filter(enquiry=OuterRef("pk"), status=Proposal.Status.ACCEPTED)
    rows = (
        Enquiry.objects.filter(practice__in=practices, made_at__gte=since, suspected_spam=False)
        .order_by()
        .annotate(month=TruncMonth("made_at", tzinfo=zone), agreed=Exists(accepted))
        .values("month")
        .annotate(enquiries=Count("pk"), agreements=Count("pk", filter=Q(agreed=True)))
    )
    return {row["month"].date(): Asked(row["enquiries"], row["agreements"]) for row in rows}


def _lead_times(starts: dict[int, datetime]) -> tuple[int, ...]:
    """How many confirmed registrations were made so long before the first session.

    Their dates are read: a database would look for each one's first session anew.
    """
    rows = Registration.objects.filter(offering__in=starts, state=State.CONFIRMED).order_by()
    counts = [0] * (len(LEAD_TIMES) + 1)
    for offering_id, made_at in rows.values_list("offering", "made_at").iterator():
        days = (starts[offering_id] - made_at) / timedelta(days=1)
        counts[bisect_right(LEAD_TIMES, days)] += 1
    return tuple(counts)
