"""Which course dates a page shows, in few queries however many there are."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from .offerings import Offering, OfferingQuerySet

if TYPE_CHECKING:
    from wagtail.query import PageQuerySet

    from .pages import CoursePage


@dataclass(frozen=True)
class CourseCard:
    page: "CoursePage"
    offerings: list[Offering]


def offerings_of(course_id: int | None) -> tuple[list[Offering], list[Offering]]:
    """A course's visible offerings with their facts: those to come, and those that are over."""
    offerings = list(
        Offering.objects.filter(course_id=course_id).visible().with_times().with_facts()
    )
    now = timezone.now()
    coming = [o for o in offerings if o.ends_at and o.ends_at > now]
    past = [o for o in offerings if o.ends_at and o.ends_at <= now]
    coming.sort(key=lambda o: (o.starts_at, o.pk))
    past.sort(key=lambda o: (o.starts_at, o.pk), reverse=True)
    return coming, past


def coming_cards(
    pages: "PageQuerySet[CoursePage]", *, at_most: int | None = None
) -> list[CourseCard]:
    """One card for each course that has dates to come, the soonest first."""
    return _cards(pages, Offering.objects.coming(), archived=False)[:at_most]


def past_cards(pages: "PageQuerySet[CoursePage]") -> list[CourseCard]:
    """One card for each course that has dates behind it, the latest first."""
    return _cards(pages, Offering.objects.past(), archived=None)


def _cards(
    pages: "PageQuerySet[CoursePage]", offerings: OfferingQuerySet, *, archived: bool | None
) -> list[CourseCard]:
    """Aliases and second pages of one course are left out: a course is shown once."""
    by_course: dict[int, CoursePage] = {}
    shown = pages.live().filter(alias_of=None).order_by("path")
    if archived is not None:
        shown = shown.filter(course__archived=archived)
    for page in shown.select_related("picture", "locale").defer("body", "for_whom"):
        by_course.setdefault(page.course_id, page)
    dates: dict[int, list[Offering]] = defaultdict(list)
    for offering in offerings.filter(course_id__in=by_course).with_facts():
        dates[offering.course_id].append(offering)
    return [CourseCard(page=by_course[pk], offerings=dates[pk]) for pk in dates]
