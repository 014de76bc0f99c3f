"""Until when those who come may still change; None for a date without sessions."""

from datetime import datetime, timedelta

from courses.models import Offering


def names_until(offering: Offering) -> datetime | None:
    """When names, answers and e-mail addresses have to be known."""
    return offering.names_by or offering.first_start


def changes_until(offering: Offering) -> datetime | None:
    """Until when somebody else may come instead, or another date be chosen."""
    first = offering.first_start
    return first - timedelta(hours=offering.changes_until_hours) if first else None
