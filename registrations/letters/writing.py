"""Writing a letter as a row, together with the change it tells of."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.models import Practice
from courses.calendar import DroppedSession, offering_calendar
from courses.models import Offering
from registrations.letters import (
    changing,
    deciding,
    deposits,
    invoices,
    leaving,
    money,
    more_time,
    moving,
    participants,
    people,
    reviewing,
    signing_up,
    waiting,
)
from registrations.letters.deciding import SeatCount
from registrations.letters.participants import ToParticipant
from registrations.letters.words import Words, title
from registrations.models import Letter, Participant, Registration
from registrations.states import State
from registrations.tasks import send_letter

Kind = Letter.Kind

# Who puts each letter together.
WRITERS: Final[dict[str, Callable[[Any, Any], Words]]] = {
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
    Kind.REST_REMINDER: deposits.rest_reminder,
    Kind.REST_OVERDUE: deposits.rest_overdue,
    Kind.REST_PAID: deposits.rest_paid,
    Kind.REST_FAILED: deposits.rest_failed,
    Kind.OWNER_REST_FAILED: deposits.owner_rest_failed,
    Kind.OWNER_REST_OVERDUE: deposits.owner_rest_overdue,
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
    Kind.GOES_BACK: money.goes_back,
    Kind.EXTENDED: more_time.extended,
    Kind.PAY_LINK: more_time.pay_link,
    Kind.PAID_TOO_MUCH: money.paid_too_much,
    Kind.OWNER_PAID_TOO_MUCH: money.owner_paid_too_much,
    Kind.OWNER_REFUND_WAITS: money.owner_refund_waits,
    Kind.OWNER_DISPUTED: money.owner_disputed,
    Kind.OWNER_DISPUTE_CLOSED: money.owner_dispute_closed,
    Kind.DATES_MOVED: moving.dates_moved,
    Kind.DATE_CHANGED: changing.date_changed,
    Kind.OWNER_DATE_CHANGED: changing.owner_date_changed,
    Kind.FILL_IN: people.fill_in,
    Kind.PARTICIPANT_DATES_MOVED: participants.dates_moved,
    Kind.PARTICIPANT_DATE_CHANGED: participants.date_changed,
    Kind.PARTICIPANT_CALLED_OFF: participants.called_off,
    Kind.PARTICIPANT_CANCELLED: participants.cancelled,
}
# Those about a course date and nobody's registration.
WRITERS_ABOUT_DATES: Final[dict[str, Callable[[Offering, SeatCount], Words]]] = {
    Kind.OWNER_DECISION_NEAR: deciding.owner_decision_near,
    Kind.OWNER_DECIDE: deciding.owner_decide,
    Kind.OWNER_CALLED_OFF: deciding.owner_called_off,
}
TO_OWNER: Final = {
    Kind.OWNER_NAMES_MISSING,
    Kind.OWNER_DATE_CHANGED,
    Kind.OWNER_DIFFERENCE_UNPAID,
    Kind.OWNER_REST_OVERDUE,
    Kind.OWNER_REST_FAILED,
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
    Kind.OWNER_PAID_TOO_MUCH,
    Kind.OWNER_REFUND_WAITS,
    Kind.OWNER_DISPUTED,
    Kind.OWNER_DISPUTE_CLOSED,
}
WITH_CALENDAR: Final = {
    Kind.CONFIRMED,
    Kind.SUBSTITUTED,
    Kind.DATE_CHANGED,
    Kind.DATES_MOVED,
}


def write_letter(
    registration: Registration,
    *,
    kind: Letter.Kind,
    occasion: str = "",
    amount: int = 0,
    about: Any = None,
    participant: Participant | None = None,
) -> Letter:
    """Write a letter in the same transaction and have it sent after commit; each one only once.

    ``amount`` is the money that the letter tells of, in minor units; ``about`` is what else it
    tells of, for the kinds that need more than an amount. One to a ``participant`` goes to their
    own address, one about an invoice to where invoices go.
    """
    practice = registration.practice
    to_owner = kind in TO_OWNER
    tells_of = ToParticipant(participant, about) if participant else about or amount
    return post_letter(
        {"registration": registration, "kind": kind, "occasion": occasion},
        practice=practice,
        language=practice.source_language if to_owner else registration.language,
        recipient=practice.email if to_owner else _address(registration, kind, participant),
        participant=participant,
        words=lambda: WRITERS[kind](registration, tells_of),
        calendar=lambda: _calendar(registration, kind, about),
    )


def write_letter_about_date(
    offering: Offering, *, kind: Letter.Kind, count: SeatCount, occasion: str = ""
) -> Letter:
    """Like ``write_letter``, but to the owner about a course date and nobody's registration."""
    practice = offering.practice
    return post_letter(
        {"offering": offering, "kind": kind, "occasion": occasion},
        practice=practice,
        language=practice.source_language,
        recipient=practice.email,
        words=lambda: WRITERS_ABOUT_DATES[kind](offering, count),
    )


def post_letter(
    identity: dict[str, Any],
    *,
    practice: Practice,
    language: str,
    recipient: str,
    words: Callable[[], Words],
    calendar: Callable[[], str] = lambda: "",
    participant: Participant | None = None,
) -> Letter:
    """The one letter with this identity, set as text and as HTML, and in the queue if it is new."""
    with override(language):
        said = words()
        context = {"letter": said, "practice": practice, "language": language}
        letter, is_new = Letter.objects.get_or_create(
            **identity,
            defaults={
                "practice": practice,
                "language": language,
                "participant": participant,
                "recipient": recipient,
                "subject": said.subject[:200],
                "text": render_to_string("letters/letter.txt", context),
                "html": render_to_string("letters/letter.html", context),
                "calendar": calendar(),
            },
        )
    if is_new:
        send_letter.enqueue(letter_id=letter.pk)
    return letter


def _address(registration: Registration, kind: Letter.Kind, participant: Participant | None) -> str:
    if participant is not None:
        return participant.email
    to_payer = kind in (Kind.INVOICE_PAID, Kind.INVOICE_OVERDUE)
    return registration.invoices_go_to if to_payer else registration.booker_email


def _calendar(registration: Registration, kind: Letter.Kind, about: Any) -> str:
    """Only whose seats are sure gets the dates into the calendar."""
    if kind not in WITH_CALENDAR or registration.state_now != State.CONFIRMED:
        return ""
    return calendar_of(registration, dropped=getattr(about, "dropped", ()))


def calendar_of(registration: Registration, *, dropped: Iterable[DroppedSession] = ()) -> str:
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
            dropped=dropped,
        )
