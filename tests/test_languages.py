"""What each language's readers expect of amounts, days and counts."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils.translation import ngettext, override

import polib
import pytest

from courses.day_and_time import day_and_time, short
from courses.money import format_money, format_rate

SPACE = "\N{NO-BREAK SPACE}"
OSLO = ZoneInfo("Europe/Oslo")
MORNING = datetime(2027, 3, 1, 8, tzinfo=UTC)
DANISH = Path(__file__).resolve().parent.parent / "locale/da/LC_MESSAGES/django.po"
AMOUNT_AT_THE_END = re.compile(r"%\((amount|total|net|vat|price|fee|deposit|rest|ordinary)\)s\.")
LANGUAGES = ("nb", "sv", "fi", "da", "en")


def test_every_language_of_the_installation_is_looked_at(settings) -> None:
    names = (settings.LANGUAGES, settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    assert [tuple(code for code, _name in pairs) for pairs in names] == [LANGUAGES, LANGUAGES]


@pytest.mark.parametrize(
    ("language", "currency", "written"),
    [
        ("nb", "NOK", ("12 450,50 kr", "0 kr")),
        ("sv", "SEK", ("12 450,50 kr", "0 kr")),
        ("fi", "EUR", ("12 450,50 €", "0 €")),
        ("da", "DKK", ("12.450,50 kr.", "0 kr.")),
        ("en", "EUR", ("€12,450.50", "€0")),
    ],
)
def test_amounts(language: str, currency: str, written: tuple[str, str]) -> None:
    found = tuple(format_money(amount, currency, language) for amount in (1245050, 0))
    assert found == tuple(text.replace(" ", SPACE) for text in written)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nb", "25,5 %"),
        ("sv", "25,5 %"),
        ("fi", "25,5 %"),
        ("da", "25,5 %"),
        ("en", "25.5%"),
    ],
)
def test_rates(language: str, written: str) -> None:
    assert format_rate(2550, language) == written.replace(" ", SPACE)


@pytest.mark.parametrize(
    ("language", "written", "narrow"),
    [
        ("nb", "mandag 1. mars 2027 kl. 09:00", "1. mars 2027 09:00"),
        ("sv", "måndag 1 mars 2027 kl. 09:00", "1 mars 2027 09:00"),
        ("fi", "maanantaina 1. maaliskuuta 2027 klo 9.00", "1.3.2027 9.00"),
        ("da", "mandag den 1. marts 2027 kl. 09.00", "1. mar. 2027 09.00"),
        ("en", "Monday 1 March 2027, 09:00", "1 Mar 2027 09:00"),
    ],
)
def test_days_and_times(language: str, written: str, narrow: str) -> None:
    assert day_and_time(MORNING, zone=OSLO, language=language) == written
    assert short(MORNING, zone=OSLO, language=language) == narrow


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nb", ("0 plasser", "1 plass", "2 plasser", "5 plasser")),
        ("sv", ("0 platser", "1 plats", "2 platser", "5 platser")),
        ("fi", ("0 paikkaa", "1 paikka", "2 paikkaa", "5 paikkaa")),
        ("da", ("0 pladser", "1 plads", "2 pladser", "5 pladser")),
        ("en", ("0 seats", "1 seat", "2 seats", "5 seats")),
    ],
)
def test_counts(language: str, written: tuple[str, ...]) -> None:
    with override(language):
        found = tuple(
            ngettext("%(count)s seat", "%(count)s seats", count) % {"count": count}
            for count in (0, 1, 2, 5)
        )
    assert found == written


def test_no_danish_sentence_ends_in_an_amount() -> None:
    """“kr.” has a full stop of its own, and two in a row look like a slip."""
    texts = [
        text
        for entry in polib.pofile(str(DANISH))
        for text in (entry.msgstr, *entry.msgstr_plural.values())
    ]
    assert [text for text in texts if AMOUNT_AT_THE_END.search(text)] == []
