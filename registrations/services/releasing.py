"""Giving seats back: when a hold runs out, and when the booking is given up before paying."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from registrations.letters import write_letter
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.services.card_money import settle_surplus
from registrations.services.ledger import take_price_back
from registrations.services.locking import locked_registration
from registrations.services.moves import move
from registrations.services.payments import close_checkout
from registrations.services.telling_participants import tell_participants
from registrations.states import State

# How long seats wait for a payment that is on its way before it is looked at again.
WAIT_FOR_MONEY: Final = timedelta(hours=6)
MAY_BE_GIVEN_UP: Final = (
    State.WAITLISTED,
    State.OFFERED,
    State.IN_REVIEW,
    State.AWAITING_PAYMENT,
)


class AlreadyPaid(Exception):
    """The payment arrived first; the registration is confirmed."""


class PaymentOnItsWay(Exception):
    """Somebody may be paying at this moment; the seats stay held."""


def holds_run_out(*, now: datetime) -> list[int]:
    return list(
        Registration.objects.filter(state=State.AWAITING_PAYMENT, hold_until__lte=now)
        .order_by("hold_until")
        .values_list("pk", flat=True)
    )


def expire_hold(*, registration_id: int) -> bool:
    """Free the seats of a hold that has run out, unless it was paid. True when they were freed.

    The checkout is closed at Stripe first. When Stripe cannot be asked (``OutcomeUnknown``) the
    seats stay held and the next round tries again.
    """
    close_checkouts(registration_id)
    with transaction.atomic():
        registration = locked_registration(registration_id)
        if not _may_be_released(registration):
            return False
        if registration.hold_until is None or registration.hold_until > timezone.now():
            return False
        move(
            registration,
            to=State.EXPIRED,
            actor=Actor.SYSTEM,
            why=gettext_noop("The hold ran out."),
        )
        take_price_back(registration)
        if registration.balance_due() < 0:
            settle_surplus(registration, arrived=0, occasion="hold")
        else:
            write_letter(registration, kind=Letter.Kind.EXPIRED)
        return True


def give_up(
    *,
    registration_id: int,
    actor: Actor,
    user: Any = None,
    letter: Letter.Kind | None = None,
    why: str = "",
) -> Registration:
    """Cancel a registration before it is paid or decided; asking twice changes nothing more.

    The ``letter`` is the one that fits, unless another is named; ``why`` goes into the history.

    Raises ``AlreadyPaid`` when the money was first, and ``PaymentOnItsWay`` while that is not
    decided.
    """
    close_checkouts(registration_id)
    with transaction.atomic():
        registration = locked_registration(registration_id)
        if registration.state_now == State.CONFIRMED:
            raise AlreadyPaid
        if registration.state_now not in MAY_BE_GIVEN_UP:
            return registration
        before = registration.state_now
        if before == State.AWAITING_PAYMENT and not _may_be_released(registration):
            raise PaymentOnItsWay
        move(registration, to=State.CANCELLED, actor=actor, user=user, why=why)
        if before.holds_seats:
            take_price_back(registration)
        paid = max(0, -registration.balance_in_the_end())
        waited = before == State.WAITLISTED
        fitting = Letter.Kind.LEFT_LIST if waited else Letter.Kind.CANCELLED
        write_letter(registration, kind=letter or fitting)
        if letter == Letter.Kind.CALLED_OFF:
            tell_participants(
                registration,
                registration.participants.coming(),
                kind=Letter.Kind.PARTICIPANT_CALLED_OFF,
                before=before,
            )
        settle_surplus(registration, arrived=paid, occasion="given up")
        return registration


def close_checkouts(registration_id: int) -> None:
    """Outside any lock: Stripe is asked."""
    undecided = PaymentAttempt.objects.filter(
        registration_id=registration_id, status__in=PaymentAttempt.UNDECIDED
    )
    for attempt_id in list(undecided.values_list("pk", flat=True)):
        close_checkout(attempt_id=attempt_id)


def _may_be_released(registration: Registration) -> bool:
    """Under the lock: still waiting, and no money can be on its way."""
    if registration.state_now != State.AWAITING_PAYMENT:
        return False
    undecided = registration.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
    overdue = registration.hold_until and registration.hold_until <= timezone.now()
    if overdue and undecided.filter(status=PaymentAttempt.Status.PROCESSING).exists():
        registration.hold_until = timezone.now() + WAIT_FOR_MONEY
        registration.save(update_fields=["hold_until"])
        return False
    return not undecided.exists()
