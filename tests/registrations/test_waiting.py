"""The waiting list: nobody jumps it, nobody is forgotten, and one seat is offered once."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError
from django.utils import timezone, translation

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from cms.models import Practice
from courses.models import Offering, Price
from registrations import chores
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.queue import Waiting, position, served
from registrations.seats import availability, seats_left
from registrations.services import (
    NotEnoughSeats,
    NotForSale,
    OfferOver,
    accept_offer,
    approve,
    call_off,
    cancel,
    consequences,
    expire_offer,
    give_up,
    keep_seats,
    may_withdraw,
    offer_seats,
    take_fewer,
)
from registrations.states import MoveNotAllowed, State
from tests.factories import make_invoiced, make_offering, make_registration

pytestmark = pytest.mark.django_db

OSLO = ZoneInfo("Europe/Oslo")
MONDAY = datetime(2027, 1, 11, 12, tzinfo=OSLO)


@pytest.fixture
def full(practice: Practice) -> Offering:
    """Four seats, all taken: two by a booking that can be given up, and two for good."""
    offering = make_offering(practice, seats=4, waiting_list=True)
    make_registration(offering, people=2, booker_name="Gives up")
    make_invoiced(offering, people=2)
    return offering


def wait(offering: Offering, *, people: int = 1, **facts: Any) -> Registration:
    return make_registration(offering, people=people, joins_list=True, **facts)


def free_two(offering: Offering) -> None:
    booked = Registration.objects.get(offering=offering, booker_name="Gives up")
    give_up(registration_id=booked.pk, actor=Actor.BOOKER)


def state_of(registration: Registration) -> str:
    return Registration.objects.values_list("state", flat=True).get(pk=registration.pk)


def kinds(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def seen(offering: Offering) -> tuple[str, int, bool, str]:
    offering = Offering.objects.with_facts().get(pk=offering.pk)
    with translation.override("en"):
        now = availability([offering])[offering.pk]
        return now.state, now.seats_left, now.can_join, now.label


def test_waiting_takes_no_seat_and_owes_nothing(full: Offering) -> None:
    waiting = wait(full, people=3)
    assert (waiting.state, waiting.hold_until) == (State.WAITLISTED, None)
    assert (waiting.balance_due(), waiting.total.gross) == (0, 3 * 640000)
    assert kinds(waiting) == ["waitlisted"]
    assert seats_left(full) == 0
    assert list(broken_invariants()) == []


def test_what_visitors_are_told(practice: Practice, full: Offering) -> None:
    assert seen(full) == ("full", 0, True, "Fully booked – waiting list")
    Offering.objects.filter(pk=full.pk).update(waiting_list=False)
    assert seen(full) == ("full", 0, False, "Fully booked")
    Offering.objects.filter(pk=full.pk).update(waiting_list=True, status="closed")
    assert seen(full)[2] is False
    with pytest.raises(NotForSale):
        wait(full)


def test_nobody_waits_where_there_is_no_list_or_never_enough_seats(practice: Practice) -> None:
    without = make_offering(practice, seats=1)
    make_invoiced(without)
    with pytest.raises(NotForSale):
        wait(without)
    small = make_offering(practice, seats=2, waiting_list=True)
    with pytest.raises(NotEnoughSeats) as refusal:
        wait(small, people=3)
    assert refusal.value.left == 2


@pytest.mark.parametrize(
    ("line", "left", "chosen", "for_newcomers"),
    [
        ([], 3, [], 3),
        ([(1, False), (1, False)], 1, [0], 0),
        ([(4, False), (2, False), (1, False)], 2, [1], 0),
        ([(4, False), (1, False)], 3, [1], 2),
        ([(1, False), (4, True), (1, False)], 3, [0], 0),
        ([(4, True), (1, False)], 4, [0], 0),
        ([(9, True), (1, False)], 3, [1], 2),
    ],
)
def test_first_come_first_served_among_those_who_fit_s7(
    line: list[tuple[int, bool]], left: int, chosen: list[int], for_newcomers: int
) -> None:
    waiting = [Waiting(number, *facts) for number, facts in enumerate(line)]
    found, rest = served(waiting, left=left, seats=8)
    assert ([w.registration_id for w in found], rest) == (chosen, for_newcomers)


def test_freed_seats_are_offered_in_the_background_to_the_first_who_fits_s4_s6(
    full: Offering,
) -> None:
    group, first, second = wait(full, people=3), wait(full), wait(full)
    tasks = DBTaskResult.objects.filter(task_path__endswith="serve_waiting_list")
    before = tasks.count()
    free_two(full)
    assert tasks.count() == before + 1
    offer_seats(offering_id=full.pk)
    assert [state_of(r) for r in (group, first, second)] == ["waitlisted", "offered", "offered"]
    assert kinds(first) == ["waitlisted", "offered"]
    first.refresh_from_db()
    assert first.balance_due() == 640000
    assert offer_seats(offering_id=full.pk) == []
    run_chores()
    assert kinds(first) == ["waitlisted", "offered"]
    assert list(broken_invariants()) == []


def test_a_newcomer_takes_neither_an_offered_seat_nor_one_that_others_wait_for_s6(
    full: Offering,
) -> None:
    group, single = wait(full, people=3), wait(full)
    free_two(full)
    # Before the offer is made one seat is single's; the other fits nobody in line.
    assert seen(full)[:2] == ("few", 1)
    with pytest.raises(NotEnoughSeats):
        make_registration(full, people=2)
    offer_seats(offering_id=full.pk)
    assert state_of(single) == "offered"
    make_registration(full)
    with pytest.raises(NotForSale):
        make_registration(full)
    assert state_of(group) == "waitlisted"
    assert list(broken_invariants()) == []


def test_seats_are_kept_together_for_a_large_group_s7(full: Offering) -> None:
    group, single = wait(full, people=3), wait(full)
    keep_seats(registration_id=group.pk, kept=True, user=None)
    free_two(full)
    assert offer_seats(offering_id=full.pk) == []
    assert seen(full)[:2] == ("full", 0)
    with pytest.raises(NotForSale):
        make_registration(full)
    Offering.objects.filter(pk=full.pk).update(seats=5)
    assert offer_seats(offering_id=full.pk) == [group.pk]
    assert state_of(single) == "waitlisted"
    with pytest.raises(MoveNotAllowed):
        keep_seats(registration_id=group.pk, kept=True, user=None)


def test_a_group_waits_for_fewer_seats_in_the_same_place_s7(full: Offering) -> None:
    group, single = wait(full, people=3), wait(full)
    for wrong in (0, 3, 4):
        with pytest.raises(MoveNotAllowed):
            take_fewer(registration_id=group.pk, seats=wrong, actor=Actor.BOOKER)
    take_fewer(registration_id=group.pk, seats=2, actor=Actor.BOOKER)
    group.refresh_from_db()
    assert [p.name for p in group.participants.all()] == ["Person 1", "Person 2"]
    assert (group.total.gross, position(group), position(single)) == (1280000, 1, 2)
    free_two(full)
    assert offer_seats(offering_id=full.pk) == [group.pk]
    with pytest.raises(MoveNotAllowed):
        take_fewer(registration_id=group.pk, seats=1, actor=Actor.BOOKER)
    assert list(broken_invariants()) == []


def test_the_price_of_joining_is_kept_m9(full: Offering) -> None:
    waiting = wait(full)
    Price.objects.filter(offering=full).update(amount=990000)
    free_two(full)
    offer_seats(offering_id=full.pk)
    assert waiting.balance_due() == 640000


@pytest.mark.parametrize(
    "change",
    [
        {"status": "closed"},
        {"status": "called_off"},
        {"waiting_list_paused": True},
        {"registration_deadline": timezone.now() - timedelta(hours=1)},
    ],
)
def test_nothing_is_offered_when_closed_called_off_paused_or_past_the_deadline_s6(
    full: Offering, change: dict[str, Any]
) -> None:
    waiting = wait(full)
    free_two(full)
    Offering.objects.filter(pk=full.pk).update(**change)
    assert offer_seats(offering_id=full.pk) == []
    assert kinds(waiting) == ["waitlisted"]


def test_newcomers_do_not_pass_a_paused_list_and_it_goes_on_where_it_stood(full: Offering) -> None:
    waiting = wait(full, people=2)
    Offering.objects.filter(pk=full.pk).update(waiting_list_paused=True)
    free_two(full)
    run_chores()
    with pytest.raises(NotForSale):
        make_registration(full)
    Offering.objects.filter(pk=full.pk).update(waiting_list_paused=False)
    assert run_chores()["offer_seats"].done == 1
    assert state_of(waiting) == "offered"


def test_the_offer_lasts_working_hours_but_never_past_the_start(practice: Practice) -> None:
    friday = MONDAY + timedelta(days=4)
    for starts_at, until in (
        (friday + timedelta(weeks=3), friday + timedelta(days=4)),
        (friday + timedelta(days=2), friday + timedelta(days=2)),
    ):
        with time_machine.travel(friday, tick=False):
            offering = make_offering(practice, waiting_list=True, starts_at=starts_at)
            waiting = wait(offering)
            offer_seats(offering_id=offering.pk)
        waiting.refresh_from_db()
        assert waiting.hold_until == until


def test_an_unanswered_offer_expires_once_and_the_next_is_served_l3_l4_s4(full: Offering) -> None:
    with time_machine.travel(MONDAY - timedelta(days=1)):
        offering = make_offering(
            full.practice, seats=1, waiting_list=True, starts_at=MONDAY + timedelta(weeks=4)
        )
        first, second = wait(offering), wait(offering)
        offer_seats(offering_id=offering.pk)
    with time_machine.travel(MONDAY + timedelta(days=2)):
        tally = run_chores()
        assert (tally["expire_offers"].done, tally["offer_seats"].failed) == (1, 0)
        run_chores()
    assert (state_of(first), state_of(second)) == ("expired", "offered")
    assert kinds(first) == ["waitlisted", "offered", "offer_expired"]
    assert kinds(second) == ["waitlisted", "offered"]
    assert first.balance_due() == 0
    assert list(broken_invariants()) == []


def test_an_offer_is_not_taken_back_before_its_time(full: Offering) -> None:
    waiting = wait(full, people=2)
    free_two(full)
    offer_seats(offering_id=full.pk)
    assert expire_offer(registration_id=waiting.pk) is False
    assert state_of(waiting) == "offered"


def test_one_bad_line_does_not_stop_the_others_l4(
    full: Offering, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = wait(full), wait(full)
    free_two(full)
    other = make_offering(full.practice, waiting_list=True)
    elsewhere = wait(other)

    def fails_once(*, offering_id: int) -> list[int]:
        if offering_id == full.pk:
            raise RuntimeError
        return offer_seats(offering_id=offering_id)

    monkeypatch.setattr(chores, "offer_seats", fails_once)
    tally = run_chores()["offer_seats"]
    assert (tally.done, tally.failed) == (1, 1)
    assert [state_of(r) for r in (first, second, elsewhere)] == [
        *("waitlisted", "waitlisted", "offered")
    ]


def test_accepting_leads_where_registering_would_have_led_l1(practice: Practice) -> None:
    for facts, make, state, letters in (
        ({}, {}, "awaiting_payment", ["seats_held"]),
        ({"price": 0}, {}, "confirmed", ["confirmed", "owner_new"]),
        ({"review_first": True}, {}, "in_review", ["in_review", "owner_to_review"]),
    ):
        offering = make_offering(practice, waiting_list=True, **facts)
        waiting = wait(offering, **make)
        offer_seats(offering_id=offering.pk)
        for _ in range(2):
            accept_offer(registration_id=waiting.pk)
        assert state_of(waiting) == state
        assert kinds(waiting) == ["waitlisted", "offered", *letters]
    assert list(broken_invariants()) == []


def test_from_the_list_through_review_to_a_deadline_of_its_own_l1(practice: Practice) -> None:
    offering = make_offering(practice, waiting_list=True, review_first=True)
    waiting = wait(offering)
    offer_seats(offering_id=offering.pk)
    accept_offer(registration_id=waiting.pk)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        approved = approve(registration_id=waiting.pk, user=None)
    assert approved.hold_until == now + timedelta(days=7)


def test_who_accepts_early_has_the_rest_of_the_offers_time_to_pay(practice: Practice) -> None:
    with time_machine.travel(MONDAY, tick=False):
        offering = make_offering(practice, waiting_list=True)
        early, late = wait(offering), wait(offering)
        offer_seats(offering_id=offering.pk)
        assert accept_offer(registration_id=early.pk).hold_until == MONDAY + timedelta(days=2)
    last = MONDAY + timedelta(days=2, minutes=-1)
    with time_machine.travel(last, tick=False):
        taken = accept_offer(registration_id=late.pk)
        assert taken.hold_until == taken.pay_by == last + timedelta(minutes=45)


def test_nobody_accepts_what_is_over(full: Offering) -> None:
    waiting = wait(full, people=2)
    with pytest.raises(OfferOver):
        accept_offer(registration_id=waiting.pk)
    free_two(full)
    offer_seats(offering_id=full.pk)
    with time_machine.travel(timezone.now() + timedelta(days=20)), pytest.raises(OfferOver):
        accept_offer(registration_id=waiting.pk)
    Offering.objects.filter(pk=full.pk).update(status="called_off")
    with pytest.raises(OfferOver):
        accept_offer(registration_id=waiting.pk)
    assert state_of(waiting) == "offered"


def test_leaving_and_declining_write_their_letters_and_free_what_was_held_s4_l3(
    full: Offering,
) -> None:
    leaves, declines = wait(full), wait(full, people=2)
    give_up(registration_id=leaves.pk, actor=Actor.BOOKER)
    give_up(registration_id=leaves.pk, actor=Actor.BOOKER)
    assert (state_of(leaves), kinds(leaves)) == ("cancelled", ["waitlisted", "left_list"])
    assert position(declines) == 1
    free_two(full)
    offer_seats(offering_id=full.pk)
    give_up(registration_id=declines.pk, actor=Actor.BOOKER)
    assert kinds(declines) == ["waitlisted", "offered", "cancelled"]
    assert (seats_left(full), declines.balance_due()) == (2, 0)
    assert list(broken_invariants()) == []


def test_those_who_waited_in_vain_are_told_once_l3(full: Offering) -> None:
    waiting = wait(full)
    assert run_chores()["close_waiting"].done == 0
    Offering.objects.filter(pk=full.pk).update(
        registration_deadline=timezone.now() - timedelta(minutes=1)
    )
    for _ in range(2):
        run_chores()
    assert (state_of(waiting), kinds(waiting)) == ("expired", ["waitlisted", "list_closed"])


def test_calling_off_tells_those_who_wait_and_those_with_an_offer_once_l5(full: Offering) -> None:
    first, second = wait(full, people=2), wait(full)
    free_two(full)
    offer_seats(offering_id=full.pk)
    told = {c.registration: (c.seats, c.refund) for c in consequences(full)}
    assert (told[first], told[second]) == ((2, 0), (0, 0))
    for _ in range(2):
        call_off(offering_id=full.pk, user=None)
        run_chores()
    assert kinds(first) == ["waitlisted", "offered", "called_off"]
    assert kinds(second) == ["waitlisted", "called_off"]
    assert (state_of(first), state_of(second)) == ("cancelled", "cancelled")
    assert list(broken_invariants()) == []


def test_a_cancelled_participant_makes_room_for_the_line_s4(full: Offering) -> None:
    waiting = wait(full)
    invoiced = Registration.objects.get(offering=full, method="invoice")
    tasks = DBTaskResult.objects.filter(task_path__endswith="serve_waiting_list")
    before = tasks.count()
    cancel(registration_id=invoiced.pk, numbers=[2], actor=Actor.OWNER, quoted_refund=0, percent=0)
    assert tasks.count() == before + 1
    assert offer_seats(offering_id=full.pk) == [waiting.pk]
    assert list(broken_invariants()) == []


def test_the_time_to_withdraw_begins_with_the_contract(practice: Practice) -> None:
    joined = timezone.now()
    offering = make_offering(practice, waiting_list=True, starts_at=joined + timedelta(weeks=9))
    waiting = wait(offering)
    accepted = joined + timedelta(days=20)
    with time_machine.travel(accepted, tick=False):
        offer_seats(offering_id=offering.pk)
        accept_offer(registration_id=waiting.pk)
    waiting.refresh_from_db()
    assert may_withdraw(waiting, now=accepted + timedelta(days=13))
    assert not may_withdraw(waiting, now=accepted + timedelta(days=14))


def test_the_database_wants_an_end_for_each_offer(full: Offering) -> None:
    waiting = wait(full)
    with pytest.raises(IntegrityError):
        Registration.objects.filter(pk=waiting.pk).update(state=State.OFFERED)
