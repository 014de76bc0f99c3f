"""Invoices by Stripe: from the draft to the bank, and credit notes."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe_simulator import BuyerError, NotSimulated, Simulator

from .conftest import NOW, Receiver

DAY = 24 * 60 * 60


@pytest.fixture
def customer(client: stripe.StripeClient) -> stripe.Customer:
    return client.v1.customers.create(
        params={
            "name": "Fjord kommune",
            "email": "faktura@fjord.example",
            "address": {"line1": "Torget 1", "postal_code": "0001", "city": "Oslo"},
            "preferred_locales": ["nb"],
        }
    )


@pytest.fixture
def vat(client: stripe.StripeClient) -> stripe.TaxRate:
    return client.v1.tax_rates.create(
        params={"display_name": "Mva.", "percentage": 25, "inclusive": False}
    )


def draft(client: stripe.StripeClient, customer: stripe.Customer, /, **more: Any) -> stripe.Invoice:
    return client.v1.invoices.create(
        params={
            "customer": customer.id,
            "collection_method": "send_invoice",
            "days_until_due": 14,
            "auto_advance": False,
            "currency": "nok",
            "custom_fields": [{"name": "Ordre", "value": "PO-17"}],
            "pending_invoice_items_behavior": "exclude",
            **more,
        }
    )


def add(
    client: stripe.StripeClient, invoice: stripe.Invoice, amount: int = 100_000, **more: Any
) -> stripe.InvoiceItem:
    return client.v1.invoice_items.create(
        params={
            "customer": str(invoice.customer),
            "invoice": invoice.id,
            "amount": amount,
            "currency": "nok",
            "description": "Kurs",
            **more,
        }
    )


@pytest.fixture
def sent(client: stripe.StripeClient, customer: stripe.Customer) -> stripe.Invoice:
    """An open invoice of 1000 kr."""
    invoice = draft(client, customer)
    add(client, invoice)
    return client.v1.invoices.send_invoice(invoice.id)


def test_from_draft_to_sent(
    client: stripe.StripeClient,
    customer: stripe.Customer,
    vat: stripe.TaxRate,
    receiver: Receiver,
    sim: Simulator,
) -> None:
    invoice = draft(client, customer)
    assert (invoice.status, invoice.number, invoice.total) == ("draft", None, 0)
    assert (invoice.customer_name, invoice.customer_email) == (
        "Fjord kommune",
        "faktura@fjord.example",
    )
    add(client, invoice, tax_rates=[vat.id])
    client.v1.invoice_items.create(
        params={
            "customer": customer.id,
            "invoice": invoice.id,
            "unit_amount_decimal": "35000",
            "quantity": 2,
            "currency": "nok",
        }
    )
    sim.advance(DAY)
    final = client.v1.invoices.finalize_invoice(invoice.id)
    assert final.status == "open"
    assert final.number == f"{customer.invoice_prefix}-0001"
    assert (final.subtotal, final.total_excluding_tax, final.total) == (170_000, 170_000, 195_000)
    assert [(one.amount, one.taxable_amount) for one in final.total_taxes] == [(25_000, 100_000)]
    assert (final.amount_due, final.amount_paid, final.amount_remaining) == (195_000, 0, 195_000)
    assert final.due_date == NOW + DAY + 14 * DAY
    assert final.custom_fields[0].value == "PO-17"
    assert str(final.hosted_invoice_url).endswith(f"/i/{invoice.id}")
    assert [line.amount for line in final.lines.data] == [100_000, 70_000]
    sent = client.v1.invoices.send_invoice(invoice.id)
    assert sent.status == "open"
    sim.deliver()
    assert receiver.types == [
        "invoice.created",
        "invoiceitem.created",
        "invoiceitem.created",
        "payment_intent.created",
        "invoice.finalized",
        "invoice.sent",
    ]


def test_sending_finalizes(sent: stripe.Invoice) -> None:
    assert (sent.status, sent.total) == ("open", 100_000)
    assert sent.status_transitions.finalized_at == NOW


def test_money_that_reaches_the_bank(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice, receiver: Receiver
) -> None:
    paid = client.v1.invoices.pay(sent.id, params={"paid_out_of_band": True})
    assert (paid.status, paid.amount_remaining) == ("paid", 0)
    assert (paid.amount_paid, paid.amount_paid_off_stripe) == (100_000, 100_000)
    assert sim.charges == {}
    sim.deliver()
    assert receiver.types[-1] == "invoice.paid"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.pay(sent.id, params={"paid_out_of_band": True})


def test_paying_on_the_page(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice, receiver: Receiver
) -> None:
    sim.decline_invoice(sent.id)
    assert sim.invoices[sent.id]["status"] == "open"
    sim.pay_invoice(sent.id)
    assert sim.invoices[sent.id]["status"] == "paid"
    (payment,) = client.v1.invoice_payments.list(
        params={"invoice": sent.id, "expand": ["data.payment.payment_intent"]}
    ).data
    assert (payment.status, payment.amount_paid) == ("paid", 100_000)
    assert payment.payment.payment_intent.status == "succeeded"
    by_intent = client.v1.invoice_payments.list(
        params={
            "payment": {
                "type": "payment_intent",
                "payment_intent": payment.payment.payment_intent.id,
            }
        }
    )
    assert [one.id for one in by_intent.data] == [payment.id]
    sim.deliver()
    assert receiver.types == [
        "charge.failed",
        "payment_intent.payment_failed",
        "invoice.payment_failed",
        "charge.succeeded",
        "payment_intent.succeeded",
        "charge.updated",
        "invoice_payment.paid",
        "invoice.paid",
        "invoice.payment_succeeded",
    ]
    with pytest.raises(BuyerError):
        sim.pay_invoice(sent.id)


def test_voiding(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice, customer: stripe.Customer
) -> None:
    assert client.v1.invoices.void_invoice(sent.id).status == "void"
    assert [one["status"] for one in sim.payment_intents.values()] == ["canceled"]
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.void_invoice(sent.id)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.void_invoice(draft(client, customer).id)


def test_overdue_is_said_once(sim: Simulator, sent: stripe.Invoice, receiver: Receiver) -> None:
    sim.advance(14 * DAY - 1)
    sim.deliver()
    assert receiver.types == []
    sim.advance(1)
    sim.advance(DAY)
    sim.deliver()
    assert receiver.types == ["invoice.overdue"]


def test_given_up(sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice) -> None:
    sim.mark_uncollectible(sent.id)
    assert client.v1.invoices.retrieve(sent.id).status == "uncollectible"
    assert client.v1.invoices.pay(sent.id, params={"paid_out_of_band": True}).status == "paid"


def test_nothing_owed_is_paid_at_once(
    client: stripe.StripeClient, customer: stripe.Customer, sim: Simulator
) -> None:
    invoice = client.v1.invoices.finalize_invoice(draft(client, customer).id)
    assert (invoice.status, invoice.total) == ("paid", 0)
    assert sim.payment_intents == {}


def test_crediting_an_open_invoice(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice
) -> None:
    note = client.v1.credit_notes.create(
        params={"invoice": sent.id, "amount": 40_000, "reason": "order_change", "memo": "Avbud"}
    )
    assert (note.status, note.type, note.total) == ("issued", "pre_payment", 40_000)
    assert note.number == f"{sent.number}-CN-01"
    invoice = client.v1.invoices.retrieve(sent.id, params={"expand": ["payments"]})
    assert (invoice.amount_due, invoice.amount_remaining) == (60_000, 60_000)
    assert [one.amount_requested for one in invoice.payments.data] == [60_000]
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.credit_notes.create(params={"invoice": sent.id, "amount": 60_001})
    client.v1.credit_notes.create(params={"invoice": sent.id, "amount": 60_000})
    assert client.v1.invoices.retrieve(sent.id).status == "paid"
    assert len(sim.credit_notes) == 2


def test_crediting_a_line_with_its_tax(
    client: stripe.StripeClient, customer: stripe.Customer, vat: stripe.TaxRate
) -> None:
    invoice = draft(client, customer)
    add(client, invoice, tax_rates=[vat.id])
    add(client, invoice, 50_000)
    final = client.v1.invoices.finalize_invoice(invoice.id)
    note = client.v1.credit_notes.create(
        params={
            "invoice": invoice.id,
            "lines": [{"type": "invoice_line_item", "invoice_line_item": final.lines.data[0].id}],
        }
    )
    assert (note.subtotal, note.total) == (100_000, 125_000)
    assert client.v1.invoices.retrieve(invoice.id).amount_remaining == 50_000


def test_crediting_a_paid_invoice_refunds(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice
) -> None:
    sim.pay_invoice(sent.id)
    params: dict[str, Any] = {"invoice": sent.id, "amount": 30_000}
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.credit_notes.create(params=params)
    note = client.v1.credit_notes.create(params={**params, "refund_amount": 30_000})
    assert (note.type, note.post_payment_amount) == ("post_payment", 30_000)
    (refund,) = sim.refunds.values()
    assert (note.refunds[0].refund, refund["amount"]) == (refund["id"], 30_000)
    assert sim.invoices[sent.id]["post_payment_credit_notes_amount"] == 30_000


def test_crediting_what_was_paid_at_the_bank(
    sim: Simulator, client: stripe.StripeClient, sent: stripe.Invoice
) -> None:
    client.v1.invoices.pay(sent.id, params={"paid_out_of_band": True})
    params: dict[str, Any] = {"invoice": sent.id, "amount": 100_000}
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.credit_notes.create(params={**params, "refund_amount": 100_000})
    note = client.v1.credit_notes.create(params={**params, "out_of_band_amount": 100_000})
    assert note.out_of_band_amount == 100_000
    assert sim.refunds == {}


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"days_until_due": ""}, "days_until_due"),
        ({"collection_method": "charge_automatically"}, "days_until_due"),
        ({"customer": "cus_1"}, "customer"),
        ({"custom_fields": [{"name": "n" * 41, "value": "v"}]}, "custom_fields[0][name]"),
        ({"custom_fields": [{"name": "n", "value": "v" * 141}]}, "custom_fields[0][value]"),
        ({"custom_fields": [{"name": str(n), "value": "v"} for n in range(5)]}, "custom_fields"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_drafts_that_are_refused(
    client: stripe.StripeClient, customer: stripe.Customer, changes: dict[str, Any], param: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        draft(client, customer, **changes)
    assert refusal.value.param == param


def test_a_customer_without_address_is_not_sent_to(client: stripe.StripeClient) -> None:
    nobody = client.v1.customers.create(params={"name": "Uten adresse"})
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        draft(client, nobody)
    assert refusal.value.param == "customer"


def test_automation_is_not_simulated(
    client: stripe.StripeClient, customer: stripe.Customer
) -> None:
    with pytest.raises(NotSimulated):
        draft(client, customer, auto_advance=True)


def test_a_sent_invoice_is_not_edited(client: stripe.StripeClient, sent: stripe.Invoice) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        add(client, sent)
    assert refusal.value.code == "invoice_not_editable"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.update(sent.id, params={"description": "Nytt"})
    changed = client.v1.invoices.update(sent.id, params={"metadata": {"a": "b"}})
    assert changed.metadata.to_dict() == {"a": "b"}


def test_a_draft_is_edited(client: stripe.StripeClient, customer: stripe.Customer) -> None:
    invoice = draft(client, customer, description="Gammelt")
    changed = client.v1.invoices.update(
        invoice.id, params={"description": "", "footer": "Takk", "days_until_due": 30}
    )
    assert (changed.description, changed.footer) == (None, "Takk")
    assert changed.due_date == NOW + 30 * DAY


def test_several_lines_at_once(client: stripe.StripeClient, customer: stripe.Customer) -> None:
    invoice = client.v1.invoices.add_lines(
        draft(client, customer).id,
        params={
            "lines": [
                {"amount": 10_000, "description": "Kurs"},
                {"amount": -2_000, "description": "Rabatt"},
            ]
        },
    )
    assert (invoice.total, len(invoice.lines.data)) == (8_000, 2)


def test_waiting_items_are_taken_up_when_wished(
    client: stripe.StripeClient, customer: stripe.Customer
) -> None:
    client.v1.invoice_items.create(
        params={"customer": customer.id, "amount": 5_000, "currency": "nok"}
    )
    assert draft(client, customer).total == 0
    taken = draft(client, customer, pending_invoice_items_behavior="include")
    assert client.v1.invoices.retrieve(taken.id).total == 5_000


def test_taxes_within_the_price(client: stripe.StripeClient, customer: stripe.Customer) -> None:
    within = client.v1.tax_rates.create(
        params={"display_name": "Moms", "percentage": 25, "inclusive": True}
    )
    invoice = draft(client, customer, default_tax_rates=[within.id])
    add(client, invoice, 100_000)
    final = client.v1.invoices.finalize_invoice(invoice.id)
    assert (final.total, final.total_excluding_tax) == (100_000, 80_000)
    assert [one.tax_behavior for one in final.total_taxes] == ["inclusive"]


def test_listing(client: stripe.StripeClient, sent: stripe.Invoice) -> None:
    invoices = client.v1.invoices
    assert [one.id for one in invoices.list(params={"status": "open"}).data] == [sent.id]
    assert invoices.list(params={"status": "paid"}).data == []
    due = invoices.list(params={"due_date": {"lte": NOW + 14 * DAY}})
    assert [one.id for one in due.data] == [sent.id]
    assert invoices.list(params={"due_date": {"lt": NOW + 14 * DAY}}).data == []


def test_customers_can_be_changed(client: stripe.StripeClient, customer: stripe.Customer) -> None:
    changed = client.v1.customers.update(customer.id, params={"phone": "", "name": "Fjell"})
    assert (changed.phone, changed.name) == (None, "Fjell")
    assert client.v1.customers.retrieve(customer.id).name == "Fjell"


def test_lists_that_find_what_was_made(
    client: stripe.StripeClient, customer: stripe.Customer, sent: stripe.Invoice
) -> None:
    other = client.v1.customers.create(params={"email": "else@fjord.example"})
    waiting = client.v1.invoice_items.create(
        params={"customer": customer.id, "amount": 500, "currency": "nok"}
    )
    note = client.v1.credit_notes.create(params={"invoice": sent.id, "amount": 1_000})
    assert [c.id for c in client.v1.customers.list().data] == [other.id, customer.id]
    found = client.v1.customers.list(params={"email": "else@fjord.example"})
    assert [c.id for c in found.data] == [other.id]
    assert client.v1.customers.list(params={"created": {"gt": NOW}}).data == []
    on_invoice = client.v1.invoice_items.list(params={"invoice": sent.id}).data
    assert [item.amount for item in on_invoice] == [100_000]
    pending = client.v1.invoice_items.list(params={"pending": True}).data
    assert [item.id for item in pending] == [waiting.id]
    assert client.v1.invoice_items.list(params={"customer": other.id}).data == []
    of_invoice = client.v1.credit_notes.list(params={"invoice": sent.id}).data
    assert [one.id for one in of_invoice] == [note.id]
    assert client.v1.credit_notes.list(params={"customer": other.id}).data == []
    assert client.v1.credit_notes.retrieve(note.id).amount == 1_000


def test_only_what_is_open_is_given_up(
    client: stripe.StripeClient, sent: stripe.Invoice, receiver: Receiver, sim: Simulator
) -> None:
    given_up = client.v1.invoices.mark_uncollectible(sent.id)
    assert given_up.status == "uncollectible"
    assert given_up.status_transitions.marked_uncollectible_at == NOW
    sim.deliver()
    assert receiver.types[-1] == "invoice.marked_uncollectible"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.invoices.mark_uncollectible(sent.id)
