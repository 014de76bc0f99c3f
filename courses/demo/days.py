"""Days for the demo's courses: relative to today, and never when nobody would come."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from dateutil.easter import easter

WEEK: Final = timedelta(weeks=1)
HOLIDAYS: Final = {(5, 1), (5, 17), (6, 6)}
# From Palm Sunday to Easter Monday, and Ascension Day and Whit Monday with the days around them.
DAYS_FROM_EASTER: Final = {*range(-7, 2), 39, 40, 50}


def course_day(today: date, *, weeks: int, weekday: int) -> date:
    """The ``weekday`` (0 is Monday) ``weeks`` weeks from this one, moved away from holidays."""
    monday = today - timedelta(days=today.weekday()) + weeks * WEEK
    return _away_from_holidays(monday + timedelta(days=weekday), by=-WEEK if weeks < 0 else WEEK)


def course_days(
    today: date, *, weeks: int, weekday: int, count: int, weeks_between: int = 1
) -> list[date]:
    """A series of ``count`` days, each at least ``weeks_between`` weeks after the one before."""
    days = [course_day(today, weeks=weeks, weekday=weekday)]
    while len(days) < count:
        days.append(_away_from_holidays(days[-1] + weeks_between * WEEK, by=WEEK))
    return days


def two_days(today: date, *, weeks: int, weekday: int) -> list[date]:
    first = course_day(today, weeks=weeks, weekday=weekday)
    return [first, first + timedelta(days=1)]


def moment(day: date, clock: str, *, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone)


def _away_from_holidays(day: date, *, by: timedelta) -> date:
    while _nobody_comes(day) or _nobody_comes(day + timedelta(days=1)):
        day += by
    return day


def _nobody_comes(day: date) -> bool:
    in_summer = (6, 24) <= (day.month, day.day) <= (8, 9)
    at_christmas = (day.month, day.day) >= (12, 19) or (day.month, day.day) <= (1, 6)
    by_easter = (day - easter(day.year)).days in DAYS_FROM_EASTER
    return in_summer or at_christmas or by_easter or (day.month, day.day) in HOLIDAYS
