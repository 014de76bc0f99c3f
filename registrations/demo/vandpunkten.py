"""Who has signed up at Vändpunkten. All names are made up, and their addresses reach nobody."""

from functools import partial
from typing import Final

from registrations.demo.booking import INVOICED, DemoBooking, Outcome, Person

DAY: Final = partial(DemoBooking, offering="vandpunkten-fraga-oppet-1", language="sv")

BOOKINGS: Final = (
    DAY(
        "gunvor",
        booker=("Gunvor Fjällstigen", "gunvor.fjallstigen@example.org"),
        people=(
            Person(
                "Gunvor Fjällstigen",
                "gunvor.fjallstigen@example.org",
                answers={
                    "work": "Samtal med föräldrar på familjecentralen",
                    "food": "Laktosfritt.",
                },
            ),
        ),
        outcome=Outcome.PAID,
    ),
    DAY(
        "skogsbrynet",
        booker=("Tage Myrlandet", "tage.myrlandet@example.org"),
        people=(
            Person(
                "Tage Myrlandet",
                "tage.myrlandet@example.org",
                answers={"work": "Medarbetarsamtal och samtal med anhöriga"},
            ),
            Person(
                "Saga Åsbotten",
                "saga.asbotten@example.org",
                answers={"work": "Boendestöd, mest vid köksbordet"},
            ),
        ),
        **INVOICED,
        facts={
            "organisation": "Skogsbrynets stödboende",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Tage Myrlandet",
            "order_number": "83-2207",
            "invoice_email": "faktura@example.org",
        },
    ),
)
