"""The courses that are coming, read once for all that one page shows of them."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from cms.reading import anywhere_below_to_read
from cms.site_context import home_of, homes_of
from courses.models import CoursePage, Offering
from courses.models.listing import CourseCard, coming_cards


def coming(request: HttpRequest | None) -> list[CourseCard]:
    """The practice's courses with dates to come, as the visitor reads them, the soonest first."""
    if request is None:
        return []
    if not hasattr(request, "_coming_courses"):
        home = home_of(request)
        cards = []
        if home:
            homes = homes_of(request)
            cards = coming_cards(anywhere_below_to_read(CoursePage, home, request, homes=homes))
        request._coming_courses = cards
    return request._coming_courses


def coming_of(pages: Iterable[Any], request: HttpRequest | None) -> list[CourseCard]:
    """Those of ``pages``, in whatever language, that have dates to come."""
    families = {page.translation_key for page in pages}
    return [card for card in coming(request) if card.page.translation_key in families]


def read_already(request: HttpRequest | None) -> list[Offering]:
    """The course dates that have been read for this page."""
    cards = getattr(request, "_coming_courses", ())
    return [offering for card in cards for offering in card.offerings]
