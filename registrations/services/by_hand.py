"""Registering by hand: somebody calls or sends a paper, and the owner types it in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from cms.page_cache import visible_change
from courses.models import Offering
from courses.pricing import Priced, Seat, share_out
from registrations.letters import write_letter
from registrations.models import Actor, LedgerLine, Letter, Registration
from registrations.seats import SaleState, availability_of, lock_offering, seats_held
from registrations.services.invoicing import invoice_difference
from registrations.services.ledger import charge_price
from registrations.services.moves import note
from registrations.services.noting import with_words
from registrations.services.prices import RegistrationRefused, deposit_for, price_now
from registrations.services.registering import (
    FIRST_LETTERS,
    Booking,
    PriceChanged,
    WrongMethod,
    store_people,
    store_registration,
)
from registrations.services.reviewing import deadline_for
from registrations.states import State

Method = Registration.Method
# The history tells that nobody was written to.
NO_LETTER: Final = gettext_noop("No letter was sent.")
MOST_SEATS: Final = 10


class Hindrance(StrEnum):
    """Why the form on the site would not let them in; the owner may all the same, with a reason."""

    CLOSED = "closed"
    NOT_OPEN = "not_open"
    FULL = "full"


class NeedsReason(RegistrationRefused):
    """The owner has to say why, because the form on the site would have refused."""

    def __init__(self, hindrances: tuple[Hindrance, ...]) -> None:
        super().__init__(*hindrances)
        self.hindrances = hindrances


class NoLongerHeld(RegistrationRefused):
    """The date is called off, over or has no sessions, or a closed group is taken already."""


class NoPrice(RegistrationRefused):
    """No price can be had at this moment; the owner has to write the one agreed."""


@dataclass(frozen=True)
class ByHand:
    """What only the owner can say.

    ``agreed_price`` is what each seat costs in minor units as prices are entered, where that was
    agreed otherwise; 0 is a complimentary seat. ``reason`` is for a price or a seat that the site
    would not have given; only owners read it.
    """

    came_by: str
    agreed_price: int | None = None
    reason: str = ""
    sends_letter: bool = True


@dataclass(frozen=True)
class Outlook:
    """What registering by hand would do now. True only while the caller holds the lock."""

    priced: Priced
    hindrances: tuple[Hindrance, ...]
    overbooked_by: int
    state: State
    pay_by: datetime | None


def outlook(offering: Offering, *, booking: Booking, by_hand: ByHand) -> Outlook:
    """Price and place for those people. Raises a ``RegistrationRefused`` where nothing helps."""
    now, wanted = timezone.now(), len(booking.participants)
    if not 1 <= wanted <= MOST_SEATS:
        raise ValueError("One to ten participants.")
    _is_held(offering, now=now)
    priced = _price(offering, booking, by_hand, now=now)
    total = priced.total.gross
    _may_be_paid_so(booking, total=total)
    beyond = max(0, seats_held(offering) + wanted - offering.seats)
    by_card = booking.method == Method.CARD
    return Outlook(
        priced=priced,
        hindrances=_hindrances(offering, is_full=beyond > 0, now=now),
        overbooked_by=min(beyond, wanted),
        state=State.AWAITING_PAYMENT if by_card else State.CONFIRMED,
        pay_by=deadline_for(offering, now=now) if by_card else None,
    )


@transaction.atomic
def register_by_hand(
    *, offering_id: int, booking: Booking, by_hand: ByHand, user: Any
) -> Registration:
    """Take the seats and make the registration; the same submission finds the one it made.

    Nothing is reviewed first. Who pays by card gets the link and the days that an approval gives;
    what is paid into the bank or in cash is booked as paid at once. Beyond the offering's seats
    nobody comes without a reason, and then exactly as many seats more are noted on the offering.
    Terms are not presumed to be accepted: the letters tell where they are, and a private person of
    the right to withdraw, so these letters always go out. Raises a ``RegistrationRefused``; then
    nothing has changed.
    """
    offering = lock_offering(offering_id)
    made = Registration.objects.filter(submission_key=booking.submission_key).first()
    if made is not None:
        return made
    look = outlook(offering, booking=booking, by_hand=by_hand)
    if look.priced.total.gross != booking.quoted_total:
        raise PriceChanged(look.priced.total)
    unusual = look.hindrances or by_hand.agreed_price is not None
    if unusual and not by_hand.reason.strip():
        raise NeedsReason(look.hindrances)
    _overbook(offering, seats=len(booking.participants))
    registration = _store(offering, booking, by_hand, look)
    sends_letter = by_hand.sends_letter or needs_letter(booking, look.state)
    line = note(
        registration,
        action="registered",
        actor=Actor.OWNER,
        user=user,
        after=look.state,
        why="" if sends_letter else NO_LETTER,
    )
    if by_hand.reason.strip():
        with_words(line, by_hand.reason)
    if look.overbooked_by:
        why = str(look.overbooked_by)
        note(registration, action="overbooked", actor=Actor.OWNER, user=user, why=why)
    if sends_letter:
        for kind in FIRST_LETTERS[look.state]:
            if kind != Letter.Kind.OWNER_NEW:
                write_letter(registration, kind=kind)
    visible_change(offering.practice.pk)
    return registration


def needs_letter(booking: Booking, state: State) -> bool:
    """Whether a letter has to go out: with the way to pay, or with what the law has them told."""
    private = booking.payer == Registration.Payer.PRIVATE and booking.quoted_total > 0
    return private or state == State.AWAITING_PAYMENT


def _is_held(offering: Offering, *, now: datetime) -> None:
    over = offering.last_end is None or offering.last_end <= now
    taken = offering.closed_group and seats_held(offering) > 0
    if over or taken or offering.status == Offering.Status.CALLED_OFF:
        raise NoLongerHeld


def _price(offering: Offering, booking: Booking, by_hand: ByHand, *, now: datetime) -> Priced:
    claims = [person.claim for person in booking.participants]
    priced = price_now(offering, claims=claims, moment=now)
    if by_hand.agreed_price is None:
        if priced is None:
            raise NoPrice
        return priced
    kinds = [(seat.kind, seat.list_price) for seat in priced.seats] if priced else []
    kinds = kinds or [("", by_hand.agreed_price)] * len(claims)
    charged = [by_hand.agreed_price] * len(claims)
    total, shares = share_out(
        charged,
        currency=offering.currency,
        rate=offering.vat_rate,
        includes_vat=offering.prices_include_vat,
    )
    seats = tuple(
        # What costs more than the list was agreed at a price of its own.
        Seat(kind if listed >= price else "", max(listed, price), price, share)
        for (kind, listed), price, share in zip(kinds, charged, shares, strict=True)
    )
    return Priced(seats=seats, list_total=total, total=total)


def _may_be_paid_so(booking: Booking, *, total: int) -> None:
    """The owner may let anybody pay by card or into the bank; only businesses are invoiced."""
    if (booking.method == Method.NONE) != (total == 0):
        raise WrongMethod(booking.method)
    private = booking.payer == Registration.Payer.PRIVATE
    if booking.method == Method.INVOICE and private:
        raise WrongMethod(booking.method)


def _hindrances(offering: Offering, *, is_full: bool, now: datetime) -> tuple[Hindrance, ...]:
    sale = availability_of(offering, left=1, now=now).state
    found = []
    if sale in (SaleState.CLOSED, SaleState.NOT_OPEN):
        found.append(Hindrance.CLOSED if sale == SaleState.CLOSED else Hindrance.NOT_OPEN)
    if is_full:
        found.append(Hindrance.FULL)
    return tuple(found)


def _overbook(offering: Offering, *, seats: int) -> None:
    """Note how far beyond its seats an offering is given; the caller holds its lock."""
    beyond = seats_held(offering) + seats - offering.seats
    if beyond > offering.overbooked:
        offering.overbooked = beyond
        offering.save(update_fields=["overbooked"])


def _store(offering: Offering, booking: Booking, by_hand: ByHand, look: Outlook) -> Registration:
    total = look.priced.total
    registration = store_registration(
        offering,
        booking,
        total=total,
        state=look.state,
        hold_until=look.pay_by,
        deposit=deposit_for(offering, total=total, method=booking.method, moment=timezone.now()),
        pay_by=look.pay_by,
        came_by=by_hand.came_by,
    )
    store_people(offering, registration, booking, look.priced)
    charge_price(registration)
    if booking.method == Method.BANK:
        LedgerLine.objects.create(
            registration=registration,
            kind=LedgerLine.Kind.BANK_PAYMENT,
            amount=-total.gross,
            currency=total.currency,
        )
    invoice_difference(registration)
    return registration
