"""Payments that are contested at the bank: in the ledger, before the owner's eyes, and no more."""

from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine

from courses.models import Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Dispute, Refund, Registration
from registrations.services import (
    NothingOpen,
    NotPossible,
    amount_to_ask,
    cancel,
    give_money_back,
    obstacle_here,
    paid_back_from_bank,
    settle,
    start_checkout,
    write_off_loss,
)
from registrations.services.card_money import settle_surplus
from registrations.services.disputes import sync_dispute
from registrations.services.refunds import TooMuch, perform, refundable
from registrations.states import State
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def paid(offering: Offering, stripe: Simulator) -> Registration:
    registration = make_registration(offering)
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    return registration


def dispute(stripe: Simulator, *, amount: int | None = None) -> str:
    [charge_id] = stripe.charges
    return stripe.dispute(charge_id, reason="fraudulent", amount=amount)


def leave(registration: Registration, *, refund: int) -> None:
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=refund,
        percent=0,
    )


def send_refunds() -> None:
    for refund in Refund.objects.filter(status=Refund.Status.CREATED):
        perform(refund_id=refund.pk)


def outcome(registration: Registration) -> tuple[str, bool, list[tuple[str, int]], list[str]]:
    """State, flag, and what has come since the confirmation: ledger lines and letters."""
    registration.refresh_from_db()
    assert list(broken_invariants()) == []
    lines = list(registration.ledger.order_by("pk").values_list("kind", "amount"))[2:]
    letters = list(registration.letters.order_by("pk").values_list("kind", flat=True))[3:]
    return registration.state, registration.needs_attention, lines, letters


OPENED = (State.CONFIRMED, True, [("disputed", 640000)], ["owner_disputed"])


def test_opened_dispute_is_booked_and_told_once(paid: Registration, stripe: Simulator) -> None:
    stripe.webhooks.double()
    stripe.webhooks.reverse()
    dispute_id = dispute(stripe)
    stripe.deliver()
    sync_dispute(account="", dispute_id=dispute_id)
    assert outcome(paid) == OPENED
    assert paid.balance_due() == 640000
    row = Dispute.objects.get()
    assert (row.status, row.reason, row.amount) == ("needs_response", "fraudulent", 640000)


def test_won_dispute_brings_the_money_back(paid: Registration, stripe: Simulator) -> None:
    dispute_id = dispute(stripe)
    stripe.deliver()
    settle(registration_id=paid.pk, user=None)
    stripe.close_dispute(dispute_id, won=True)
    stripe.webhooks.double()
    stripe.deliver()
    assert outcome(paid) == (
        State.CONFIRMED,
        False,
        [("disputed", 640000), ("dispute_won", -640000)],
        ["owner_disputed", "owner_dispute_closed"],
    )
    assert paid.balance_due() == 0
    assert refundable(paid.payment_attempts.get()) == 640000


def test_lost_dispute_is_the_owners_to_decide_about(paid: Registration, stripe: Simulator) -> None:
    dispute_id = dispute(stripe)
    stripe.deliver()
    settle(registration_id=paid.pk, user=None)
    stripe.close_dispute(dispute_id, won=False)
    stripe.deliver()
    state, flagged, lines, letters = outcome(paid)
    assert (state, flagged, lines) == (State.CONFIRMED, True, [("disputed", 640000)])
    assert letters == ["owner_disputed", "owner_dispute_closed"]
    assert refundable(paid.payment_attempts.get()) == 0
    leave(paid, refund=0)
    assert (paid.balance_due(), Refund.objects.count()) == (0, 0)


def test_what_is_known_only_when_it_is_over_is_told_once(
    paid: Registration, stripe: Simulator
) -> None:
    stripe.webhooks.drop(2, "charge.dispute.created")
    stripe.webhooks.drop(2, "charge.dispute.funds_withdrawn")
    dispute_id = dispute(stripe)
    stripe.close_dispute(dispute_id, won=True)
    stripe.deliver()
    _state, flagged, lines, letters = outcome(paid)
    assert (flagged, letters) == (False, ["owner_dispute_closed"])
    assert lines == [("disputed", 640000), ("dispute_won", -640000)]


def test_cancelling_meanwhile_works_and_what_is_owed_waits(
    paid: Registration, stripe: Simulator
) -> None:
    dispute_id = dispute(stripe, amount=100000)
    stripe.deliver()
    leave(paid, refund=540000)
    state, flagged, _lines, letters = outcome(paid)
    assert (state, flagged, paid.balance_due()) == (State.CANCELLED, True, -540000)
    assert letters == ["owner_disputed", "owner_refund_waits", "cancelled"]
    assert Refund.objects.count() == 0
    with pytest.raises(TooMuch):
        give_money_back(registration_id=paid.pk, user=None)
    stripe.close_dispute(dispute_id, won=True)
    stripe.deliver()
    assert outcome(paid)[1] is True
    give_money_back(registration_id=paid.pk, user=None)
    send_refunds()
    paid.refresh_from_db()
    assert (paid.balance_due(), paid.needs_attention) == (0, False)
    assert list(broken_invariants()) == []


@pytest.fixture
def lost_in_part(paid: Registration, stripe: Simulator) -> Registration:
    dispute_id = dispute(stripe, amount=100000)
    stripe.deliver()
    stripe.close_dispute(dispute_id, won=False)
    stripe.deliver()
    return Registration.objects.get(pk=paid.pk)


def test_what_was_lost_in_part_is_written_off_and_the_seat_stays(
    lost_in_part: Registration,
) -> None:
    assert lost_in_part.balance_due() == 100000
    write_off_loss(registration_id=lost_in_part.pk, user=None)
    state, flagged, lines, _letters = outcome(lost_in_part)
    assert (state, flagged) == (State.CONFIRMED, False)
    assert lines == [("disputed", 100000), ("written_off", -100000)]
    assert amount_to_ask(lost_in_part) == 0
    assert obstacle_here(lost_in_part, actor=Actor.OWNER) is None
    with pytest.raises(NothingOpen):
        write_off_loss(registration_id=lost_in_part.pk, user=None)


def test_money_that_comes_after_all_pays_the_loss_first(
    lost_in_part: Registration, stripe: Simulator
) -> None:
    write_off_loss(registration_id=lost_in_part.pk, user=None)
    settle_surplus(lost_in_part, arrived=0, occasion="nothing")
    assert lost_in_part.balance_due() == 0
    lost_in_part.ledger.create(kind="bank_payment", amount=-150000, currency="NOK")
    settle_surplus(lost_in_part, arrived=150000, occasion="late")
    assert lost_in_part.balance_due() == -50000
    assert outcome(lost_in_part)[1] is True


def test_nothing_is_written_off_while_the_bank_decides(
    paid: Registration, stripe: Simulator
) -> None:
    with pytest.raises(NothingOpen):
        write_off_loss(registration_id=paid.pk, user=None)
    dispute(stripe)
    stripe.deliver()
    with pytest.raises(NothingOpen):
        write_off_loss(registration_id=paid.pk, user=None)


@pytest.mark.parametrize("given_up", [False, True])
def test_what_was_left_of_a_payment_lost_in_part_is_paid_back_from_the_bank(
    lost_in_part: Registration, given_up: bool
) -> None:
    """Whoever has a part of it from the bank does not get that part twice."""
    if given_up:
        write_off_loss(registration_id=lost_in_part.pk, user=None)
    leave(lost_in_part, refund=540000)
    state, flagged, _lines, letters = outcome(lost_in_part)
    assert (state, flagged, lost_in_part.balance_due()) == (State.CANCELLED, True, -540000)
    assert letters[-2:] == ["owner_refund_waits", "cancelled"]
    with pytest.raises(NotPossible):
        give_money_back(registration_id=lost_in_part.pk, user=None)
    paid_back_from_bank(registration_id=lost_in_part.pk, user=None)
    state, flagged, lines, letters = outcome(lost_in_part)
    assert (flagged, lost_in_part.balance_due()) == (False, 0)
    assert (lines[-1], letters[-1]) == (("bank_refund", 540000), "refunded")


def test_what_can_go_back_to_the_card_is_not_paid_back_from_the_bank(
    paid: Registration, stripe: Simulator
) -> None:
    dispute_id = dispute(stripe, amount=100000)
    stripe.deliver()
    leave(paid, refund=540000)
    stripe.close_dispute(dispute_id, won=True)
    stripe.deliver()
    with pytest.raises(NothingOpen):
        paid_back_from_bank(registration_id=paid.pk, user=None)


def test_what_was_ordered_back_before_is_refused_and_told(
    paid: Registration, stripe: Simulator
) -> None:
    """The bank takes the money between the order and its sending: it goes back once, not twice."""
    leave(paid, refund=640000)
    dispute(stripe)
    stripe.deliver()
    assert list(broken_invariants()) == []
    send_refunds()
    _state, flagged, _lines, letters = outcome(paid)
    assert (flagged, paid.balance_due(), len(stripe.refunds)) == (True, 0, 0)
    assert letters == ["cancelled", "owner_disputed", "owner_refund_failed"]


def test_chores_find_a_dispute_and_its_end_without_any_webhook(
    paid: Registration, stripe: Simulator
) -> None:
    run_chores()
    stripe.webhooks.down(True)
    dispute_id = dispute(stripe)
    run_chores()
    assert Dispute.objects.count() == 0
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert run_chores()["new_disputes"].done == 1
        assert run_chores()["new_disputes"].done == 0
        assert outcome(paid) == OPENED
        stripe.close_dispute(dispute_id, won=False)
    with time_machine.travel(timezone.now() + timedelta(days=2, minutes=2)):
        assert run_chores()["disputes"].done == 1
        assert run_chores()["disputes"].done == 0
    assert outcome(paid)[3] == ["owner_disputed", "owner_dispute_closed"]


def test_chore_asks_again_when_stripe_does_not_answer(
    paid: Registration, stripe: Simulator
) -> None:
    stripe.faults.add("GET /v1/disputes", "drop", times=3)
    assert run_chores()["new_disputes"].failed == 1
    assert run_chores()["new_disputes"].done == 1


def test_nothing_changes_while_stripe_does_not_say(paid: Registration, stripe: Simulator) -> None:
    dispute_id = dispute(stripe)
    stripe.faults.add("GET /v1/disputes/*", "drop", times=3)
    with pytest.raises(OutcomeUnknown):
        sync_dispute(account="", dispute_id=dispute_id)
    assert Dispute.objects.count() == 0


def test_a_dispute_about_somebody_elses_payment_is_left_alone(
    paid: Registration, stripe: Simulator
) -> None:
    paid.payment_attempts.update(payment_intent_id="pi_other")
    dispute(stripe)
    stripe.deliver()
    assert Dispute.objects.count() == 0
