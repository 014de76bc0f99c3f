"""Confirming without a payment by card: the money came another way, comes later, or is not due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from courses.models import Offering
from registrations.letters import write_letter
from registrations.models import Actor, LedgerLine, Letter, PaymentAttempt, Registration
from registrations.services.cancelling import NotPossible
from registrations.services.card_money import TOLD_OF_DEBT
from registrations.services.invoicing import invoice_difference
from registrations.services.ledger import take_price_off
from registrations.services.locking import locked_registration
from registrations.services.moves import move, note
from registrations.services.noting import with_words
from registrations.services.owing import amount_to_ask
from registrations.services.payments import NothingToPay
from registrations.services.registering import WrongMethod
from registrations.services.releasing import AlreadyPaid, PaymentOnItsWay, close_checkouts
from registrations.services.reviewing import NoWords
from registrations.states import State

Method = Registration.Method


@dataclass(frozen=True)
class InvoiceFacts:
    """What an invoice needs that a payer by card was not asked for."""

    organisation: str
    organisation_country: str
    organisation_number: str
    buyer_reference: str = ""
    order_number: str = ""
    invoice_email: str = ""


def mark_paid(*, registration_id: int, paid_on: date, user: Any) -> Registration:
    """Book what is asked of a registration as paid into the bank or in cash on that day.

    One that awaits payment is confirmed by it, and all of its price is booked. An open payment
    page is closed first, so that nobody pays twice: raises ``NothingToPay`` where nothing is asked
    for, or the card was first, ``PaymentOnItsWay`` while that is not decided, and
    ``OutcomeUnknown`` while Stripe does not say. Nothing has changed then.
    """
    close_checkouts(registration_id)
    with transaction.atomic():
        registration = locked_registration(registration_id)
        if registration.state_now == State.AWAITING_PAYMENT:
            _leave_the_card(registration)
            _book(registration, registration.balance_due())
            facts = {"method": Method.BANK}
            _confirm(registration, facts=facts, user=user, why=paid_on.isoformat())
            return registration
        owed = asked_outside(registration)
        if owed <= 0:
            raise NothingToPay
        _none_on_its_way(registration)
        _book(registration, owed)
        _settle_debt(registration)
        why = paid_on.isoformat()
        line = note(registration, action="paid_outside", actor=Actor.OWNER, user=user, why=why)
        kind, occasion = Letter.Kind.REST_PAID, f"bank:{line.pk}"
        write_letter(registration, kind=kind, occasion=occasion, amount=owed)
        return registration


def asked_outside(registration: Registration) -> int:
    """What may be noted as paid into the bank or in cash now, in minor units; 0 where nothing."""
    if registration.method == Method.BANK and registration.state_now == State.CONFIRMED:
        return max(0, registration.balance_due())
    return amount_to_ask(registration)


def confirm_on_invoice(*, registration_id: int, facts: InvoiceFacts, user: Any) -> Registration:
    """Confirm what awaits a payment by card, and send an invoice for it instead.

    Raises ``WrongMethod`` for a private person, ``NotPossible`` where a part was paid by card: the
    invoice would ask for it again. ``AlreadyPaid`` when the card was first, and like ``mark_paid``.
    """

    def change(registration: Registration) -> dict[str, Any]:
        if not registration.is_business:
            raise WrongMethod(Method.INVOICE)
        if registration.balance_due() != registration.total.gross:
            raise NotPossible
        return {**vars(facts), "method": Method.INVOICE}

    return _confirm_instead(registration_id, change, user=user)


def confirm_free_of_charge(*, registration_id: int, reason: str, user: Any) -> Registration:
    """Give the seats away: the price is taken off as a discount, for a ``reason`` that owners read.

    Raises ``NoWords`` without one, ``NotPossible`` where something was paid, ``AlreadyPaid`` when
    all was, and like ``mark_paid``.
    """
    if not reason.strip():
        raise NoWords

    def change(registration: Registration) -> dict[str, Any]:
        if registration.balance_due() != registration.total.gross:
            raise NotPossible
        take_price_off(registration)
        registration.participants.update(charged_price=0, gross=0, vat=0)
        return {"method": Method.NONE, "net": 0, "vat": 0}

    return _confirm_instead(registration_id, change, user=user, reason=reason)


def _confirm_instead(
    registration_id: int,
    change: Callable[[Registration], dict[str, Any]],
    *,
    user: Any,
    reason: str = "",
) -> Registration:
    close_checkouts(registration_id)
    with transaction.atomic():
        registration = locked_registration(registration_id)
        _leave_the_card(registration)
        facts = change(registration)
        _confirm(registration, facts=facts, user=user, why="", reason=reason)
        return registration


def _leave_the_card(registration: Registration) -> None:
    """Nobody can pay by card any more, nor has paid."""
    if registration.state_now == State.CONFIRMED:
        raise AlreadyPaid
    if registration.state_now != State.AWAITING_PAYMENT:
        raise NotPossible
    if registration.offering.status == Offering.Status.CALLED_OFF:
        raise NotPossible
    _none_on_its_way(registration)


def _none_on_its_way(registration: Registration) -> None:
    undecided = registration.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
    if undecided.exists():
        raise PaymentOnItsWay


def _confirm(
    registration: Registration, *, facts: dict[str, Any], user: Any, why: str, reason: str = ""
) -> None:
    nothing_later = {"deposit": 0, "rest_due_at": None, "pay_by": None}
    line = move(
        registration,
        to=State.CONFIRMED,
        actor=Actor.OWNER,
        user=user,
        why=why,
        facts={**nothing_later, **facts},
    )
    if reason.strip():
        with_words(line, reason)
    invoice_difference(registration)
    write_letter(registration, kind=Letter.Kind.CONFIRMED)


def _book(registration: Registration, amount: int) -> None:
    LedgerLine.objects.create(
        registration=registration,
        kind=LedgerLine.Kind.BANK_PAYMENT,
        amount=-amount,
        currency=registration.currency,
    )


def _settle_debt(registration: Registration) -> None:
    """The owner was told of the debt; its payment settles that."""
    told = registration.letters.filter(kind__in=TOLD_OF_DEBT)
    if registration.balance_due() == 0 and told.exists():
        registration.needs_attention = False
        registration.save(update_fields=["needs_attention"])
