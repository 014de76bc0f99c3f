"""The waiting list as visitors and owners see it."""

import html
import re
import uuid
from typing import Any

from django.test import Client

import pytest

from cms.models import Practice, Role
from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.services import give_up, offer_seats
from tests.factories import (
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

VERBS = "/admin/registrations/registration/"


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=3, waiting_list=True)


@pytest.fixture
def taken(offering: Offering) -> Registration:
    """All seats, until it is given up."""
    return make_registration(offering, people=3)


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def typed(*, people: int = 1, **facts: Any) -> dict[str, Any]:
    return {
        "submission_key": str(uuid.uuid4()),
        "payer": "private",
        "method": "card",
        "booker_name": "Kari Nordmann",
        "booker_email": "kari@example.org",
        "accept_terms": "on",
        "participants-TOTAL_FORMS": str(people),
        "participants-INITIAL_FORMS": "0",
        "action": "review",
        **facts,
    }


def hidden_fields(page: str) -> dict[str, str]:
    form = page[page.index('<form class="form"') :]
    tags = re.findall(r'<input type="hidden"[^>]*>', form)
    pairs = [(re.search(r'name="([^"]*)"', t), re.search(r'value="([^"]*)"', t)) for t in tags]
    return {html.unescape(n[1]): html.unescape(v[1]) if v else "" for n, v in pairs if n}


def wait(offering: Offering, **facts: Any) -> Registration:
    return make_registration(offering, joins_list=True, language="en", **facts)


def state_of(registration: Registration) -> str:
    registration.refresh_from_db()
    return registration.state


def free(taken: Registration) -> None:
    give_up(registration_id=taken.pk, actor=Actor.BOOKER)
    offer_seats(offering_id=taken.offering_id)


def test_from_a_full_date_through_the_list_to_the_payment(
    client: Client, offering: Offering, taken: Registration, stripe: Simulator
) -> None:
    address = f"/en/register/{offering.code}/"
    assert "to join the waiting list" in client.get(address).text
    summary = client.post(address, typed())
    assert "Join the waiting list" in summary.text
    answer = client.post(address, {**hidden_fields(summary.text), "action": "confirm"})
    waiting = Registration.objects.exclude(pk=taken.pk).get()
    own = waiting.get_absolute_url()
    assert (answer.headers["Location"], waiting.state) == (own, "waitlisted")
    assert "You are number 1 on the waiting list" in client.get(own).text
    assert client.get(f"{own}edit/").status_code == 200
    early = client.post(f"{own}accept/")
    assert early.headers["Location"] == f"{own}?notice=offer_over"
    free(taken)
    assert "A seat is free for you" in client.get(own).text
    assert client.get(f"{own}accept/").status_code == 405
    assert client.post(f"{own}pay/").status_code == 302
    assert len(stripe.sessions) == 0
    accepted = client.post(f"{own}accept/")
    assert accepted.headers["Location"] == f"{own}pay/"
    [session] = stripe.sessions.values()
    stripe.pay(session["id"])
    stripe.deliver()
    assert state_of(waiting) == "confirmed"
    assert list(waiting.letters.order_by("pk").values_list("kind", flat=True)) == [
        *("waitlisted", "offered", "seats_held", "confirmed", "owner_new")
    ]
    assert list(broken_invariants()) == []


def test_a_group_for_which_too_few_are_left_may_wait_for_all_of_its_seats(
    client: Client, offering: Offering
) -> None:
    make_invoiced(offering, people=2)
    summary = client.post(f"/en/register/{offering.code}/", typed(people=2))
    assert "Only 1 seat is left" in summary.text
    assert "joins_list" in hidden_fields(summary.text)
    too_many = client.post(f"/en/register/{offering.code}/", typed(people=4))
    assert "There are only 3 seats left." in html.unescape(too_many.text)
    fits = client.post(f"/en/register/{offering.code}/", typed())
    assert "joins_list" not in hidden_fields(fits.text)


def test_whoever_comes_too_late_is_asked_whether_to_wait(
    client: Client, offering: Offering
) -> None:
    address = f"/en/register/{offering.code}/"
    summary = client.post(address, typed())
    make_invoiced(offering, people=3)
    page = client.post(address, {**hidden_fields(summary.text), "action": "confirm"})
    assert Registration.objects.count() == 1
    assert "Too few seats are left now." in page.text
    assert "joins_list" in hidden_fields(page.text)


def test_nobody_joins_a_list_that_was_closed_meanwhile(
    client: Client, offering: Offering, taken: Registration
) -> None:
    address = f"/en/register/{offering.code}/"
    summary = client.post(address, typed())
    Offering.objects.update(waiting_list=False)
    page = client.post(address, {**hidden_fields(summary.text), "action": "confirm"})
    assert "Fully booked." in page.text
    assert Registration.objects.count() == 1


def test_leaving_declining_and_taking_fewer_on_the_own_page(
    client: Client, offering: Offering, taken: Registration
) -> None:
    leaves, group = wait(offering), wait(offering, people=3)
    client.post(f"{leaves.get_absolute_url()}give-up/")
    assert state_of(leaves) == "cancelled"
    own = group.get_absolute_url()
    assert "Wait for fewer" in client.get(own).text
    for wrong in ("0", "3", "-1", "x", "²", "99999999999"):
        answer = client.post(f"{own}fewer/", {"seats": wrong})
        assert answer.headers["Location"] == f"{own}?notice=decided"
    client.post(f"{own}fewer/", {"seats": "2"})
    assert group.participants.count() == 2
    free(taken)
    client.post(f"{own}give-up/")
    assert state_of(group) == "cancelled"


def test_the_course_page_leads_to_the_list(client: Client, practice: Practice) -> None:
    pages = make_course_pages(practice)
    offering = make_offering(practice, course=pages["en"].course, seats=1, waiting_list=True)
    make_invoiced(offering)
    page = client.get(pages["en"].url).text
    assert "Fully booked – waiting list" in page
    assert "Join the waiting list" in page


def test_the_owner_keeps_seats_together_reduces_and_removes(
    owner: Client, offering: Offering, taken: Registration
) -> None:
    group, single = wait(offering, people=3), wait(offering)
    page = owner.get(f"{VERBS}inspect/{group.pk}/").content.decode()
    assert f"{VERBS}keep-seats/{group.pk}/" in page
    for kept in ("yes", "no"):
        owner.post(f"{VERBS}keep-seats/{group.pk}/", {"kept": kept})
        group.refresh_from_db()
        assert group.seats_kept is (kept == "yes")
    owner.post(f"{VERBS}take-fewer/{group.pk}/", {"seats": "2"})
    assert group.participants.count() == 2
    owner.post(f"{VERBS}give-up/{single.pk}/")
    assert state_of(single) == "cancelled"
    actions = list(group.history.values_list("action", "actor"))
    assert actions == [
        ("registered", "booker"),
        ("seats_kept", "owner"),
        ("seats_not_kept", "owner"),
        ("fewer_seats", "owner"),
    ]
    assert list(owner.get(f"{VERBS}?state=waitlisted").context["object_list"]) == [group]


def test_another_practices_owner_places_nobody_w5(offering: Offering, taken: Registration) -> None:
    group = wait(offering, people=2)
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    client = Client()
    client.force_login(make_user(practice=other, role=Role.OWNER))
    for verb, data in (("keep-seats", {"kept": "yes"}), ("take-fewer", {"seats": "1"})):
        assert client.post(f"{VERBS}{verb}/{group.pk}/", data).status_code == 404
    group.refresh_from_db()
    assert (group.seats_kept, group.participants.count()) == (False, 2)
