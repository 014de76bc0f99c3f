"""Workers that offer seats at the same moment, and buyers who come just then."""

import threading

import pytest

from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Letter, Registration
from registrations.queue import Waiting
from registrations.seats import seats_held
from registrations.services import (
    NotEnoughSeats,
    NotForSale,
    accept_offer,
    give_up,
    offer_seats,
    register,
    waiting,
)
from registrations.states import State
from tests.concurrency.together import at_once
from tests.factories import make_booking, make_offering, make_practice, make_registration

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKERS = 10


def with_line(people: int) -> Offering:
    """One seat is free, and so many wait for one each."""
    offering = make_offering(make_practice(), seats=1, waiting_list=True)
    for _ in range(people):
        make_registration(offering, joins_list=True)
    return offering


def offered() -> int:
    return Registration.objects.filter(state=State.OFFERED).count()


def test_ten_workers_offer_one_seat_once_s6() -> None:
    offering = with_line(3)
    said = at_once(WORKERS, lambda _index: str(len(offer_seats(offering_id=offering.pk))))
    assert said == {"1": 1, "0": WORKERS - 1}
    assert (offered(), Letter.objects.filter(kind="offered").count()) == (1, 1)
    assert list(broken_invariants()) == []


def test_without_the_lock_one_seat_is_offered_twice_s2_s6(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers look before either acts: one passes over those that the other has taken."""
    offering = with_line(2)
    together = threading.Barrier(2)

    def unlocked(offering_id: int) -> Offering:
        return Offering.objects.select_related("course__practice").get(pk=offering_id)

    real = waiting.waiting_for
    turns = iter((0, 1))

    def seen_by_both_before_either_acts(offering: Offering) -> list[Waiting]:
        line = real(offering)
        turn = next(turns)
        together.wait(timeout=30)
        return line[turn:]

    monkeypatch.setattr(waiting, "lock_offering", unlocked)
    monkeypatch.setattr(waiting, "waiting_for", seen_by_both_before_either_acts)
    at_once(2, lambda _index: str(offer_seats(offering_id=offering.pk)))
    assert (offered(), seats_held(offering)) == (2, 2)
    assert len(list(broken_invariants())) == 1


def test_buyers_never_take_the_seat_that_somebody_waits_for_s6() -> None:
    offering = make_offering(make_practice(), seats=1, waiting_list=True)
    first = make_registration(offering)
    make_registration(offering, joins_list=True)
    bookings = [make_booking(offering) for _ in range(WORKERS)]

    def act(index: int) -> str:
        if index == 0:
            give_up(registration_id=first.pk, actor=Actor.BOOKER)
            return "given up"
        if index % 2:
            return f"offers {len(offer_seats(offering_id=offering.pk))}"
        try:
            return register(offering_id=offering.pk, booking=bookings[index]).state
        except (NotEnoughSeats, NotForSale):
            return "refused"

    said = at_once(WORKERS, act)
    assert (said["given up"], said["refused"], said["awaiting_payment"]) == (1, 4, 0)
    offer_seats(offering_id=offering.pk)
    assert (offered(), seats_held(offering)) == (1, 1)
    assert list(broken_invariants()) == []


def test_accepting_and_declining_at_once_leave_the_books_in_order() -> None:
    offering = with_line(1)
    [registration_id] = offer_seats(offering_id=offering.pk)

    def act(index: int) -> str:
        try:
            if index % 2:
                return accept_offer(registration_id=registration_id).state
            return give_up(registration_id=registration_id, actor=Actor.BOOKER).state
        except waiting.OfferOver:
            return "over"

    at_once(4, act)
    registration = Registration.objects.get(pk=registration_id)
    # Giving up may follow upon accepting; never the other way round.
    assert registration.state in (State.CANCELLED, State.AWAITING_PAYMENT)
    assert registration.letters.filter(kind="cancelled").count() <= 1
    assert list(broken_invariants()) == []
