"""The tree of Vändpunkten's own pages."""

from typing import Final

from cms.demo.legal_pages import legal_pages
from cms.demo.page_tree import pages_in
from cms.demo.vandpunkten import sv
from cms.demo.words import pages
from cms.facets import Format, Level, Orientation, Setting
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
    page("home", HomePage, scene=Scene.PATH),
    page("services", ServiceIndexPage, in_menu=True, scene=Scene.CHAIRS),
    page(
        "individual",
        ServicePage,
        parent="services",
        scene=Scene.CHAIRS,
        fixed={
            "frequency_min": 1,
            "frequency_unit": FrequencyUnit.MONTH,
            "minutes_min": 60,
            "people_min": 1,
            "formats": [Format.INDIVIDUAL],
            "orientations": [Orientation.CASE, Orientation.PROCESS],
            "levels": [Level.STAFF, Level.MANAGERS],
            "setting": Setting.BOTH,
            "supervisors": pages("ylva"),
        },
    ),
    page(
        "group",
        ServicePage,
        parent="services",
        scene=Scene.CIRCLE,
        fixed={
            "frequency_min": 4,
            "frequency_max": 6,
            "frequency_unit": FrequencyUnit.WEEK,
            "minutes_min": 90,
            "minutes_max": 180,
            "people_min": 4,
            "people_max": 7,
            "formats": [Format.TEAM, Format.GROUP],
            "orientations": [Orientation.CASE, Orientation.METHOD, Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS],
            "supervisors": pages("ylva"),
            "related_courses": pages("course-day"),
        },
    ),
    page("supervisors", SupervisorIndexPage, in_menu=True, scene=Scene.PATH),
    page("ylva", SupervisorPage, parent="supervisors", picture="vandpunkten"),
    page("change", ContentPage, in_menu=True, scene=Scene.CHAIRS),
    page("contact", ContactPage, in_menu=True, scene=Scene.FJORD),
    *legal_pages(page),
)
