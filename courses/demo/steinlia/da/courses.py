"""Steinlia's courses in Danish: those that matter most to readers there."""

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
    "title": "Kurser og grupper",
    "slug": "kurser",
    """lead""": (
        "Her er det, du kan tilmelde dig nu. Du ser, hvad det koster, og hvor mange ledige pladser "
        "der er, før du bestemmer dig."
    ),
}

GROUP = {
    "title": "Kollegial gruppesupervision i praksis",
    "slug": "kollegial-gruppesupervision",
    """lead""": (
        "To dage, hvor du lærer at lede en gruppe kolleger gennem en sag – i fast rækkefølge, med "
        "tydelige roller og øvelse på egne eksempler."
    ),
    "for_whom": rich("""
        Kurset passer til dig, der vil have gang i kollegial supervision, hvor du arbejder, uden at
        vente på en supervisor udefra. Du kan være

        - sygeplejerske, social- og sundhedsassistent, fysioterapeut eller andet sundhedspersonale
        - socialrådgiver eller pædagog
        - lærer, skolevejleder eller behandler
        - teamleder med ansvar for, at andre får tænkt sig om

        Du behøver ingen supervisoruddannelse. Kom gerne to fra samme arbejdsplads. Kurset holdes på
        norsk.
    """),
    "body": [
        heading("Hvad du får med dig"),
        text("""
            Kollegial supervision svigter sjældent, fordi folk mangler vilje. Den svigter, fordi
            nogen begynder at give råd efter to minutter, fordi den samme altid taler mest, og fordi
            ingen ved, hvornår de er færdige. På dette kursus øver du dig på det, der forhindrer
            det.
        """),
        benefit_list(
            "Efter to dage kan du",
            (
                "Lede en runde på femogfyrre minutter",
                "Fra sag på bordet til ét skridt videre, uden at nogen bliver afbrudt.",
            ),
            (
                "Holde gruppen væk fra de hurtige råd",
                "Du får ni spørgsmål på et kort og øver dig, til du ikke behøver kortet.",
            ),
            ("Tage imod en gruppe, der er træt, tavs eller uenig", "Vi prøver alle tre på gulvet."),
            (
                "Komme i gang derhjemme",
                """Du rejser hjem med en aftale, en plan for de fire første mødegange og
                en at ringe til.""",
            ),
        ),
        principles(
            "Kortbordet, sådan som vi øver det",
            ("Læg kortet ud", "Den, der har sagen, fortæller. De andre tegner og tier."),
            (
                "Find den blinde vinkel",
                "Én runde med spørgsmål. Ingen svarer, før alle har spurgt.",
            ),
            ("Notér næste etape", "Den, der har sagen, vælger selv. Gruppen skriver ned hvornår."),
        ),
        facts(
            "Kort om kurset",
            ("Omfang", "To dage, 12 timer"),
            ("Arbejdsform", "En tredjedel samtale i plenum, to tredjedele øvelse i små grupper"),
            ("Forberedelse", "Find en sag, du kan fortælle, uden at nogen kan genkendes"),
            ("Kursusbevis", "For 12 timer, når du har været med hele tiden"),
            ("Medlemspris", "Til dig, der er medlem af en fagforening eller et fagligt selskab"),
            ("Studiepris", "Til dig, der studerer på fuld tid"),
        ),
        heading("De to dage"),
        text("""
            **Den første dag** handler om rammen: aftalen, rollerne og rækkefølgen. Efter frokost
            leder alle en kort runde og får at vide, hvad de gjorde, der hjalp.

            **Den anden dag** handler om det svære: stilhed, uenighed, kolleger, der er venner, og
            sager, der er for store til gruppen. Vi slutter med planen for derhjemme.

            Kurset holdes sammen med Jonas Refsdal, skolerådgiver, der har drevet kollegiale grupper
            i to kommuner. Der er kaffe hele dagen og varm frokost begge dage.
        """),
        supervisors("Kursusledere", "ingrid", "jonas"),
        quote(
            "Vi har haft kollegial supervision i årevis. Nu ved vi, hvad vi gør.",
            source="Pædagog, tidligere deltager (opdigtet citat)",
        ),
        call_to_action(
            "Er I mange på samme sted? Kurset kan holdes hos jer.",
            label="Bed om et tilbud",
            page="contact",
        ),
    ],
}

OPEN_GROUP = {
    "title": "Åben supervisionsgruppe for sundhedspersonale",
    "slug": "aben-supervisionsgruppe",
    """lead""": (
        "En fast aften om måneden i et halvt år sammen med andre, der kender vagterne, men ikke "
        "din arbejdsplads."
    ),
    "for_whom": rich("""
        Til dig, der arbejder med patienter og ikke får supervision på jobbet, eller som vil have en
        gruppe, hvor ingen ved, hvem din chef er. Du kan være sygeplejerske, social- og
        sundhedsassistent, læge, fysioterapeut eller ergoterapeut. Gruppen taler norsk.

        Du søger plads med nogle linjer om, hvad du arbejder med. Vi sætter gruppen sammen, så ingen
        har samme arbejdsgiver, og svarer inden for fem hverdage. Du betaler først, når du har fået
        ja.
    """),
    "body": [
        heading("Seks aftener"),
        text("""
            Gruppen er på mellem fem og otte, og den er den samme hele vejen. Du behøver ikke have
            en sag hver gang. Du skal heller ikke være dygtig. Det meste af arbejdet er at lytte til
            de andre på en måde, så de hører sig selv.

            De, der har været med før, siger, at den tredje aften er den vigtigste. Da har alle lagt
            noget frem, og ingen er længere bange for at spørge.
        """),
        audience_list(
            "Hvem der plejer at søge",
            shared("health"),
            shared("home-care"),
            shared(
                "new-graduates",
                """Du har arbejdet nogle måneder og spekulerer på, om det er dig eller
                arbejdet, der er mærkeligt.""",
            ),
        ),
        principles(
            "Sådan går en aften på to timer",
            ("Ankomst", "Kaffe, skoene af for den, der vil, og én sætning fra hver."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        facts(
            "Kort om gruppen",
            ("Omfang", "Seks mødegange à 120 minutter"),
            ("Timer", "16 supervisionstimer à 45 minutter, hvis du er med hver gang"),
            ("Størrelse", "Fem til otte deltagere"),
            ("Dokumentation", "Attest for de timer, du har været til stede"),
        ),
        requirement(
            "Vi skal blive fem",
            """
                Er færre end fem med på beslutningsdagen, aflyser vi gruppen. Så får du besked samme
                dag og pengene tilbage. Datoen står ved tilmeldingen.
            """,
        ),
        supervisors("Supervisor", "ingrid"),
        call_to_action(
            "Er du i tvivl om, hvorvidt gruppen passer til dig?",
            label="Spørg Ingrid",
            page="contact",
        ),
    ],
}

WEBINAR = {
    "title": "Skærmrummet: åbent webinar om supervision online",
    "slug": "skaermrummet",
    """lead""": (
        "En time om, hvordan du får ro, nærvær og god stilhed til at virke gennem en skærm. Gratis "
        "og åbent for alle, der leder grupper."
    ),
    "for_whom": rich("""
        Til dig, der superviserer, underviser eller leder møder online, og som har mærket, at noget
        forsvinder på vejen. Du behøver ikke kende Steinlia i forvejen. Webinaret holdes på engelsk.
    """),
    "body": [
        principles(
            "Tre ting, vi skal omkring",
            (
                "Før nogen kommer",
                "Hvem sidder hvor, hvad ser de først, og hvorfor du bør åbne ti minutter før.",
            ),
            (
                "Når der bliver stille",
                "Hvordan du kender forskel på eftertanke og en forbindelse, der er røget.",
            ),
            ("Når nogen bliver væk", "En aftale på én sætning, der sparer gruppen for uro."),
        ),
        text("""
            De sidste femten minutter er til spørgsmål. Du kan have kameraet slukket hele tiden.
            Webinaret bliver ikke optaget, så det er bare at komme.
        """),
        heading("Når skærmen ikke er det rigtige rum"),
        text("""
            Noget egner sig dårligt online: en gruppe, der aldrig har mødtes og er i konflikt, en
            hændelse, der lige er sket, eller en deltager, der ikke har et sted at sidde i fred. Det
            taler vi også om.
        """),
        supervisors("Du møder", "aino"),
    ],
}
