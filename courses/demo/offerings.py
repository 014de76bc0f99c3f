"""The demo's course dates, relative to the day on which they are made."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from django.utils import timezone

from wagtail.models import Locale

from cms.models import Practice
from courses.demo.course_dates import KINDS, Asked, DemoOffering
from courses.demo.days import moment
from courses.demo.questions import make_questions
from courses.demo.samtalslabbet import dates as samtalslabbet
from courses.demo.steinlia import dates as steinlia
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

OFFERINGS: Final[Mapping[str, tuple[DemoOffering, ...]]] = {
    "steinlia": steinlia.OFFERINGS,
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
        currency=demo.currency or practice.currency,
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
