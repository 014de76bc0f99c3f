"""The public list of coming offerings."""

from django.test import Client

import pytest

from cms.models import Practice
from courses.models import Offering
from tests.factories import (
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def offering(practice: Practice) -> Offering:
    pages = make_course_pages(practice)
    return make_offering(practice, course=pages["nb"].course, code="gruppe-1")


def test_an_offering_says_what_a_visitor_would_read(client: Client, offering: Offering) -> None:
    make_invoiced(offering, people=2)
    answer = client.get("/api/v1/offerings/").json()
    assert answer["practice"] == "Steinlia"
    [listed] = answer["offerings"]
    first, last = listed.pop("sessions")
    assert first["starts_at"].endswith(("T09:00:00+01:00", "T09:00:00+02:00"))
    assert last["ends_at"].endswith(("T16:00:00+01:00", "T16:00:00+02:00"))
    assert listed == {
        "code": "gruppe-1",
        "course": offering.course.code,
        "title": {"nb": "Group supervision nb", "en": "Group supervision en"},
        "pages": {
            "nb": "http://testserver/nb/courses/group-supervision-nb/",
            "en": "http://testserver/en/courses/group-supervision-en/",
        },
        "language": "nb",
        "online": False,
        "place": "Fagerheim, Bergen",
        "currency": "NOK",
        "price": {"net": 640000, "vat": 0, "gross": 640000},
        "prices": [
            {
                "kind": "ordinary",
                "net": 640000,
                "vat": 0,
                "gross": 640000,
                "available_until": None,
                "from_people": None,
                "for_the_whole_group": False,
            }
        ],
        "seats_left": 12,
        "state": "open",
        "can_register": True,
        "can_join_waiting_list": False,
        "register": "http://testserver/nb/register/gruppe-1/",
    }


def test_drafts_archived_courses_and_other_practices_are_left_out(
    client: Client, offering: Offering, practice: Practice
) -> None:
    make_offering(practice, status=Offering.Status.DRAFT)
    archived = make_offering(practice)
    archived.course.archived = True
    archived.course.save()
    make_offering(make_practice("tankelage", hostname="tankelage.localhost", default=False))
    listed = client.get("/api/v1/offerings/").json()["offerings"]
    assert [one["code"] for one in listed] == ["gruppe-1"]


def test_the_list_costs_the_same_however_long_it_is(
    client: Client, offering: Offering, practice: Practice, django_assert_max_num_queries
) -> None:
    for number in range(5):
        pages = make_course_pages(practice, title=f"Course {number}")
        make_offering(practice, course=pages["nb"].course)
    with django_assert_max_num_queries(10):
        listed = client.get("/api/v1/offerings/").json()["offerings"]
    assert len(listed) == 6
