"""Moving a course date: new times for its sessions, and a letter to everybody concerned."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import override

from cms.history import recorded
from cms.page_cache import visible_change
from courses.calendar import DroppedSession
from courses.models import Offering, OfferingSession
from registrations.letters import DatesMoved, Words, dates_moved, write_letter
from registrations.models import Actor, Letter, PaymentAttempt, Registration
from registrations.seats import lock_offering
from registrations.services.attending import sessions_attended
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.payments import HOLD_OUTLASTS
from registrations.services.telling_participants import tell_participants
from registrations.states import HOLDING, State

# When a session begins and when it ends.
Span = tuple[datetime, datetime]

# Those who only wait are told too.
CONCERNED: Final = (State.WAITLISTED, *HOLDING)
# Deadlines of an offering that make no sense after its start.
DEADLINES: Final = ("registration_deadline", "names_by", "decide_at", "rest_due_at")


class Refusal(StrEnum):
    CALLED_OFF = "called_off"
    NO_SESSIONS = "no_sessions"
    ENDS_FIRST = "ends_first"
    PAST = "past"
    SAME = "same"
    FREE_TOO_LONG = "free_too_long"
    ATTENDED = "attended"


class CannotMove(Exception):
    """The dates are as they were, and nobody was written to."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal = refusal


@dataclass(frozen=True)
class Preview:
    """What moving would do: who is told, a letter of each sort, and which deadlines to look at."""

    concerned: list[Registration]
    letters: list[tuple[Registration, Words]]
    late: list[tuple[str, datetime]]


def spans_of(offering: Offering) -> tuple[Span, ...]:
    sessions = offering.sessions.order_by("starts_at", "pk")
    return tuple(sessions.values_list("starts_at", "ends_at"))


def preview_move(
    offering: Offering,
    *,
    sessions: Sequence[Span],
    free_cancel_until: datetime | None,
    words: Mapping[str, str],
) -> Preview:
    """The dry run. Changes nothing; raises ``CannotMove`` where moving would."""
    before, after = spans_of(offering), tuple(sorted(sessions))
    now = timezone.now()
    _check(offering, before, after, free_cancel_until, now=now)
    until = _free_until(offering, after[0][0], free_cancel_until, now=now)
    told = DatesMoved(before=before, free_cancel_until=until, words=words)
    concerned = list(
        concerned_by(offering)
        .select_related("practice__site", "offering__course__practice")
        .prefetch_related("participants")
    )
    samples: dict[tuple[str, str], tuple[Registration, Words]] = {}
    for registration in concerned:
        sort = (registration.language, registration.state)
        if sort not in samples:
            registration.offering.sessions_list = [
                OfferingSession(starts_at=starts_at, ends_at=ends_at)
                for starts_at, ends_at in after
            ]
            _shorten_hold(registration, start=after[0][0], now=now)
            with override(registration.language):
                samples[sort] = (registration, dates_moved(registration, told))
    return Preview(concerned, list(samples.values()), deadlines_after(offering, after[0][0]))


def deadlines_after(offering: Offering, start: datetime) -> list[tuple[str, datetime]]:
    """The offering's deadlines that lie after ``start``, by name."""
    named = (
        (str(Offering._meta.get_field(name).verbose_name), getattr(offering, name))
        for name in DEADLINES
    )
    return [(name, moment) for name, moment in named if moment is not None and moment > start]


@transaction.atomic
def move_dates(
    *,
    offering_id: int,
    sessions: Sequence[Span],
    free_cancel_until: datetime | None,
    words: Mapping[str, str],
    user: Any,
) -> int:
    """Replace the offering's sessions and write to everybody who holds seats or waits; answer how
    many were told.

    All or nothing: stopped in the middle, nothing has happened. Asked again for the same dates, it
    is refused, so nobody is told twice. ``words`` are the owner's own, by language. Until
    ``free_cancel_until`` those who registered before may cancel free of charge; what an earlier
    move promised holds on. Holds end at the new start at the latest. Raises ``CannotMove``.
    """
    now = timezone.now()
    offering = lock_offering(offering_id)
    before, after = spans_of(offering), tuple(sorted(sessions))
    _check(offering, before, after, free_cancel_until, now=now)
    offering.free_cancel_until = _free_until(offering, after[0][0], free_cancel_until, now=now)
    offering.dates_moved_at = now
    with recorded(offering, user=user, action="dates_moved"):
        offering.save(update_fields=["free_cancel_until", "dates_moved_at"])
        dropped = _replace(offering, after)
    told = DatesMoved(
        before=before,
        free_cancel_until=offering.free_cancel_until,
        words=words,
        dropped=dropped,
    )
    concerned = list(concerned_by(offering).values_list("pk", flat=True))
    for registration_id in concerned:
        _tell(registration_id, told, start=after[0][0], now=now, user=user)
    visible_change(offering.practice.pk)
    return len(concerned)


def concerned_by(offering: Offering) -> Any:
    """Those who hold seats or wait for some, in the order in which their rows are locked."""
    return Registration.objects.filter(offering=offering, state__in=CONCERNED).order_by("pk")


def _check(
    offering: Offering,
    before: tuple[Span, ...],
    after: tuple[Span, ...],
    free_cancel_until: datetime | None,
    *,
    now: datetime,
) -> None:
    if offering.status == Offering.Status.CALLED_OFF:
        raise CannotMove(Refusal.CALLED_OFF)
    if not after:
        raise CannotMove(Refusal.NO_SESSIONS)
    if any(ends_at <= starts_at for starts_at, ends_at in after):
        raise CannotMove(Refusal.ENDS_FIRST)
    if after == before:
        raise CannotMove(Refusal.SAME)
    if any(starts_at <= now for starts_at, _ends_at in set(after) - set(before)):
        raise CannotMove(Refusal.PAST)
    if not set(_attended(offering)) <= set(after):
        raise CannotMove(Refusal.ATTENDED)
    if free_cancel_until is not None and free_cancel_until > after[0][0]:
        raise CannotMove(Refusal.FREE_TOO_LONG)


def _attended(offering: Offering) -> list[Span]:
    """Sessions about which it was said who was there: another time would make that untrue."""
    sessions = OfferingSession.objects.filter(pk__in=sessions_attended(offering.pk))
    return list(sessions.values_list("starts_at", "ends_at"))


def _free_until(
    offering: Offering, start: datetime, asked: datetime | None, *, now: datetime
) -> datetime | None:
    """An earlier promise holds on, but nobody cancels a course that has begun."""
    promises = [moment for moment in (asked, offering.free_cancel_until) if moment and moment > now]
    return min(max(promises), start) if promises and start > now else None


def _replace(offering: Offering, after: tuple[Span, ...]) -> tuple[DroppedSession, ...]:
    """The first session stays the first, and so on: a calendar moves an event that it knows.

    Those that were attended stay just as they are.
    """
    sessions = OfferingSession.objects.select_for_update().filter(offering=offering)
    known = list(sessions.order_by("starts_at", "pk"))
    attended = sessions_attended(offering.pk)
    staying = [(one.starts_at, one.ends_at) for one in known if one.pk in attended]
    known = [one for one in known if one.pk not in attended]
    after = tuple(span for span in after if span not in staying)
    for session, (starts_at, ends_at) in zip(known, after, strict=False):
        session.starts_at, session.ends_at = starts_at, ends_at
        session.save(update_fields=["starts_at", "ends_at"])
    for starts_at, ends_at in after[len(known) :]:
        OfferingSession.objects.create(offering=offering, starts_at=starts_at, ends_at=ends_at)
    gone = known[len(after) :]
    dropped = tuple(DroppedSession(one.pk, one.starts_at, one.ends_at) for one in gone)
    OfferingSession.objects.filter(pk__in=[one.key for one in dropped]).delete()
    return dropped


def _tell(
    registration_id: int, told: DatesMoved, *, start: datetime, now: datetime, user: Any
) -> None:
    registration = locked_registration(registration_id)
    if registration.state_now not in CONCERNED:  # left at this moment
        return
    if _shorten_hold(registration, start=start, now=now):
        registration.save(update_fields=["hold_until", "pay_by"])
    note(registration, action="dates_moved", actor=Actor.OWNER, user=user)
    facts: dict[str, Any] = {"occasion": now.isoformat(), "about": told}
    write_letter(registration, kind=Letter.Kind.DATES_MOVED, **facts)
    tell_participants(
        registration,
        registration.participants.coming(),
        kind=Letter.Kind.PARTICIPANT_DATES_MOVED,
        before=registration.state_now,
        **facts,
    )


def _shorten_hold(registration: Registration, *, start: datetime, now: datetime) -> bool:
    """Nobody holds seats for a payment or an answer past the start; True when that changed it.

    Whoever pays at this moment keeps the seats until their checkout is closed.
    """
    if registration.hold_until is None or registration.hold_until <= start or start <= now:
        return False
    undecided = registration.payment_attempts.filter(status__in=PaymentAttempt.UNDECIDED)
    paying = [attempt.expires_at + HOLD_OUTLASTS for attempt in undecided]
    registration.hold_until = min(registration.hold_until, max([start, *paying]))
    if registration.pay_by is not None:
        registration.pay_by = min(registration.pay_by, start)
    return True
