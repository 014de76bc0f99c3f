"""Another course date like one that there is: everything but its registrations, on other days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from courses.models import Offering, OfferingSession

# When a session begins and when it ends.
Span = tuple[datetime, datetime]

DEADLINES: Final = (
    *("registration_opens_at", "registration_deadline", "names_by", "decide_at", "rest_due_at"),
)
# What is of that one delivery alone, and what each new one begins with instead.
AFRESH: Final[dict[str, Any]] = {
    "pk": None,
    "code": "",
    "status": Offering.Status.DRAFT,
    "decided_for": None,
    "dates_moved_at": None,
    "free_cancel_until": None,
    "waiting_list_paused": False,
}
# Parts of a course date that go along; its sessions are made anew.
PARTS: Final = ("prices", "cancellation_tiers", "questions")


@dataclass(frozen=True)
class Copy:
    """What a new course date will be: its sessions, and by how many days its deadlines move."""

    sessions: tuple[Span, ...]
    days: int

    @property
    def first_start(self) -> datetime:
        return self.sessions[0][0]


def moved(moment: datetime, *, days: int, zone: ZoneInfo) -> datetime:
    """The same time by the clock on the wall, so many days later."""
    local = moment.astimezone(zone)
    later = local.replace(tzinfo=None) + timedelta(days=days)
    # By way of UTC, an hour that the clock leaves out becomes one that there is.
    return later.replace(tzinfo=zone, fold=local.fold).astimezone(UTC).astimezone(zone)


def moved_span(span: Span, *, days: int, zone: ZoneInfo) -> Span:
    starts_at, ends_at = (moved(moment, days=days, zone=zone) for moment in span)
    # Over the hour that is left out, a short night session could end before it began.
    return starts_at, ends_at if ends_at > starts_at else starts_at + (span[1] - span[0])


def whole_copies(offering: Offering, first_days: Sequence[date]) -> list[Copy]:
    """One course date for each of ``first_days``, with all the sessions of this one."""
    zone, spans = offering.practice.zone, _spans(offering)
    return [
        Copy(tuple(moved_span(span, days=days, zone=zone) for span in spans), days)
        for days in (_days_between(offering, day) for day in first_days)
    ]


def one_series(offering: Offering, days_of_sessions: Sequence[date]) -> list[Copy]:
    """One course date with a session on each day, at the times of this one's first session."""
    zone, first = offering.practice.zone, _spans(offering)[0]
    moves = [_days_between(offering, day) for day in days_of_sessions]
    return [Copy(tuple(moved_span(first, days=days, zone=zone) for days in moves), min(moves))]


def make_copy(offering: Offering, copy: Copy) -> Offering:
    """Store a draft like ``offering`` with the sessions of ``copy``. Deadlines and the days until
    which prices hold move along; registrations, guests and codes do not."""
    zone = offering.practice.zone
    made = Offering.objects.get(pk=offering.pk)
    for name, value in AFRESH.items():
        setattr(made, name, value)
    made._state.adding = True
    _move_moments(made, DEADLINES, days=copy.days, zone=zone)
    made.save()
    OfferingSession.objects.bulk_create(
        OfferingSession(offering=made, starts_at=starts_at, ends_at=ends_at)
        for starts_at, ends_at in copy.sessions
    )
    for name in PARTS:
        parts = list(getattr(offering, name).all())
        for part in parts:
            part.pk, part.offering_id, part._state.adding = None, made.pk, True
            if name == "prices":
                _move_moments(part, ("available_until",), days=copy.days, zone=zone)
        type(offering)._meta.get_field(name).related_model.objects.bulk_create(parts)
    return Offering.objects.select_related("course__practice").get(pk=made.pk)


def _move_moments(row: Any, names: Sequence[str], *, days: int, zone: ZoneInfo) -> None:
    for name in names:
        moment = getattr(row, name)
        if moment is not None:
            setattr(row, name, moved(moment, days=days, zone=zone))


def _spans(offering: Offering) -> list[Span]:
    return [(session.starts_at, session.ends_at) for session in offering.sessions_list]


def _days_between(offering: Offering, day: date) -> int:
    begins = offering.sessions_list[0].starts_at.astimezone(offering.practice.zone).date()
    return (day - begins).days
