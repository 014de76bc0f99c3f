"""A course date's reminders: when each goes out next, and to how many."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from courses.models import Offering
from registrations.messages import services
from registrations.models import Anchor, Registration, Reminder


@dataclass(frozen=True)
class ShownReminder:
    reminder: Reminder
    next_at: datetime | None
    people: int
    # It has gone out, and whoever comes before it is over gets it, too.
    for_latecomers: bool


def reminders_of(offering: Offering) -> dict[str, Any]:
    """What the page of a course date shows of them; as many queries for three as for one.

    Of a date that is called off, none goes out any more.
    """
    rows = list(services.with_facts(Reminder.objects.filter(offering=offering)).order_by("pk"))
    now = timezone.now()
    goes_out = offering.status != Offering.Status.CALLED_OFF
    days = services.payment_days(row.offering_id for row in rows if row.anchor == Anchor.PAYMENT)
    registrations = _registrations(offering, rows)
    return {
        "reminders": [
            ShownReminder(
                reminder=row,
                next_at=next(
                    (
                        one.due
                        for one in services.occasions_ahead(row, days)
                        if goes_out
                        if one.due > now or services.is_due(one, row, now=now)
                    ),
                    None,
                ),
                people=len(
                    services.readers_among(
                        registrations,
                        row.audience,
                        now=now,
                        due_later=row.anchor == Anchor.PAYMENT,
                    )
                ),
                for_latecomers=goes_out and bool(services.open_to_latecomers(row, now=now)),
            )
            for row in rows
        ],
    }


def _registrations(offering: Offering, rows: list[Reminder]) -> list[Registration]:
    """With their money only where somebody is reminded of it."""
    if not rows:
        return []
    owing = any(row.audience == Reminder.To.OWING for row in rows)
    return services.load(Registration.objects.filter(offering=offering), with_money=owing)
