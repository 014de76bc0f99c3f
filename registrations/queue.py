"""The waiting list of an offering: who comes next, and what that leaves for newcomers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count

from courses.models import Offering
from registrations.models import Registration
from registrations.states import State


@dataclass(frozen=True)
class Waiting:
    """One registration in the line. ``kept_for`` means that free seats are kept until it fits;
    ``code`` is the key of the discount code that it came with."""

    registration_id: int
    people: int
    kept_for: bool
    code: int | None = None


def waiting_for(offering: Offering) -> list[Waiting]:
    """Everybody in line, first come first."""
    rows = (
        Registration.objects.filter(offering=offering, state=State.WAITLISTED)
        .annotate(people=Count("participants"))
        .order_by("pk")
        .values_list("pk", "people", "seats_kept", "code")
    )
    return [Waiting(pk, people, kept, code) for pk, people, kept, code in rows]


class FreeSeats:
    """Seats that nobody holds, some of them kept for those who know a code."""

    def __init__(self, left: int, *, kept: Mapping[int, int]) -> None:
        self._left, self._kept = left, dict(kept)

    def open_to(self, code: int | None) -> int:
        """How many somebody can have who knows ``code``, or none."""
        for_all = max(0, self._left - sum(self._kept.values()))
        own = self._kept.get(code, 0) if code is not None else 0
        return min(self._left, for_all + own)

    def take(self, people: int, code: int | None) -> None:
        """Those who know a code take the seats kept for it first."""
        self._left -= people
        if code in self._kept:
            self._kept[code] = max(0, self._kept[code] - people)


def served(
    line: Iterable[Waiting],
    *,
    left: int,
    seats: int,
    kept: Mapping[int, int] | None = None,
    code: int | None = None,
) -> tuple[list[Waiting], int]:
    """Who of the line gets the ``left`` free seats of ``seats``, and how many newcomers may have.

    First come, first served among those who fit. Where the owner keeps seats for a group that
    does not fit yet, nobody behind it and no newcomer passes it; one that can never fit stops
    nobody. Of the free seats ``kept`` says how many are kept for which code; ``code`` is the
    newcomer's.
    """
    free = FreeSeats(left, kept=kept or {})
    chosen: list[Waiting] = []
    for waiting in line:
        if waiting.people <= free.open_to(waiting.code):
            chosen.append(waiting)
            free.take(waiting.people, waiting.code)
        elif waiting.kept_for and waiting.people <= seats:
            return chosen, 0
    return chosen, free.open_to(code)


def position(registration: Registration) -> int:
    """The place in the line, from 1."""
    return Registration.objects.filter(
        offering=registration.offering_id, state=State.WAITLISTED, pk__lte=registration.pk
    ).count()
