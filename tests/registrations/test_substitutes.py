"""Somebody else comes instead: free of charge, on the same seat, with nothing left of the other."""

from datetime import timedelta

from django.test import Client

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Participant, Registration
from registrations.seats import seats_left
from registrations.services import NotPossible, PersonComing, may_substitute, substitute
from tests.factories import (
    ask,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)

pytestmark = pytest.mark.django_db

PER = PersonComing(name="Per", email="per@example.org")


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=2)


@pytest.fixture
def booked(offering: Offering) -> Registration:
    return make_invoiced(offering, people=2, language="en")


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def replace(
    registration: Registration, person: PersonComing = PER, *, actor: Actor = Actor.BOOKER
) -> Participant:
    return substitute(registration_id=registration.pk, number=1, person=person, actor=actor)


def names(registration: Registration) -> list[str]:
    return list(registration.participants.order_by("number").values_list("name", flat=True))


def test_a_substitute_needs_no_free_seat_s5(offering: Offering, booked: Registration) -> None:
    assert seats_left(offering) == 0
    before = booked.participants.get(number=1)
    after = replace(booked)
    assert (names(booked), seats_left(offering)) == (["Per", "Person 2"], 0)
    assert (after.pk, after.gross) == (before.pk, before.gross)
    assert after.link_id != before.link_id
    assert booked.balance_due() == 2 * 640000
    assert list(booked.ledger.values_list("kind", flat=True)) == ["price"]
    assert list(broken_invariants()) == []


def test_nothing_that_the_one_before_answered_is_left(
    offering: Offering, booked: Registration
) -> None:
    plain, sensitive = ask(offering), ask(offering, "What can you not eat?", sensitive=True)
    for person in booked.participants.all():
        for rows, asked in ((person.answers, plain), (person.sensitiveanswers, sensitive)):
            rows.create(
                registration=booked,
                question=asked.question,
                question_text="?",
                text=f"Of {person.name}",
            )
    replace(booked, PersonComing(name="Per", answers={plain.question_id: "Of Per"}))
    assert list(booked.answers.order_by("participant__number").values_list("text", flat=True)) == [
        *("Of Per", "Of Person 2")
    ]
    assert [answer.text for answer in booked.sensitiveanswers.all()] == ["Of Person 2"]


def test_it_is_written_once_to_each_and_the_history_names_nobody_l3(booked: Registration) -> None:
    known = set(booked.letters.values_list("pk", flat=True))
    replace(booked)
    new = booked.letters.exclude(pk__in=known).order_by("pk")
    assert list(new.values_list("kind", "recipient")) == [
        ("substituted", "kari@example.org"),
        ("fill_in", "per@example.org"),
    ]
    assert "Per, Person 2" in new[0].text
    assert "BEGIN:VEVENT" in new[0].calendar
    line = booked.history.last()
    assert (line.actor, line.action, line.why) == ("booker", "substituted", "1")
    replace(booked, PersonComing(name="Siv"))
    assert booked.letters.filter(kind="substituted").count() == 2
    assert booked.letters.filter(kind="fill_in").count() == 1


def test_the_person_booking_has_time_until_the_hours_before_the_start(
    offering: Offering, booked: Registration
) -> None:
    last = offering.first_start - timedelta(hours=24)
    assert may_substitute(booked, actor=Actor.BOOKER, now=last - timedelta(seconds=1))
    with time_machine.travel(last, tick=False):
        with pytest.raises(NotPossible):
            replace(booked)
        replace(booked, actor=Actor.OWNER)
    assert names(booked)[0] == "Per"


def test_nobody_is_replaced_where_nobody_is_named_or_the_seat_is_not_given(
    offering: Offering, booked: Registration
) -> None:
    Participant.objects.filter(registration=booked, number=1).update(name="")
    for person in (PER, PersonComing()):
        with pytest.raises(NotPossible):
            replace(booked, person)
    waits = make_registration(make_offering(offering.practice, waiting_list=True), joins_list=True)
    for actor in (Actor.BOOKER, Actor.OWNER):
        with pytest.raises(NotPossible):
            replace(waits, actor=actor)


def test_the_form_replaces_once_even_when_it_is_sent_twice(
    client: Client, booked: Registration
) -> None:
    address = f"{booked.get_absolute_url()}substitute/1/"
    assert address in client.get(booked.get_absolute_url()).text
    page = client.get(address).text
    shown = str(booked.participants.get(number=1).link_id)
    assert shown in page
    assert "Write the name of whoever is coming." in client.post(address, {"shown": shown}).text
    data = {"shown": shown, "name": "Per", "email": "per@example.org"}
    assert client.post(address, data).headers["Location"].endswith("?notice=substituted")
    assert client.post(address, data).headers["Location"].endswith("?notice=no_substitute")
    assert booked.history.filter(action="substituted").count() == 1
    assert names(booked)[0] == "Per"


def test_the_form_opens_for_nobody_else(client: Client, booked: Registration) -> None:
    own = booked.get_absolute_url()
    assert client.get(f"{own}substitute/3/").status_code == 404
    assert client.get(f"{own}substitute/{'9' * 30}/").status_code == 404
    careful = Client(enforce_csrf_checks=True)
    assert careful.post(f"{own}substitute/1/", {"name": "Eve"}).status_code == 403
    with time_machine.travel(booked.offering.first_start):
        late = client.post(f"{own}substitute/1/", {"name": "Eve"})
        assert late.headers["Location"].endswith("?notice=no_substitute")
        page = client.get(own).text
    assert "somebody else could be named here instead" in page
    assert names(booked) == ["Person 1", "Person 2"]


def test_the_owner_replaces_somebody_in_the_admin(owner: Client, booked: Registration) -> None:
    address = f"/admin/registrations/registration/substitute/{booked.pk}/"
    assert "Person 2" in owner.get(address).text
    assert owner.post(address, {"number": "7", "name": "Per"}).status_code == 200
    answer = owner.post(address, {"number": "2", "name": "Per", "email": ""}, follow=True)
    assert "Det er notert, og bestilleren har fått beskjed." in answer.text
    assert (names(booked), booked.history.last().actor) == (["Person 1", "Per"], "owner")
    Offering.objects.filter(pk=booked.offering_id).update(status="called_off")
    answer = owner.post(address, {"number": "2", "name": "Siv"}, follow=True)
    assert "Ingen på denne påmeldingen kan byttes ut. Ingenting ble endret." in answer.text


@pytest.mark.parametrize("verb", ["substitute", "change-date", "edit-names"])
def test_an_owner_changes_only_own_registrations_w5(booked: Registration, verb: str) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    client = Client()
    client.force_login(make_user(practice=other, role=Role.OWNER))
    address = f"/admin/registrations/registration/{verb}/{booked.pk}/"
    assert client.post(address, {"number": "1", "name": "Eve"}).status_code == 404
    assert names(booked) == ["Person 1", "Person 2"]
