"""Who is written to: loaded once with all that a letter may say, and then chosen from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db.models import Prefetch, QuerySet

from registrations.models import (
    Audience,
    Invoice,
    LedgerLine,
    Participant,
    PaymentAttempt,
    Registration,
)
from registrations.services.owing import amount_to_ask
from registrations.states import State

BY_STATE: Final = {
    Audience.PARTICIPANTS: (State.CONFIRMED,),
    Audience.BOOKERS: (State.CONFIRMED,),
    Audience.NAMES_MISSING: (State.CONFIRMED,),
    Audience.WAITING: (State.WAITLISTED, State.OFFERED),
    Audience.OWING: (State.CONFIRMED, State.AWAITING_PAYMENT),
}
# Those who are gone are written to only when somebody chose them.
LEFT: Final = (State.DECLINED, State.EXPIRED, State.CANCELLED, State.WITHDRAWN)


@dataclass(frozen=True)
class Reader:
    """Who booked, or, with a ``person``, one who comes and has an address of their own."""

    registration: Registration
    person: Participant | None = None

    @property
    def number(self) -> int:
        return self.person.number if self.person else 0

    @property
    def name(self) -> str:
        return self.person.name if self.person else self.registration.booker_name

    @property
    def address(self) -> str:
        return self.person.email if self.person else self.registration.booker_email

    @property
    def key(self) -> str:
        """Tells readers of one message apart."""
        return f"{self.registration.pk}/{self.number}"


def load(registrations: QuerySet[Registration], *, with_money: bool = True) -> list[Registration]:
    """In the order in which they were made; as many queries for a thousand as for one.

    Without their money, nothing is asked of it that is told of those who owe.
    """
    rows = registrations.select_related("practice__site", "offering__course__practice")
    rows = rows.prefetch_related("participants", "offering__sessions")
    if with_money:
        paying = PaymentAttempt.objects.filter(status=PaymentAttempt.Status.PROCESSING)
        rows = rows.prefetch_related(
            Prefetch("ledger", LedgerLine.objects.select_related("refund")),
            Prefetch("invoices", Invoice.objects.filter(status=Invoice.Status.OPEN)),
            Prefetch("payment_attempts", paying),
        )
    return list(rows.order_by("pk"))


def readers_among(
    registrations: Iterable[Registration],
    audience: str,
    *,
    now: datetime,
    chosen: bool = False,
    due_later: bool = False,
) -> list[Reader]:
    """Those of ``registrations``, as ``load`` gives them, who belong to the audience.

    With ``chosen`` they were picked one by one, so their state does not matter. ``due_later``
    counts those as owing whose invoice is not due yet.
    """
    found: list[Reader] = []
    for registration in registrations:
        if not chosen and registration.state_now not in BY_STATE[Audience(audience)]:
            continue
        if audience == Audience.PARTICIPANTS:
            found += _people(registration)
        elif (audience == Audience.NAMES_MISSING and not unnamed(registration)) or (
            audience == Audience.OWING and not owed(registration, now=now, due_later=due_later)
        ):
            continue
        else:
            found.append(Reader(registration))
    return found


def _people(registration: Registration) -> list[Reader]:
    """Each address once: those without one of their own are told through whoever booked."""
    booker = registration.booker_email.casefold()
    found: dict[str, Reader] = {}
    for person in coming(registration):
        address = person.email.casefold() or booker
        own = person if address != booker else None
        found.setdefault(address, Reader(registration, own))
    return list(found.values()) or [Reader(registration)]


def coming(registration: Registration) -> list[Participant]:
    people = [person for person in registration.participants.all() if person.cancelled_at is None]
    return sorted(people, key=lambda person: person.number)


def unnamed(registration: Registration) -> list[Participant]:
    return [person for person in coming(registration) if not person.name]


def owed(registration: Registration, *, now: datetime, due_later: bool = False) -> int:
    """What somebody can be reminded of now, in minor units.

    Nothing while a payment is on its way, or while somebody is still at the payment page.
    """
    if registration.payment_attempts.all():
        return 0
    if registration.method == Registration.Method.CARD:
        promised = registration.state_now != State.AWAITING_PAYMENT or registration.pay_by
        return amount_to_ask(registration, now=now) if promised else 0
    due = due_at(registration)
    if registration.method != Registration.Method.INVOICE or due is None:
        return 0
    if due > now and not due_later:
        return 0
    return max(0, sum(line.amount for line in registration.ledger.all()))


def due_at(registration: Registration) -> datetime | None:
    """The day by which something is to be paid, if one was told."""
    if registration.method == Registration.Method.CARD:
        if registration.state_now == State.AWAITING_PAYMENT:
            return registration.pay_by
        return registration.rest_due_at or registration.pay_by
    moments = [invoice.due_at for invoice in registration.invoices.all() if invoice.due_at]
    return min(moments, default=None)
