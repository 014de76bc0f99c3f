"""Periods of bookkeeping: whole days of the practice's own zone."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

MONTHS_OF_A_QUARTER = 3


@dataclass(frozen=True)
class Period:
    """From the beginning of ``first`` to the end of ``last``, in ``zone``."""

    first: date
    last: date
    zone: ZoneInfo

    @property
    def since(self) -> datetime:
        return datetime.combine(self.first, time(), tzinfo=self.zone)

    @property
    def until(self) -> datetime:
        """The first moment that no longer belongs to it."""
        return datetime.combine(self.last + timedelta(days=1), time(), tzinfo=self.zone)

    def day_of(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


def month(day: date, zone: ZoneInfo) -> Period:
    first = day.replace(day=1)
    return Period(first, _next_month(first) - timedelta(days=1), zone)


def quarter(day: date, zone: ZoneInfo) -> Period:
    begins = (day.month - 1) // MONTHS_OF_A_QUARTER * MONTHS_OF_A_QUARTER + 1
    first = day.replace(month=begins, day=1)
    after = first
    for _month in range(MONTHS_OF_A_QUARTER):
        after = _next_month(after)
    return Period(first, after - timedelta(days=1), zone)


def year(day: date, zone: ZoneInfo) -> Period:
    return Period(day.replace(month=1, day=1), day.replace(month=12, day=31), zone)


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
