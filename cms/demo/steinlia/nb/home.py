"""Steinlia's front door in Norwegian: the home page and how to reach us."""

from cms.demo.words import (
    audience_list,
    call_to_action,
    contact_card,
    facts,
    heading,
    principles,
    quote,
    rich,
    route,
    service_cards,
    shared,
    supervisors,
    text,
)

HOME = {
    "title": "Faglig veiledning for deg som hjelper andre",
    "menu_title": "Forside",
    "slug": "steinlia",
    """lead""": (
        "Vi er tre veiledere i Bergen og på nett. Hos oss får du tid, struktur og gode spørsmål "
        "til det i arbeidet som ikke lar seg løse mellom to vakter."
    ),
    "body": [
        heading("Tid til å tenke, før neste vakt"),
        text("""
            Mye av jobben din skjer mellom regelverk og mennesker. Der finnes det sjelden ett riktig
            svar, og det er tungt å lete etter det alene. Faglig veiledning er avtalt tid, en fast
            ramme og noen som spør – til du ser hva du gjør, hvorfor du gjør det, og hva du vil
            prøve neste gang.

            Noen kommer til oss alene. De fleste kommer i gruppe. Det som blir sagt i rommet, blir i
            rommet.
        """),
        audience_list(
            "Hvem vi veileder",
            shared("health"),
            shared("child-welfare"),
            shared("schools"),
            shared("leaders"),
            shared("supervisors"),
        ),
        service_cards("Her begynner de fleste", "individual", "group", "leader"),
        facts(
            "Slik er en gruppe hos oss",
            ("Hvor ofte", "Som regel én gang i måneden"),
            ("Hvor lenge", "90–120 minutter"),
            ("Hvor mange", "Fem til åtte deltakere"),
            ("Hvor", "Hos oss i Bergen, hos dere eller på nett"),
        ),
        quote(
            """Jeg kom med en sak jeg trodde var ferdig. Jeg gikk hjem med spørsmålet jeg
            ikke hadde turt å stille.""",
            source="Sykepleier, deltaker i gruppe (oppdiktet sitat)",
        ),
        supervisors("Veilederne", "ingrid", "mikael", "aino"),
        call_to_action(
            """Lurer du på om veiledning er noe for deg eller for dere?
            Avklaringssamtalen tar en halvtime, er gratis og forplikter ikke til noe.""",
            label="Ta kontakt",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Steinlia er diktet opp for å vise hva Kollegium kan: praksisen, menneskene og sitatene
        finnes ikke.
    """),
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Ring, skriv eller stikk innom. Vi svarer på e-post innen to virkedager.",
    "routes": [
        route("email", "E-post", "post@steinlia.example"),
        route("phone", "Telefon", "+47 00 12 34 56"),
        route("visit", "Besøk", "Kartbordsmuget 3, 5003 Bergen"),
    ],
    """opening_hours""": (
        "Telefonen er åpen mandag til torsdag, 9–15. Veiledning på kveldstid etter avtale."
    ),
    "body": [
        principles(
            "Slik kommer du i gang",
            (
                "Fortell kort hva det gjelder",
                """To setninger holder. Skriv ikke noe som kan si hvem en pasient, elev
                eller klient er.""",
            ),
            (
                "Avklaringssamtale",
                """En halvtime på telefon eller video. Vi finner ut hva dere trenger, og
                om vi er de rette.""",
            ),
            (
                "Tilbud og veiledningsavtale",
                """Du får et skriftlig tilbud med hyppighet, varighet og pris. Sier du
                ja, skriver vi en avtale.""",
            ),
        ),
        heading("Finn fram"),
        text("""
            Inngangen er den grønne døren innerst i smuget. Det er heis til rommet vårt i andre
            etasje, og et toalett med plass til rullestol. Nærmeste bybanestopp er sju minutter unna
            til fots. Si fra hvis du trenger tilrettelegging, så ordner vi det før du kommer.

            Skal du møte oss på nett, får du lenken dagen før. Rommet åpner ti minutter før tiden.
        """),
        contact_card(
            "Vil du heller snakke med et menneske først?",
            "Ring Ingrid. Hun tar telefonen selv, og sier fra om en annen av oss passer bedre.",
            person="ingrid",
        ),
    ],
}
