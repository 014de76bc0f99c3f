"""Course dates as an iCalendar file (RFC 5545)."""

from collections.abc import Sequence
from datetime import UTC, datetime

import icalendar

from courses.models import Offering, OfferingSession


def offering_calendar(
    offering: Offering,
    *,
    title: str,
    description: str,
    url: str,
    made_at: datetime,
    cancelled: Sequence[OfferingSession] = (),
) -> str:
    """One event for each session, in the practice's time zone; those ``cancelled`` as well.

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
    for number, session in enumerate(sessions, start=1):
        event = icalendar.Event()
        event.add("uid", f"session-{session.pk}@{host}")
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", session.starts_at.astimezone(zone))
        event.add("dtend", session.ends_at.astimezone(zone))
        several = len(sessions) > 1
        event.add("summary", f"{title} ({number}/{len(sessions)})" if several else title)
        event.add("description", description)
        event.add("location", offering.place_line)
        event.add("url", url)
        event.add("sequence", _sequence(made_at))
        calendar.add_component(event)
    for session in cancelled:
        event = icalendar.Event()
        event.add("uid", f"session-{session.pk}@{host}")
        event.add("dtstamp", made_at.astimezone(UTC))
        event.add("dtstart", session.starts_at.astimezone(zone))
        event.add("dtend", session.ends_at.astimezone(zone))
        event.add("summary", title)
        event.add("status", "CANCELLED")
        event.add("sequence", _sequence(made_at))
        calendar.add_component(event)
    calendar.add_missing_timezones()
    return calendar.to_ical().decode()


def _sequence(made_at: datetime) -> int:
    """A newer file counts more than an older one: the minutes since 1970."""
    return int(made_at.timestamp()) // 60
