from collections.abc import Iterable

from django import template
from django.template import Context

from courses.board import read_already
from courses.models import Offering
from registrations.seats import Availability
from registrations.seats import availability as availability_by_key

register = template.Library()


@register.simple_tag(takes_context=True)
def availability(context: Context, offerings: Iterable[Offering]) -> dict[int, Availability]:
    """``{% availability offerings as states %}``: in few queries for all that a page shows."""
    request = context.get("request")
    states: dict[int, Availability] = getattr(request, "_availability", {})
    wanted = {offering.pk: offering for offering in offerings}
    if not wanted.keys() <= states.keys():
        wanted |= {offering.pk: offering for offering in read_already(request)}
        states = {**states, **availability_by_key(wanted.values())}
        if request is not None:
            request._availability = states
    return states


@register.filter
def for_offering(states: dict[int, Availability], offering: Offering) -> Availability:
    return states[offering.pk]
