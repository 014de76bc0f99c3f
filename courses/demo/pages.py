"""Course pages and the lists they stand in."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from cms.demo.page_tree import DemoPage
from cms.models import Practice
from cms.models.pages import Scene
from courses.demo import steinlia_en as en
from courses.demo import steinlia_nb as nb
from courses.demo import tankelage_sv as sv
from courses.models import Course, CourseIndexPage, CoursePage


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
        DemoPage("courses", CourseIndexPage, {"sv": sv.COURSES}, in_menu=True, scene=Scene.LAKE),
        DemoPage(
            "course-group",
            CoursePage,
            {"sv": sv.GROUP},
            parent="courses",
            scene=Scene.CIRCLE,
            facts=of_course("oppen-grupp"),
        ),
    ),
}
