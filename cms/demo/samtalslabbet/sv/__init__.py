"""Samtalslabbet's words in Swedish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.samtalslabbet.sv import articles, home, legal, people, services
from cms.demo.words import Words

PAGES: Final[Mapping[str, Words]] = {
    "home": home.HOME,
    "services": services.SERVICES,
    "collegial": services.COLLEGIAL,
    "team": services.TEAM,
    "articles": articles.ARTICLES,
    "advice": articles.ADVICE,
    "clock": articles.CLOCK,
    "lab": home.LAB,
    "supervisors": people.SUPERVISORS,
    "nadia": people.NADIA,
    "love": people.LOVE,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
    "withdrawal": legal.WITHDRAWAL,
    "privacy": legal.PRIVACY,
    "cookies": legal.COOKIES,
    "accessibility": legal.ACCESSIBILITY,
}
