"""The rest after a deposit: a reminder before it is due, and what happens when it is not paid.

Each is told once for each day by which the rest was to be paid: put off, it is told anew.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Sum
from django.utils import timezone

from registrations.letters import write_letter
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.owing import amount_to_ask
from registrations.states import State

REMIND_BEFORE: Final = timedelta(days=7)
# Whoever has registered just now knows, and so does whoever was just told of another day.
NOT_SO_SOON: Final = timedelta(days=2)
TELLS_THE_DAY: Final = (Letter.Kind.EXTENDED, Letter.Kind.DATE_CHANGED)


def rests_to_remind(*, now: datetime) -> list[int]:
    """Those whose rest is due within a week and who have not been reminded of that day."""
    return _not_told(_due_soon(now), Letter.Kind.REST_REMINDER, _day)


def rests_overdue(*, now: datetime) -> list[int]:
    """Those whose rest should have been paid, and of whom nobody was told."""
    rows = _unpaid().filter(rest_due_at__lte=now)
    return _not_told(rows, Letter.Kind.REST_OVERDUE, _moment)


def _unpaid() -> QuerySet[Registration]:
    confirmed = Registration.objects.filter(
        state=State.CONFIRMED, method=Registration.Method.CARD, deposit__gt=0
    )
    return confirmed.annotate(balance=Sum("ledger__amount", default=0)).filter(balance__gt=0)


def _due_soon(now: datetime) -> QuerySet[Registration]:
    """Without those who know it from what they did, or were told, a moment ago."""
    letters = Letter.objects.filter(registration=OuterRef("pk"), kind__in=TELLS_THE_DAY)
    rows = _unpaid().filter(rest_due_at__gt=now, rest_due_at__lte=now + REMIND_BEFORE)
    return rows.filter(
        ~Exists(letters.filter(made_at__gt=now - NOT_SO_SOON)), made_at__lte=now - NOT_SO_SOON
    )


def _not_told(
    rows: QuerySet[Registration], kind: Letter.Kind, occasion: Callable[[Registration], str]
) -> list[int]:
    told = Prefetch("letters", Letter.objects.filter(kind=kind).only("registration", "occasion"))
    rows = rows.order_by("rest_due_at", "pk").prefetch_related("practice", told)
    return [
        row.pk for row in rows if occasion(row) not in {one.occasion for one in row.letters.all()}
    ]


def _day(registration: Registration) -> str:
    """A few hours more are the same day, of which they need not be reminded twice."""
    due_at = registration.rest_due_at
    return f"{due_at.astimezone(registration.practice.zone):%Y-%m-%d}" if due_at else ""


def _moment(registration: Registration) -> str:
    return f"{registration.rest_due_at:%Y-%m-%dT%H:%M}"


@transaction.atomic
def remind_of_rest(*, registration_id: int) -> bool:
    """Remind the person booking, once for each day by which it is due.

    False where nothing is to be paid (any more), or not so soon.
    """
    registration = locked_registration(registration_id)
    owed, day = _owed(registration), _day(registration)
    this_one = _due_soon(timezone.now()).filter(pk=registration_id)
    if not owed or not _not_told(this_one, Letter.Kind.REST_REMINDER, _day):
        return False
    note(registration, action="reminded_of_rest", actor=Actor.SYSTEM, why=day)
    write_letter(registration, kind=Letter.Kind.REST_REMINDER, occasion=day, amount=owed)
    return True


@transaction.atomic
def tell_of_overdue_rest(*, registration_id: int) -> bool:
    """Write to the person booking and to the owner, and flag it; the seats stay theirs. Once for
    each moment by which it was due.

    False where nothing is owed, or a payment is on its way.
    """
    registration = locked_registration(registration_id)
    owed = _owed(registration)
    due_at = registration.rest_due_at
    if not owed or due_at is None or due_at > timezone.now():
        return False
    occasion = _moment(registration)
    if registration.letters.filter(kind=Letter.Kind.REST_OVERDUE, occasion=occasion).exists():
        return False
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="rest_overdue", actor=Actor.SYSTEM)
    for kind in (Letter.Kind.REST_OVERDUE, Letter.Kind.OWNER_REST_OVERDUE):
        write_letter(registration, kind=kind, occasion=occasion, amount=owed)
    return True


def _owed(registration: Registration) -> int:
    """What is to be asked for; nothing while a payment of it is on its way."""
    on_its_way = registration.payment_attempts.filter(status=PaymentAttempt.Status.PROCESSING)
    if registration.state_now != State.CONFIRMED or on_its_way.exists():
        return 0
    return amount_to_ask(registration)
