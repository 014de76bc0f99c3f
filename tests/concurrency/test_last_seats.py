"""Fifty buyers at the same moment. On PostgreSQL, where locks are what is tested."""

import threading
from collections.abc import Callable

import pytest

from courses.models import Offering
from registrations import seats
from registrations.invariants import broken_invariants
from registrations.models import Registration
from registrations.seats import seats_held
from registrations.services import NotEnoughSeats, NotForSale, register, registering
from tests.concurrency.together import at_once
from tests.factories import make_booking, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BUYERS = 50


def buy(offering: Offering) -> Callable[[int], str]:
    bookings = [make_booking(offering) for _ in range(BUYERS)]

    def act(index: int) -> str:
        try:
            return register(offering_id=offering.pk, booking=bookings[index]).state
        except NotEnoughSeats:
            return "full"
        except NotForSale as refusal:
            return refusal.availability.state

    return act


def test_fifty_buyers_for_the_last_five_seats_s1() -> None:
    offering = make_offering(make_practice(), seats=5)
    assert at_once(BUYERS, buy(offering)) == {"awaiting_payment": 5, "full": 45}
    assert seats_held(offering) == 5
    assert list(broken_invariants()) == []


def test_the_same_without_the_lock_sells_too_many_s2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows that the race is real, and that it is the lock that prevents it."""
    offering = make_offering(make_practice(), seats=5)
    together = threading.Barrier(BUYERS)

    def unlocked(offering_id: int) -> Offering:
        return Offering.objects.select_related("course__practice").get(pk=offering_id)

    def counted_by_all_before_anybody_takes(offering: Offering) -> int:
        left = seats.seats_left(offering)
        together.wait(timeout=30)
        return left

    monkeypatch.setattr(registering, "lock_offering", unlocked)
    monkeypatch.setattr(registering, "seats_left", counted_by_all_before_anybody_takes)
    assert at_once(BUYERS, buy(offering)) == {"awaiting_payment": BUYERS}
    assert seats_held(offering) == BUYERS
    assert len(list(broken_invariants())) == 1


def test_one_form_sent_twice_at_the_same_moment_makes_one_registration() -> None:
    offering = make_offering(make_practice(), seats=5)
    booking = make_booking(offering)

    def act(_index: int) -> str:
        return register(offering_id=offering.pk, booking=booking).reference

    assert len(at_once(10, act)) == 1
    assert Registration.objects.count() == 1
