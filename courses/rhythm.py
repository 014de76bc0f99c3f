"""Days that come again and again: every so many weeks, or on the same weekday of the month."""

import calendar
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count, islice
from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

A_WEEK: Final = timedelta(weeks=1)
# Nothing is looked for further ahead, should every week be skipped.
MOST_STEPS: Final = 1000


class Rhythm(models.TextChoices):
    WEEKS = "weeks", _("Every so many weeks")
    MONTHS = "months", _("Every so many months, on the same weekday of the month")


def occurrences(
    first: date, *, number: int, rhythm: str, every: int, is_skipped: Callable[[date], bool]
) -> list[date]:
    """``number`` days beginning with ``first``; for one that is skipped, one more follows at the
    end."""
    days = _by_months(first, every) if rhythm == Rhythm.MONTHS else _by_weeks(first, every)
    within_sight = islice(days, MOST_STEPS)
    return list(islice((day for day in within_sight if not is_skipped(day)), number))


def _by_weeks(first: date, every: int) -> Iterator[date]:
    return (first + step * every * A_WEEK for step in count())


def _by_months(first: date, every: int) -> Iterator[date]:
    ordinal = (first.day - 1) // 7
    for step in count():
        years, month = divmod(first.month - 1 + step * every, 12)
        yield _weekday_of_month(first.year + years, month + 1, first.weekday(), ordinal)


def _weekday_of_month(year: int, month: int, weekday: int, ordinal: int) -> date:
    """The so-manieth such weekday, counted from nought; a fifth is the last."""
    first_weekday, length = calendar.monthrange(year, month)
    first = 1 + (weekday - first_weekday) % 7
    return date(year, month, first + 7 * min(ordinal, (length - first) // 7))


def read_weeks(typed: str) -> frozenset[int]:
    """Weeks of the year as people write them: “8, 27–31”. ``ValueError`` for anything else."""
    weeks: set[int] = set()
    for part in typed.replace("–", "-").replace(";", ",").split(","):
        if not part.strip():
            continue
        first, _dash, last = part.partition("-")
        begin, end = int(first), int(last or first)
        if not 1 <= begin <= end <= 53:
            raise ValueError(part)
        weeks.update(range(begin, end + 1))
    return frozenset(weeks)
