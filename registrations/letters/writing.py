"""Writing a letter as a row, together with the change it tells of."""

from collections.abc import Callable
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.calendar import offering_calendar
from registrations.letters import invoices, leaving, reviewing, signing_up, waiting
from registrations.letters.words import Words, title
from registrations.models import Invoice, Letter, Registration
from registrations.states import State
from registrations.tasks import send_letter

Kind = Letter.Kind

# Who puts each letter together.
WRITERS: Final[dict[str, Callable[[Any, int], Words]]] = {
    Kind.CONFIRMED: signing_up.confirmed,
    Kind.SEATS_HELD: signing_up.seats_held,
    Kind.WAITLISTED: waiting.waitlisted,
    Kind.OFFERED: waiting.offered,
    Kind.OFFER_EXPIRED: waiting.offer_expired,
    Kind.LEFT_LIST: waiting.left_list,
    Kind.LIST_CLOSED: waiting.list_closed,
    Kind.IN_REVIEW: reviewing.in_review,
    Kind.APPROVED: reviewing.approved,
    Kind.DECLINED: reviewing.declined,
    Kind.PAYMENT_FAILED: signing_up.payment_failed,
    Kind.EXPIRED: signing_up.expired,
    Kind.CANCELLED: leaving.cancelled,
    Kind.PART_CANCELLED: leaving.part_cancelled,
    Kind.WITHDRAWN: leaving.withdrawn,
    Kind.CALLED_OFF: leaving.called_off,
    Kind.REFUNDED: leaving.refunded,
    Kind.OWNER_LEFT: leaving.owner_left,
    Kind.OWNER_REFUND_FAILED: leaving.owner_refund_failed,
    Kind.OWNER_REFUND_ADOPTED: leaving.owner_refund_adopted,
    Kind.PAID_LATE: signing_up.paid_late,
    Kind.OWNER_NEW: signing_up.owner_new,
    Kind.OWNER_TO_REVIEW: reviewing.owner_to_review,
    Kind.OWNER_PAID_LATE: signing_up.owner_paid_late,
    Kind.INVOICE_PAID: invoices.paid,
    Kind.INVOICE_OVERDUE: invoices.overdue,
    Kind.OWNER_INVOICE_FAILED: invoices.owner_failed,
    Kind.OWNER_INVOICE_OVERDUE: invoices.owner_overdue,
    Kind.OWNER_INVOICE_TWICE: invoices.owner_paid_twice,
    Kind.OWNER_CREDIT_FAILED: invoices.owner_credit_failed,
    Kind.OWNER_PAY_BACK_BY_BANK: invoices.owner_pay_back_by_bank,
}
TO_OWNER: Final = {
    Kind.OWNER_NEW,
    Kind.OWNER_TO_REVIEW,
    Kind.OWNER_PAID_LATE,
    Kind.OWNER_LEFT,
    Kind.OWNER_REFUND_FAILED,
    Kind.OWNER_REFUND_ADOPTED,
    Kind.OWNER_INVOICE_FAILED,
    Kind.OWNER_INVOICE_OVERDUE,
    Kind.OWNER_INVOICE_TWICE,
    Kind.OWNER_CREDIT_FAILED,
    Kind.OWNER_PAY_BACK_BY_BANK,
}


def write_letter(
    registration: Registration,
    *,
    kind: Letter.Kind,
    occasion: str = "",
    amount: int = 0,
    invoice: Invoice | None = None,
) -> Letter:
    """Write a letter in the same transaction and have it sent after commit; each one only once.

    ``amount`` is the money that the letter tells of, in minor units. A letter about an ``invoice``
    goes to the address that invoices go to.
    """
    to_owner = kind in TO_OWNER
    practice = registration.practice
    language = practice.source_language if to_owner else registration.language
    with override(language):
        words = WRITERS[kind](registration if invoice is None else invoice, amount)
        context = {"letter": words, "practice": practice, "language": language}
        letter, is_new = Letter.objects.get_or_create(
            registration=registration,
            kind=kind,
            occasion=occasion,
            defaults={
                "practice": practice,
                "language": language,
                "recipient": practice.email if to_owner else _reader(registration, invoice),
                "subject": words.subject[:200],
                "text": render_to_string("letters/letter.txt", context),
                "html": render_to_string("letters/letter.html", context),
                "calendar": calendar_of(registration) if kind == Letter.Kind.CONFIRMED else "",
            },
        )
    if is_new:
        send_letter.enqueue(letter_id=letter.pk)
    return letter


def _reader(registration: Registration, invoice: Invoice | None) -> str:
    return registration.booker_email if invoice is None else registration.invoices_go_to


def calendar_of(registration: Registration) -> str:
    """The registration's calendar file, in its language. The online room only when confirmed."""
    offering = registration.offering
    with override(registration.language):
        lines = [_("Reference: %(reference)s") % {"reference": registration.reference}]
        if offering.online_link and registration.state_now == State.CONFIRMED:
            lines.append(offering.online_link)
        return offering_calendar(
            offering,
            title=title(registration),
            description="\n".join(lines),
            url=registration.own_address,
            made_at=timezone.now(),
        )
