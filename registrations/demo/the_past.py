"""What was before the demo was loaded: who had registered for a series that is over, and who was
there. All names are made up.

It is written down by the services, now, and then given the moments at which it happened.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone

from cms.models import Practice
from courses.models import Offering, OfferingSession
from courses.pricing import Priced
from registrations import services
from registrations.demo.booking import DemoBooking, Outcome, Payer, Person
from registrations.letters import write_letter
from registrations.models import (
    Actor,
    HistoryLine,
    LedgerLine,
    Letter,
    Participant,
    PaymentAttempt,
    Registration,
)
from registrations.services import Booking, PersonComing
from registrations.services.ledger import charge_price
from registrations.services.moves import note
from registrations.services.registering import FIRST_LETTERS, store_people, store_registration
from registrations.states import State

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


def when_registered(demo: DemoBooking) -> datetime | None:
    if not demo.weeks_before:
        return None
    start = Offering.objects.get(code=demo.offering).first_start
    return start - timedelta(weeks=demo.weeks_before) if start else None


@transaction.atomic
def write_down(offering: Offering, booking: Booking, priced: Priced) -> Registration:
    """What was booked for a date that is over: the form would let nobody in any more."""
    registration = store_registration(
        offering,
        booking,
        total=priced.total,
        state=State.AWAITING_PAYMENT,
        hold_until=timezone.now() + timedelta(minutes=offering.practice.hold_minutes),
    )
    store_people(offering, registration, booking, priced)
    charge_price(registration)
    note(registration, action="registered", actor=Actor.BOOKER, after=State.AWAITING_PAYMENT)
    for kind in FIRST_LETTERS[State.AWAITING_PAYMENT]:
        write_letter(registration, kind=kind)
    return registration


def date_back(offering: Offering, *, begun: datetime, to: datetime) -> None:
    """What was written since ``begun`` about the date's registrations was written at ``to``."""
    own = {"registration__offering": offering}
    Registration.objects.filter(offering=offering, made_at__gte=begun).update(made_at=to)
    PaymentAttempt.objects.filter(made_at__gte=begun, **own).update(made_at=to, expires_at=to)
    Letter.objects.filter(made_at__gte=begun, **own).update(made_at=to)
    _write_anew(LedgerLine.objects.filter(booked_at__gte=begun, **own), "booked_at", to)
    _write_anew(HistoryLine.objects.filter(at__gte=begun, **own), "at", to)


def _write_anew(rows: QuerySet[Any], field: str, moment: datetime) -> None:
    """The database lets nobody change a line, so it is taken out and added with its moment."""
    lines: list[Model] = list(rows.order_by("pk"))
    rows.delete()
    for line in lines:
        setattr(line, field, moment)
    rows.model._default_manager.bulk_create(lines)


def let_the_past_be(practice: Practice) -> None:
    """Who was there at each session; and its letters were sent in their time."""
    offering = Offering.objects.filter(code=SERIES, course__practice=practice).first()
    if offering is None:
        return
    owner = practice.memberships.filter(role="owner").order_by("pk").first()
    for number, session in enumerate(offering.sessions_list):
        begun = timezone.now()
        if number == INSTEAD[2]:
            _substitute(offering)
        _attend(offering, session, number, user=owner.user if owner else None)
        date_back(offering, begun=begun, to=session.ends_at)
    for letter in Letter.objects.filter(
        registration__offering=offering, status=Letter.Status.QUEUED
    ):
        Letter.objects.filter(pk=letter.pk).update(
            status=Letter.Status.SENT, sent_at=letter.made_at + timedelta(minutes=1), tries=1
        )


def _attend(offering: Offering, session: OfferingSession, number: int, *, user: Any) -> None:
    for person in services.people_coming([offering.pk]).order_by("pk"):
        attended = ATTENDED.get(person.name, ())
        missed = attended[number] if number < len(attended) else None
        if missed is not None:
            services.mark(
                session_id=session.pk,
                participant_id=person.pk,
                present=True,
                came_late=missed[0],
                left_early=missed[1],
                at=session.ends_at,
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
