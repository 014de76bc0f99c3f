"""Days and times in words, in the reader's language and the practice's time zone."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton, format_time

from courses.money import babel_locale

# Finnish says “on Monday” within a sentence. Unicode's own form of that is right for six days of
# the week alone; each of the seven is its name with “na”.
DAY_PATTERNS = {
    "nb": "EEEE d. MMMM y",
    "sv": "EEEE d MMMM y",
    "en": "EEEE d MMMM y",
    "fi": "cccc'na' d. MMMM y",
    "da": "EEEE 'den' d. MMMM y",
}


@lru_cache(maxsize=4096)
def day(moment: datetime, *, zone: ZoneInfo, language: str) -> str:
    """“mandag 12. januar 2027”"""
    locale = babel_locale(language)
    local = moment.astimezone(zone)
    pattern = DAY_PATTERNS.get(language)
    if pattern is None:
        return format_skeleton("yMMMMEEEEd", local, locale=locale)
    return format_date(local.date(), pattern, locale=locale)


def plain_day(of: date, *, language: str) -> str:
    """“12. januar 2027”: a day that somebody chose, in no time zone."""
    return format_date(of, "long", locale=babel_locale(language))


@lru_cache(maxsize=4096)
def clock(moment: datetime, *, zone: ZoneInfo, language: str) -> str:
    """“09.00” or “09:00”, as the language has it."""
    return format_time(moment.astimezone(zone), "short", tzinfo=zone, locale=babel_locale(language))


def day_and_time(moment: datetime, *, zone: ZoneInfo, language: str) -> str:
    joined = {"nb": " kl. ", "sv": " kl. ", "da": " kl. ", "fi": " klo "}.get(language, ", ")
    return (
        day(moment, zone=zone, language=language)
        + joined
        + clock(moment, zone=zone, language=language)
    )


def short(moment: datetime, *, zone: ZoneInfo, language: str) -> str:
    """“12. jan. 2027 09:00”, for the narrow column of a table."""
    date = format_date(moment.astimezone(zone).date(), "medium", locale=babel_locale(language))
    return f"{date} {clock(moment, zone=zone, language=language)}"


def span(starts_at: datetime, ends_at: datetime, *, zone: ZoneInfo, language: str) -> str:
    """“mandag 12. januar 2027, 09:00–16:00”; over midnight, both days are named."""
    first = day(starts_at, zone=zone, language=language)
    begins = clock(starts_at, zone=zone, language=language)
    ends = clock(ends_at, zone=zone, language=language)
    if starts_at.astimezone(zone).date() == ends_at.astimezone(zone).date():
        return f"{first}, {begins}–{ends}"
    return f"{first}, {begins} – {day(ends_at, zone=zone, language=language)}, {ends}"
