"""Speaking to the invoicing service: an invoice is made, sent and looked at, and what was decided
here is told there. Outside any lock; each answer is applied in a transaction of its own."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final, TypeVar

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_noop

from registrations import stripe_gateway
from registrations.letters import write_letter
from registrations.letters.invoices import AboutInvoice
from registrations.models import Actor, CreditNote, Invoice, Letter
from registrations.services import crediting
from registrations.services.invoice_news import apply, sync
from registrations.services.invoicing import locked_invoice
from registrations.services.moves import note
from registrations.stripe_gateway import InvoiceState, OutcomeUnknown, Refused, StripeError

Status = Invoice.Status
Order = Invoice.Order
Found = TypeVar("Found")

# How often an invoice is looked at of which nobody sends news.
LOOK_EVERY: Final = timedelta(hours=1)
GIVEN_UP_LOOK_EVERY: Final = timedelta(days=1)


def bring_in_line(*, invoice_id: int) -> Invoice:
    """Do at the service what is ordered here, in the order of the orders, and see how things stand.

    Safe any number of times and by several workers at once: nothing is made, sent or credited
    twice. Raises ``OutcomeUnknown`` when the service does not say; the chores try again.
    """
    invoice = _begin(invoice_id)
    if invoice.status == Status.CREATED or _may_be_unsent(invoice):
        invoice = _send(invoice)
    for note_id in _notes(invoice, before=invoice.ordered_at):
        crediting.perform(credit_note_id=note_id)
    if invoice.ordered:
        _tell(invoice)
    for note_id in _notes(invoice):
        crediting.perform(credit_note_id=note_id)
    invoice.refresh_from_db()
    return sync(invoice_id=invoice.pk) if invoice.invoice_id else invoice


def invoices_to_look_at(*, now: datetime) -> list[int]:
    """Invoices of which something is to be sent or told, or nothing was heard for a while."""
    waiting = CreditNote.objects.filter(invoice=OuterRef("pk"), status=CreditNote.Status.CREATED)
    to_send = Q(status=Status.CREATED, made_at__lte=now - timedelta(minutes=1))
    unsure = Q(status=Status.OPEN, sent_at=None)
    ordered = Q(ordered_at__lte=now - timedelta(minutes=1))
    open_for_long = Q(status=Status.OPEN, looked_at__lte=now - LOOK_EVERY)
    given_up = Q(
        status=Status.UNCOLLECTIBLE,
        invoice_id__isnull=False,
        looked_at__lte=now - GIVEN_UP_LOOK_EVERY,
    )
    looked_at = Invoice.objects.filter(
        to_send | unsure | ordered | open_for_long | given_up | Q(Exists(waiting))
    )
    return list(looked_at.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _begin(invoice_id: int) -> Invoice:
    """From now on the service may know of it."""
    _registration, invoice = locked_invoice(invoice_id)
    if invoice.status == Status.CREATED and invoice.begun_at is None:
        invoice.begun_at = timezone.now()
        invoice.save(update_fields=["begun_at"])
    return invoice


def _may_be_unsent(invoice: Invoice) -> bool:
    return invoice.status == Status.OPEN and invoice.sent_at is None


def _send(invoice: Invoice) -> Invoice:
    try:
        state = _made(invoice)
        if (state.total, state.currency) != (invoice.amount, invoice.currency):
            return _give_up(invoice, why=gettext_noop("Stripe's total is not ours."))
        if state.status in ("draft", "open"):
            state = _sent(invoice, state.id)
    except Refused:
        if _is_settled_at_stripe(invoice):
            return sync(invoice_id=invoice.pk)
        return _give_up(invoice, why=gettext_noop("Stripe refused the invoice."))
    return apply(invoice_id=invoice.pk, state=state, sent=True)


def _sent(invoice: Invoice, invoice_id: str) -> InvoiceState:
    """Sent with its key. Where that gets no answer for minutes, once more with another: nobody can
    look whether it was, and a second e-mail does less harm than none."""
    account = account_of(invoice)
    try:
        return stripe_gateway.send_invoice(
            account=account, invoice_id=invoice_id, idempotency_key=_key(invoice, "send")
        )
    except OutcomeUnknown:
        if _age(invoice) < stripe_gateway.LOOK_AFTER:
            raise
        return stripe_gateway.send_invoice(
            account=account, invoice_id=invoice_id, idempotency_key=_key(invoice, "send-again")
        )


def _made(invoice: Invoice) -> InvoiceState:
    """The invoice with its customer and lines; each is made once, with its own key."""
    if not invoice.customer_id:
        invoice.customer_id = _make_customer(invoice)
        invoice.save(update_fields=["customer_id"])
    if not invoice.invoice_id:
        invoice.invoice_id = _make_draft(invoice)
        invoice.save(update_fields=["invoice_id"])
    account, invoice_id = account_of(invoice), invoice.invoice_id
    state = stripe_gateway.retrieve_invoice(account=account, invoice_id=invoice_id)
    if state.status != "draft":
        return state
    for number, item in enumerate(invoice.parameters["items"], start=1):
        _make_line(invoice, number, item)
    return stripe_gateway.retrieve_invoice(account=account, invoice_id=invoice_id)


def _make_customer(invoice: Invoice) -> str:
    account, begun_at = account_of(invoice), invoice.begun_at or invoice.made_at
    return _once(
        invoice,
        make=lambda: stripe_gateway.create_customer(
            account=account,
            parameters=invoice.parameters["customer"],
            idempotency_key=_key(invoice, "customer"),
        ),
        find=lambda: stripe_gateway.find_customer(
            account=account, invoice_key=str(invoice.idempotency_key), made_at=begun_at
        ),
    ).id


def _make_draft(invoice: Invoice) -> str:
    account, customer_id = account_of(invoice), invoice.customer_id
    return _once(
        invoice,
        make=lambda: stripe_gateway.create_invoice(
            account=account,
            parameters={"customer": customer_id, **invoice.parameters["invoice"]},
            idempotency_key=_key(invoice, "invoice"),
        ),
        find=lambda: _find_invoice(invoice),
    ).id


def _make_line(invoice: Invoice, number: int, item: dict[str, object]) -> None:
    account, invoice_id = account_of(invoice), invoice.invoice_id or ""
    _once(
        invoice,
        make=lambda: stripe_gateway.create_invoice_item(
            account=account,
            parameters={"customer": invoice.customer_id, "invoice": invoice_id, **item},
            idempotency_key=_key(invoice, f"line-{number}"),
        ),
        find=lambda: stripe_gateway.find_invoice_item(
            account=account,
            invoice_id=invoice_id,
            line_key=f"{invoice.idempotency_key}-{number}",
        ),
    )


def _once(
    invoice: Invoice, *, make: Callable[[], Found], find: Callable[[], Found | None]
) -> Found:
    """Make it with its key; look for it first when Stripe may have forgotten the key."""
    age = _age(invoice)
    if age >= stripe_gateway.KEY_IS_KNOWN_FOR:
        found = find()
        return make() if found is None else found
    try:
        return make()
    except OutcomeUnknown:
        found = find() if age >= stripe_gateway.LOOK_AFTER else None
        if found is None:
            raise
        return found


def _age(invoice: Invoice) -> timedelta:
    return timezone.now() - (invoice.begun_at or invoice.made_at)


def _find_invoice(invoice: Invoice) -> InvoiceState | None:
    return stripe_gateway.find_invoice(
        account=account_of(invoice),
        customer_id=invoice.customer_id,
        invoice_key=str(invoice.idempotency_key),
    )


def _is_settled_at_stripe(invoice: Invoice) -> bool:
    if not invoice.invoice_id:
        return False
    try:
        state = stripe_gateway.retrieve_invoice(
            account=account_of(invoice), invoice_id=invoice.invoice_id
        )
    except Refused:  # it is not known there
        return False
    return state.status not in ("draft", "open")


def _give_up(invoice: Invoice, *, why: str) -> Invoice:
    """Nobody is asked for money by it; the owner is told."""
    if invoice.invoice_id:
        # A draft asks nobody for anything, and cannot be voided.
        with suppress(StripeError):
            stripe_gateway.void_invoice(account=account_of(invoice), invoice_id=invoice.invoice_id)
    with transaction.atomic():
        registration, invoice = locked_invoice(invoice.pk)
        if invoice.status in Invoice.UNDECIDED:
            invoice.status = Status.FAILED
            invoice.save(update_fields=["status"])
            registration.needs_attention = True
            registration.save(update_fields=["needs_attention"])
            note(registration, action="invoice_failed", actor=Actor.STRIPE, why=why)
            write_letter(
                registration,
                kind=Letter.Kind.OWNER_INVOICE_FAILED,
                occasion=str(invoice.idempotency_key),
                about=AboutInvoice(invoice),
            )
    return invoice


def _notes(invoice: Invoice, *, before: datetime | None = None) -> list[int]:
    notes = invoice.credit_notes.filter(status=CreditNote.Status.CREATED)
    if before is not None:
        notes = notes.filter(made_at__lt=before)
    return list(notes.order_by("pk").values_list("pk", flat=True))


def _tell(invoice: Invoice) -> None:
    """Tell what was decided here. ``Refused`` means that it stands otherwise there: look then."""
    if not invoice.invoice_id and not _is_found(invoice):
        return
    ask = (
        stripe_gateway.pay_invoice_elsewhere
        if invoice.ordered == Order.PAID_ELSEWHERE
        else stripe_gateway.mark_invoice_uncollectible
    )
    with suppress(Refused):
        ask(account=account_of(invoice), invoice_id=invoice.invoice_id or "")
    _forget_order(invoice)


def _is_found(invoice: Invoice) -> bool:
    """Paid into the bank while it was being made: see whether it was, in the end."""
    made_at = invoice.begun_at or invoice.made_at
    if not invoice.customer_id:
        customer = stripe_gateway.find_customer(
            account=account_of(invoice),
            invoice_key=str(invoice.idempotency_key),
            made_at=made_at,
        )
        invoice.customer_id = customer.id if customer else ""
    state = _find_invoice(invoice) if invoice.customer_id else None
    if state is not None:
        invoice.invoice_id = state.id
        invoice.save(update_fields=["customer_id", "invoice_id"])
        return True
    if timezone.now() - made_at >= stripe_gateway.LOOK_AFTER:
        _forget_order(invoice)
    return False


def _forget_order(invoice: Invoice) -> None:
    Invoice.objects.filter(pk=invoice.pk, ordered=invoice.ordered).update(
        ordered="", ordered_at=None
    )


def _key(invoice: Invoice, step: str) -> str:
    return f"{invoice.idempotency_key}-{step}"


def account_of(invoice: Invoice) -> str:
    return stripe_gateway.account_of(invoice.practice.slug)
