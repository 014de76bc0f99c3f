"""Hours of working days: weekends, holidays of each country, and changes of the clock."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from registrations.working_days import after_working_hours, is_working_day

OSLO = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize(
    ("asked", "hours", "answer"),
    [
        ("2027-01-11T12:00", 48, "2027-01-13T12:00"),  # Monday
        ("2027-01-15T12:00", 48, "2027-01-19T12:00"),  # Friday
        ("2027-01-16T15:00", 24, "2027-01-19T00:00"),  # Saturday counts from Monday
        ("2027-03-24T12:00", 48, "2027-03-31T12:00"),  # Easter: Thursday to Monday
        ("2026-12-23T12:00", 48, "2026-12-28T12:00"),  # Christmas Eve is a day like others
        ("2027-03-28T12:00", 1, "2027-03-30T01:00"),  # the clock changed in the weekend
    ],
)
def test_hours_count_on_working_days_in_the_practices_zone(
    asked: str, hours: int, answer: str
) -> None:
    moment = datetime.fromisoformat(asked).replace(tzinfo=OSLO)
    until = after_working_hours(moment, hours=hours, zone=OSLO, country="NO")
    assert until == datetime.fromisoformat(answer).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("day", "country", "works"),
    [
        (date(2027, 5, 17), "NO", False),
        (date(2027, 5, 17), "SE", True),
        (date(2028, 6, 6), "SE", False),
        (date(2027, 12, 6), "FI", False),
        (date(2027, 12, 6), "DK", True),
        (date(2027, 5, 6), "DK", False),
        (date(2027, 1, 16), "NO", False),
    ],
)
def test_each_country_has_its_own_holidays(day: date, country: str, works: bool) -> None:
    assert is_working_day(day, country=country) is works
