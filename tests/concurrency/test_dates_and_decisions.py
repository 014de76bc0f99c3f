"""Dates that are moved while people register, decisions and disputes that come twice at once."""

import threading
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

import pytest

from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Dispute, Letter, PaymentAttempt, Refund, Registration
from registrations.seats import seats_held
from registrations.services import (
    CannotMove,
    NotEnoughSeats,
    NotForSale,
    NotPossible,
    deciding,
    disputes,
    give_money_back,
    move_dates,
    moving_dates,
    register,
)
from registrations.services.calling_off import cancel_one, left_to_cancel
from registrations.services.deciding import decide
from registrations.services.disputes import apply_dispute
from registrations.services.moving_dates import spans_of
from registrations.states import State
from registrations.stripe_gateway import DisputeState
from tests.concurrency.together import at_once, both_look, locks_off, one_looks
from tests.factories import make_booking, make_invoiced, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKERS = 10


def move(offering: Offering) -> str:
    week = timedelta(days=7)
    sessions = [(begins + week, ends + week) for begins, ends in spans_of(offering)]
    try:
        told = move_dates(
            offering_id=offering.pk,
            sessions=sessions,
            free_cancel_until=None,
            words={},
            user=None,
        )
    except CannotMove:
        return "refused"
    return f"told {told}"


INVOICED = {
    "payer": Registration.Payer.EMPLOYER,
    "method": Registration.Method.INVOICE,
    "organisation": "Fjellvang kommune",
    "organisation_country": "NO",
    "organisation_number": "974760673",
    "language": "en",
}


def test_buyers_letters_have_the_date_that_holds() -> None:
    offering = make_offering(make_practice(), days=1)
    bookings = [make_booking(offering, **INVOICED) for _ in range(WORKERS)]

    def act(index: int) -> str:
        if index == 0:
            return move(offering)
        return register(offering_id=offering.pk, booking=bookings[index]).state

    said = at_once(WORKERS, act)
    assert said["confirmed"] == WORKERS - 1
    start = spans_of(offering)[0][0]
    day = f"{start.day} {start:%B %Y}"
    for registration in Registration.objects.all():
        last = registration.letters.filter(kind__in=("confirmed", "dates_moved")).latest("pk")
        assert day in last.text
    assert list(broken_invariants()) == []


def register_while_moving(offering: Offering) -> None:
    """Somebody has registered, but not committed yet, when the dates are moved."""
    booking = make_booking(offering, **INVOICED)
    registered, done = threading.Event(), threading.Event()

    def act(index: int) -> str:
        if index == 0:
            with transaction.atomic():
                register(offering_id=offering.pk, booking=booking)
                registered.set()
                # With the lock, moving waits for this transaction, and this wait runs out.
                done.wait(timeout=1)
            return "registered"
        registered.wait(timeout=30)
        try:
            return move(offering)
        finally:
            done.set()

    at_once(2, act)


def test_who_registers_at_that_moment_is_told_too() -> None:
    offering = make_offering(make_practice(), days=1)
    register_while_moving(offering)
    assert Letter.objects.filter(kind="dates_moved").count() == 1
    assert list(broken_invariants()) == []


def test_without_the_lock_who_registers_at_that_moment_is_forgotten_s2(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unlocked(offering_id: int) -> Offering:
        return Offering.objects.select_related("course__practice").get(pk=offering_id)

    offering = make_offering(make_practice(), days=1)
    # Storing the row would wait for the other's lock as well, and hide that ours is missing.
    monkeypatch.setattr(moving_dates, "lock_offering", unlocked)
    monkeypatch.setattr(Offering, "save", lambda self, **kwargs: None)
    register_while_moving(offering)
    assert Letter.objects.filter(kind="dates_moved").count() == 0


def test_moving_twice_at_once_writes_once() -> None:
    offering = make_offering(make_practice(), days=1)
    make_invoiced(offering)
    week = timedelta(days=7)
    sessions = [(begins + week, ends + week) for begins, ends in spans_of(offering)]

    def act(_index: int) -> str:
        try:
            move_dates(
                offering_id=offering.pk,
                sessions=sessions,
                free_cancel_until=None,
                words={},
                user=None,
            )
        except CannotMove as refused:
            return refused.refusal
        return "moved"

    assert at_once(WORKERS, act) == {"moved": 1, "same": WORKERS - 1}
    assert Letter.objects.filter(kind="dates_moved").count() == 1


def short(**facts: object) -> Offering:
    """Its decision date has come, and too few have registered."""
    offering = make_offering(
        make_practice(), minimum_seats=5, decide_at=timezone.now() - timedelta(hours=1), **facts
    )
    for _ in range(2):
        make_invoiced(offering)
    return offering


def test_chores_at_once_ask_the_owner_once() -> None:
    offering = short()
    at_once(WORKERS, lambda _index: str(decide(offering_id=offering.pk)))
    assert list(offering.letters.values_list("kind", flat=True)) == ["owner_decide"]


def test_chores_at_once_call_it_off_once() -> None:
    offering = short(calls_itself_off=True)

    def act(_index: int) -> str:
        decide(offering_id=offering.pk)
        return str(sum(cancel_one(registration_id=pk) for pk in left_to_cancel(offering.pk)))

    at_once(WORKERS, act)
    assert list(offering.letters.values_list("kind", flat=True)) == ["owner_called_off"]
    for registration in Registration.objects.all():
        assert registration.state == State.CANCELLED
        assert registration.letters.filter(kind="called_off").count() == 1
        assert registration.history.filter(after=State.CANCELLED).count() == 1
    assert list(broken_invariants()) == []


def test_last_seat_and_decision_at_once_never_call_off_what_is_full_enough_s2() -> None:
    practice = make_practice()

    def scene() -> Offering:
        return make_offering(
            practice,
            minimum_seats=1,
            decide_at=timezone.now() - timedelta(hours=1),
            calls_itself_off=True,
        )

    def registers(offering: Offering) -> str:
        try:
            booking = make_booking(offering, **INVOICED)
            return register(offering_id=offering.pk, booking=booking).state
        except (NotForSale, NotEnoughSeats):  # called off first
            return "refused"

    offering = scene()
    with locks_off(), one_looks(deciding, "count_seats") as pause:

        def act(index: int) -> str:
            if index:
                return str(decide(offering_id=offering.pk))
            return str(pause.meanwhile(lambda: registers(offering)))

        assert at_once(2, act)["confirmed"] == 1
    offering.refresh_from_db()
    assert (offering.status, seats_held(offering)) == (Offering.Status.CALLED_OFF, 1)

    offering = scene()
    said = at_once(2, lambda i: decide(offering_id=offering.pk) if i else registers(offering))
    offering.refresh_from_db()
    goes_ahead = offering.decided_for == offering.decide_at
    assert goes_ahead == bool(said["confirmed"])
    assert goes_ahead == (offering.status != Offering.Status.CALLED_OFF)


def paid_twice() -> tuple[Registration, list[PaymentAttempt]]:
    registration = make_invoiced(make_offering(make_practice()))
    attempts = []
    for number in range(2):
        attempt = PaymentAttempt.objects.create(
            registration=registration,
            practice=registration.practice,
            parameters={},
            amount=640000,
            currency="NOK",
            status="paid",
            session_id=f"cs_{number}",
            payment_intent_id=f"pi_{number}",
            expires_at=timezone.now(),
        )
        registration.ledger.create(
            kind="payment", amount=-640000, currency="NOK", payment_attempt=attempt
        )
        attempts.append(attempt)
    Registration.objects.filter(pk=registration.pk).update(needs_attention=True, method="card")
    return registration, attempts


def test_clicks_at_once_pay_what_is_too_much_back_once_m7() -> None:
    registration, _attempts = paid_twice()

    def act(_index: int) -> str:
        try:
            give_money_back(registration_id=registration.pk, user=None)
        except NotPossible:
            return "nothing"
        return "ordered"

    assert at_once(WORKERS, act) == {"ordered": 1, "nothing": WORKERS - 1}
    assert [refund.amount for refund in Refund.objects.all()] == [640000]


def test_events_of_a_dispute_at_once_are_one_dispute_m4() -> None:
    registration, attempts = paid_twice()

    def hears(attempt: PaymentAttempt) -> str:
        state = DisputeState(
            id=f"dp_{attempt.pk}",
            status="needs_response",
            amount=640000,
            currency="NOK",
            payment_intent_id=attempt.payment_intent_id,
            charge_id="ch_1",
            reason="fraudulent",
            made_at=datetime.now(UTC),
            funds_withdrawn=True,
            funds_reinstated=False,
        )
        try:
            apply_dispute(account="", state=state)
        except IntegrityError:
            return "stopped by the database"
        return "done"

    with locks_off(), both_look(disputes, "locked_registration"):
        said = at_once(2, lambda _index: hears(attempts[0]))
    # Without the lock only the database keeps it from being two, where both come so far.
    assert said in ({"done": 2}, {"done": 1, "stopped by the database": 1})
    assert Dispute.objects.count() == 1

    assert at_once(WORKERS, lambda _index: hears(attempts[1])) == {"done": WORKERS}
    [dispute] = Dispute.objects.filter(payment_attempt=attempts[1])
    assert dispute.ledger_lines.filter(kind="disputed").count() == 1
    letters = registration.letters.filter(kind="owner_disputed", occasion=dispute.dispute_id)
    assert letters.count() == 1
