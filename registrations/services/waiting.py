"""The waiting list: freed seats are offered to who is first in line and fits, then to the next."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop

from cms.page_cache import visible_change
from courses.models import Offering
from registrations.codes import seats_kept
from registrations.letters import write_letter
from registrations.models import Actor, Letter, Registration
from registrations.queue import served, waiting_for
from registrations.seats import lock_offering, seats_left
from registrations.services.ledger import charge_price, take_price_back
from registrations.services.locking import locked_registration
from registrations.services.moves import move, note
from registrations.services.prices import share_anew
from registrations.services.registering import FIRST_LETTERS
from registrations.services.reviewing import enter
from registrations.services.serving import have_seats_offered
from registrations.states import MoveNotAllowed, State
from registrations.working_days import after_working_hours


class OfferOver(Exception):
    """The offer was not taken in time, was given up, or the date was called off."""


def lists_to_serve() -> list[int]:
    """Offerings for which somebody waits, whether or not seats are free."""
    waiting = Registration.objects.filter(state=State.WAITLISTED)
    return list(
        waiting.filter(
            offering__status=Offering.Status.PUBLISHED, offering__waiting_list_paused=False
        )
        .order_by("offering")
        .values_list("offering", flat=True)
        .distinct()
    )


@transaction.atomic
def offer_seats(*, offering_id: int) -> list[int]:
    """Offer the free seats along the line; answer whom. Asked again, there is nothing to offer.

    Nobody is offered a seat once registration has closed, or while the owner pauses the list.
    """
    now = timezone.now()
    offering = lock_offering(offering_id)
    if not _may_offer(offering, now=now):
        return []
    chosen, _left = served(
        waiting_for(offering),
        left=seats_left(offering),
        seats=offering.seats,
        kept=seats_kept([offering.pk], now=now)[offering.pk],
    )
    return [waiting.registration_id for waiting in chosen if _offer(waiting.registration_id, now)]


def _may_offer(offering: Offering, *, now: datetime) -> bool:
    deadline = offering.deadline_at
    return (
        offering.status == Offering.Status.PUBLISHED
        and not offering.waiting_list_paused
        and deadline is not None
        and now < deadline
    )


def _offer(registration_id: int, now: datetime) -> bool:
    registration = locked_registration(registration_id)
    if registration.state_now != State.WAITLISTED:  # left the line at this moment
        return False
    deadline = _answer_deadline(registration, now=now)
    move(registration, to=State.OFFERED, actor=Actor.SYSTEM, hold_until=deadline)
    charge_price(registration)
    write_letter(registration, kind=Letter.Kind.OFFERED)
    return True


def _answer_deadline(registration: Registration, *, now: datetime) -> datetime:
    """The offering's hours, counted on the practice's working days, but not past the start."""
    practice = registration.practice
    deadline = after_working_hours(
        now,
        hours=registration.offering.hours_to_accept,
        zone=practice.zone,
        country=practice.country,
    )
    start = registration.offering.first_start
    return min(deadline, start) if start else deadline


@transaction.atomic
def accept_offer(*, registration_id: int) -> Registration:
    """Take the offered seats; what follows is what the offering asks of everybody.

    Accepting again finds what became of it. Raises ``OfferOver`` when the seats are no longer
    offered; then nothing has changed.
    """
    now = timezone.now()
    registration = locked_registration(registration_id)
    state, offering = registration.state_now, registration.offering
    if state in FIRST_LETTERS and state.holds_seats:
        return registration
    is_open = registration.hold_until is not None and registration.hold_until > now
    called_off = offering.status == Offering.Status.CALLED_OFF
    if state != State.OFFERED or not is_open or called_off:
        raise OfferOver
    if offering.review_first:
        move(registration, to=State.IN_REVIEW, actor=Actor.BOOKER)
    else:
        enter(registration, actor=Actor.BOOKER, pay_by=_payment_deadline(registration, now=now))
    for kind in FIRST_LETTERS[registration.state_now]:
        write_letter(registration, kind=kind)
    return registration


def _payment_deadline(registration: Registration, *, now: datetime) -> datetime:
    """Who accepts early keeps the rest of the offer's time, and always enough for one payment."""
    soonest = now + timedelta(minutes=registration.practice.hold_minutes)
    return max(registration.hold_until or now, soonest)


def offers_run_out(*, now: datetime) -> list[int]:
    return list(
        Registration.objects.filter(state=State.OFFERED, hold_until__lte=now)
        .order_by("hold_until")
        .values_list("pk", flat=True)
    )


@transaction.atomic
def expire_offer(*, registration_id: int) -> bool:
    """Take back seats whose offer was not answered in time. True when they were freed."""
    registration = locked_registration(registration_id)
    if registration.state_now != State.OFFERED or registration.hold_until is None:
        return False
    if registration.hold_until > timezone.now():
        return False
    move(
        registration,
        to=State.EXPIRED,
        actor=Actor.SYSTEM,
        why=gettext_noop("The offer was not answered."),
    )
    take_price_back(registration)
    write_letter(registration, kind=Letter.Kind.OFFER_EXPIRED)
    return True


def lines_without_hope(*, now: datetime) -> list[int]:
    """Those still waiting when registration has closed for good; calling off tells them itself."""
    waiting = (
        Registration.objects.filter(state=State.WAITLISTED)
        .exclude(offering__status=Offering.Status.CALLED_OFF)
        .select_related("offering")
        .prefetch_related("offering__sessions")
    )
    return [row.pk for row in waiting if _is_over(row.offering, now=now)]


def _is_over(offering: Offering, *, now: datetime) -> bool:
    return offering.deadline_at is not None and offering.deadline_at <= now


@transaction.atomic
def close_waiting(*, registration_id: int) -> bool:
    """Tell somebody who waited in vain. True when it was told now."""
    registration = locked_registration(registration_id)
    over = _is_over(registration.offering, now=timezone.now())
    if registration.state_now != State.WAITLISTED or not over:
        return False
    move(
        registration,
        to=State.EXPIRED,
        actor=Actor.SYSTEM,
        why=gettext_noop("Registration has closed."),
    )
    write_letter(registration, kind=Letter.Kind.LIST_CLOSED)
    return True


@transaction.atomic
def take_fewer(*, registration_id: int, seats: int, actor: Actor, user: Any = None) -> Registration:
    """Wait for fewer seats in the same place of the line; participants go from the end.

    Raises ``MoveNotAllowed`` unless they wait and ``seats`` is fewer than before and at least one.
    """
    registration = _waiting(registration_id)
    before = registration.participants.count()
    if not 1 <= seats < before:
        raise MoveNotAllowed(f"{before} → {seats}")
    registration.participants.filter(number__gt=seats).delete()
    share_anew(registration)
    note(registration, action="fewer_seats", actor=actor, user=user, why=f"{before} → {seats}")
    visible_change(registration.practice_id)
    have_seats_offered(registration.offering_id)
    return registration


@transaction.atomic
def keep_seats(*, registration_id: int, kept: bool, user: Any) -> Registration:
    """Keep freed seats until this registration fits, or let others pass it again.

    Raises ``MoveNotAllowed`` unless it waits.
    """
    registration = _waiting(registration_id)
    if registration.seats_kept != kept:
        registration.seats_kept = kept
        registration.save(update_fields=["seats_kept"])
        action = "seats_kept" if kept else "seats_not_kept"
        note(registration, action=action, actor=Actor.OWNER, user=user)
        visible_change(registration.practice_id)
        have_seats_offered(registration.offering_id)
    return registration


def _waiting(registration_id: int) -> Registration:
    """Locked after its offering, so that nobody offers it seats meanwhile."""
    offering_id = Registration.objects.values_list("offering_id", flat=True).get(pk=registration_id)
    lock_offering(offering_id)
    registration = locked_registration(registration_id)
    if registration.state_now != State.WAITLISTED:
        raise MoveNotAllowed(f"{registration.state_now} does not wait")
    return registration
