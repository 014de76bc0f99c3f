"""Course pages and the lists they stand in."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cms.demo.one_language import OneLanguage
from cms.demo.page_tree import DemoPage
from cms.models import Practice
from cms.models.pages import Scene
from courses.demo import steinlia_en as en
from courses.demo import steinlia_nb as nb
from courses.demo.samtalslabbet import sv as samtalslabbet
from courses.demo.tankelage import sv as tankelage
from courses.demo.tyonaari import fi as tyonaari
from courses.demo.vandpunkten import sv as vandpunkten
from courses.models import Course, CourseIndexPage, CoursePage

TANKELAGE: Final = OneLanguage("sv", tankelage.PAGES)
VANDPUNKTEN: Final = OneLanguage("sv", vandpunkten.PAGES)
TYONAARI: Final = OneLanguage("fi", tyonaari.PAGES)
SAMTALSLABBET: Final = OneLanguage("sv", samtalslabbet.PAGES)


def of_course(code: str) -> Callable[[Practice], Mapping[str, Any]]:
    """The page's facts: a new course with this code."""
    return lambda practice: {"course": Course.objects.create(practice=practice, code=code)}


PAGES: Final[Mapping[str, tuple[DemoPage, ...]]] = {
    "steinlia": (
        DemoPage(
            "courses",
            CourseIndexPage,
            {"nb": nb.COURSES, "en": en.COURSES},
            in_menu=True,
            scene=Scene.MAP_TABLE,
        ),
        DemoPage(
            "course-group",
            CoursePage,
            {"nb": nb.GROUP, "en": en.GROUP},
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("gruppeveiledning"),
        ),
        DemoPage(
            "course-meta",
            CoursePage,
            {"nb": nb.META, "en": en.META},
            parent="courses",
            scene=Scene.ROOM,
            facts=of_course("metaveiledning"),
        ),
        DemoPage(
            "course-webinar",
            CoursePage,
            {"nb": nb.WEBINAR, "en": en.WEBINAR},
            parent="courses",
            scene=Scene.LAKE,
            facts=of_course("skjermrommet"),
        ),
    ),
    "tankelage": (
        TANKELAGE.page("courses", CourseIndexPage, in_menu=True, scene=Scene.LAKE),
        TANKELAGE.page(
            "course-group",
            CoursePage,
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("oppen-grupp"),
        ),
    ),
    "vandpunkten": (
        VANDPUNKTEN.page("courses", CourseIndexPage, in_menu=True, scene=Scene.PATH),
        VANDPUNKTEN.page(
            "course-day",
            CoursePage,
            parent="courses",
            scene=Scene.ROOM,
            facts=of_course("fraga-oppet"),
        ),
    ),
    "tyonaari": (
        TYONAARI.page("courses", CourseIndexPage, in_menu=True, scene=Scene.RYE),
        TYONAARI.page(
            "course-leaders",
            CoursePage,
            parent="courses",
            scene=Scene.ROOM,
            facts=of_course("johtajan-oma-poyta"),
        ),
    ),
    "samtalslabbet": (
        SAMTALSLABBET.page("courses", CourseIndexPage, in_menu=True, scene=Scene.COURTYARD),
        SAMTALSLABBET.page(
            "course-collegial",
            CoursePage,
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("kollegial-grupphandledning"),
        ),
    ),
}
