"""A deposit first and the rest later, by the same payment pages."""

from datetime import datetime, timedelta

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import CancellationTier, Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.services import (
    NothingToPay,
    amount_to_ask,
    cancel,
    change_date,
    extend,
    quote,
    quote_date,
    remind_of_rest,
    rests_to_remind,
    start_checkout,
    take_fewer,
    withdraw,
)
from registrations.services.ledger import take_price_back
from registrations.states import State
from tests.factories import make_invoiced, make_offering, make_registration
from tests.registrations.other_dates import another_date
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

TOTAL, DEPOSIT, REST = 640000, 192000, 448000


def due() -> datetime:
    return timezone.now() + timedelta(days=14)


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, deposit_percent=30, rest_due_at=due())


def pay(registration: Registration, stripe: Simulator) -> int:
    """Pay what is asked for now; answer how much that was."""
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay(attempt.session_id)
    stripe.deliver()
    registration.refresh_from_db()
    return attempt.amount


def letters(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def test_the_deposit_confirms_and_the_rest_is_paid_later(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    assert (registration.deposit, registration.rest_due_at) == (DEPOSIT, offering.rest_due_at)
    assert pay(registration, stripe) == DEPOSIT
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, REST)
    assert list(broken_invariants()) == []
    assert pay(registration, stripe) == REST
    assert registration.balance_due() == 0
    assert letters(registration) == ["seats_held", "confirmed", "owner_new", "rest_paid"]
    assert not registration.needs_attention
    with pytest.raises(NothingToPay):
        start_checkout(registration_id=registration.pk)
    assert list(broken_invariants()) == []


@pytest.mark.parametrize(
    ("price", "percent", "deposit"),
    [(333, 50, 167), (1, 50, 0), (2, 1, 1), (100, 99, 99), (33333, 33, 11000)],
)
def test_a_deposit_is_rounded_half_up_and_leaves_a_rest(
    practice: Practice, price: int, percent: int, deposit: int
) -> None:
    offering = make_offering(practice, price=price, deposit_percent=percent, rest_due_at=due())
    assert make_registration(offering).deposit == deposit


def test_an_invoice_has_no_deposit_and_nobody_is_asked_for_one_when_the_rest_is_due(
    practice: Practice, offering: Offering
) -> None:
    assert make_invoiced(offering).deposit == 0
    late = make_offering(practice, deposit_percent=30, rest_due_at=timezone.now())
    assert make_registration(late).deposit == 0


def test_who_is_approved_after_the_rest_was_due_pays_everything(offering: Offering) -> None:
    registration = make_registration(offering)
    with time_machine.travel(due() + timedelta(days=1)):
        assert amount_to_ask(registration) == TOTAL


def test_the_rest_is_asked_for_before_it_is_due_and_told_when_overdue_once_each(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    before = letters(registration)
    run_chores()
    assert letters(registration) == before
    now = timezone.now()
    with time_machine.travel(now + timedelta(days=8)):
        run_chores()
        run_chores()
    assert letters(registration) == [*before, "rest_reminder"]
    with time_machine.travel(now + timedelta(days=15)):
        run_chores()
        run_chores()
    registration.refresh_from_db()
    told = [*before, "rest_reminder", "rest_overdue", "owner_rest_overdue"]
    assert letters(registration) == told
    assert (registration.state, registration.needs_attention) == (State.CONFIRMED, True)
    assert list(broken_invariants()) == []


def test_a_rest_that_is_put_off_is_asked_for_and_told_when_overdue_anew(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    day = registration.rest_due_at.replace(hour=10)
    Registration.objects.update(rest_due_at=day)
    before, start = letters(registration), day - timedelta(days=14)
    reminded, overdue = ["rest_reminder"], ["rest_overdue", "owner_rest_overdue"]
    # By how many days after the start which letters have been written, in this order.
    told = before
    for after, put_off_to, more in (
        (8, 0, reminded),
        # Put off for some hours, nobody is reminded of the same day twice.
        (8.1, 14.1, ["extended"]),
        (10.2, 0, []),
        (10.3, 24, ["extended"]),
        (16, 0, []),
        (17.5, 0, reminded),
        (25, 0, overdue),
        # Just told until when, nobody is reminded of it at once.
        (26, 29, ["extended"]),
        (26.5, 0, []),
        (28.5, 0, reminded),
        (30, 0, overdue),
    ):
        told = [*told, *more]
        with time_machine.travel(start + timedelta(days=after)):
            if put_off_to:
                until = day + timedelta(days=put_off_to - 14)
                extend(registration_id=registration.pk, until=until, user=None)
            run_chores()
            run_chores()
        assert letters(registration) == told, after
    days = registration.history.filter(action="reminded_of_rest").values_list("why", flat=True)
    assert len(set(days)) == 3


def test_who_asks_late_reminds_nobody_of_a_rest_that_was_put_off_meanwhile(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    until = registration.rest_due_at + timedelta(days=30)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        assert rests_to_remind(now=timezone.now()) == [registration.pk]
        extend(registration_id=registration.pk, until=until, user=None)
        assert not remind_of_rest(registration_id=registration.pk)


def test_a_rest_paid_late_settles_it(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        run_chores()
        assert pay(registration, stripe) == REST
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert letters(registration)[-1] == "rest_paid"


def test_nobody_is_told_of_a_rest_that_is_on_its_way(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    stripe.pay_later(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    before = letters(registration)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        run_chores()
    assert letters(registration) == before


def test_a_rest_that_fails_at_the_bank_is_told_to_both_and_keeps_the_seat_l3(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    stripe.settle(attempt.session_id, succeeded=False)
    stripe.deliver()
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, REST)
    assert letters(registration)[-2:] == ["rest_failed", "owner_rest_failed"]
    text = registration.letters.get(kind="rest_failed").text
    assert "ingenting er trukket" in text
    assert "Plassen er din som før" in text
    assert pay(registration, stripe) == REST
    assert registration.balance_due() == 0
    assert list(broken_invariants()) == []


def test_the_fee_of_one_who_cancelled_is_paid_with_the_rest_on_another_date(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, people=2)
    pay(registration, stripe)
    cancel(
        registration_id=registration.pk,
        numbers=[2],
        actor=Actor.OWNER,
        quoted_refund=0,
        percent=100,
    )
    to = another_date(offering, price=500000)
    costs = quote_date(Registration.objects.get(pk=registration.pk), to=to, actor=Actor.OWNER)
    assert costs.to_pay == 640000 + 500000 - 2 * DEPOSIT
    change_date(registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=costs.shown)
    registration.refresh_from_db()
    assert amount_to_ask(registration) == costs.to_pay
    assert list(broken_invariants()) == []


def test_a_payment_that_fails_when_nothing_is_owed_any_more_needs_no_letter(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    before = letters(registration)
    stripe.settle(attempt.session_id, succeeded=False)
    stripe.deliver()
    assert letters(registration) == before


def test_money_goes_back_to_both_payments_the_newest_first(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    pay(registration, stripe)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    refunds = list(registration.refunds.order_by("pk").values_list("amount", flat=True))
    assert refunds == [REST, DEPOSIT]
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        run_chores()
    stripe.deliver()
    assert registration.balance_due() == 0
    assert list(broken_invariants()) == []


@pytest.mark.parametrize(
    ("percent", "refund", "owed"), [(0, DEPOSIT, 0), (10, DEPOSIT - 64000, 0), (50, 0, 128000)]
)
def test_cancelling_before_the_rest_is_paid_gives_back_what_is_above_the_fee(
    offering: Offering, stripe: Simulator, percent: int, refund: int, owed: int
) -> None:
    CancellationTier.objects.create(offering=offering, days_before=1, fee_percent=percent)
    registration = make_registration(offering)
    pay(registration, stripe)
    costs = quote(registration, numbers=None, percent=percent)
    assert (costs.refund, costs.still_owed) == (refund, owed)
    cancel(registration_id=registration.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=refund)
    registration.refresh_from_db()
    assert (registration.state, amount_to_ask(registration)) == (State.CANCELLED, owed)
    assert list(broken_invariants()) == []


def test_what_is_owed_after_cancelling_can_be_paid(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=0,
        percent=50,
    )
    assert pay(registration, stripe) == 128000
    assert (registration.balance_due(), registration.needs_attention) == (0, False)


def test_cancelling_closes_the_page_that_was_open_for_the_rest_m6(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    attempt = start_checkout(registration_id=registration.pk)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=DEPOSIT,
        percent=0,
    )
    assert stripe.sessions[attempt.session_id]["status"] == "expired"
    assert list(broken_invariants()) == []


def test_a_page_open_for_another_sum_is_closed_and_a_new_one_opened(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    first = start_checkout(registration_id=registration.pk)
    with time_machine.travel(due() + timedelta(seconds=5)):
        Registration.objects.filter(pk=registration.pk).update(
            pay_by=timezone.now() + timedelta(hours=1),
            hold_until=timezone.now() + timedelta(hours=1),
        )
        second = start_checkout(registration_id=registration.pk)
    assert (first.amount, second.amount) == (DEPOSIT, TOTAL)
    assert stripe.sessions[first.session_id]["status"] == "expired"


def test_a_refund_made_in_the_dashboard_is_not_asked_for_again(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    pay(registration, stripe)
    pay(registration, stripe)
    attempt = registration.payment_attempts.first()
    charge = stripe.payment_intents[attempt.payment_intent_id]["latest_charge"]
    stripe.dashboard_refund(charge, 1000)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), amount_to_ask(registration)) == (1000, 0)


def test_a_deposit_that_came_late_confirms_while_seats_are_free_m1(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    Registration.objects.filter(pk=registration.pk).update(state=State.EXPIRED, hold_until=None)
    registration.refresh_from_db()
    take_price_back(registration)
    stripe.settle(attempt.session_id, succeeded=True)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, REST)
    assert list(broken_invariants()) == []


def test_fewer_seats_in_the_line_make_the_deposit_smaller(practice: Practice) -> None:
    offering = make_offering(practice, deposit_percent=30, rest_due_at=due(), waiting_list=True)
    make_invoiced(offering, people=10)
    make_invoiced(offering, people=4)
    registration = make_registration(offering, people=2, joins_list=True)
    take_fewer(registration_id=registration.pk, seats=1, actor=Actor.BOOKER)
    registration.refresh_from_db()
    assert (registration.total.gross, registration.deposit) == (TOTAL, DEPOSIT)
