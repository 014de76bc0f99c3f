"""Tankeläge's words in Swedish, the only language that it speaks."""

from collections.abc import Mapping
from typing import Final

from cms.demo.tankelage.sv import home, legal, people, service
from cms.demo.words import Words

PAGES: Final[Mapping[str, Words]] = {
    "home": home.HOME,
    "services": service.SERVICES,
    "service": service.SERVICE,
    "supervisors": people.SUPERVISORS,
    "linnea": people.LINNEA,
    "about": home.ABOUT,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
    "withdrawal": legal.WITHDRAWAL,
    "privacy": legal.PRIVACY,
    "cookies": legal.COOKIES,
    "accessibility": legal.ACCESSIBILITY,
}
