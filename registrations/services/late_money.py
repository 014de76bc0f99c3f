"""Money that came when the seats were gone: what the owner can do about it."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from registrations.letters import write_letter
from registrations.models import Actor, Letter, Registration
from registrations.overpaid import paid_too_much
from registrations.seats import lock_offering, seats_left
from registrations.services.ledger import charge_price
from registrations.services.locking import locked_registration
from registrations.services.moves import move, note
from registrations.services.registering import NotEnoughSeats
from registrations.states import MoveNotAllowed, State


@transaction.atomic
def settle(*, registration_id: int, user: Any) -> Registration:
    """Note that the owner has decided and nothing is left to do.

    Raises ``MoveNotAllowed`` while money is owed to the payer: that is not settled by a click.
    """
    registration = locked_registration(registration_id)
    if paid_too_much(registration):
        raise MoveNotAllowed("money is owed to the payer")
    if registration.needs_attention:
        registration.needs_attention = False
        registration.save(update_fields=["needs_attention"])
        note(registration, action="settled", actor=Actor.OWNER, user=user)
    return registration


@transaction.atomic
def give_seat(*, registration_id: int, user: Any) -> Registration:
    """Confirm a registration that was paid after its hold ran out, if its seats are free again.

    What was paid beyond the price stays to be decided about. Raises ``NotEnoughSeats`` while too
    few are free, and ``MoveNotAllowed`` where not enough was paid, the registration did not expire
    or the date was called off. Nothing has changed then.
    """
    offering_id = Registration.objects.values_list("offering_id", flat=True).get(pk=registration_id)
    offering = lock_offering(offering_id)
    registration = locked_registration(registration_id)
    if -registration.balance_in_the_end() < registration.confirming_amount:
        raise MoveNotAllowed("not paid in full, or on its way back")
    if offering.status == offering.Status.CALLED_OFF:
        raise MoveNotAllowed("called off")
    left = seats_left(offering)
    if registration.participants.coming().count() > left:
        raise NotEnoughSeats(left)
    move(
        registration,
        to=State.CONFIRMED,
        actor=Actor.OWNER,
        user=user,
        why=gettext_noop("The seats became free; the payment had come late."),
    )
    charge_price(registration)
    registration.needs_attention = registration.balance_in_the_end() < 0
    registration.save(update_fields=["needs_attention"])
    write_letter(registration, kind=Letter.Kind.CONFIRMED)
    return registration
