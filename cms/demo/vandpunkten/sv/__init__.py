"""Vändpunkten's words in Swedish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.vandpunkten.sv import home, legal, person, services
from cms.demo.words import Words

PAGES: Final[Mapping[str, Words]] = {
    "home": home.HOME,
    "services": services.SERVICES,
    "individual": services.INDIVIDUAL,
    "group": services.GROUP,
    "supervisors": person.SUPERVISORS,
    "ylva": person.YLVA,
    "change": home.CHANGE,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
    "withdrawal": legal.WITHDRAWAL,
    "privacy": legal.PRIVACY,
    "cookies": legal.COOKIES,
    "accessibility": legal.ACCESSIBILITY,
}
