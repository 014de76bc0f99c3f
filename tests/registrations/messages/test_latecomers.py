"""Reminders of a date for those who come after they went out: each once, and only what is true."""

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.chores import run_chores
from registrations.messages import services
from registrations.models import Actor, Letter, Message, Registration, Reminded, Reminder
from registrations.services import PersonComing, change_date, move_dates, quote_date
from registrations.services.moves import move
from registrations.states import State
from tests.factories import OSLO, make_invoiced, make_offering
from tests.registrations.messages.spring import FIRST
from tests.registrations.other_dates import another_date

pytestmark = pytest.mark.django_db

WEEK_BEFORE = FIRST - timedelta(days=7)
TWO_DAYS_BEFORE = datetime(2027, 3, 28, 9, tzinfo=OSLO)
DEADLINE = datetime(2027, 3, 20, 23, 59, tzinfo=OSLO)


@pytest.fixture
def spring(clock: Any, practice: Practice) -> Offering:
    """Two days, 30 and 31 March, and one who has come in time."""
    offering = make_offering(practice, starts_at=FIRST, date_change_allowed=True)
    comes(offering, "early")
    return offering


def comes(offering: Offering, name: str, **facts: Any) -> Registration:
    return make_invoiced(offering, booker_email=f"{name}@example.org", **facts)


def waiting(offering: Offering) -> Registration:
    """Somebody whose application nobody has read yet."""
    registration = comes(offering, "waits")
    Registration.objects.filter(pk=registration.pk).update(state=State.IN_REVIEW)
    registration.history.all().delete()
    return registration


def confirm(registration: Registration) -> None:
    registration.refresh_from_db()
    move(registration, to=State.CONFIRMED, actor=Actor.OWNER)


def remind(offering: Offering, **facts: Any) -> Reminder:
    practice = offering.practice
    template = practice.letter_templates.get(purpose="before")
    whole = {"practice": practice, "offering": offering, "template": template, "amount": 7}
    return Reminder.objects.create(**{**whole, **facts})


def remind_all() -> None:
    for key, occasion in services.reminders_due(now=timezone.now()):
        services.remind(reminder_id=key, occasion=occasion)
    for key in services.messages_with_latecomers(now=timezone.now()):
        services.remind_latecomers(message_id=key)


def go(clock: Any, moment: datetime) -> list[str]:
    """Let the chores see to reminders at ``moment``, and the worker write; who has one by now."""
    clock.move_to(moment)
    remind_all()
    for message in Message.objects.filter(written_at=None):
        services.write_all(message_id=message.pk)
    rows = Letter.objects.filter(kind="reminder").order_by("pk")
    return [address.split("@")[0] for address in rows.values_list("recipient", flat=True)]


def test_who_registers_after_it_went_out_gets_it_soon_and_once(
    spring: Offering, clock: Any
) -> None:
    remind(spring)
    assert go(clock, WEEK_BEFORE) == ["early"]
    clock.move_to(TWO_DAYS_BEFORE)
    late = comes(spring, "late")
    assert not late.letters.filter(kind="reminder").exists()
    assert go(clock, TWO_DAYS_BEFORE + timedelta(minutes=1)) == ["early", "late"]
    assert go(clock, TWO_DAYS_BEFORE + timedelta(minutes=2)) == ["early", "late"]
    [line] = late.history.filter(action="reminded")
    assert line.actor == Actor.SYSTEM
    message = late.letters.get(kind="reminder").part_of
    assert message.follows == Message.objects.get(follows=None)


def test_where_nobody_had_registered_the_first_one_gets_it(practice: Practice, clock: Any) -> None:
    offering = make_offering(practice, starts_at=FIRST)
    remind(offering)
    assert go(clock, WEEK_BEFORE) == []
    comes(offering, "late")
    assert go(clock, TWO_DAYS_BEFORE) == ["late"]


def test_who_is_confirmed_later_gets_it_then(spring: Offering, clock: Any) -> None:
    waits = waiting(spring)
    remind(spring)
    assert go(clock, WEEK_BEFORE) == ["early"]
    assert go(clock, TWO_DAYS_BEFORE) == ["early"]
    confirm(waits)
    assert go(clock, TWO_DAYS_BEFORE + timedelta(hours=1)) == ["early", "waits"]


@pytest.mark.parametrize(
    ("facts", "went_out", "at"),
    [
        # Its session has begun, is over, or its deadline has passed.
        ({}, WEEK_BEFORE, FIRST),
        ({"side": "after", "amount": 1}, datetime(2027, 3, 31, 16, tzinfo=OSLO), None),
        ({"anchor": "registration"}, DEADLINE - timedelta(days=7), DEADLINE),
        # What goes out the day before may say “tomorrow”.
        ({"amount": 1}, FIRST - timedelta(days=1), FIRST.replace(hour=7)),
        # They have just been told what is to be paid by when.
        ({"audience": "owing"}, WEEK_BEFORE, None),
    ],
)
def test_what_is_over_or_would_be_wrong_by_then_is_left_out(
    spring: Offering, clock: Any, facts: dict[str, Any], went_out: datetime, at: datetime | None
) -> None:
    Offering.objects.update(registration_deadline=DEADLINE)
    waits = waiting(spring)
    remind(spring, **facts)
    told = go(clock, went_out)
    assert Message.objects.count() == 1
    clock.move_to(at or went_out + timedelta(hours=1))
    confirm(waits)
    assert go(clock, timezone.now()) == told


def test_the_day_before_it_is_still_true_until_midnight(spring: Offering, clock: Any) -> None:
    remind(spring, amount=1)
    go(clock, FIRST - timedelta(days=1))
    comes(spring, "late")
    assert go(clock, FIRST.replace(day=29, hour=23)) == ["early", "late"]


def test_it_has_its_own_text_of_that_moment(spring: Offering, clock: Any) -> None:
    reminder = remind(spring)
    go(clock, WEEK_BEFORE)
    reminder.template.texts = {"nb": {"subject": "Ny dør", "body": "Gå inn fra gården."}}
    reminder.template.save()
    late = comes(spring, "late")
    go(clock, TWO_DAYS_BEFORE)
    assert late.letters.get(kind="reminder").subject == "Ny dør"


def test_paused_nobody_gets_it_nor_afterwards_who_came_meanwhile(
    spring: Offering, clock: Any
) -> None:
    reminder = remind(spring)
    go(clock, WEEK_BEFORE)
    services.pause(reminder_id=reminder.pk, paused=True)
    comes(spring, "meanwhile")
    assert go(clock, TWO_DAYS_BEFORE) == ["early"]
    services.pause(reminder_id=reminder.pk, paused=False)
    clock.shift(timedelta(minutes=1))
    comes(spring, "late")
    assert go(clock, TWO_DAYS_BEFORE + timedelta(hours=1)) == ["early", "late"]


def test_what_was_never_sent_is_not_sent_to_those_who_come_later(
    spring: Offering, clock: Any
) -> None:
    clock.move_to(WEEK_BEFORE + timedelta(days=1))
    remind(spring)
    comes(spring, "late")
    assert go(clock, TWO_DAYS_BEFORE) == []


def test_a_letter_that_says_nothing_to_them_is_left_out_for_good(
    spring: Offering, clock: Any
) -> None:
    template = spring.practice.letter_templates.get(purpose="names")
    remind(spring, template=template, audience="names_missing")
    go(clock, WEEK_BEFORE)
    named = comes(spring, "named")
    comes(spring, "unnamed", participants=(PersonComing(name=""),))
    assert go(clock, TWO_DAYS_BEFORE) == ["unnamed"]
    named.participants.update(name="")
    Registration.objects.get(booker_email="early@example.org").participants.update(name="")
    assert go(clock, TWO_DAYS_BEFORE + timedelta(hours=1)) == ["unnamed"]


def test_nobody_gets_it_twice_when_its_rule_changes_afterwards(
    spring: Offering, clock: Any
) -> None:
    reminder = remind(spring)
    go(clock, WEEK_BEFORE)
    comes(spring, "late")
    go(clock, TWO_DAYS_BEFORE)
    Reminder.objects.filter(pk=reminder.pk).update(amount=1, audience="bookers")
    assert go(clock, FIRST - timedelta(days=1)) == ["early", "late"]


def _change(registration: Registration, to: Offering) -> None:
    registration.refresh_from_db()
    shown = quote_date(registration, to=to, actor=Actor.OWNER).shown
    change_date(registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=shown)


def test_who_changes_date_gets_that_date_s_and_back_again_nothing_twice(
    spring: Offering, clock: Any
) -> None:
    other = another_date(spring, starts_at=FIRST, date_change_allowed=True)
    remind(spring)
    remind(other)
    assert go(clock, WEEK_BEFORE) == ["early"]
    early = Registration.objects.get()
    for to in (other, spring, other):
        clock.shift(timedelta(hours=1))
        _change(early, Offering.objects.with_facts().get(pk=to.pk))
        told = go(clock, timezone.now() + timedelta(minutes=1))
        assert told == ["early", "early"]
    numbers = Letter.objects.filter(kind="reminder").order_by("pk")
    assert [letter.part_of.offering_id for letter in numbers] == [spring.pk, other.pk]


def test_who_changed_date_before_it_was_written_gets_it_when_they_are_back(
    spring: Offering, clock: Any
) -> None:
    other = another_date(spring)
    remind(spring)
    clock.move_to(WEEK_BEFORE)
    remind_all()
    early = Registration.objects.get()
    _change(early, other)
    assert go(clock, WEEK_BEFORE + timedelta(minutes=5)) == []
    _change(early, Offering.objects.with_facts().get(pk=spring.pk))
    assert go(clock, WEEK_BEFORE + timedelta(hours=1)) == ["early"]


@pytest.mark.parametrize(("days", "told"), [(1, ["early", "late"]), (14, ["early"])])
def test_when_the_session_moves_the_late_ones_wait_only_for_what_is_to_come(
    spring: Offering, clock: Any, days: int, told: list[str]
) -> None:
    remind(spring)
    go(clock, WEEK_BEFORE)
    clock.move_to(TWO_DAYS_BEFORE)
    by = timedelta(days=days)
    spans = [(one.starts_at + by, one.ends_at + by) for one in spring.sessions_list]
    move_dates(offering_id=spring.pk, sessions=spans, free_cancel_until=None, words={}, user=None)
    comes(spring, "late")
    assert go(clock, TWO_DAYS_BEFORE + timedelta(hours=1)) == told
    if days == 14:
        assert go(clock, WEEK_BEFORE + by) == ["early", "early", "late"]


def test_the_database_refuses_a_second_one(spring: Offering, clock: Any) -> None:
    remind(spring)
    go(clock, WEEK_BEFORE)
    [seen] = Reminded.objects.all()
    with pytest.raises(IntegrityError), transaction.atomic():
        Reminded.objects.create(message=seen.message, registration=seen.registration)


def test_asked_again_there_is_nobody_left(spring: Offering, clock: Any) -> None:
    remind(spring)
    go(clock, WEEK_BEFORE)
    comes(spring, "late")
    clock.move_to(TWO_DAYS_BEFORE)
    [key] = services.messages_with_latecomers(now=timezone.now())
    assert run_chores()["latecomers"].done == 1
    assert run_chores()["latecomers"].done == 0
    assert services.remind_latecomers(message_id=key) is None


def test_looking_for_late_ones_takes_as_many_queries_for_three_as_for_one(
    spring: Offering, clock: Any
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert services.messages_with_latecomers(now=timezone.now())
        return len(captured)

    remind(spring)
    go(clock, WEEK_BEFORE)
    comes(spring, "late")
    one = queries()
    for number in range(2):
        other = make_offering(spring.practice, starts_at=FIRST + timedelta(minutes=1))
        remind(other)
        go(clock, WEEK_BEFORE + timedelta(minutes=2 + number))
        comes(other, "other")
    comes(spring, "late as well")
    assert queries() == one <= 4
