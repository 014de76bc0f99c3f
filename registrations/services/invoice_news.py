"""What has become of an invoice at the invoicing service, applied here."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from registrations import stripe_gateway
from registrations.letters import write_letter
from registrations.letters.invoices import AboutInvoice
from registrations.models import (
    Actor,
    CreditNote,
    Invoice,
    LedgerLine,
    Letter,
    Registration,
)
from registrations.overpaid import owed_to_payer
from registrations.services.invoicing import (
    asked_by,
    invoice_difference,
    locked_invoice,
    missing,
    undo_write_off,
    written_off,
)
from registrations.services.moves import note
from registrations.stripe_gateway import CreditNoteState, InvoicePayment, InvoiceState

Status = Invoice.Status
Kind = LedgerLine.Kind

# An older answer that arrives later never takes a newer one back. What was given up here stays
# given up, though somebody voids it there.
RANK: Final = {
    Status.CREATED: 0,
    Status.OPEN: 1,
    Status.UNCOLLECTIBLE: 2,
    Status.FAILED: 3,
    Status.VOID: 2,
    Status.CREDITED: 4,
    Status.PAID: 4,
}


def sync(*, invoice_id: int) -> Invoice:
    """Ask what has become of an invoice and apply it. Safe at any time, any number of times.

    Webhook, chores and the owner's verbs all come here. Raises ``OutcomeUnknown`` when the service
    cannot be asked; then nothing has changed. An invoice that was never made is left as it is.
    """
    invoice = Invoice.objects.select_related("practice").get(pk=invoice_id)
    if not invoice.invoice_id:
        return invoice
    asked = {
        "account": stripe_gateway.account_of(invoice.practice.slug),
        "invoice_id": invoice.invoice_id,
    }
    state = stripe_gateway.retrieve_invoice(**asked)
    payments = stripe_gateway.payments_of_invoice(**asked) if state.amount_paid else []
    credited = state.credited_before_payment + state.credited_after_payment
    issued = invoice.credit_notes.filter(status=CreditNote.Status.ISSUED)
    if credited > sum(row.amount for row in issued):
        _adopt(invoice, stripe_gateway.credit_notes_of(**asked))
    return apply(invoice_id=invoice.pk, state=state, payments=payments)


@transaction.atomic
def apply(
    *,
    invoice_id: int,
    state: InvoiceState,
    payments: Sequence[InvoicePayment] = (),
    sent: bool = False,
) -> Invoice:
    """Apply what the service says of an invoice. What is paid stays paid, and is booked once."""
    registration, invoice = locked_invoice(invoice_id)
    owed_before = owed_to_payer(registration) if state.is_paid else 0
    _store(invoice, state)
    if sent and invoice.sent_at is None:
        invoice.sent_at = timezone.now()
        note(registration, action="invoice_sent", actor=Actor.STRIPE, why=invoice.number)
    after = _status_of(state)
    news = RANK[after] > RANK[Status(invoice.status)]
    if news:
        invoice.status = after
    invoice.save()
    _book_payments(registration, invoice, state, payments, owed_before=owed_before)
    if news and after == Status.UNCOLLECTIBLE:
        book_write_off(registration, invoice, actor=Actor.STRIPE)
    if news and after == Status.VOID:
        _voided(registration, invoice)
    return invoice


def book_write_off(
    registration: Registration, invoice: Invoice, *, actor: Actor, user: Any = None
) -> None:
    """Book what is still open as lost. The caller holds the locks."""
    rest = asked_by(invoice)
    if rest.gross > 0 and not invoice.ledger_lines.filter(kind=Kind.WRITTEN_OFF).exists():
        LedgerLine.objects.create(
            registration=registration,
            kind=Kind.WRITTEN_OFF,
            amount=-rest.gross,
            vat=-rest.vat,
            currency=invoice.currency,
            invoice=invoice,
        )
        note(registration, action="written_off", actor=actor, user=user, why=invoice.number)


def book_payment(
    registration: Registration,
    invoice: Invoice,
    *,
    kind: LedgerLine.Kind,
    amount: int,
    owed_before: int,
) -> None:
    """Money has come for an invoice, in minor units: each payment has its receipt, and the owner
    is told of what is too much. The caller holds the locks.

    ``owed_before`` is what was owed to the payer before this invoice was taken for paid.
    """
    line = LedgerLine.objects.create(
        registration=registration,
        kind=kind,
        amount=-amount,
        currency=invoice.currency,
        invoice=invoice,
    )
    undo_write_off(registration, invoice, written_off(invoice))
    if missing(registration).gross < 0:
        # Taken back while it was written off, or a credit note was refused: now it is credited.
        invoice_difference(registration)
    occasion = f"payment:{line.pk}"
    write_letter(
        registration,
        kind=Letter.Kind.INVOICE_PAID,
        occasion=occasion,
        about=AboutInvoice(invoice, amount),
    )
    too_much = owed_to_payer(registration)
    if too_much > owed_before:
        registration.needs_attention = True
        registration.save(update_fields=["needs_attention"])
        note(registration, action="needs_attention", actor=Actor.SYSTEM, why=str(invoice))
        write_letter(
            registration,
            kind=Letter.Kind.OWNER_INVOICE_TWICE,
            occasion=occasion,
            about=AboutInvoice(invoice, too_much),
        )


def _store(invoice: Invoice, state: InvoiceState) -> None:
    invoice.customer_id = state.customer_id
    invoice.invoice_id = state.id
    invoice.number = state.number
    invoice.address = state.hosted_invoice_url
    invoice.pdf_address = state.invoice_pdf
    invoice.due_at = state.due_at
    invoice.looked_at = timezone.now()


def _status_of(state: InvoiceState) -> Invoice.Status:
    if state.is_paid:
        return Status.PAID if state.amount_paid else Status.CREDITED
    return {
        "open": Status.OPEN,
        "void": Status.VOID,
        "uncollectible": Status.UNCOLLECTIBLE,
    }.get(state.status, Status.CREATED)


def _book_payments(
    registration: Registration,
    invoice: Invoice,
    state: InvoiceState,
    payments: Sequence[InvoicePayment],
    *,
    owed_before: int,
) -> None:
    """Book what came by card, and what somebody marked as paid at the service; each once."""
    if not state.is_paid:
        return
    by_card = [one for one in payments if one.status == "paid" and one.payment_intent_id]
    amount = sum(one.amount_paid for one in by_card)
    booked = set(invoice.ledger_lines.values_list("kind", flat=True))
    if amount and Kind.PAYMENT not in booked:
        invoice.payment_intent_id = by_card[0].payment_intent_id
        invoice.paid_on = invoice.paid_on or _today(registration)
        invoice.save(update_fields=["payment_intent_id", "paid_on"])
        note(registration, action="paid", actor=Actor.STRIPE, why=invoice.number)
        book_payment(
            registration, invoice, kind=Kind.PAYMENT, amount=amount, owed_before=owed_before
        )
        owed_before = owed_to_payer(registration)
    elsewhere = state.amount_paid - amount
    if elsewhere > 0 and Kind.BANK_PAYMENT not in booked:
        invoice.paid_on = invoice.paid_on or _today(registration)
        invoice.save(update_fields=["paid_on"])
        note(registration, action="bank_payment", actor=Actor.STRIPE, why=invoice.number)
        book_payment(
            registration,
            invoice,
            kind=Kind.BANK_PAYMENT,
            amount=elsewhere,
            owed_before=owed_before,
        )


def _voided(registration: Registration, invoice: Invoice) -> None:
    """Somebody withdrew it at the service; what is owed is owed all the same."""
    is_missed = missing(registration).gross > 0
    action = "invoice_voided" if is_missed else "invoice_not_missed"
    note(registration, action=action, actor=Actor.STRIPE, why=invoice.number)
    if is_missed:
        registration.needs_attention = True
        registration.save(update_fields=["needs_attention"])
        write_letter(
            registration,
            kind=Letter.Kind.OWNER_INVOICE_FAILED,
            occasion=str(invoice.idempotency_key),
            about=AboutInvoice(invoice),
        )


@transaction.atomic
def _adopt(invoice: Invoice, notes: Sequence[CreditNoteState]) -> None:
    """Take in credit notes that somebody made at the service; the owner decides what they mean."""
    registration, invoice = locked_invoice(invoice.pk)
    known = set(invoice.credit_notes.values_list("credit_note_id", flat=True))
    ours = {str(key) for key in invoice.credit_notes.values_list("idempotency_key", flat=True)}
    for state in notes:
        if state.id in known or state.credit_note_key in ours or state.status != "issued":
            continue
        CreditNote.objects.create(
            invoice=invoice,
            amount=state.amount,
            currency=state.currency,
            status=CreditNote.Status.ISSUED,
            credit_note_id=state.id,
            number=state.number,
            pdf_address=state.pdf,
        )
        note(registration, action="credit_note_adopted", actor=Actor.STRIPE, why=state.number)
        if missing(registration).gross or owed_to_payer(registration):
            registration.needs_attention = True
            registration.save(update_fields=["needs_attention"])


def _today(registration: Registration) -> date:
    return timezone.now().astimezone(registration.practice.zone).date()
