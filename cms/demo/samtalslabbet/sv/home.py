"""Samtalslabbet's front page, how it works there, and how to reach it."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    contact_card,
    for_and_against,
    heading,
    line,
    principles,
    questions,
    quote,
    rich,
    route,
    service_cards,
    supervisors,
    text,
    video,
)

HOME = {
    "title": "Vi övar på att tänka tillsammans",
    "slug": "samtalslabbet",
    "menu_title": "Hem",
    "lead": (
        "Samtalslabbet i Malmö lär kollegor att handleda varandra. Vi kommer, övar med er, och går "
        "när ni klarar er själva."
    ),
    "body": [
        heading("Ett labb utan vita rockar"),
        text("""
            I ett labb får man prova, mäta, välta omkull och prova igen. Vi gör likadant med samtal.
            Vad händer om ingen får ge råd på tjugo minuter? Om den som berättar vänder ryggen till?
            Om chefen ställer den dummaste frågan först?

            Det som fungerar behåller ni. Det andra skrattar vi åt.
        """),
        service_cards("Det här gör vi", "collegial", "team"),
        quote(
            "Vi trodde att vi behövde en expert. Det visade sig att vi hade sju.",
            source="Arbetsterapeut i Malmö (påhittat citat)",
        ),
        supervisors("Vi som står i labbet", "nadia", "love"),
        call_to_action(
            "Vi är nyfikna på kollegial handledning och undrar hur man börjar.",
            label="Skriv till oss",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Samtalslabbet är påhittat för att visa vad Kollegium kan. Varken företaget, personerna eller
        citaten finns.
    """),
}

LAB = {
    "title": "Så funkar labbet",
    "slug": "sa-funkar-labbet",
    "menu_title": "Labbet",
    "lead": "Fem stolar, en klocka och en regel. Mer behövs inte för att börja.",
    "body": [
        principles(
            "Varvet, vår enklaste övning",
            ("Fem minuter: berätta", "En har en fråga från jobbet. De andra antecknar tyst."),
            ("Tio minuter: fråga", "Bara sådant som berättaren inte redan har svarat på."),
            ("Tio minuter: tänk högt", "De andra talar med varandra. Berättaren lyssnar."),
            ("Fem minuter: välj", "Berättaren säger vad som var till nytta. Ingen säger emot."),
            ("Två minuter: byt", "Ny berättare, ny tidtagare."),
        ),
        for_and_against(
            "När kollegor räcker, och när de inte gör det",
            "Kollegor räcker när",
            [
                "frågan gäller hur man gör, inte vem som bestämmer",
                "alla kan vara både berättare och lyssnare",
                "det finns en tid i kalendern som ingen får boka över",
            ],
            "Ta in en handledare när",
            [
                "något har hänt som skakat hela gruppen",
                "ni har tystnat inför varandra",
                "någon alltid är berättare, och någon aldrig",
            ],
        ),
        heading("En film, om du vill"),
        text("""
            Vår egen film om varvet är inte klar än. Så länge tipsar vi om en fri, tecknad film om
            någon som till slut säger ifrån. Den ligger hos en annan tjänst, som får veta att du
            tittar. Därför hämtas ingenting därifrån förrän du själv väljer att se den. Mer står
            under [Kakor](page:cookies).
        """),
        video(
            "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            "Big Buck Bunny, tecknad kortfilm",
            """En stor, snäll kanin blir retad av tre små djur och tröttnar till slut. Ingen säger
            ett ord på tio minuter.""",
        ),
        benefit_list(
            "Det vi har sett i grupper som fortsätter",
            ("De möts", "Samma tid varje månad, även i december."),
            ("De turas om", "Ingen äger klockan mer än en månad i taget."),
            ("De tar hjälp", "En gång om året kommer någon utifrån och ställer obekväma frågor."),
        ),
        call_to_action(
            "Vi har provat varvet och undrar över en sak.", label="Fråga oss", page="contact"
        ),
    ],
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Välj den väg som är lättast för dig. Vi läser allihop, varje vardag.",
    "routes": [
        route("email", "E-post", "hej@samtalslabbet.example"),
        route("form", "Formulär", "Skriv till oss här"),
        route("phone", "Telefon", "+46 40 628 04 27"),
        route("web", "Nätverkets anslagstavla", "https://example.org/"),
        route("visit", "Besök", "Tegelgårdens portgång 6, 211 20 Malmö"),
        route("post", "Brev", "Samtalslabbet, Tegelgårdens portgång 6, 211 20 Malmö"),
    ],
    "opening_hours": line("Vardagar 9–15. Onsdagar är vi i labbet och svarar inte i telefon."),
    "body": [
        contact_card(
            "Vill du hellre tala med en människa?",
            "Nadia svarar på frågor om kurser, Love på det mesta annat.",
            person="nadia",
        ),
        questions(
            "Frågor vi ofta får",
            (
                "Kan jag kommentera en artikel?",
                """
                Mejla eller använd formuläret. Vi svarar alltid, och det bästa vi får lägger vi in
                i nästa artikel om du vill. Kommentarsfält har vi inte, för då måste vi vakta det.
                """,
            ),
            (
                "Kan ni komma till oss utanför Malmö?",
                "Ja, dit tåget går på under tre timmar. Resan står i offerten.",
            ),
            (
                "Måste jag tala om vem jag är?",
                "Nej. Ett förnamn och en adress att svara till räcker.",
            ),
        ),
        text("""
            Skriv inget om klienter, patienter eller elever som gör att de kan kännas igen.

            Porten har kod på kvällar och helger. Vi möter dig där nere.
        """),
    ],
}
