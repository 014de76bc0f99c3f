"""What a change to another date of the course would cost, and what stands in its way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone

from courses.deadlines import changes_until
from courses.models import DiscountCode, Offering, Price
from courses.money import Amount
from courses.pricing import Priced
from registrations.models import (
    Actor,
    Dispute,
    Invoice,
    Participant,
    PaymentAttempt,
    Registration,
)
from registrations.overpaid import still_asked
from registrations.seats import (
    availability_of,
    left_for_newcomers,
    seats_by_price,
    seats_left,
)
from registrations.services.cancelling import (
    WITHDRAWAL_PERIOD,
    NotPossible,
    concluded_at,
    percent_now,
)
from registrations.services.lost_disputes import (
    less_the_loss,
    loss_to_write_off,
)
from registrations.services.prices import price_now
from registrations.services.registering import methods_for
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
    attempts, disputes = registration.payment_attempts.all(), registration.disputes.all()
    undecided = any(row.status in PaymentAttempt.UNDECIDED for row in attempts)
    contested = any(row.status not in Dispute.CLOSED for row in disputes)
    return undecided or contested or registration.on_its_way_back() > 0


def other_dates(registration: Registration, *, actor: Actor) -> list[DateQuote]:
    """What each date to which the registration can change now would cost, soonest first."""
    tried = _tried(registration, actor=actor)
    return [outcome for outcome in tried if isinstance(outcome, DateQuote)]


def obstacles_there(registration: Registration, *, actor: Actor) -> set[Obstacle]:
    """What keeps it from those other dates of the course to which it cannot change now."""
    tried = _tried(registration, actor=actor)
    return {outcome for outcome in tried if isinstance(outcome, Obstacle)}


def _tried(registration: Registration, *, actor: Actor) -> Iterator[DateQuote | Obstacle]:
    if obstacle_here(registration, actor=actor) is not None:
        return
    others = (
        Offering.objects.coming()
        .with_facts()
        .filter(course=registration.offering.course_id)
        .exclude(pk=registration.offering_id)
    )
    for to in others:
        try:
            yield quote_date(registration, to=to, actor=actor)
        except DateNotPossible as refusal:
            yield refusal.obstacle


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
    more = priced.total.gross - gross
    balance = less_the_loss(registration, registration.balance_due() + more)
    asked = still_asked(registration, more=more)
    to_pay = max(asked, balance)
    return DateQuote(
        offering=to,
        people=people,
        priced=priced,
        method=_method(registration, to, total=priced.total.gross, owed=to_pay),
        before=Amount(net=gross - vat, vat=vat, currency=registration.currency),
        refund=max(0, asked - balance),
        to_pay=to_pay,
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
    left = left_for_newcomers(to, left=left, now=now, code=code_there(registration, to))
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
    return price_now(to, claims=claims, moment=now, code=code_there(registration, to))


def code_there(registration: Registration, to: Offering) -> DiscountCode | None:
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
