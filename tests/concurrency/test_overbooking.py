"""The owner gives seats beyond those there are while somebody buys the last one."""

from collections import Counter

import pytest

from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.seats import seats_held
from registrations.services import (
    ByHand,
    NotEnoughSeats,
    NotForSale,
    by_hand,
    register,
    register_by_hand,
)
from tests.concurrency.together import at_once, both_look, locks_off
from tests.factories import make_booking, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

REASON = ByHand(came_by="telephone", reason="The room is larger.")


def give_and_buy(offering: Offering) -> Counter[str]:
    """Two owners give a seat by hand each, and two people buy one."""
    bookings = [make_booking(offering) for _ in range(4)]

    def act(index: int) -> str:
        booking = bookings[index]
        try:
            if index < 2:
                register_by_hand(
                    offering_id=offering.pk, booking=booking, by_hand=REASON, user=None
                )
                return "given"
            register(offering_id=offering.pk, booking=booking)
        except (NotEnoughSeats, NotForSale):
            return "full"
        return "bought"

    return at_once(4, act)


def test_who_buys_never_gets_a_seat_beyond_those_there_are() -> None:
    offering = make_offering(make_practice(), seats=1)
    told = give_and_buy(offering)
    offering.refresh_from_db()
    assert told["given"] == 2
    assert told["bought"] <= 1
    assert offering.overbooked == seats_held(offering) - 1 == 1 + told["bought"]
    assert list(broken_invariants()) == []


def test_without_the_lock_too_few_would_be_noted() -> None:
    """Shows that the race is real, and that it is the lock that prevents it."""
    offering = make_offering(make_practice(), seats=1)
    bookings = [make_booking(offering) for _ in range(2)]

    def give(index: int) -> str:
        register_by_hand(
            offering_id=offering.pk, booking=bookings[index], by_hand=REASON, user=None
        )
        return "given"

    with locks_off(), both_look(by_hand, "seats_held"):
        at_once(2, give)
    assert list(broken_invariants()) == [f"{offering.code}: 2 seats held of 1."]
