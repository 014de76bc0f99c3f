"""The letters in docs/states.md are those that the moves write."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

import pytest

from courses.models import Offering
from registrations import services
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.services import expire_hold, give_up, payments
from registrations.states import MOVES, State
from registrations.stripe_gateway import CheckoutSession
from tests.factories import make_offering, make_practice, make_registration

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "states.md"
ROW = re.compile(r"^\| (\S+) \| (\w+) \| `(\w+)` \| (?:`(\w+)`|–) \|$", re.MULTILINE)


def documented() -> dict[tuple[str, str], set[str]]:
    """The letters of each move, as the document has them."""
    return {
        (before, after): {letter for letter in (to_booker, to_owner) if letter}
        for before, after, to_booker, to_owner in ROW.findall(DOCUMENT.read_text())
    }


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


def nothing(registration: Registration) -> None:
    """Made, and that is all."""


Step = Callable[[Registration], None]
WAYS: dict[tuple[State | None, State], tuple[int, list[Step]]] = {
    (None, State.AWAITING_PAYMENT): (640000, [nothing]),
    (None, State.CONFIRMED): (0, [nothing]),
    (State.AWAITING_PAYMENT, State.CONFIRMED): (640000, [nothing, pay]),
    (State.AWAITING_PAYMENT, State.EXPIRED): (640000, [nothing, run_out]),
    (State.AWAITING_PAYMENT, State.CANCELLED): (640000, [nothing, cancel]),
    (State.AWAITING_PAYMENT, State.WITHDRAWN): (640000, [nothing, withdraw]),
    (State.EXPIRED, State.CONFIRMED): (640000, [run_out, pay]),
    (State.CONFIRMED, State.CANCELLED): (0, [nothing, cancel_all]),
    (State.CONFIRMED, State.WITHDRAWN): (0, [nothing, withdraw]),
}


def test_every_move_is_documented_and_tried() -> None:
    moves = {(before, after) for before, afters in MOVES.items() for after in afters}
    assert set(WAYS) == moves
    assert set(documented()) == {(before or "(new)", after) for before, after in moves}


@pytest.mark.parametrize(("before", "after"), WAYS)
def test_move_writes_the_letters_that_are_documented(before: State | None, after: State) -> None:
    price, steps = WAYS[before, after]
    offering: Offering = make_offering(make_practice(), price=price)
    registration = make_registration(offering)
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
