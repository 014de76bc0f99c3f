"""The tree of Tankeläge's own pages."""

from typing import Final

from cms.demo.legal_pages import legal_pages
from cms.demo.page_tree import pages_in
from cms.demo.tankelage import sv
from cms.demo.words import pages
from cms.facets import Format, Level, Orientation
from cms.models import (
    ContactPage,
    ContentPage,
    HomePage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.models.pages import Scene
from cms.models.services import FrequencyUnit

page = pages_in({"sv": sv.PAGES})

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
    *legal_pages(page),
)
