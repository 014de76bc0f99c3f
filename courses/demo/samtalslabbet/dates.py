"""Samtalslabbet's course dates."""

from functools import partial
from typing import Final

from courses.demo.course_dates import TAXED, Asked, DemoOffering
from courses.demo.days import two_days

PLACE: Final = {"venue": "Labbet", "address": "Tegelgårdens portgång 6", "town": "Malmö"}

COLLEGIAL: Final = partial(
    DemoOffering,
    course="kollegial-grupphandledning",
    language="sv",
    hours=("09:00", "16:00"),
    seats=16,
    price=580_000,
    facts={**PLACE, **TAXED},
    cancellation=((30, 0), (10, 50)),
    minimum=8,
    days_before_deadline=5,
    questions=(Asked("question", of_booker=True), Asked("food", sensitive=True)),
)

OFFERINGS: Final = (
    COLLEGIAL(
        "samtalslabbet-kollegial-1",
        days=partial(two_days, weeks=7, weekday=3),
        early_price=520_000,
        early_for_weeks=3,
        decided_in_days=30,
    ),
    COLLEGIAL(
        "samtalslabbet-kollegial-2",
        days=partial(two_days, weeks=20, weekday=0),
        decided_in_days=110,
    ),
)
