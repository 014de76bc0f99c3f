"""Days that have passed, in the words of a page or in when it is shown."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from babel import Locale

from cms.models import ArticlePage, BasePage

from .findings import Finding, Kind
from .registry import each_page, register
from .surroundings import Surroundings
from .walking import is_words, plain

# What lies further back is told as history.
NEWS_UNTIL: Final = timedelta(days=730)
FAR_AHEAD: Final = timedelta(days=7)
RUNS_OUT: Final = "valid_until"

ISO: Final = re.compile(r"\b(?P<y>20\d\d)-(?P<m>\d{1,2})-(?P<d>\d{1,2})\b")
DIGITS: Final = re.compile(r"\b(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>20\d\d)\b")
YEAR: Final = re.compile(r"\b20\d\d\b")


@lru_cache
def _months() -> dict[str, int]:
    """Names of months in all our languages, in the forms that stand in dates."""
    names = {}
    for code, _name in settings.LANGUAGES:
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                for number, name in Locale.parse(code).months[form][width].items():
                    names[name.lower().rstrip(".")] = number
    return names


@lru_cache
def _written_out() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<d>\d{{1,2}})\.?\s+(?:of\s+)?)?(?P<m>{names})\.?\s+(?:(?P<d2>\d{{1,2}}),\s+)?"
        rf"(?P<y>20\d\d)\b",
        re.I,
    )


def days_in(words: str) -> list[date]:
    """The days that are named in ``words``; a month alone stands for its last day."""
    found: list[date | None] = []
    if not YEAR.search(words):
        return []
    for pattern in (ISO, DIGITS, _written_out()):
        for match in pattern.finditer(words):
            parts = match.groupdict()
            month = _months().get(parts["m"].lower()) or int(parts["m"])
            day = parts["d"] or parts.get("d2")
            found.append(_day(int(parts["y"]), month, int(day) if day else None))
    return [day for day in found if day]


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        if day is not None:
            return date(year, month, day)
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    except ValueError:
        return None


def last_day_of(words: str) -> date | None:
    """Until when something is valid that says so in words: a day, a month or a year."""
    days = days_in(words)
    years = [date(int(year), 12, 31) for year in YEAR.findall(words)]
    return max(days or years, default=None)


@register
@each_page
def days_that_have_passed(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    for spot in around.spots(page):
        if not is_words(spot):
            continue
        words = plain(spot.value)
        if spot.name == RUNS_OUT:
            until = last_day_of(words)
            if until and until < around.today:
                yield Finding(
                    Kind.DATE,
                    _("“Valid until %(day)s” has passed.") % {"day": words},
                    _("Write the new date, or take the row away."),
                    spot.place,
                    spot.where,
                )
        elif not isinstance(page, ArticlePage):
            # An article is read as of its day.
            past = [d for d in days_in(words) if around.today - NEWS_UNTIL < d < around.today]
            if past:
                yield Finding(
                    Kind.DATE,
                    _("The text names a day that has passed."),
                    _("If it is news, take it away. Dates of courses need not be written at all."),
                    spot.place,
                    spot.where,
                )


@register
@each_page
def when_it_is_shown(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    now = timezone.now()
    if page.go_live_at and page.go_live_at < now and not page.live:
        yield Finding(
            Kind.DATE,
            _("The day on which the page was to appear has passed."),
            _("Choose a new time under the status, or publish it now."),
        )
    if page.expire_at and page.expire_at < now:
        yield Finding(
            Kind.DATE,
            _("The day on which the page was to disappear has passed."),
            _("Take the day away under the status; otherwise it disappears within minutes."),
        )
    published_on = getattr(page, "published_on", None)
    if published_on and published_on > around.today + FAR_AHEAD:
        yield Finding(
            Kind.DATE,
            _("The article carries a date in the future."),
            _("Readers see it now, with that date. Correct it, or schedule the publishing."),
            "published_on",
        )
