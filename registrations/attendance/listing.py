"""What the screens of attendance show: sessions with their counts, and who comes to one."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext as _

from courses.models import Offering, OfferingSession
from courses.words import titles_of
from registrations.attendance.names import alphabetical, more_of, name_of
from registrations.models import Attendance, Participant, Registration
from registrations.services import people_coming, takes_attendance
from registrations.states import State
from registrations.tickets import ticket_code, ticket_token

MOST_BEFORE: Final = 20
MOST_AHEAD: Final = 10


@dataclass(frozen=True)
class SessionRow:
    """A session, how many come to it and how many were there."""

    session: OfferingSession
    title: str
    here: int
    coming: int
    is_open: bool


@dataclass(frozen=True)
class PersonRow:
    """Somebody who comes, and what was said about them at one session."""

    person: Participant
    name: str
    more: str
    minutes: int
    came_late: int
    left_early: int
    said: str
    code: str
    ticket: str


@dataclass(frozen=True)
class AttendedRow:
    """Somebody who comes, and the minutes of each session of the offering."""

    person: Participant
    name: str
    minutes: list[int | None]

    @property
    def together(self) -> int:
        return sum(minutes or 0 for minutes in self.minutes)


@dataclass(frozen=True)
class SessionsByDay:
    today: list[SessionRow]
    before: list[SessionRow]
    ahead: list[SessionRow]


def sessions_by_day(offerings: QuerySet[Offering]) -> SessionsByDay:
    """Today's sessions of ``offerings``, those just before, and those soon ahead."""
    sessions = (
        OfferingSession.objects.filter(offering__in=offerings)
        .exclude(offering__status__in=(Offering.Status.DRAFT, Offering.Status.CALLED_OFF))
        .select_related("offering__course__practice")
    )
    now = timezone.now()
    # A day is the practice's own: what may be today somewhere is looked at one by one.
    near = sessions.filter(
        starts_at__gt=now - timedelta(days=2), starts_at__lt=now + timedelta(days=2)
    )
    today = [session for session in near.order_by("starts_at", "pk") if _is_today(session, now)]
    others = sessions.exclude(pk__in=[session.pk for session in today])
    before = others.filter(starts_at__lte=now).order_by("-starts_at", "pk")[:MOST_BEFORE]
    ahead = others.filter(starts_at__gt=now).order_by("starts_at", "pk")[:MOST_AHEAD]
    groups = [today, list(before), list(ahead)]
    rows = {row.session.pk: row for row in session_rows([s for group in groups for s in group])}
    return SessionsByDay(*([rows[session.pk] for session in group] for group in groups))


def _is_today(session: OfferingSession, now: datetime) -> bool:
    zone = session.offering.practice.zone
    midnight = datetime.combine(now.astimezone(zone).date(), time(), tzinfo=zone)
    tomorrow = datetime.combine(midnight.date() + timedelta(days=1), time(), tzinfo=zone)
    return session.starts_at < tomorrow and session.ends_at > midnight


def session_rows(sessions: Iterable[OfferingSession]) -> list[SessionRow]:
    """With their counts, in three queries for any number of sessions."""
    sessions = list(sessions)
    offerings = {session.offering_id for session in sessions}
    coming = dict(
        people_coming(offerings)
        .order_by()
        .values_list("registration__offering")
        .annotate(people=Count("pk"))
    )
    here = Counter(
        dict(
            _counted()
            .filter(session__in=sessions)
            .order_by()
            .values_list("session")
            .annotate(people=Count("pk"))
        )
    )
    titles = titles_of([session.offering.course for session in sessions])
    return [
        SessionRow(
            session=session,
            title=titles[session.offering.course_id],
            here=here[session.pk],
            coming=coming.get(session.offering_id, 0),
            is_open=takes_attendance(session),
        )
        for session in sessions
    ]


def _counted() -> QuerySet[Attendance]:
    """Those who were there, of those who come: nobody is counted who is not in the list."""
    return (
        Attendance.objects.of_who_sits_there()
        .attended()
        .filter(participant__cancelled_at=None, participant__registration__state=State.CONFIRMED)
    )


def people_at(
    session: OfferingSession, *, language: str, tells_who_booked: bool
) -> list[PersonRow]:
    """Everybody who comes to a session, by name; those without one last."""
    attendances = Attendance.objects.of_who_sits_there().filter(session=session)
    rows = {row.participant_id: row for row in attendances}
    return [
        _person_row(person, rows.get(person.pk), more_of(person, tells_who_booked=tells_who_booked))
        for person in those_coming(session.offering, language)
    ]


def those_coming(offering: Offering, language: str) -> list[Participant]:
    """Whose seats are confirmed, as ``language`` sorts names; those without one last."""
    people = people_coming([offering.pk]).select_related("registration__practice__site")
    return sorted(
        people.order_by("registration", "number"),
        key=lambda person: (not person.name, alphabetical(person, language)),
    )


def _person_row(person: Participant, row: Attendance | None, more: str) -> PersonRow:
    minutes, late, early = (row.minutes, row.came_late, row.left_early) if row else (0, 0, 0)
    return PersonRow(
        person=person,
        name=name_of(person),
        more=more,
        minutes=minutes,
        came_late=late,
        left_early=early,
        said=said_of(minutes, late, early),
        code=ticket_code(person),
        ticket=ticket_token(person),
    )


def said_of(minutes: int, came_late: int, left_early: int) -> str:
    """“Here”, and what somebody missed."""
    if not minutes:
        return ""
    parts = [_("Here")]
    if came_late:
        parts.append(_("%(minutes)s min late") % {"minutes": came_late})
    if left_early:
        parts.append(_("left %(minutes)s min early") % {"minutes": left_early})
    return ", ".join(parts)


def attended_rows(offering: Offering, *, language: str) -> list[AttendedRow]:
    """Everybody who comes and what they attended of each session, in order; None where nothing
    was said."""
    rows: defaultdict[int, dict[int, int]] = defaultdict(dict)
    attendances = Attendance.objects.of_who_sits_there().filter(session__offering=offering)
    for participant, session, minutes in attendances.values_list(
        "participant", "session", "minutes"
    ):
        rows[participant][session] = minutes
    sessions = [session.pk for session in offering.sessions_list]
    return [
        AttendedRow(person, name_of(person), [rows[person.pk].get(session) for session in sessions])
        for person in those_coming(offering, language)
    ]


def state_of(session: OfferingSession) -> dict[str, Any]:
    """What a screen needs to bring itself up to date: everybody's minutes by number."""
    coming = people_coming([session.offering_id])
    there = Attendance.objects.of_who_sits_there().filter(
        Q(session=session) & Q(participant__in=coming)
    )
    rows = there.values_list("participant", "minutes", "came_late", "left_early")
    return {str(person): facts for person, *facts in rows}


def attended_by(registration: Registration) -> dict[int, list[tuple[str, int]]]:
    """The minutes that were attended on each seat, by the participant's key: first those of
    whoever sits there now, whose name is left out, and then of those before."""
    rows = Attendance.objects.filter(participant__registration=registration)
    sums = rows.order_by("earlier_person").values_list("participant", "earlier_person")
    found: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for participant, name, minutes in sums.annotate(minutes_together=Sum("minutes")):
        found[participant].append((name, minutes))
    return found
