"""The tree of Samtalslabbet's own pages."""

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from cms.demo.legal_pages import legal_pages
from cms.demo.page_tree import pages_in
from cms.demo.samtalslabbet import sv
from cms.demo.words import PageReference, pages
from cms.facets import Format, Level, Orientation, Setting
from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    ContactPage,
    ContentPage,
    HomePage,
    Practice,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.models.pages import Scene
from cms.models.services import FrequencyUnit

page = pages_in({"sv": sv.PAGES})


def weeks_ago(weeks: int) -> Any:
    def facts(practice: Practice) -> dict[str, Any]:
        today = timezone.localdate(timezone=practice.zone)
        return {"published_on": today - timedelta(weeks=weeks)}

    return facts


PAGES: Final = (
    page("home", HomePage, scene=Scene.COURTYARD),
    page("services", ServiceIndexPage, in_menu=True, scene=Scene.CIRCLE),
    page(
        "collegial",
        ServicePage,
        parent="services",
        scene=Scene.CIRCLE,
        fixed={
            "meetings": 3,
            "minutes_min": 90,
            "people_min": 4,
            "people_max": 6,
            "formats": [Format.GROUP, Format.TEAM],
            "orientations": [Orientation.CASE, Orientation.METHOD],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.MANAGERS],
            "supervisors": pages("nadia", "love"),
            "related_courses": pages("course-collegial"),
        },
    ),
    page(
        "team",
        ServicePage,
        parent="services",
        scene=Scene.ROOM,
        fixed={
            "frequency_min": 4,
            "frequency_max": 5,
            "frequency_unit": FrequencyUnit.WEEK,
            "meetings": 6,
            "minutes_min": 90,
            "minutes_max": 120,
            "people_min": 4,
            "people_max": 10,
            "formats": [Format.TEAM],
            "orientations": [Orientation.PROCESS],
            "levels": [Level.STAFF, Level.TEAM_LEADS, Level.MANAGEMENT_GROUP],
            "setting": Setting.BOTH,
            "supervisors": pages("nadia", "love"),
        },
    ),
    page("lab", ContentPage, in_menu=True, scene=Scene.CHAIRS),
    page("supervisors", SupervisorIndexPage, in_menu=True, scene=Scene.ROOM),
    page("nadia", SupervisorPage, parent="supervisors", picture="samtalslabbet-1"),
    page("love", SupervisorPage, parent="supervisors", picture="samtalslabbet-2"),
    page("articles", ArticleIndexPage, in_menu=True, scene=Scene.DESK),
    page(
        "clock",
        ArticlePage,
        parent="articles",
        scene=Scene.DESK,
        facts=weeks_ago(19),
        fixed={"author": PageReference("love")},
    ),
    page(
        "advice",
        ArticlePage,
        parent="articles",
        scene=Scene.CHAIRS,
        facts=weeks_ago(3),
        fixed={"author": PageReference("nadia")},
    ),
    page("contact", ContactPage, in_menu=True, scene=Scene.COURTYARD),
    *legal_pages(page),
)
