"""New dates: everybody concerned is told once, keeps the seat, and may leave for free."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models.signals import post_save
from django.utils import timezone

import icalendar
import pytest
import time_machine

from cms.models import Practice
from cms.page_cache import current_generation
from courses.models import CancellationTier, Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Letter, Refund, Registration
from registrations.services import (
    CannotMove,
    cancel,
    give_up,
    move_dates,
    percent_now,
    preview_move,
    start_checkout,
)
from registrations.services.moving_dates import Refusal, Span, spans_of
from registrations.states import State
from tests.factories import OSLO, make_invoiced, make_offering, make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def offering(practice: Practice) -> Offering:
    offering = make_offering(practice, days=2)
    CancellationTier.objects.create(offering=offering, days_before=60, fee_percent=50)
    return offering


def later(offering: Offering, *, days: int = 7) -> list[Span]:
    """The same hours of the day, however the clocks are set then."""
    shift = timedelta(days=days)
    return [
        (begins.astimezone(OSLO) + shift, ends.astimezone(OSLO) + shift)
        for begins, ends in spans_of(offering)
    ]


def move(
    offering: Offering,
    sessions: Sequence[Span],
    *,
    until: datetime | None = None,
    words: dict[str, str] | None = None,
) -> int:
    return move_dates(
        offering_id=offering.pk,
        sessions=sessions,
        free_cancel_until=until,
        words=words or {},
        user=None,
    )


def told(registration: Registration) -> list[Letter]:
    return list(registration.letters.filter(kind="dates_moved").order_by("pk"))


def in_days(days: int) -> datetime:
    return timezone.now() + timedelta(days=days)


def test_everybody_concerned_is_told_once_in_their_own_language(offering: Offering) -> None:
    norwegian = make_invoiced(offering)
    english = make_registration(offering, language="en")
    Offering.objects.filter(pk=offering.pk).update(waiting_list=True)
    waiting = make_registration(offering, joins_list=True, language="en")
    gone = make_registration(offering)
    give_up(registration_id=gone.pk, actor=Actor.BOOKER)
    sessions = later(offering)
    words = {"nb": "Vi har fått et større rom.", "en": "We have found a larger room."}
    assert move(offering, sessions, until=in_days(14), words=words) == 3
    assert list(offering.sessions.values_list("starts_at", "ends_at")) == sessions
    [letter] = told(norwegian)
    assert (letter.language, "større rom" in letter.text) == ("nb", True)
    [letter] = told(english)
    assert letter.text.count("We have found a larger room.") == 1
    assert "We hold your seat until" in letter.text
    [letter] = told(waiting)
    assert ("your place on the waiting list" in letter.text, letter.calendar) == (True, "")
    assert told(gone) == []
    for registration in (norwegian, english, waiting):
        assert registration.history.filter(action="dates_moved", actor="owner").count() == 1
    assert list(broken_invariants()) == []


def test_letter_has_old_dates_and_new_ones_and_the_right_to_leave(offering: Offering) -> None:
    registration = make_invoiced(offering, language="en")
    old = spans_of(offering)[0][0].astimezone(OSLO)
    move(offering, later(offering), until=in_days(14))
    [letter] = told(registration)
    new = old + timedelta(days=7)
    for moment in (old, new):
        assert f"{moment:%A} {moment.day} {moment:%B %Y}, 09:00–16:00" in letter.text
    assert letter.text.index(f"{new.day} {new:%B %Y}") < letter.text.index(f"{old.day} {old:%B %Y}")
    until = in_days(14).astimezone(OSLO)
    assert "you can cancel free of charge on your own page until" in letter.text
    assert f"{until.day} {until:%B %Y}, {until:%H:%M}" in letter.text


def events(letter: Letter) -> dict[str, tuple[int, datetime, str]]:
    calendar = icalendar.Calendar.from_ical(letter.calendar)
    return {
        str(event["uid"]): (
            int(event["sequence"]),
            event["dtstart"].dt,
            str(event.get("status", "")),
        )
        for event in calendar.walk("VEVENT")
    }


def test_calendar_moves_events_that_it_knows_and_cancels_those_dropped(offering: Offering) -> None:
    registration = make_invoiced(offering)
    before = events(registration.letters.get(kind="confirmed"))
    [made, as_made] = [number for number, _begins, _status in before.values()]
    assert made == as_made
    first, second = list(before)
    [(starts_at, ends_at), _gone] = later(offering)
    old_second = spans_of(offering)[1][0]
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        move(offering, [(starts_at, ends_at)])
    after = events(told(registration)[0])
    assert after == {
        first: (made + 60, starts_at, ""),
        second: (made + 60, old_second, "CANCELLED"),
    }
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        move(offering, later(offering, days=1))
    again = events(told(registration)[1])
    assert again == {first: (made + 120, starts_at + timedelta(days=1), "")}


def test_sessions_can_be_added(offering: Offering) -> None:
    sessions = later(offering)
    third = (sessions[1][0] + timedelta(days=1), sessions[1][1] + timedelta(days=1))
    move(offering, [third, *sessions])
    assert list(spans_of(offering)) == [*sessions, third]


def test_hours_stay_the_same_over_a_change_of_the_clock_l6(practice: Practice) -> None:
    with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=OSLO)):
        offering = make_offering(practice, days=1, starts_at=datetime(2027, 3, 26, 9, tzinfo=OSLO))
        registration = make_invoiced(offering, language="en")
        move(offering, later(offering))
        assert "Friday 2 April 2027, 09:00–16:00" in told(registration)[0].text
        assert "Friday 26 March 2027, 09:00–16:00" in told(registration)[0].text


def test_free_until_a_date_for_those_who_registered_before(offering: Offering) -> None:
    registration = make_invoiced(offering)
    assert percent_now(registration) == 100
    move(offering, later(offering), until=in_days(14))
    newcomer = make_invoiced(Offering.objects.get(pk=offering.pk))
    registration = Registration.objects.get(pk=registration.pk)
    assert (percent_now(registration), percent_now(newcomer)) == (0, 100)
    assert percent_now(registration, now=in_days(14) + timedelta(minutes=1)) == 100


def test_who_leaves_for_that_gets_everything_back(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    move(offering, later(offering), until=in_days(14))
    cancel(registration_id=registration.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=640000)
    assert Refund.objects.get().amount == 640000
    assert list(broken_invariants()) == []


def test_what_an_earlier_move_promised_holds_on(offering: Offering) -> None:
    promised = in_days(20)
    move(offering, later(offering), until=promised)
    move(offering, later(offering), until=in_days(5))
    offering.refresh_from_db()
    assert offering.free_cancel_until == promised


def test_second_click_writes_nobody_twice(offering: Offering) -> None:
    registration = make_invoiced(offering)
    sessions = later(offering)
    move(offering, sessions)
    with pytest.raises(CannotMove) as refused:
        move(offering, sessions)
    assert refused.value.refusal == Refusal.SAME
    assert len(told(registration)) == 1


def test_crash_in_the_middle_has_changed_nothing(offering: Offering) -> None:
    registrations = [make_invoiced(offering) for _ in range(3)]
    before = spans_of(offering)
    written = iter((False, True))

    def dies_at_the_second(instance: Letter, **kwargs: object) -> None:
        if instance.kind == "dates_moved" and next(written):
            raise ConnectionError

    post_save.connect(dies_at_the_second, sender=Letter)
    try:
        with pytest.raises(ConnectionError):
            move(offering, later(offering))
    finally:
        post_save.disconnect(dies_at_the_second, sender=Letter)
    assert spans_of(offering) == before
    assert [told(registration) for registration in registrations] == [[], [], []]
    assert move(offering, later(offering)) == 3
    assert list(broken_invariants()) == []


def test_holds_and_offers_end_at_the_new_start(practice: Practice) -> None:
    offering = make_offering(practice, seats=1, waiting_list=True, hours_to_accept=300)
    first = make_invoiced(offering)
    waiting = make_registration(offering, joins_list=True)
    cancel(registration_id=first.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0)
    run_chores()
    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED
    start = in_days(2)
    assert waiting.hold_until > start
    move(offering, [(start, start + timedelta(hours=7))])
    waiting.refresh_from_db()
    assert waiting.hold_until == start


def test_who_pays_at_this_moment_keeps_the_seats_until_then(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    start = timezone.now() + timedelta(minutes=5)
    move(offering, [(start, start + timedelta(hours=7))])
    registration.refresh_from_db()
    assert registration.hold_until > attempt.expires_at > start


@pytest.mark.parametrize(
    ("sessions", "refusal"),
    [
        ([], Refusal.NO_SESSIONS),
        ([(9, 8)], Refusal.ENDS_FIRST),
        ([(-1, 1)], Refusal.PAST),
    ],
)
def test_dates_that_cannot_be_are_refused(
    offering: Offering, sessions: list[tuple[int, int]], refusal: Refusal
) -> None:
    before = spans_of(offering)
    with pytest.raises(CannotMove) as refused:
        move(offering, [(in_days(begins), in_days(ends)) for begins, ends in sessions])
    assert (refused.value.refusal, spans_of(offering)) == (refusal, before)


def test_nobody_may_cancel_for_free_after_the_start(offering: Offering) -> None:
    sessions = later(offering)
    with pytest.raises(CannotMove) as refused:
        move(offering, sessions, until=sessions[0][0] + timedelta(minutes=1))
    assert refused.value.refusal == Refusal.FREE_TOO_LONG


def test_a_date_called_off_is_not_moved(offering: Offering) -> None:
    Offering.objects.filter(pk=offering.pk).update(status=Offering.Status.CALLED_OFF)
    with pytest.raises(CannotMove) as refused:
        move(offering, later(offering))
    assert refused.value.refusal == Refusal.CALLED_OFF


def test_sessions_that_are_over_stay_while_the_rest_moves(practice: Practice) -> None:
    offering = make_offering(practice, days=2)
    registration = make_invoiced(offering)
    first, second = spans_of(offering)
    with time_machine.travel(first[1] + timedelta(hours=1)):
        week = timedelta(days=7)
        move(offering, [first, (second[0] + week, second[1] + week)])
        assert spans_of(offering)[0] == first
        assert len(told(registration)) == 1
        assert percent_now(Registration.objects.get(pk=registration.pk)) is None


def test_dry_run_tells_whom_and_what_and_changes_nothing(offering: Offering) -> None:
    confirmed = make_invoiced(offering, language="en")
    make_invoiced(offering, language="en")
    waiting = make_registration(offering)
    before, generation = spans_of(offering), current_generation(offering.practice.pk)
    deadline = in_days(40)
    Offering.objects.filter(pk=offering.pk).update(registration_deadline=deadline)
    preview = preview_move(
        Offering.objects.get(pk=offering.pk),
        sessions=later(offering),
        free_cancel_until=in_days(14),
        words={"en": "We have found a larger room."},
    )
    assert len(preview.concerned) == 3
    assert next((row, words.paragraphs[1]) for row, words in preview.letters) == (
        confirmed,
        "We have found a larger room.",
    )
    assert [row for row, _words in preview.letters] == [confirmed, waiting]
    assert [moment for _name, moment in preview.late] == [deadline]
    assert (spans_of(offering), current_generation(offering.practice.pk)) == (before, generation)
    assert not Letter.objects.filter(kind="dates_moved").exists()
