"""Minutes in words, and what a participant's ticket looks like."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from registrations.models import Participant
from registrations.tickets import has_tickets, ticket_code, ticket_svg

register = template.Library()


@register.filter
def in_hours(minutes: int) -> str:
    """“5 h 20 min”"""
    whole, rest = divmod(minutes, 60)
    if whole and rest:
        return _("%(hours)s h %(minutes)s min") % {"hours": whole, "minutes": rest}
    if whole:
        return _("%(hours)s h") % {"hours": whole}
    return _("%(minutes)s min") % {"minutes": rest}


@register.simple_tag
def ticket_of(person: Participant) -> dict[str, str] | None:
    """The drawing of a participant's ticket and its code; None where there is no door."""
    if person.cancelled_at is not None or not has_tickets(person.registration):
        return None
    return {"drawing": mark_safe(ticket_svg(person)), "code": ticket_code(person)}  # noqa: S308


@register.simple_tag
def attended_of(person: Participant) -> int | None:
    """The minutes that they attended; None while nobody has said anything."""
    rows = person.attendances.of_who_sits_there()
    return rows.minutes_together() if rows.exists() else None
