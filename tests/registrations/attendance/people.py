"""Those who come, as they had registered three weeks before."""

from datetime import timedelta
from typing import Any

import time_machine

from courses.models import Offering
from registrations.models import Participant
from tests.factories import make_invoiced


def coming(offering: Offering, people: int = 1, **facts: Any) -> list[Participant]:
    with time_machine.travel(offering.first_start - timedelta(days=20)):
        return list(make_invoiced(offering, people=people, **facts).participants.all())


def named(offering: Offering, *names: str, **facts: Any) -> list[Participant]:
    people = coming(offering, people=len(names), **facts)
    for person, name in zip(people, names, strict=True):
        person.name = name
        person.save(update_fields=["name"])
    return people
