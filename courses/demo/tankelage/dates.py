"""Tankeläge's course dates."""

from functools import partial
from typing import Final

from courses.demo.course_dates import TAXED, Asked, DemoOffering
from courses.demo.days import course_days

PLACE: Final = {"venue": "Björkrummet", "address": "Björklägets gränd 2", "town": "Uppsala"}

OFFERINGS: Final = (
    DemoOffering(
        code="tankelage-oppen-grupp-1",
        course="oppen-grupp",
        language="sv",
        days=partial(course_days, weeks=3, weekday=2, count=6, weeks_between=4),
        hours=("13:00", "15:00"),
        seats=8,
        price=720_000,
        facts={**PLACE, **TAXED},
        minimum=5,
        decided_in_days=9,
        days_before_deadline=7,
        questions=(Asked("role", required=True), Asked("food", sensitive=True)),
    ),
)
