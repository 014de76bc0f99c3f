"""The rest after a deposit: a reminder before it is due, and what happens when it is not paid."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from registrations.letters import write_letter
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.owing import amount_to_ask
from registrations.states import State

REMIND_BEFORE: Final = timedelta(days=7)
# Whoever has registered just now knows.
NOT_SO_SOON: Final = timedelta(days=2)


def rests_to_remind(*, now: datetime) -> list[int]:
    """Those whose rest is due within a week and who have not been reminded."""
    rows = _unpaid().filter(
        rest_due_at__gt=now, rest_due_at__lte=now + REMIND_BEFORE, made_at__lte=now - NOT_SO_SOON
    )
    return _keys(rows.exclude(letters__kind=Letter.Kind.REST_REMINDER))


def rests_overdue(*, now: datetime) -> list[int]:
    """Those whose rest should have been paid, and of whom nobody was told."""
    rows = _unpaid().filter(rest_due_at__lte=now)
    return _keys(rows.exclude(letters__kind=Letter.Kind.REST_OVERDUE))


def _unpaid() -> QuerySet[Registration]:
    confirmed = Registration.objects.filter(
        state=State.CONFIRMED, method=Registration.Method.CARD, deposit__gt=0
    )
    return confirmed.annotate(balance=Sum("ledger__amount", default=0)).filter(balance__gt=0)


def _keys(rows: QuerySet[Registration]) -> list[int]:
    return list(rows.order_by("rest_due_at", "pk").values_list("pk", flat=True))


@transaction.atomic
def remind_of_rest(*, registration_id: int) -> bool:
    """Remind the person booking once. False where nothing is to be paid (any more)."""
    registration = locked_registration(registration_id)
    owed = _owed(registration)
    if not owed or registration.letters.filter(kind=Letter.Kind.REST_REMINDER).exists():
        return False
    note(registration, action="reminded_of_rest", actor=Actor.SYSTEM)
    write_letter(registration, kind=Letter.Kind.REST_REMINDER, amount=owed)
    return True


@transaction.atomic
def tell_of_overdue_rest(*, registration_id: int) -> bool:
    """Write to the person booking and to the owner once, and flag it; the seats stay theirs.

    False where nothing is owed, or a payment is on its way.
    """
    registration = locked_registration(registration_id)
    owed = _owed(registration)
    due_at = registration.rest_due_at
    if not owed or due_at is None or due_at > timezone.now():
        return False
    if registration.letters.filter(kind=Letter.Kind.REST_OVERDUE).exists():
        return False
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="rest_overdue", actor=Actor.SYSTEM)
    for kind in (Letter.Kind.REST_OVERDUE, Letter.Kind.OWNER_REST_OVERDUE):
        write_letter(registration, kind=kind, amount=owed)
    return True


def _owed(registration: Registration) -> int:
    """What is to be asked for; nothing while a payment of it is on its way."""
    on_its_way = registration.payment_attempts.filter(status=PaymentAttempt.Status.PROCESSING)
    if registration.state_now != State.CONFIRMED or on_its_way.exists():
        return 0
    return amount_to_ask(registration)
