"""What a registration is asked to pay by card at this moment."""

from datetime import datetime

from django.utils import timezone

from registrations.models import LedgerLine, Registration
from registrations.states import State

# Owed by those who have paid, but not asked for: the owner or a bank decides about it.
CONTESTED = (LedgerLine.Kind.DISPUTED, LedgerLine.Kind.DISPUTE_WON)
GIVEN_UP = (LedgerLine.Kind.WRITTEN_OFF, LedgerLine.Kind.WRITE_OFF_UNDONE)
ADOPTED = (LedgerLine.Kind.REFUND, LedgerLine.Kind.REFUND_FAILED)


def amount_to_ask(registration: Registration, *, now: datetime | None = None) -> int:
    """What is to be paid by card now, in minor units; 0 where nothing is.

    Who awaits payment pays the deposit first, as long as there is time for the rest, and else
    everything. Whoever is confirmed, or left for a fee, pays what is still owed. What was paid
    back in Stripe's dashboard, or taken back by a bank, is not asked for again.
    """
    if registration.method != Registration.Method.CARD:
        return 0
    lines = _lines(registration)
    balance = sum(line.amount for line in lines)
    if registration.state_now == State.AWAITING_PAYMENT:
        if has_time_for_the_rest(registration, now=now or timezone.now()):
            balance -= registration.total.gross - registration.deposit
        return max(0, balance)
    if registration.state_now in (State.CONFIRMED, State.CANCELLED):
        return max(0, balance - sum(line.amount for line in lines if _moved_elsewhere(line)))
    return 0


def has_time_for_the_rest(registration: Registration, *, now: datetime) -> bool:
    """Whether a deposit confirms it, and the rest follows later."""
    return registration.rest_due_at is not None and now < registration.rest_due_at


def rest_of(registration: Registration) -> int:
    """What a deposit leaves to be paid later, in minor units; 0 where all is paid at once."""
    return registration.total.gross - registration.deposit if registration.deposit else 0


def _lines(registration: Registration) -> list[LedgerLine]:
    """With the refunds that they tell of; whoever looks at many registrations fetched them."""
    fetched = "ledger" in getattr(registration, "_prefetched_objects_cache", {})
    lines = registration.ledger.all()
    return list(lines if fetched else lines.select_related("refund"))


def _moved_elsewhere(line: LedgerLine) -> bool:
    if line.kind in CONTESTED:
        return True
    if line.kind in ADOPTED:
        return line.refund is not None and line.refund.parameters == {}
    return line.kind in GIVEN_UP and line.invoice_id is None
