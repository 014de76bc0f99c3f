from collections.abc import Iterable

from django import template

from courses.models import Offering
from registrations.seats import Availability
from registrations.seats import availability as availability_by_key

register = template.Library()


@register.simple_tag
def availability(offerings: Iterable[Offering]) -> dict[int, Availability]:
    """``{% availability offerings as states %}``: one query for any number of offerings."""
    return availability_by_key(offerings)


@register.filter
def for_offering(states: dict[int, Availability], offering: Offering) -> Availability:
    return states[offering.pk]
