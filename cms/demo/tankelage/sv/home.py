"""Tankeläge's front page, who it is, and how to reach it."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    heading,
    line,
    picture,
    principles,
    quote,
    rich,
    route,
    service_cards,
    supervisors,
    text,
)

HOME = {
    "title": "Handledning som får stå i centrum",
    "slug": "tankelage",
    "menu_title": "Hem",
    "lead": (
        "Tankeläge gör en sak: handledning av yrkesgrupper som arbetar med människor. I Uppsala, "
        "i ett rum med utsikt över björkar, eller hos er."
    ),
    "body": [
        heading("Två timmar utan telefon"),
        text("""
            Arbetet med människor går fort, och det mesta av tänkandet får ske i farten. Hos oss
            sitter ni ner. Någon berättar, de andra lyssnar färdigt, och handledaren ser till att
            frågan hinner bli större än svaret.

            Ni behöver inte ha ett problem för att komma. Det räcker att ni har ett arbete som inte
            går att göra ensam.
        """),
        service_cards("Det vi gör", "service"),
        benefit_list(
            "Det grupper brukar säga efter ett år",
            (
                "Vi pratar om samma sak",
                "Ord som bemötande och gränser betyder något bestämt, för vi har prövat dem.",
            ),
            (
                "Vi frågar tidigare",
                "Ett svårt ärende kommer upp medan det fortfarande går att göra något annorlunda.",
            ),
            (
                "Vi går hem på kvällen",
                "Det som hör till arbetet stannar oftare kvar på arbetet.",
            ),
        ),
        quote(
            "Det tog tre träffar innan vi slutade vara duktiga. Då började det.",
            source="Enhetschef i socialtjänsten (påhittat citat)",
        ),
        call_to_action(
            "Vad skulle ni behöva tala om, om ni hade två timmar?",
            label="Berätta för oss",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Tankeläge är påhittat för att visa vad Kollegium kan. Varken företaget, personerna eller
        citaten finns.
    """),
}

ABOUT = {
    "title": "Om Tankeläge",
    "slug": "om",
    "lead": "Ett tankeläge är en plats på kartan och ett sätt att vara. Vi försöker ordna båda.",
    "body": [
        heading("Varför vi bara gör en sak"),
        text("""
            Det finns många som säljer utbildning, konsultation och utveckling i samma paket. Vi
            valde bort allt utom handledning, för att den kräver att man inte samtidigt vill något
            annat. Vi har ingen modell att införa och ingen rapport att lämna till ledningen.
        """),
        picture(
            "tankelage",
            alt_text="Tecknat porträtt av Linnea Fallmark, som driver Tankeläge.",
            caption="Linnea Fallmark, som handleder alla grupper.",
        ),
        heading("Rummet"),
        text("""
            Åtta stolar, ett runt bord som går att ställa undan, en tavla och en kanna te. Fönstren
            vetter mot en innergård med björkar. Det finns ingen väntrumsmusik, och ingen går förbi
            utanför dörren.
        """),
        principles(
            "Så börjar en grupp",
            (
                "Inledande samtal",
                """Vi talas vid i en halvtimme med den som beställer, och gärna med någon ur
                gruppen. Det kostar ingenting.""",
            ),
            (
                "Prova på",
                """Gruppen träffar handledaren en gång och säger sedan ja eller nej. Ett nej
                behöver inte motiveras.""",
            ),
            (
                "Handledningsavtal",
                """Vi skriver ner syfte, frekvens och vad som stannar i rummet. Avtalet gäller en
                termin i taget.""",
            ),
            (
                "Avslut",
                """Sista träffen ägnar vi åt vad som blev annorlunda, och vad ni tar med er.""",
            ),
        ),
        supervisors("Handledaren", "linnea"),
        call_to_action(
            "Kommer du ensam? Den öppna gruppen tar emot anmälningar nu.",
            label="Se öppna grupper",
            page="courses",
        ),
    ],
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Skriv några rader eller ring. Du får svar samma dag eller nästa vardag.",
    "routes": [
        route("form", "Skriv till oss", "Formuläret: tre rader räcker"),
        route("email", "E-post", "hej@tankelage.example"),
        route("phone", "Telefon", "+46 70 174 06 50"),
        route("visit", "Besök", "Björklägets gränd 2, 753 10 Uppsala"),
    ],
    "opening_hours": line("Telefonen är på måndag till torsdag klockan 8–9 och 16–17."),
    "body": [
        heading("Hitta hit"),
        text("""
            Rummet ligger på bottenvåningen, utan trösklar. Från centralen går du hit på tjugo
            minuter, längs ån nästan hela vägen. Cykeln kan stå på gården.
        """),
        heading("Innan du skriver"),
        text("""
            Berätta gärna hur många ni är, vad ni arbetar med och när det passar er. Mer behövs inte
            för ett första samtal.

            Skriv inga uppgifter som kan avslöja vem en klient, patient eller elev är.
        """),
    ],
}
