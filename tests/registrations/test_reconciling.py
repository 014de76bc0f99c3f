"""Comparing Stripe's books with the ledger: what heals, and what is said."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.models import (
    Dispute,
    LedgerLine,
    PaymentAttempt,
    Refund,
    Registration,
)
from registrations.services.reconciling import (
    CannotAsk,
    Difference,
    Money,
    Reconciliation,
    What,
    reconcile,
)
from registrations.services.refunds import order_refunds, perform
from registrations.states import State
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_invoiced, make_offering, make_practice
from tests.invoiced import sent
from tests.registrations.payers import charge_of, checked_out, paid, paid_past_us, sdk_client
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def compare(practice: Practice | None = None) -> Reconciliation:
    now = timezone.now()
    return reconcile(since=now - DAY, until=now + DAY, practice=practice)


def test_nothing_happened(offering: Offering, stripe: Simulator) -> None:
    assert compare() == Reconciliation()


def test_payment_and_refund_that_agree(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    stripe.dashboard_refund(charge_of(stripe, attempt), 40_000)
    stripe.deliver()
    calls = len(stripe.calls)
    assert compare() == Reconciliation(compared=2)
    assert len(stripe.calls) == calls + 1


def test_payment_whose_webhook_was_dropped_is_healed(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe, told=False)
    assert attempt.status == PaymentAttempt.Status.OPEN
    assert compare() == Reconciliation(compared=1)
    registration = Registration.objects.get()
    assert (registration.state, registration.balance_due()) == (State.CONFIRMED, 0)
    assert compare() == Reconciliation(compared=1)
    assert LedgerLine.objects.filter(kind="payment").count() == 1


def test_payment_whose_checkout_was_never_answered_is_healed(
    offering: Offering, stripe: Simulator
) -> None:
    attempt = checked_out(offering)
    stripe.pay(attempt.session_id)
    PaymentAttempt.objects.update(session_id=None, status="created", payment_intent_id="")
    assert compare().differences == []
    assert Registration.objects.get().state == State.CONFIRMED


def test_payment_made_past_us_is_a_difference(offering: Offering, stripe: Simulator) -> None:
    intent = paid_past_us(stripe)
    assert compare().differences == [
        Difference(What.PAYMENT, "", intent, "", Money(12_300, "NOK"), None)
    ]


@pytest.mark.parametrize("key", ["nonsense", "0" * 36, "6e1c1f3a-76a5-4c09-9a1c-6a3f6e7d9f10"])
def test_a_key_that_is_not_ours_is_nobodys(offering: Offering, stripe: Simulator, key: str) -> None:
    intent = paid_past_us(stripe, payment_intent_data={"metadata": {"attempt": key}})
    sdk_client(stripe).v1.refunds.create(
        {"payment_intent": intent, "amount": 300, "metadata": {"refund": key}}
    )
    assert [one.at_stripe for one in compare().differences] == [
        Money(12_300, "NOK"),
        Money(-300, "NOK"),
    ]


def test_refund_made_in_the_dashboard_is_adopted(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    stripe.dashboard_refund(charge_of(stripe, attempt), 40_000)
    assert compare() == Reconciliation(compared=2)
    registration = Registration.objects.get()
    assert registration.needs_attention
    assert registration.letters.filter(kind="owner_refund_adopted").count() == 1
    assert list(registration.ledger.values_list("kind", "amount")) == [
        ("price", 640000),
        ("payment", -640000),
        ("refund", 40000),
    ]


def test_payment_and_its_refund_both_unheard_of(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe, told=False)
    stripe.dashboard_refund(charge_of(stripe, attempt), 40_000)
    assert compare() == Reconciliation(compared=2)
    assert Refund.objects.get().status == Refund.Status.SUCCEEDED


def test_refund_of_a_payment_made_past_us(offering: Offering, stripe: Simulator) -> None:
    intent = paid_past_us(stripe)
    refund_id = stripe.dashboard_refund(str(stripe.payment_intents[intent]["latest_charge"]))
    refunded = compare().differences[1]
    assert refunded == Difference(What.REFUND, "", refund_id, "", Money(-12_300, "NOK"), None)


def test_pending_refund_is_no_difference_until_it_fails(
    offering: Offering, stripe: Simulator
) -> None:
    attempt = checked_out(offering)
    stripe.pay_later(attempt.session_id)
    stripe.settle(attempt.session_id)
    stripe.deliver()
    refund_id = stripe.dashboard_refund(charge_of(stripe, attempt))
    assert compare() == Reconciliation(compared=2)
    assert Refund.objects.get().status == Refund.Status.PENDING
    stripe.fail_refund(refund_id)
    assert compare() == Reconciliation(compared=3)
    assert Refund.objects.get().status == Refund.Status.FAILED
    assert LedgerLine.objects.filter(kind="refund_failed").count() == 1


def test_refund_that_failed_before_we_heard_of_it(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    stripe.fail_refund(stripe.dashboard_refund(charge_of(stripe, attempt)))
    assert compare() == Reconciliation(compared=3)
    assert Refund.objects.get().status == Refund.Status.FAILED
    assert not LedgerLine.objects.filter(kind__startswith="refund").exists()


def test_refund_whose_answer_was_lost_is_healed(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    registration = attempt.registration
    stripe.faults.add("POST /v1/refunds", "drop_after", times=3)
    stripe.faults.add("GET /v1/refunds", "drop", times=3)
    with transaction.atomic():
        (refund,) = order_refunds(registration, amount=1_000)
    with pytest.raises(OutcomeUnknown):
        perform(refund_id=refund.pk)
    assert (refund.status, refund.refund_id) == (Refund.Status.CREATED, None)
    assert compare() == Reconciliation(compared=2)
    refund.refresh_from_db()
    assert (refund.status, refund.refund_id) == (
        Refund.Status.SUCCEEDED,
        next(iter(stripe.refunds)),
    )


def test_amounts_that_differ(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    (transaction,) = stripe.balance_transactions.values()
    transaction["amount"] -= 100
    reference = Registration.objects.get().reference
    assert compare().differences == [
        Difference(
            What.PAYMENT,
            "",
            attempt.payment_intent_id,
            reference,
            Money(639_900, "NOK"),
            Money(640_000, "NOK"),
        )
    ]


def test_money_that_stripe_never_had(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    stripe.balance_transactions.clear()
    assert compare() == Reconciliation(compared=1)
    PaymentAttempt.objects.update(payment_intent_id="pi_unknown")
    reference = attempt.registration.reference
    assert compare().differences == [
        Difference(What.PAYMENT, "", "pi_unknown", reference, None, Money(640_000, "NOK"))
    ]


def test_dispute_of_which_no_webhook_told_is_taken_into_the_ledger(
    offering: Offering, stripe: Simulator
) -> None:
    attempt = paid(offering, stripe)
    dispute_id = stripe.dispute(charge_of(stripe, attempt))
    assert compare() == Reconciliation(compared=2)
    stripe.close_dispute(dispute_id, won=True)
    assert compare() == Reconciliation(compared=3)
    lines = attempt.registration.ledger.filter(dispute__dispute_id=dispute_id)
    assert list(lines.order_by("pk").values_list("kind", "amount")) == [
        ("disputed", 640_000),
        ("dispute_won", -640_000),
    ]


def booked_dispute(stripe: Simulator, attempt: PaymentAttempt) -> Dispute:
    """A dispute of the whole payment that stands in the ledger."""
    made = Dispute.objects.create(
        registration=attempt.registration,
        payment_attempt=attempt,
        dispute_id=stripe.dispute(charge_of(stripe, attempt)),
        status="needs_response",
        amount=640_000,
        currency="NOK",
        looked_at=timezone.now(),
    )
    book(made, kind="disputed", amount=640_000)
    return made


def book(dispute: Dispute, *, kind: str, amount: int) -> None:
    LedgerLine.objects.create(
        registration=dispute.registration,
        kind=kind,
        amount=amount,
        currency="NOK",
        dispute=dispute,
    )


def test_dispute_won_in_the_ledger_alone(offering: Offering, stripe: Simulator) -> None:
    attempt = paid(offering, stripe)
    dispute = booked_dispute(stripe, attempt)
    book(dispute, kind="dispute_won", amount=-640_000)
    reference = attempt.registration.reference
    won = What.DISPUTE_WON, "", dispute.dispute_id, reference
    stripe.balance_transactions.clear()
    found = compare()
    assert found.differences == [Difference(*won, None, Money(640_000, "NOK"))]
    assert found.compared == 3


def test_invoice_paid_by_card_of_which_no_webhook_told_is_healed(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe.pay_invoice(registration.invoices.get().invoice_id)
    assert compare() == Reconciliation(compared=1)
    assert (registration.balance_due(), registration.invoices.get().status) == (0, "paid")
    assert compare() == Reconciliation(compared=1)


def test_what_reached_the_bank_is_not_asked_of_stripe(
    offering: Offering, stripe: Simulator
) -> None:
    LedgerLine.objects.create(
        registration=make_invoiced(offering), kind="bank_payment", amount=-640_000, currency="NOK"
    )
    assert compare() == Reconciliation()


def test_payouts_are_named_and_not_compared(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe)
    stripe.advance(int(4 * DAY.total_seconds()))
    stripe.pay_out(settings.STRIPE_SECRET_KEY, "nok")
    now = timezone.now()
    found = reconcile(since=now - DAY, until=now + 5 * DAY)
    assert (found.differences, found.compared, dict(found.left_out)) == ([], 1, {"payout": 1})


def test_practices_with_accounts_of_their_own(
    practice: Practice, offering: Offering, stripe: Simulator, settings: Any
) -> None:
    settings.STRIPE_PRACTICE_KEYS = {"havlys": "sk_test_havlys"}
    other = make_practice("havlys", hostname="havlys.test", default=False)
    abroad = make_offering(other)
    paid(offering, stripe, told=False)
    theirs = paid(abroad, stripe, told=False)
    assert compare(other) == Reconciliation(compared=1)
    theirs.refresh_from_db()
    assert theirs.status == PaymentAttempt.Status.PAID
    paid_past_us(stripe)
    everything = compare()
    assert [one.account for one in everything.differences] == [""]
    assert everything.compared == 3


def test_practices_that_share_an_account(
    practice: Practice, offering: Offering, stripe: Simulator
) -> None:
    other = make_practice("havlys", hostname="havlys.test", default=False)
    paid(offering, stripe)
    theirs = paid(make_offering(other), stripe)
    stripe.dispute(charge_of(stripe, theirs))
    assert compare(practice) == Reconciliation(compared=1)
    assert compare(other) == Reconciliation(compared=2)
    assert Dispute.objects.get().registration == theirs.registration
    paid_past_us(stripe)
    assert [one.reference for one in compare(practice).differences] == [""]


def test_an_account_of_its_own_cannot_adopt_into_anothers(
    practice: Practice, offering: Offering, stripe: Simulator, settings: Any
) -> None:
    settings.STRIPE_PRACTICE_KEYS = {"havlys": "sk_test_havlys"}
    other = make_practice("havlys", hostname="havlys.test", default=False)
    attempt = paid(offering, stripe, told=False)
    forged = {"metadata": {"attempt": str(attempt.idempotency_key)}}
    paid_past_us(stripe, key="sk_test_havlys", payment_intent_data=forged)
    assert [one.at_stripe for one in compare(other).differences] == [Money(12_300, "NOK")]
    attempt.refresh_from_db()
    assert attempt.status == PaymentAttempt.Status.OPEN
    assert [one.at_stripe for one in compare().differences] == [Money(12_300, "NOK")]


def test_borders_of_the_period(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe)
    (transaction,) = stripe.balance_transactions.values()
    at_stripe = datetime.fromtimestamp(transaction["created"], UTC)
    booked = LedgerLine.objects.get(kind="payment").booked_at
    second = timedelta(seconds=1)

    def compared(since: datetime, until: datetime) -> tuple[int, list[Difference]]:
        found = reconcile(since=since, until=until)
        return found.compared, found.differences

    assert compared(at_stripe, booked + second) == (1, [])
    assert compared(booked + second, booked + DAY) == (0, [])
    assert compared(at_stripe - DAY, at_stripe) == (0, [])
    # Booked here after midnight, at Stripe before it: on either side nothing is missing.
    transaction["created"] -= 3600
    hour = timedelta(hours=1)
    assert compared(at_stripe - hour, booked) == (1, [])
    assert compared(booked, booked + second) == (1, [])


def test_more_movements_than_a_page_holds(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe, told=False)
    for number in range(130):
        paid_past_us(stripe, amount=1_000 + number)
    found = compare()
    assert found.compared == 131
    assert sorted(one.at_stripe.amount for one in found.differences if one.at_stripe) == list(
        range(1_000, 1_130)
    )
    assert Registration.objects.get().state == State.CONFIRMED


def test_silence_is_not_agreement(offering: Offering, stripe: Simulator) -> None:
    paid(offering, stripe, told=False)
    stripe.faults.add("GET /v1/balance_transactions", "drop", times=None)
    with pytest.raises(CannotAsk):
        compare()
    stripe.faults.clear()
    stripe.faults.add("GET /v1/checkout/sessions/*", "error_500", times=None)
    with pytest.raises(CannotAsk):
        compare()
    assert not LedgerLine.objects.filter(kind="payment").exists()
