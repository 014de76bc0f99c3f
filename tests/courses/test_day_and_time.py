from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from courses.day_and_time import day, day_and_time, plain_day, span

OSLO = ZoneInfo("Europe/Oslo")
HELSINKI = ZoneInfo("Europe/Helsinki")
MORNING = datetime(2027, 1, 12, 8, tzinfo=UTC)
AFTERNOON = datetime(2027, 1, 12, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "written"),
    [
        ("nb", OSLO, "tirsdag 12. januar 2027, 09:00–16:00"),
        ("sv", OSLO, "tisdag 12 januari 2027, 09:00–16:00"),
        ("en", OSLO, "Tuesday 12 January 2027, 09:00–16:00"),
        ("fi", HELSINKI, "tiistaina 12. tammikuuta 2027, 10.00–17.00"),
        ("da", OSLO, "tirsdag den 12. januar 2027, 09.00–16.00"),
    ],
)
def test_a_session_in_words(language: str, zone: ZoneInfo, written: str) -> None:
    assert span(MORNING, AFTERNOON, zone=zone, language=language) == written


def test_every_finnish_day_of_the_week_has_its_ending() -> None:
    days = [MORNING + timedelta(days=number) for number in range(7)]
    written = [day(moment, zone=HELSINKI, language="fi").split()[0] for moment in days]
    assert written == [
        "tiistaina",
        "keskiviikkona",
        "torstaina",
        "perjantaina",
        "lauantaina",
        "sunnuntaina",
        "maanantaina",
    ]


def test_wall_clock_is_kept_over_daylight_saving_l6() -> None:
    before = datetime(2027, 3, 27, 9, tzinfo=OSLO)
    after = datetime(2027, 3, 28, 9, tzinfo=OSLO)
    assert day_and_time(before, zone=OSLO, language="nb").endswith("kl. 09:00")
    assert day_and_time(after, zone=OSLO, language="nb").endswith("kl. 09:00")
    assert (after - before).total_seconds() == 24 * 3600
    assert (after.astimezone(UTC) - before.astimezone(UTC)).total_seconds() == 23 * 3600


def test_over_midnight_both_days_are_named() -> None:
    late = datetime(2027, 1, 12, 22, tzinfo=OSLO)
    early = datetime(2027, 1, 13, 1, tzinfo=OSLO)
    assert span(late, early, zone=OSLO, language="en") == (
        "Tuesday 12 January 2027, 22:00 – Wednesday 13 January 2027, 01:00"
    )


def test_a_day_without_a_time_is_written_as_the_reader_does() -> None:
    chosen = date(2027, 1, 12)
    assert plain_day(chosen, language="nb") == "12. januar 2027"
    assert plain_day(chosen, language="en") == "12 January 2027"
