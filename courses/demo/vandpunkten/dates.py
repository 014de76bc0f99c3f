"""Vändpunkten's course dates."""

from functools import partial
from typing import Final

from courses.demo.course_dates import TAXED, Asked, DemoOffering
from courses.demo.days import course_days

PLACE: Final = {"venue": "Sjörummet", "address": "Vändplansvägen 4", "town": "Östersund"}

DAY: Final = partial(
    DemoOffering,
    course="fraga-oppet",
    language="sv",
    hours=("09:00", "16:00"),
    seats=12,
    price=290_000,
    facts={**PLACE, **TAXED},
    cancellation=((21, 0), (7, 50)),
    minimum=5,
    days_before_deadline=4,
    questions=(Asked("work", required=True), Asked("food", sensitive=True)),
)

OFFERINGS: Final = (
    DAY(
        "vandpunkten-fraga-oppet-1",
        days=partial(course_days, weeks=5, weekday=3, count=1),
        decided_in_days=20,
    ),
    DAY(
        "vandpunkten-fraga-oppet-2",
        days=partial(course_days, weeks=24, weekday=3, count=1),
        decided_in_days=150,
    ),
)
