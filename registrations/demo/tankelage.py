"""Who has signed up at Tankeläge. All names are made up, and their addresses reach nobody."""

from functools import partial
from typing import Final

from registrations.demo.booking import INVOICED, DemoBooking, Outcome, Person

OPEN_GROUP: Final = partial(DemoBooking, offering="tankelage-oppen-grupp-1", language="sv")

BOOKINGS: Final = (
    OPEN_GROUP(
        "agneta",
        booker=("Agneta Sävmark", "agneta.savmark@example.org"),
        people=(
            Person(
                "Agneta Sävmark",
                "agneta.savmark@example.org",
                answers={"role": "Enhetschef i hemtjänsten sedan tre år"},
            ),
            Person(
                "Karim Björnfalk",
                "karim.bjornfalk@example.org",
                answers={"role": "Gruppledare sedan i våras", "food": "Äter inte gluten."},
            ),
        ),
        **INVOICED,
        outcome=Outcome.ONE_CANCELLED,
        number=2,
        facts={
            "organisation": "Tallbackens omsorg",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Agneta Sävmark",
            "order_number": "450018723",
            "invoice_email": "faktura@example.org",
        },
    ),
    OPEN_GROUP(
        "ulrika",
        booker=("Ulrika Tallbo", "ulrika.tallbo@example.org"),
        people=(
            Person(
                "Ulrika Tallbo",
                "ulrika.tallbo@example.org",
                answers={"role": "Samordnare på en gruppbostad, ett år"},
            ),
        ),
        outcome=Outcome.PAID,
        code="NYCHEF",
    ),
    OPEN_GROUP(
        "joakim",
        booker=("Joakim Stensjö", "joakim.stensjo@example.org"),
        people=(
            Person(
                "Joakim Stensjö",
                "joakim.stensjo@example.org",
                answers={"role": "Biträdande rektor sedan 2023"},
            ),
        ),
        outcome=Outcome.EXPIRED,
    ),
)
