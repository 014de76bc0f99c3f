"""Tankeläge's pages in Swedish, the only language that it speaks."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    facts,
    heading,
    principles,
    quote,
    rich,
    supervisors,
    text,
)

HOME = {
    "title": "Handledning som får stå i centrum",
    "slug": "tankelage",
    "lead": (
        "Tankeläge gör en sak: handledning av yrkesgrupper som arbetar med människor. I Uppsala, "
        "i ett rum med utsikt över björkar, eller hos er."
    ),
    "body": [
        heading("Tre ingångar, en i taget eller tillsammans"),
        text("""
            Alla grupper börjar någonstans. Ibland med ett ärende som gnager, ibland med en metod
            som inte riktigt sitter, ibland med något i samarbetet. Vi börjar där ni är och byter
            ingång när frågan gör det.
        """),
        benefit_list(
            "Vad handledningen kan handla om",
            (
                "Ärendehandledning",
                "Vi stannar vid ett ärende i taget och ser det från fler håll än ett.",
            ),
            (
                "Metodhandledning",
                "Vi övar på det arbetssätt ni har valt, tills det bär även en dålig dag.",
            ),
            (
                "Processhandledning",
                "Vi tittar på hur ni arbetar tillsammans, och vad som händer mellan er.",
            ),
        ),
        audience_list(
            "För alla nivåer",
            ("Medarbetare", "Ni som möter människorna och behöver varandra för att orka tänka."),
            ("Arbetsledare", "Du som står mittemellan och förväntas ha svar åt båda hållen."),
            ("Chefer", "Du som fattar beslut om andras arbete och sällan får pröva dem högt."),
            ("Ledningsgrupper", "Ni som ska dra åt samma håll och först måste se vart ni drar."),
        ),
        facts(
            "Så går det till",
            ("Hur ofta", "Vanligen en gång i månaden"),
            ("Hur länge", "90–120 minuter"),
            ("Hur många", "Fem till åtta personer"),
            ("Upplägg", "Alltid anpassat efter er"),
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
}

SUPERVISORS = {
    "title": "Handledaren",
    "slug": "handledare",
    "lead": "Du möter samma person från första samtalet till sista träffen.",
}

LINNEA = {
    "title": "Linnea Fallmark",
    "slug": "linnea-fallmark",
    "profession": "Socionom och handledare",
    "languages_spoken": "Svenska och engelska",
    "lead": (
        "Linnea har handlett i femton år, efter tio år som socialsekreterare och enhetschef. Hon "
        "tror på frågor som är så enkla att man först blir lite förnärmad."
    ),
    "credentials": [
        credential(
            "Handledarutbildning på avancerad nivå",
            issuer="Norrbäcka högskola",
            extent="30 hp",
            year="2010",
        ),
        credential(
            "Motiverande samtal, fördjupning",
            issuer="Norrbäcka högskola",
            extent="7,5 hp",
            year="Våren 2016",
        ),
        credential("Socionom", issuer="Norrbäcka högskola", extent="210 hp", year="2000"),
    ],
    "own_supervision": "Går själv i handledning varje månad, och byter handledare vart tredje år.",
    "body": [
        heading("Så arbetar jag"),
        text("""
            Jag lyssnar efter orden ni använder utan att märka det. Ett ”egentligen” eller ett
            ”bara” kan vara en dörr. Sedan frågar jag, ritar upp det jag hör och låter gruppen rätta
            mig.

            Jag råder alla grupper att byta handledare regelbundet, även när det är jag som är
            handledaren. Man slutar höra varandra annars.
        """),
        principles(
            "Det här lovar jag",
            ("Jag kommer förberedd", "Efter varje träff skriver jag tre rader till nästa."),
            ("Det som sägs stannar i rummet", "Även när chefen betalar."),
            ("Jag säger till när vi är klara", "En bra handledning har ett slut."),
        ),
    ],
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
        principles(
            "Så börjar en grupp",
            (
                "Inledande samtal",
                """Vi talas vid i en halvtimme med den som beställer, och gärna med någon ur
                gruppen.""",
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
    "lead": "Skriv några rader eller ring. Du får svar samma dag eller nästa.",
    "body": [
        facts(
            "Hitta oss",
            ("E-post", "hej@tankelage.example"),
            ("Telefon", "+46 70 174 06 50"),
            ("Besök", "Björklägets gränd 2, 753 10 Uppsala"),
            ("Organisationsnummer", "000000-0001"),
        ),
        text("""
            Rummet ligger på bottenvåningen, utan trösklar. Från centralen går du hit på tjugo
            minuter, längs ån nästan hela vägen.

            Skriv inga uppgifter som kan avslöja vem en klient, patient eller elev är.

            Tankeläge är påhittat för att visa vad Kollegium kan: varken företaget, personerna eller
            citaten finns.
        """),
    ],
}

TERMS = {
    "title": "Villkor för öppna grupper",
    "slug": "villkor",
    "lead": "Det du säger ja till när du anmäler dig, på vanlig svenska.",
    "text": rich("""
        ## Vem du gör avtal med

        Avtalet är mellan dig som beställer och Tankeläge i Uppsala AB, organisationsnummer
        000000-0001, Björklägets gränd 2, 753 10 Uppsala, hej@tankelage.example.

        ## Anmälan

        Anmälan är bindande när du har fått bekräftelsen med e-post. Väljer du att betala med kort
        håller vi platsen medan du betalar. Blir betalningen inte klar i tid faller anmälan bort,
        utan kostnad för dig.

        ## Pris och betalning

        Priset är det som står på sidan när du anmäler dig. Moms tillkommer med den sats som visas
        bredvid. Du kan betala med kort. Arbetsgivare och egenföretagare kan också få faktura med
        30 dagars förfallotid.

        ## Avbokning

        Du avbokar genom att skriva till oss. Det är dagen då vi får meddelandet som räknas.

        - **30 dagar eller mer före första träffen:** Du betalar ingenting.
        - **14 till 29 dagar före:** Du betalar halva avgiften.
        - **7 till 13 dagar före:** Du betalar tre fjärdedelar av avgiften.
        - **Mindre än 7 dagar före, eller utan besked:** Du betalar hela avgiften.

        En kollega i samma roll får gärna ta din plats före första träffen, utan extra kostnad.

        ## Ångerrätt

        Betalar du själv, som privatperson, får du ångra avtalet inom 14 dagar från den dag då du
        fick bekräftelsen. Du behöver inte säga varför. Skriv till hej@tankelage.example att du
        ångrar dig. Vi betalar tillbaka inom 14 dagar, på samma sätt som du betalade. Börjar gruppen
        innan fristen har gått ut, och du har bett om det, betalar du bara för de träffar som har
        hållits. Ångerrätten går före reglerna om avbokning.

        ## Om vi måste ställa in

        Är handledaren sjuk flyttar vi träffen. Är färre än fem anmälda kan vi ställa in hela
        gruppen, senast sju dagar före första träffen. Då får du tillbaka allt du har betalat.

        ## Tystnad

        Det som sägs i gruppen stannar där. Ingen spelar in.

        ## Personuppgifter

        Vi sparar det du fyller i så länge vi behöver det för att hålla avtalet, och
        bokföringsunderlag i sju år som lagen kräver. Svar om mat och tillgänglighet sparas för sig
        och tas bort kort efter sista träffen. Du får se, rätta och i regel få bort det som finns om
        dig: skriv till hej@tankelage.example. Är du inte nöjd med svaret kan du vända dig till
        Integritetsskyddsmyndigheten.

        ## Oenighet

        Säg till oss först. Är du konsument och vi inte kommer överens kan du vända dig till
        Allmänna reklamationsnämnden. Svensk rätt gäller.
    """),
}
