"""Letters: written once, in the reader's language, with the facts, and sent with patience."""

import ast
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core import mail
from django.db import transaction
from django.utils import timezone

import icalendar
import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from cms.models import Practice
from courses.models import Offering
from registrations import letters
from registrations.chores import run_chores
from registrations.letters import write_letter
from registrations.models import Letter, Registration
from registrations.post_office import WAITS, deliver, send_again
from tests.factories import make_course_pages, make_invoiced, make_offering, make_registration

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def written(registration: Registration, kind: str) -> Letter:
    return registration.letters.get(kind=kind)


@pytest.fixture
def broken_mail(settings) -> None:
    settings.EMAIL_BACKEND = "tests.registrations.test_letters.NoMailServer"


class NoMailServer:
    def __init__(self, **kwargs: object) -> None: ...

    def send_messages(self, messages: list[object]) -> int:
        raise ConnectionRefusedError("kari@example.org is not known here")


def test_confirmation_has_the_facts_in_the_registrants_language(practice: Practice) -> None:
    pages = make_course_pages(practice)
    starts = datetime(2027, 1, 12, 8, tzinfo=UTC)
    offering = make_offering(practice, course=pages["nb"].course, starts_at=starts)
    with time_machine.travel("2026-12-01"):
        letter = written(make_invoiced(offering, people=2, language="en"), "confirmed")
    assert letter.language == "en"
    assert letter.subject == "Confirmed: Group supervision en"
    for words in (
        "Hello Kari Nordmann,",
        "Tuesday 12 January 2027, 09:00–16:00",
        "Wednesday 13 January 2027, 09:00–16:00",
        "Fagerheim, Bergen",
        "Person 1, Person 2",
        "NOK\N{NO-BREAK SPACE}12,800",
    ):
        assert words in letter.text, words
        assert words in letter.html, words
    assert letter.registration.own_address in letter.text
    assert f'href="{letter.registration.own_address}"' in letter.html


def test_owner_is_told_in_the_practices_language_without_names(offering: Offering) -> None:
    letter = written(make_invoiced(offering, language="en"), "owner_new")
    assert (letter.language, letter.recipient) == ("nb", "post@steinlia.example")
    assert "Kari" not in letter.text + letter.subject


def test_calendar_has_each_session_in_the_practices_zone_and_stays_itself(
    offering: Offering,
) -> None:
    registration = make_invoiced(offering)
    letter = written(registration, "confirmed")
    calendar = icalendar.Calendar.from_ical(letter.calendar)
    events = list(calendar.walk("VEVENT"))
    assert [str(event["UID"]) for event in events] == [
        f"session-{session.pk}@testserver" for session in offering.sessions_list
    ]
    assert {event["DTSTART"].params["TZID"] for event in events} == {"Europe/Oslo"}
    assert [event["DTSTART"].dt for event in events] == [
        session.starts_at for session in offering.sessions_list
    ]


def test_online_room_is_told_only_to_the_confirmed(practice: Practice) -> None:
    room = "https://room.example/abc"
    offering = make_offering(practice, online=True, online_link=room)
    held = written(make_registration(offering), "seats_held")
    assert room not in held.text + held.html + held.calendar
    confirmed = written(make_invoiced(offering), "confirmed")
    assert room in confirmed.text
    assert room in icalendar.Calendar.from_ical(confirmed.calendar).walk("VEVENT")[0]["DESCRIPTION"]


def test_a_letter_of_one_occasion_is_written_once_l3(offering: Offering) -> None:
    registration = make_invoiced(offering)
    first = written(registration, "confirmed")
    assert write_letter(registration, kind=Letter.Kind.CONFIRMED) == first
    assert registration.letters.filter(kind="confirmed").count() == 1


def test_sending_has_text_html_calendar_and_one_number(offering: Offering) -> None:
    letter = written(make_invoiced(offering), "confirmed")
    deliver(letter_id=letter.pk)
    deliver(letter_id=letter.pk)
    [message] = mail.outbox
    letter.refresh_from_db()
    assert (letter.status, letter.tries) == (Letter.Status.SENT, 1)
    assert message.body == letter.text
    assert message.alternatives == [(letter.html, "text/html")]
    assert message.from_email == "Steinlia <post@localhost>"
    assert message.reply_to == ["post@steinlia.example"]
    assert message.extra_headers["Message-ID"] == f"<{letter.message_id}@testserver>"


def test_failed_sending_waits_longer_each_time_and_is_then_seen_l7(
    offering: Offering, broken_mail: None
) -> None:
    letter = written(make_invoiced(offering), "confirmed")
    now = timezone.now()
    for wait in WAITS:
        with time_machine.travel(now, tick=False):
            deliver(letter_id=letter.pk)
        letter.refresh_from_db()
        assert (letter.status, letter.next_try_at) == (Letter.Status.QUEUED, now + wait)
        now += wait
    with time_machine.travel(now, tick=False):
        deliver(letter_id=letter.pk)
    letter.refresh_from_db()
    assert (letter.status, letter.tries) == (Letter.Status.FAILED, len(WAITS) + 1)
    assert letter.error == "ConnectionRefusedError"


def test_failed_letter_can_be_sent_again_l7(offering: Offering) -> None:
    letter = written(make_invoiced(offering), "confirmed")
    Letter.objects.filter(pk=letter.pk).update(status=Letter.Status.FAILED, tries=8)
    send_again(letter_id=letter.pk)
    deliver(letter_id=letter.pk)
    letter.refresh_from_db()
    assert (letter.status, len(mail.outbox)) == (Letter.Status.SENT, 1)


def test_letter_of_a_sender_that_died_is_taken_up_again(offering: Offering) -> None:
    letter = written(make_invoiced(offering), "confirmed")
    Letter.objects.exclude(pk=letter.pk).delete()
    Letter.objects.filter(pk=letter.pk).update(
        status=Letter.Status.SENDING, claimed_at=timezone.now()
    )
    assert run_chores()["letters"].done == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert run_chores()["letters"].done == 1
        deliver(letter_id=letter.pk)
    assert len(mail.outbox) == 1


def test_letters_roll_back_with_what_they_tell_of(offering: Offering) -> None:

    with transaction.atomic():
        make_invoiced(offering)
        transaction.set_rollback(True)
    assert (Letter.objects.count(), DBTaskResult.objects.count()) == (0, 0)


def test_letters_count_the_seats_that_they_speak_of() -> None:
    """“Your seats” to somebody who has booked one would be wrong in most languages."""
    uncounted = [
        f"{file.name}:{call.lineno}: {text.value}"
        for file in sorted(Path(letters.__file__).parent.glob("*.py"))
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
        for text in call.args
        if isinstance(text, ast.Constant) and re.search(r"\bseats\b", str(text.value))
    ]
    assert uncounted == []
