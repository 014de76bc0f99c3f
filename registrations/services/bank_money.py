"""What moves from bank to bank: the owner sees it there and says so here."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from registrations.letters import write_letter
from registrations.models import Actor, Invoice, LedgerLine, Letter, Registration
from registrations.overpaid import owed_to_payer
from registrations.services.invoice_news import book_payment, book_write_off
from registrations.services.invoicing import (
    is_invoiced,
    locked_invoice,
    missing,
    tell_invoicing_service,
    written_off,
)
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.refunds import goes_back_by_bank

Status = Invoice.Status
Order = Invoice.Order


class NothingOpen(Exception):
    """Nothing is owed here (any more); nothing has changed."""


class TooLittle(Exception):
    """Less came than is open; an invoice is paid in one sum, and nothing has changed."""

    def __init__(self, rest: int) -> None:
        super().__init__(rest)
        self.rest = rest


def open_rest(registration: Registration, invoice: Invoice) -> int:
    """What can still be paid of an invoice, in minor units."""
    if invoice.status in Invoice.UNDECIDED:
        return invoice.asked
    if invoice.status == Status.UNCOLLECTIBLE:
        return written_off(invoice).gross
    if invoice.status in Invoice.GONE and missing(registration).gross == invoice.amount:
        return invoice.amount
    return 0


@transaction.atomic
def paid_into_bank(
    *, invoice_id: int, paid_on: date, user: Any, amount: int | None = None
) -> Invoice:
    """Book what is open of an invoice as paid into the bank on that day, and have Stripe told.

    ``amount`` is what came, in minor units, where it is more than what is open; the owner decides
    about the surplus. The money is real whatever Stripe says: if somebody pays by card at the same
    moment, both are booked, and the owner decides. Raises ``NothingOpen`` where nothing can be paid
    any more, and ``TooLittle`` where less came than is open; nothing has changed then.
    """
    registration, invoice = locked_invoice(invoice_id)
    rest = open_rest(registration, invoice)
    if rest <= 0:
        raise NothingOpen
    amount = rest if amount is None else amount
    if amount < rest:
        raise TooLittle(rest)
    owed_before = owed_to_payer(registration)
    if invoice.begun_at is not None and invoice.status not in Invoice.GONE:
        invoice.ordered = Order.PAID_ELSEWHERE
        invoice.ordered_at = timezone.now()
        tell_invoicing_service.enqueue(invoice_id=invoice.pk)
    invoice.status = Status.PAID
    invoice.paid_on = paid_on
    invoice.save(update_fields=["status", "paid_on", "ordered", "ordered_at"])
    note(registration, action="bank_payment", actor=Actor.OWNER, user=user, why=paid_on.isoformat())
    book_payment(
        registration,
        invoice,
        kind=LedgerLine.Kind.BANK_PAYMENT,
        amount=amount,
        owed_before=owed_before,
    )
    return invoice


@transaction.atomic
def paid_back_from_bank(*, registration_id: int, user: Any) -> Registration:
    """Book that all that is owed to the payer was paid back from the bank, and clear the flag.

    It stays while something is charged that no invoice asks for.
    Raises ``NothingOpen`` where nothing is owed, where it is on its way back already, or where it
    can go back to the card it came from.
    """
    registration = locked_registration(registration_id)
    amount = owed_to_payer(registration)
    if amount <= 0 or not goes_back_by_bank(registration):
        raise NothingOpen
    line = LedgerLine.objects.create(
        registration=registration,
        kind=LedgerLine.Kind.BANK_REFUND,
        amount=amount,
        currency=registration.currency,
    )
    registration.needs_attention = is_invoiced(registration) and missing(registration).gross > 0
    registration.save(update_fields=["needs_attention"])
    note(registration, action="bank_refund", actor=Actor.OWNER, user=user)
    write_letter(registration, kind=Letter.Kind.REFUNDED, occasion=f"bank:{line.pk}", amount=amount)
    return registration


@transaction.atomic
def write_off(*, invoice_id: int, user: Any) -> Invoice:
    """Give up what is open of a sent invoice as a loss, and have Stripe told.

    Money that comes after all is booked, and the write-off undone. Raises ``NothingOpen`` unless
    the invoice is open.
    """
    registration, invoice = locked_invoice(invoice_id)
    if invoice.status != Status.OPEN or invoice.asked <= 0:
        raise NothingOpen
    book_write_off(registration, invoice, actor=Actor.OWNER, user=user)
    invoice.status = Status.UNCOLLECTIBLE
    invoice.ordered = Order.WRITTEN_OFF
    invoice.ordered_at = timezone.now()
    invoice.save(update_fields=["status", "ordered", "ordered_at"])
    tell_invoicing_service.enqueue(invoice_id=invoice.pk)
    return invoice
