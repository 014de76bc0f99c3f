"""What the payer's bank took for good: the owner gives it up as a loss, or pays back from her bank.

A dispute that is lost leaves its amount owed, and nothing of that payment can go back through
Stripe any more.
"""

from typing import Any

from django.db import transaction
from django.db.models import Sum

from registrations.models import Actor, Dispute, LedgerLine, Registration
from registrations.overpaid import owed_to_payer, still_asked
from registrations.services.bank_money import NothingOpen
from registrations.services.locking import locked_registration
from registrations.services.moves import note

Kind = LedgerLine.Kind


def loss_to_write_off(registration: Registration) -> int:
    """What is owed because a dispute was lost, and not given up yet; minor units."""
    disputes = registration.fetched("disputes")
    if disputes is not None and not disputes:
        return 0
    lines = registration.ledger.filter(kind=Kind.DISPUTED, dispute__status=Dispute.Status.LOST)
    lost = lines.aggregate(sum=Sum("amount", default=0))["sum"]
    if not lost:
        return 0
    owed = registration.balance_due() - still_asked(registration)
    return max(0, min(lost - written_off_loss(registration), owed))


def written_off_loss(registration: Registration) -> int:
    """What was given up of lost disputes, and not taken up again; minor units."""
    kinds = (Kind.WRITTEN_OFF, Kind.WRITE_OFF_UNDONE)
    lines = [row for row in registration.ledger.all() if row.kind in kinds]
    return -sum(row.amount for row in lines if row.invoice_id is None)


@transaction.atomic
def write_off_loss(*, registration_id: int, user: Any) -> Registration:
    """Give up what a lost dispute left owed, and clear the flag; the seats stay theirs.

    Raises ``NothingOpen`` where nothing is owed because of one (any more).
    """
    registration = locked_registration(registration_id)
    amount = loss_to_write_off(registration)
    if amount <= 0:
        raise NothingOpen
    _book(registration, Kind.WRITTEN_OFF, -amount)
    registration.needs_attention = owed_to_payer(registration) > 0
    registration.save(update_fields=["needs_attention"])
    note(registration, action="loss_written_off", actor=Actor.OWNER, user=user)
    return registration


def less_the_loss(registration: Registration, balance: int) -> int:
    """A balance once seats are given back: whoever has their money from the bank already does not
    get it a second time because the loss was given up."""
    return min(0, balance + written_off_loss(registration)) if balance < 0 else balance


def take_loss_up_again(registration: Registration) -> None:
    """Undo of a write-off what would otherwise be owed to the payer now.

    The caller holds the lock and the transaction, and has booked what was taken back.
    """
    balance = registration.balance_in_the_end()
    undone = less_the_loss(registration, balance) - balance
    if undone > 0:
        _book(registration, Kind.WRITE_OFF_UNDONE, undone)


def _book(registration: Registration, kind: LedgerLine.Kind, amount: int) -> None:
    LedgerLine.objects.create(
        registration=registration, kind=kind, amount=amount, currency=registration.currency
    )
