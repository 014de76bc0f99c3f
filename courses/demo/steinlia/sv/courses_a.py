"""Steinlia's list of courses, and those it always has, in Swedish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    heading,
    principles,
    quote,
    requirement,
    rich,
    shared,
    supervisors,
    text,
)

COURSES = {
    "title": "Kurser och grupper",
    "slug": "kurser",
    """lead""": (
        "Här är det du kan anmäla dig till nu. Du ser vad det kostar och hur många platser som är "
        "lediga innan du bestämmer dig."
    ),
}

GROUP = {
    "title": "Kollegial grupphandledning i praktiken",
    "slug": "kollegial-grupphandledning",
    """lead""": (
        "Två dagar då du lär dig att leda en grupp kolleger genom ett ärende – i fast ordning, med "
        "tydliga roller och övning på egna exempel."
    ),
    "for_whom": rich("""
        Kursen passar dig som vill få i gång kollegial handledning där du arbetar, utan att vänta på
        en handledare utifrån. Du kan vara

        - sjuksköterska, undersköterska, fysioterapeut eller annan vårdpersonal
        - socionom eller socialsekreterare
        - lärare, skolkurator eller behandlingsassistent
        - gruppledare med ansvar för att andra hinner tänka efter

        Du behöver ingen handledarutbildning. Kom gärna två från samma arbetsplats. Kursen hålls på
        norska, och vi talar så att du hänger med.
    """),
    "body": [
        heading("Vad du får med dig"),
        text("""
            Kollegial handledning brister sällan för att folk saknar vilja. Den brister för att
            någon börjar ge råd efter två minuter, för att samma person alltid pratar mest, och för
            att ingen vet när de är klara. På den här kursen övar du på det som hindrar det.
        """),
        benefit_list(
            "Efter två dagar kan du",
            (
                "Leda ett varv på fyrtiofem minuter",
                "Från ärende på bordet till ett steg vidare, utan att någon blir avbruten.",
            ),
            (
                "Hålla gruppen borta från de snabba råden",
                "Du får nio frågor på ett kort, och övar tills du inte behöver kortet.",
            ),
            ("Ta emot en grupp som är trött, tyst eller oense", "Vi prövar alla tre på golvet."),
            (
                "Sätta i gång hemma",
                """Du reser hem med ett avtal, en plan för de fyra första träffarna och
                någon att ringa.""",
            ),
        ),
        principles(
            "Kartbordet, så som vi övar på det",
            ("Lägg ut kartan", "Den som har ärendet berättar. De andra ritar och tiger."),
            (
                "Hitta den blinda fläcken",
                "Ett varv med frågor. Ingen svarar förrän alla har frågat.",
            ),
            ("Anteckna nästa etapp", "Den som har ärendet väljer själv. Gruppen skriver ner när."),
        ),
        facts(
            "Kort om kursen",
            ("Omfattning", "Två dagar, 12 timmar"),
            ("Arbetssätt", "En tredjedel samtal tillsammans, två tredjedelar övning i små grupper"),
            ("Förberedelse", "Tänk ut ett ärende du kan berätta utan att någon kan kännas igen"),
            ("Kursintyg", "För 12 timmar, när du har varit med hela tiden"),
            ("Medlemspris", "För dig som är medlem i ett fackförbund eller en yrkesförening"),
            ("Studentpris", "För dig som studerar på heltid"),
        ),
        heading("De två dagarna"),
        text("""
            **Första dagen** handlar om ramen: avtalet, rollerna och ordningen. Efter lunch leder
            alla ett kort varv, och får veta vad de gjorde som hjälpte.

            **Andra dagen** handlar om det som är svårt: tystnad, oenighet, kolleger som är vänner,
            och ärenden som är för stora för gruppen. Vi slutar med planen för hemma.

            Kursen hålls tillsammans med Jonas Refsdal, skolrådgivare, som har drivit kollegiala
            grupper i två kommuner. Det finns kaffe hela dagen och varm lunch båda dagarna.
        """),
        supervisors("Kursledare", "ingrid", "jonas"),
        quote(
            "Vi har haft kollegial handledning i åratal. Nu vet vi vad vi gör.",
            source="Behandlingspedagog, tidigare deltagare (påhittat citat)",
        ),
        call_to_action(
            "Är ni många på samma ställe? Kursen kan hållas hos er.",
            label="Be om offert",
            page="contact",
        ),
    ],
}

OPEN_GROUP = {
    "title": "Öppen handledningsgrupp för vårdpersonal",
    "slug": "oppen-handledningsgrupp",
    """lead""": (
        "En fast kväll i månaden under ett halvår, tillsammans med andra som känner till passen "
        "men inte din arbetsplats."
    ),
    "for_whom": rich("""
        För dig som arbetar med patienter och inte får handledning på jobbet, eller som vill ha en
        grupp där ingen vet vem din chef är. Du kan vara sjuksköterska, undersköterska, läkare,
        fysioterapeut eller arbetsterapeut.

        Du söker plats med några rader om vad du arbetar med. Vi sätter ihop gruppen så att inga har
        samma arbetsgivare, och svarar inom fem arbetsdagar. Du betalar först när du har fått ja.
    """),
    "body": [
        heading("Sex kvällar"),
        text("""
            Gruppen är mellan fem och åtta, och den är densamma hela vägen. Du behöver inte ha ett
            ärende varje gång. Du ska inte heller vara duktig. Det mesta av arbetet är att lyssna på
            de andra så att de hör sig själva.

            De som har varit med förut säger att den tredje kvällen är den viktigaste. Då har alla
            lagt fram något, och ingen är längre rädd för att fråga.
        """),
        audience_list(
            "Vilka som brukar söka",
            shared("health"),
            shared("home-care"),
            shared(
                "new-graduates",
                """Du har arbetat några månader och undrar om det är du eller arbetet som
                är konstigt.""",
            ),
        ),
        principles(
            "Så går en kväll på två timmar",
            ("Ankomst", "Kaffe, skorna av för den som vill, och en mening från var och en."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        facts(
            "Kort om gruppen",
            ("Omfattning", "Sex träffar à 120 minuter"),
            ("Timmar", "16 handledningstimmar à 45 minuter, om du är med varje gång"),
            ("Storlek", "Fem till åtta deltagare"),
            ("Dokumentation", "Intyg för de timmar du har varit närvarande"),
        ),
        requirement(
            "Vi måste bli fem",
            """
                Är färre än fem med på beslutsdagen ställer vi in gruppen. Då får du besked samma
                dag och pengarna tillbaka. Datumet står vid anmälan.
            """,
        ),
        supervisors("Handledare", "ingrid"),
        call_to_action(
            "Är du osäker på om gruppen passar dig?",
            label="Fråga Ingrid",
            page="contact",
        ),
    ],
}

META = {
    "title": "Metahandledning: tio timmar",
    "slug": "metahandledning-tio-timmar",
    """lead""": (
        "Fem träffar på nätet för dig som handleder andra och vill se din egen handledning med nya "
        "ögon. Gruppen är så liten att alla får arbeta varje gång."
    ),
    "for_whom": rich("""
        För handledare i vård, socialt arbete och skola, med eller utan godkännande. Du behöver ha
        minst en handledningsserie i gång medan metahandledningen pågår, för det är den vi arbetar
        med.

        Många kommer för att de söker godkännande som handledare och måste dokumentera timmar. Andra
        kommer för att de har handlett länge på egen hand.
    """),
    "body": [
        heading("Så arbetar vi"),
        text("""
            Metahandledning är handledning på handledning. Du lägger fram något från en träff du har
            lett: ett ögonblick då du blev osäker, en fråga som träffade, en grupp som stod still.
            Vi ser på det du gjorde, och på det du lät bli att göra.

            Ta gärna med en kort ljudinspelning av dig själv, om den handledda har sagt ja
            skriftligt. Det vi pratar om ska aldrig kunna föras tillbaka till en klient.
        """),
        principles(
            "En träff på två timmar",
            (
                "Ankomst",
                "Var och en av oss säger i två meningar vad som har varit svårt sedan sist.",
            ),
            (
                "Två ärenden",
                "Fyrtio minuter till vart och ett. Den som inte har något ärende har ett uppdrag.",
            ),
            ("Teori på fem minuter", "Ett begrepp som passar till det vi just såg."),
            ("Nästa etapp", "Vad du prövar i din egen handledning innan vi ses igen."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfattning", "Fem träffar à två timmar"),
            ("Var", "På nätet, i samma rum varje gång"),
            ("Krav", "Minst en egen handledningsserie i gång"),
            ("Dokumentation", "Intyg för de timmar du har varit närvarande"),
        ),
        requirement(
            "Tio timmar, om du är där varje gång",
            """
                Fem träffar à två timmar blir tio timmar på klockan. Är du borta en gång står det
                åtta på intyget. De två sista kan du ta [individuellt](page:meta) efteråt.
            """,
        ),
        supervisors("Metahandledare", "mikael"),
        call_to_action(
            "Är du osäker på om timmarna räknas där du söker godkännande?",
            label="Fråga Mikael",
            page="contact",
        ),
    ],
}

WEBINAR = {
    "title": "Skärmrummet: öppet webbinarium om handledning på nätet",
    "slug": "skarmrummet",
    """lead""": (
        "En timme om hur du får lugn, närvaro och god tystnad att fungera genom en skärm. Gratis "
        "och öppet för alla som leder grupper."
    ),
    "for_whom": rich("""
        För dig som handleder, undervisar eller leder möten på nätet, och som har känt att något
        försvinner på vägen. Du behöver inte känna till Steinlia sedan tidigare. Webbinariet hålls
        på engelska.
    """),
    "body": [
        principles(
            "Tre saker vi ska ta upp",
            (
                "Innan någon kommer",
                "Vem sitter var, vad ser de först, och varför du bör öppna tio minuter före.",
            ),
            (
                "När det blir tyst",
                "Hur du ser skillnad på eftertanke och ett nät som har fallit ut.",
            ),
            ("När någon försvinner", "En överenskommelse på en mening som besparar gruppen oro."),
        ),
        text("""
            De sista femton minuterna är till för frågor. Du kan ha kameran av hela tiden.
            Webbinariet spelas inte in, så det är bara att komma.
        """),
        heading("När skärmen inte är rätt rum"),
        text("""
            Somligt lämpar sig dåligt på nätet: en grupp som aldrig har träffats och är i konflikt,
            en händelse som just har inträffat, eller en deltagare som inte har någonstans att sitta
            i fred. Vi pratar om det också.
        """),
        supervisors("Du möter", "aino"),
    ],
}
