"""The next sessions: how many come to each, and whose names are still open."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cms.models import Practice
from courses.models import Offering, OfferingSession
from courses.viewsets import with_course_title
from registrations.models import Participant

MOST_SHOWN: Final = 8


@dataclass(frozen=True)
class ComingSession:
    session: OfferingSession
    title: str
    held: int
    unnamed: int

    @property
    def offering(self) -> Offering:
        return self.session.offering

    @property
    def zone(self) -> Any:
        return self.offering.practice.zone


def coming_sessions(practices: QuerySet[Practice], *, now: datetime) -> list[ComingSession]:
    """The soonest that have not ended, also those that are under way; in one query."""
    people = Participant.objects.holding_seats().filter(registration__offering=OuterRef("offering"))
    rows = OfferingSession.objects.filter(
        ends_at__gt=now,
        offering__status__in=(Offering.Status.PUBLISHED, Offering.Status.CLOSED),
        offering__course__practice__in=practices,
    ).annotate(held=_number(people), unnamed=_number(people.filter(name="")))
    rows = with_course_title(rows, course="offering__course").select_related(
        "offering__course__practice"
    )
    return [
        ComingSession(row, row.course_title, row.held, row.unnamed)
        for row in rows.order_by("starts_at", "pk")[:MOST_SHOWN]
    ]


def _number(people: QuerySet[Participant]) -> Coalesce:
    of_each = people.order_by().values("registration__offering").annotate(number=Count("pk"))
    return Coalesce(Subquery(of_each.values("number")), 0, output_field=IntegerField())
