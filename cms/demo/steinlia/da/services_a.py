"""Steinlia's catalogue and the first half of its services, in Danish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

SERVICES = {
    "title": "Ydelser",
    "slug": "ydelser",
    """lead""": (
        "Tolv måder at få supervision på. Tallene er det almindelige hos os. Hvad der passer til "
        "jer, finder vi ud af sammen, før vi begynder."
    ),
}

INDIVIDUAL = {
    "title": "Individuel supervision",
    "slug": "individuel-supervision",
    "lead": "En time til dig alene med en supervisor, der husker, hvad du sagde sidst.",
    """facts_note""": (
        "Det almindelige er hver tredje eller fjerde uge. I en tung periode kan vi mødes oftere."
    ),
    "body": [
        heading("Når det hjælper at være to"),
        text("""
            Noget lader sig ikke sige i en gruppe. Måske er du alene i din rolle. Måske handler det
            om en kollega, om en fejl, du begik, eller om, at du ikke ved, om du kan holde til et år
            mere. Så er det godt at have en time, hvor ingen andre skal have plads.

            Du bestemmer, hvad timen skal handle om. Vi spørger, tegner det, du fortæller, og holder
            fast i det, du sagde var vigtigt. Til sidst vælger du ét skridt, og næste gang begynder
            vi med, hvordan det gik.
        """),
        audience_list(
            "Dem, der plejer at komme",
            shared("health"),
            shared("pastoral"),
            shared("schools"),
            shared("leaders"),
        ),
        for_and_against(
            "Alene eller i gruppe?",
            "Vælg individuel supervision, når",
            [
                "du har en rolle, som ingen andre på stedet har",
                "sagen ikke kan fortælles, uden at nogen bliver genkendt",
                "du har brug for at arbejde i dit eget tempo",
            ],
            "Vælg hellere en gruppe, når",
            [
                "du savner kolleger at tænke sammen med",
                "du vil se, hvordan andre løser det samme",
                "arbejdsgiveren gerne vil have, at flere får supervision",
            ],
        ),
        call_to_action(
            "Hvad ville du bruge en time på, hvis du fik den i morgen?",
            label="Spørg om en første time",
            page="contact",
        ),
    ],
}

PAIR = {
    "title": "Makkersupervision",
    "slug": "makkersupervision",
    "lead": "To kolleger, én supervisor og en sag, som I deler – eller som ligger mellem jer.",
    "facts_note": "Vi mødes som regel en gang om måneden, så længe I har noget at arbejde med.",
    "body": [
        heading("To, der er afhængige af hinanden"),
        text("""
            To kontaktpersoner om den samme borger. To lærere med én klasse. En leder og en
            souschef. Når to skal trække i samme retning, mærker alle andre det hurtigt, hvis de
            ikke gør det.

            I makkersupervision taler vi om det arbejde, I har fælles. Hver af jer tegner sit kort
            over sagen uden at se på den andens. Så lægger vi dem ved siden af hinanden. Forskellene
            er sjældent en fejl. Det er dem, I har at lære af.
        """),
        principles(
            "Det, vi aftaler første gang",
            ("Begge taler lige længe", "Den, der plejer at tie, begynder."),
            ("Ingen af jer er sagen", "Vi ser på arbejdet mellem jer, ikke på, hvem der har ret."),
            (
                "I ejer det, der bliver sagt",
                "Lederen får at vide, at I mødes, ikke hvad I taler om.",
            ),
        ),
        requirement(
            "Begge skal ville det",
            """
                Er I i en konflikt, som nogen har meldt, er det arbejdsgiveren, der skal tage sig af
                den. Så kan makkersupervision komme bagefter, men ikke i stedet for.
            """,
        ),
        call_to_action(
            "Hvem ville du tage med dig?",
            label="Skriv til os",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Gruppesupervision",
    "slug": "gruppesupervision",
    """lead""": (
        "En fast gruppe, en fast dag om måneden og én sag ad gangen. Det er det, de fleste har hos "
        "os."
    ),
    "facts_note": "Vi begynder gerne med et halvt år og ser så sammen på, om I vil fortsætte.",
    "body": [
        heading("Der sker noget, når flere ser på det samme kort"),
        text("""
            Den, der står midt i en sag, ser det, der er nærmest. De andre står lidt længere væk og
            ser noget andet. I gruppen låner du deres blik i en halv time, uden at nogen overtager
            din sag.

            Gruppen er den samme hver gang. Efter tre-fire mødegange kender I rytmen, og så går I
            dybere. Vi tager imod grupper fra én arbejdsplads og har [åbne
            grupper](page:course-open-group), hvor deltagerne kommer hver for sig.
        """),
        audience_list(
            "Grupper, vi ofte har",
            shared("health"),
            shared(
                "home-care",
                """I går hver til sit hele ugen. I gruppen mødes I for en gangs skyld
                uden overtøj på.""",
            ),
            shared("mental-health"),
            shared("child-welfare"),
            shared("schools"),
        ),
        principles(
            "En mødegang på halvfems minutter",
            ("Runden", "Hver siger i to sætninger, hvordan det gik med etapen fra sidst."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        quote(
            """Det bedste var ikke svarene. Det var at opdage, at jeg ikke var alene med
            spørgsmålet.""",
            source="Pædagog, deltager i gruppe (opdigtet citat)",
        ),
        call_to_action(
            "Hvem skal sidde rundt om bordet, og hvad har I prøvet før?",
            label="Spørg om en gruppe",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Teamsupervision",
    "slug": "teamsupervision",
    """lead""": (
        "Til jer, der arbejder tæt om de samme mennesker og skal være enige nok til at stå i det "
        "sammen."
    ),
    "facts_note": "To timer om måneden er almindeligt. Hele teamet er med, også dem på nattevagt.",
    "body": [
        heading("Et team er noget andet end en gruppe"),
        text("""
            I en gruppe hjælper deltagerne hinanden med hver sin sag. I et team er sagen alles. Det,
            den ene gør om formiddagen, skal den anden leve med om aftenen. Derfor handler
            teamsupervision både om dem, I er til for, og om, hvordan I er sammen om det.

            Vi begynder med en uge, som den var. Hvem vidste hvad, og hvornår? Hvor blev noget væk
            mellem to vagter? Det, der lignede uenighed, viser sig ofte at være to, der ikke havde
            fået den samme besked.
        """),
        benefit_list(
            "Det, et team kan forvente",
            shared("language"),
            shared("decisions"),
            ("Færre samtaler på gangen", "Det, der hører hjemme på bordet, bliver lagt på bordet."),
        ),
        questions(
            "Det, ledere plejer at spørge om",
            (
                "Skal jeg som leder være med?",
                """Det afgør vi sammen. Ofte er lederen med første og sidste gang, og
                teamet er alene ind imellem.""",
            ),
            (
                "Får jeg at vide, hvad de taler om?",
                "Nej. Teamet bestemmer selv, hvad det vil tage videre til dig, og siger det selv.",
            ),
        ),
        call_to_action(
            "Hvordan så sidste uge ud hos jer?",
            label="Fortæl os kort",
            page="contact",
        ),
    ],
}

WORK_COMMUNITY = {
    "title": "Personalesupervision",
    "slug": "personalesupervision",
    """lead""": (
        "Seks mødegange for en hel arbejdsplads, der vil se på, hvordan den har det, og hvordan "
        "den gerne vil have det."
    ),
    "facts_note": "Seks mødegange over et halvt år. Er I flere end fjorten, er vi to supervisorer.",
    "body": [
        heading("Når det er stedet, der har brug for at tænke"),
        text("""
            Nogle gange er det ikke en sag eller et team, der sidder fast, men hele stedet. Folk er
            trofaste og trætte. Det nye kom, før det gamle var færdigt. Alle har en forklaring, og
            ingen har sagt den højt.

            I personalesupervision tegner vi arbejdspladsen som et landskab: hvor det er let at gå,
            hvor der er blevet mudret, og hvor ingen går længere. Så vælger I ét sted at begynde.
            Lederen er med og siger fra starten, hvad der kan ændres, og hvad der ligger fast.
        """),
        principles(
            "Seks mødegange, én retning",
            ("Første og anden", "Vi lytter og tegner. Ingen skal forsvare noget."),
            ("Tredje til femte", "I prøver det, I har valgt, og vi ser på, hvordan det gik."),
            ("Sjette", "I skriver ned, hvad I vil holde fast i, og hvem der passer på det."),
        ),
        requirement(
            "Ikke en undersøgelse",
            """
                Personalesupervision erstatter ikke en arbejdspladsvurdering, en
                arbejdsmiljørepræsentant eller behandlingen af en klage. Vi spørger, om noget af den
                slags er i gang, før vi siger ja.
            """,
        ),
        call_to_action(
            "Hvad er det, I alle ved, men som ingen siger?",
            label="Bed om en samtale",
            page="contact",
        ),
    ],
}

LEADER = {
    "title": "Ledersupervision",
    "slug": "ledersupervision",
    "lead": "En time hver tredje uge med en, der ikke vil have noget af dig.",
    "facts_note": "De fleste ledere har en time hver tredje uge i et år.",
    "body": [
        heading("Alle vil have noget af en leder"),
        text("""
            Dem over dig vil have tal. Dem under dig vil have tid. Selv ville du gerne vide, om det,
            du gør, virker. Ledersupervision er et sted at tænke en tanke til ende, før du skal stå
            ved den på et møde.

            Vi arbejder med det, du har foran dig: samtalen, du gruer for, beslutningen, som ingen
            bliver glad for, eller medarbejderen, du ikke når ind til. Øv dig gerne højt. Det er
            bedre at sige det forkert her først.
        """),
        audience_list(
            "Ledere, vi møder",
            shared(
                "leaders",
                """Du er ny i rollen eller har haft den så længe, at ingen længere
                spørger, hvordan det går.""",
            ),
            ("Teamledere", "Du skal lede dem, du lige har været kollega med."),
            (
                "Skoleledere og afdelingsledere",
                "Du står mellem dem, der bestemmer, og dem, der skal gøre det.",
            ),
        ),
        for_and_against(
            "Supervision eller noget andet?",
            "Ledersupervision er til dig, der vil",
            [
                "forstå din egen del i det, der sker",
                "øve dig på svære samtaler",
                "kunne holde ud at vente lidt, før du svarer",
            ],
            "Vælg noget andet, hvis du har brug for",
            [
                "juridisk rådgivning i en personalesag",
                "en, der træffer beslutningen for dig",
                "undervisning i budget, vagtplan eller systemer",
            ],
        ),
        call_to_action(
            "Hvilken samtale har du udsat længst?",
            label="Kontakt os",
            page="contact",
        ),
    ],
}
