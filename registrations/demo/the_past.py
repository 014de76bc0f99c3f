"""What was before the demo was loaded: who had registered for a series that is over, and who was
there. All names are made up."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final
from unittest import mock

from django.utils import timezone

from cms.models import Practice
from courses.models import Offering
from registrations import services
from registrations.demo.booking import DemoBooking, Outcome, Payer, Person
from registrations.models import Actor, Letter, Participant
from registrations.services import PersonComing

SERIES: Final = "steinlia-forste-aret-1"
FIRST_YEAR: Final = partial(DemoBooking, offering=SERIES, weeks_before=5)

BOOKINGS: Final = (
    FIRST_YEAR(
        "nora",
        booker=("Nora Fjellstad", "nora.fjellstad@example.org"),
        people=(Person("Nora Fjellstad", "nora.fjellstad@example.org"),),
        outcome=Outcome.PAID,
    ),
    FIRST_YEAR(
        "emil",
        booker=("Emil Rødseth", "emil.rodseth@example.org"),
        people=(
            Person(
                "Emil Rødseth", "emil.rodseth@example.org", answers={"food": "Tåler ikke melk."}
            ),
        ),
        outcome=Outcome.PAID,
    ),
    FIRST_YEAR(
        "lyngmo",
        booker=("Berit Lyngmo", "berit.lyngmo@example.org"),
        people=(
            Person("Amalie Hestvik", "amalie.hestvik@example.org"),
            Person("Jørgen Skogseth", "jorgen.skogseth@example.org"),
            Person("Oda Ytreland", "oda.ytreland@example.org"),
        ),
        payer=Payer.EMPLOYER,
        outcome=Outcome.PAID,
        facts={
            "organisation": "Lyngmo legesenter",
            "organisation_country": "NO",
            "organisation_number": "999999999",
        },
    ),
)
# Who came how late and left how early, in minutes, session by session; None was not there.
ALL_OF_IT: Final = (0, 0)
ATTENDED: Final[dict[str, tuple[tuple[int, int] | None, ...]]] = {
    "Nora Fjellstad": (ALL_OF_IT,) * 6,
    "Emil Rødseth": (ALL_OF_IT, (20, 0), None, ALL_OF_IT, ALL_OF_IT, (0, 15)),
    "Amalie Hestvik": (ALL_OF_IT, ALL_OF_IT, ALL_OF_IT, (10, 0), ALL_OF_IT, ALL_OF_IT),
    "Jørgen Skogseth": (ALL_OF_IT, None, ALL_OF_IT),
    "Sverre Kaldestad": (None, None, None, ALL_OF_IT, ALL_OF_IT, ALL_OF_IT),
    "Oda Ytreland": (ALL_OF_IT, ALL_OF_IT, (0, 30), ALL_OF_IT, None, ALL_OF_IT),
}
# Somebody else comes from the fourth session on.
INSTEAD: Final = ("Jørgen Skogseth", "Sverre Kaldestad", 3)


@contextmanager
def the_clock_at(moment: datetime | None) -> Iterator[None]:
    """Everything that is written meanwhile was written at ``moment``; None is now.

    A demo is loaded by a program of its own, where nobody else asks for the time.
    """
    if moment is None:
        yield
        return
    with mock.patch("django.utils.timezone.now", return_value=moment):
        yield


def when_registered(demo: DemoBooking) -> datetime | None:
    if not demo.weeks_before:
        return None
    start = Offering.objects.get(code=demo.offering).first_start
    return start - timedelta(weeks=demo.weeks_before) if start else None


def let_the_past_be(practice: Practice) -> None:
    """Who was there at each session; and its letters were sent in their time."""
    offering = Offering.objects.filter(code=SERIES, course__practice=practice).first()
    if offering is None:
        return
    owner = practice.memberships.filter(role="owner").order_by("pk").first()
    for number, session in enumerate(offering.sessions_list):
        with the_clock_at(session.ends_at):
            if number == INSTEAD[2]:
                _substitute(offering)
            _attend(offering, session.pk, number, user=owner.user if owner else None)
    for letter in Letter.objects.filter(
        registration__offering=offering, status=Letter.Status.QUEUED
    ):
        Letter.objects.filter(pk=letter.pk).update(
            status=Letter.Status.SENT, sent_at=letter.made_at + timedelta(minutes=1), tries=1
        )


def _attend(offering: Offering, session_id: int, number: int, *, user: Any) -> None:
    for person in services.people_coming([offering.pk]).order_by("pk"):
        attended = ATTENDED.get(person.name, ())
        missed = attended[number] if number < len(attended) else None
        if missed is not None:
            services.mark(
                session_id=session_id,
                participant_id=person.pk,
                present=True,
                came_late=missed[0],
                left_early=missed[1],
                at=timezone.now(),
                user=user,
            )


def _substitute(offering: Offering) -> None:
    before, after, _session = INSTEAD
    seat = Participant.objects.get(registration__offering=offering, name=before)
    services.substitute(
        registration_id=seat.registration_id,
        number=seat.number,
        person=PersonComing(name=after),
        actor=Actor.OWNER,
    )
