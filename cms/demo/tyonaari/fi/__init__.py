"""The words of Työn ääri in Finnish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.tyonaari.fi import home, legal, people, services_for_few, services_for_many
from cms.demo.words import Words

PAGES: Final[Mapping[str, Words]] = {
    "home": home.HOME,
    "services": services_for_few.SERVICES,
    "individual": services_for_few.INDIVIDUAL,
    "pair": services_for_few.PAIR,
    "team": services_for_many.TEAM,
    "group": services_for_many.GROUP,
    "community": services_for_many.COMMUNITY,
    "patient": services_for_few.PATIENT,
    "leaders": services_for_few.LEADERS,
    "consultation": services_for_few.CONSULTATION,
    "process": services_for_many.PROCESS,
    "supervisors": people.SUPERVISORS,
    "reetta": people.REETTA,
    "contact": home.CONTACT,
    "terms": legal.TERMS,
    "withdrawal": legal.WITHDRAWAL,
    "privacy": legal.PRIVACY,
    "cookies": legal.COOKIES,
    "accessibility": legal.ACCESSIBILITY,
}
