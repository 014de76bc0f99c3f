"""Days that come again and again."""

from datetime import date

import pytest

from courses.public_holidays import holiday_on
from courses.rhythm import occurrences, read_weeks

pytestmark = pytest.mark.one_database


def days(first: date, rhythm: str, *, number: int = 4, every: int = 1, skip: object = ()) -> list:
    found = occurrences(
        first,
        number=number,
        rhythm=rhythm,
        every=every,
        is_skipped=lambda day: day in skip,  # type: ignore[operator]
    )
    return [day.isoformat() for day in found]


def test_every_so_many_weeks_goes_over_the_end_of_the_year_and_leap_day() -> None:
    assert days(date(2027, 12, 20), "weeks", every=2, number=3) == [
        "2027-12-20",
        "2028-01-03",
        "2028-01-17",
    ]
    assert days(date(2028, 2, 22), "weeks", number=3) == ["2028-02-22", "2028-02-29", "2028-03-07"]


def test_the_same_weekday_of_each_month() -> None:
    assert days(date(2027, 1, 12), "months") == [
        "2027-01-12",
        "2027-02-09",
        "2027-03-09",
        "2027-04-13",
    ]


def test_a_fifth_weekday_is_the_last_one_of_each_month_also_of_a_short_one() -> None:
    assert days(date(2028, 1, 31), "months", number=5) == [
        "2028-01-31",
        "2028-02-28",
        "2028-03-27",
        "2028-04-24",
        "2028-05-29",
    ]
    assert days(date(2028, 2, 29), "months", number=2) == ["2028-02-29", "2028-03-28"]


def test_every_second_month_over_the_end_of_the_year() -> None:
    assert days(date(2027, 11, 4), "months", every=2, number=3) == [
        "2027-11-04",
        "2028-01-06",
        "2028-03-02",
    ]


def test_what_is_skipped_is_made_up_for_at_the_end() -> None:
    skipped = {date(2027, 2, 9), date(2027, 3, 9)}
    assert days(date(2027, 1, 12), "months", number=3, skip=skipped) == [
        "2027-01-12",
        "2027-04-13",
        "2027-05-11",
    ]


def test_skipping_everything_ends() -> None:
    found = occurrences(
        date(2027, 1, 12), number=3, rhythm="weeks", every=1, is_skipped=lambda day: True
    )
    assert found == []


def test_weeks_are_read_as_people_write_them() -> None:
    assert read_weeks("8, 27–29;52 - 53") == {8, 27, 28, 29, 52, 53}
    assert read_weeks(" ") == frozenset()


@pytest.mark.parametrize("typed", ["0", "54", "9-8", "eight", "8 9", "2027-05-17"])
def test_other_weeks_are_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_weeks(typed)


@pytest.mark.parametrize(
    ("country", "language", "day", "name"),
    [
        ("NO", "nb", date(2028, 5, 17), "Grunnlovsdag"),
        ("NO", "en", date(2028, 5, 17), "Constitution Day"),
        ("SE", "sv", date(2027, 6, 6), "Nationaldagen"),
        ("FI", "fi", date(2027, 12, 6), "Itsenäisyyspäivä"),
        ("FI", "sv", date(2027, 12, 6), "Självständighetsdagen"),
        ("DK", "da", date(2027, 12, 25), "Juledag"),
        ("NO", "nb", date(2027, 5, 18), ""),
    ],
)
def test_holidays_are_named_as_in_their_country(
    country: str, language: str, day: date, name: str
) -> None:
    assert holiday_on(day, country=country, language=language) == name
