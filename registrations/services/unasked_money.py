"""Money that came into the bank although nothing asked for it: paid twice, or paid too late."""

from datetime import date
from typing import Any

from django.db import transaction

from registrations.letters import write_letter
from registrations.models import Actor, LedgerLine, Letter, Registration
from registrations.overpaid import owed_to_payer
from registrations.services.bank_money import open_rest
from registrations.services.cancelling import NotPossible
from registrations.services.confirming import asked_outside
from registrations.services.invoicing import is_invoiced, missing
from registrations.services.locking import locked_registration
from registrations.services.lost_disputes import take_loss_up_again
from registrations.services.moves import note
from registrations.states import State

# Who waits for a review or for seats, or has a hold running, owes nothing yet or is asked for it.
AT_REST = (State.CONFIRMED, State.CANCELLED, State.EXPIRED)


class AlreadyNoted(NotPossible):
    """What is owed to the payer is not what the page said; nothing has changed."""


def asks_for_nothing(registration: Registration) -> bool:
    """Whether money that comes into the bank now is for nothing that is still to be paid."""
    if registration.state_now not in AT_REST or asked_outside(registration) > 0:
        return False
    if is_invoiced(registration) and missing(registration).gross > 0:
        return False
    return all(open_rest(registration, one) <= 0 for one in registration.invoices.all())


@transaction.atomic
def note_unasked_money(
    *, registration_id: int, amount: int, owed_before: int, paid_on: date, user: Any
) -> Registration:
    """Book ``amount`` minor units that came into the bank on that day, and flag what is too much.

    What a lost dispute had left owed is paid by it first, also where it was given up as a loss.
    ``owed_before`` is what the page said is owed to the payer: raises ``AlreadyNoted`` where that
    has changed, such as when the same money is noted twice, and ``NotPossible`` where something is
    still to be paid and the money belongs there, or for no amount at all. Nothing has changed then.
    """
    registration = locked_registration(registration_id)
    if amount <= 0 or not asks_for_nothing(registration):
        raise NotPossible
    if owed_to_payer(registration) != owed_before:
        raise AlreadyNoted
    LedgerLine.objects.create(
        registration=registration,
        kind=LedgerLine.Kind.BANK_PAYMENT,
        amount=-amount,
        currency=registration.currency,
    )
    take_loss_up_again(registration)
    surplus = owed_to_payer(registration)
    action = "unasked_money" if surplus else "paid_outside"
    why = paid_on.isoformat()
    line = note(registration, action=action, actor=Actor.OWNER, user=user, why=why)
    occasion = f"bank:{line.pk}"
    if not surplus:
        kind = Letter.Kind.REST_PAID
        write_letter(registration, kind=kind, occasion=occasion, amount=amount)
        return registration
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    is_theirs = registration.state_now == State.CONFIRMED
    kind = Letter.Kind.PAID_TOO_MUCH if is_theirs else Letter.Kind.PAID_LATE
    write_letter(registration, kind=kind, occasion=occasion, amount=surplus)
    return registration
