"""The course dates of Työn ääri."""

from functools import partial
from typing import Final

from courses.demo.course_dates import TAXED, Asked, DemoOffering
from courses.demo.days import course_days

PLACE: Final = {"venue": "Kutomo", "address": "Äärenkuja 2", "town": "Tampere"}
TAXED_IN_FINLAND: Final = {**TAXED, "vat_rate": 2550}

OFFERINGS: Final = (
    DemoOffering(
        code="tyonaari-johtajan-poyta-1",
        course="johtajan-oma-poyta",
        language="fi",
        days=partial(course_days, weeks=4, weekday=1, count=6, weeks_between=4),
        hours=("13:00", "15:00"),
        seats=7,
        price=98_000,
        facts={**PLACE, **TAXED_IN_FINLAND},
        cancellation=((28, 0), (14, 50)),
        minimum=4,
        decided_in_days=14,
        days_before_deadline=7,
        questions=(Asked("role", required=True), Asked("access", sensitive=True)),
    ),
)
