"""Invoices by Stripe Invoicing: draft, items, sent, and what became of them.

A step that changes an invoice's state is ``Refused`` where the state does not allow it, as after
a step whose answer was lost: retrieve the invoice then, and see.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .client import answers, client_for
from .reading import field, id_of, key_in, moment, word_in


@dataclass(frozen=True)
class InvoiceState:
    """An invoice as it stands at Stripe now; amounts in minor units.

    ``amount_due`` is what was asked, less what was credited before it was paid, and stays when it
    is paid; ``amount_remaining`` is what is still missing.
    """

    id: str
    status: str  # draft, open, paid, uncollectible, void
    number: str  # "" for a draft
    customer_id: str
    total: int
    amount_due: int
    amount_paid: int
    amount_paid_elsewhere: int  # of amount_paid, what was marked as paid by another way
    amount_remaining: int
    credited_before_payment: int
    credited_after_payment: int
    currency: str
    due_at: datetime | None
    hosted_invoice_url: str  # "" for a draft
    invoice_pdf: str
    invoice_key: str  # metadata.invoice

    @property
    def is_paid(self) -> bool:
        return self.status == "paid"


@dataclass(frozen=True)
class InvoiceItem:
    """A line of an invoice; ``line_key`` is ``metadata.line``."""

    id: str
    amount: int
    currency: str
    line_key: str


@dataclass(frozen=True)
class InvoicePayment:
    """A payment that an invoice asked for."""

    id: str
    status: str  # open, paid, canceled
    invoice_id: str
    payment_intent_id: str  # "" for money that did not come through Stripe
    amount_requested: int
    amount_paid: int
    currency: str


def create_invoice(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> InvoiceState:
    """Make a draft, or find again the one that the same key and parameters made."""
    with answers():
        invoice = client_for(account).v1.invoices.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(invoice)


def find_invoice(*, account: str, customer_id: str, invoice_key: str) -> InvoiceState | None:
    """Look for our invoice among those of its customer."""
    with answers():
        invoices = client_for(account).v1.invoices.list({"customer": customer_id, "limit": 100})
        for invoice in invoices.auto_paging_iter():
            if key_in(invoice, "invoice") == invoice_key:
                return _read(invoice)
    return None


def retrieve_invoice(*, account: str, invoice_id: str) -> InvoiceState:
    with answers():
        return _read(client_for(account).v1.invoices.retrieve(invoice_id))


def create_invoice_item(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> InvoiceItem:
    with answers():
        item = client_for(account).v1.invoice_items.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read_item(item)


def items_of_invoice(*, account: str, invoice_id: str) -> list[InvoiceItem]:
    with answers():
        items = client_for(account).v1.invoice_items.list({"invoice": invoice_id, "limit": 100})
        return [_read_item(item) for item in items.auto_paging_iter()]


def find_invoice_item(*, account: str, invoice_id: str, line_key: str) -> InvoiceItem | None:
    """Look for our line among those of its invoice."""
    for item in items_of_invoice(account=account, invoice_id=invoice_id):
        if item.line_key == line_key:
            return item
    return None


def finalize_invoice(*, account: str, invoice_id: str) -> InvoiceState:
    """Give a draft its number; from now on it is owed. Nothing is sent and nothing collected."""
    invoices = client_for(account).v1.invoices
    return _step(lambda: invoices.finalize_invoice(invoice_id, {"auto_advance": False}))


def send_invoice(*, account: str, invoice_id: str, idempotency_key: str) -> InvoiceState:
    """Have Stripe send it, once for the same key; a draft is finalized first."""
    invoices = client_for(account).v1.invoices
    return _step(
        lambda: invoices.send_invoice(invoice_id, options={"idempotency_key": idempotency_key})
    )


def pay_invoice_elsewhere(*, account: str, invoice_id: str) -> InvoiceState:
    """Mark as paid what reached the bank by another way."""
    invoices = client_for(account).v1.invoices
    return _step(lambda: invoices.pay(invoice_id, {"paid_out_of_band": True}))


def void_invoice(*, account: str, invoice_id: str) -> InvoiceState:
    """Withdraw it; its number stays used."""
    invoices = client_for(account).v1.invoices
    return _step(lambda: invoices.void_invoice(invoice_id))


def mark_invoice_uncollectible(*, account: str, invoice_id: str) -> InvoiceState:
    """Give it up as a loss; it may still be paid or voided."""
    invoices = client_for(account).v1.invoices
    return _step(lambda: invoices.mark_uncollectible(invoice_id))


def payments_of_invoice(*, account: str, invoice_id: str) -> list[InvoicePayment]:
    """What was asked and paid through Stripe; what was paid elsewhere has no payment intent."""
    with answers():
        payments = client_for(account).v1.invoice_payments.list(
            {"invoice": invoice_id, "limit": 100}
        )
        return [_read_payment(payment) for payment in payments.auto_paging_iter()]


def invoice_of_payment(*, account: str, payment_intent_id: str) -> str:
    """The id of the invoice that a payment belongs to; "" where it belongs to none."""
    with answers():
        payments = client_for(account).v1.invoice_payments.list(
            {"payment": {"type": "payment_intent", "payment_intent": payment_intent_id}}
        )
    return id_of(payments.data[0].invoice) if payments.data else ""


def _step(step: Callable[[], Any]) -> InvoiceState:
    with answers():
        return _read(step())


def _read(invoice: Any) -> InvoiceState:
    due = field(invoice, "due_date")
    return InvoiceState(
        id=invoice.id,
        status=invoice.status,
        number=field(invoice, "number") or "",
        customer_id=id_of(invoice.customer),
        total=invoice.total,
        amount_due=invoice.amount_due,
        amount_paid=invoice.amount_paid,
        amount_paid_elsewhere=field(invoice, "amount_paid_off_stripe") or 0,
        amount_remaining=invoice.amount_remaining,
        credited_before_payment=invoice.pre_payment_credit_notes_amount,
        credited_after_payment=invoice.post_payment_credit_notes_amount,
        currency=invoice.currency.upper(),
        due_at=moment(due) if due else None,
        hosted_invoice_url=field(invoice, "hosted_invoice_url") or "",
        invoice_pdf=field(invoice, "invoice_pdf") or "",
        invoice_key=key_in(invoice, "invoice"),
    )


def _read_item(item: Any) -> InvoiceItem:
    return InvoiceItem(
        id=item.id,
        amount=item.amount,
        currency=item.currency.upper(),
        line_key=word_in(item, "line"),
    )


def _read_payment(payment: Any) -> InvoicePayment:
    return InvoicePayment(
        id=payment.id,
        status=payment.status,
        invoice_id=id_of(payment.invoice),
        payment_intent_id=id_of(field(payment.payment, "payment_intent")),
        amount_requested=payment.amount_requested,
        amount_paid=field(payment, "amount_paid") or 0,
        currency=payment.currency.upper(),
    )
