"""Buyers at the same moment where a price or a code has a limit, and payments that cross."""

import threading
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

import pytest

from courses.models import DiscountCode, Offering, Price
from registrations.invariants import broken_invariants
from registrations.models import Participant, PaymentAttempt, Registration
from registrations.services import (
    CodeRefused,
    PriceChanged,
    payments,
    prices,
    register,
    registering,
)
from registrations.states import State
from registrations.stripe_gateway import CheckoutSession
from tests.concurrency.test_last_seats import at_once
from tests.factories import make_booking, make_offering, make_practice, make_registration

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BUYERS, PLACES, CODERS = 20, 3, 10


def unlocked(offering_id: int) -> Offering:
    return Offering.objects.select_related("course__practice").get(pk=offering_id)


def with_early_birds() -> Offering:
    offering = make_offering(make_practice(), seats=50)
    until = timezone.now() + timedelta(days=7)
    Price.objects.create(
        offering=offering, kind="early", amount=500000, available_until=until, limit=PLACES
    )
    return Offering.objects.get(pk=offering.pk)


def buy_early(offering: Offering) -> Callable[[int], str]:
    bookings = [make_booking(offering, quoted_total=500000) for _ in range(BUYERS)]

    def act(index: int) -> str:
        try:
            return register(offering_id=offering.pk, booking=bookings[index]).state
        except PriceChanged:
            return "told"

    return act


def test_twenty_buyers_for_three_early_birds_s3() -> None:
    said = at_once(BUYERS, buy_early(with_early_birds()))
    assert said == {"awaiting_payment": PLACES, "told": BUYERS - PLACES}
    assert Participant.objects.filter(price_kind="early").count() == PLACES
    assert list(broken_invariants()) == []


def test_without_the_lock_there_are_more_early_birds_s2_s3(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    together, real = threading.Barrier(BUYERS), prices.seats_by_price

    def counted_by_all_before_anybody_takes(offering: Offering) -> Any:
        taken = real(offering)
        together.wait(timeout=30)
        return taken

    offering = with_early_birds()
    monkeypatch.setattr(registering, "lock_offering", unlocked)
    monkeypatch.setattr(prices, "seats_by_price", counted_by_all_before_anybody_takes)
    assert at_once(BUYERS, buy_early(offering)) == {"awaiting_payment": BUYERS}
    assert Participant.objects.filter(price_kind="early").count() == BUYERS


def use_once() -> Callable[[int], str]:
    """Each on a date of its own, so that only the code brings them together."""
    practice = make_practice()
    DiscountCode.objects.create(practice=practice, code="EINMAL", percent=50, most_uses=1)
    offerings = [make_offering(practice) for _ in range(CODERS)]
    bookings = [replace(make_booking(o), code="einmal", quoted_total=320000) for o in offerings]

    def act(index: int) -> str:
        try:
            return register(offering_id=offerings[index].pk, booking=bookings[index]).state
        except CodeRefused as refusal:
            return refusal.problem

    return act


def test_ten_buyers_for_the_last_use_of_a_code() -> None:
    assert at_once(CODERS, use_once()) == {"awaiting_payment": 1, "used_up": CODERS - 1}
    assert Registration.objects.exclude(code=None).count() == 1
    assert list(broken_invariants()) == []


def test_without_the_lock_a_code_is_used_too_often_s2(monkeypatch: pytest.MonkeyPatch) -> None:
    together, real = threading.Barrier(CODERS), registering.code_for

    def found_good_by_all_before_anybody_uses_it(
        offering: Offering, *, typed: str, moment: datetime, lock: bool
    ) -> DiscountCode | None:
        code = real(offering, typed=typed, moment=moment)
        together.wait(timeout=30)
        return code

    act = use_once()
    monkeypatch.setattr(registering, "code_for", found_good_by_all_before_anybody_uses_it)
    assert at_once(CODERS, act) == {"awaiting_payment": CODERS}


def half_paid_twice() -> tuple[Registration, Callable[[int], str]]:
    """Two payments of half the price, which Stripe tells of at the same moment."""
    registration = make_registration(make_offering(make_practice()))
    attempts = [
        PaymentAttempt.objects.create(
            registration=registration,
            practice=registration.practice,
            parameters={},
            amount=320000,
            currency="NOK",
            status=status,
            expires_at=timezone.now(),
        )
        for status in (PaymentAttempt.Status.EXPIRED, PaymentAttempt.Status.OPEN)
    ]

    def act(index: int) -> str:
        attempt, key = attempts[index], uuid.uuid4().hex
        session = CheckoutSession(
            id=f"cs_{key}",
            status="complete",
            payment_status="paid",
            amount_total=320000,
            currency="NOK",
            url="",
            payment_intent_id=f"pi_{key}",
            payment_intent_status="succeeded",
            attempt_key=str(attempt.idempotency_key),
        )
        return payments.apply(attempt_id=attempt.pk, session=session).status

    return registration, act


def test_two_halves_at_once_are_seen_to_pay_it_in_full_m3() -> None:
    registration, act = half_paid_twice()
    assert at_once(2, act) == {"paid": 2}
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, 0)
    assert registration.letters.filter(kind="confirmed").count() == 1
    assert list(broken_invariants()) == []


def test_without_the_lock_each_half_misses_the_other_s2_m3(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    registration, act = half_paid_twice()
    together, real = threading.Barrier(2), Registration.balance_due

    def seen_by_both_before_either_commits(self: Registration) -> int:
        balance = real(self)
        together.wait(timeout=30)
        return balance

    monkeypatch.setattr(payments, "lock_offering", unlocked)
    monkeypatch.setattr(payments, "locked_registration", lambda pk: Registration.objects.get(pk=pk))
    with monkeypatch.context() as patched:
        patched.setattr(Registration, "balance_due", seen_by_both_before_either_commits)
        assert at_once(2, act) == {"paid": 2}
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.AWAITING_PAYMENT, 0)
    assert len(list(broken_invariants())) == 1
