"""Ways out: what they cost, what goes back, and that money never goes back twice."""

from contextlib import suppress
from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import CancellationTier, Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Actor, Refund, Registration
from registrations.seats import seats_held
from registrations.services import (
    NothingToPay,
    NotPossible,
    QuoteChanged,
    call_off,
    cancel,
    cancelling,
    consequences,
    give_money_back,
    give_seat,
    may_withdraw,
    percent_now,
    quote,
    settle,
    start_checkout,
    withdraw,
)
from registrations.services.ledger import take_price_back
from registrations.services.refunds import TooMuch, order_refunds, perform
from registrations.states import MoveNotAllowed, State
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_invoiced, make_offering, make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def offering(practice: Practice) -> Offering:
    offering = make_offering(practice)
    for days, percent in ((30, 0), (14, 50), (7, 100)):
        CancellationTier.objects.create(offering=offering, days_before=days, fee_percent=percent)
    return offering


def paid(offering: Offering, stripe: Simulator, *, people: int = 1) -> Registration:
    registration = make_registration(offering, people=people)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay(attempt.session_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    return registration


def send_refunds() -> None:
    for refund in Refund.objects.filter(status=Refund.Status.CREATED):
        perform(refund_id=refund.pk)


def ledger(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.ledger.order_by("pk").values_list("kind", "amount"))


def letters(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


@pytest.mark.parametrize(
    ("days", "percent"), [(31, 0), (30, 0), (29, 50), (14, 50), (13, 100), (7, 100), (1, 100)]
)
def test_the_tier_of_the_day_decides(offering: Offering, days: int, percent: int) -> None:
    first = offering.first_start
    assert offering.cancellation_percent(first - timedelta(days=days)) == percent


def test_without_tiers_or_once_begun_cancelling_is_by_arrangement(
    practice: Practice, offering: Offering
) -> None:
    assert offering.cancellation_percent(offering.first_start) is None
    assert make_offering(practice).cancellation_percent(timezone.now()) is None


def test_one_of_three_cancels_at_half_price_and_the_rest_keep_their_seats(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=3)
    with time_machine.travel(offering.first_start - timedelta(days=20)):
        costs = quote(registration, numbers=[2], percent=percent_now(registration))
        assert (costs.price.gross, costs.fee.gross, costs.refund) == (640000, 320000, 320000)
        cancel(
            registration_id=registration.pk, numbers=[2], actor=Actor.BOOKER, quoted_refund=320000
        )
        send_refunds()
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    assert ledger(registration)[2:] == [
        ("price_taken_back", -640000),
        ("fee", 320000),
        ("refund", 320000),
    ]
    assert registration.balance_due() == 0
    assert seats_held(offering) == 2
    assert letters(registration)[3:] == ["part_cancelled", "owner_left", "refunded"]
    [refund] = stripe.refunds.values()
    assert (refund["amount"], refund["status"]) == (320000, "succeeded")
    assert list(broken_invariants()) == []


def test_all_cancel_for_free_and_the_seats_are_back(offering: Offering, stripe: Simulator) -> None:
    registration = paid(offering, stripe, people=2)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=1280000,
        percent=0,
    )
    send_refunds()
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.CANCELLED, 0)
    assert seats_held(offering) == 0
    assert letters(registration)[3:] == ["cancelled", "refunded"]
    assert "Deltakere" not in registration.letters.get(kind="cancelled").text
    assert list(broken_invariants()) == []


def test_a_quote_that_is_no_longer_true_changes_nothing(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    with pytest.raises(QuoteChanged):
        cancel(registration_id=registration.pk, numbers=None, actor=Actor.BOOKER, quoted_refund=1)
    assert Refund.objects.count() == 0
    assert len(ledger(registration)) == 2


def test_an_unpaid_invoice_owes_the_fee_alone(offering: Offering) -> None:
    registration = make_invoiced(offering, people=2)
    cancel(
        registration_id=registration.pk,
        numbers=[1],
        actor=Actor.OWNER,
        quoted_refund=0,
        percent=50,
    )
    assert registration.balance_due() == 640000 + 320000
    assert Refund.objects.count() == 0
    assert list(broken_invariants()) == []


def test_shares_of_an_uneven_total_sum_to_it_m10(practice: Practice) -> None:
    offering = make_offering(practice, price=33333, vat_treatment="rate", vat_rate=2500)
    registration = make_registration(offering, people=7)
    shares = [person.price for person in registration.participants.all()]
    assert sum(share.gross for share in shares) == registration.total.gross
    assert sum(share.vat for share in shares) == registration.vat


def test_withdrawal_within_fourteen_days_gives_everything_back(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    send_refunds()
    registration.refresh_from_db()
    assert (registration.state, registration.balance_due()) == (State.WITHDRAWN, 0)
    assert letters(registration)[3:] == ["withdrawn", "owner_left", "refunded"]
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000]


def test_withdrawal_while_paying_closes_the_checkout(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    registration.refresh_from_db()
    assert registration.state == State.WITHDRAWN
    assert stripe.sessions[attempt.session_id]["status"] == "expired"
    assert list(broken_invariants()) == []


def test_checkout_that_opens_while_somebody_withdraws_is_closed_too_m6(
    offering: Offering, stripe: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    registration = make_registration(offering)
    real = cancelling.close_checkouts

    def somebody_presses_pay_after_that(registration_id: int) -> None:
        real(registration_id)
        with suppress(NothingToPay):
            start_checkout(registration_id=registration_id)

    monkeypatch.setattr(cancelling, "close_checkouts", somebody_presses_pay_after_that)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    registration.refresh_from_db()
    assert registration.state == State.WITHDRAWN
    assert [session["status"] for session in stripe.sessions.values()] == ["expired"]


def test_checkout_that_could_not_be_closed_is_closed_by_the_chores_m6(
    offering: Offering, stripe: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    registration = make_registration(offering)
    real = cancelling.close_checkouts

    def stripe_fails_after_that(registration_id: int) -> None:
        real(registration_id)
        if not stripe.sessions:
            start_checkout(registration_id=registration_id)
            stripe.faults.add("*", "drop", times=9)

    monkeypatch.setattr(cancelling, "close_checkouts", stripe_fails_after_that)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    stripe.faults.clear()
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        run_chores()
    assert [session["status"] for session in stripe.sessions.values()] == ["expired"]
    assert list(broken_invariants()) == []


def test_nobody_withdraws_after_the_time_or_for_an_employer(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1)):
        assert not may_withdraw(registration)
        with pytest.raises(NotPossible):
            withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    assert not may_withdraw(make_invoiced(offering))


def test_refund_is_made_once_when_its_answer_is_lost_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    stripe.faults.add("POST /v1/refunds", "drop_after", times=3)
    stripe.faults.add("GET /v1/refunds", "drop", times=3)
    [refund] = Refund.objects.all()
    with pytest.raises(OutcomeUnknown):
        perform(refund_id=refund.pk)
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        run_chores()
        run_chores()
    assert len(stripe.refunds) == 1
    assert registration.balance_due() == 0
    assert letters(registration).count("refunded") == 1


def test_refund_that_fails_later_is_owed_again_and_told_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    send_refunds()
    [refund_id] = stripe.refunds
    stripe.fail_refund(refund_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert registration.balance_due() == -640000
    assert registration.needs_attention
    assert letters(registration)[-1] == "owner_refund_failed"
    assert list(broken_invariants()) == []
    give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    assert registration.balance_due() == 0


def test_nobody_is_refunded_more_than_paid_m7(offering: Offering, stripe: Simulator) -> None:
    registration = paid(offering, stripe)
    with pytest.raises(TooMuch):
        order_refunds(registration, amount=640001)


def test_money_on_its_way_back_is_not_ordered_again_by_the_next_cancelling_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=2)
    for number in (1, 2):
        costs = quote(Registration.objects.get(pk=registration.pk), numbers=[number], percent=50)
        assert costs.refund == 320000
        cancel(
            registration_id=registration.pk,
            numbers=[number],
            actor=Actor.OWNER,
            quoted_refund=costs.refund,
            percent=50,
        )
        assert list(broken_invariants()) == []
    send_refunds()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [320000, 320000]
    assert registration.balance_due() == 0


def test_money_is_given_back_once_however_often_the_button_is_pressed_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=320000,
        percent=50,
    )
    with pytest.raises(NotPossible):
        give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [320000]
    assert registration.balance_due() == 0


def test_no_seat_is_given_for_money_on_its_way_back_m1(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    make_invoiced(offering, people=10)
    Registration.objects.filter(pk=registration.pk).update(state=State.EXPIRED, hold_until=None)
    take_price_back(registration)
    make_invoiced(offering, people=4)
    stripe.settle(attempt.session_id, succeeded=True)
    stripe.deliver()
    Offering.objects.filter(pk=offering.pk).update(seats=20)
    give_money_back(registration_id=registration.pk, user=None)
    with pytest.raises(MoveNotAllowed):
        give_seat(registration_id=registration.pk, user=None)


def test_refund_whose_answer_was_lost_is_found_after_stripe_forgot_its_key_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe, people=2)
    cancel(
        registration_id=registration.pk,
        numbers=[1],
        actor=Actor.OWNER,
        quoted_refund=640000,
        percent=0,
    )
    stripe.faults.add("POST /v1/refunds", "drop_after", times=3)
    stripe.faults.add("GET /v1/refunds", "drop", times=3)
    with pytest.raises(OutcomeUnknown):
        send_refunds()
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        run_chores()
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000]
    assert registration.balance_due() == 0


def test_refund_made_in_stripes_dashboard_is_adopted(offering: Offering, stripe: Simulator) -> None:
    registration = paid(offering, stripe)
    [charge_id] = stripe.charges
    stripe.dashboard_refund(charge_id, 100000)
    stripe.deliver()
    stripe.deliver()
    registration.refresh_from_db()
    assert ledger(registration)[2:] == [("refund", 100000)]
    assert registration.needs_attention
    assert letters(registration)[3:] == ["owner_refund_adopted", "refunded"]
    assert list(broken_invariants()) == []
    settle(registration_id=registration.pk, user=None)
    registration.refresh_from_db()
    assert not registration.needs_attention


def test_money_that_is_owed_is_not_settled_by_a_click(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid(offering, stripe)
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    with pytest.raises(MoveNotAllowed):
        settle(registration_id=registration.pk, user=None)


def test_calling_off_tells_first_and_then_pays_everybody_back_l5(
    offering: Offering, stripe: Simulator
) -> None:
    card = paid(offering, stripe, people=2)
    invoiced = make_invoiced(offering)
    waiting = make_registration(offering)
    start_checkout(registration_id=waiting.pk)
    told = [(c.registration, c.seats, c.refund) for c in consequences(offering)]
    assert told == [(card, 2, 1280000), (invoiced, 1, 0), (waiting, 1, 0)]
    assert call_off(offering_id=offering.pk, user=None) == 3
    assert call_off(offering_id=offering.pk, user=None) == 0
    send_refunds()
    for registration in (card, invoiced, waiting):
        registration.refresh_from_db()
        assert (registration.state, registration.balance_due()) == (State.CANCELLED, 0)
        assert letters(registration).count("called_off") == 1
    assert seats_held(offering) == 0
    assert list(broken_invariants()) == []


def test_calling_off_that_was_stopped_goes_on_by_the_chores_l5(
    offering: Offering, stripe: Simulator
) -> None:
    registrations = [make_invoiced(offering) for _ in range(3)]
    Offering.objects.filter(pk=offering.pk).update(status=Offering.Status.CALLED_OFF)
    assert run_chores()["called_off"].done == 3
    for registration in registrations:
        assert letters(registration).count("called_off") == 1


def test_late_money_goes_back_with_one_click_m1(offering: Offering, stripe: Simulator) -> None:
    registration = make_registration(offering)
    attempt = start_checkout(registration_id=registration.pk)
    stripe.pay_later(attempt.session_id)
    stripe.deliver()
    make_invoiced(offering, people=10)
    Registration.objects.filter(pk=registration.pk).update(state=State.EXPIRED, hold_until=None)
    take_price_back(registration)
    make_invoiced(offering, people=4)
    stripe.settle(attempt.session_id, succeeded=True)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.needs_attention, registration.balance_due()) == (True, -640000)
    give_money_back(registration_id=registration.pk, user=None)
    send_refunds()
    registration.refresh_from_db()
    assert (registration.needs_attention, registration.balance_due()) == (False, 0)
    assert list(broken_invariants()) == []
