"""Who has signed up at Samtalslabbet. All names are made up, and their addresses reach nobody."""

from functools import partial
from typing import Final

from registrations.demo.booking import INVOICED, DemoBooking, Outcome, Person

COLLEGIAL: Final = partial(DemoBooking, offering="samtalslabbet-kollegial-1", language="sv")

BOOKINGS: Final = (
    COLLEGIAL(
        "biblioteket",
        booker=("Signe Bokstrand", "signe.bokstrand@example.org"),
        people=(
            Person("Signe Bokstrand", "signe.bokstrand@example.org"),
            Person(
                "Omar Lövsalen", "omar.lovsalen@example.org", answers={"food": "Vegetariskt, tack."}
            ),
            Person(),
        ),
        **INVOICED,
        answers={"question": "Att komma i gång med grupper på våra tre bibliotek."},
        facts={
            "organisation": "Kvarterets folkbibliotek",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Signe Bokstrand",
            "order_number": "7710-B",
            "invoice_email": "faktura@example.org",
        },
    ),
    COLLEGIAL(
        "hedda",
        booker=("Hedda Kastanjegård", "hedda.kastanjegard@example.org"),
        people=(Person("Hedda Kastanjegård", "hedda.kastanjegard@example.org"),),
        answers={"question": "Att våga vara tyst."},
        outcome=Outcome.PAID,
    ),
    COLLEGIAL(
        "isak",
        booker=("Isak Vallgrund", "isak.vallgrund@example.org"),
        people=(Person("Isak Vallgrund", "isak.vallgrund@example.org"),),
        answers={"question": "Hur man startar om en grupp som har tystnat."},
        outcome=Outcome.WITHDRAWN,
    ),
)
