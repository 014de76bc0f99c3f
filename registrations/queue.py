"""The waiting list of an offering: who comes next, and what that leaves for newcomers."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count

from courses.models import Offering
from registrations.models import Registration
from registrations.states import State


@dataclass(frozen=True)
class Waiting:
    """One registration in the line. ``kept_for`` means that free seats are kept until it fits."""

    registration_id: int
    people: int
    kept_for: bool


def waiting_for(offering: Offering) -> list[Waiting]:
    """Everybody in line, first come first."""
    rows = (
        Registration.objects.filter(offering=offering, state=State.WAITLISTED)
        .annotate(people=Count("participants"))
        .order_by("pk")
        .values_list("pk", "people", "seats_kept")
    )
    return [Waiting(pk, people, kept) for pk, people, kept in rows]


def served(line: Iterable[Waiting], *, left: int, seats: int) -> tuple[list[Waiting], int]:
    """Who of the line gets the ``left`` free seats of ``seats``, and how many newcomers may have.

    First come, first served among those who fit. Where the owner keeps seats for a group that
    does not fit yet, nobody behind it and no newcomer passes it; one that can never fit stops
    nobody.
    """
    chosen: list[Waiting] = []
    for waiting in line:
        if waiting.people <= left:
            chosen.append(waiting)
            left -= waiting.people
        elif waiting.kept_for and waiting.people <= seats:
            return chosen, 0
    return chosen, left


def position(registration: Registration) -> int:
    """The place in the line, from 1."""
    return Registration.objects.filter(
        offering=registration.offering_id, state=State.WAITLISTED, pk__lte=registration.pk
    ).count()
