"""Money beyond what is owed: recorded, told of, and put right with one click."""

from collections.abc import Callable
from datetime import timedelta

from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, PaymentAttempt, Refund, Registration
from registrations.services import (
    NotPossible,
    call_off,
    cancel,
    give_money_back,
    give_seat,
    give_up,
    quote,
    start_checkout,
    withdraw,
)
from registrations.services.ledger import take_price_back
from registrations.services.refunds import perform
from registrations.states import MoveNotAllowed, State
from tests.factories import make_offering, make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def forgotten(registration: Registration) -> PaymentAttempt:
    """A checkout that we hold for failed, and that is still open in somebody's old tab."""
    attempt = start_checkout(registration_id=registration.pk)
    PaymentAttempt.objects.filter(pk=attempt.pk).update(status=PaymentAttempt.Status.FAILED)
    return attempt


def paid_twice(offering: Offering, stripe: Simulator) -> Registration:
    registration = make_registration(offering)
    old = forgotten(registration)
    new = start_checkout(registration_id=registration.pk)
    for attempt in (new, old):
        stripe.pay(attempt.session_id)
        stripe.deliver()
    registration.refresh_from_db()
    return registration


def send_refunds() -> None:
    for refund in Refund.objects.filter(status=Refund.Status.CREATED):
        perform(refund_id=refund.pk)


def letters(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def test_two_checkouts_paid_are_both_booked_and_one_goes_back(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid_twice(offering, stripe)
    assert (registration.state, registration.needs_attention) == (State.CONFIRMED, True)
    assert registration.balance_due() == -640000
    assert letters(registration) == [
        *("seats_held", "confirmed", "owner_new"),
        *("paid_too_much", "owner_paid_too_much"),
    ]
    assert list(broken_invariants()) == []
    give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.CONFIRMED, False)
    assert registration.balance_due() == 0
    # The payment that came last is the one that goes back.
    assert Refund.objects.get().payment_attempt == registration.payment_attempts.first()
    assert list(broken_invariants()) == []


def test_one_click_too_many_pays_nothing_back_twice_m7(
    offering: Offering, stripe: Simulator
) -> None:
    """The worker has not sent the first refund yet, and another payment could be refunded."""
    registration = paid_twice(offering, stripe)
    give_money_back(registration_id=registration.pk, user=None)
    with pytest.raises(NotPossible):
        give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000]


def test_cancelling_one_after_the_other_pays_each_back_once_m7(
    offering: Offering, stripe: Simulator
) -> None:
    """The second is cancelled before the worker has sent the first one's money."""
    registration = make_registration(offering, people=3)
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    for number in (1, 2):
        registration = Registration.objects.get(pk=registration.pk)
        assert quote(registration, numbers=[number], percent=0).refund == 640000
        cancel(
            registration_id=registration.pk,
            numbers=[number],
            actor=Actor.OWNER,
            quoted_refund=640000,
            percent=0,
        )
    send_refunds()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000, 640000]
    assert registration.balance_due() == 0
    assert list(broken_invariants()) == []


def test_more_paid_than_is_owed_confirms_and_the_rest_goes_back(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering, people=2)
    attempt = start_checkout(registration_id=registration.pk)
    # What is owed became less while the payment page was open.
    registration.ledger.create(kind="price_taken_back", amount=-40000, currency="NOK")
    stripe.pay(attempt.session_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.CONFIRMED, True)
    assert letters(registration)[-2:] == ["paid_too_much", "owner_paid_too_much"]
    give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [40000]
    assert registration.balance_due() == 0


def given_up(registration: Registration) -> None:
    give_up(registration_id=registration.pk, actor=Actor.BOOKER)


def called_off(registration: Registration) -> None:
    call_off(offering_id=registration.offering_id, user=None)


@pytest.mark.parametrize("leave", [given_up, called_off])
def test_paid_after_leaving_is_booked_and_goes_back_by_itself_m6(
    offering: Offering, stripe: Simulator, leave: Callable[[Registration], None]
) -> None:
    registration = make_registration(offering)
    attempt = forgotten(registration)
    leave(registration)
    stripe.pay(attempt.session_id)
    stripe.deliver()
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.CANCELLED, False)
    assert letters(registration)[-1:] == ["goes_back"]
    assert list(broken_invariants()) == []
    with pytest.raises(MoveNotAllowed):
        give_seat(registration_id=registration.pk, user=None)
    with pytest.raises(NotPossible):
        give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    registration.refresh_from_db()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000]
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert letters(registration)[-2:] == ["goes_back", "refunded"]
    assert list(broken_invariants()) == []


def test_what_is_on_its_way_while_somebody_withdraws_goes_back_by_itself_m6(
    offering: Offering, stripe: Simulator
) -> None:
    """The page for withdrawing says so, and so it is."""
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    stripe.settle(attempt.session_id, succeeded=True)
    stripe.deliver()
    send_refunds()
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.WITHDRAWN, False)
    assert registration.balance_due() == 0
    assert letters(registration)[-2:] == ["owner_left", "goes_back"]
    text = registration.letters.get(kind="goes_back").text
    assert "Vi betaler" in text
    assert "6" in text
    assert list(broken_invariants()) == []


def test_a_fee_that_is_still_owed_is_kept_of_what_comes_later(
    practice: Practice, stripe: Simulator
) -> None:
    due = timezone.now() + timedelta(days=14)
    registration = make_registration(make_offering(practice, deposit_percent=30, rest_due_at=due))
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    rest = start_checkout(registration_id=registration.pk)
    stripe.pay_later(rest.session_id)
    stripe.deliver()
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=0,
        percent=50,
    )
    stripe.settle(rest.session_id, succeeded=True)
    stripe.deliver()
    send_refunds()
    registration.refresh_from_db()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [320000]
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert list(broken_invariants()) == []


def test_money_that_cannot_go_back_the_way_it_came_is_for_the_owner(
    offering: Offering, stripe: Simulator
) -> None:
    """An earlier surplus is nobody's to guess about; it waits together with the new one."""
    registration = make_registration(offering)
    attempts = [forgotten(registration), forgotten(registration)]
    given_up(registration)
    registration.ledger.create(kind="bank_payment", amount=-100, currency="NOK")
    stripe.pay(attempts[0].session_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.CANCELLED, True)
    assert letters(registration)[-2:] == ["paid_late", "owner_paid_late"]
    assert not registration.refunds.exists()


def late_twice(stripe: Simulator, offering: Offering) -> Registration:
    """Expired, the seat gone, and then paid by two checkouts."""
    late = make_registration(offering)
    attempts = [forgotten(late), start_checkout(registration_id=late.pk)]
    PaymentAttempt.objects.filter(registration=late).update(status=PaymentAttempt.Status.FAILED)
    Registration.objects.filter(pk=late.pk).update(state=State.EXPIRED, hold_until=None)
    take_price_back(late)
    other = make_registration(offering)
    for attempt in attempts:
        stripe.pay(attempt.session_id)
        stripe.deliver()
    given_up(other)
    late.refresh_from_db()
    return late


def test_late_and_twice_gets_the_seat_and_the_rest_back_m1(practice, stripe: Simulator) -> None:
    late = late_twice(stripe, make_offering(practice, seats=1))
    assert (late.state, late.balance_due()) == (State.EXPIRED, -1280000)
    give_seat(registration_id=late.pk, user=None)
    late.refresh_from_db()
    assert (late.state, late.needs_attention) == (State.CONFIRMED, True)
    give_money_back(registration_id=late.pk, user=None)
    send_refunds()
    late.refresh_from_db()
    assert (late.balance_due(), late.needs_attention) == (0, False)
    assert list(broken_invariants()) == []


def test_no_seat_is_given_on_a_date_called_off_m1(practice, stripe: Simulator) -> None:
    offering = make_offering(practice, seats=1)
    late = late_twice(stripe, offering)
    call_off(offering_id=offering.pk, user=None)
    with pytest.raises(MoveNotAllowed):
        give_seat(registration_id=late.pk, user=None)
