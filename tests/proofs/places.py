"""The course dates at which the proofs take place."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from courses.models import CancellationTier, DiscountCode, Offering, Price
from registrations.models import Reminder
from tests.factories import make_offering, make_practice
from tests.proofs.world import START

# Half the price, for two registrations.
CODE: Final = "HALF"


@dataclass(frozen=True)
class Places:
    """Few seats everywhere, and a line to wait in."""

    paid: Offering
    reviewed: Offering
    free: Offering
    # Of the same course as the one that is paid for, dearer, and with a deposit.
    later: Offering

    def __getitem__(self, number: int) -> Offering:
        """One of them, as it is now."""
        chosen = (self.paid, self.reviewed, self.free, self.later)[number]
        return Offering.objects.with_facts().get(pk=chosen.pk)


def make_places() -> Places:
    practice = make_practice()
    paid = make_offering(
        practice, seats=3, price=640000, waiting_list=True, date_change_allowed=True
    )
    for days, percent in ((27, 0), (14, 50), (7, 100)):
        CancellationTier.objects.create(offering=paid, days_before=days, fee_percent=percent)
    Price.objects.create(
        offering=paid,
        kind=Price.Kind.EARLY,
        amount=500000,
        available_until=START + timedelta(hours=20),
    )
    reviewed = make_offering(
        practice,
        seats=3,
        price=33333,
        review_first=True,
        waiting_list=True,
        days_to_pay=3,
        vat_treatment="rate",
        vat_rate=2500,
    )
    CancellationTier.objects.create(offering=reviewed, days_before=10, fee_percent=33)
    free = make_offering(practice, seats=2, price=0, waiting_list=True)
    later = make_offering(
        practice,
        course=paid.course,
        seats=2,
        price=710000,
        waiting_list=True,
        date_change_allowed=True,
        starts_at=START + timedelta(weeks=6),
        deposit_percent=30,
        rest_due_at=START + timedelta(days=20),
    )
    _remind(paid, later)
    DiscountCode.objects.create(practice=practice, code=CODE, percent=50, most_uses=2)
    return Places(paid=paid, reviewed=reviewed, free=free, later=later)


def _remind(*offerings: Offering) -> None:
    """Of the first session two weeks before and of each a day before, and of what is owed a day
    before it is to be paid."""
    for offering in offerings:
        practice = offering.practice
        facts = {"practice": practice, "offering": offering}
        Reminder.objects.create(
            **facts, template=practice.letter_templates.get(purpose="before"), amount=14
        )
        Reminder.objects.create(
            **facts,
            template=practice.letter_templates.get(purpose="day_before"),
            anchor="each_session",
        )
        Reminder.objects.create(
            **facts,
            template=practice.letter_templates.get(purpose="payment"),
            audience="owing",
            anchor="payment",
        )
