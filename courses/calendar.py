"""Course dates as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import icalendar

from cms.models import Practice
from courses.models import CoursePage, Offering


class DroppedSession(NamedTuple):
    """A session that takes place no more, as calendars may still know it."""

    key: int
    starts_at: datetime
    ends_at: datetime


def offering_calendar(
    offering: Offering,
    *,
    title: str,
    description: str,
    url: str,
    made_at: datetime,
    dropped: Iterable[DroppedSession] = (),
) -> str:
    """One event for each session, in the practice's time zone, and a cancelled one for each that
    was ``dropped``.

    An event keeps its identity, so opening a newer file moves it, or takes it away, instead of
    doubling it.
    """
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    about: dict[str, Any] = {"description": description, "url": url, "made_at": made_at}
    events = _events(offering, offering.practice, title=title, **about)
    for session in dropped:
        gone = _event(session, offering, offering.practice, summary=title, **about)
        gone.add("status", "CANCELLED")
        events.append(gone)
    for event in events:
        event.add("sequence", _sequence(made_at))
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode()


def coming_calendar(
    coming: Iterable[tuple[Offering, CoursePage]], *, practice: Practice, made_at: datetime
) -> str:
    """All sessions of course dates to come, to be subscribed to; those called off say so."""
    calendar = _calendar()
    calendar.add("name", practice.name)
    calendar.add("x-wr-calname", practice.name)
    calendar.add("x-wr-timezone", practice.time_zone)
    calendar.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for offering, page in coming:
        called_off = offering.status == Offering.Status.CALLED_OFF
        moved = _sequence(offering.dates_moved_at) if offering.dates_moved_at else 0
        for event in _events(
            offering,
            practice,
            title=page.title,
            description=page.lead,
            url=page.full_url,
            made_at=made_at,
        ):
            event.add("sequence", moved + called_off)
            if called_off:
                event.add("status", "CANCELLED")
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode()


def _calendar() -> icalendar.Calendar:
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Kollegium//Kollegium//EN")
    calendar.add("version", "2.0")
    return calendar


def _events(
    offering: Offering, practice: Practice, *, title: str, **about: Any
) -> list[icalendar.Event]:
    """One for each session, numbered where there are several."""
    sessions = offering.sessions_list
    several = len(sessions) > 1
    return [
        _event(
            (session.pk, session.starts_at, session.ends_at),
            offering,
            practice,
            summary=f"{title} ({number}/{len(sessions)})" if several else title,
            **about,
        )
        for number, session in enumerate(sessions, start=1)
    ]


def _event(
    times: tuple[int, datetime, datetime],
    offering: Offering,
    practice: Practice,
    *,
    summary: str,
    description: str,
    url: str,
    made_at: datetime,
) -> icalendar.Event:
    key, starts_at, ends_at = times
    event = icalendar.Event()
    event.add("uid", f"session-{key}@{practice.site.hostname}")
    event.add("dtstamp", made_at.astimezone(UTC))
    event.add("dtstart", starts_at.astimezone(practice.zone))
    event.add("dtend", ends_at.astimezone(practice.zone))
    event.add("summary", summary)
    event.add("description", description)
    event.add("location", offering.place_line)
    event.add("url", url)
    return event


def _sequence(made_at: datetime) -> int:
    """A newer file counts more than an older one: the minutes since 1970."""
    return int(made_at.timestamp()) // 60
