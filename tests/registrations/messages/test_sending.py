"""Writing to many: who gets a letter, in which language, once, and what is noted of it."""

import logging
import uuid
from datetime import UTC, datetime, timedelta

from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from cms.models import Practice
from courses.models import Offering
from registrations.chores import run_chores
from registrations.messages import services
from registrations.messages.services import sending
from registrations.messages.texts import Text
from registrations.models import Actor, Letter, Registration
from registrations.post_office import deliver
from registrations.services import PersonComing, cancel, give_up
from tests.factories import (
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.registrations.messages.written import TEXTS, send, told, write

pytestmark = pytest.mark.django_db

ADA = PersonComing(name="Ada Berg", email="ada@example.org")
BO = PersonComing(name="Bo Dahl")
KARI = PersonComing(name="Kari Nordmann", email="KARI@example.org")
NAMELESS = PersonComing(name="")


def booked(offering: Offering, *people: PersonComing, **facts: object) -> Registration:
    return make_invoiced(offering, people=len(people), participants=people, **facts)


def test_each_reads_it_in_the_language_of_their_registration_exactly(practice: Practice) -> None:
    pages = make_course_pages(practice)
    starts = datetime(2027, 1, 12, 8, tzinfo=UTC)
    with time_machine.travel("2026-12-01"):
        offering = make_offering(practice, course=pages["nb"].course, starts_at=starts)
        booked(offering, ADA)
        booked(offering, BO, booker_email="per@example.org", language="en")
        norwegian, english = write(offering).letters.order_by("pk")
    assert (norwegian.recipient, norwegian.language) == ("ada@example.org", "nb")
    assert norwegian.subject == "Til Ada: Group supervision nb"
    assert norwegian.text == (
        "Hei Ada,\n\nVi ses tirsdag 12. januar 2027 kl. 09:00.\n\n"
        "Steinlia\npost@steinlia.example\n\n"
    )
    assert (english.recipient, english.language) == ("per@example.org", "en")
    assert english.subject == "To Kari: Group supervision en"
    assert english.text == (
        "Hello Kari,\n\nSee you Tuesday 12 January 2027, 09:00.\n\n"
        "Steinlia\npost@steinlia.example\n\n"
    )
    assert "Hello Kari," in english.html
    assert '<html lang="en">' in english.html


def test_participants_have_their_own_letter_and_the_others_one_through_who_booked(
    offering: Offering,
) -> None:
    again = PersonComing(name="Ada's colleague", email="Ada@example.org")
    booked(offering, ADA, BO, NAMELESS, KARI, again)
    message = write(offering)
    assert told(message) == ["ada@example.org", "kari@example.org"]
    own, booker = message.letters.order_by("pk")
    assert own.participant.number == 1
    assert booker.participant is None


def test_who_comes_learns_nothing_about_money_and_gets_no_link_but_their_own(
    offering: Offering,
) -> None:
    every = "\n\n".join(f"{{{name}}}" for name in ("own_page", "reference", "amount", "pay_by"))
    registration = booked(offering, ADA, BO)
    message = write(offering, texts={"nb": Text("Alt", f"Alt:\n\n{every}\n\n{{pay_link}}")})
    own, booker = message.letters.order_by("pk")
    assert own.text.split("\n\n")[:3] == [
        "Alt:",
        own.participant.own_address,
        own.text.split("\n\n")[2],
    ]
    assert registration.token not in own.text + own.html
    assert registration.reference not in own.text + own.html
    assert registration.own_address in booker.text
    assert f'<a href="{registration.own_address}">' in booker.html
    assert registration.reference in booker.text


def test_audiences_have_those_who_belong_to_them_and_nobody_who_has_left(
    practice: Practice,
) -> None:
    offering = make_offering(practice, seats=4, waiting_list=True, price=640000)
    comes = booked(offering, ADA, NAMELESS, booker_email="comes@example.org")
    left = booked(offering, BO, booker_email="left@example.org")
    make_registration(offering, booker_email="pays@example.org")
    make_registration(offering, people=2, joins_list=True, booker_email="waits@example.org")
    cancel(registration_id=left.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0)
    Registration.objects.filter(booker_email="waits@example.org").update(
        state="waitlisted", hold_until=None
    )
    found = {
        audience: [
            reader.address
            for reader in services.readers_of(audience, practice=practice, offering=offering)
        ]
        for audience in ("participants", "bookers", "waiting", "names_missing", "owing")
    }
    assert found == {
        "participants": ["ada@example.org", "comes@example.org"],
        "bookers": ["comes@example.org"],
        "waiting": ["waits@example.org"],
        "names_missing": ["comes@example.org"],
        # The invoice is not due yet, and the other is still at the payment page.
        "owing": [],
    }
    comes.invoices.update(status="open", due_at=timezone.now() - timedelta(days=1))
    Registration.objects.filter(booker_email="pays@example.org").update(
        pay_by=timezone.now() + timedelta(days=2)
    )
    owing = services.readers_of("owing", practice=practice, offering=offering)
    assert [reader.address for reader in owing] == ["comes@example.org", "pays@example.org"]


def test_who_was_chosen_is_written_to_whatever_their_state(offering: Offering) -> None:
    left = make_registration(offering, booker_email="left@example.org")
    give_up(registration_id=left.pk, actor=Actor.OWNER)
    message = write(offering, "bookers", chosen=[left.pk])
    assert told(message) == ["left@example.org"]
    with pytest.raises(services.NobodyToWriteTo):
        send(offering, "bookers")


def test_registrations_of_another_practice_are_never_among_the_chosen(offering: Offering) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    theirs = make_invoiced(make_offering(other))
    with pytest.raises(services.NobodyToWriteTo):
        send(offering, "bookers", chosen=[theirs.pk])
    assert not Letter.objects.filter(kind="written").exists()


def test_a_button_that_is_pressed_twice_is_one_message(offering: Offering) -> None:
    booked(offering, ADA)
    key = uuid.uuid4()
    assert send(offering, key=key) == send(offering, key=key)
    message = write(offering, key=key)
    services.write_all(message_id=message.pk)
    assert told(message) == ["ada@example.org"]


def test_a_language_without_a_text_reads_the_source_language(practice: Practice) -> None:
    offering = make_offering(practice)
    booked(offering, ADA, language="en")
    [letter] = write(offering, texts={"nb": TEXTS["nb"]}).letters.all()
    assert (letter.language, letter.text.splitlines()[0]) == ("nb", "Hei Ada,")


def test_it_stands_in_the_history_and_comes_from_a_person(offering: Offering) -> None:
    registration = booked(offering, ADA, BO)
    user = make_user()
    message = write(offering, user=user)
    lines = registration.history.filter(action="written_to").order_by("pk")
    assert [(line.user, line.actor, line.why) for line in lines] == [
        (user, "owner", "1"),
        (user, "owner", ""),
    ]
    letter = message.letters.first()
    deliver(letter_id=letter.pk)
    sent = mail.outbox[-1]
    assert sent.reply_to == ["post@steinlia.example"]
    assert "Auto-Submitted" not in sent.extra_headers
    letter.refresh_from_db()
    assert letter.status == "sent"


def test_no_line_of_a_name_or_a_subject_becomes_a_header(offering: Offering) -> None:
    person = PersonComing(name="Ada\r\nBcc: all@example.org", email="ada@example.org")
    booked(offering, person)
    text = Text("To {name}\r\nCc: more@example.org", "Hello {name}.")
    [letter] = write(offering, texts={"nb": text}).letters.all()
    deliver(letter_id=letter.pk)
    headers = str(mail.outbox[-1].message()).split("\n\n")[0]
    assert "\nBcc" not in headers
    assert "\nCc" not in headers
    assert letter.subject == "To Ada Bcc: all@example.org Cc: more@example.org"


def test_what_a_visitor_typed_is_neither_markup_nor_a_link(offering: Offering) -> None:
    typed = "<b>Ada</b> http://evil.example/"
    booked(offering, PersonComing(name=typed, email="ada@example.org"))
    body = "Hello {first_name}, or {name}.\n\nSee https://steinlia.example/ <i>too</i>."
    [letter] = write(offering, texts={"nb": Text("Hello", body)}).letters.all()
    assert 'href="http://evil.example' not in letter.html
    assert "&lt;b&gt;Ada&lt;/b&gt; http://evil.example/" in letter.html
    assert "Hello, or" in letter.html
    assert '<a href="https://steinlia.example/" rel="nofollow">' in letter.html
    assert "&lt;i&gt;too&lt;/i&gt;" in letter.html


def test_letters_to_many_take_as_many_queries_as_a_letter_to_one(practice: Practice) -> None:
    offering = make_offering(practice, seats=100)
    booked(offering, ADA)
    one = _queries_of_a_batch(offering)
    for _number in range(11):
        booked(offering, ADA, BO)
    assert _queries_of_a_batch(offering) == one
    assert one <= 20


def _queries_of_a_batch(offering: Offering) -> int:
    message = send(offering)
    with CaptureQueriesContext(connection) as queries:
        assert not sending.write_on(message_id=message.pk)
    return len(queries)


def test_stopped_between_two_batches_the_chores_write_the_rest_once(
    offering: Offering,
) -> None:
    for number in range(5):
        booked(offering, BO, booker_email=f"b{number}@example.org")
    message = send(offering)
    assert sending.write_on(message_id=message.pk, batch=2)
    DBTaskResult.objects.all().delete()  # the process is gone, and with it what it had to do
    assert len(told(message)) == 2
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        run_chores()
        run_chores()
    assert told(message) == [f"b{number}@example.org" for number in range(5)]
    message.refresh_from_db()
    assert message.written_at is not None


def test_who_left_since_it_was_sent_is_passed_over(offering: Offering) -> None:
    stays = booked(offering, BO, booker_email="stays@example.org")
    goes = booked(offering, BO, booker_email="goes@example.org")
    message = send(offering)
    cancel(registration_id=goes.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0)
    services.write_all(message_id=message.pk)
    assert told(message) == [stays.booker_email]


def test_failed_letters_are_sent_again_together(offering: Offering) -> None:
    booked(offering, ADA, BO)
    message = write(offering)
    message.letters.update(status="failed", tries=8)
    assert services.send_failed_again(message_id=message.pk) == 2
    for letter in message.letters.all():
        deliver(letter_id=letter.pk)
    assert set(message.letters.values_list("status", flat=True)) == {"sent"}
    assert services.send_failed_again(message_id=message.pk) == 0


def test_a_test_letter_goes_to_oneself_and_into_no_history(offering: Offering) -> None:
    registration = booked(offering, ADA)
    [reader] = services.readers_of("participants", practice=offering.practice, offering=offering)
    user = make_user("owner@steinlia.example")
    letter = services.send_test(texts=TEXTS, reader=reader, user=user)
    assert (letter.recipient, letter.registration) == ("owner@steinlia.example", None)
    assert letter.subject.startswith("[Test] Til Ada: ")
    assert not registration.history.filter(action="written_to").exists()


def test_no_name_or_address_comes_into_the_log(
    offering: Offering, caplog: pytest.LogCaptureFixture
) -> None:
    booked(offering, ADA)
    with caplog.at_level(logging.DEBUG):
        message = write(offering)
        deliver(letter_id=message.letters.get().pk)
    said = " ".join(
        record.getMessage() for record in caplog.records if record.name != "django.db.backends"
    )
    assert "ada@example.org" not in said
    assert "Ada" not in said
