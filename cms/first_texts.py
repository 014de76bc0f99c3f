"""First texts of the pages that the law asks for: correct to begin with, and to be adapted.

They are written in the page's language, with the practice's own facts, and say only what the
product does. They begin with a paragraph that says what they are.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import gettext, override

from wagtail.models import Page

from cms.models.practices import Country, Practice, practice_of_page

TERMS: Final = "terms"
NAME_OF_NUMBER: Final = {"NO": "org.nr.", "SE": "org.nr", "FI": "Y-tunnus", "DK": "CVR-nr."}


@dataclass(frozen=True)
class Body:
    """Somebody whom a reader can turn to."""

    name: str
    address: str


DATA_PROTECTION: Final = {
    Country.NORWAY: Body("Datatilsynet", "https://www.datatilsynet.no/"),
    Country.SWEDEN: Body("Integritetsskyddsmyndigheten (IMY)", "https://www.imy.se/"),
    Country.FINLAND: Body("Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi/"),
    Country.DENMARK: Body("Datatilsynet", "https://www.datatilsynet.dk/"),
}
COMPLAINTS: Final = {
    Country.NORWAY: Body("Forbrukertilsynet", "https://www.forbrukertilsynet.no/"),
    Country.SWEDEN: Body("Allmänna reklamationsnämnden (ARN)", "https://www.arn.se/"),
    Country.FINLAND: Body("Kuluttajariitalautakunta", "https://www.kuluttajariita.fi/"),
    Country.DENMARK: Body("Nævnenes Hus", "https://naevneneshus.dk/"),
}
ACCESSIBILITY: Final = {
    Country.NORWAY: Body("Uu-tilsynet", "https://www.uutilsynet.no/"),
    Country.SWEDEN: Body("Post- och telestyrelsen (PTS)", "https://www.pts.se/"),
    Country.FINLAND: Body("Traficom", "https://www.saavutettavuusvaatimukset.fi/"),
    Country.DENMARK: Body("Sikkerhedsstyrelsen", "https://www.sik.dk/"),
}
# For how many years the books are kept.
BOOKS: Final = {
    Country.NORWAY: 5,
    Country.SWEDEN: 7,
    Country.FINLAND: 6,
    Country.DENMARK: 5,
}


def fill_in(page: Page, *, kind: str) -> None:
    """Give ``page`` the first text of its kind, unless it has a text already."""
    if strip_tags(page.text or "").strip() or not kind or not page.path:
        return
    practice = practice_of_page(page)
    if practice:
        page.text = first_text(practice, kind=kind, language=page.locale.language_code)


def first_text(practice: Practice, *, kind: str, language: str) -> str:
    """The text of one kind in one language, as rich text."""
    with override(language):
        facts = _facts(practice)
        parts = ("begin", kind)
        html = "".join(render_to_string(f"first_texts/{part}.html", facts) for part in parts)
    return "".join(line.strip() for line in html.splitlines())


def is_first_text(html: str) -> bool:
    """Whether ``html`` still says that it is a first text."""
    words = strip_tags(html)
    return any(sentence in words for sentence in _what_they_are())


@lru_cache
def _what_they_are() -> frozenset[str]:
    """How a first text begins, in each language."""
    found = set()
    for code, _name in settings.LANGUAGES:
        with override(code):
            found.add(strip_tags(render_to_string("first_texts/begin.html")).strip())
    return frozenset(found)


def _facts(practice: Practice) -> dict[str, Any]:
    country = Country(practice.country)
    return {
        "who": _who(practice),
        "name": practice.name,
        "email": practice.email,
        "country": gettext(country.label),
        "hold_minutes": practice.hold_minutes,
        "invoice_days": practice.invoice_days,
        "years": BOOKS[country],
        "enquiry_months": practice.enquiry_months,
        "data_protection": DATA_PROTECTION[country],
        "complaints": COMPLAINTS[country],
        "accessibility": ACCESSIBILITY[country],
        "session_cookie": settings.SESSION_COOKIE_NAME,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def _who(practice: Practice) -> str:
    """The practice's legal name and how to find it, as far as it is known."""
    number = practice.organisation_number
    place = " ".join(part for part in (practice.postcode, practice.town) if part)
    parts = (
        practice.legal_name,
        f"{NAME_OF_NUMBER[practice.country]} {number}" if number else "",
        practice.address,
        place,
        practice.email,
    )
    return ", ".join(part for part in parts if part)
