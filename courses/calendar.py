"""Course dates as an iCalendar file (RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import NamedTuple

import icalendar

from courses.models import Offering


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
    zone = offering.practice.zone
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Kollegium//Kollegium//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    host = offering.practice.site.hostname
    sessions = offering.sessions_list
    several = len(sessions) > 1
    events = [
        (s.pk, s.starts_at, s.ends_at, f"{title} ({n}/{len(sessions)})" if several else title)
        for n, s in enumerate(sessions, start=1)
    ]
    gone = [(session.key, session.starts_at, session.ends_at, title) for session in dropped]
    for key, starts_at, ends_at, summary in events + gone:
        event = icalendar.Event()
        event.add("uid", f"session-{key}@{host}")
        event.add("sequence", _sequence(made_at))
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", starts_at.astimezone(zone))
        event.add("dtend", ends_at.astimezone(zone))
        event.add("summary", summary)
        event.add("description", description)
        event.add("location", offering.place_line)
        event.add("url", url)
        if (key, starts_at, ends_at, summary) in gone:
            event.add("status", "CANCELLED")
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode()


def _sequence(made_at: datetime) -> int:
    """A newer file counts more than an older one: the minutes since 1970."""
    return int(made_at.timestamp()) // 60
