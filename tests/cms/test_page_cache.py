"""Whole pages from the cache, and never a stale one; few queries when there is none."""

from datetime import timedelta

from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import CoursePage, Offering, Price
from tests.factories import (
    home_of,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    publish,
)

pytestmark = pytest.mark.django_db(transaction=True)

MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def pages(practice: Practice) -> dict[str, CoursePage]:
    return make_course_pages(practice)


@pytest.fixture
def offering(practice: Practice, pages: dict[str, CoursePage]) -> Offering:
    return make_offering(practice, course=pages["nb"].course)


def test_second_visitor_gets_the_page_without_a_query(
    client: Client, pages: dict[str, CoursePage], django_assert_num_queries
) -> None:
    first = client.get(pages["nb"].url)
    with django_assert_num_queries(0):
        second = client.get(pages["nb"].url)
    assert (first.headers["X-Page-Cache"], second.headers["X-Page-Cache"]) == ("miss", "hit")
    assert first.content == second.content
    assert first.headers["Content-Security-Policy"] == second.headers["Content-Security-Policy"]


def test_a_sold_seat_is_seen_in_every_language_on_the_next_request(
    client: Client, pages: dict[str, CoursePage], offering: Offering
) -> None:
    for page in pages.values():
        client.get(page.url)
    make_invoiced(offering, people=10)
    make_invoiced(offering)
    assert "3 ledige plasser" in client.get(pages["nb"].url).text
    assert "3 seats left" in client.get(pages["en"].url).text


def test_a_new_price_is_seen_on_the_next_request(
    client: Client, pages: dict[str, CoursePage], offering: Offering
) -> None:
    client.get(pages["en"].url)
    price = Price.objects.get(offering=offering)
    price.amount = 777700
    price.save()
    assert "7,777" in client.get(pages["en"].url).text


def test_a_published_change_is_seen_on_the_next_request(
    client: Client, pages: dict[str, CoursePage]
) -> None:
    client.get(pages["nb"].url)
    page = pages["nb"]
    page.title = "Another title"
    publish(page)
    assert "Another title" in client.get(page.url).text


def test_what_is_rolled_back_does_not_empty_the_cache(
    client: Client, pages: dict[str, CoursePage], offering: Offering
) -> None:
    client.get(pages["nb"].url)
    with transaction.atomic():
        offering.save()
        transaction.set_rollback(True)
    assert client.get(pages["nb"].url).headers["X-Page-Cache"] == "hit"


def test_another_practices_change_leaves_the_page_in_the_cache(
    client: Client, pages: dict[str, CoursePage]
) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    client.get(pages["nb"].url)
    make_offering(other)
    assert client.get(pages["nb"].url).headers["X-Page-Cache"] == "hit"


def test_those_with_a_session_and_questions_in_the_address_get_fresh_pages(
    client: Client, pages: dict[str, CoursePage], admin_user
) -> None:
    client.get(pages["nb"].url)
    assert "X-Page-Cache" not in client.get(f"{pages['nb'].url}?x=1").headers
    client.force_login(admin_user)
    assert "X-Page-Cache" not in client.get(pages["nb"].url).headers


def test_the_form_is_never_cached(client: Client, offering: Offering) -> None:
    address = f"/nb/register/{offering.code}/"
    client.get(address)
    second = client.get(address)
    assert second.headers.get("X-Page-Cache") != "hit"
    assert "private" in second.headers["Cache-Control"]


def test_course_page_stays_within_its_queries(
    client: Client,
    pages: dict[str, CoursePage],
    practice: Practice,
    django_assert_max_num_queries,
) -> None:
    for _ in range(3):
        make_offering(practice, course=pages["nb"].course)
    address = pages["en"].url
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(address).status_code == 200


@pytest.mark.one_database
def test_course_list_costs_the_same_for_3_and_60_courses(
    client: Client, practice: Practice, django_assert_max_num_queries
) -> None:
    for already, wanted in ((0, 3), (3, 60)):
        for number in range(already, wanted):
            pages = make_course_pages(practice, title=f"Course {number}")
            make_offering(
                practice,
                course=pages["nb"].course,
                starts_at=timezone.now() + timedelta(days=30 + number),
            )
        address = f"{home_of(practice).url}courses/"
        with django_assert_max_num_queries(MOST_QUERIES):
            page = client.get(address)
        assert page.text.count("<h2") + page.text.count("<h3") >= wanted
