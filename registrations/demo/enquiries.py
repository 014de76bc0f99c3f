"""Who has written to the demo's practices. All names are made up; their addresses reach nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from registrations.models import Enquiry

Format = Enquiry.Format
Setting = Enquiry.Setting
SEND: Final = "send"
REPLY: Final = "reply"
NOTE: Final = "note"
PROPOSE: Final = "propose"
ACCEPT: Final = "accept"
DECLINE: Final = "decline"
GROUP: Final = "group"
MOVE: Final = "move"


@dataclass(frozen=True)
class Step:
    """What happened, with its words or facts, and how many days passed before the next."""

    what: str
    words: str = ""
    days: int = 0
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class DemoEnquiry:
    """``asks`` says that it answers a question on a page; ``cared_for`` that the owner has it."""

    key: str
    sender: tuple[str, str]
    message: str
    steps: tuple[Step, ...]
    language: str = "nb"
    asks: bool = False
    cared_for: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


def proposal(what: str, price: int, *, days: int = 3, **facts: Any) -> Step:
    """So much for each of six meetings of 90 minutes with six people, unless it says otherwise."""
    return Step(PROPOSE, what, days, {"price": price, **facts})


STEINLIA: Final = (
    DemoEnquiry(
        "bekkelia",
        ("Torhild Bekkelien", "torhild.bekkelien@example.org"),
        "Vi er åtte på natt i hjemmetjenesten, og ser hverandre nesten aldri. Kan dere tenke "
        "dere å møte oss en gang i måneden, helst før vakten begynner?",
        (Step(SEND, days=1),),
        asks=True,
        facts={
            "organisation": "Bekkelia hjemmetjeneste",
            "people": 8,
            "format": Format.TEAM,
            "setting": Setting.IN_PERSON,
            "phone": "+47 00 55 66 77",
            "contact_by": Enquiry.Contact.PHONE,
        },
    ),
    DemoEnquiry(
        "hartwell",
        ("Naomi Hartwell", "naomi.hartwell@example.org"),
        "I have just moved to Bergen and supervise two colleagues abroad, online. Do you offer "
        "metasupervision in English, and would every third week be possible?",
        (Step(SEND, days=3),),
        language="en",
        facts={"people": 1, "format": Format.INDIVIDUAL, "setting": Setting.ONLINE},
    ),
    DemoEnquiry(
        "granlund",
        ("Jostein Granlund", "jostein.granlund@example.org"),
        "To av oss på avdelingen har begynt å veilede studenter samtidig. Finnes det noe for to?",
        (
            Step(SEND, days=2),
            Step(
                REPLY,
                "Makkerveiledning\n\nDet gjør det! Dere kan komme sammen, vanligvis halvannen time "
                "hver tredje uke.\n\nSkal vi ta en prat på telefon på torsdag, så finner vi ut hva "
                "som passer?",
                days=2,
            ),
        ),
        cared_for=True,
        facts={"people": 2, "format": Format.PAIR},
    ),
    DemoEnquiry(
        "solbakken",
        ("Mari Solbakken", "mari.solbakken@example.org"),
        "Ledergruppen vår har fått tre nye. Vi trenger et sted å snakke om hvordan vi leder, "
        "ikke bare om hva vi skal rekke.",
        (
            Step(SEND, days=4),
            Step(
                REPLY,
                "Ledergruppen deres\n\nTakk for en fin beskrivelse. Vi foreslår at vi møtes en "
                "halvtime først, uten at det koster noe.",
                days=3,
            ),
            Step(MOVE, "meeting", days=1),
            Step(NOTE, "Møtes hos dem tirsdag klokken ni. Ta med to forslag til hyppighet."),
        ),
        cared_for=True,
        facts={
            "organisation": "Solbakken barnehager",
            "people": 7,
            "format": Format.GROUP,
            "setting": Setting.IN_PERSON,
        },
    ),
    DemoEnquiry(
        "vikane",
        ("Arnhild Vikane", "arnhild.vikane@example.org"),
        "Vi ønsker et tilbud på gruppeveiledning for seks fysioterapeuter gjennom våren.",
        (
            Step(SEND, days=3),
            Step(REPLY, "Gruppeveiledning\n\nDet lager vi gjerne et tilbud på.", days=2),
            proposal("Gruppeveiledning for fysioterapeutene", 420000, days=4),
            Step(NOTE, "Ringte. De vil gjerne, men budsjettet avgjøres på mandag.", days=1),
            proposal("Gruppeveiledning for fysioterapeutene", 390000, days=2),
        ),
        facts={"organisation": "Vikane fysioterapi", "people": 6, "format": Format.GROUP},
    ),
    DemoEnquiry(
        "lyngholmen",
        ("Sindre Lyngholm", "sindre.lyngholm@example.org"),
        "Barnevernet hos oss trenger veiledning for et team på fem. Kan dere begynne før jul?",
        (
            Step(SEND, days=6),
            Step(MOVE, "meeting", days=4),
            proposal(
                "Teamveiledning for mottaksteamet",
                480000,
                people=5,
                terms="En samling kan flyttes inntil to virkedager før. Reise er med i prisen.",
            ),
            Step(
                ACCEPT,
                "Gunnvor Aase",
                days=1,
                facts={
                    "organisation": "Lyngholmen kommune",
                    "buyer_reference": "Oppvekst 4410",
                    "order_number": "B005120",
                    "invoice_email": "faktura@example.org",
                },
            ),
        ),
        asks=True,
        cared_for=True,
        facts={"organisation": "Lyngholmen kommune", "people": 5, "format": Format.TEAM},
    ),
    DemoEnquiry(
        "hestvik",
        ("Dag Hestvik", "dag.hestvik@example.org"),
        "Hva koster det å få en veileder ut til oss fire ganger?",
        (
            Step(SEND, days=9),
            proposal("Fire samlinger hos dere", 650000, meetings=4, format=Format.GROUP, days=5),
            Step(
                DECLINE, "Det ble for dyrt for oss i år. Vi tar kontakt igjen til høsten.", days=6
            ),
        ),
        facts={"people": 9, "format": Format.NOT_SURE},
    ),
    DemoEnquiry(
        "fjordglott",
        ("Kjellaug Nesheim", "kjellaug.nesheim@example.org"),
        "Vi vil at sykepleierne på to avdelinger skal få veiledning sammen gjennom et år.",
        (
            Step(SEND, days=5),
            Step(MOVE, "meeting", days=5),
            proposal("Gruppeveiledning på tvers av avdelingene", 450000),
            Step(
                ACCEPT,
                "Kjellaug Nesheim",
                days=2,
                facts={
                    "organisation": "Fjordgløtt sykehjem",
                    "order_number": "FM0688",
                    "invoice_email": "faktura@example.org",
                },
            ),
            Step(GROUP, days=40),
            Step(MOVE, "running"),
        ),
        cared_for=True,
        facts={"organisation": "Fjordgløtt sykehjem", "people": 6, "format": Format.GROUP},
    ),
    DemoEnquiry(
        "skaret",
        ("Bodil Skaret", "bodil.skaret@example.org"),
        "Jeg er ny som avdelingsleder og vil gjerne ha noen å tenke sammen med.",
        (
            Step(SEND, days=8),
            Step(REPLY, "Lederveiledning\n\nVelkommen! Vi kan begynne når det passer deg.", days=5),
            proposal("Lederveiledning", 180000, people=1, format=Format.INDIVIDUAL, days=2),
            Step(ACCEPT, "Bodil Skaret", days=30, facts={"organisation": "Havnelia bofellesskap"}),
            Step(MOVE, "running", days=160),
            Step(NOTE, "Evaluert sammen: hun vil fortsette annenhver måned."),
            Step(MOVE, "evaluated", days=3),
        ),
        cared_for=True,
        facts={"people": 1, "format": Format.INDIVIDUAL},
    ),
    DemoEnquiry(
        "myrvang",
        ("Eskil Myrvang", "eskil.myrvang@example.org"),
        "Holder dere foredrag om kollegaveiledning på personalmøter?",
        (
            Step(SEND, days=6),
            Step(
                REPLY,
                "Om foredrag\n\nTakk for at du spør. Foredrag holder vi ikke, men kurset vårt "
                "kommer gjerne hjem til dere.",
                days=20,
            ),
            Step(MOVE, "ended", days=30),
        ),
    ),
    DemoEnquiry(
        "spam",
        ("Rank Higher Today", "offers@example.org"),
        "Get first on every search: https://a.example https://b.example https://c.example",
        (Step(SEND, days=2),),
        language="en",
    ),
)
TANKELAGE: Final = (
    DemoEnquiry(
        "granby",
        ("Pernilla Granby", "pernilla.granby@example.org"),
        "Vi är sju enhetschefer i samma kommun. Har ni plats för en grupp till efter nyår?",
        (Step(SEND, days=1),),
        language="sv",
        asks=True,
        facts={
            "organisation": "Granby kommun",
            "people": 7,
            "format": Format.GROUP,
            "setting": Setting.IN_PERSON,
        },
    ),
    DemoEnquiry(
        "alsater",
        ("Måns Alsäter", "mans.alsater@example.org"),
        "Jag skulle vilja ha handledning för rektorerna i vår skolgrupp, fem gånger under våren.",
        (
            Step(SEND, days=3),
            Step(REPLY, "Handledning för rektorer\n\nTack! Här kommer snart en offert.", days=1),
            proposal("Handledning för rektorer", 980000, meetings=5, people=5, days=2),
        ),
        language="sv",
        cared_for=True,
        facts={"organisation": "Alsätra skolor", "people": 5, "format": Format.GROUP},
    ),
)
ENQUIRIES: Final[Mapping[str, tuple[DemoEnquiry, ...]]] = {
    "steinlia": STEINLIA,
    "tankelage": TANKELAGE,
}
