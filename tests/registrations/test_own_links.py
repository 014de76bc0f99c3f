"""A participant's own link: what it opens, to whom it is sent, and what it never shows."""

import uuid
from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import Offering, Question
from registrations.models import Actor, Participant, Registration
from registrations.services import (
    LinkOver,
    NotPossible,
    PersonComing,
    TooLate,
    TooManyLetters,
    cancel,
    fill_in,
    send_link,
    substitute,
)
from tests.factories import (
    ask,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("postgresql")]


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, price=987600)


@pytest.fixture
def booked(offering: Offering) -> Registration:
    people = (PersonComing(name="Ola Andersen"), PersonComing())
    return make_invoiced(offering, people=2, participants=people, language="en")


@pytest.fixture
def unnamed(booked: Registration) -> Participant:
    return booked.participants.get(number=2)


def give(person: Participant, **facts: Any) -> Participant:
    given = {"name": "Ida", "email": "ida@example.org", "answers": {}, **facts}
    return fill_in(link_id=person.link_id, **given)


def lines(registration: Registration) -> list[tuple[str, str, str]]:
    return list(registration.history.order_by("pk").values_list("actor", "action", "why"))


# Filling in


def test_a_participant_gives_name_address_and_answers(
    client: Client, booked: Registration, unnamed: Participant, offering: Offering
) -> None:
    plain, sensitive = ask(offering), ask(offering, "What can you not eat?", sensitive=True)
    address = unnamed.get_absolute_url()
    assert address.startswith("/en/p/")
    data = {
        "name": "Ida",
        "email": "ida@example.org",
        f"question_{plain.question_id}": "In town",
        f"question_{sensitive.question_id}": "Shellfish",
    }
    answer = client.post(address, data)
    assert answer.headers["Location"] == f"{address}?saved=yes"
    unnamed.refresh_from_db()
    assert (unnamed.name, unnamed.email) == ("Ida", "ida@example.org")
    assert unnamed.answers.get().text == "In town"
    stored = unnamed.sensitiveanswers.get()
    assert (stored.text, stored.from_participant) == ("Shellfish", True)
    assert lines(booked)[-1] == ("participant", "participant_answered", "2")
    client.post(address, {**data, f"question_{sensitive.question_id}": ""})
    assert len(lines(booked)) == 2


def test_what_is_sensitive_is_not_shown_again_even_to_who_has_the_link(
    client: Client, unnamed: Participant, offering: Offering
) -> None:
    asked = ask(offering, "What can you not eat?", sensitive=True, required=True)
    give(unnamed, answers={asked.question_id: "Shellfish"})
    address = unnamed.get_absolute_url()
    page = client.get(address).text
    assert "Shellfish" not in page
    assert "You have answered this." in page
    client.post(address, {"email": "", f"question_{asked.question_id}": "Forged"})
    assert unnamed.sensitiveanswers.get().text == "Shellfish"
    client.post(address, {"email": "", f"forget_{asked.question_id}": "on"})
    assert not unnamed.sensitiveanswers.exists()
    assert "Answer this question." in client.post(address, {"email": ""}).text


def test_required_questions_and_boxes_are_asked_of_the_participant(
    client: Client, unnamed: Participant, offering: Offering
) -> None:
    box = ask(offering, "I have read it.", kind=Question.Kind.YES, required=True)
    address = unnamed.get_absolute_url()
    page = client.post(address, {"name": "", "email": "no address"}).text
    for mistake in ("Write your name.", "This is not an e-mail address.", "Answer this question."):
        assert mistake in page
    client.post(address, {"name": "Ida", f"question_{box.question_id}": "on"})
    assert unnamed.answers.get().text == "Yes"
    assert "checked" in client.get(address).text


def test_a_name_that_is_there_is_shown_and_stays(client: Client, booked: Registration) -> None:
    ola = booked.participants.get(number=1)
    address = ola.get_absolute_url()
    assert 'name="name"' not in client.get(address).text
    client.post(address, {"name": "Eve", "email": ""})
    ola.refresh_from_db()
    assert ola.name == "Ola Andersen"


def test_the_page_says_nothing_about_others_or_money(
    client: Client, booked: Registration, unnamed: Participant
) -> None:
    page = client.get(unnamed.get_absolute_url()).text
    secrets = ("Ola", "Kari", "kari@", "Fjellvang", booked.reference, booked.token, "9,876")
    assert [secret for secret in secrets if secret in page] == []


def test_the_page_is_private(client: Client, unnamed: Participant) -> None:
    answer = client.get(unnamed.get_absolute_url())
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "X-Page-Cache" not in answer.headers or answer.headers["X-Page-Cache"] == "miss"
    other = client.get(unnamed.get_absolute_url().replace("/en/", "/nb/"))
    assert other.headers["Location"] == unnamed.get_absolute_url()


def test_it_is_too_late_once_the_names_are_due(client: Client, unnamed: Participant) -> None:
    offering = unnamed.registration.offering
    with time_machine.travel(offering.first_start):
        with pytest.raises(TooLate):
            give(unnamed)
        assert "The time to fill this in is over" in client.get(unnamed.get_absolute_url()).text
        answer = client.post(unnamed.get_absolute_url(), {"name": "Ida"})
        assert "so nothing was changed" in answer.text
    unnamed.refresh_from_db()
    assert unnamed.name == ""


def test_the_link_ends_with_the_seat(client: Client, unnamed: Participant) -> None:
    Participant.objects.filter(pk=unnamed.pk).update(cancelled_at=timezone.now())
    with pytest.raises(LinkOver):
        give(unnamed)
    answer = client.get(unnamed.get_absolute_url())
    assert answer.status_code == 410
    assert "This link is no longer valid" in answer.text


def test_the_link_ends_with_the_registration(
    client: Client, booked: Registration, unnamed: Participant
) -> None:
    cancel(registration_id=booked.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0)
    assert client.post(unnamed.get_absolute_url(), {"name": "Ida"}).status_code == 410


def test_the_link_of_one_who_was_replaced_opens_nothing(
    client: Client, booked: Registration
) -> None:
    ola = booked.participants.get(number=1)
    new = substitute(
        registration_id=booked.pk, number=1, person=PersonComing(name="Per"), actor=Actor.BOOKER
    )
    assert client.get(ola.get_absolute_url()).status_code == 410
    with pytest.raises(LinkOver):
        give(ola)
    assert client.get(new.get_absolute_url()).status_code == 200


def test_tokens_that_nobody_signed_open_nothing(
    client: Client, booked: Registration, unnamed: Participant
) -> None:
    number, signature = unnamed.token.split(".")
    forged = (
        f"{uuid.uuid4().hex}.{signature}",
        f"{number}.{signature[::-1]}",
        number,
        booked.token,
        "x" * 90,
    )
    for token in forged:
        assert client.get(f"/en/p/{token}/").status_code == 404
    # Nor does a participant's token open the registration.
    assert client.get(f"/en/r/{unnamed.token}/").status_code == 404


def test_another_practice_does_not_serve_the_link(client: Client, unnamed: Participant) -> None:
    make_practice("tankelage", hostname="x.localhost", languages=("en",), default=False)
    address = unnamed.get_absolute_url()
    assert client.get(address, headers={"host": "x.localhost"}).status_code == 404


def test_neither_door_opens_without_a_token_of_the_form(
    booked: Registration, unnamed: Participant
) -> None:
    careful = Client(enforce_csrf_checks=True)
    sending = f"{booked.get_absolute_url()}send-link/2/"
    for address in (unnamed.get_absolute_url(), sending):
        data = {"name": "Eve", "email": "eve@example.org"}
        assert careful.post(address, data).status_code == 403
    unnamed.refresh_from_db()
    assert (unnamed.name, unnamed.letters.count()) == ("", 0)


# Sending


def sent(person: Participant) -> list[str]:
    return list(person.letters.order_by("pk").values_list("recipient", flat=True))


def test_the_link_is_sent_to_the_participant_in_the_registrations_language_l3(
    client: Client, booked: Registration, unnamed: Participant
) -> None:
    address = f"{booked.get_absolute_url()}send-link/2/"
    for _again in range(2):
        answer = client.post(address, {"email": "ida@example.org"})
        assert answer.headers["Location"].endswith("?notice=link_sent")
    letter = unnamed.letters.get()
    assert (letter.kind, letter.recipient, letter.language) == (
        *("fill_in", "ida@example.org"),
        "en",
    )
    assert unnamed.own_address in letter.text
    assert lines(booked)[-1] == ("booker", "link_sent", "2")
    unnamed.refresh_from_db()
    assert unnamed.email == "ida@example.org"


def test_the_letter_carries_nothing_that_somebody_typed(offering: Offering) -> None:
    """Or it would be a way to write anything to anybody."""
    booked = make_invoiced(
        offering,
        participants=(PersonComing(name="visit evil.example"),),
        booker_name="visit evil.example",
        organisation="visit evil.example",
        message="visit evil.example",
    )
    person = send_link(
        registration_id=booked.pk, number=1, email="ida@example.org", actor=Actor.BOOKER
    )
    letter = person.letters.get()
    assert "evil.example" not in letter.subject + letter.text + letter.html
    assert booked.reference not in letter.text
    assert booked.token not in letter.text + letter.html


def test_nobody_writes_to_strangers_through_us_for_long(
    booked: Registration, unnamed: Participant
) -> None:
    def send(number: int) -> None:
        send_link(
            registration_id=booked.pk,
            number=2,
            email=f"stranger{number}@example.org",
            actor=Actor.BOOKER,
        )

    for number in range(5):
        send(number)
    with pytest.raises(TooManyLetters):
        send(5)
    assert len(sent(unnamed)) == 5
    unnamed.refresh_from_db()
    assert unnamed.email == "stranger4@example.org"
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        send(6)
    assert len(sent(unnamed)) == 6


def test_an_address_that_sends_too_often_is_stopped(client: Client, booked: Registration) -> None:
    address = f"{booked.get_absolute_url()}send-link/2/"
    statuses = [client.post(address, {"email": "nonsense"}).status_code for _ in range(21)]
    assert statuses == [302] * 20 + [429]


@pytest.mark.parametrize("email", ["", "nonsense", "a@b", "a@example.org, b@example.org"])
def test_what_is_no_address_gets_no_letter(
    client: Client, booked: Registration, unnamed: Participant, email: str
) -> None:
    answer = client.post(f"{booked.get_absolute_url()}send-link/2/", {"email": email})
    assert answer.headers["Location"].endswith("?notice=wrong_address")
    assert sent(unnamed) == []


def test_links_are_sent_only_while_there_is_something_to_fill_in(
    client: Client, offering: Offering, booked: Registration
) -> None:
    waits = make_registration(
        make_offering(offering.practice, waiting_list=True), joins_list=True, language="en"
    )
    for registration, number in ((waits, 1), (booked, 3)):
        with pytest.raises(NotPossible):
            send_link(
                registration_id=registration.pk,
                number=number,
                email="ida@example.org",
                actor=Actor.BOOKER,
            )
    assert "Send the link" not in client.get(waits.get_absolute_url()).text
    page = client.get(booked.get_absolute_url()).text
    assert page.count("Send the link") == 2
    assert booked.participants.get(number=2).own_address in page
    with time_machine.travel(offering.first_start):
        late = client.post(f"{booked.get_absolute_url()}send-link/2/", {"email": "ida@example.org"})
    assert late.headers["Location"].endswith("?notice=no_links")
