"""What a course is called and what a course date asks, for those who know only the facts."""

from collections.abc import Iterable

from django.conf import settings
from django.db.models import F
from django.utils.translation import get_language

from courses.models import Course, CoursePage, Offering, OfferingQuestion, Question


def course_title(course: Course, language: str) -> str:
    """The title in ``language``; else in the practice's source language; else its own name."""
    page = _page(course, language)
    return page.title if page else course.name or course.code


def course_address(course: Course, language: str) -> str:
    """The address of the course's page in ``language``, or in the source language; may be empty."""
    page = _page(course, language)
    return (page.full_url or "") if page else ""


def _page(course: Course, language: str) -> CoursePage | None:
    """In ``language``, or else in the practice's source language; both are asked for at once."""
    source = course.practice.source_language
    pages = (
        CoursePage.objects.live()
        .filter(course=course, locale__language_code__in={language, source}, alias_of=None)
        .annotate(language=F("locale__language_code"))
        .only("title", "url_path", "locale", "path", "depth")
        .order_by("-pk")
    )
    by_language = {page.language: page for page in pages}
    return by_language.get(language) or by_language.get(source)


def public_pages_of(courses: Iterable[int]) -> dict[int, dict[str, CoursePage]]:
    """The pages of courses that anybody may read, by the course's key and then by language.

    The same number of queries for any number of courses.
    """
    pages = (
        CoursePage.objects.live()
        .public()
        .filter(course__in=courses, alias_of=None)
        .select_related("locale")
        .order_by("path")
    )
    found: dict[int, dict[str, CoursePage]] = {}
    for page in pages:
        found.setdefault(page.course_id, {}).setdefault(page.locale.language_code, page)
    return found


def titles_by_language(courses: Iterable[Course]) -> dict[tuple[int, str], str]:
    """Each course's title by its key and a language, as ``course_title`` has it.

    One query for any number of courses, whose practices are fetched along.
    """
    by_key = {course.pk: course for course in courses}
    pages = (
        CoursePage.objects.live()
        .filter(course__in=by_key, alias_of=None)
        .order_by("pk")
        .values_list("course", "locale__language_code", "title")
    )
    found: dict[tuple[int, str], str] = {}
    for course_id, language, title in pages:
        found.setdefault((course_id, language), title)
    return {
        (pk, language): found.get((pk, language))
        or found.get((pk, course.practice.source_language))
        or course.name
        or course.code
        for pk, course in by_key.items()
        for language, _name in settings.LANGUAGES
    }


def titles_of(courses: Iterable[Course]) -> dict[int, str]:
    """Each course's title in its practice's source language, drafts included; else its name.

    One query for any number of courses, whose practices are fetched along.
    """
    by_key = {course.pk: course for course in courses}
    pages = (
        CoursePage.objects.filter(course__in=by_key, alias_of=None)
        .order_by("-pk")
        .values_list("course", "locale__language_code", "title")
    )
    titles = {
        course_id: title
        for course_id, language, title in pages
        if language == by_key[course_id].practice.source_language
    }
    return {pk: titles.get(pk, course.name or course.code) for pk, course in by_key.items()}


def questions_in_words(offering: Offering) -> list[OfferingQuestion]:
    """What the offering asks, in order, with the ``words`` of the active language.

    The same number of queries for any number of questions.
    """
    rows = list(offering.questions.select_related("question").order_by("sort_order"))
    keys = [row.question.translation_key for row in rows]
    translated = Question.objects.filter(
        translation_key__in=keys, locale__language_code=get_language()
    )
    words = {question.translation_key: question for question in translated} if rows else {}
    for row in rows:
        row.words = words.get(row.question.translation_key, row.question)
    return rows
