"""Invoices past due: the payer is reminded, the owner is told once. Nothing changes by it."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from registrations.letters import write_letter
from registrations.letters.invoices import AboutInvoice
from registrations.models import Actor, Invoice, Letter, Registration
from registrations.services.invoice_news import sync
from registrations.services.invoicing import locked_invoice
from registrations.services.moves import note

# Days past due at which a reminder goes out by itself.
REMINDED_AFTER: Final = (3, 14)


class NotOverdue(Exception):
    """There is nothing to remind anybody of, or it was done today; nothing has changed."""


def invoices_to_remind_of(*, now: datetime) -> list[int]:
    due = Q()
    for days in REMINDED_AFTER:
        due |= Q(due_at__lte=now - timedelta(days=days), reminded_after__lt=days)
    return list(
        Invoice.objects.filter(due, status=Invoice.Status.OPEN)
        .order_by("due_at")
        .values_list("pk", flat=True)
    )


def remind(*, invoice_id: int) -> bool:
    """Remind the payer of an overdue invoice, once for each number of days. True when done now.

    Stripe is asked first, so that nobody is reminded of what is paid; ``OutcomeUnknown`` when it
    does not answer.
    """
    sync(invoice_id=invoice_id)
    with transaction.atomic():
        registration, invoice = locked_invoice(invoice_id)
        days = _days_reached(invoice, now=timezone.now())
        if days <= invoice.reminded_after:
            return False
        is_first = invoice.reminded_after == 0
        invoice.reminded_after = days
        invoice.save(update_fields=["reminded_after"])
        _write(registration, invoice, occasion=str(days), actor=Actor.SYSTEM)
        if is_first:
            write_letter(
                registration,
                kind=Letter.Kind.OWNER_INVOICE_OVERDUE,
                occasion=str(invoice.idempotency_key),
                about=AboutInvoice(invoice),
            )
        return True


def remind_now(*, invoice_id: int, user: Any) -> Invoice:
    """Remind the payer because the owner wants it, once a day at most.

    Raises ``NotOverdue`` where nothing is overdue, and ``OutcomeUnknown`` when Stripe does not say.
    """
    sync(invoice_id=invoice_id)
    with transaction.atomic():
        registration, invoice = locked_invoice(invoice_id)
        now = timezone.now()
        occasion = now.astimezone(registration.practice.zone).date().isoformat()
        if not invoice.is_overdue_at(now) or _is_written(registration, invoice, occasion):
            raise NotOverdue
        _write(registration, invoice, occasion=occasion, actor=Actor.OWNER, user=user)
        return invoice


def _days_reached(invoice: Invoice, *, now: datetime) -> int:
    if invoice.status != Invoice.Status.OPEN or invoice.due_at is None or invoice.asked <= 0:
        return 0
    past = now - invoice.due_at
    return max((days for days in REMINDED_AFTER if past >= timedelta(days=days)), default=0)


def _occasion(invoice: Invoice, occasion: str) -> str:
    return f"{invoice.idempotency_key}:{occasion}"


def _is_written(registration: Registration, invoice: Invoice, occasion: str) -> bool:
    return registration.letters.filter(
        kind=Letter.Kind.INVOICE_OVERDUE, occasion=_occasion(invoice, occasion)
    ).exists()


def _write(
    registration: Registration, invoice: Invoice, *, occasion: str, actor: Actor, user: Any = None
) -> None:
    write_letter(
        registration,
        kind=Letter.Kind.INVOICE_OVERDUE,
        occasion=_occasion(invoice, occasion),
        about=AboutInvoice(invoice),
    )
    note(registration, action="invoice_reminded", actor=actor, user=user, why=invoice.number)
