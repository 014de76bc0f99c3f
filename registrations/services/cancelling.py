"""Ways out of a confirmed registration: cancelling, withdrawing, and what is paid back."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from cms.page_cache import visible_change
from courses.money import Amount
from registrations.letters import write_letter
from registrations.models import Actor, LedgerLine, Letter, Participant, Registration
from registrations.overpaid import owed_to_payer, still_asked
from registrations.services.invoice_contents import taken_back_in_words
from registrations.services.invoicing import invoice_difference, is_invoiced, missing
from registrations.services.locking import locked_registration
from registrations.services.lost_disputes import less_the_loss, take_loss_up_again
from registrations.services.moves import move, note
from registrations.services.refunds import (
    goes_back_by_bank,
    order_refunds,
    order_what_is_possible,
    possible_refund,
)
from registrations.services.releasing import close_checkouts
from registrations.services.serving import have_seats_offered
from registrations.services.telling_participants import tell_participants
from registrations.states import State
from registrations.stripe_gateway import OutcomeUnknown

# The law's time for a private buyer to withdraw.
WITHDRAWAL_PERIOD: Final = timedelta(days=14)
# Why everybody on a course date that is called off is cancelled, in the history's words.
CALLED_OFF: Final = gettext_noop("The course was called off.")


class NotPossible(Exception):
    """This cannot be done (any more); nothing has changed."""


class QuoteChanged(NotPossible):
    """What cancelling costs is no longer what was shown."""

    def __init__(self, quote: "Quote") -> None:
        super().__init__()
        self.quote = quote


@dataclass(frozen=True)
class Quote:
    """What becomes of the money when these participants are cancelled; minor units, with VAT."""

    people: tuple[Participant, ...]
    price: Amount
    fee: Amount
    refund: int
    still_owed: int
    is_whole: bool

    @property
    def taken_back(self) -> int:
        """What is owed no more: an invoice is credited by as much."""
        return self.price.gross - self.fee.gross


def quote(registration: Registration, *, numbers: Collection[int] | None, percent: int) -> Quote:
    """What cancelling the participants with these numbers costs at a fee of ``percent``.

    None means all who are still coming. The fee is a part of each one's price, rounded once.
    What is on its way back already does not go back again.
    """
    coming = [p for p in registration.participants.all() if p.cancelled_at is None]
    chosen = [p for p in coming if numbers is None or p.number in numbers]
    shares = [person.price for person in chosen]
    gross, vat = sum(s.gross for s in shares), sum(s.vat for s in shares)
    price = Amount(net=gross - vat, vat=vat, currency=registration.currency)
    fee_gross, fee_vat = _percent_of(gross, percent), _percent_of(vat, percent)
    balance = registration.balance_in_the_end() - gross + fee_gross
    balance = less_the_loss(registration, balance)
    asked = still_asked(registration, more=fee_gross - gross)
    return Quote(
        people=tuple(chosen),
        price=price,
        fee=Amount(net=fee_gross - fee_vat, vat=fee_vat, currency=registration.currency),
        refund=max(0, asked - balance),
        still_owed=max(asked, balance),
        is_whole=len(chosen) == len(coming),
    )


def _percent_of(amount: int, percent: int) -> int:
    return (amount * percent + 50) // 100


def percent_now(registration: Registration, *, now: datetime | None = None) -> int | None:
    """The fee that the offering's rules ask now; None where cancelling is by arrangement.

    Nothing for what is free of charge, and for those whose dates were moved while they may leave
    for that. Whoever changed to another date pays at least what cancelling cost before.
    """
    now = now or timezone.now()
    if registration.total.gross == 0 or may_leave_for_free(registration, now=now):
        return 0 if _has_not_begun(registration, now) else None
    percent = registration.offering.cancellation_percent(now)
    return None if percent is None else max(percent, registration.least_fee_percent)


def may_leave_for_free(registration: Registration, *, now: datetime) -> bool:
    """Whether it was told of the last move of its dates, and cancelling for that is still free."""
    offering = registration.offering
    if offering.dates_moved_at is None or offering.free_cancel_until is None:
        return False
    told = registration.letters.filter(
        kind=Letter.Kind.DATES_MOVED, occasion=offering.dates_moved_at.isoformat()
    )
    return now <= offering.free_cancel_until and told.exists()


def may_withdraw(registration: Registration, *, now: datetime | None = None) -> bool:
    """Whether a private buyer is still within the law's time, and the course has not begun."""
    now = now or timezone.now()
    return (
        registration.payer == Registration.Payer.PRIVATE
        and registration.state_now in (State.CONFIRMED, State.AWAITING_PAYMENT)
        and _has_not_begun(registration, now)
        and now < concluded_at(registration) + WITHDRAWAL_PERIOD
    )


def concluded_at(registration: Registration) -> datetime:
    """When there was a contract: who waited or was under review had none before that."""
    line = registration.history.filter(
        before__in=(State.OFFERED, State.IN_REVIEW),
        after__in=(State.AWAITING_PAYMENT, State.CONFIRMED),
    ).last()
    return line.at if line else registration.made_at


def _has_not_begun(registration: Registration, now: datetime) -> bool:
    first = registration.offering.first_start
    return first is not None and now < first


def cancel(
    *,
    registration_id: int,
    numbers: Collection[int] | None,
    actor: Actor,
    quoted_refund: int,
    user: Any = None,
    percent: int | None = None,
) -> Registration:
    """Cancel participants of a confirmed registration, by the offering's rules or at ``percent``.

    ``quoted_refund`` is what was shown before the button; raises ``QuoteChanged`` when that is no
    longer true, ``NotPossible`` when there is nobody to cancel or the rules do not say. The
    money back is ordered in the same transaction and sent by the worker. A payment page that is
    open for the rest is closed first; raises ``OutcomeUnknown`` while Stripe does not say whether
    it was paid.
    """
    close_checkouts(registration_id)
    return _cancel(
        registration_id,
        numbers=numbers,
        actor=actor,
        quoted_refund=quoted_refund,
        user=user,
        percent=percent,
    )


@transaction.atomic
def _cancel(
    registration_id: int,
    *,
    numbers: Collection[int] | None,
    actor: Actor,
    quoted_refund: int,
    user: Any,
    percent: int | None,
) -> Registration:
    registration = locked_registration(registration_id)
    if percent is None:
        percent = percent_now(registration)
    if registration.state_now != State.CONFIRMED or percent is None:
        raise NotPossible
    costs = quote(registration, numbers=numbers, percent=percent)
    if not costs.people:
        raise NotPossible
    if costs.refund != quoted_refund:
        raise QuoteChanged(costs)
    _leave(registration, costs, to=State.CANCELLED, actor=actor, user=user)
    return registration


def withdraw(*, registration_id: int, actor: Actor) -> Registration:
    """A private buyer withdraws in time: everything is owed no more, and what was paid goes back.

    Doing it twice changes nothing more. Raises ``NotPossible`` when the time is over, and
    ``OutcomeUnknown`` while Stripe does not say whether an open checkout was paid.
    """
    close_checkouts(registration_id)
    registration = _withdraw(registration_id, actor=actor)
    # One that was opened meanwhile; where Stripe cannot be asked, the chores close it.
    with suppress(OutcomeUnknown):
        close_checkouts(registration_id)
    return registration


@transaction.atomic
def _withdraw(registration_id: int, *, actor: Actor) -> Registration:
    registration = locked_registration(registration_id)
    if registration.state_now == State.WITHDRAWN:
        return registration
    if not may_withdraw(registration):
        raise NotPossible
    costs = quote(registration, numbers=None, percent=0)
    _leave(registration, costs, to=State.WITHDRAWN, actor=actor)
    return registration


@transaction.atomic
def cancel_because_called_off(*, registration_id: int, user: Any = None) -> Registration:
    """The organiser calls the course off: nobody pays anything."""
    registration = locked_registration(registration_id)
    if registration.state_now != State.CONFIRMED:
        raise NotPossible
    costs = quote(registration, numbers=None, percent=0)
    _book(registration, costs)
    _mark(costs)
    move(
        registration,
        to=State.CANCELLED,
        actor=Actor.OWNER if user else Actor.SYSTEM,
        user=user,
        why=CALLED_OFF,
    )
    ordered = _pay_back(registration, costs)
    write_letter(registration, kind=Letter.Kind.CALLED_OFF, amount=ordered)
    tell_participants(
        registration,
        costs.people,
        kind=Letter.Kind.PARTICIPANT_CALLED_OFF,
        before=State.CONFIRMED,
    )
    return registration


@transaction.atomic
def give_money_back(*, registration_id: int, user: Any) -> Registration:
    """Order back what was paid beyond what is owed, the way it came, and clear the flag.

    The registration's state stays. Asked twice, it goes back once. What came into the bank goes
    back from there: then the flag stays, as it does while something is charged that no invoice
    asks for. Raises ``NotPossible`` where nothing is owed to the payer or nothing of it came
    through Stripe, and ``TooMuch`` while the bank looks into it.
    """
    registration = locked_registration(registration_id)
    owed = owed_to_payer(registration)
    by_bank = goes_back_by_bank(registration)
    amount = possible_refund(registration, amount=owed) if by_bank else owed
    if amount <= 0:
        raise NotPossible
    order_refunds(registration, amount=amount)
    unasked = is_invoiced(registration) and missing(registration).gross > 0
    registration.needs_attention = amount < owed or unasked
    registration.save(update_fields=["needs_attention"])
    note(registration, action="money_back_ordered", actor=Actor.OWNER, user=user)
    return registration


def _leave(
    registration: Registration, costs: Quote, *, to: State, actor: Actor, user: Any = None
) -> None:
    before = registration.state_now
    _book(registration, costs)
    _mark(costs)
    numbers = ", ".join(str(person.number) for person in costs.people)
    if costs.is_whole:
        move(registration, to=to, actor=actor, user=user)
        kind = Letter.Kind.WITHDRAWN if to == State.WITHDRAWN else Letter.Kind.CANCELLED
        occasion = ""
    else:
        note(registration, action="participants_cancelled", actor=actor, user=user, why=numbers)
        visible_change(registration.practice_id)
        have_seats_offered(registration.offering_id)
        kind, occasion = Letter.Kind.PART_CANCELLED, numbers
    ordered = _pay_back(registration, costs)
    write_letter(registration, kind=kind, occasion=occasion, amount=ordered)
    tell_participants(
        registration, costs.people, kind=Letter.Kind.PARTICIPANT_CANCELLED, before=before
    )
    if actor != Actor.OWNER:
        write_letter(registration, kind=Letter.Kind.OWNER_LEFT, occasion=f"{to}:{numbers}")


def _book(registration: Registration, costs: Quote) -> None:
    lines = [
        (LedgerLine.Kind.PRICE_TAKEN_BACK, -costs.price.gross, -costs.price.vat),
        (LedgerLine.Kind.FEE, costs.fee.gross, costs.fee.vat),
    ]
    for kind, amount, vat in lines:
        if amount:
            LedgerLine.objects.create(
                registration=registration,
                kind=kind,
                amount=amount,
                vat=vat,
                currency=registration.currency,
            )
    take_loss_up_again(registration)


def _mark(costs: Quote) -> None:
    now = timezone.now()
    for person in costs.people:
        person.cancelled_at = now
        person.save(update_fields=["cancelled_at"])


def _pay_back(registration: Registration, costs: Quote) -> int:
    """Order back what can go back now, and answer how much. The owner decides about the rest.

    Who is invoiced gets a credit note, and the money with it.
    """
    if is_invoiced(registration):
        words = taken_back_in_words(registration, costs.price.gross, fee=costs.fee)
        invoice_difference(registration, words=words)
        return costs.refund
    amount = costs.refund
    ordered = order_what_is_possible(registration, amount=amount)
    if ordered < amount:
        registration.needs_attention = True
        registration.save(update_fields=["needs_attention"])
        line = note(registration, action="refund_waits", actor=Actor.SYSTEM)
        write_letter(
            registration,
            kind=Letter.Kind.OWNER_REFUND_WAITS,
            occasion=str(line.pk),
            amount=amount - ordered,
        )
    return ordered
