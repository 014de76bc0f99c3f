"""The public holidays of a practice's country, with the names that people there know them by."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

import holidays

# What the calendars of holidays call our languages, where a country has names in them.
NAMED_IN: Final = {
    ("NO", "nb"): "no",
    ("SE", "sv"): "sv",
    ("FI", "fi"): "fi",
    ("FI", "sv"): "sv_FI",
    ("DK", "da"): "da",
}


def holiday_on(day: date, *, country: str, language: str = "en") -> str:
    """What public holiday ``day`` is in ``country``; empty when it is none."""
    named_in = NAMED_IN.get((country, language), "en_US")
    return _holidays(country, day.year, named_in).get(day, "")


@lru_cache(maxsize=64)
def _holidays(country: str, year: int, language: str) -> Mapping[date, str]:
    return dict(holidays.country_holidays(country, years=year, language=language))
