"""Courses as schema.org's words: valid, and no more than what the page shows."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.cache import cache
from django.test import Client

import pytest

from cms.models import Practice
from courses.models import CoursePage, Offering, OfferingSession
from tests.factories import make_course_pages, make_invoiced, make_offering, make_practice
from tests.schema_org.vocabulary import mistakes, things_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def page(practice: Practice) -> CoursePage:
    return make_course_pages(practice)["en"]


def course_on(client: Client, page: CoursePage) -> dict[str, object]:
    cache.clear()
    things = things_in(client.get(page.url).text)
    assert [mistake for thing in things for mistake in mistakes(thing)] == []
    [course] = [thing for thing in things if thing["@type"] == "Course"]
    return course


def test_a_course_tells_what_when_where_and_for_how_much(
    client: Client, practice: Practice, page: CoursePage
) -> None:
    begins = datetime(2031, 3, 6, 9, tzinfo=OSLO)
    offering = make_offering(
        practice, course=page.course, code="group-1", address="Fjellveien 2", starts_at=begins
    )
    course = course_on(client, page)
    [instance] = course.pop("hasCourseInstance")
    [offer] = course.pop("offers")
    practice_here = {
        "@type": "Organization",
        "@id": "http://testserver/#practice",
        "name": "Steinlia",
        "url": "http://testserver/",
    }
    address = "http://testserver/en/courses/group-supervision-en/"
    assert course == {
        "@context": "https://schema.org",
        "@type": "Course",
        "@id": f"{address}#course",
        "name": "Group supervision en",
        "description": "Group supervision en",
        "url": address,
        "inLanguage": "en",
        "provider": practice_here,
    }
    assert offer == {
        "@type": "Offer",
        "category": "Paid",
        "price": "6400.00",
        "priceCurrency": "NOK",
        "availability": "https://schema.org/InStock",
        "url": "http://testserver/en/register/group-1/",
        "validThrough": "2031-03-06T09:00:00+01:00",
    }
    assert instance == {
        "@type": "CourseInstance",
        "@id": f"{address}#{offering.code}",
        "name": "Group supervision en",
        "description": "Group supervision en",
        "url": address,
        "courseMode": "Onsite",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "eventStatus": "https://schema.org/EventScheduled",
        "startDate": "2031-03-06T09:00:00+01:00",
        "endDate": "2031-03-07T16:00:00+01:00",
        "courseWorkload": "PT14H",
        "courseSchedule": {
            "@type": "Schedule",
            "startDate": "2031-03-06",
            "endDate": "2031-03-07",
            "repeatFrequency": "Daily",
            "repeatCount": 2,
            "duration": "PT7H",
            "scheduleTimezone": "Europe/Oslo",
        },
        "location": {
            "@type": "Place",
            "name": "Fagerheim",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Fjellveien 2",
                "addressLocality": "Bergen",
                "addressCountry": "NO",
            },
        },
        "inLanguage": "nb",
        "organizer": practice_here,
        "offers": offer,
    }


@pytest.mark.parametrize(
    ("facts", "people", "availability", "status"),
    [
        ({"seats": 14}, 0, "InStock", "EventScheduled"),
        ({"seats": 4}, 2, "LimitedAvailability", "EventScheduled"),
        ({"seats": 2}, 2, "SoldOut", "EventScheduled"),
        ({"status": "closed"}, 0, "SoldOut", "EventScheduled"),
        ({"status": "called_off"}, 0, "Discontinued", "EventCancelled"),
        ({"online": True}, 0, "InStock", "EventScheduled"),
        ({"price": 0}, 0, "InStock", "EventScheduled"),
    ],
)
def test_every_state_of_a_date_is_told_in_valid_words(
    client: Client,
    practice: Practice,
    page: CoursePage,
    facts: dict[str, object],
    people: int,
    availability: str,
    status: str,
) -> None:
    offering = make_offering(practice, course=page.course, **facts)
    if people:
        make_invoiced(offering, people=people)
    [instance] = course_on(client, page)["hasCourseInstance"]
    assert instance["offers"]["availability"] == f"https://schema.org/{availability}"
    assert instance["eventStatus"] == f"https://schema.org/{status}"
    assert instance["offers"]["category"] == ("Free" if facts.get("price") == 0 else "Paid")


def test_the_link_to_the_online_room_is_never_told(
    client: Client, practice: Practice, page: CoursePage
) -> None:
    secret = "https://rooms.example/secret"
    make_offering(practice, course=page.course, online=True, online_link=secret, venue="", town="")
    [instance] = course_on(client, page)["hasCourseInstance"]
    assert instance["location"] == {"@type": "VirtualLocation", "url": page.full_url}
    assert secret not in client.get(page.url).text


@pytest.mark.parametrize(("gap", "often"), [(1, "Daily"), (7, "Weekly"), (28, "Monthly")])
def test_a_series_tells_its_rhythm(
    client: Client, practice: Practice, page: CoursePage, gap: int, often: str
) -> None:
    offering = make_offering(practice, course=page.course, days=1)
    first = offering.sessions_list[0]
    for number in (1, 2):
        away = timedelta(days=gap * number)
        OfferingSession.objects.create(
            offering=offering, starts_at=first.starts_at + away, ends_at=first.ends_at + away
        )
    [instance] = course_on(client, page)["hasCourseInstance"]
    assert instance["courseSchedule"]["repeatFrequency"] == often
    assert instance["courseSchedule"]["repeatCount"] == 3


def test_a_title_cannot_end_the_script(client: Client, page: CoursePage) -> None:
    page.title = "</script><script>alert(1)</script> & more"
    page.save_revision().publish()
    assert course_names(client, page) == [page.title]
    assert "<script>alert" not in client.get(page.url).text


def course_names(client: Client, page: CoursePage) -> list[object]:
    cache.clear()
    things = things_in(client.get(page.url).text)
    return [thing["name"] for thing in things if thing["@type"] == "Course"]


def test_drafts_of_dates_are_not_told(client: Client, practice: Practice, page: CoursePage) -> None:
    make_offering(practice, course=page.course, status=Offering.Status.DRAFT)
    cache.clear()
    [course] = [t for t in things_in(client.get(page.url).text) if t["@type"] == "Course"]
    assert "hasCourseInstance" not in course


def test_one_and_three_dates_cost_the_same(
    client: Client, practice: Practice, page: CoursePage, django_assert_max_num_queries
) -> None:
    make_offering(practice, course=page.course)
    client.get(page.url)
    counted = []
    for extra in (0, 2):
        for _ in range(extra):
            make_offering(practice, course=page.course)
        cache.clear()
        with django_assert_max_num_queries(15) as queries:
            client.get(page.url)
        counted.append(len(queries))
    assert counted[0] == counted[1]
