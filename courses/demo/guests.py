"""Who helps with a course date of the demo without working for its practice."""

from collections.abc import Mapping
from typing import Final

from cms.demo.people import GUEST, PEOPLE, load_person
from cms.models import Practice
from courses.models import Offering, OfferingGuest

# The date that its guests help with, by practice.
DATES: Final[Mapping[str, str]] = {"steinlia": "steinlia-gruppeveiledning-2"}


def make_guests(practice: Practice) -> None:
    """Let the practice's guests see who comes; its course dates are there already."""
    for person in PEOPLE:
        if person.role == GUEST and person.practice == practice.slug:
            offering = Offering.objects.get(code=DATES[practice.slug])
            OfferingGuest.objects.create(offering=offering, user=load_person(person))
