"""The letters in docs/states.md are those that the moves write."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

import pytest

from courses.models import Offering
from registrations import services
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.services import (
    accept_offer,
    approve,
    close_waiting,
    decline,
    expire_hold,
    expire_offer,
    give_up,
    offer_seats,
    payments,
)
from registrations.states import MOVES, State
from registrations.stripe_gateway import CheckoutSession
from tests.factories import make_offering, make_practice, make_registration
from tests.states_document import DOCUMENT, documented

pytestmark = pytest.mark.django_db


def pay(registration: Registration) -> None:
    attempt = PaymentAttempt.objects.create(
        registration=registration,
        practice=registration.practice,
        parameters={},
        amount=registration.total.gross,
        currency=registration.currency,
        expires_at=timezone.now() + payments.CHECKOUT_OPEN_FOR,
    )
    paid = CheckoutSession(
        id="cs_test_1",
        status="complete",
        payment_status="paid",
        amount_total=attempt.amount,
        currency=attempt.currency,
        url="",
        payment_intent_id="pi_test_1",
        payment_intent_status="succeeded",
        attempt_key=str(attempt.idempotency_key),
    )
    payments.apply(attempt_id=attempt.pk, session=paid)


def run_out(registration: Registration) -> None:
    Registration.objects.filter(pk=registration.pk).update(
        hold_until=timezone.now() - timedelta(minutes=1)
    )
    expire_hold(registration_id=registration.pk)


def cancel(registration: Registration) -> None:
    give_up(registration_id=registration.pk, actor=Actor.BOOKER)


def cancel_all(registration: Registration) -> None:
    services.cancel(
        registration_id=registration.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=0
    )


def withdraw(registration: Registration) -> None:
    services.withdraw(registration_id=registration.pk, actor=Actor.BOOKER)


def approved(registration: Registration) -> None:
    approve(registration_id=registration.pk, user=None)


def declined(registration: Registration) -> None:
    decline(registration_id=registration.pk, user=None, words="The group is full of beginners.")


def offered(registration: Registration) -> None:
    offer_seats(offering_id=registration.offering_id)


def accepted(registration: Registration) -> None:
    accept_offer(registration_id=registration.pk)


def unanswered(registration: Registration) -> None:
    Registration.objects.filter(pk=registration.pk).update(
        hold_until=timezone.now() - timedelta(minutes=1)
    )
    expire_offer(registration_id=registration.pk)


def closed(registration: Registration) -> None:
    registration.offering.registration_deadline = timezone.now() - timedelta(minutes=1)
    registration.offering.save()
    close_waiting(registration_id=registration.pk)


def nothing(registration: Registration) -> None:
    """Made, and that is all."""


Step = Callable[[Registration], None]
FREE: dict[str, Any] = {"price": 0}
REVIEWED: dict[str, Any] = {"review_first": True}
LISTED: dict[str, Any] = {"waiting_list": True}
WAYS: dict[tuple[State | None, State], tuple[dict[str, Any], list[Step]]] = {
    (None, State.WAITLISTED): (LISTED, [nothing]),
    (State.WAITLISTED, State.OFFERED): (LISTED, [nothing, offered]),
    (State.WAITLISTED, State.EXPIRED): (LISTED, [nothing, closed]),
    (State.WAITLISTED, State.CANCELLED): (LISTED, [nothing, cancel]),
    (State.OFFERED, State.IN_REVIEW): (LISTED | REVIEWED, [offered, accepted]),
    (State.OFFERED, State.AWAITING_PAYMENT): (LISTED, [offered, accepted]),
    (State.OFFERED, State.CONFIRMED): (LISTED | FREE, [offered, accepted]),
    (State.OFFERED, State.EXPIRED): (LISTED, [offered, unanswered]),
    (State.OFFERED, State.CANCELLED): (LISTED, [offered, cancel]),
    (None, State.IN_REVIEW): (REVIEWED, [nothing]),
    (None, State.AWAITING_PAYMENT): ({}, [nothing]),
    (None, State.CONFIRMED): (FREE, [nothing]),
    (State.IN_REVIEW, State.AWAITING_PAYMENT): (REVIEWED, [nothing, approved]),
    (State.IN_REVIEW, State.CONFIRMED): (REVIEWED | FREE, [nothing, approved]),
    (State.IN_REVIEW, State.DECLINED): (REVIEWED, [nothing, declined]),
    (State.IN_REVIEW, State.CANCELLED): (REVIEWED, [nothing, cancel]),
    (State.AWAITING_PAYMENT, State.CONFIRMED): ({}, [nothing, pay]),
    (State.AWAITING_PAYMENT, State.EXPIRED): ({}, [nothing, run_out]),
    (State.AWAITING_PAYMENT, State.CANCELLED): ({}, [nothing, cancel]),
    (State.AWAITING_PAYMENT, State.WITHDRAWN): ({}, [nothing, withdraw]),
    (State.EXPIRED, State.CONFIRMED): ({}, [run_out, pay]),
    (State.CONFIRMED, State.CANCELLED): (FREE, [nothing, cancel_all]),
    (State.CONFIRMED, State.WITHDRAWN): (FREE, [nothing, withdraw]),
}


def test_every_move_is_documented_and_tried() -> None:
    moves = {(before, after) for before, afters in MOVES.items() for after in afters}
    assert set(WAYS) == moves
    assert set(documented()) == {(before or "(new)", after) for before, after in moves}


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_move_writes_the_letters_that_are_documented(before: State | None, after: State) -> None:
    facts, steps = WAYS[before, after]
    offering: Offering = make_offering(make_practice(), **facts)
    registration = make_registration(offering, joins_list=offering.waiting_list)
    for step in steps[:-1]:
        step(registration)
    known = set(registration.letters.values_list("kind", flat=True)) if before else set()
    steps[-1](registration)
    registration.refresh_from_db()
    written = set(registration.letters.values_list("kind", flat=True)) - known
    assert (registration.state, written) == (after, documented()[before or "(new)", after])


def test_every_letter_is_named() -> None:
    named = set(re.findall(r"`(\w+)`", DOCUMENT.read_text()))
    assert set(Letter.Kind) - named == set()
