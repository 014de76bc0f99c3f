"""What the door to Stripe asks and gives: small facts of ours, or one of two errors."""

from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

import pytest

from registrations import stripe_gateway
from registrations.stripe_gateway import InvoiceState, OutcomeUnknown, Refused
from tests.stripe_simulator import Simulator

ACCOUNT = stripe_gateway.DEFAULT_ACCOUNT

# What our keys look like, wherever metadata has them.
INVOICE_1 = "00000000-0000-4000-8000-000000000001"
INVOICE_2 = "00000000-0000-4000-8000-000000000002"
NOTE_1 = "00000000-0000-4000-8000-000000000005"
NOTE_2 = "00000000-0000-4000-8000-000000000006"
NOTE_3 = "00000000-0000-4000-8000-000000000007"
ATTEMPT_1 = "00000000-0000-4000-8000-000000000008"
REFUND_1 = "00000000-0000-4000-8000-000000000009"
LINE_1 = "line-1"
LINE_2 = "line-2"


def make_customer(key: str = INVOICE_1) -> stripe_gateway.Customer:
    return stripe_gateway.create_customer(
        account=ACCOUNT,
        parameters={
            "name": "Fjord kommune",
            "email": "faktura@fjord.example",
            "metadata": {"invoice": key},
        },
        idempotency_key=f"customer-{key}",
    )


def make_draft(customer_id: str, key: str = INVOICE_1) -> InvoiceState:
    return stripe_gateway.create_invoice(
        account=ACCOUNT,
        parameters={
            "customer": customer_id,
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "auto_advance": False,
            "currency": "nok",
            "custom_fields": [{"name": "Ordre", "value": "PO-17"}],
            "pending_invoice_items_behavior": "exclude",
            "description": "Kurs",
            "footer": "Takk",
            "metadata": {"invoice": key},
        },
        idempotency_key=f"invoice-{key}",
    )


def add_item(invoice: InvoiceState, amount: int = 100_000, key: str = LINE_1) -> Any:
    return stripe_gateway.create_invoice_item(
        account=ACCOUNT,
        parameters={
            "customer": invoice.customer_id,
            "invoice": invoice.id,
            "amount": amount,
            "currency": "nok",
            "description": "Kurs",
            "metadata": {"line": key},
        },
        idempotency_key=f"item-{key}",
    )


@pytest.fixture
def sent(stripe: Simulator) -> InvoiceState:
    """An open invoice of 1000 kr."""
    draft = make_draft(make_customer().id)
    add_item(draft)
    return stripe_gateway.send_invoice(
        account=ACCOUNT, invoice_id=draft.id, idempotency_key="send-1"
    )


def paid_session(stripe: Simulator, amount: int = 50_000) -> stripe_gateway.CheckoutSession:
    session = stripe_gateway.create_checkout_session(
        account=ACCOUNT,
        parameters={
            "mode": "payment",
            "success_url": "https://site.test/paid",
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": "nok",
                        "unit_amount": amount,
                        "product_data": {"name": "Kurs"},
                    },
                }
            ],
            "payment_intent_data": {"metadata": {"attempt": ATTEMPT_1}},
        },
        idempotency_key=f"session-{amount}",
    )
    stripe.pay(session.id)
    return stripe_gateway.retrieve_checkout_session(account=ACCOUNT, session_id=session.id)


def charge_of(stripe: Simulator, payment_intent_id: str) -> str:
    return str(stripe.payment_intents[payment_intent_id]["latest_charge"])


def test_invoice_from_draft_to_paid_by_card(stripe: Simulator) -> None:
    customer = make_customer()
    assert customer.invoice_key == INVOICE_1
    draft = make_draft(customer.id)
    assert (draft.status, draft.number, draft.invoice_pdf) == ("draft", "", "")
    assert (draft.invoice_key, draft.customer_id) == (INVOICE_1, customer.id)
    item = add_item(draft)
    assert (item.amount, item.currency, item.line_key) == (100_000, "NOK", LINE_1)
    final = stripe_gateway.finalize_invoice(account=ACCOUNT, invoice_id=draft.id)
    assert (final.status, final.amount_due, final.currency) == ("open", 100_000, "NOK")
    assert final.number.endswith("-0001")
    assert final.hosted_invoice_url.endswith(f"/i/{draft.id}")
    assert final.invoice_pdf.endswith("/pdf")
    assert final.due_at is not None
    assert timedelta(days=13) < final.due_at - timezone.now() <= timedelta(days=14)
    sent = stripe_gateway.send_invoice(
        account=ACCOUNT, invoice_id=draft.id, idempotency_key="send-1"
    )
    assert sent.status == "open"
    stripe.pay_invoice(draft.id)
    paid = stripe_gateway.retrieve_invoice(account=ACCOUNT, invoice_id=draft.id)
    assert (paid.is_paid, paid.amount_paid, paid.amount_paid_elsewhere) == (True, 100_000, 0)
    (payment,) = stripe_gateway.payments_of_invoice(account=ACCOUNT, invoice_id=draft.id)
    assert (payment.status, payment.amount_paid, payment.invoice_id) == ("paid", 100_000, draft.id)
    assert stripe.payment_intents[payment.payment_intent_id]["status"] == "succeeded"
    found = stripe_gateway.invoice_of_payment(
        account=ACCOUNT, payment_intent_id=payment.payment_intent_id
    )
    assert found == draft.id


def test_invoice_items_of_the_customer_alone_stay_out(stripe: Simulator) -> None:
    customer = make_customer()
    draft = make_draft(customer.id)
    add_item(draft)
    stripe_gateway.create_invoice_item(
        account=ACCOUNT,
        parameters={"customer": customer.id, "amount": 5, "currency": "nok"},
        idempotency_key="elsewhere",
    )
    final = stripe_gateway.finalize_invoice(account=ACCOUNT, invoice_id=draft.id)
    assert final.total == 100_000
    items = stripe_gateway.items_of_invoice(account=ACCOUNT, invoice_id=draft.id)
    assert [one.line_key for one in items] == [LINE_1]


def test_lost_answers_are_found_again(stripe: Simulator) -> None:
    now = timezone.now()
    stripe.faults.add("POST /v1/customers", "drop_after", times=3)
    with pytest.raises(OutcomeUnknown):
        make_customer()
    customer = stripe_gateway.find_customer(account=ACCOUNT, invoice_key=INVOICE_1, made_at=now)
    assert customer is not None
    assert customer == make_customer()
    assert len(stripe.customers) == 1
    other = stripe_gateway.find_customer(account=ACCOUNT, invoice_key=INVOICE_2, made_at=now)
    assert other is None

    draft = make_draft(customer.id)
    found = stripe_gateway.find_invoice(
        account=ACCOUNT, customer_id=customer.id, invoice_key=INVOICE_1
    )
    assert found == draft == make_draft(customer.id)
    nothing = stripe_gateway.find_invoice(
        account=ACCOUNT, customer_id=customer.id, invoice_key=INVOICE_2
    )
    assert nothing is None

    item = add_item(draft)
    asked = {"account": ACCOUNT, "invoice_id": draft.id}
    assert stripe_gateway.find_invoice_item(**asked, line_key=LINE_1) == item
    assert stripe_gateway.find_invoice_item(**asked, line_key=LINE_2) is None


def test_money_that_reached_the_bank(stripe: Simulator, sent: InvoiceState) -> None:
    paid = stripe_gateway.pay_invoice_elsewhere(account=ACCOUNT, invoice_id=sent.id)
    assert (paid.is_paid, paid.amount_paid_elsewhere, paid.amount_remaining) == (True, 100_000, 0)
    (payment,) = stripe_gateway.payments_of_invoice(account=ACCOUNT, invoice_id=sent.id)
    assert (payment.status, payment.amount_paid) == ("canceled", 0)
    with pytest.raises(Refused):
        stripe_gateway.pay_invoice_elsewhere(account=ACCOUNT, invoice_id=sent.id)


def test_invoice_given_up_and_withdrawn(stripe: Simulator, sent: InvoiceState) -> None:
    given_up = stripe_gateway.mark_invoice_uncollectible(account=ACCOUNT, invoice_id=sent.id)
    assert (given_up.status, given_up.amount_remaining) == ("uncollectible", 100_000)
    with pytest.raises(Refused):
        stripe_gateway.mark_invoice_uncollectible(account=ACCOUNT, invoice_id=sent.id)
    void = stripe_gateway.void_invoice(account=ACCOUNT, invoice_id=sent.id)
    assert void.status == "void"
    with pytest.raises(Refused):
        stripe_gateway.send_invoice(account=ACCOUNT, invoice_id=sent.id, idempotency_key="send-2")


def credit(invoice: InvoiceState, key: str, **amounts: Any) -> stripe_gateway.CreditNoteState:
    return stripe_gateway.create_credit_note(
        account=ACCOUNT,
        parameters={"invoice": invoice.id, "metadata": {"credit_note": key}, **amounts},
        idempotency_key=f"credit-{key}",
    )


def test_credit_before_payment(stripe: Simulator, sent: InvoiceState) -> None:
    note = credit(sent, NOTE_1, amount=40_000)
    assert (note.status, note.amount, note.currency) == ("issued", 40_000, "NOK")
    assert (note.amount_before_payment, note.amount_after_payment) == (40_000, 0)
    assert note.credit_note_key == NOTE_1
    assert (note.number, note.refund_ids) == (f"{sent.number}-CN-01", ())
    assert stripe_gateway.retrieve_credit_note(account=ACCOUNT, credit_note_id=note.id) == note
    invoice = stripe_gateway.retrieve_invoice(account=ACCOUNT, invoice_id=sent.id)
    assert (invoice.amount_due, invoice.credited_before_payment) == (60_000, 40_000)


def test_credit_after_payment_by_card_or_bank(stripe: Simulator, sent: InvoiceState) -> None:
    stripe.pay_invoice(sent.id)
    by_card = credit(sent, NOTE_1, refund_amount=30_000)
    assert (by_card.amount_after_payment, by_card.out_of_band_amount) == (30_000, 0)
    (refund_id,) = by_card.refund_ids
    assert stripe_gateway.retrieve_refund(account=ACCOUNT, refund_id=refund_id).amount == 30_000
    by_bank = credit(sent, NOTE_2, amount=20_000, out_of_band_amount=20_000)
    assert (by_bank.out_of_band_amount, by_bank.refund_ids) == (20_000, ())
    asked = {"account": ACCOUNT, "invoice_id": sent.id}
    assert stripe_gateway.credit_notes_of(**asked) == [by_bank, by_card]
    assert stripe_gateway.find_credit_note(**asked, credit_note_key=NOTE_1) == by_card
    assert stripe_gateway.find_credit_note(**asked, credit_note_key=NOTE_3) is None
    with pytest.raises(Refused):
        credit(sent, NOTE_3, refund_amount=60_000)


def test_disputes(stripe: Simulator) -> None:
    payment_intent_id = paid_session(stripe).payment_intent_id
    charge_id = charge_of(stripe, payment_intent_id)
    dispute_id = stripe.dispute(charge_id, reason="fraudulent", amount=20_000)
    dispute = stripe_gateway.retrieve_dispute(account=ACCOUNT, dispute_id=dispute_id)
    assert (dispute.status, dispute.reason, dispute.is_closed) == (
        "needs_response",
        "fraudulent",
        False,
    )
    assert (dispute.amount, dispute.currency) == (20_000, "NOK")
    assert (dispute.payment_intent_id, dispute.charge_id) == (payment_intent_id, charge_id)
    assert dispute.made_at == datetime.fromtimestamp(stripe.disputes[dispute_id]["created"], UTC)
    of_payment = stripe_gateway.disputes_of(account=ACCOUNT, payment_intent_id=payment_intent_id)
    assert of_payment == [dispute]
    made = dispute.made_at
    between = stripe_gateway.disputes_between(account=ACCOUNT, since=made, until=made)
    assert between == []
    after = made + timedelta(seconds=1)
    assert stripe_gateway.disputes_between(account=ACCOUNT, since=made, until=after) == [dispute]
    stripe.close_dispute(dispute_id, won=False)
    lost = stripe_gateway.retrieve_dispute(account=ACCOUNT, dispute_id=dispute_id)
    assert (lost.status, lost.is_closed) == ("lost", True)


def test_payment_as_it_stands(stripe: Simulator) -> None:
    payment = stripe_gateway.retrieve_payment(
        account=ACCOUNT, payment_intent_id=paid_session(stripe).payment_intent_id
    )
    assert (payment.status, payment.amount_received, payment.currency) == (
        "succeeded",
        50_000,
        "NOK",
    )
    with pytest.raises(Refused):
        stripe_gateway.retrieve_payment(account=ACCOUNT, payment_intent_id="pi_unknown")


def test_movements_of_the_balance_know_their_payment(stripe: Simulator) -> None:
    began = timezone.now() - timedelta(seconds=1)
    payment_intent_id = paid_session(stripe).payment_intent_id
    charge_id = charge_of(stripe, payment_intent_id)
    refund = stripe_gateway.create_refund(
        account=ACCOUNT,
        parameters={
            "payment_intent": payment_intent_id,
            "amount": 10_000,
            "metadata": {"refund": REFUND_1},
        },
        idempotency_key=REFUND_1,
    )
    stripe.fail_refund(refund.id)
    dispute_id = stripe.dispute(charge_id)
    stripe.close_dispute(dispute_id, won=True)
    stripe.advance(4 * 24 * 60 * 60)
    payout_id = stripe.pay_out(settings.STRIPE_SECRET_KEY, "nok")
    until = timezone.now() + timedelta(days=5)
    moved = stripe_gateway.movements_between(account=ACCOUNT, since=began, until=until)
    told = [(m.category, m.source_amount, m.source_id, m.payment_intent_id) for m in moved]
    net = sum(m.net for m in moved if not m.is_payout)
    assert told == [
        ("payout", -net, payout_id, ""),
        ("dispute_reversal", 50_000, dispute_id, payment_intent_id),
        ("dispute", -50_000, dispute_id, payment_intent_id),
        ("refund_failure", 10_000, refund.id, payment_intent_id),
        ("refund", -10_000, refund.id, payment_intent_id),
        ("charge", 50_000, charge_id, payment_intent_id),
    ]
    charge = moved[-1]
    assert (charge.attempt_key, charge.refund_key) == (ATTEMPT_1, "")
    assert (charge.amount, charge.fee, charge.net) == (50_000, 1_400, 48_600)
    assert (charge.currency, charge.source_currency, charge.type) == ("NOK", "NOK", "charge")
    assert [m.refund_key for m in moved[3:5]] == [REFUND_1, REFUND_1]
    assert [m.is_payout for m in moved] == [True, False, False, False, False, False]
    assert all(began <= m.made_at < until for m in moved)


def test_the_end_of_a_period_is_not_part_of_it(stripe: Simulator) -> None:
    paid_session(stripe)
    (made,) = (one["created"] for one in stripe.balance_transactions.values())
    moment = datetime.fromtimestamp(made, UTC)
    second, day = timedelta(seconds=1), timedelta(days=1)
    between = stripe_gateway.movements_between
    assert len(between(account=ACCOUNT, since=moment, until=moment + second)) == 1
    assert between(account=ACCOUNT, since=moment - day, until=moment) == []
    assert between(account=ACCOUNT, since=moment + second, until=moment + day) == []


def test_money_changed_by_stripe_shows_what_the_buyer_paid(stripe: Simulator) -> None:
    paid_session(stripe)
    (transaction,) = stripe.balance_transactions.values()
    transaction.update(amount=4_300, net=4_200, fee=100, currency="eur", exchange_rate=0.086)
    since = timezone.now() - timedelta(days=1)
    (moved,) = stripe_gateway.movements_between(
        account=ACCOUNT, since=since, until=since + timedelta(days=2)
    )
    assert (moved.amount, moved.currency) == (4_300, "EUR")
    assert (moved.source_amount, moved.source_currency) == (50_000, "NOK")


def test_silence_is_no_answer(stripe: Simulator, sent: InvoiceState) -> None:
    stripe.faults.add("POST /v1/invoices/*/void", "drop", times=3)
    with pytest.raises(OutcomeUnknown):
        stripe_gateway.void_invoice(account=ACCOUNT, invoice_id=sent.id)
    now = timezone.now()
    stripe.faults.add("GET /v1/balance_transactions", "error_500", times=3)
    with pytest.raises(OutcomeUnknown):
        stripe_gateway.movements_between(account=ACCOUNT, since=now, until=now)
