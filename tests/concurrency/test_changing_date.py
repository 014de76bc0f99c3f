"""Registrations that change to the same last seat, and two that swap their dates."""

import threading
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.db import connection
from django.utils import timezone

import pytest

from courses.models import Offering
from registrations import seats
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.seats import seats_held
from registrations.services import (
    DateNotPossible,
    DateQuoteChanged,
    NotEnoughSeats,
    NotForSale,
    cancel,
    change_date,
    changing_date,
    date_quotes,
    register,
)
from tests.factories import (
    make_booking,
    make_course,
    make_invoiced,
    make_offering,
    make_practice,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

MANY = 10
SHOWN = (640000, 640000)


def at_once(number: int, act: Callable[[int], str]) -> Counter[str]:
    """Let ``number`` threads begin at the same moment; count what they say."""
    gate = threading.Barrier(number)

    def run(index: int) -> str:
        try:
            connection.ensure_connection()
            gate.wait(timeout=30)
            return act(index)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=number) as pool:
        return Counter(pool.map(run, range(number)))


def two_dates(*, seats: int, there: int) -> tuple[Offering, Offering]:
    practice = make_practice()
    course = make_course(practice)
    later = timezone.now() + timedelta(weeks=9)
    return (
        make_offering(practice, course=course, seats=seats),
        make_offering(practice, course=course, seats=there, starts_at=later),
    )


def change_to(booked: Registration, to: Offering, *, shown: tuple[int, int]) -> Callable[[], str]:
    def act() -> str:
        try:
            change_date(registration_id=booked.pk, to_id=to.pk, actor=Actor.BOOKER, shown=shown)
        except DateNotPossible as refusal:
            return refusal.obstacle
        except DateQuoteChanged:
            return "other price"
        return "changed"

    return act


def change(booked: list[Registration], to: list[Offering]) -> Callable[[int], str]:
    return lambda index: change_to(booked[index], to[index], shown=SHOWN)()


def test_ten_change_into_the_last_seat_and_nine_keep_theirs_s1() -> None:
    here, there = two_dates(seats=MANY, there=1)
    booked = [make_invoiced(here) for _ in range(MANY)]
    said = at_once(MANY, change(booked, [there] * MANY))
    assert said == {"changed": 1, "too_few_seats": MANY - 1}
    assert (seats_held(here), seats_held(there)) == (MANY - 1, 1)
    assert list(broken_invariants()) == []


def test_the_same_without_the_lock_takes_too_many_s2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shows that the race is real, and that it is the lock that prevents it."""
    here, there = two_dates(seats=MANY, there=1)
    booked = [make_invoiced(here) for _ in range(MANY)]
    together = threading.Barrier(MANY)

    def unlocked(offering_id: int) -> Offering:
        return Offering.objects.select_related("course__practice").get(pk=offering_id)

    def counted_by_all_before_anybody_takes(offering: Offering) -> int:
        left = seats.seats_left(offering)
        together.wait(timeout=30)
        return left

    monkeypatch.setattr(changing_date, "lock_offering", unlocked)
    monkeypatch.setattr(date_quotes, "seats_left", counted_by_all_before_anybody_takes)
    assert at_once(MANY, change(booked, [there] * MANY)) == {"changed": MANY}
    assert seats_held(there) == MANY
    assert len(list(broken_invariants())) == 1


def test_buyers_and_those_who_change_share_the_last_seat_between_them_s1() -> None:
    here, there = two_dates(seats=MANY, there=1)
    booked = [make_invoiced(here) for _ in range(MANY // 2)]
    bookings = [make_booking(there) for _ in range(MANY // 2)]
    move = change(booked, [there] * (MANY // 2))

    def act(index: int) -> str:
        if index % 2:
            return move(index // 2)
        try:
            register(offering_id=there.pk, booking=bookings[index // 2])
        except (NotEnoughSeats, NotForSale):
            return "too_few_seats"
        return "changed"

    assert at_once(MANY, act) == {"changed": 1, "too_few_seats": MANY - 1}
    assert seats_held(there) == 1
    assert list(broken_invariants()) == []


def test_cancelling_and_changing_at_once_leave_the_books_in_order() -> None:
    here, there = two_dates(seats=2, there=2)
    booked = make_invoiced(here, people=2)
    move = change_to(booked, there, shown=(2 * 640000, 2 * 640000))

    def act(index: int) -> str:
        if index:
            return move()
        cancel(
            registration_id=booked.pk,
            numbers=[2],
            actor=Actor.OWNER,
            quoted_refund=0,
            percent=0,
        )
        return "cancelled"

    said = at_once(2, act)
    # Whoever has cancelled first has changed what the other was shown.
    assert said["cancelled"] == 1
    assert said["changed"] + said["other price"] == 1
    assert seats_held(here) + seats_held(there) == 1
    assert list(broken_invariants()) == []


def test_those_who_swap_dates_do_not_wait_for_each_other() -> None:
    here, there = two_dates(seats=MANY, there=MANY)
    pairs = MANY // 2
    booked = [make_invoiced(here) for _ in range(pairs)]
    booked += [make_invoiced(there) for _ in range(pairs)]
    said = at_once(MANY, change(booked, [there] * pairs + [here] * pairs))
    assert said == {"changed": MANY}
    assert (seats_held(here), seats_held(there)) == (pairs, pairs)
    assert list(broken_invariants()) == []


def test_one_that_is_changed_twice_at_once_is_changed_once() -> None:
    here, there = two_dates(seats=2, there=2)
    booked = make_invoiced(here)
    said = at_once(4, change([booked] * 4, [there] * 4))
    assert said == {"changed": 1, "same_date": 3}
    assert booked.letters.filter(kind="date_changed").count() == 1
    assert list(broken_invariants()) == []
