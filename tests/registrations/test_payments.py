"""Paying by card, with everything that can go wrong between us and Stripe."""

from datetime import timedelta

from django.core import mail
from django.utils import timezone

import pytest
import time_machine

from courses.models import Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import LedgerLine, Letter, PaymentAttempt, Registration
from registrations.services import (
    NotEnoughSeats,
    PaymentPageUnavailable,
    give_seat,
    start_checkout,
    sync,
)
from registrations.services.ledger import take_price_back
from registrations.states import MoveNotAllowed, State
from tests.factories import make_invoiced, make_registration
from tests.registrations.payers import paid_past_us
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def held(offering: Offering, *, people: int = 1) -> tuple[Registration, PaymentAttempt]:
    registration = make_registration(offering, people=people)
    return registration, start_checkout(registration_id=registration.pk)


def outcome(registration: Registration) -> tuple[str, list[tuple[str, int]], list[str]]:
    registration.refresh_from_db()
    lines = list(registration.ledger.order_by("pk").values_list("kind", "amount"))
    letters = list(registration.letters.order_by("pk").values_list("kind", flat=True))
    return registration.state, lines, letters


PAID = (
    State.CONFIRMED,
    [("price", 640000), ("payment", -640000)],
    ["seats_held", "confirmed", "owner_new"],
)


EXPIRED_LEDGER = [("price", 640000), ("price_taken_back", -640000)]


def test_checkout_carries_the_exact_parameters_and_the_rows_key(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    [(method, path, sent, key)] = stripe.calls
    assert (method, path, key) == (
        "POST",
        "/v1/checkout/sessions",
        str(attempt.idempotency_key),
    )
    assert sent["line_items"][0]["price_data"]["unit_amount"] == "640000"
    assert sent["metadata"]["registration"] == registration.reference
    assert attempt.status == PaymentAttempt.Status.OPEN
    assert attempt.expires_at < registration.hold_until


def test_webhook_confirms(offering: Offering, stripe: Simulator) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    stripe.deliver()
    assert outcome(registration) == PAID
    assert list(broken_invariants()) == []


def test_return_page_confirms_when_no_webhook_comes(
    offering: Offering, stripe: Simulator, client
) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    response = client.get(f"/nb/r/{registration.token}/paid/")
    assert response.headers["Location"] == registration.get_absolute_url()
    assert outcome(registration) == PAID


def test_chore_confirms_when_nobody_comes_back(offering: Offering, stripe: Simulator) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        run_chores()
        run_chores()
    assert outcome(registration) == PAID


def test_doubled_reversed_and_repeated_events_make_one_confirmation_m4(
    offering: Offering, stripe: Simulator, client
) -> None:
    registration, attempt = held(offering)
    stripe.webhooks.double()
    stripe.webhooks.reverse()
    stripe.pay(attempt.session_id)
    client.get(f"/nb/r/{registration.token}/paid/")
    stripe.deliver()
    sync(attempt_id=attempt.pk)
    run_chores()
    assert outcome(registration) == PAID


def test_lost_answer_finds_the_same_checkout_m5(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    stripe.faults.add("POST /v1/checkout/sessions", "drop_after", times=3)
    with pytest.raises(PaymentPageUnavailable):
        start_checkout(registration_id=registration.pk)
    attempt = start_checkout(registration_id=registration.pk)
    assert list(stripe.sessions) == [attempt.session_id]
    stripe.pay(attempt.session_id)
    stripe.deliver()
    assert outcome(registration) == PAID


def test_webhook_of_a_session_whose_answer_was_lost_m5(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    stripe.faults.add("POST /v1/checkout/sessions", "drop_after", times=3)
    with pytest.raises(PaymentPageUnavailable):
        start_checkout(registration_id=registration.pk)
    [session_id] = stripe.sessions
    stripe.pay(session_id)
    stripe.deliver()
    assert outcome(registration) == PAID


def test_stored_server_error_leads_to_a_new_attempt_after_looking(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    stripe.faults.add("POST /v1/checkout/sessions", "error_500_after", times=1)
    with pytest.raises(PaymentPageUnavailable):
        start_checkout(registration_id=registration.pk)
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        attempt = start_checkout(registration_id=registration.pk)
    assert list(stripe.sessions) == [attempt.session_id]
    stripe.pay(attempt.session_id)
    stripe.deliver()
    assert outcome(registration) == PAID


def test_decline_leaves_the_seat_held_and_the_checkout_open(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    stripe.decline(attempt.session_id)
    stripe.deliver()
    assert outcome(registration) == (
        State.AWAITING_PAYMENT,
        [("price", 640000)],
        ["seats_held"],
    )
    stripe.pay(attempt.session_id)
    stripe.deliver()
    assert outcome(registration) == PAID


def test_payment_on_its_way_keeps_the_seat_until_it_is_decided(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        run_chores()
        registration.refresh_from_db()
        assert registration.state == State.AWAITING_PAYMENT
        stripe.settle(attempt.session_id, succeeded=True)
        stripe.deliver()
    assert outcome(registration) == PAID


def test_payment_that_fails_later_frees_the_seat(offering: Offering, stripe: Simulator) -> None:
    registration, attempt = held(offering)
    stripe.pay_later(attempt.session_id)
    stripe.settle(attempt.session_id, succeeded=False)
    stripe.deliver()
    assert outcome(registration) == (
        State.EXPIRED,
        [("price", 640000), ("price_taken_back", -640000)],
        ["seats_held", "expired"],
    )


def test_hold_runs_out_at_stripe_too_m6(offering: Offering, stripe: Simulator) -> None:
    registration, attempt = held(offering)
    with time_machine.travel(timezone.now() + timedelta(minutes=50)):
        run_chores()
        run_chores()
    assert stripe.sessions[attempt.session_id]["status"] == "expired"
    assert outcome(registration) == (
        State.EXPIRED,
        [("price", 640000), ("price_taken_back", -640000)],
        ["seats_held", "expired"],
    )


def test_hold_that_was_paid_in_the_last_moment_is_confirmed_not_expired_m2(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    with time_machine.travel(timezone.now() + timedelta(minutes=50)):
        run_chores()
    assert outcome(registration) == PAID


def test_seats_stay_held_while_stripe_cannot_be_asked(
    offering: Offering, stripe: Simulator
) -> None:
    registration, _attempt = held(offering)
    stripe.faults.add("GET /v1/checkout/sessions/*", "drop", times=100)
    with time_machine.travel(timezone.now() + timedelta(minutes=50)):
        tally = run_chores()
    assert (tally["expire_holds"].done, tally["expire_holds"].failed) == (0, 1)
    registration.refresh_from_db()
    assert registration.state == State.AWAITING_PAYMENT


def _expired_while_paying(stripe: Simulator, offering: Offering) -> tuple[Registration, str]:
    """Seats released although a payment is on its way: a hand in the database."""
    registration, attempt = held(offering)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    Registration.objects.filter(pk=registration.pk).update(state=State.EXPIRED, hold_until=None)
    take_price_back(registration)
    return registration, attempt.session_id


def test_late_money_is_confirmed_while_seats_are_free_m1(
    offering: Offering, stripe: Simulator
) -> None:
    registration, session_id = _expired_while_paying(stripe, offering)
    stripe.settle(session_id, succeeded=True)
    stripe.deliver()
    assert outcome(registration) == (
        State.CONFIRMED,
        [*EXPIRED_LEDGER, ("payment", -640000), ("price", 640000)],
        PAID[2],
    )
    assert list(broken_invariants()) == []


def test_late_money_without_a_seat_is_recorded_and_told_m1(
    offering: Offering, stripe: Simulator
) -> None:
    registration, session_id = _expired_while_paying(stripe, offering)
    make_invoiced(offering, people=10)
    make_invoiced(offering, people=4)
    stripe.settle(session_id, succeeded=True)
    stripe.deliver()
    assert outcome(registration) == (
        State.EXPIRED,
        [*EXPIRED_LEDGER, ("payment", -640000)],
        ["seats_held", "paid_late", "owner_paid_late"],
    )
    assert registration.needs_attention
    assert list(broken_invariants()) == []


def test_new_checkout_after_the_first_ran_out_keeps_the_hold_longer(
    offering: Offering, stripe: Simulator
) -> None:
    registration, first = held(offering)
    with time_machine.travel(timezone.now() + timedelta(minutes=32)):
        second = start_checkout(registration_id=registration.pk)
    registration.refresh_from_db()
    first.refresh_from_db()
    assert first.status == PaymentAttempt.Status.EXPIRED
    assert second.pk != first.pk
    assert registration.hold_until == second.expires_at + timedelta(minutes=9)


def test_two_clicks_on_pay_open_one_checkout(offering: Offering, stripe: Simulator) -> None:
    registration, first = held(offering)
    assert start_checkout(registration_id=registration.pk) == first
    assert len(stripe.sessions) == 1


def test_event_for_a_known_session_is_applied_once_even_when_the_cache_is_gone_m8(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    for event_id, _status in stripe.deliver():
        stripe.webhooks.redeliver(event_id)
    stripe.deliver()
    assert LedgerLine.objects.filter(kind="payment").count() == 1
    assert outcome(registration) == PAID


def test_webhook_asks_stripe_to_retry_while_the_api_is_down(
    offering: Offering, stripe: Simulator
) -> None:
    registration, attempt = held(offering)
    stripe.pay(attempt.session_id)
    stripe.faults.add("GET /v1/checkout/sessions/*", "error_500", times=3)
    statuses = {status for _event, status in stripe.deliver()}
    assert 503 in statuses
    registration.refresh_from_db()
    assert registration.state == State.AWAITING_PAYMENT
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        stripe.deliver()
    assert outcome(registration) == PAID


def test_a_key_in_anothers_metadata_that_is_none_of_ours_is_no_concern(
    practice, stripe: Simulator
) -> None:
    paid_past_us(stripe, metadata={"attempt": "order 7"})
    assert {status for _event, status in stripe.deliver()} == {200}


def test_unsigned_webhook_is_refused(client, practice) -> None:
    response = client.post(
        "/stripe/webhook/",
        b'{"id": "evt_1", "type": "checkout.session.completed", "data": {"object": {}}}',
        content_type="application/json",
        headers={"Stripe-Signature": "t=1,v1=00"},
    )
    assert response.status_code == 400


def test_no_letter_leaves_before_the_worker_runs(offering: Offering, stripe: Simulator) -> None:
    held(offering)
    assert mail.outbox == []
    assert Letter.objects.get().status == Letter.Status.QUEUED


def test_owner_gives_a_seat_for_late_money_once_one_is_free_m1(
    offering: Offering, stripe: Simulator, admin_user
) -> None:
    registration, session_id = _expired_while_paying(stripe, offering)
    full = [make_invoiced(offering, people=10), make_invoiced(offering, people=4)]
    stripe.settle(session_id, succeeded=True)
    stripe.deliver()
    with pytest.raises(NotEnoughSeats):
        give_seat(registration_id=registration.pk, user=admin_user)
    Registration.objects.filter(pk=full[0].pk).update(state=State.CANCELLED)
    give_seat(registration_id=registration.pk, user=admin_user)
    state, _lines, letters = outcome(registration)
    assert (state, letters[-1]) == (State.CONFIRMED, "confirmed")
    assert not registration.needs_attention
    assert registration.history.last().user == admin_user


def test_a_seat_is_not_given_for_nothing(offering: Offering, stripe: Simulator, admin_user) -> None:
    registration, _attempt = held(offering)
    with time_machine.travel(timezone.now() + timedelta(minutes=50)):
        run_chores()
        with pytest.raises(MoveNotAllowed):
            give_seat(registration_id=registration.pk, user=admin_user)
