"""Steinlia's catalogue and the first half of its services, in Norwegian."""

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
    "title": "Tjenester",
    "slug": "tjenester",
    """lead""": (
        "Tolv måter å få veiledning på. Tallene er det vanlige hos oss. Det som passer for dere, "
        "finner vi ut sammen før vi begynner."
    ),
}

INDIVIDUAL = {
    "title": "Individuell veiledning",
    "slug": "individuell-veiledning",
    "lead": "En time for deg alene med en veileder som husker hva du sa forrige gang.",
    """facts_note""": (
        "Det vanlige er hver tredje eller fjerde uke. I en tung periode kan vi møtes oftere."
    ),
    "body": [
        heading("Når det hjelper å være to"),
        text("""
            Noe lar seg ikke si i en gruppe. Kanskje er du alene om rollen din. Kanskje handler det
            om en kollega, om en feil du gjorde, eller om at du ikke vet om du orker ett år til. Da
            er det godt å ha en time der ingen andre skal ha plass.

            Du bestemmer hva timen skal handle om. Vi spør, tegner opp det du forteller, og holder
            fast ved det du sa var viktig. Til slutt velger du ett skritt, og neste gang begynner vi
            med hvordan det gikk.
        """),
        audience_list(
            "Hvem som pleier å komme",
            shared("health"),
            shared("pastoral"),
            shared("schools"),
            shared("leaders"),
        ),
        for_and_against(
            "Alene eller i gruppe?",
            "Velg individuell veiledning når",
            [
                "du har en rolle som ingen andre på stedet har",
                "saken ikke kan fortelles uten at noen blir kjent igjen",
                "du trenger å arbeide i ditt eget tempo",
            ],
            "Velg heller gruppe når",
            [
                "du savner kolleger å tenke sammen med",
                "du vil se hvordan andre løser det samme",
                "arbeidsgiveren vil at flere skal få veiledning",
            ],
        ),
        call_to_action(
            "Hva ville du ha brukt en time på, hvis du fikk den i morgen?",
            label="Spør om en første time",
            page="contact",
        ),
    ],
}

PAIR = {
    "title": "Makkerveiledning",
    "slug": "makkerveiledning",
    "lead": "To kolleger, én veileder og en sak som dere deler – eller som ligger mellom dere.",
    "facts_note": "Vi møtes som regel en gang i måneden, så lenge dere har noe å arbeide med.",
    "body": [
        heading("To som er avhengige av hverandre"),
        text("""
            To kontaktpersoner rundt den samme brukeren. To lærere med én klasse. En leder og en
            nestleder. Når to skal dra i samme retning, merker alle andre det fort hvis de ikke gjør
            det.

            I makkerveiledning snakker vi om arbeidet dere har felles. Hver av dere tegner sitt kart
            over saken, uten å se på den andres. Så legger vi dem ved siden av hverandre.
            Forskjellene er sjelden en feil. De er det dere har å lære av.
        """),
        principles(
            "Det vi avtaler første gang",
            ("Begge snakker like lenge", "Den som pleier å tie, begynner."),
            (
                "Ingen av dere er saken",
                "Vi ser på arbeidet mellom dere, ikke på hvem som har rett.",
            ),
            (
                "Dere eier det som blir sagt",
                "Lederen får vite at dere møtes, ikke hva dere snakker om.",
            ),
        ),
        requirement(
            "Begge må ville det",
            """
                Er dere i en konflikt som noen har meldt fra om, er det arbeidsgiveren som skal ta
                den. Da kan makkerveiledning komme etterpå, men ikke i stedet.
            """,
        ),
        call_to_action(
            "Hvem er det du ville ha tatt med deg?",
            label="Skriv til oss",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Gruppeveiledning",
    "slug": "gruppeveiledning",
    """lead""": (
        "En fast gruppe, en fast dag i måneden og en sak om gangen. Det er det de fleste har hos "
        "oss."
    ),
    "facts_note": "Vi begynner gjerne med et halvt år, og ser sammen på om dere vil gå videre.",
    "body": [
        heading("Det skjer noe når flere ser på det samme kartet"),
        text("""
            Den som er midt i en sak, ser det som er nærmest. De andre står litt lenger unna, og ser
            noe annet. I gruppen får du låne blikket deres i en halvtime, uten at noen overtar saken
            din.

            Gruppen er den samme hver gang. Etter tre-fire samlinger kjenner dere rytmen, og da går
            dere dypere. Vi tar imot grupper fra én arbeidsplass, og [åpne
            grupper](page:course-open-group) der deltakerne kommer hver for seg.
        """),
        audience_list(
            "Grupper vi ofte har",
            shared("health"),
            shared(
                "home-care",
                """Dere går hver til sitt hele uken. I gruppen møtes dere for en gangs
                skyld uten jakke på.""",
            ),
            shared("mental-health"),
            shared("child-welfare"),
            shared("schools"),
        ),
        principles(
            "En samling på nitti minutter",
            ("Runden", "Hver sier i to setninger hvordan det gikk med etappen fra sist."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        quote(
            "Det beste var ikke svarene. Det var å oppdage at jeg ikke var alene om spørsmålet.",
            source="Miljøterapeut, deltaker i gruppe (oppdiktet sitat)",
        ),
        call_to_action(
            "Hvem skal sitte rundt bordet, og hva har dere prøvd før?",
            label="Spør om en gruppe",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Teamveiledning",
    "slug": "teamveiledning",
    """lead""": (
        "For dere som arbeider tett på de samme menneskene, og må være enige nok til å stå i det."
    ),
    "facts_note": "To timer i måneden er vanlig. Hele teamet er med, også de som går natt.",
    "body": [
        heading("Et team er noe annet enn en gruppe"),
        text("""
            I en gruppe hjelper deltakerne hverandre med hver sin sak. I et team er saken alles. Det
            den ene gjør på formiddagen, må den andre leve med om kvelden. Derfor handler
            teamveiledning både om dem dere er til for, og om hvordan dere er sammen om det.

            Vi begynner med en uke slik den var. Hvem visste hva, og når? Hvor ble noe borte mellom
            to vakter? Det som så ut som uenighet, viser seg ofte å være to som ikke hadde fått den
            samme beskjeden.
        """),
        benefit_list(
            "Det et team kan vente seg",
            shared("language"),
            shared("decisions"),
            ("Færre samtaler i gangen", "Det som hører hjemme på bordet, blir lagt på bordet."),
        ),
        questions(
            "Det ledere pleier å spørre om",
            (
                "Skal jeg som leder være med?",
                """Det avgjør vi sammen. Ofte er lederen med første og siste gang, og
                teamet alene imellom.""",
            ),
            (
                "Får jeg vite hva de snakker om?",
                "Nei. Teamet bestemmer selv hva det vil ta videre til deg, og sier det selv.",
            ),
        ),
        call_to_action(
            "Hvordan så forrige uke ut hos dere?",
            label="Fortell oss kort",
            page="contact",
        ),
    ],
}

WORK_COMMUNITY = {
    "title": "Personalveiledning",
    "slug": "personalveiledning",
    """lead""": (
        "Seks samlinger for en hel arbeidsplass som vil se på hvordan den har det, og hvordan den "
        "vil ha det."
    ),
    "facts_note": "Seks samlinger over et halvt år. Er dere flere enn fjorten, er vi to veiledere.",
    "body": [
        heading("Når det er stedet som trenger å tenke"),
        text("""
            Noen ganger er det ikke en sak eller et team som står fast, men hele stedet. Folk er
            trofaste og trøtte. Det nye kom før det gamle var ferdig. Alle har en forklaring, og
            ingen har sagt den høyt.

            I personalveiledning tegner vi arbeidsplassen som et landskap: hvor det er lett å gå,
            hvor det er blitt gjørmete, og hvor ingen går lenger. Så velger dere ett sted å begynne.
            Lederen er med, og sier fra i starten hva som kan endres, og hva som ligger fast.
        """),
        principles(
            "Seks samlinger, én retning",
            ("Første og andre", "Vi lytter og tegner. Ingen skal forsvare noe."),
            (
                "Tredje til femte",
                "Dere prøver ut det dere har valgt, og vi ser på hvordan det gikk.",
            ),
            ("Sjette", "Dere skriver ned hva dere vil holde fast ved, og hvem som passer på det."),
        ),
        requirement(
            "Ikke en undersøkelse",
            """
                Personalveiledning erstatter ikke kartlegging av arbeidsmiljøet, verneombud eller
                behandling av et varsel. Vi spør om noe slikt er i gang før vi sier ja.
            """,
        ),
        call_to_action(
            "Hva er det dere alle vet, men som ingen sier?",
            label="Be om en samtale",
            page="contact",
        ),
    ],
}

LEADER = {
    "title": "Lederveiledning",
    "slug": "lederveiledning",
    "lead": "En time hver tredje uke med en som ikke vil ha noe av deg.",
    "facts_note": "De fleste ledere har en time hver tredje uke i ett år.",
    "body": [
        heading("Alle vil ha noe av en leder"),
        text("""
            De over deg vil ha tall. De under deg vil ha tid. Selv skulle du gjerne ha visst om det
            du gjør, virker. Lederveiledning er et sted å tenke ferdig en tanke, før du må stå for
            den i et møte.

            Vi arbeider med det du har foran deg: samtalen du gruer deg til, beslutningen som ingen
            blir glad for, eller medarbeideren du ikke når fram til. Du øver gjerne høyt. Det er
            bedre å si det feil her først.
        """),
        audience_list(
            "Ledere vi møter",
            shared(
                "leaders",
                """Du er ny i rollen, eller har hatt den så lenge at ingen lenger spør
                hvordan det går.""",
            ),
            ("Fagledere", "Du skal lede dem du nettopp var kollega med."),
            (
                "Rektorer og avdelingsledere",
                "Du står mellom dem som bestemmer, og dem som skal gjøre det.",
            ),
        ),
        for_and_against(
            "Veiledning eller noe annet?",
            "Lederveiledning er for deg som vil",
            [
                "forstå din egen del i det som skjer",
                "øve på vanskelige samtaler",
                "tåle å vente litt før du svarer",
            ],
            "Velg noe annet hvis du trenger",
            [
                "juridiske råd i en personalsak",
                "noen som tar avgjørelsen for deg",
                "opplæring i budsjett, turnus eller systemer",
            ],
        ),
        call_to_action(
            "Hvilken samtale har du utsatt lengst?",
            label="Ta kontakt",
            page="contact",
        ),
    ],
}
