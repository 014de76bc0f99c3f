"""Change of date: seats there before seats here, the difference either way, each told once."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import CancellationTier, DiscountCode, Offering, OfferingQuestion, Price
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Participant, Refund, Registration
from registrations.seats import seats_held, seats_left
from registrations.services import (
    DateNotPossible,
    DateQuoteChanged,
    Obstacle,
    cancel,
    change_date,
    offer_seats,
    other_dates,
    percent_now,
    quote_date,
    start_checkout,
)
from registrations.services.refunds import perform
from registrations.states import State
from tests.factories import (
    ask,
    make_invoiced,
    make_offering,
    make_registration,
)
from tests.registrations.other_dates import another_date, paid
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

PRICE = 640000


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=4)


@pytest.fixture
def make_other(offering: Offering) -> Callable[..., Offering]:
    return partial(another_date, offering)


def change(
    registration: Registration, to: Offering, *, actor: Actor = Actor.BOOKER, **facts: Any
) -> Registration:
    shown = quote_date(registration, to=to, actor=actor).shown
    return change_date(
        registration_id=registration.pk, to_id=to.pk, actor=actor, **{"shown": shown, **facts}
    )


def obstacle(registration: Registration, to: Offering, actor: Actor = Actor.BOOKER) -> Obstacle:
    with pytest.raises(DateNotPossible) as refusal:
        change_date(registration_id=registration.pk, to_id=to.pk, actor=actor, shown=(0, 0))
    return refusal.value.obstacle


def ledger(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.ledger.order_by("pk").values_list("kind", "amount"))


def letters(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def send_refunds() -> None:
    for refund in Refund.objects.filter(status=Refund.Status.CREATED):
        perform(refund_id=refund.pk)


# The money


def test_at_the_same_price_only_the_date_changes(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked, other = make_invoiced(offering, people=3), make_other(seats=3)
    known = letters(booked)
    moved = change(booked, other)
    assert (moved.offering, moved.state, moved.total.gross) == (other, "confirmed", 3 * PRICE)
    assert (seats_left(offering), seats_left(other)) == (4, 0)
    assert ledger(moved) == [
        ("price", 3 * PRICE),
        ("price_taken_back", -3 * PRICE),
        ("price", 3 * PRICE),
    ]
    assert letters(moved) == [*known, "date_changed", "owner_date_changed"]
    line = moved.history.last()
    assert (line.actor, line.action) == ("booker", "date_changed")
    assert line.why == f"{offering.code} → {other.code}"
    assert list(broken_invariants()) == []


def test_what_is_less_goes_back_to_the_card(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked, other = paid(offering, stripe, people=2), make_other(price=500000)
    costs = quote_date(booked, to=other, actor=Actor.BOOKER)
    assert (costs.difference, costs.refund, costs.to_pay) == (-280000, 280000, 0)
    moved = change(booked, other)
    assert list(broken_invariants()) == []
    send_refunds()
    stripe.deliver()
    assert ledger(moved)[-1] == ("refund", 280000)
    assert (moved.balance_due(), moved.pay_by) == (0, None)
    assert letters(moved)[-3:] == ["date_changed", "owner_date_changed", "refunded"]
    assert "It costs less" in moved.letters.get(kind="date_changed").text
    assert list(broken_invariants()) == []


def test_what_is_more_is_owed_until_a_deadline_and_the_owner_is_told_once_after_it_l4(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked, other = paid(offering, stripe), make_other(price=700000, days_to_pay=5)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        moved = change(booked, other)
    assert (moved.state, moved.balance_due()) == (State.CONFIRMED, 60000)
    assert moved.pay_by == now + timedelta(days=5)
    assert re.search("600.* is still to be paid by", moved.letters.get(kind="date_changed").text)
    assert list(broken_invariants()) == []
    with time_machine.travel(now + timedelta(days=4)):
        run_chores()
    assert "owner_difference_unpaid" not in letters(moved)
    with time_machine.travel(now + timedelta(days=5, minutes=1)):
        run_chores()
        run_chores()
    moved.refresh_from_db()
    assert (moved.state, moved.needs_attention) == (State.CONFIRMED, True)
    assert letters(moved).count("owner_difference_unpaid") == 1
    assert list(broken_invariants()) == []


def test_the_difference_is_paid_by_card_like_a_rest(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    moved = change(paid(offering, stripe), make_other(price=700000))
    stripe.pay(start_checkout(registration_id=moved.pk).session_id)
    stripe.deliver()
    moved.refresh_from_db()
    assert (moved.state, moved.balance_due(), moved.needs_attention) == ("confirmed", 0, False)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        run_chores()
    assert "owner_difference_unpaid" not in letters(moved)
    assert list(broken_invariants()) == []


def test_who_has_paid_a_deposit_pays_the_difference_with_the_rest(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    rest_due_at = timezone.now() + timedelta(days=20)
    here = another_date(offering, deposit_percent=25, rest_due_at=rest_due_at)
    booked, other = paid(here, stripe), make_other(price=700000)
    assert (booked.deposit, booked.balance_due()) == (160000, 480000)
    moved = change(booked, other)
    assert (moved.deposit, moved.rest_due_at, moved.pay_by) == (160000, rest_due_at, None)
    assert start_checkout(registration_id=moved.pk).amount == 540000
    assert list(broken_invariants()) == []


def test_a_deposit_that_is_more_than_the_new_price_goes_back_in_part(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    rest_due_at = timezone.now() + timedelta(days=20)
    here = another_date(offering, deposit_percent=25, rest_due_at=rest_due_at)
    moved = change(paid(here, stripe), make_other(price=100000))
    assert (moved.deposit, moved.rest_due_at, moved.pay_by) == (0, None, None)
    send_refunds()
    assert (moved.balance_due(), ledger(moved)[-1]) == (0, ("refund", 60000))
    assert list(broken_invariants()) == []


def test_free_dates_and_dates_that_cost(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    free = make_other(price=0)
    booked = make_registration(free)
    assert booked.method == "none"
    moved = change(booked, offering)
    assert (moved.method, moved.balance_due()) == ("card", PRICE)
    assert moved.pay_by is not None
    back = change(moved, free)
    assert (back.method, back.balance_due(), back.pay_by) == ("none", 0, None)
    assert list(broken_invariants()) == []


def test_a_free_seat_does_not_change_to_what_only_an_employer_can_pay(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_registration(make_other(price=0))
    Offering.objects.filter(pk=offering.pk).update(card_allowed=False)
    assert obstacle(booked, offering) == Obstacle.WAY_OF_PAYING


def test_vat_is_that_of_the_new_date_and_the_parts_sum_to_the_total_m10(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering, people=3)
    other = make_other(
        price=33333, vat_treatment="rate", vat_rate=2500, prices_include_vat=True, seats=9
    )
    moved = change(booked, other)
    assert (moved.vat_rate, moved.net, moved.vat) == (2500, 79999, 20000)
    people = moved.participants.all()
    assert (sum(p.gross for p in people), sum(p.vat for p in people)) == (99999, 20000)
    assert list(broken_invariants()) == []


def test_those_who_were_cancelled_stay_behind_and_cost_nothing_there(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked = paid(offering, stripe, people=3)
    cancel(
        registration_id=booked.pk, numbers=[2], actor=Actor.OWNER, quoted_refund=PRICE, percent=0
    )
    send_refunds()
    other = make_other(price=PRICE + 1000, seats=2)
    moved = change(booked, other)
    assert [p.gross for p in moved.participants.all()] == [641000, 0, 641000]
    assert (moved.total.gross, moved.balance_due()) == (1282000, 2000)
    assert (seats_held(offering), seats_held(other)) == (0, 2)
    assert list(broken_invariants()) == []


def test_claims_come_along_and_early_prices_count_by_today(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering, people=2)
    Participant.objects.filter(registration=booked, number=1).update(price_kind="member")
    other = make_other()
    for kind, amount in (("member", 400000), ("early", 500000)):
        until = timezone.now() + timedelta(days=1) if kind == "early" else None
        Price.objects.create(offering=other, kind=kind, amount=amount, available_until=until)
    costs = quote_date(booked, to=other, actor=Actor.BOOKER)
    assert [seat.kind for seat in costs.priced.seats] == ["member", "early"]
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        later = quote_date(booked, to=other, actor=Actor.BOOKER)
        with pytest.raises(DateQuoteChanged) as changed:
            change(booked, other, shown=costs.shown)
    assert changed.value.quote.after == later.after
    assert later.after.gross == 400000 + PRICE
    booked.refresh_from_db()
    assert booked.offering == offering


@pytest.mark.parametrize("covers", [True, False])
def test_a_code_comes_along_where_it_covers_the_date(
    practice: Practice, offering: Offering, make_other: Callable[..., Offering], covers: bool
) -> None:
    code = DiscountCode.objects.create(practice=practice, code="TEN", percent=10)
    booked = make_invoiced(offering)
    Registration.objects.filter(pk=booked.pk).update(code=code)
    other = make_other()
    code.offerings.set([other, offering] if covers else [offering])
    moved = change(Registration.objects.get(pk=booked.pk), other)
    assert moved.total.gross == (576000 if covers else PRICE)
    assert moved.code == (code if covers else None)
    assert (("discount", -64000) in ledger(moved)) == covers
    assert list(broken_invariants()) == []


def test_a_limited_price_is_not_given_more_often_than_it_is_there_s3(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    other = make_other()
    until = timezone.now() + timedelta(days=9)
    Price.objects.create(
        offering=other, kind="early", amount=500000, available_until=until, limit=1
    )
    first, second = make_invoiced(offering), make_invoiced(offering)
    assert change(first, other).total.gross == 500000
    assert change(second, other).total.gross == PRICE


def test_nobody_escapes_a_fee_by_changing_to_a_later_date_first(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    other = make_other()
    for date in (offering, other):
        for days, percent in ((14, 0), (3, 50)):
            CancellationTier.objects.create(offering=date, days_before=days, fee_percent=percent)
    early, late, by_owner = (paid(offering, stripe) for _ in range(3))
    assert percent_now(change(early, other)) == 0
    with time_machine.travel(offering.first_start - timedelta(days=5)):
        assert percent_now(change(late, other)) == 50
        assert percent_now(change(by_owner, other, actor=Actor.OWNER)) == 0
        cancel(registration_id=late.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=PRICE // 2)
    assert list(broken_invariants()) == []


def test_who_came_after_dates_were_moved_does_not_leave_for_free_because_of_it(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    other = make_other(
        dates_moved_at=timezone.now(), free_cancel_until=timezone.now() + timedelta(days=9)
    )
    booked = make_invoiced(offering)
    Registration.objects.filter(pk=booked.pk).update(made_at=timezone.now() - timedelta(days=1))
    assert percent_now(change(booked, other)) is None


# What cannot be


def test_obstacles_that_lie_here(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    other = make_other()
    assert obstacle(make_registration(offering), other) == Obstacle.NOT_CONFIRMED
    booked = make_invoiced(offering)
    start = offering.first_start
    with time_machine.travel(start - timedelta(hours=24), tick=False):
        assert obstacle(booked, other) == Obstacle.TOO_LATE
        assert quote_date(booked, to=other, actor=Actor.OWNER).difference == 0
    Offering.objects.filter(pk=offering.pk).update(date_change_allowed=False)
    assert obstacle(booked, other) == Obstacle.NOT_ALLOWED
    Offering.objects.filter(pk=offering.pk).update(status="called_off")
    for actor in (Actor.BOOKER, Actor.OWNER):
        assert obstacle(booked, other, actor) == Obstacle.CALLED_OFF


def test_nobody_changes_while_money_is_on_its_way(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked, other = paid(offering, stripe, people=2), make_other()
    cancel(
        registration_id=booked.pk, numbers=[2], actor=Actor.OWNER, quoted_refund=PRICE, percent=0
    )
    assert obstacle(booked, other) == Obstacle.MONEY_MOVES
    send_refunds()
    assert change(booked, other).offering == other


def test_nobody_changes_while_a_payment_is_contested(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    booked, other = paid(offering, stripe), make_other()
    dispute = booked.disputes.create(
        payment_attempt=booked.payment_attempts.get(),
        dispute_id="dp_1",
        status="needs_response",
        amount=PRICE,
        currency="NOK",
        looked_at=timezone.now(),
    )
    assert obstacle(booked, other, Actor.OWNER) == Obstacle.MONEY_MOVES
    dispute.status = "won"
    dispute.save()
    assert change(booked, other).offering == other


def test_obstacles_that_lie_there(
    practice: Practice, offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked = make_invoiced(offering, people=2)
    soon = {"registration_opens_at": timezone.now() + timedelta(days=1)}
    cases = [
        (offering, Obstacle.SAME_DATE, Obstacle.SAME_DATE),
        (make_offering(practice), Obstacle.OTHER_COURSE, Obstacle.OTHER_COURSE),
        (make_other(currency="SEK"), Obstacle.OTHER_CURRENCY, Obstacle.OTHER_CURRENCY),
        (make_other(status="called_off"), Obstacle.NOT_OPEN, Obstacle.NOT_OPEN),
        (make_other(status="draft"), Obstacle.NOT_OPEN, Obstacle.NOT_OPEN),
        (make_other(status="closed"), Obstacle.NOT_OPEN, None),
        (make_other(**soon), Obstacle.NOT_OPEN, None),
        (make_other(seats=1), Obstacle.TOO_FEW_SEATS, Obstacle.TOO_FEW_SEATS),
        (make_other(review_first=True), Obstacle.READ_FIRST, None),
    ]
    open_to_all, open_to_owner = [], []
    for other, of_booker, of_owner in cases:
        assert obstacle(booked, other) == of_booker
        if of_owner is None:
            open_to_owner.append(other)
        else:
            assert obstacle(booked, other, Actor.OWNER) == of_owner
    assert [q.offering for q in other_dates(booked, actor=Actor.BOOKER)] == open_to_all
    assert {q.offering for q in other_dates(booked, actor=Actor.OWNER)} == set(open_to_owner)
    assert booked.history.count() == 1


def test_who_changes_comes_after_those_who_wait_s6(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    other = make_other(seats=1, waiting_list=True)
    make_registration(other, joins_list=True)
    booked = make_invoiced(offering)
    assert obstacle(booked, other) == Obstacle.TOO_FEW_SEATS
    assert change(booked, other, actor=Actor.OWNER).offering == other


def test_seats_that_are_kept_for_a_code_are_for_those_who_came_with_it(
    practice: Practice, offering: Offering, make_other: Callable[..., Offering]
) -> None:
    other = make_other(seats=1)
    code = DiscountCode.objects.create(practice=practice, code="KEPT", seats_kept=1)
    code.offerings.set([other])
    with_code, without = make_invoiced(offering), make_invoiced(offering)
    Registration.objects.filter(pk=with_code.pk).update(code=code)
    with_code.refresh_from_db()
    assert obstacle(without, other) == Obstacle.TOO_FEW_SEATS
    assert change(with_code, other).code == code


def test_the_seats_that_were_left_go_to_those_who_wait(
    practice: Practice, offering: Offering
) -> None:
    here = another_date(offering, seats=1, waiting_list=True)
    booked = make_invoiced(here)
    waiting = make_registration(here, joins_list=True)
    change(booked, offering)
    assert offer_seats(offering_id=here.pk) == [waiting.pk]


# Answers, letters, calendar


def test_answers_that_are_not_asked_there_are_dropped(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    shared, only_here = ask(offering), ask(offering, "Do you need a bed?")
    private = ask(offering, "What do you eat?")
    other = make_other()
    OfferingQuestion.objects.create(offering=other, question=shared.question)
    OfferingQuestion.objects.create(offering=other, question=private.question, sensitive=True)
    ask(other, "Which group?", required=True)
    booked = make_invoiced(offering, language="en")
    person = booked.participants.get()
    for asked in (shared, only_here, private):
        booked.answers.create(
            participant=person, question=asked.question, question_text="?", text="Yes"
        )
    moved = change(booked, other)
    assert [answer.question for answer in moved.answers.all()] == [shared.question]
    assert [answer.question for answer in moved.sensitiveanswers.all()] == [private.question]
    assert "We ask something on this date" in moved.letters.get(kind="date_changed").text


def test_the_letter_brings_the_new_dates_and_takes_the_old_ones_away_l3(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked, other = make_invoiced(offering), make_other()
    moved = change(booked, other, actor=Actor.OWNER)
    assert letters(moved)[-1] == "date_changed"
    events = moved.letters.get(kind="date_changed").calendar.split("BEGIN:VEVENT")[1:]
    uids = [(re.search(r"session-(\d+)@", e)[1], "STATUS:CANCELLED" in e) for e in events]
    assert uids == [
        *((str(session.pk), False) for session in other.sessions_list),
        *((str(session.pk), True) for session in offering.sessions_list),
    ]
    assert all("SEQUENCE:" in event for event in events)


def test_there_and_back_again_writes_each_time(
    offering: Offering, make_other: Callable[..., Offering]
) -> None:
    booked, other = make_invoiced(offering), make_other()
    change(change(booked, other), offering)
    assert letters(booked).count("date_changed") == 2
    assert booked.letters.filter(kind="owner_date_changed").count() == 2
    assert list(broken_invariants()) == []
