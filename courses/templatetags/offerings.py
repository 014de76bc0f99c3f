from collections.abc import Iterable, Mapping
from typing import Any

from django import template
from django.template import Context
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from babel import Locale

from cms.referring_pages import pages_naming
from cms.structured_data import as_script
from courses.board import coming, coming_of
from courses.models import CoursePage
from courses.models.listing import CourseCard
from courses.models.offerings import Offering
from courses.money import babel_locale
from courses.price_words import further_prices_in_words
from courses.structured_data import course_thing
from courses.vat import vat_sentence

register = template.Library()


@register.simple_tag(takes_context=True)
def coming_courses(context: Context, at_most: int = 3) -> list[CourseCard]:
    """The practice's next courses, at most so many."""
    return coming(context.get("request"))[:at_most]


@register.simple_tag(takes_context=True)
def course_data(
    context: Any, page: CoursePage, offerings: list[Offering], states: Any
) -> SafeString:
    """The course and its dates as data. ``states`` are what can be had of each date, by its key."""
    practice = context.get("practice")
    if practice is None:
        return SafeString()
    named = context.get("named_pages", {})
    people = [
        named[person.pk]
        for block in page.body
        if block.block_type == "supervisors"
        for person in block.value["people"]
        if person and person.pk in named
    ]
    thing = course_thing(
        page, practice=practice, offerings=offerings, availability=states, instructors=people
    )
    return as_script(thing)


@register.simple_tag(takes_context=True)
def cards_of(context: Context, pages: Iterable[Any]) -> list[CourseCard]:
    """Those of the course pages that have dates to come, each with its dates."""
    return coming_of(pages, context.get("request"))


@register.simple_tag(takes_context=True)
def cards_of_one(context: Context, page: Any) -> list[CourseCard]:
    return cards_of(context, [page])


@register.simple_tag(takes_context=True)
def courses_naming(context: Context, page: Any) -> list[CourseCard]:
    """Courses to come whose words name ``page``, as the visitor reads them."""
    return coming_of(
        pages_naming(page, model=CoursePage, field="body").defer_streamfields(),
        context.get("request"),
    )


@register.simple_tag(takes_context=True)
def subscription(context: Any, path: str) -> str:
    """The address by which calendar programs subscribe to ``path``."""
    practice = context.get("practice")
    address = practice.address_of(path) if practice else path
    return address.replace("https://", "webcal://").replace("http://", "webcal://")


@register.filter
def offerings_in(cards: list[CourseCard]) -> list[Offering]:
    return [offering for card in cards for offering in card.offerings]


@register.simple_tag
def further_prices(offering: Offering, taken: Mapping[str, int] | None = None) -> list[str]:
    """What members, students and groups pay now, one sentence each.

    ``taken`` are the seats held at each kind of price.
    """
    return further_prices_in_words(offering, taken=taken or {}, now=timezone.now())


@register.filter
def language_name(code: str) -> str:
    """A language's name in the reader's language."""
    reader = babel_locale(get_language() or "en")
    name = Locale.parse(code).get_language_name(reader) or code
    return name[0].upper() + name[1:]


@register.filter
def vat_note(offering: Offering) -> str:
    return vat_sentence(
        treatment=offering.vat_treatment,
        rate=offering.vat_rate,
        country=offering.practice.country,
    )
