"""Samtalslabbet's two services."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    heading,
    line,
    principles,
    questions,
    quote,
    requirement,
    text,
)

SERVICES = {
    "title": "Det vi gör",
    "slug": "tjanster",
    "lead": "Två saker: vi lär er att handleda varandra, och vi handleder er tills ni kan.",
}

COLLEGIAL = {
    "title": "Kollegial handledning på er arbetsplats",
    "slug": "kollegial-handledning",
    "menu_title": "Kollegial handledning",
    "lead": (
        "Vi startar era grupper, är med de första gångerna och kommer tillbaka en gång om året. "
        "Resten gör ni själva."
    ),
    "facts_note": line("Så brukar det bli. Antalet grupper bestämmer ni."),
    "body": [
        heading("Tre gånger med oss, sedan utan"),
        text("""
            Första gången leder vi varvet och ni provar. Andra gången leder en av er, och vi sitter
            bredvid. Tredje gången säger vi ingenting. Efteråt går vi igenom vad som hände, och så
            har ni en grupp som kan gå av sig själv.
        """),
        audience_list(
            "För er som är",
            ("Kollegor med samma yrke", "Spridda på flera enheter eller i flera kommuner."),
            ("Ett arbetslag", "Ni vill använda mötestiden till något annat än information."),
            ("Chefer på samma nivå", "Ni får sällan höra att andra undrar samma sak."),
        ),
        principles(
            "Det ni behöver bestämma först",
            ("Tid", "Nittio minuter i månaden, inom arbetstid."),
            ("Frivillighet", "Den som hellre vill något annat ska få det."),
            ("Tystnad", "Vad som får berättas vidare skriver ni ner tillsammans."),
        ),
        requirement(
            "Chefen måste vilja",
            """
            Utan tid i schemat dör gruppen i november. Därför börjar vi alltid med ett samtal med
            den som lägger schemat.
            """,
        ),
        call_to_action(
            "Hur många är ni, och när i veckan är det lugnast hos er?",
            label="Berätta för oss",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Handledning i team",
    "slug": "team",
    "lead": (
        "Två handledare i samma rum: en följer det ni säger, den andra hur ni säger det. För team "
        "som vill se sig själva arbeta."
    ),
    "facts_note": line("Vanligt upplägg. Vi talas alltid vid innan vi bestämmer något."),
    "body": [
        heading("Fyra öron hör mer än två"),
        text("""
            Halvvägs genom träffen vänder vi oss mot varandra och talar om det vi har hört, medan ni
            lyssnar. Det är ovant första gången. Sedan brukar det vara den delen som ni inte vill
            vara utan.
        """),
        benefit_list(
            "Vad ni får ut av det",
            ("Två blickar", "Vi är sällan helt överens, och det får ni höra."),
            ("En gemensam bild", "Vi ritar upp det ni säger på tre meter papper."),
            ("Ett slut", "Efter sex gånger frågar vi om ni behöver oss mer. Ofta är svaret nej."),
        ),
        questions(
            "Det här undrar chefer",
            (
                "Får jag veta vad som sägs?",
                """
                Nej. Vi berättar vilka dagar vi har setts. Vill teamet ge dig något mer gör de det
                själva, gärna med dig i rummet sista gången.
                """,
            ),
            (
                "Varför två?",
                """
                För att en av oss alltid missar något. Räcker budgeten bara till en kommer en, och
                det fungerar också.
                """,
            ),
        ),
        quote(
            "När de pratade om oss hörde jag för första gången hur trötta vi lät.",
            source="Biståndshandläggare (påhittat citat)",
        ),
        call_to_action(
            "Vad skulle någon utifrån märka efter tio minuter hos er?",
            label="Svara oss",
            page="contact",
        ),
    ],
}
