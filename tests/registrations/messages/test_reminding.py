"""Reminders: at the right moment in the practice's zone, once, and never about what is over."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import override

import pytest

from cms.models import Practice
from courses.models import Offering, OfferingSession
from registrations.chores import run_chores
from registrations.messages import services
from registrations.models import Actor, Letter, Message, Registration, Reminder
from registrations.services import PersonComing, call_off, cancel, move_dates
from tests.factories import OSLO, make_invoiced, make_offering, make_registration
from tests.registrations.messages.spring import FIRST, MADE

pytestmark = pytest.mark.django_db

ADA = PersonComing(name="Ada Berg", email="ada@example.org")


@pytest.fixture
def spring(clock: Any, practice: Practice) -> Offering:
    """Two days, 30 and 31 March, each from nine to four, and one who comes."""
    offering = make_offering(practice, starts_at=FIRST)
    make_invoiced(offering, participants=(ADA,))
    return offering


def remind(offering: Offering, **facts: Any) -> Reminder:
    practice = offering.practice
    return Reminder.objects.create(
        **{
            "practice": practice,
            "offering": offering,
            "template": practice.letter_templates.get(purpose="before"),
            **facts,
        }
    )


def due(reminder: Reminder) -> list[datetime]:
    row = services.with_facts(Reminder.objects.filter(pk=reminder.pk)).get()
    days = services.payment_days([row.offering_id])
    return [one.due for one in services.occasions_ahead(row, days)]


def go(clock: Any, moment: datetime) -> int:
    """Let the chores run at ``moment``, and the worker write; how many letters there are now."""
    clock.move_to(moment)
    for key, occasion in services.reminders_due(now=timezone.now()):
        message = services.remind(reminder_id=key, occasion=occasion)
        if message:
            services.write_all(message_id=message.pk)
    return Letter.objects.filter(kind="reminder").count()


@pytest.mark.parametrize(
    ("facts", "moments"),
    [
        ({"amount": 7}, ["2027-03-23 09:00"]),
        # By the wall clock, though the clocks change in between.
        ({"amount": 3, "anchor": "each_session"}, ["2027-03-27 09:00", "2027-03-28 09:00"]),
        ({"amount": 2, "unit": "hours"}, ["2027-03-30 07:00"]),
        ({"amount": 1, "side": "after", "anchor": "last_session"}, ["2027-04-01 16:00"]),
        ({"amount": 1, "side": "after"}, ["2027-03-31 16:00"]),
        ({"amount": 2, "anchor": "registration"}, ["2027-03-18 23:59"]),
    ],
)
def test_it_is_due_relative_to_a_session_or_a_deadline(
    spring: Offering, facts: dict[str, Any], moments: list[str]
) -> None:
    Offering.objects.update(registration_deadline=datetime(2027, 3, 20, 23, 59, tzinfo=OSLO))
    found = due(remind(spring, **facts))
    assert [f"{one.astimezone(OSLO):%Y-%m-%d %H:%M}" for one in found] == moments


def test_it_goes_out_once_when_its_moment_has_come(spring: Offering, clock: Any) -> None:
    reminder = remind(spring, amount=7)
    moment = FIRST.replace(day=23)
    assert go(clock, moment - timedelta(minutes=1)) == 0
    assert go(clock, moment) == 1
    assert go(clock, moment + timedelta(hours=1)) == 1
    [letter] = Letter.objects.filter(kind="reminder")
    assert (letter.recipient, letter.language) == ("ada@example.org", "nb")
    assert [line.actor for line in letter.registration.history.filter(action="reminded")] == [
        Actor.SYSTEM
    ]
    assert due(reminder) == []


def test_the_database_refuses_a_second_one(spring: Offering) -> None:
    facts: dict[str, Any] = {
        "practice": spring.practice,
        "reminder": remind(spring),
        "occasion": "first:2027-03-30",
        "audience": "participants",
        "texts": {},
    }
    Message.objects.create(**facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.create(**facts)


def test_the_chores_send_it(spring: Offering, clock: Any) -> None:
    remind(spring, amount=7)
    clock.move_to(FIRST.replace(day=23))
    assert run_chores()["reminders"].done == 1
    assert run_chores()["reminders"].done == 0
    assert Message.objects.get().addressees.count() == 1


def test_nothing_that_lay_in_the_past_when_it_was_made_goes_out(
    spring: Offering, clock: Any
) -> None:
    clock.move_to(FIRST.replace(day=24))
    reminder = remind(spring, amount=7)
    assert due(reminder) == []
    assert go(clock, FIRST.replace(day=24)) == 0


def test_it_follows_a_session_that_moves(spring: Offering, clock: Any) -> None:
    reminder = remind(spring, amount=7)
    week = timedelta(days=7)
    spans = list(spring.sessions.values_list("starts_at", "ends_at"))
    clock.move_to(MADE + timedelta(days=1))
    move_dates(
        offering_id=spring.pk,
        sessions=[(begins + week, ends + week) for begins, ends in spans],
        free_cancel_until=None,
        words={},
        user=None,
    )
    assert due(reminder) == [FIRST]
    assert go(clock, FIRST.replace(day=23)) == 0
    assert go(clock, FIRST) == 1


def test_moved_close_by_it_is_left_out_because_the_move_itself_was_told(
    spring: Offering, clock: Any
) -> None:
    reminder = remind(spring, amount=7)
    clock.move_to(FIRST.replace(day=10))
    soon = FIRST.replace(day=14)
    move_dates(
        offering_id=spring.pk,
        sessions=[(soon, soon + timedelta(hours=7))],
        free_cancel_until=None,
        words={},
        user=None,
    )
    assert due(reminder) == []


def test_paused_nothing_goes_out_and_what_was_due_meanwhile_never_does(
    spring: Offering, clock: Any
) -> None:
    reminder = remind(spring, amount=7)
    services.pause(reminder_id=reminder.pk, paused=True)
    assert go(clock, FIRST.replace(day=23)) == 0
    clock.move_to(FIRST.replace(day=23) + timedelta(hours=2))
    services.pause(reminder_id=reminder.pk, paused=False)
    assert go(clock, FIRST.replace(day=23) + timedelta(hours=3)) == 0


def test_too_late_it_is_not_sent_at_all(spring: Offering, clock: Any) -> None:
    remind(spring, amount=7)
    remind(spring, amount=1)
    assert go(clock, FIRST.replace(day=25, hour=9)) == 0
    assert go(clock, FIRST + timedelta(minutes=1)) == 0


def test_nobody_who_was_cancelled_and_no_date_called_off(spring: Offering, clock: Any) -> None:
    remind(spring, amount=7)
    [registration] = Registration.objects.all()
    cancel(
        registration_id=registration.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0
    )
    assert go(clock, FIRST.replace(day=23)) == 0
    # It is done all the same: those who come later are seen to one by one.
    assert Message.objects.get().addressees.count() == 0
    other = make_offering(spring.practice, starts_at=FIRST + timedelta(days=30))
    make_invoiced(other)
    remind(other, amount=1)
    call_off(offering_id=other.pk, user=None)
    assert go(clock, FIRST + timedelta(days=29)) == 0


def test_who_owes_is_reminded_relative_to_their_own_day(spring: Offering, clock: Any) -> None:
    owes = make_registration(spring, booker_email="owes@example.org")
    pays_at_once = make_registration(spring, booker_email="now@example.org")
    pay_by = datetime(2027, 3, 10, 12, tzinfo=OSLO)
    Registration.objects.filter(pk=owes.pk).update(pay_by=pay_by, hold_until=pay_by)
    reminder = remind(spring, amount=2, anchor="payment", audience="owing")
    assert due(reminder) == [pay_by - timedelta(days=2)]
    assert go(clock, pay_by - timedelta(days=2)) == 1
    assert go(clock, pay_by - timedelta(days=1)) == 1
    [letter] = Letter.objects.filter(kind="reminder")
    assert letter.recipient == "owes@example.org"
    assert pays_at_once.letters.filter(kind="reminder").count() == 0


def test_only_those_who_owe_have_a_day_to_pay(spring: Offering) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        remind(spring, anchor="payment", audience="participants")
    with pytest.raises(IntegrityError), transaction.atomic():
        remind(spring, amount=91)


def test_new_course_dates_begin_with_what_the_practice_has_switched_on(practice: Practice) -> None:
    assert make_offering(practice).reminders.count() == 0
    practice.reminders.filter(template__purpose="thanks").update(paused=False)
    [reminder] = make_offering(practice).reminders.all()
    with override("en"):
        assert str(reminder.rule) == "The end of the last session: 1 day after"
    assert reminder.practice == practice


def test_looking_for_what_is_due_takes_as_many_queries_for_three_as_for_one(
    spring: Offering, clock: Any
) -> None:
    facts = {"anchor": "payment", "audience": "owing"}

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            services.reminders_due(now=timezone.now())
        return len(captured)

    remind(spring)
    remind(spring, **facts)
    one = queries()
    for _number in range(2):
        other = make_offering(spring.practice, starts_at=FIRST)
        make_registration(other)
        remind(other)
        remind(other, **facts)
    assert queries() == one <= 5


def test_a_session_that_is_added_has_its_own_reminder(spring: Offering, clock: Any) -> None:
    remind(spring, amount=1, anchor="each_session")
    assert go(clock, FIRST.replace(day=29)) == 1
    extra = FIRST + timedelta(days=10)
    OfferingSession.objects.create(
        offering=spring, starts_at=extra, ends_at=extra + timedelta(hours=2)
    )
    assert go(clock, FIRST) == 2
    assert go(clock, extra - timedelta(days=1)) == 3
