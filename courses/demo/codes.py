"""The demo's discount codes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from cms.models import Practice
from courses.demo.days import moment
from courses.models import DiscountCode, Offering


@dataclass(frozen=True)
class DemoCode:
    """A code; ``amount`` is in minor units, and no dates are all of the practice's."""

    code: str
    offerings: tuple[str, ...] = ()
    percent: int | None = None
    amount: int | None = None
    seats_kept: int = 0
    weeks: int | None = None
    most_uses: int | None = None


CODES: Final[Mapping[str, tuple[DemoCode, ...]]] = {
    "steinlia": (
        # For those who have their students at Steinlia.
        DemoCode(
            "PRAKSISPARTNER",
            offerings=("steinlia-gruppeveiledning-2", "steinlia-gruppeveiledning-4"),
            percent=15,
            seats_kept=2,
            weeks=26,
        ),
    ),
    "tankelage": (DemoCode("NYCHEF", amount=50_000, most_uses=20),),
}


def make_codes(practice: Practice) -> None:
    """Make the practice's codes; its course dates are there already."""
    today = timezone.localdate(timezone=practice.zone)
    for demo in CODES.get(practice.slug, ()):
        code = DiscountCode.objects.create(
            practice=practice,
            code=demo.code,
            percent=demo.percent,
            amount=demo.amount,
            currency=practice.currency if demo.amount else "",
            valid_until=_last_moment(today, demo, practice),
            most_uses=demo.most_uses,
            seats_kept=demo.seats_kept,
        )
        chosen = Offering.objects.filter(course__practice=practice, code__in=demo.offerings)
        code.offerings.set(chosen)


def _last_moment(today: date, demo: DemoCode, practice: Practice) -> datetime | None:
    if demo.weeks is None:
        return None
    return moment(today + timedelta(weeks=demo.weeks), "23:59", zone=practice.zone)
