"""Writing a letter as a row, together with the change it tells of."""

from collections.abc import Callable
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.calendar import offering_calendar
from courses.models import Offering
from registrations.letters import (
    changing,
    invoices,
    leaving,
    people,
    reviewing,
    signing_up,
    waiting,
)
from registrations.letters.words import Words, title
from registrations.models import Invoice, Letter, Participant, Registration
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
    Kind.NAMES_MISSING: people.names_missing,
    Kind.OWNER_NAMES_MISSING: people.owner_names_missing,
    Kind.SUBSTITUTED: people.substituted,
    Kind.OWNER_DIFFERENCE_UNPAID: changing.owner_difference_unpaid,
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
# Letters that also tell which date was left.
CHANGE_WRITERS: Final[dict[str, Callable[[Any, int, Any], Words]]] = {
    Kind.DATE_CHANGED: changing.date_changed,
    Kind.OWNER_DATE_CHANGED: changing.owner_date_changed,
}
TO_OWNER: Final = {
    Kind.OWNER_NAMES_MISSING,
    Kind.OWNER_DATE_CHANGED,
    Kind.OWNER_DIFFERENCE_UNPAID,
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


WITH_CALENDAR: Final = {Kind.CONFIRMED, Kind.SUBSTITUTED, Kind.DATE_CHANGED}


def write_letter(
    registration: Registration,
    *,
    kind: Letter.Kind,
    occasion: str = "",
    amount: int = 0,
    invoice: Invoice | None = None,
    participant: Participant | None = None,
    left: Offering | None = None,
) -> Letter:
    """Write a letter in the same transaction and have it sent after commit; each one only once.

    ``amount`` is the money that the letter tells of, in minor units. One to a ``participant``
    goes to their own address, one about an ``invoice`` to where invoices go. ``left`` is the date
    that was changed for another.
    """
    to_owner = kind in TO_OWNER
    practice = registration.practice
    language = practice.source_language if to_owner else registration.language
    with override(language):
        if participant is not None:
            words = people.fill_in(participant)
        elif left is not None:
            words = CHANGE_WRITERS[kind](registration, amount, left)
        else:
            words = WRITERS[kind](registration if invoice is None else invoice, amount)
        context = {"letter": words, "practice": practice, "language": language}
        letter, is_new = Letter.objects.get_or_create(
            registration=registration,
            kind=kind,
            occasion=occasion,
            defaults={
                "practice": practice,
                "language": language,
                "participant": participant,
                "recipient": (
                    practice.email if to_owner else _address(registration, participant, invoice)
                ),
                "subject": words.subject[:200],
                "text": render_to_string("letters/letter.txt", context),
                "html": render_to_string("letters/letter.html", context),
                "calendar": _calendar_with(registration, kind=kind, left=left),
            },
        )
    if is_new:
        send_letter.enqueue(letter_id=letter.pk)
    return letter


def _address(
    registration: Registration, participant: Participant | None, invoice: Invoice | None
) -> str:
    if participant is not None:
        return participant.email
    return registration.booker_email if invoice is None else registration.invoices_go_to


def _calendar_with(registration: Registration, *, kind: str, left: Offering | None) -> str:
    if kind not in WITH_CALENDAR or registration.state_now != State.CONFIRMED:
        return ""
    return calendar_of(registration, left=left)


def calendar_of(registration: Registration, *, left: Offering | None = None) -> str:
    """The registration's calendar file, in its language. The online room only when confirmed.

    The sessions of a date that was ``left`` stand in it as cancelled.
    """
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
            cancelled=left.sessions_list if left else (),
        )
