"""The calendar of coming course dates that anybody may subscribe to."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.test import Client

from wagtail.models import PageViewRestriction

import icalendar
import pytest

from cms.models import Practice
from courses.models import CoursePage, Offering
from tests.factories import make_course_pages, make_offering, make_practice

pytestmark = pytest.mark.django_db
OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def pages(practice: Practice) -> dict[str, CoursePage]:
    return make_course_pages(practice)


def events(client: Client, language: str = "nb") -> list[icalendar.Event]:
    cache.clear()
    response = client.get(f"/{language}/courses.ics")
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(response.content).walk("VEVENT"))


def test_every_session_is_an_event_in_the_practices_time(
    client: Client, practice: Practice, pages: dict[str, CoursePage]
) -> None:
    begins = datetime(2031, 3, 29, 9, tzinfo=OSLO)
    offering = make_offering(practice, course=pages["nb"].course, starts_at=begins, days=2)
    first, last = events(client, "en")
    assert str(first["summary"]) == "Group supervision en (1/2)"
    assert first["dtstart"].dt == begins
    assert first["dtstart"].params["TZID"] == "Europe/Oslo"
    # Summer time begins in the night between.
    assert last["dtstart"].dt.utcoffset().total_seconds() == 7200
    assert str(first["location"]) == "Fagerheim, Bergen"
    assert str(first["url"]) == pages["en"].full_url
    keys = [session.pk for session in offering.sessions_list]
    assert [str(event["uid"]) for event in (first, last)] == [
        f"session-{key}@testserver" for key in keys
    ]
    assert [event["sequence"] for event in (first, last)] == [0, 0]


def test_what_is_called_off_says_so_and_counts_more(
    client: Client, practice: Practice, pages: dict[str, CoursePage]
) -> None:
    offering = make_offering(practice, course=pages["nb"].course, days=1)
    [before] = events(client)
    offering.status = Offering.Status.CALLED_OFF
    offering.save()
    [after] = events(client)
    assert (str(after["uid"]), str(after["status"])) == (str(before["uid"]), "CANCELLED")
    assert after["sequence"] > before["sequence"]


def test_a_calendar_holds_only_what_is_public(
    client: Client, practice: Practice, pages: dict[str, CoursePage]
) -> None:
    course = pages["nb"].course
    make_offering(practice, course=course, status=Offering.Status.DRAFT)
    make_offering(practice)  # a course without a page
    private = make_course_pages(practice, title="Private")
    for page in private.values():
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    make_offering(practice, course=private["nb"].course)
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    make_offering(other, course=make_course_pages(other)["nb"].course)
    assert events(client) == []
    secret = "https://rooms.example/secret"
    make_offering(practice, course=course, days=1, online=True, online_link=secret)
    [event] = events(client)
    assert secret not in event.to_ical().decode()


def test_a_course_without_a_translation_is_told_in_the_source_language(
    client: Client, practice: Practice, pages: dict[str, CoursePage]
) -> None:
    make_offering(practice, course=pages["nb"].course, days=1)
    pages["en"].unpublish()
    [event] = events(client, "en")
    assert str(event["summary"]) == "Group supervision nb"
    assert client.get("/fi/courses.ics").status_code == 404


def test_the_calendar_is_kept_and_costs_the_same_however_long(
    client: Client,
    practice: Practice,
    pages: dict[str, CoursePage],
    django_assert_max_num_queries,
) -> None:
    make_offering(practice, course=pages["nb"].course)
    counted = []
    for extra in range(2):
        for number in range(extra * 2):
            more = make_course_pages(practice, title=f"Course {number}")
            make_offering(practice, course=more["nb"].course)
        cache.clear()
        with django_assert_max_num_queries(10) as queries:
            client.get("/nb/courses.ics")
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert client.get("/nb/courses.ics").headers["X-Page-Cache"] == "hit"


def test_the_list_of_courses_leads_to_it(client: Client, pages: dict[str, CoursePage]) -> None:
    assert 'href="webcal://testserver/nb/courses.ics"' in client.get("/nb/courses/").text
