"""Credit notes at the invoicing service: each made once, in the way that the invoice asks for."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from registrations import stripe_gateway
from registrations.letters import write_letter
from registrations.letters.invoices import AboutInvoice
from registrations.models import Actor, CreditNote, Invoice, Letter, Refund, Registration
from registrations.overpaid import owed_to_payer
from registrations.services import refunds
from registrations.services.invoice_contents import credit_memo
from registrations.services.invoice_news import sync
from registrations.services.invoicing import locked_invoice
from registrations.services.moves import note
from registrations.stripe_gateway import CreditNoteState, OutcomeUnknown, RefundState, Refused

Status = CreditNote.Status


def perform(*, credit_note_id: int) -> CreditNote:
    """Send an ordered credit note, or learn what became of it. Safe any number of times.

    An open invoice asks for less by it; of a paid one the money goes back: to the card what came
    by card, and for the rest the owner is told to pay it back from the bank. Raises
    ``OutcomeUnknown`` when the service does not say; the chores try again.
    """
    row = _decided(credit_note_id)
    if row.status != Status.CREATED:
        return row
    state = _created_or_found(row)
    if state is None:
        # Refused for sure. Perhaps it was paid meanwhile, and is to be credited in another way.
        again = _decided(credit_note_id, refused=row.idempotency_key)
        if again.status != Status.CREATED:
            return again
        same_way = _way(again.parameters) == _way(row.parameters)
        state = None if same_way else _created_or_found(again)
    if state is None:
        return _give_up(credit_note_id)
    account = _account(row)
    made = [
        stripe_gateway.retrieve_refund(account=account, refund_id=refund_id)
        for refund_id in state.refund_ids
    ]
    return apply(credit_note_id=credit_note_id, state=state, made=made)


@transaction.atomic
def apply(*, credit_note_id: int, state: CreditNoteState, made: list[RefundState]) -> CreditNote:
    """Apply what the service made of a credit note, with the refunds that it made along with it."""
    registration, row = _locked(credit_note_id)
    if row.status != Status.CREATED:
        return row
    owed_before = owed_to_payer(registration)
    row.status = Status.ISSUED
    row.credit_note_id = state.id
    row.number = state.number
    row.pdf_address = state.pdf
    row.save()
    note(registration, action="credit_note_sent", actor=Actor.STRIPE, why=row.number)
    for one in made:
        refund = Refund.objects.filter(refund_id=one.id).first() or Refund.objects.create(
            registration=registration,
            invoice=row.invoice,
            credit_note=row,
            amount=one.amount,
            currency=row.currency,
            refund_id=one.id,
        )
        refunds.apply(refund_id=refund.pk, state=one)
    registration.refresh_from_db(fields=["needs_attention"])
    owed = owed_to_payer(registration)
    # Also where it was made of an open invoice there, while more than that had come into the bank.
    if owed and (state.out_of_band_amount or owed > owed_before):
        _have_paid_back_by_bank(registration, row, owed=owed)
    return row


def _decided(credit_note_id: int, *, refused: uuid.UUID | None = None) -> CreditNote:
    """With the parameters that are sent, stored before the first call.

    Where they were refused for sure under that key, it gets others and another key, once.
    """
    row = CreditNote.objects.select_related("invoice__registration__practice").get(
        pk=credit_note_id
    )
    if row.status != Status.CREATED or (row.parameters and refused is None):
        return row
    return _decide(credit_note_id, refused=refused, is_paid=_is_paid(row))


def _is_paid(row: CreditNote) -> bool:
    """Whether the service takes its invoice for paid; then we know of the payment, too."""
    invoice_id = row.invoice.invoice_id
    if invoice_id is None:
        return False
    state = stripe_gateway.retrieve_invoice(account=_account(row), invoice_id=invoice_id)
    if state.is_paid:
        sync(invoice_id=row.invoice_id)
    return state.is_paid


@transaction.atomic
def _decide(credit_note_id: int, *, refused: uuid.UUID | None, is_paid: bool) -> CreditNote:
    registration, row = _locked(credit_note_id)
    if row.status != Status.CREATED:
        return row
    invoice = row.invoice
    if invoice.status not in (Invoice.Status.OPEN, Invoice.Status.PAID):
        # It asks nobody for anything any more, so there is nothing to take back.
        row.status = Status.FAILED
        row.save(update_fields=["status"])
        note(registration, action="credit_note_dropped", actor=Actor.SYSTEM)
        return row
    if row.idempotency_key == refused or not row.parameters:
        row.idempotency_key = uuid.uuid4()
        row.parameters = _parameters(row, is_paid=is_paid)
        row.begun_at = timezone.now()
        row.save(update_fields=["idempotency_key", "parameters", "begun_at"])
    return row


def _parameters(row: CreditNote, *, is_paid: bool) -> dict[str, Any]:
    invoice = row.invoice
    parameters: dict[str, Any] = {
        "invoice": invoice.invoice_id,
        "amount": row.amount,
        "memo": credit_memo(row),
        "metadata": {
            "credit_note": str(row.idempotency_key),
            "registration": invoice.registration.reference,
        },
    }
    if is_paid:
        to_card = min(row.amount, refunds.refundable(invoice))
        if to_card:
            parameters["refund_amount"] = to_card
        if row.amount > to_card:
            parameters["out_of_band_amount"] = row.amount - to_card
    return parameters


def _way(parameters: dict[str, Any]) -> dict[str, Any]:
    return {key: parameters.get(key) for key in ("refund_amount", "out_of_band_amount")}


def _created_or_found(row: CreditNote) -> CreditNoteState | None:
    """Ask with the stored key and parameters; None when it was refused and is not there."""
    age = timezone.now() - (row.begun_at or row.made_at)
    if age >= stripe_gateway.KEY_IS_KNOWN_FOR and (found := _find(row)) is not None:
        return found
    try:
        return stripe_gateway.create_credit_note(
            account=_account(row),
            parameters=row.parameters,
            idempotency_key=str(row.idempotency_key),
        )
    except Refused:
        return _find(row)
    except OutcomeUnknown:
        found = _find(row) if age >= stripe_gateway.LOOK_AFTER else None
        if found is None:
            raise
        return found


def _find(row: CreditNote) -> CreditNoteState | None:
    return stripe_gateway.find_credit_note(
        account=_account(row),
        invoice_id=row.invoice.invoice_id or "",
        credit_note_key=str(row.idempotency_key),
    )


@transaction.atomic
def _give_up(credit_note_id: int) -> CreditNote:
    registration, row = _locked(credit_note_id)
    if row.status == Status.CREATED:
        row.status = Status.FAILED
        row.save(update_fields=["status"])
        registration.needs_attention = True
        registration.save(update_fields=["needs_attention"])
        why = gettext_noop("Stripe refused the credit note.")
        note(registration, action="credit_note_failed", actor=Actor.STRIPE, why=why)
        write_letter(
            registration,
            kind=Letter.Kind.OWNER_CREDIT_FAILED,
            occasion=str(row.idempotency_key),
            about=AboutInvoice(row.invoice, row.amount),
        )
    return row


def _have_paid_back_by_bank(registration: Registration, row: CreditNote, *, owed: int) -> None:
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="needs_attention", actor=Actor.STRIPE, why=row.number)
    write_letter(
        registration,
        kind=Letter.Kind.OWNER_PAY_BACK_BY_BANK,
        occasion=str(row.idempotency_key),
        about=AboutInvoice(row.invoice, owed),
    )


def _locked(credit_note_id: int) -> tuple[Registration, CreditNote]:
    invoice_id = CreditNote.objects.values_list("invoice_id", flat=True).get(pk=credit_note_id)
    registration, invoice = locked_invoice(invoice_id)
    row = CreditNote.objects.select_for_update().get(pk=credit_note_id)
    row.invoice = invoice
    return registration, row


def _account(row: CreditNote) -> str:
    return stripe_gateway.account_of(row.invoice.registration.practice.slug)
