"""Course pages and the lists they stand in."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cms.demo.page_tree import DemoPage, pages_in
from cms.models import Practice
from cms.models.pages import Scene
from courses.demo.samtalslabbet import sv as samtalslabbet
from courses.demo.steinlia import da, en, fi, nb, sv
from courses.demo.tankelage import sv as tankelage
from courses.demo.tyonaari import fi as tyonaari
from courses.demo.vandpunkten import sv as vandpunkten
from courses.models import Course, CourseIndexPage, CoursePage

steinlia_page: Final = pages_in(
    {"nb": nb.PAGES, "sv": sv.PAGES, "en": en.PAGES, "fi": fi.PAGES, "da": da.PAGES}
)
# What a course's page is called here, the course's code, and what is drawn above its words.
STEINLIA: Final = (
    ("group", "gruppeveiledning", Scene.CIRCLE),
    ("open-group", "apen-gruppe", Scene.ROOM),
    ("meta", "metaveiledning", Scene.CHAIRS),
    ("webinar", "skjermrommet", Scene.LAKE),
    ("chefer", "handledning-for-chefer", Scene.DESK),
    ("esihenkilot", "esihenkiloryhma", Scene.LAKE),
    ("first-year", "forste-aret", Scene.MAP_TABLE),
    ("outdoors", "kartbordet-ute", Scene.PATH),
)
tankelage_page: Final = pages_in({"sv": tankelage.PAGES})
vandpunkten_page: Final = pages_in({"sv": vandpunkten.PAGES})
tyonaari_page: Final = pages_in({"fi": tyonaari.PAGES})
samtalslabbet_page: Final = pages_in({"sv": samtalslabbet.PAGES})


def of_course(code: str) -> Callable[[Practice], Mapping[str, Any]]:
    """The page's facts: a new course with this code."""
    return lambda practice: {"course": Course.objects.create(practice=practice, code=code)}


PAGES: Final[Mapping[str, tuple[DemoPage, ...]]] = {
    "steinlia": (
        steinlia_page("courses", CourseIndexPage, in_menu=True, scene=Scene.MAP_TABLE),
        *(
            steinlia_page(
                f"course-{key}", CoursePage, parent="courses", scene=scene, facts=of_course(code)
            )
            for key, code, scene in STEINLIA
        ),
    ),
    "tankelage": (
        tankelage_page("courses", CourseIndexPage, in_menu=True, scene=Scene.LAKE),
        tankelage_page(
            "course-group",
            CoursePage,
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("oppen-grupp"),
        ),
    ),
    "vandpunkten": (
        vandpunkten_page("courses", CourseIndexPage, in_menu=True, scene=Scene.PATH),
        vandpunkten_page(
            "course-day",
            CoursePage,
            parent="courses",
            scene=Scene.ROOM,
            facts=of_course("fraga-oppet"),
        ),
    ),
    "tyonaari": (
        tyonaari_page("courses", CourseIndexPage, in_menu=True, scene=Scene.RYE),
        tyonaari_page(
            "course-leaders",
            CoursePage,
            parent="courses",
            scene=Scene.ROOM,
            facts=of_course("johtajan-oma-poyta"),
        ),
    ),
    "samtalslabbet": (
        samtalslabbet_page("courses", CourseIndexPage, in_menu=True, scene=Scene.COURTYARD),
        samtalslabbet_page(
            "course-collegial",
            CoursePage,
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("kollegial-grupphandledning"),
        ),
    ),
}
