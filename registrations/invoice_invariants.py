"""What must always be true of invoices and credit notes, computed anew from the rows."""

from collections.abc import Iterator

from django.db.models import F, Q

from registrations.models import CreditNote, Invoice, LedgerLine, Letter, Registration
from registrations.overpaid import owed_to_payer
from registrations.services.invoicing import is_invoiced, missing, written_off

Status = Invoice.Status
Kind = LedgerLine.Kind


def broken_invoices() -> Iterator[str]:
    """One sentence for each thing that is not as it must be; nothing when all is well."""
    for invoice in Invoice.objects.select_related("registration").prefetch_related(
        "credit_notes", "ledger_lines"
    ):
        yield from _invoice(invoice)
    invoiced = Registration.objects.filter(
        Q(method=Registration.Method.INVOICE) | Q(invoices__isnull=False)
    ).distinct()
    for registration in invoiced.prefetch_related("refunds"):
        yield from _registration(registration)
    for invoice in Invoice.objects.exclude(practice=F("registration__practice")):
        yield f"{invoice}: stands under another practice than its registration."


def _invoice(invoice: Invoice) -> Iterator[str]:
    """A payment is booked exactly for each that was paid, and nothing is credited beyond it."""
    name = f"{invoice.registration.reference}, invoice {invoice}"
    kinds = {line.kind for line in invoice.ledger_lines.all()}
    is_booked = not kinds.isdisjoint({Kind.PAYMENT, Kind.BANK_PAYMENT})
    if is_booked != (invoice.status == Status.PAID):
        yield f"{name}: a payment and its ledger line differ."
    if invoice.asked < 0:
        yield f"{name}: more was credited than it came to."
    if invoice.status == Status.CREDITED and invoice.asked:
        yield f"{name}: credited in full, but the credit notes do not come to it."
    # Nothing is written off of what was all to be credited when somebody gave it up at Stripe.
    taken_back = sum(note.amount for note in invoice.credit_notes.all())
    is_lost = invoice.status == Status.UNCOLLECTIBLE and taken_back < invoice.amount
    if is_lost and Kind.WRITTEN_OFF not in kinds:
        yield f"{name}: written off, but the ledger does not say so."
    if invoice.status != Status.UNCOLLECTIBLE and written_off(invoice).gross:
        yield f"{name}: not written off, but the ledger says so."
    if invoice.currency != invoice.registration.currency:
        yield f"{name}: in another currency than its registration."


def _registration(registration: Registration) -> Iterator[str]:
    """Exactly that is invoiced which is charged, unless the owner was told of a refusal."""
    if is_invoiced(registration) and missing(registration).gross and not _was_told(registration):
        yield f"{registration.reference}: what is invoiced is not what is charged."
    if owed_to_payer(registration) and not registration.needs_attention:
        yield f"{registration.reference}: money that nobody was told to decide about."


def _was_told(registration: Registration) -> bool:
    """Of an invoice or credit note that was refused, or made at the service by somebody."""
    kinds = (Letter.Kind.OWNER_INVOICE_FAILED, Letter.Kind.OWNER_CREDIT_FAILED)
    adopted = CreditNote.objects.filter(invoice__registration=registration, parameters={})
    return (
        registration.letters.filter(kind__in=kinds).exists()
        or adopted.filter(status=CreditNote.Status.ISSUED).exists()
    )
