"""Deadlines in hours that count on working days alone: Monday to Friday, no public holidays."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from courses.public_holidays import holiday_on

SATURDAY = 5


def after_working_hours(moment: datetime, *, hours: int, zone: ZoneInfo, country: str) -> datetime:
    """The moment at which ``hours`` have passed, counting the hours of working days only.

    All 24 of a day count: somebody who is asked on a Friday at noon with 48 hours to answer has
    until Tuesday at noon. Over a change of the clock an hour is an hour.
    """
    left = timedelta(hours=hours)
    moment = moment.astimezone(UTC)
    while True:
        day = moment.astimezone(zone).date()
        midnight = datetime.combine(day + timedelta(days=1), time(), tzinfo=zone).astimezone(UTC)
        if is_working_day(day, country=country):
            if moment + left <= midnight:
                return moment + left
            left -= midnight - moment
        moment = midnight


def is_working_day(day: date, *, country: str) -> bool:
    return day.weekday() < SATURDAY and not holiday_on(day, country=country)
