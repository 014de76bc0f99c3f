"""Steinlia's list of courses, and those it always has, in Norwegian."""

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
    "title": "Kurs og grupper",
    "slug": "kurs",
    """lead""": (
        "Her er det du kan melde deg på nå. Du ser hva det koster og hvor mange plasser som er "
        "ledige, før du bestemmer deg."
    ),
}

GROUP = {
    "title": "Kollegial gruppeveiledning i praksis",
    "slug": "kollegial-gruppeveiledning",
    """lead""": (
        "To dager der du lærer å lede en gruppe kolleger gjennom en sak – med fast rekkefølge, "
        "tydelige roller og øvelse på egne eksempler."
    ),
    "for_whom": rich("""
        Kurset passer for deg som vil få i gang kollegaveiledning der du arbeider, uten å vente på
        en veileder utenfra. Du kan være

        - sykepleier, vernepleier, fysioterapeut eller annet helsepersonell
        - sosionom eller barnevernspedagog
        - lærer, rådgiver eller miljøterapeut
        - fagleder med ansvar for at andre får tenkt seg om

        Du trenger ingen veilederutdanning. Kom gjerne to fra samme arbeidsplass.
    """),
    "body": [
        heading("Hva du får med deg"),
        text("""
            Kollegaveiledning svikter sjelden fordi folk mangler vilje. Den svikter fordi noen
            begynner å gi råd etter to minutter, fordi den samme alltid snakker mest, og fordi ingen
            vet når de er ferdige. På dette kurset øver du på det som hindrer det.
        """),
        benefit_list(
            "Etter to dager kan du",
            (
                "Lede en runde på førtifem minutter",
                "Fra sak på bordet til ett skritt videre, uten at noen blir avbrutt.",
            ),
            (
                "Holde gruppen unna de raske rådene",
                "Du får ni spørsmål på et kort, og øver til du ikke trenger kortet.",
            ),
            ("Ta imot en gruppe som er sliten, taus eller uenig", "Vi prøver alle tre på gulvet."),
            (
                "Sette i gang hjemme",
                "Du reiser med en avtale, en plan for de fire første samlingene og noen å ringe.",
            ),
        ),
        principles(
            "Kartbordet, slik vi øver på det",
            ("Legg ut kartet", "Den som har saken, forteller. De andre tegner og tier."),
            ("Finn blindsonen", "Én runde med spørsmål. Ingen svarer før alle har spurt."),
            ("Noter neste etappe", "Den som har saken, velger selv. Gruppen skriver ned når."),
        ),
        facts(
            "Kort om kurset",
            ("Omfang", "To dager, 12 timer"),
            ("Arbeidsform", "En tredjedel samtale i plenum, to tredjedeler øvelse i små grupper"),
            ("Forberedelse", "Tenk ut én sak du kan fortelle uten at noen kan kjennes igjen"),
            ("Kursbevis", "For 12 timer, når du har vært med hele tiden"),
            ("Medlemspris", "For deg som er medlem av et fagforbund eller en yrkesforening"),
            ("Studentpris", "For deg som studerer på heltid"),
        ),
        heading("De to dagene"),
        text("""
            **Første dag** handler om rammen: avtalen, rollene og rekkefølgen. Etter lunsj leder
            alle en kort runde, og får vite hva de gjorde som hjalp.

            **Andre dag** handler om det som er vanskelig: stillhet, uenighet, kolleger som er
            venner, og saker som er for store for gruppen. Vi slutter med planen for hjemme.

            Kurset holdes sammen med Jonas Refsdal, skolerådgiver, som har drevet kollegagrupper i
            to kommuner. Det er kaffe hele dagen og varm lunsj begge dager.
        """),
        supervisors("Kursledere", "ingrid", "jonas"),
        quote(
            "Vi har hatt kollegaveiledning i årevis. Nå vet vi hva vi gjør.",
            source="Vernepleier, tidligere deltaker (oppdiktet sitat)",
        ),
        call_to_action(
            "Er dere mange på samme sted? Kurset kan holdes hos dere.",
            label="Spør om et tilbud",
            page="contact",
        ),
    ],
}

OPEN_GROUP = {
    "title": "Åpen veiledningsgruppe for helsepersonell",
    "slug": "apen-veiledningsgruppe",
    """lead""": (
        "En fast kveld i måneden i et halvt år, sammen med andre som kjenner vaktene, men ikke "
        "arbeidsplassen din."
    ),
    "for_whom": rich("""
        For deg som arbeider med pasienter og ikke får veiledning på jobben, eller som vil ha en
        gruppe der ingen vet hvem sjefen din er. Du kan være sykepleier, vernepleier, lege,
        fysioterapeut, ergoterapeut eller helsefagarbeider.

        Du søker plass med noen linjer om hva du arbeider med. Vi setter sammen gruppen slik at
        ingen har samme arbeidsgiver, og svarer innen fem virkedager. Du betaler først når du har
        fått ja.
    """),
    "body": [
        heading("Seks kvelder"),
        text("""
            Gruppen er mellom fem og åtte, og den er den samme hele veien. Du trenger ikke ha en sak
            hver gang. Du skal heller ikke være flink. Det meste av arbeidet er å lytte til de andre
            på en måte som gjør at de hører seg selv.

            De som har vært med før, sier at den tredje kvelden er den viktigste. Da har alle lagt
            fram noe, og ingen er lenger redd for å spørre.
        """),
        audience_list(
            "Hvem som pleier å søke",
            shared("health"),
            shared("home-care"),
            shared(
                "new-graduates",
                """Du har vært i jobb noen måneder og lurer på om det er du eller
                arbeidet som er rart.""",
            ),
        ),
        principles(
            "Slik går en kveld på to timer",
            ("Ankomst", "Kaffe, skoene av for den som vil, og én setning fra hver."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        facts(
            "Kort om gruppen",
            ("Omfang", "Seks samlinger à 120 minutter"),
            ("Timer", "16 veiledningstimer à 45 minutter, om du er med hver gang"),
            ("Størrelse", "Fem til åtte deltakere"),
            ("Dokumentasjon", "Veiledningsattest for timene du har vært til stede"),
        ),
        requirement(
            "Vi må bli fem",
            """
                Er færre enn fem med på avgjørelsesdagen, avlyser vi gruppen. Da får du beskjed
                samme dag og pengene tilbake. Datoen står ved påmeldingen.
            """,
        ),
        supervisors("Veileder", "ingrid"),
        call_to_action(
            "Er du usikker på om gruppen passer for deg?",
            label="Spør Ingrid",
            page="contact",
        ),
    ],
}

META = {
    "title": "Metaveiledning: ti timer",
    "slug": "metaveiledning-ti-timer",
    """lead""": (
        "Fem samlinger på nett for deg som veileder andre og vil se din egen veiledning med nye "
        "øyne. Gruppen er liten nok til at alle får arbeide hver gang."
    ),
    "for_whom": rich("""
        For veiledere i helse, sosialt arbeid og skole, med eller uten godkjenning. Du må ha minst
        ett veiledningsforløp i gang mens metaveiledningen varer, for det er det vi arbeider med.

        Mange kommer fordi de søker godkjenning som veileder og må dokumentere timer. Andre kommer
        fordi de har veiledet lenge alene.
    """),
    "body": [
        heading("Slik arbeider vi"),
        text("""
            Metaveiledning er veiledning på veiledning. Du legger fram noe fra en samling du har
            ledet: et øyeblikk du ble usikker, et spørsmål som traff, en gruppe som sto stille. Vi
            ser på det du gjorde, og på det du lot være å gjøre.

            Ta gjerne med et kort lydopptak av deg selv, hvis veisøkeren har sagt ja skriftlig. Det
            vi snakker om, skal aldri kunne føres tilbake til en klient.
        """),
        principles(
            "En samling på to timer",
            ("Ankomst", "Hver av oss sier i to setninger hva som har vært vanskelig siden sist."),
            ("To saker", "Førti minutter til hver. Den som ikke har sak, har et oppdrag."),
            ("Teori i fem minutter", "Ett begrep som passer til det vi nettopp så."),
            ("Neste etappe", "Hva du prøver i din egen veiledning før vi møtes igjen."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfang", "Fem samlinger à to timer"),
            ("Hvor", "På nett, i samme rom hver gang"),
            ("Krav", "Minst ett eget veiledningsforløp i gang"),
            ("Dokumentasjon", "Veiledningsattest for timene du har vært til stede"),
        ),
        requirement(
            "Ti timer, hvis du er der hver gang",
            """
                Fem samlinger à to timer blir ti timer på klokken. Er du borte en gang, står det
                åtte på attesten. De to siste kan du ta [individuelt](page:meta) etterpå.
            """,
        ),
        supervisors("Metaveileder", "mikael"),
        call_to_action(
            "Er du usikker på om timene teller der du søker godkjenning?",
            label="Spør Mikael",
            page="contact",
        ),
    ],
}

WEBINAR = {
    "title": "Skjermrommet: åpent webinar om veiledning på nett",
    "slug": "skjermrommet",
    """lead""": (
        "En time om hvordan du får ro, nærvær og god stillhet til å virke gjennom en skjerm. "
        "Gratis og åpent for alle som leder grupper."
    ),
    "for_whom": rich("""
        For deg som veileder, underviser eller leder møter på nett, og som har kjent på at noe
        forsvinner på veien. Du trenger ikke kjenne Steinlia fra før.
    """),
    "body": [
        principles(
            "Tre ting vi skal innom",
            (
                "Før noen kommer",
                "Hvem sitter hvor, hva ser de først, og hvorfor du bør åpne ti minutter før.",
            ),
            (
                "Når det blir stille",
                "Hvordan du ser forskjell på ettertanke og et nett som har falt ut.",
            ),
            ("Når noen blir borte", "En avtale på én setning som sparer gruppen for uro."),
        ),
        text("""
            De siste femten minuttene er til spørsmål. Du kan ha kameraet av hele tiden. Webinaret
            blir ikke tatt opp, så det er bare å komme.
        """),
        heading("Når skjermen ikke er riktig rom"),
        text("""
            Noe egner seg dårlig på nett: en gruppe som aldri har møttes, og som er i konflikt, en
            hendelse som akkurat har skjedd, eller en deltaker som ikke har et sted å sitte i fred.
            Vi snakker om det også.
        """),
        supervisors("Du møter", "aino"),
    ],
}
