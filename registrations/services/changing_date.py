"""Change of date: a whole registration moves to another date of the same course."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone

from cms.page_cache import visible_change
from courses.deadlines import changes_until
from courses.models import DiscountCode, Offering, Price, TermsVersion
from courses.money import Amount
from courses.pricing import Priced
from registrations.letters import write_letter
from registrations.letters.changing import DateLeft
from registrations.models import (
    Actor,
    Dispute,
    Invoice,
    Letter,
    Participant,
    PaymentAttempt,
    Registration,
)
from registrations.seats import (
    availability_of,
    left_for_newcomers,
    lock_offering,
    seats_by_price,
    seats_left,
)
from registrations.services.answers import carry_answers
from registrations.services.cancelling import (
    WITHDRAWAL_PERIOD,
    NotPossible,
    concluded_at,
    percent_now,
)
from registrations.services.differences import settle_difference
from registrations.services.ledger import charge_price, take_price_back
from registrations.services.locking import locked_registration
from registrations.services.lost_disputes import (
    less_the_loss,
    loss_to_write_off,
    take_loss_up_again,
)
from registrations.services.moves import note
from registrations.services.prices import price_now
from registrations.services.registering import methods_for
from registrations.services.reviewing import payment_deadline
from registrations.services.serving import have_seats_offered
from registrations.services.telling_participants import tell_participants
from registrations.states import State


class Obstacle(StrEnum):
    """Why a registration cannot change to another date, or to this one."""

    NOT_CONFIRMED = "not_confirmed"
    CALLED_OFF = "called_off"
    NOT_ALLOWED = "not_allowed"
    TOO_LATE = "too_late"
    MONEY_MOVES = "money_moves"
    SAME_DATE = "same_date"
    OTHER_COURSE = "other_course"
    OTHER_CURRENCY = "other_currency"
    NOT_OPEN = "not_open"
    READ_FIRST = "read_first"
    TOO_FEW_SEATS = "too_few_seats"
    WAY_OF_PAYING = "way_of_paying"
    OTHER_VAT = "other_vat"
    LOSS_OPEN = "loss_open"


class DateNotPossible(NotPossible):
    """The date cannot be changed; nothing was changed."""

    def __init__(self, obstacle: Obstacle) -> None:
        super().__init__(obstacle)
        self.obstacle = obstacle


class DateQuoteChanged(NotPossible):
    """What changing costs is no longer what was shown; nothing was changed."""

    def __init__(self, quote: "DateQuote") -> None:
        super().__init__()
        self.quote = quote


@dataclass(frozen=True)
class DateQuote:
    """What changing to ``offering`` does to the money, for those who are coming.

    ``before`` and ``after`` are the price here and there; ``refund`` and ``to_pay`` are minor
    units with VAT. Who is invoiced gets another invoice, or a credit note with what goes back.
    ``least_fee`` is what cancelling costs from then on at least, in percent of the price.
    """

    offering: Offering
    people: tuple[Participant, ...]
    priced: Priced
    method: str
    before: Amount
    refund: int
    to_pay: int
    least_fee: int

    @property
    def after(self) -> Amount:
        return self.priced.total

    @property
    def difference(self) -> int:
        return self.after.gross - self.before.gross

    @property
    def shown(self) -> tuple[int, int]:
        """What whoever presses the button has seen."""
        return self.before.gross, self.after.gross


def obstacle_here(
    registration: Registration, *, actor: Actor, now: datetime | None = None
) -> Obstacle | None:
    """What keeps a registration on its date, whatever the other one; None when nothing does."""
    offering, until = registration.offering, changes_until(registration.offering)
    if registration.state_now != State.CONFIRMED:
        return Obstacle.NOT_CONFIRMED
    if offering.status == Offering.Status.CALLED_OFF:
        return Obstacle.CALLED_OFF
    if actor != Actor.OWNER:
        if not offering.date_change_allowed:
            return Obstacle.NOT_ALLOWED
        if until is None or (now or timezone.now()) >= until:
            return Obstacle.TOO_LATE
    if loss_to_write_off(registration):
        return Obstacle.LOSS_OPEN
    return Obstacle.MONEY_MOVES if _money_moves(registration) else None


def _money_moves(registration: Registration) -> bool:
    """Whether it is undecided what of the price was paid or goes back."""
    undecided = registration.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
    contested = registration.disputes.exclude(status__in=Dispute.CLOSED)
    moving = undecided.exists() or contested.exists()
    return moving or registration.on_its_way_back() > 0


def other_dates(registration: Registration, *, actor: Actor) -> list[DateQuote]:
    """What each date to which the registration can change now would cost, soonest first."""
    if obstacle_here(registration, actor=actor) is not None:
        return []
    others = (
        Offering.objects.coming()
        .with_facts()
        .filter(course=registration.offering.course_id)
        .exclude(pk=registration.offering_id)
    )
    quotes = []
    for to in others:
        try:
            quotes.append(quote_date(registration, to=to, actor=actor))
        except DateNotPossible:
            continue
    return quotes


def needs_consent(registration: Registration, costs: DateQuote) -> bool:
    """Whether a private buyer has to ask for a start within the withdrawal period first."""
    first = costs.offering.first_start
    return (
        registration.payer == Registration.Payer.PRIVATE
        and costs.after.gross > 0
        and not registration.begins_soon_accepted
        and first is not None
        and first < concluded_at(registration) + WITHDRAWAL_PERIOD
    )


def quote_date(registration: Registration, *, to: Offering, actor: Actor) -> DateQuote:
    """What changing to ``to`` costs now. Raises ``DateNotPossible`` with the obstacle.

    True only for as long as the caller holds the locks; without them it is for showing.
    """
    now = timezone.now()
    obstacle = obstacle_here(registration, actor=actor, now=now) or _mismatch(registration, to)
    if obstacle is not None:
        raise DateNotPossible(obstacle)
    people = tuple(p for p in registration.participants.all() if p.cancelled_at is None)
    obstacle = _no_room(registration, to, people=len(people), actor=actor, now=now)
    if obstacle is not None:
        raise DateNotPossible(obstacle)
    priced = _price(registration, to, people, now=now)
    if priced is None:
        raise DateNotPossible(Obstacle.NOT_OPEN)
    if _needs_another_invoice(registration, to, total=priced.total.gross):
        raise DateNotPossible(Obstacle.OTHER_VAT)
    gross, vat = sum(p.gross for p in people), sum(p.vat for p in people)
    balance = registration.balance_due() - gross + priced.total.gross
    balance = less_the_loss(registration, balance)
    return DateQuote(
        offering=to,
        people=people,
        priced=priced,
        method=_method(registration, to, total=priced.total.gross, owed=balance),
        before=Amount(net=gross - vat, vat=vat, currency=registration.currency),
        refund=max(0, -balance),
        to_pay=max(0, balance),
        least_fee=_least_fee(registration, actor=actor, now=now),
    )


def _least_fee(registration: Registration, *, actor: Actor, now: datetime) -> int:
    """Nobody escapes a fee by changing to a later date first: cancelling there costs at least what
    it costs here now. Where the owner changes the date, nothing is added."""
    if actor == Actor.OWNER:
        return registration.least_fee_percent
    return percent_now(registration, now=now) or 0


def _mismatch(registration: Registration, to: Offering) -> Obstacle | None:
    if to.pk == registration.offering_id:
        return Obstacle.SAME_DATE
    if to.course_id != registration.offering.course_id:
        return Obstacle.OTHER_COURSE
    if to.currency != registration.currency:
        return Obstacle.OTHER_CURRENCY
    return None


def _no_room(
    registration: Registration, to: Offering, *, people: int, actor: Actor, now: datetime
) -> Obstacle | None:
    """The owner needs free seats alone; others come as newcomers, after those who wait in line."""
    left = seats_left(to)
    if actor == Actor.OWNER:
        gone = to.status in (Offering.Status.CALLED_OFF, Offering.Status.DRAFT)
        if gone or to.last_end is None or to.last_end <= now:
            return Obstacle.NOT_OPEN
        return Obstacle.TOO_FEW_SEATS if people > left else None
    left = left_for_newcomers(to, left=left, now=now, code=_code_there(registration, to))
    if people > left:
        return Obstacle.TOO_FEW_SEATS
    if not availability_of(to, left=left, now=now, taken=seats_by_price(to)).can_register:
        return Obstacle.NOT_OPEN
    # Who was read for the date here need not be read again there.
    if to.review_first and not registration.offering.review_first:
        return Obstacle.READ_FIRST
    return None


def _price(
    registration: Registration, to: Offering, people: Sequence[Participant], *, now: datetime
) -> Priced | None:
    """The same claims at this moment's prices there, with the same code where it covers it."""
    claims = [p.price_kind if p.price_kind in Price.CLAIMED else "" for p in people]
    return price_now(to, claims=claims, moment=now, code=_code_there(registration, to))


def _code_there(registration: Registration, to: Offering) -> DiscountCode | None:
    """The code that came with it, where it covers the new date. Its use was counted when it was
    given, so its time does not matter any more."""
    code = registration.code
    dates = set(code.offerings.values_list("pk", flat=True)) if code else set()
    return code if not dates or to.pk in dates else None


def _method(registration: Registration, to: Offering, *, total: int, owed: int) -> str:
    """How it is paid there: as here, where that is possible or nothing more is to be paid."""
    possible = methods_for(to, payer=registration.payer, total=total)
    method, free = registration.method, Registration.Method.NONE
    if total == 0:
        return free
    if method == free:
        # Who was never invoiced was not asked for the address of an invoice.
        invoiced = registration.gets_invoices
        method = Registration.Method.INVOICE if invoiced else Registration.Method.CARD
        owed = total
    if owed > 0 and method not in possible:
        raise DateNotPossible(Obstacle.WAY_OF_PAYING)
    return method


def _needs_another_invoice(registration: Registration, to: Offering, *, total: int) -> bool:
    """Whether an invoice that was sent would tell another VAT than the new date has. It cannot be
    corrected by a difference: all of it would have to be credited, and what was paid sent back."""
    here = (registration.vat_treatment, registration.vat_rate)
    if not total or here == (to.vat_treatment, to.vat_rate):
        return False
    sent = registration.invoices.exclude(status__in=Invoice.GONE)
    sent = sent.exclude(status=Invoice.Status.CREATED, begun_at=None)
    return any(invoice.asked > 0 for invoice in sent.prefetch_related("credit_notes"))


@transaction.atomic
def change_date(
    *,
    registration_id: int,
    to_id: int,
    actor: Actor,
    shown: tuple[int, int],
    terms: TermsVersion | None = None,
    begins_soon_accepted: bool = False,
    user: Any = None,
) -> Registration:
    """Move all who are coming to another date of the course: seats there first, then back here.

    ``shown`` are the prices here and there that were seen, as ``DateQuote.shown``; raises
    ``DateQuoteChanged`` when they are others now, and ``DateNotPossible``. Nothing has changed
    then. ``terms`` are those accepted for the new date; without any the old ones stay. What is
    paid too much is ordered back; what is missing is to be paid by a deadline, and the
    registration stays confirmed meanwhile.
    """
    registration, to = _locked(registration_id, to_id)
    costs = quote_date(registration, to=to, actor=actor)
    if costs.shown != shown:
        raise DateQuoteChanged(costs)
    old = registration.offering
    owes_the_rest = registration.balance_due() > 0
    registration.begins_soon_accepted |= begins_soon_accepted
    take_price_back(registration, costs.before)
    _store(registration, costs, terms=terms, owes_the_rest=owes_the_rest)
    charge_price(registration)
    take_loss_up_again(registration)
    carry_answers(registration)
    refund = settle_difference(registration)
    note(registration, action="date_changed", actor=actor, user=user, why=f"{old.code} → {to.code}")
    visible_change(registration.practice_id)
    have_seats_offered(old.pk)
    occasion = str(registration.history.filter(action="date_changed").count())
    left = DateLeft(old, refund)
    write_letter(registration, kind=Letter.Kind.DATE_CHANGED, occasion=occasion, about=left)
    tell_participants(
        registration,
        costs.people,
        kind=Letter.Kind.PARTICIPANT_DATE_CHANGED,
        before=State.CONFIRMED,
        occasion=occasion,
        about=left,
    )
    if actor != Actor.OWNER:
        write_letter(
            registration, kind=Letter.Kind.OWNER_DATE_CHANGED, occasion=occasion, about=left
        )
    return registration


def _locked(registration_id: int, to_id: int) -> tuple[Registration, Offering]:
    """Both dates locked in the order of their keys, so that two who swap dates do not wait for
    each other; then the registration."""
    from_id = Registration.objects.values_list("offering_id", flat=True).get(pk=registration_id)
    offerings = {pk: lock_offering(pk) for pk in sorted({from_id, to_id})}
    registration = locked_registration(registration_id)
    if registration.offering_id != from_id:  # changed by somebody else while we waited
        raise DateNotPossible(Obstacle.SAME_DATE)
    return registration, offerings[to_id]


def _store(
    registration: Registration,
    costs: DateQuote,
    *,
    terms: TermsVersion | None,
    owes_the_rest: bool,
) -> None:
    """The new date's facts on the registration, and its prices on those who are coming.

    Those who were cancelled before cost nothing of the new date, so that the seats' prices go on
    summing to the total; what became of their money is told by the ledger.
    """
    to, total = costs.offering, costs.after
    registration.code = _code_there(registration, to)
    registration.offering = to
    registration.least_fee_percent = costs.least_fee
    registration.method = costs.method
    registration.terms = terms or registration.terms
    registration.net, registration.vat = total.net, total.vat
    registration.prices_include_vat = to.prices_include_vat
    registration.vat_treatment, registration.vat_rate = to.vat_treatment, to.vat_rate
    _keep_deposit(registration, to, owes_the_rest=owes_the_rest)
    registration.save()
    nothing = {"price_kind": "", "list_price": 0, "charged_price": 0, "gross": 0, "vat": 0}
    registration.participants.exclude(cancelled_at=None).update(**nothing)
    for person, seat in zip(costs.people, costs.priced.seats, strict=True):
        person.price_kind = seat.kind
        person.list_price, person.charged_price = seat.list_price, seat.charged_price
        person.gross, person.vat = seat.share.gross, seat.share.vat
        person.save()


def _keep_deposit(registration: Registration, to: Offering, *, owes_the_rest: bool) -> None:
    """Whoever has paid a deposit alone pays the rest by the new date's day for it, or the old
    one's, and never at once."""
    by_card = registration.method == Registration.Method.CARD
    leaves_a_rest = 0 < registration.deposit < registration.total.gross
    due_at = to.rest_due_at or registration.rest_due_at
    if by_card and leaves_a_rest and owes_the_rest and due_at is not None:
        soonest = payment_deadline(registration, now=timezone.now())
        registration.rest_due_at = max(due_at, soonest)
    else:
        registration.deposit, registration.rest_due_at = 0, None
