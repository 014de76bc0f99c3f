"""Who has signed up at Steinlia. All names are made up, and their addresses reach nobody."""

from functools import partial
from typing import Final

from courses.models import Price
from registrations.demo import steinlia_groups
from registrations.demo.booking import INVOICED, DemoBooking, Method, Outcome, Payer, Person

GROUP: Final = partial(DemoBooking, offering="steinlia-gruppeveiledning-2")
GROUP_LATER: Final = partial(DemoBooking, offering="steinlia-gruppeveiledning-4")
META_FULL: Final = partial(DemoBooking, offering="steinlia-metaveiledning-1")
META: Final = partial(DemoBooking, offering="steinlia-metaveiledning-2")
META_QUEUE: Final = partial(DemoBooking, offering="steinlia-metaveiledning-5")
META_REVIEWED: Final = partial(DemoBooking, offering="steinlia-metaveiledning-4")
WEBINAR: Final = partial(DemoBooking, offering="steinlia-skjermrommet-1", method=Method.NONE)
# As the form stores a box that is ticked, in the language of whoever ticks it.
SUPERVISES: Final = {"practice": "Ja"}

BOOKINGS: Final = (
    GROUP(
        "marit",
        booker=("Marit Øvrebotn", "marit.ovrebotn@example.org"),
        people=(
            Person(
                "Marit Øvrebotn",
                "marit.ovrebotn@example.org",
                answers={"food": "Tåler ikke nøtter."},
                claim=Price.Kind.MEMBER,
            ),
        ),
        outcome=Outcome.PAID,
        answers={"heard": "Fra en kollega"},
        facts={"booker_phone": "+47 00 11 22 33"},
    ),
    GROUP(
        "bjorkeskaret",
        booker=("Guro Lidhammer", "guro.lidhammer@example.org"),
        people=(
            Person("Anniken Skarholt", "anniken.skarholt@example.org"),
            Person(),
            Person(),
        ),
        **INVOICED,
        answers={"heard": "Jeg har vært her før"},
        facts={
            "organisation": "Bjørkeskaret sykehjem",
            "organisation_country": "NO",
            "organisation_number": "999999999",
            "buyer_reference": "Guro Lidhammer",
            "order_number": "B004217",
            "invoice_email": "faktura@example.org",
            "message": "Hvem de to andre blir, avgjør vi på avdelingsmøtet neste uke.",
        },
    ),
    GROUP(
        "havnelia",
        booker=("Halvard Nesbakk", "halvard.nesbakk@example.org"),
        people=(Person("Eirin Myklestøl", "eirin.myklestol@example.org"),),
        payer=Payer.EMPLOYER,
        outcome=Outcome.SUBSTITUTED,
        number=1,
        instead=Person(
            "Oddvar Brekkemo",
            "oddvar.brekkemo@example.org",
            answers={"food": "Vegetarmat, takk."},
        ),
        answers={"heard": "På nett"},
        facts={
            "organisation": "Havnelia bofellesskap",
            "organisation_country": "NO",
            "organisation_number": "999999999",
        },
    ),
    GROUP(
        "torbjorn",
        booker=("Torbjørn Åkvik", "torbjorn.akvik@example.org"),
        people=(Person("Torbjørn Åkvik", "torbjorn.akvik@example.org"),),
        payer=Payer.SELF_EMPLOYED,
        method=Method.INVOICE,
        outcome=Outcome.PAID_INTO_BANK,
        code="praksispartner",
        answers={"heard": "På nett"},
        facts={
            "organisation": "Åkvik samtale",
            "organisation_country": "NO",
            "organisation_number": "999999999",
            "invoice_email": "torbjorn.akvik@example.org",
        },
    ),
    GROUP(
        "steinfjorden",
        booker=("Solveig Hamreborg", "solveig.hamreborg@example.org"),
        people=(
            Person("Solveig Hamreborg", "solveig.hamreborg@example.org"),
            Person("Petter Vassenlid", "petter.vassenlid@example.org"),
            Person("Kjersti Almelid", "kjersti.almelid@example.org"),
            Person("Bente Rognskog", "bente.rognskog@example.org"),
        ),
        **INVOICED,
        answers={"heard": "Fra lederen min"},
        facts={
            "organisation": "Steinfjorden kommune",
            "organisation_country": "NO",
            "organisation_number": "999999999",
            "buyer_reference": "Oppvekst 3310",
            "order_number": "FM0417",
            "invoice_email": "faktura@example.org",
        },
    ),
    GROUP(
        "sunniva",
        booker=("Sunniva Hellevik", "sunniva.hellevik@example.org"),
        people=(Person("Sunniva Hellevik", "sunniva.hellevik@example.org"),),
        outcome=Outcome.DATE_CHANGED,
        to="steinlia-gruppeveiledning-4",
        answers={"heard": "Fra en kollega"},
    ),
    GROUP_LATER(
        "astrid",
        booker=("Astrid Kleppevik", "astrid.kleppevik@example.org"),
        people=(Person("Astrid Kleppevik", "astrid.kleppevik@example.org"),),
        outcome=Outcome.PAID,
    ),
    GROUP_LATER(
        "samuel",
        booker=("Samuel Tesfay Holm", "samuel.holm@example.org"),
        people=(Person("Samuel Tesfay Holm", "samuel.holm@example.org", claim=Price.Kind.STUDENT),),
        language="en",
        outcome=Outcome.PAID,
    ),
    GROUP(
        "reidun",
        booker=("Reidun Fosslia", "reidun.fosslia@example.org"),
        people=(
            Person("Reidun Fosslia", "reidun.fosslia@example.org"),
            Person("Terje Fosslia", "terje.fosslia@example.org"),
        ),
        outcome=Outcome.EXPIRED,
    ),
    GROUP(
        "daniel",
        booker=("Daniel Warrick", "daniel.warrick@example.org"),
        people=(Person("Daniel Warrick", "daniel.warrick@example.org"),),
        language="en",
        outcome=Outcome.CANCELLED,
    ),
    GROUP(
        "maren",
        booker=("Maren Skogly", "maren.skogly@example.org"),
        people=(Person("Maren Skogly", "maren.skogly@example.org"),),
        outcome=Outcome.WITHDRAWN,
    ),
    META_FULL(
        "late",
        booker=("Gjertrud Aamodt Bø", "gjertrud.bo@example.org"),
        people=(Person("Gjertrud Aamodt Bø", "gjertrud.bo@example.org", answers=SUPERVISES),),
        outcome=Outcome.PAID_TOO_LATE,
    ),
    META_FULL(
        "yasmin",
        booker=("Yasmin Farouk Lunde", "yasmin.lunde@example.org"),
        people=(Person("Yasmin Farouk Lunde", "yasmin.lunde@example.org", answers=SUPERVISES),),
        outcome=Outcome.PAID,
    ),
    META_FULL(
        "tiurlia",
        booker=("Ragnhild Moslett", "ragnhild.moslett@example.org"),
        people=(
            Person("Ragnhild Moslett", "ragnhild.moslett@example.org", answers=SUPERVISES),
            Person("Ivar Stokkaune", "ivar.stokkaune@example.org", answers=SUPERVISES),
        ),
        **INVOICED,
        facts={
            "organisation": "Tiurlia familiesenter",
            "organisation_country": "NO",
            "organisation_number": "999999999",
            "buyer_reference": "Ragnhild Moslett",
            "order_number": "B004388",
            "invoice_email": "faktura@example.org",
        },
    ),
    META_FULL(
        "claire",
        booker=("Claire Ashdown", "claire.ashdown@example.org"),
        people=(
            Person("Claire Ashdown", "claire.ashdown@example.org", answers={"practice": "Yes"}),
        ),
        payer=Payer.SELF_EMPLOYED,
        language="en",
        outcome=Outcome.PAID,
    ),
    META(
        "sigve",
        booker=("Sigve Tangerås", "sigve.tangeras@example.org"),
        people=(Person("Sigve Tangerås", "sigve.tangeras@example.org", answers=SUPERVISES),),
    ),
    META(
        "maria",
        booker=("Maria Lindvåg", "maria.lindvag@example.org"),
        people=(Person("Maria Lindvåg", "maria.lindvag@example.org", answers=SUPERVISES),),
        outcome=Outcome.PAID,
    ),
    META_REVIEWED(
        "torunn",
        booker=("Torunn Haukedal", "torunn.haukedal@example.org"),
        people=(Person("Torunn Haukedal", "torunn.haukedal@example.org", answers=SUPERVISES),),
        facts={"message": "Jeg veileder to grupper i hjemmetjenesten."},
    ),
    META_REVIEWED(
        "vidar",
        booker=("Vidar Storengen", "vidar.storengen@example.org"),
        people=(Person("Vidar Storengen", "vidar.storengen@example.org", answers=SUPERVISES),),
        outcome=Outcome.DECLINED,
        decision=(
            "Du skriver at du begynner å veilede først til høsten. Metaveiledningen bygger på "
            "veiledning som er i gang, så søk gjerne igjen da."
        ),
    ),
    META_REVIEWED(
        "ingvild",
        booker=("Ingvild Tveitmo", "ingvild.tveitmo@example.org"),
        people=(Person("Ingvild Tveitmo", "ingvild.tveitmo@example.org", answers=SUPERVISES),),
        outcome=Outcome.APPROVED,
    ),
    META_QUEUE(
        "synnove",
        booker=("Synnøve Grindheim", "synnove.grindheim@example.org"),
        people=(Person("Synnøve Grindheim", "synnove.grindheim@example.org", answers=SUPERVISES),),
        outcome=Outcome.PAID,
    ),
    META_QUEUE(
        "arvid",
        booker=("Arvid Lonehaug", "arvid.lonehaug@example.org"),
        people=(Person("Arvid Lonehaug", "arvid.lonehaug@example.org", answers=SUPERVISES),),
        outcome=Outcome.MAKES_ROOM,
    ),
    META_QUEUE(
        "unni",
        booker=("Unni Krossvik", "unni.krossvik@example.org"),
        people=(Person("Unni Krossvik", "unni.krossvik@example.org", answers=SUPERVISES),),
        waits=True,
    ),
    META_QUEUE(
        "hedda",
        booker=("Hedda Rindalen", "hedda.rindalen@example.org"),
        people=(
            Person("Hedda Rindalen", "hedda.rindalen@example.org", answers=SUPERVISES),
            Person("Olav Rindalen", "olav.rindalen@example.org", answers=SUPERVISES),
        ),
        waits=True,
    ),
    META_QUEUE(
        "jonas",
        booker=("Jonas Myrhaug", "jonas.myrhaug@example.org"),
        people=(Person("Jonas Myrhaug", "jonas.myrhaug@example.org", answers=SUPERVISES),),
        waits=True,
    ),
    WEBINAR(
        "priya",
        booker=("Priya Nordahl", "priya.nordahl@example.org"),
        people=(
            Person("Priya Nordahl", "priya.nordahl@example.org"),
            Person("Tom Hartwell", "tom.hartwell@example.org"),
        ),
        language="en",
        answers={"heard": "Online"},
    ),
    WEBINAR(
        "ellen",
        booker=("Ellen Kvamsøy", "ellen.kvamsoy@example.org"),
        people=(Person("Ellen Kvamsøy", "ellen.kvamsoy@example.org"),),
        payer=Payer.EMPLOYER,
        answers={"heard": "Fra en kollega"},
        facts={
            "organisation": "Bjørkeskaret sykehjem",
            "organisation_country": "NO",
            "organisation_number": "999999999",
        },
    ),
    *steinlia_groups.BOOKINGS,
)
