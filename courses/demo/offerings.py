"""The demo's course dates, relative to the day on which they are made."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, Final

from django.utils import timezone

from wagtail.models import Locale

from cms.models import Practice
from courses.demo.course_dates import KINDS, ONLINE, TAUGHT, Asked, DemoOffering, Further, Status
from courses.demo.days import course_days, moment, two_days
from courses.demo.questions import make_questions
from courses.demo.samtalslabbet import dates as samtalslabbet
from courses.demo.tankelage import dates as tankelage
from courses.demo.tyonaari import dates as tyonaari
from courses.demo.vandpunkten import dates as vandpunkten
from courses.models import (
    CancellationTier,
    Course,
    Offering,
    OfferingQuestion,
    OfferingSession,
    Price,
    Question,
)

AT_STEINLIA: Final = {"venue": "Kartrommet", "address": "Kartbordsmuget 3", "town": "Bergen"}

FOR_MEMBERS: Final = Further(KINDS.MEMBER, 560_000)
FOR_STUDENTS: Final = Further(KINDS.STUDENT, 390_000)
FOR_FOUR: Final = Further(KINDS.GROUP, 520_000, from_people=4)

GROUP: Final = partial(
    DemoOffering,
    course="gruppeveiledning",
    language="nb",
    hours=("09:00", "16:00"),
    seats=16,
    price=640_000,
    facts={**AT_STEINLIA, **TAUGHT},
    days_before_deadline=7,
    names_days_before=5,
    questions=(Asked("heard", of_booker=True), Asked("food", sensitive=True)),
)
META: Final = partial(
    DemoOffering,
    course="metaveiledning",
    language="nb",
    hours=("14:00", "16:00"),
    seats=4,
    price=580_000,
    facts={**ONLINE, **TAUGHT, "online_link": "https://rom.steinlia.example/metaveiledning"},
    days_before_deadline=3,
    questions=(Asked("practice", required=True),),
)
WEBINAR: Final = partial(
    DemoOffering,
    course="skjermrommet",
    language="en",
    hours=("12:00", "13:00"),
    seats=60,
    price=0,
    facts={**ONLINE, **TAUGHT, "online_link": "https://rom.steinlia.example/skjermrommet"},
    questions=(Asked("heard", of_booker=True),),
)

OFFERINGS: Final[Mapping[str, tuple[DemoOffering, ...]]] = {
    "steinlia": (
        GROUP("steinlia-gruppeveiledning-1", days=partial(two_days, weeks=-9, weekday=3)),
        GROUP(
            "steinlia-gruppeveiledning-2",
            days=partial(two_days, weeks=6, weekday=3),
            early_price=570_000,
            early_limit=8,
            further=(FOR_MEMBERS, FOR_STUDENTS, FOR_FOUR),
        ),
        GROUP(
            "steinlia-gruppeveiledning-3",
            days=partial(two_days, weeks=10, weekday=0),
            status=Status.CALLED_OFF,
        ),
        GROUP(
            "steinlia-gruppeveiledning-4",
            days=partial(two_days, weeks=19, weekday=3),
            early_price=570_000,
            early_for_weeks=10,
            further=(FOR_MEMBERS, FOR_STUDENTS),
            deposit_percent=25,
        ),
        META(
            "steinlia-metaveiledning-1",
            days=partial(course_days, weeks=7, weekday=1, count=5, weeks_between=3),
        ),
        META(
            "steinlia-metaveiledning-2",
            days=partial(course_days, weeks=5, weekday=2, count=5, weeks_between=3),
            minimum=3,
        ),
        META(
            "steinlia-metaveiledning-3",
            days=partial(course_days, weeks=20, weekday=1, count=5, weeks_between=3),
            status=Status.CLOSED,
        ),
        META(
            "steinlia-metaveiledning-4",
            days=partial(course_days, weeks=13, weekday=2, count=5, weeks_between=3),
            review_first=True,
        ),
        META(
            "steinlia-metaveiledning-5",
            days=partial(course_days, weeks=11, weekday=1, count=5, weeks_between=3),
            seats=2,
            waiting_list=True,
        ),
        WEBINAR(
            "steinlia-skjermrommet-1",
            days=partial(course_days, weeks=2, weekday=3, count=1),
        ),
        WEBINAR(
            "steinlia-skjermrommet-2",
            days=partial(course_days, weeks=14, weekday=3, count=1),
            opens_in_weeks=4,
        ),
    ),
    "tankelage": tankelage.OFFERINGS,
    "vandpunkten": vandpunkten.OFFERINGS,
    "tyonaari": tyonaari.OFFERINGS,
    "samtalslabbet": samtalslabbet.OFFERINGS,
}


def make_offerings(practice: Practice, *, locales: Mapping[str, Locale], user: Any) -> None:
    """Make the practice's course dates, with what they ask."""
    questions = make_questions(practice, locales=locales, user=user)
    today = timezone.localdate(timezone=practice.zone)
    for demo in OFFERINGS[practice.slug]:
        _make(demo, practice=practice, questions=questions, today=today)


def _make(
    demo: DemoOffering, *, practice: Practice, questions: Mapping[str, Question], today: date
) -> None:
    days = demo.days(today)
    offering = Offering(
        course=Course.objects.get(practice=practice, code=demo.course),
        code=demo.code,
        status=demo.status,
        language=demo.language,
        seats=demo.seats,
        currency=practice.currency,
        registration_opens_at=_opens_at(demo, practice=practice, today=today),
        registration_deadline=_deadline(demo, practice=practice, first_day=days[0]),
        review_first=demo.review_first,
        waiting_list=demo.waiting_list,
        deposit_percent=demo.deposit_percent,
        rest_due_at=_before(demo.deposit_percent and demo.rest_days_before, days, practice),
        minimum_seats=demo.minimum,
        decide_at=_before(demo.minimum and -demo.decided_in_days, [today], practice),
        names_by=_before(demo.names_days_before, days, practice),
        **demo.facts,
    )
    starts, ends = demo.hours
    offering.sessions = [
        OfferingSession(
            starts_at=moment(day, starts, zone=practice.zone),
            ends_at=moment(day, ends, zone=practice.zone),
        )
        for day in days
    ]
    offering.prices = _prices(demo, practice=practice, today=today)
    offering.cancellation_tiers = [
        CancellationTier(days_before=days, fee_percent=percent)
        for days, percent in demo.cancellation
    ]
    offering.questions = [
        _question(asked, questions=questions, order=order)
        for order, asked in enumerate(demo.questions)
    ]
    offering.save()


def _opens_at(demo: DemoOffering, *, practice: Practice, today: date) -> datetime | None:
    if demo.opens_in_weeks is None:
        return None
    day = today + timedelta(weeks=demo.opens_in_weeks)
    return moment(day, "08:00", zone=practice.zone)


def _deadline(demo: DemoOffering, *, practice: Practice, first_day: date) -> datetime | None:
    if not demo.days_before_deadline:
        return None
    day = first_day - timedelta(days=demo.days_before_deadline)
    return moment(day, "16:00", zone=practice.zone)


def _before(count: int | None, days: list[date], practice: Practice) -> datetime | None:
    """Noon so many days before the first of ``days``; None without a count."""
    if count is None:
        return None
    return moment(days[0] - timedelta(days=count), "12:00", zone=practice.zone)


def _prices(demo: DemoOffering, *, practice: Practice, today: date) -> list[Price]:
    prices = [Price(kind=KINDS.ORDINARY, amount=demo.price)]
    if demo.early_price is not None:
        last_day = today + timedelta(weeks=demo.early_for_weeks)
        until = moment(last_day, "23:59", zone=practice.zone)
        prices.append(
            Price(
                kind=KINDS.EARLY,
                amount=demo.early_price,
                available_until=until,
                limit=demo.early_limit,
            )
        )
    prices += [
        Price(kind=further.kind, amount=further.amount, from_people=further.from_people)
        for further in demo.further
    ]
    return prices


def _question(asked: Asked, *, questions: Mapping[str, Question], order: int) -> OfferingQuestion:
    asked_of = OfferingQuestion.AskedOf
    return OfferingQuestion(
        question=questions[asked.question],
        asked_of=asked_of.BOOKING if asked.of_booker else asked_of.PARTICIPANT,
        required=asked.required,
        sensitive=asked.sensitive,
        sort_order=order,
    )
