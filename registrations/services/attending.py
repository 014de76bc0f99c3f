"""Who was at a session: marked by tapping or scanning, whenever the connection allows it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from courses.models import OfferingSession
from registrations.models import Actor, Attendance, Participant, Registration
from registrations.models.attendance import MOST_MINUTES
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.states import State


class NotComing(Exception):
    """Nobody who comes to this session has this number; nothing was changed."""


class NotYet(Exception):
    """The session is on a later day; nothing was changed."""


class NotThatLong(Exception):
    """Late and early together leave no minute of the session; nothing was changed."""


def length_of(session: OfferingSession) -> int:
    """How many minutes a session lasts."""
    return min(int((session.ends_at - session.starts_at) / timedelta(minutes=1)), MOST_MINUTES)


def takes_attendance(session: OfferingSession, *, now: datetime | None = None) -> bool:
    """Whether its day has come, in the practice's zone."""
    zone = session.offering.practice.zone
    today = (now or timezone.now()).astimezone(zone).date()
    return session.starts_at.astimezone(zone).date() <= today


def people_coming(offering_ids: Iterable[int]) -> QuerySet[Participant]:
    """Those whose seats on these offerings are confirmed, and who were not cancelled."""
    return Participant.objects.coming().filter(
        registration__offering__in=offering_ids, registration__state=State.CONFIRMED
    )


@transaction.atomic
def mark(
    *,
    session_id: int,
    participant_id: int,
    present: bool,
    came_late: int = 0,
    left_early: int = 0,
    at: datetime | None = None,
    user: Any,
) -> Attendance:
    """Say whether somebody is at a session, and how many minutes of it they missed.

    ``at`` is when that was said, if not now. Of two words about the same person the later one
    counts, in whatever order they reach us, and the same word twice is one. Answers how it stands
    afterwards. Raises ``NotComing``, ``NotYet`` and ``NotThatLong``.
    """
    now = timezone.now()
    at = min(at or now, now)
    session = _locked_session(session_id, now=now)
    minutes = length_of(session) - came_late - left_early if present else 0
    if present and (minutes <= 0 or came_late < 0 or left_early < 0):
        raise NotThatLong
    person, registration = _locked_person(session, participant_id)
    row = Attendance.objects.of_who_sits_there().filter(participant=person, session=session).first()
    row = row or Attendance(participant=person, session=session, minutes=0, marked_at=at)
    if row.pk and row.marked_at > at:
        return row
    said = (minutes, came_late, left_early) if present else (0, 0, 0)
    before = (row.minutes, row.came_late, row.left_early)
    row.minutes, row.came_late, row.left_early = said
    row.marked_at, row.marked_by = at, user
    row.save()
    if said != before:
        minutes_of = {person.number: [before[0], minutes]}
        _note(registration, session, minutes_of, present=present, user=user)
    return row


@transaction.atomic
def mark_all(*, session_id: int, user: Any) -> int:
    """Say that everybody who comes is there; answer for how many that was new.

    What was said about those who are there already, such as that they came late, stays.
    """
    now = timezone.now()
    session = _locked_session(session_id, now=now)
    coming = people_coming([session.offering_id])
    keys = coming.order_by("registration").values_list("registration", flat=True)
    # In the order in which everybody locks them.
    list(Registration.objects.select_for_update().filter(pk__in=keys).order_by("pk").only("pk"))
    rows = Attendance.objects.of_who_sits_there().filter(session=session)
    there = set(rows.attended().values_list("participant", flat=True))
    missing = [
        person
        for person in coming.select_related("registration__practice").order_by(
            "registration", "number"
        )
        if person.pk not in there
    ]
    length = length_of(session)
    facts = {"minutes": length, "marked_at": now, "marked_by": user, "stored_at": now}
    rows.filter(participant__in=missing).update(**facts)
    known = set(rows.values_list("participant", flat=True))
    Attendance.objects.bulk_create(
        Attendance(participant=person, session=session, **facts)
        for person in missing
        if person.pk not in known
    )
    noted: dict[Registration, dict[int, list[int]]] = {}
    for person in missing:
        noted.setdefault(person.registration, {})[person.number] = [0, length]
    for registration, minutes_of in noted.items():
        _note(registration, session, minutes_of, present=True, user=user)
    return len(missing)


def hand_over(person: Participant) -> None:
    """Keep what was said about whoever leaves the seat to somebody else, under their own name.

    The caller holds the registration's lock, and has not changed the name yet.
    """
    rows = Attendance.objects.of_who_sits_there().filter(participant=person)
    rows.filter(minutes=0).delete()
    rows.update(earlier_person=person.name)


def sessions_attended(offering_id: int) -> set[int]:
    """The sessions of an offering about which something was said: their times stay."""
    rows = Attendance.objects.filter(session__offering=offering_id)
    return set(rows.values_list("session", flat=True))


def _locked_session(session_id: int, *, now: datetime) -> OfferingSession:
    """Nobody moves it to another day meanwhile. Locked before any registration."""
    sessions = OfferingSession.objects.select_for_update(of=("self",))
    session = sessions.select_related("offering__course__practice").get(pk=session_id)
    if not takes_attendance(session, now=now):
        raise NotYet
    return session


def _locked_person(
    session: OfferingSession, participant_id: int
) -> tuple[Participant, Registration]:
    coming = people_coming([session.offering_id]).filter(pk=participant_id)
    person = coming.first()
    if person is None:
        raise NotComing
    registration = locked_registration(person.registration_id)
    if not coming.exists():  # left while we waited
        raise NotComing
    return person, registration


def _note(
    registration: Registration,
    session: OfferingSession,
    minutes_of: dict[int, list[int]],
    *,
    present: bool,
    user: Any,
) -> None:
    """A line for all who were marked at once: their minutes before and after, by number."""
    day = session.starts_at.astimezone(registration.practice.zone).date().isoformat()
    note(
        registration,
        action="attended" if present else "not_attended",
        actor=Actor.OWNER,
        user=user,
        why=", ".join(str(number) for number in minutes_of),
        changes={f"attendance/{number}/{day}": pair for number, pair in minutes_of.items()},
    )
