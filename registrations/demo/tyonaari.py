"""Who has signed up at Työn ääri. All names are made up, and their addresses reach nobody."""

from functools import partial
from typing import Final

from registrations.demo.booking import INVOICED, DemoBooking, Outcome, Payer, Person

GROUP: Final = partial(DemoBooking, offering="tyonaari-johtajan-poyta-1", language="fi")

BOOKINGS: Final = (
    GROUP(
        "marketta",
        booker=("Marketta Kuusivuori", "marketta.kuusivuori@example.org"),
        people=(
            Person(
                "Marketta Kuusivuori",
                "marketta.kuusivuori@example.org",
                answers={"role": "Osastonhoitaja, kaksi vuotta"},
            ),
        ),
        **INVOICED,
        facts={
            "organisation": "Harjunlaen hoivakoti",
            "organisation_country": "FI",
            "organisation_number": "0000000-0",
            "buyer_reference": "Marketta Kuusivuori",
            "order_number": "TIL-2041",
            "invoice_email": "laskut@example.org",
        },
    ),
    GROUP(
        "teemu",
        booker=("Teemu Rantaniitty", "teemu.rantaniitty@example.org"),
        people=(
            Person(
                "Teemu Rantaniitty",
                "teemu.rantaniitty@example.org",
                answers={
                    "role": "Päiväkodin johtaja, kuusi vuotta",
                    "access": "Istun mielelläni lähellä ovea.",
                },
            ),
        ),
        payer=Payer.SELF_EMPLOYED,
        outcome=Outcome.PAID,
        facts={
            "organisation": "Rantaniityn perhepäiväkoti",
            "organisation_country": "FI",
            "organisation_number": "0000000-0",
        },
    ),
)
