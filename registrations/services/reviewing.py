"""Review first: the owner approves or declines an application. No card is touched before that."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from courses.models import Offering
from registrations.letters import write_letter
from registrations.models import Actor, Letter, Registration
from registrations.services.invoicing import invoice_difference
from registrations.services.ledger import take_price_back
from registrations.services.locking import locked_registration
from registrations.services.moves import move
from registrations.states import MoveNotAllowed, State


class NoWords(Exception):
    """Nobody is declined without a word."""


@transaction.atomic
def approve(*, registration_id: int, user: Any) -> Registration:
    """Let an applicant pay until a deadline that is counted from now; where nothing is paid by
    card, the registration is confirmed.

    Raises ``MoveNotAllowed`` where there is nothing to decide or the date was called off.
    """
    registration = _under_review(registration_id)
    if registration.offering.status == Offering.Status.CALLED_OFF:
        raise MoveNotAllowed("called off")
    after = enter(
        registration,
        actor=Actor.OWNER,
        user=user,
        pay_by=payment_deadline(registration, now=timezone.now()),
    )
    awaits = after == State.AWAITING_PAYMENT
    write_letter(registration, kind=Letter.Kind.APPROVED if awaits else Letter.Kind.CONFIRMED)
    return registration


@transaction.atomic
def decline(*, registration_id: int, user: Any, words: str) -> Registration:
    """Give the seats back and write to the applicant in the owner's own ``words``.

    Raises ``NoWords`` without any, and ``MoveNotAllowed`` where there is nothing to decide.
    """
    if not words.strip():
        raise NoWords
    registration = _under_review(registration_id)
    registration.decision_words = words.strip()
    registration.save(update_fields=["decision_words"])
    move(registration, to=State.DECLINED, actor=Actor.OWNER, user=user)
    take_price_back(registration)
    write_letter(registration, kind=Letter.Kind.DECLINED)
    return registration


def enter(registration: Registration, *, actor: Actor, pay_by: datetime, user: Any = None) -> State:
    """Move on to paying by card until ``pay_by``, or to a confirmation; answer the new state.

    The caller holds the lock and the transaction, and writes the letter.
    """
    if registration.method != Registration.Method.CARD:
        move(registration, to=State.CONFIRMED, actor=actor, user=user)
        invoice_difference(registration)
    else:
        registration.pay_by = pay_by
        registration.save(update_fields=["pay_by"])
        move(registration, to=State.AWAITING_PAYMENT, actor=actor, user=user, hold_until=pay_by)
    return registration.state_now


def _under_review(registration_id: int) -> Registration:
    registration = locked_registration(registration_id)
    if registration.state_now != State.IN_REVIEW:
        raise MoveNotAllowed(f"{registration.state_now} is not under review")
    return registration


def payment_deadline(registration: Registration, *, now: datetime) -> datetime:
    return deadline_for(registration.offering, now=now)


def deadline_for(offering: Offering, *, now: datetime) -> datetime:
    """The offering's days from now, but not past its start; always time for one payment."""
    deadline = now + timedelta(days=offering.days_to_pay)
    start = offering.first_start
    if start is not None:
        deadline = min(deadline, start)
    return max(deadline, now + timedelta(minutes=offering.practice.hold_minutes))
