"""What an employer is asked for: invoices and credit notes that together come to what is charged.

Rows first, in the transaction of the change they belong to; the worker does it at the invoicing
service after commit, and the chores see to it that it is done.
"""

from contextlib import suppress
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import Sum

from django_tasks import task

from registrations.models import Actor, CreditNote, Invoice, LedgerLine, Registration
from registrations.overpaid import owed_to_payer
from registrations.services.invoice_contents import invoice_contents, taken_back_in_words
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.states import State
from registrations.stripe_gateway import OutcomeUnknown

Status = Invoice.Status

# What is taken back reduces first what nobody has paid yet.
CREDITED_FIRST = {Status.CREATED: 0, Status.OPEN: 0, Status.UNCOLLECTIBLE: 1, Status.PAID: 2}


class Sums(NamedTuple):
    """With VAT, and the VAT in it; minor units."""

    gross: int
    vat: int


class NothingToInvoice(Exception):
    """All that is charged is invoiced already; nothing has changed."""


@task(backend="background")
def tell_invoicing_service(invoice_id: int) -> None:
    """Where the service does not answer, the chores try again."""
    from registrations.services.invoice_sending import bring_in_line

    with suppress(OutcomeUnknown):
        bring_in_line(invoice_id=invoice_id)


def invoice_difference(registration: Registration, *, words: str = "") -> None:
    """Have exactly that invoiced which is charged.

    What is missing is ordered as another invoice, what is too much is taken back by credit notes:
    of unpaid invoices first, then of paid ones, whose money goes back. ``words`` say why, in the
    registration's language. Does nothing where nobody is invoiced, and nothing the second time.
    The caller holds the registration's lock and the transaction, and has booked the change.
    """
    if not is_invoiced(registration):
        return
    if missing(registration).gross:
        _drop_unsent(registration)
    gross, vat = missing(registration)
    if gross > 0:
        _order_invoice(registration, Sums(gross, _within(vat, gross)), words=words)
    elif gross < 0:
        _take_back(registration, Sums(-gross, _within(-vat, -gross)), words=words)


@transaction.atomic
def send_new_invoice(*, registration_id: int, user: Any, email: str = "") -> Registration:
    """Invoice anew what an invoice that was refused or voided asked for, to ``email`` if given.

    The flag stays while money is owed to the payer as well. Raises ``NothingToInvoice`` where
    nothing is missing.
    """
    registration = locked_registration(registration_id)
    if not is_invoiced(registration) or missing(registration).gross <= 0:
        raise NothingToInvoice
    if email:
        registration.invoice_email = email
    registration.needs_attention = owed_to_payer(registration) > 0
    registration.save(update_fields=["invoice_email", "needs_attention"])
    note(registration, action="invoice_renewed", actor=Actor.OWNER, user=user)
    invoice_difference(registration)
    return registration


def is_invoiced(registration: Registration) -> bool:
    """Whether it is, or was, confirmed on an invoice."""
    by_invoice = registration.method == Registration.Method.INVOICE
    confirmed = registration.state_now == State.CONFIRMED
    return (by_invoice and confirmed) or registration.has_invoices


def missing(registration: Registration) -> Sums:
    """What is charged and not invoiced; negative where more is invoiced than is charged."""
    charges = [row for row in registration.ledger.all() if row.kind in LedgerLine.CHARGES]
    invoices = registration.fetched("invoices")
    if invoices is None:
        invoices = list(registration.invoices.prefetch_related("credit_notes"))
    invoiced = [invoiced_by(invoice) for invoice in invoices]
    return Sums(
        sum(row.amount for row in charges) - sum(one.gross for one in invoiced),
        sum(row.vat for row in charges) - sum(one.vat for one in invoiced),
    )


def invoiced_by(invoice: Invoice) -> Sums:
    """What an invoice asks for, or was paid for; of one written off, what is written off."""
    if invoice.status in Invoice.GONE:
        return Sums(0, 0)
    if invoice.status == Status.UNCOLLECTIBLE:
        return written_off(invoice)
    return asked_by(invoice)


def asked_by(invoice: Invoice) -> Sums:
    """What an invoice came to, less its credit notes."""
    counting = [row for row in invoice.credit_notes.all() if row.status != CreditNote.Status.FAILED]
    return Sums(invoice.asked, invoice.vat - sum(row.vat for row in counting))


def written_off(invoice: Invoice) -> Sums:
    kinds = (LedgerLine.Kind.WRITTEN_OFF, LedgerLine.Kind.WRITE_OFF_UNDONE)
    lines = invoice.ledger_lines.filter(kind__in=kinds).aggregate(
        gross=Sum("amount", default=0), vat=Sum("vat", default=0)
    )
    return Sums(-lines["gross"], -lines["vat"])


def undo_write_off(registration: Registration, invoice: Invoice, sums: Sums) -> None:
    """Book that this much of a write-off is not lost, or not owed, after all."""
    if sums.gross > 0:
        LedgerLine.objects.create(
            registration=registration,
            kind=LedgerLine.Kind.WRITE_OFF_UNDONE,
            amount=sums.gross,
            vat=sums.vat,
            currency=invoice.currency,
            invoice=invoice,
        )


def locked_invoice(invoice_id: int) -> tuple[Registration, Invoice]:
    """The invoice and its registration, locked in that order until the transaction ends."""
    registration_id = Invoice.objects.values_list("registration_id", flat=True).get(pk=invoice_id)
    registration = locked_registration(registration_id)
    invoice = Invoice.objects.select_for_update().get(pk=invoice_id)
    invoice.registration = registration
    return registration, invoice


def _drop_unsent(registration: Registration) -> None:
    """An invoice of which the service knows nothing yet is made anew instead of credited."""
    registration.invoices.filter(status=Status.CREATED, begun_at=None).update(status=Status.VOID)


def _order_invoice(registration: Registration, sums: Sums, *, words: str) -> Invoice:
    invoice = Invoice(
        registration=registration,
        practice=registration.practice,
        amount=sums.gross,
        vat=sums.vat,
        currency=registration.currency,
    )
    is_first = not registration.invoices.exclude(status__in=Invoice.GONE).exists()
    invoice.parameters = invoice_contents(registration, invoice, words="" if is_first else words)
    invoice.save()
    tell_invoicing_service.enqueue(invoice_id=invoice.pk)
    return invoice


def _take_back(registration: Registration, sums: Sums, *, words: str) -> None:
    left = sums
    invoices = registration.invoices.filter(status__in=CREDITED_FIRST)
    ordered = sorted(
        invoices.prefetch_related("credit_notes"),
        key=lambda invoice: (CREDITED_FIRST[Status(invoice.status)], -invoice.pk),
    )
    for invoice in ordered:
        whole = invoiced_by(invoice)
        gross = min(left.gross, whole.gross)
        if gross <= 0:
            continue
        vat = whole.vat if gross == whole.gross else _within(left.vat, min(gross, whole.vat))
        _credit(registration, invoice, Sums(gross, vat), words=words)
        left = Sums(left.gross - gross, _within(left.vat - vat, left.gross - gross))


def _credit(registration: Registration, invoice: Invoice, sums: Sums, *, words: str) -> None:
    if invoice.status == Status.UNCOLLECTIBLE:
        undo_write_off(registration, invoice, sums)
        return
    CreditNote.objects.create(
        invoice=invoice,
        amount=sums.gross,
        vat=sums.vat,
        currency=invoice.currency,
        words=words or taken_back_in_words(registration, sums.gross),
    )
    tell_invoicing_service.enqueue(invoice_id=invoice.pk)


def _within(vat: int, gross: int) -> int:
    return min(max(vat, 0), gross)
