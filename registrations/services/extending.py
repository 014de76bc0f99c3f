"""More time: for a hold, an offer, the difference to another date, or the rest after a deposit."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from courses.models import Offering
from registrations.letters import write_letter
from registrations.models import Actor, Letter, Registration
from registrations.services.cancelling import NotPossible
from registrations.services.differences import owes_difference
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.owing import amount_to_ask
from registrations.services.payments import NothingToPay
from registrations.states import HELD_FOR_A_TIME, State

# One letter with the way to pay a minute.
TO_THE_MINUTE: Final = "%Y-%m-%dT%H:%M"


class NoLonger(NotPossible):
    """The new deadline has passed, is no later than the one there is, or lies past the start."""


def deadline_of(registration: Registration) -> datetime | None:
    """What can be put off now: until when seats are held, or a debt is to be paid. None where
    nothing runs out."""
    if registration.offering.status == Offering.Status.CALLED_OFF:
        return None
    if registration.state_now in HELD_FOR_A_TIME:
        return registration.hold_until
    if registration.state_now != State.CONFIRMED or registration.balance_due() <= 0:
        return None
    return registration.pay_by if owes_difference(registration) else registration.rest_due_at


@transaction.atomic
def extend(*, registration_id: int, until: datetime, user: Any) -> Registration:
    """Put the deadline off to ``until``, and tell the person booking.

    Seats are held until the first session at the latest. Raises ``NotPossible`` where nothing runs
    out, and ``NoLonger`` where ``until`` is no more time.
    """
    registration = locked_registration(registration_id)
    deadline = deadline_of(registration)
    if deadline is None:
        raise NotPossible
    start = registration.offering.first_start
    too_late = registration.state_now in HELD_FOR_A_TIME and start is not None and until > start
    if until <= max(deadline, timezone.now()) or too_late:
        raise NoLonger
    _put_off(registration, until)
    note(registration, action="extended", actor=Actor.OWNER, user=user)
    occasion = until.isoformat(timespec="minutes")
    write_letter(registration, kind=Letter.Kind.EXTENDED, occasion=occasion, about=until)
    return registration


def _put_off(registration: Registration, until: datetime) -> None:
    if registration.state_now == State.OFFERED:
        registration.hold_until = until
        registration.save(update_fields=["hold_until"])
    elif registration.state_now == State.AWAITING_PAYMENT:
        registration.hold_until = registration.pay_by = until
        registration.save(update_fields=["hold_until", "pay_by"])
    elif owes_difference(registration):
        registration.pay_by = until
        registration.save(update_fields=["pay_by"])
    else:
        registration.rest_due_at = until
        registration.save(update_fields=["rest_due_at"])


@transaction.atomic
def send_pay_link(*, registration_id: int, user: Any) -> bool:
    """Write to the person booking how to pay what is asked now. True when it was written now; two
    clicks within a minute are one letter.

    Raises ``NothingToPay`` where nothing is to be paid by card, or the time to pay is over.
    """
    registration = locked_registration(registration_id)
    owed, now = amount_to_ask(registration), timezone.now()
    if owed <= 0 or is_over(registration, now=now):
        raise NothingToPay
    kind, occasion = Letter.Kind.PAY_LINK, now.strftime(TO_THE_MINUTE)
    if registration.letters.filter(kind=kind, occasion=occasion).exists():
        return False
    note(registration, action="pay_link_sent", actor=Actor.OWNER, user=user)
    write_letter(registration, kind=kind, occasion=occasion, amount=owed)
    return True


def is_over(registration: Registration, *, now: datetime) -> bool:
    """Whether the seats wait only for the chores to be given back."""
    until = registration.hold_until
    return registration.state_now == State.AWAITING_PAYMENT and until is not None and until <= now
