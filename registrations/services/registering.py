"""Signing up: seats taken and the price fixed, all or nothing."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from cms.page_cache import visible_change
from courses.models import DiscountCode, Offering, TermsVersion
from courses.money import Amount
from courses.pricing import Priced
from registrations.letters import write_letter
from registrations.models import Actor, Letter, Participant, Registration
from registrations.seats import (
    Availability,
    availability_of,
    left_for_newcomers,
    lock_offering,
    seats_by_price,
    seats_left,
)
from registrations.services.answers import store_answers
from registrations.services.invoicing import invoice_difference
from registrations.services.ledger import charge_price
from registrations.services.moves import note
from registrations.services.prices import RegistrationRefused, code_for, deposit_for, price_now
from registrations.services.serving import have_seats_offered
from registrations.states import NEW, State, check_move

# What is written when a registration begins in a state.
FIRST_LETTERS: Final = {
    State.WAITLISTED: (Letter.Kind.WAITLISTED,),
    State.IN_REVIEW: (Letter.Kind.IN_REVIEW, Letter.Kind.OWNER_TO_REVIEW),
    State.AWAITING_PAYMENT: (Letter.Kind.SEATS_HELD,),
    State.CONFIRMED: (Letter.Kind.CONFIRMED, Letter.Kind.OWNER_NEW),
}


class NotForSale(RegistrationRefused):
    def __init__(self, availability: Availability) -> None:
        super().__init__(availability.state)
        self.availability = availability


class NotEnoughSeats(RegistrationRefused):
    def __init__(self, left: int) -> None:
        super().__init__(f"{left} left")
        self.left = left


class PriceChanged(RegistrationRefused):
    """The total, or the part of it that is paid first, is no longer what the buyer saw."""

    def __init__(self, total: Amount) -> None:
        super().__init__(str(total.gross))
        self.total = total


class DatesChanged(RegistrationRefused):
    """The sessions are no longer at the times that the buyer saw."""


class WrongMethod(RegistrationRefused):
    """This way of paying is not offered here, or not to this payer."""


@dataclass(frozen=True)
class PersonComing:
    """One seat. An empty name is filled in later."""

    name: str = ""
    email: str = ""
    claim: str = ""  # a price kind that this person says to be entitled to
    answers: dict[int, str] = field(default_factory=dict)  # by the question's key


@dataclass(frozen=True)
class Booking:
    """What somebody asks for, as it was shown in the summary.

    ``quoted_total`` is the total with VAT in minor units that the buyer saw, ``quoted_deposit``
    what is paid of it first, and ``dates_mark`` stands for the sessions; None where that was not
    told. ``code`` is a discount code as it was typed. Who ``joins_list`` takes no seats now,
    whatever is free.
    """

    submission_key: uuid.UUID
    language: str
    payer: str
    method: str
    booker_name: str
    booker_email: str
    participants: tuple[PersonComing, ...]
    quoted_total: int
    terms: TermsVersion | None
    quoted_deposit: int | None = None
    dates_mark: str | None = None
    code: str = ""
    joins_list: bool = False
    booker_phone: str = ""
    organisation: str = ""
    organisation_country: str = ""
    organisation_number: str = ""
    buyer_reference: str = ""
    order_number: str = ""
    invoice_email: str = ""
    message: str = ""
    begins_soon_accepted: bool = False
    answers: dict[int, str] = field(default_factory=dict)


@transaction.atomic
def register(*, offering_id: int, booking: Booking) -> Registration:
    """Take the seats and make the registration; the same submission finds the one it made.

    Who joins the waiting list takes none, and is offered some when it is their turn. Newcomers
    get only what those in line leave. Where the owner reviews first, the seats are held until a
    decision. Otherwise, free of charge and invoiced registrations are confirmed at once, and one
    to be paid by card holds its seats until ``hold_until``. Raises a ``RegistrationRefused``; then
    nothing has changed.
    """
    now = timezone.now()
    offering = lock_offering(offering_id)
    made = Registration.objects.filter(submission_key=booking.submission_key).first()
    if made is not None:
        return made
    code = code_for(offering, typed=booking.code, moment=now, lock=True)
    priced = _check(offering, booking, code=code, now=now)
    state = _first_state(offering, booking)
    pays_now = state == State.AWAITING_PAYMENT
    registration = store_registration(
        offering,
        booking,
        total=priced.total,
        state=state,
        code=code,
        deposit=deposit_for(offering, total=priced.total, method=booking.method, moment=now),
        hold_until=now + timedelta(minutes=offering.practice.hold_minutes) if pays_now else None,
    )
    store_people(offering, registration, booking, priced)
    if registration.state_now.holds_seats:
        charge_price(registration)
        invoice_difference(registration)
    else:
        have_seats_offered(offering.pk)
    note(registration, action="registered", actor=Actor.BOOKER, after=registration.state_now)
    if code is not None:
        note(registration, action="code_used", actor=Actor.BOOKER, why=code.code)
    for kind in FIRST_LETTERS[registration.state_now]:
        write_letter(registration, kind=kind)
    visible_change(offering.practice.pk)
    return registration


def _check(
    offering: Offering, booking: Booking, *, code: DiscountCode | None, now: datetime
) -> Priced:
    """Refuse what cannot be; answer what each seat costs."""
    wanted = len(booking.participants)
    left = left_for_newcomers(offering, left=seats_left(offering), now=now, code=code)
    taken = seats_by_price(offering)
    availability = availability_of(offering, left=left, now=now, taken=taken)
    claims = [person.claim for person in booking.participants]
    priced = price_now(offering, claims=claims, moment=now, code=code)
    is_open = availability.can_join if booking.joins_list else availability.can_register
    if not is_open or priced is None:
        raise NotForSale(availability)
    if not 1 <= wanted <= 10:
        raise ValueError("One to ten participants.")
    most = offering.seats if booking.joins_list else left
    if wanted > most:
        raise NotEnoughSeats(most)
    if booking.dates_mark not in (None, offering.dates_mark):
        raise DatesChanged
    total = priced.total
    deposit = deposit_for(offering, total=total, method=booking.method, moment=now)
    if total.gross != booking.quoted_total or booking.quoted_deposit not in (None, deposit):
        raise PriceChanged(total)
    if booking.method not in methods_for(offering, payer=booking.payer, total=total.gross):
        raise WrongMethod(booking.method)
    return priced


def methods_for(offering: Offering, *, payer: str, total: int) -> list[str]:
    """The ways in which ``payer`` may pay ``total`` minor units here."""
    if total == 0:
        return [Registration.Method.NONE]
    methods: list[str] = []
    if offering.card_allowed:
        methods.append(Registration.Method.CARD)
    if offering.invoice_allowed and payer != Registration.Payer.PRIVATE:
        methods.append(Registration.Method.INVOICE)
    return methods


def _first_state(offering: Offering, booking: Booking) -> State:
    if booking.joins_list:
        return State.WAITLISTED
    if offering.review_first:
        return State.IN_REVIEW
    by_card = booking.method == Registration.Method.CARD
    return State.AWAITING_PAYMENT if by_card else State.CONFIRMED


def store_registration(
    offering: Offering,
    booking: Booking,
    *,
    total: Amount,
    state: State,
    code: DiscountCode | None = None,
    deposit: int = 0,
    hold_until: datetime | None = None,
    **facts: Any,
) -> Registration:
    """What was booked, with everything of the offering that must not change any more.

    The caller holds the offering's lock, and has seen that there are seats.
    """
    check_move(NEW, state)
    return Registration.objects.create(
        practice=offering.practice,
        offering=offering,
        submission_key=booking.submission_key,
        language=booking.language,
        state=state,
        hold_until=hold_until,
        payer=booking.payer,
        method=booking.method,
        booker_name=booking.booker_name,
        booker_email=booking.booker_email,
        booker_phone=booking.booker_phone,
        organisation=booking.organisation,
        organisation_country=booking.organisation_country,
        organisation_number=booking.organisation_number,
        buyer_reference=booking.buyer_reference,
        order_number=booking.order_number,
        invoice_email=booking.invoice_email,
        message=booking.message,
        terms=booking.terms,
        begins_soon_accepted=booking.begins_soon_accepted,
        currency=total.currency,
        code=code,
        deposit=deposit,
        rest_due_at=offering.rest_due_at if deposit else None,
        prices_include_vat=offering.prices_include_vat,
        vat_treatment=offering.vat_treatment,
        vat_rate=offering.vat_rate,
        net=total.net,
        vat=total.vat,
        **facts,
    )


def store_people(
    offering: Offering, registration: Registration, booking: Booking, priced: Priced
) -> None:
    """A row for each seat, with its price and what was answered."""
    people = Participant.objects.bulk_create(
        Participant(
            registration=registration,
            number=number,
            name=person.name,
            email=person.email,
            price_kind=seat.kind,
            list_price=seat.list_price,
            charged_price=seat.charged_price,
            gross=seat.share.gross,
            vat=seat.share.vat,
        )
        for number, (person, seat) in enumerate(
            zip(booking.participants, priced.seats, strict=True), start=1
        )
    )
    given: list[tuple[Participant | None, dict[int, str]]] = [(None, booking.answers)]
    given += [
        (row, person.answers) for row, person in zip(people, booking.participants, strict=True)
    ]
    store_answers(offering, registration, given)
