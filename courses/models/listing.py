"""Which course dates a page shows, in few queries however many there are."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.utils import timezone

from wagtail.models import Page, ReferenceIndex

from cms.reading import in_languages_read

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


def course_pages_naming(page: Page, request: HttpRequest) -> "PageQuerySet[CoursePage]":
    """The course pages, as the visitor reads them, whose words name ``page``."""
    from .pages import CoursePage

    family = Page.objects.filter(translation_key=page.translation_key).values_list("pk", flat=True)
    naming = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(CoursePage),
        to_object_id__in=[str(pk) for pk in family],
        model_path__startswith="body.",
    ).annotate(page=Cast("object_id", IntegerField()))
    named = CoursePage.objects.live().filter(pk__in=naming.values("page"))
    return in_languages_read(named, page, request)
