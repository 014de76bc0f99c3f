"""The tree of Tankeläge's own pages."""

from typing import Final

from cms.demo.one_language import OneLanguage
from cms.demo.tankelage import sv
from cms.demo.words import pages
from cms.facets import Format, Level, Orientation
from cms.models import (
    ContactPage,
    ContentPage,
    HomePage,
    LegalPage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.models.pages import Scene
from cms.models.services import FrequencyUnit

IN_SWEDISH: Final = OneLanguage("sv", sv.PAGES)
page = IN_SWEDISH.page

PAGES: Final = (
    page("home", HomePage, scene=Scene.LAKE),
    page("services", ServiceIndexPage, in_menu=True, scene=Scene.CIRCLE),
    page(
        "service",
        ServicePage,
        parent="services",
        scene=Scene.CIRCLE,
        fixed={
            "frequency_min": 1,
            "frequency_unit": FrequencyUnit.MONTH,
            "minutes_min": 90,
            "minutes_max": 120,
            "people_min": 5,
            "people_max": 8,
            "formats": [Format.TEAM, Format.GROUP],
            "orientations": [Orientation.CASE, Orientation.METHOD, Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.MANAGERS, Level.MANAGEMENT_GROUP],
            "show_contents": True,
            "supervisors": pages("linnea"),
            "related_courses": pages("course-group"),
        },
    ),
    page("supervisors", SupervisorIndexPage, in_menu=True, scene=Scene.ROOM),
    page("linnea", SupervisorPage, parent="supervisors", picture="tankelage"),
    page("about", ContentPage, in_menu=True, scene=Scene.CHAIRS),
    page("contact", ContactPage, in_menu=True, scene=Scene.LAKE),
    *IN_SWEDISH.legal(
        LegalPage.Kind.WITHDRAWAL, LegalPage.Kind.PRIVACY, LegalPage.Kind.ACCESSIBILITY
    ),
)
