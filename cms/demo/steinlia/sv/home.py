"""Steinlia's front door in Swedish: the home page and how to reach us."""

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
    "title": "Handledning för dig som hjälper andra",
    "menu_title": "Startsida",
    "slug": "steinlia-sv",
    """lead""": (
        "Vi är tre handledare i Bergen och på nätet. Hos oss får du tid, struktur och goda frågor "
        "till det i arbetet som inte går att lösa mellan två pass."
    ),
    "body": [
        heading("Tid att tänka, före nästa pass"),
        text("""
            Mycket av ditt arbete sker mellan regler och människor. Där finns det sällan ett rätt
            svar, och det är tungt att leta efter det ensam. Handledning är avtalad tid, en fast ram
            och någon som frågar – tills du ser vad du gör, varför du gör det och vad du vill pröva
            nästa gång.

            En del kommer till oss ensamma. De flesta kommer i grupp. Det som sägs i rummet stannar
            i rummet.
        """),
        audience_list(
            "Vilka vi handleder",
            shared("health"),
            shared("child-welfare"),
            shared("schools"),
            shared("leaders"),
            shared("supervisors"),
        ),
        service_cards("Här börjar de flesta", "individual", "group", "leader"),
        facts(
            "Så är en grupp hos oss",
            ("Hur ofta", "Som regel en gång i månaden"),
            ("Hur länge", "90–120 minuter"),
            ("Hur många", "Fem till åtta deltagare"),
            ("Var", "Hos oss i Bergen, hos er eller på nätet"),
        ),
        quote(
            """Jag kom med ett ärende som jag trodde var färdigt. Jag gick hem med frågan
            jag inte hade vågat ställa.""",
            source="Sjuksköterska, deltagare i grupp (påhittat citat)",
        ),
        supervisors("Handledarna", "ingrid", "mikael", "aino"),
        call_to_action(
            """Undrar du om handledning är något för dig eller för er? Det inledande
            samtalet tar en halvtimme, kostar ingenting och förbinder inte till något.""",
            label="Hör av dig",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Steinlia är påhittat för att visa vad Kollegium kan: verksamheten, människorna och citaten
        finns inte.
    """),
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Ring, skriv eller titta in. Vi svarar på e-post inom två arbetsdagar.",
    "routes": [
        route("email", "E-post", "post@steinlia.example"),
        route("phone", "Telefon", "+47 00 12 34 56"),
        route("visit", "Besök", "Kartbordsmuget 3, 5003 Bergen"),
    ],
    """opening_hours""": (
        "Telefonen är öppen måndag till torsdag, 9–15. Handledning på kvällstid enligt "
        "överenskommelse."
    ),
    "body": [
        principles(
            "Så kommer du i gång",
            (
                "Berätta kort vad det gäller",
                """Två meningar räcker. Skriv inget som kan visa vem en patient, elev
                eller klient är.""",
            ),
            (
                "Inledande samtal",
                """En halvtimme på telefon eller video. Vi tar reda på vad ni behöver,
                och om vi är de rätta.""",
            ),
            (
                "Offert och handledningsavtal",
                """Du får en skriftlig offert med frekvens, längd och pris. Säger du ja
                skriver vi ett avtal.""",
            ),
        ),
        heading("Hitta hit"),
        text("""
            Ingången är den gröna dörren längst in i gränden. Det finns hiss till vårt rum en trappa
            upp, och en toalett med plats för rullstol. Närmaste hållplats för Bybanen ligger sju
            minuters promenad bort. Säg till om du har tillgänglighetsbehov, så ordnar vi det innan
            du kommer.

            Ska du träffa oss på nätet får du länken dagen innan. Rummet öppnar tio minuter före.
        """),
        contact_card(
            "Vill du hellre prata med en människa först?",
            "Ring Ingrid. Hon svarar själv, och säger till om någon annan av oss passar bättre.",
            person="ingrid",
        ),
    ],
}
