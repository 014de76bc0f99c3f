"""Who has signed up for Steinlia's groups, in other countries too. All names are made up."""

from functools import partial
from typing import Final

from registrations.demo.booking import INVOICED, DemoBooking, Method, Outcome, Payer, Person
from registrations.models import Registration

GROUP_LATER: Final = partial(DemoBooking, offering="steinlia-gruppeveiledning-4")
OPEN_GROUP: Final = partial(DemoBooking, offering="steinlia-apen-gruppe-1")
IN_GOTHENBURG: Final = partial(DemoBooking, offering="steinlia-chefer-1", language="sv")
IN_FINNISH: Final = partial(DemoBooking, offering="steinlia-esihenkilot-1", language="fi")
OUTDOORS: Final = partial(DemoBooking, offering="steinlia-kartbordet-ute-1")

# Dates that are called off once people have signed up.
CALLED_OFF: Final = ("steinlia-kartbordet-ute-1",)

BOOKINGS: Final = (
    GROUP_LATER(
        "linus",
        booker=("Linus Ekeväg", "linus.ekevag@example.org"),
        people=(Person("Linus Ekeväg", "linus.ekevag@example.org"),),
        language="sv",
        outcome=Outcome.PAID,
        answers={"heard": "På nätet"},
    ),
    GROUP_LATER(
        "kirsi",
        booker=("Kirsi Hakoniitty", "kirsi.hakoniitty@example.org"),
        people=(Person("Kirsi Hakoniitty", "kirsi.hakoniitty@example.org"),),
        language="fi",
        outcome=Outcome.PAID,
        answers={"heard": "Työtoverilta"},
    ),
    GROUP_LATER(
        "mette",
        booker=("Mette Lyngholt", "mette.lyngholt@example.org"),
        people=(
            Person(
                "Mette Lyngholt",
                "mette.lyngholt@example.org",
                answers={"food": "Jeg spiser ikke fisk."},
            ),
        ),
        language="da",
        answers={"heard": "Fra min leder"},
    ),
    OPEN_GROUP(
        "silje",
        booker=("Silje Bratthammer", "silje.bratthammer@example.org"),
        people=(
            Person(
                "Silje Bratthammer",
                "silje.bratthammer@example.org",
                answers={"work": "Sykepleier på sengepost, fire år"},
            ),
        ),
        facts={"message": "Jeg har kveldsvakt annenhver tirsdag, men har fått byttet."},
    ),
    OPEN_GROUP(
        "eivind",
        booker=("Eivind Storlia", "eivind.storlia@example.org"),
        people=(
            Person(
                "Eivind Storlia",
                "eivind.storlia@example.org",
                answers={"work": "Ergoterapeut i kommunen"},
            ),
        ),
        outcome=Outcome.APPROVED,
    ),
    OPEN_GROUP(
        "fatima",
        booker=("Fatima Nærhus", "fatima.naerhus@example.org"),
        people=(
            Person(
                "Fatima Nærhus",
                "fatima.naerhus@example.org",
                answers={"work": "Lege i distriktspsykiatrien", "food": "Spiser halal."},
            ),
        ),
        outcome=Outcome.APPROVED_AND_PAID,
    ),
    OPEN_GROUP(
        "lyngheim",
        booker=("Grete Dalsmo", "grete.dalsmo@example.org"),
        people=(
            Person(
                "Johanne Vikestrand",
                "johanne.vikestrand@example.org",
                answers={"work": "Vernepleier i bofellesskap"},
            ),
        ),
        **INVOICED,
        outcome=Outcome.APPROVED,
        facts={
            "organisation": "Lyngheim bofellesskap",
            "organisation_country": "NO",
            "organisation_number": "999999999",
            "buyer_reference": "Grete Dalsmo",
            "order_number": "B005120",
            "invoice_email": "faktura@example.org",
        },
    ),
    IN_GOTHENBURG(
        "almviken",
        booker=("Anna-Lena Brink Almvik", "anna-lena.almvik@example.org"),
        people=(
            Person("Anna-Lena Brink Almvik", "anna-lena.almvik@example.org"),
            Person("Robert Sköldnäs", "robert.skoldnas@example.org"),
            Person("Saga Tornberga", "saga.tornberga@example.org"),
        ),
        **INVOICED,
        facts={
            "organisation": "Almvikens omsorg",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Anna-Lena Brink Almvik",
            "order_number": "450021904",
            "invoice_email": "faktura@example.org",
        },
    ),
    IN_GOTHENBURG(
        "havsbanken",
        booker=("Peter Strandvall", "peter.strandvall@example.org"),
        people=(
            Person("Peter Strandvall", "peter.strandvall@example.org"),
            Person("Emine Kroken", "emine.kroken@example.org"),
        ),
        **INVOICED,
        facts={
            "organisation": "Havsbankens skolor",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Skolområde väst",
            "order_number": "450022310",
            "invoice_email": "faktura@example.org",
        },
    ),
    IN_GOTHENBURG(
        "tove",
        booker=("Tove Hällmarker", "tove.hallmarker@example.org"),
        people=(Person("Tove Hällmarker", "tove.hallmarker@example.org"),),
        payer=Payer.EMPLOYER,
        outcome=Outcome.MAKES_ROOM,
        facts={
            "organisation": "Hällmarkens hemtjänst",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
        },
    ),
    IN_GOTHENBURG(
        "ylle",
        booker=("Gunilla Furuvret", "gunilla.furuvret@example.org"),
        people=(Person("Gunilla Furuvret", "gunilla.furuvret@example.org"),),
        **INVOICED,
        waits=True,
        facts={
            "organisation": "Furuvretens familjecentral",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
            "buyer_reference": "Gunilla Furuvret",
            "order_number": "450022871",
            "invoice_email": "faktura@example.org",
        },
    ),
    IN_GOTHENBURG(
        "henrik",
        booker=("Henrik Vassbäcken", "henrik.vassbacken@example.org"),
        people=(Person("Henrik Vassbäcken", "henrik.vassbacken@example.org"),),
        payer=Payer.EMPLOYER,
        waits=True,
        facts={
            "organisation": "Vassbäckens gymnasium",
            "organisation_country": "SE",
            "organisation_number": "000000-0000",
        },
    ),
    IN_FINNISH(
        "paivi",
        booker=("Päivi Kanervalampi", "paivi.kanervalampi@example.org"),
        people=(Person("Päivi Kanervalampi", "paivi.kanervalampi@example.org"),),
        payer=Payer.SELF_EMPLOYED,
        outcome=Outcome.PAID,
        facts={
            "organisation": "Kanervalammen kuntoutus",
            "organisation_country": "FI",
            "organisation_number": "0000000-0",
        },
    ),
    IN_FINNISH(
        "koivuranta",
        booker=("Matti Saarikallio", "matti.saarikallio@example.org"),
        people=(
            Person("Matti Saarikallio", "matti.saarikallio@example.org"),
            Person("Leena Sorvalo", "leena.sorvalo@example.org"),
        ),
        **INVOICED,
        facts={
            "organisation": "Koivurinteen palvelutalo",
            "organisation_country": "FI",
            "organisation_number": "0000000-0",
            "buyer_reference": "Matti Saarikallio",
            "order_number": "TIL-3310",
            "invoice_email": "laskut@example.org",
        },
    ),
    GROUP_LATER(
        "torgeir",
        booker=("Torgeir Sandvær", "torgeir.sandvar@example.org"),
        people=(Person("Torgeir Sandvær", "torgeir.sandvar@example.org"),),
        method=Method.BANK,
        came_by=Registration.CameBy.TELEPHONE,
    ),
    OUTDOORS(
        "bodil",
        booker=("Bodil Høyvarde", "bodil.hoyvarde@example.org"),
        people=(Person("Bodil Høyvarde", "bodil.hoyvarde@example.org"),),
        outcome=Outcome.PAID,
    ),
    OUTDOORS(
        "ketil",
        booker=("Ketil Morkestøl", "ketil.morkestol@example.org"),
        people=(
            Person("Ketil Morkestøl", "ketil.morkestol@example.org"),
            Person("Ane Morkestøl", "ane.morkestol@example.org"),
        ),
        outcome=Outcome.PAID,
    ),
)
