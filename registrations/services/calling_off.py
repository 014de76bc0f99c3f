"""Calling a course date off: everybody is told, and everything that was paid goes back."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from cms.history import recorded
from courses.models import Offering
from registrations.models import Actor, Letter, Registration
from registrations.seats import lock_offering
from registrations.services.cancelling import (
    CALLED_OFF,
    NotPossible,
    cancel_because_called_off,
    quote,
)
from registrations.services.refunds import possible_refund
from registrations.services.releasing import AlreadyPaid, give_up
from registrations.states import HOLDING, State

# Those who only wait are told too.
CONCERNED: Final = (State.WAITLISTED, *HOLDING)


@dataclass(frozen=True)
class Consequence:
    """What calling off does to one registration; minor units, with VAT.

    Of what is paid back, ``refund`` is what goes by itself, and ``waits`` is what the owner has to
    decide about. ``credited`` is what an employer's invoice asks for no more.
    """

    registration: Registration
    seats: int
    refund: int = 0
    credited: int = 0
    waits: int = 0


def consequences(offering: Offering) -> list[Consequence]:
    """The dry run: who will be written to, and what goes back to whom. Changes nothing."""
    concerned = (
        Registration.objects.filter(offering=offering, state__in=CONCERNED)
        .prefetch_related("participants")
        .order_by("made_at", "pk")
    )
    return [_consequence(registration) for registration in concerned]


def _consequence(registration: Registration) -> Consequence:
    if not registration.state_now.holds_seats:
        return Consequence(registration=registration, seats=0)
    cost = quote(registration, numbers=None, percent=0)
    goes = possible_refund(registration, amount=cost.refund)
    invoiced = registration.method == Registration.Method.INVOICE
    return Consequence(
        registration=registration,
        seats=len(cost.people),
        refund=goes,
        credited=cost.price.gross if invoiced else 0,
        waits=cost.refund - goes,
    )


def call_off(*, offering_id: int, user: Any) -> int:
    """Call the date off and cancel everybody; answer how many were cancelled now.

    The date is closed first, in a transaction of its own, so that nobody can register any more.
    Each registration follows in its own. Stopped in the middle, it goes on when called again, and
    the chores do that by themselves.
    """
    with transaction.atomic():
        close_for_good(lock_offering(offering_id), user=user)
    return sum(cancel_one(registration_id=pk, user=user) for pk in left_to_cancel(offering_id))


def close_for_good(offering: Offering, *, user: Any = None) -> None:
    """Call the date off, so that nobody registers any more and the chores cancel everybody.

    The caller holds the offering's lock and the transaction.
    """
    if offering.status != Offering.Status.CALLED_OFF:
        with recorded(offering, user=user, action="called_off"):
            offering.status = Offering.Status.CALLED_OFF
            offering.save(update_fields=["status"])


def left_to_cancel(offering_id: int | None = None) -> list[int]:
    """Registrations that still hold seats, or wait for some, on dates that are called off."""
    left = Registration.objects.filter(
        state__in=CONCERNED, offering__status=Offering.Status.CALLED_OFF
    )
    if offering_id is not None:
        left = left.filter(offering=offering_id)
    return list(left.order_by("pk").values_list("pk", flat=True))


def cancel_one(*, registration_id: int, user: Any = None) -> bool:
    """Cancel one registration of a date called off; False when it holds no seat any more."""
    actor = Actor.OWNER if user else Actor.SYSTEM
    # Whoever awaits payment gives up without money; whoever paid first is paid back.
    with suppress(AlreadyPaid):
        give_up(
            registration_id=registration_id,
            actor=actor,
            user=user,
            letter=Letter.Kind.CALLED_OFF,
            why=CALLED_OFF,
        )
        return True
    try:
        cancel_because_called_off(registration_id=registration_id, user=user)
    except NotPossible:
        return False
    return True
