"""Names that come later: who may give them until when, and who is reminded of them."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering
from registrations.chores import run_chores
from registrations.models import Registration
from registrations.services import (
    NameIsGiven,
    NotEditable,
    PersonComing,
    correct_names,
    edit_details,
    fill_in,
    may_edit,
)
from tests.factories import ask, make_invoiced, make_offering, make_user

pytestmark = pytest.mark.django_db

NOBODY_YET = (PersonComing(name="Ola"), PersonComing(), PersonComing())


@pytest.fixture
def deadline() -> datetime:
    return timezone.now().replace(microsecond=0) + timedelta(days=20)


@pytest.fixture
def offering(practice: Practice, deadline: datetime) -> Offering:
    return make_offering(practice, names_by=deadline)


@pytest.fixture
def booked(offering: Offering) -> Registration:
    """Confirmed, for Ola and two of whom nothing is known."""
    return make_invoiced(offering, people=3, participants=NOBODY_YET, language="en")


def names(registration: Registration) -> list[str]:
    return list(registration.participants.order_by("number").values_list("name", flat=True))


def actions(registration: Registration) -> list[str]:
    return list(registration.history.values_list("action", flat=True))


def edit(registration: Registration, *people: PersonComing, **facts: Any) -> Registration:
    return edit_details(registration_id=registration.pk, people=people, answers={}, **facts)


def kinds(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def test_missing_names_come_until_the_deadline(booked: Registration, deadline: datetime) -> None:
    edit(booked, PersonComing(name="Ola"), PersonComing(name="Ida"), PersonComing())
    assert (names(booked), actions(booked)[-1]) == (["Ola", "Ida", ""], "names_changed")
    with time_machine.travel(deadline, tick=False):
        assert not may_edit(booked)
        with pytest.raises(NotEditable):
            edit(booked, PersonComing(name="Ola"), PersonComing(name="Ida"), PersonComing("Per"))
    assert names(booked) == ["Ola", "Ida", ""]


def test_without_a_deadline_names_come_until_the_first_session_begins(practice: Practice) -> None:
    booked = make_invoiced(make_offering(practice), people=3, participants=NOBODY_YET)
    start = booked.offering.first_start
    assert may_edit(booked, now=start - timedelta(seconds=1))
    assert not may_edit(booked, now=start)


@pytest.mark.parametrize("name", ["Kari", ""])
def test_a_name_that_was_given_stays_until_a_substitute_comes(
    booked: Registration, name: str
) -> None:
    with pytest.raises(NameIsGiven):
        edit(booked, PersonComing(name=name), PersonComing(name="Ida"), PersonComing())
    assert names(booked) == ["Ola", "", ""]


def test_nobody_names_those_of_a_date_that_was_called_off(
    booked: Registration, offering: Offering
) -> None:
    Offering.objects.filter(pk=offering.pk).update(status="called_off")
    with pytest.raises(NotEditable):
        edit(booked, *NOBODY_YET)


def test_who_was_cancelled_is_neither_asked_nor_loses_answers(
    booked: Registration, offering: Offering
) -> None:
    asked = ask(offering)
    gone = booked.participants.get(number=1)
    booked.answers.create(
        participant=gone, question=asked.question, question_text="?", text="At home"
    )
    booked.participants.filter(number=1).update(cancelled_at=timezone.now())
    edit(booked, PersonComing("Ida", answers={asked.question_id: "In town"}), PersonComing("Per"))
    assert names(booked) == ["Ola", "Ida", "Per"]
    assert list(booked.answers.values_list("participant__number", "text")) == [
        (1, "At home"),
        (2, "In town"),
    ]


def test_the_owner_corrects_a_name_at_any_time(booked: Registration, deadline: datetime) -> None:
    with time_machine.travel(deadline + timedelta(days=1)):
        typed = [(1, "Ole", "ole@example.org"), (3, "", "")]
        correct_names(registration_id=booked.pk, people=typed, user=None)
    assert (names(booked), actions(booked)[-1]) == (["Ole", "", ""], "names_changed")
    with pytest.raises(NotEditable):
        correct_names(registration_id=booked.pk, people=[(4, "Nobody", "")], user=None)


# Reminders


def at(moment: datetime) -> None:
    with time_machine.travel(moment):
        run_chores()
        run_chores()


def test_missing_names_are_asked_for_twice_and_then_the_owner_is_told_each_once_l3_l4(
    booked: Registration, deadline: datetime
) -> None:
    first = kinds(booked)
    at(deadline - timedelta(days=7, minutes=1))
    assert kinds(booked) == first
    for days in (7, 5, 2, 1):
        at(deadline - timedelta(days=days) + timedelta(minutes=1))
    assert kinds(booked) == [*first, "names_missing", "names_missing"]
    letter = booked.letters.filter(kind="names_missing").first()
    assert (letter.recipient, letter.language) == ("kari@example.org", "en")
    assert "2 seats for people whose names we do not know yet" in letter.text
    at(deadline)
    at(deadline + timedelta(days=1))
    assert kinds(booked)[-1] == "owner_names_missing"
    assert kinds(booked).count("owner_names_missing") == 1
    assert booked.letters.get(kind="owner_names_missing").recipient == "post@steinlia.example"


def test_nobody_is_asked_for_names_that_are_there(booked: Registration, deadline: datetime) -> None:
    edit(booked, PersonComing(name="Ola"), PersonComing(name="Ida"), PersonComing(name="Per"))
    before = kinds(booked)
    for days in (7, 2, 0):
        at(deadline - timedelta(days=days))
    assert kinds(booked) == before


def test_who_registers_in_the_last_days_is_told_at_once_and_not_reminded(
    offering: Offering, deadline: datetime
) -> None:
    with time_machine.travel(deadline - timedelta(days=1)):
        booked = make_invoiced(offering, people=3, participants=NOBODY_YET, language="en")
        run_chores()
        assert kinds(booked) == ["confirmed", "owner_new"]
    assert "Some names are still missing" in booked.letters.get(kind="confirmed").text


# In the browser


@pytest.fixture
def owner(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def typed(*people: dict[str, str]) -> dict[str, str]:
    data = {"participants-TOTAL_FORMS": str(len(people)), "participants-INITIAL_FORMS": "0"}
    for index, person in enumerate(people):
        data |= {f"participants-{index}-{name}": value for name, value in person.items()}
    return data


def test_the_own_page_says_who_is_missing_until_when(
    client: Client, booked: Registration, deadline: datetime
) -> None:
    page = client.get(booked.get_absolute_url()).text
    assert "2 names are still missing. Please give them by" in page
    assert "Give names and answers" in page
    with time_machine.travel(deadline):
        late = client.get(booked.get_absolute_url()).text
    assert "the time to give them here is over" in late
    assert "Give names and answers" not in late


def test_names_are_typed_into_the_form_and_given_ones_are_not(
    client: Client, booked: Registration
) -> None:
    address = f"{booked.get_absolute_url()}edit/"
    page = client.get(address).text
    assert page.count("disabled") == 1
    assert "Message to us" not in page
    answer = client.post(address, typed({}, {"name": "Ida"}, {"email": "per@example.org"}))
    assert answer.headers["Location"].endswith("?notice=saved")
    assert names(booked) == ["Ola", "Ida", ""]
    assert booked.participants.get(number=3).email == "per@example.org"
    forged = client.post(address, typed({"name": "Eve"}, {}, {}))
    assert "this name stays" in forged.text
    assert names(booked) == ["Ola", "Ida", ""]


def test_what_must_be_answered_may_be_left_to_the_participant_but_not_taken_away(
    client: Client, booked: Registration, offering: Offering
) -> None:
    asked = ask(offering, required=True)
    address, field = f"{booked.get_absolute_url()}edit/", f"question_{asked.question_id}"
    assert client.post(address, typed({}, {"name": "Ida"}, {})).status_code == 302
    assert client.post(address, typed({field: "In town"}, {}, {})).status_code == 302
    refused = client.post(address, typed({field: ""}, {}, {}))
    assert "Answer this question." in refused.text
    assert "not answered yet" in client.get(booked.get_absolute_url()).text
    assert booked.answers.get().text == "In town"


@pytest.mark.parametrize(
    ("facts", "people", "is_asked"),
    [
        ({}, ({"name": "Ola"}, {"name": "Ida"}), [1, 2]),
        ({}, ({"name": "Ola"}, {}), [1]),
        ({}, ({},), [1]),
        ({"payer": "employer", "organisation": "Fjellvang kommune"}, ({},), []),
    ],
)
def test_who_books_for_others_may_leave_the_answers_to_those_not_named_yet(
    client: Client,
    offering: Offering,
    facts: dict[str, str],
    people: tuple[dict[str, str], ...],
    is_asked: list[int],
) -> None:
    ask(offering, required=True)
    data = {
        "submission_key": "8c1f7c2e-8c48-4d43-9a53-94a8b8f1a3c7",
        "payer": "private",
        "method": "card",
        "booker_name": "Kari Nordmann",
        "booker_email": "kari@example.org",
        "accept_terms": "on",
        "action": "review",
        **facts,
        **typed(*people),
    }
    page = client.post(f"/en/register/{offering.code}/", data).text
    assert page.count('<span class="visually-hidden">Mistake:</span>') == len(is_asked)
    for number in range(1, len(people) + 1):
        assert (f"Participant {number}: Answer this question." in page) == (number in is_asked)


def test_the_person_booking_neither_sees_nor_loses_a_participants_sensitive_answer(
    client: Client, booked: Registration, offering: Offering
) -> None:
    asked = ask(offering, "What can you not eat?", sensitive=True)
    person = booked.participants.get(number=2)
    answers = {asked.question_id: "Shellfish"}
    fill_in(link_id=person.link_id, name="Ida", email="", answers=answers)
    address = f"{booked.get_absolute_url()}edit/"
    page = client.get(address).text
    assert "Shellfish" not in page + client.get(booked.get_absolute_url()).text
    assert "Answered by the participant, for the organiser alone." in page
    field = f"question_{asked.question_id}"
    data = typed({field: "Nuts"}, {field: "Nothing", "name": "Ida"}, {})
    assert client.post(address, data).status_code == 302
    stored = booked.sensitiveanswers.order_by("participant__number")
    assert [(row.text, row.from_participant) for row in stored] == [
        ("Nuts", False),
        ("Shellfish", True),
    ]


def shown_mark(page: str) -> str:
    [mark] = re.findall(r'name="mark" value="(\w+)"', page)
    return mark


def test_a_form_that_was_open_does_not_overwrite_what_a_participant_wrote(
    client: Client, booked: Registration, offering: Offering
) -> None:
    asked = ask(offering)
    field = f"question_{asked.question_id}"
    person = booked.participants.get(number=2)
    address = f"{booked.get_absolute_url()}edit/"
    mark = shown_mark(client.get(address).text)
    answers = {asked.question_id: "By the sea"}
    fill_in(link_id=person.link_id, name="Ida", email="ida@example.org", answers=answers)
    mine = {"mark": mark, **typed({}, {"name": "", field: "In town"}, {})}
    page = client.post(address, mine)
    assert page.status_code == 200
    assert "Somebody else has written here meanwhile" in page.text
    assert "<strong>By the sea</strong>" in page.text
    assert "<strong>ida@example.org</strong>" in page.text
    assert 'value="In town"' in page.text
    person.refresh_from_db()
    assert (person.email, person.answers.get().text) == ("ida@example.org", "By the sea")
    # Whoever has seen it may replace it all the same.
    again = client.post(address, {**mine, "mark": shown_mark(page.text)})
    assert again.headers["Location"].endswith("?notice=saved")
    assert person.answers.get().text == "In town"


def test_the_same_form_sent_twice_is_saved_once_and_complains_of_nothing(
    client: Client, booked: Registration
) -> None:
    address = f"{booked.get_absolute_url()}edit/"
    data = {"mark": shown_mark(client.get(address).text), **typed({}, {"name": "Ida"}, {})}
    for _time in range(2):
        assert client.post(address, data).headers["Location"].endswith("?notice=saved")
    assert actions(booked).count("names_changed") == 1


def test_the_owner_edits_names_in_the_admin(owner: Client, booked: Registration) -> None:
    address = f"/admin/registrations/registration/edit-names/{booked.pk}/"
    assert "Navnet til deltaker 3" in owner.get(address).text
    data = {"name_1": "Ole", "email_1": "", "name_2": "Ida", "email_2": "no address"}
    assert owner.post(address, data).status_code == 200
    answer = owner.post(address, {**data, "email_2": "ida@example.org"}, follow=True)
    assert "Navnene er slik du skrev dem." in answer.text
    assert names(booked) == ["Ole", "Ida", ""]
    Registration.objects.filter(pk=booked.pk).update(state="cancelled")
    answer = owner.post(address, {**data, "email_2": ""}, follow=True)
    assert "Plassene er gitt tilbake i mellomtiden. Ingenting ble endret." in answer.text
