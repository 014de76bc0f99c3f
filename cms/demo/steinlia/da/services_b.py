"""The second half of Steinlia's services, in Danish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    course_cards,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

META = {
    "title": "Individuel supervision af supervision",
    "slug": "individuel-supervision-af-supervision",
    "lead": "Supervision af din supervision med en, der har siddet i den samme stol.",
    "facts_note": "En gang om måneden passer til de fleste, der har et eller to forløb i gang.",
    "body": [
        heading("Hvem superviserer supervisoren?"),
        text("""
            Det er dig, der holder rammen, stiller spørgsmålene og udholder stilheden. Men hvad sker
            der i dig imens? Hvorfor blev du så ivrig efter at hjælpe netop hende? Hvad var det, du
            ikke hørte?

            I supervision af supervision lægger du noget frem fra en mødegang, du har ledet, gerne
            med en kort lydoptagelse, som supervisanden har sagt ja til skriftligt. Vi ser på det,
            du gjorde, på det, du lod være med, og på det, der sker mellem os to, mens du fortæller.
            Det sidste er ofte det, der lærer dig mest.
        """),
        audience_list(
            "Til dig, der superviserer andre",
            shared(
                "supervisors",
                """Du har egne supervisander nu og vil se på det, der sker mellem jer,
                mens det sker.""",
            ),
            (
                "Dig, der søger godkendelse",
                "Du skal dokumentere timer og vil have, at de skal være mere værd end et tal.",
            ),
        ),
        requirement(
            "Ti timer gør en forskel",
            """
                Mange ordninger for godkendelse kræver mindst **ti timers** supervision af
                supervision. Undersøg kravene det sted, hvor du vil søge, før du begynder. Vi fører
                [timerne](page:hours), så de kan tælles på flere måder.
            """,
        ),
        call_to_action(
            "Hvilket øjeblik fra sidste mødegang tænker du stadig på?",
            label="Skriv til Mikael",
            page="contact",
        ),
    ],
}

META_GROUP = {
    "title": "Supervision af supervision i gruppe",
    "slug": "supervision-af-supervision-i-gruppe",
    "lead": "Tre eller fire supervisorer, der lader hinanden se, hvad de gør, når døren er lukket.",
    "facts_note": "Gruppen er aldrig større end fire, for så når alle at lægge noget frem.",
    "body": [
        heading("At blive set i arbejdet"),
        text("""
            Supervisorer er sjældent vidner til hinandens arbejde. Vi ved, hvad vores kolleger mener
            om supervision, men ikke, hvad de gør, når en gruppe tier i fire minutter. I gruppen får
            du det at se, og du viser det selv.

            En lægger frem. En anden superviserer, her og nu. De to sidste ser på hver sit: det, der
            bliver sagt, og det, der sker. Så taler vi om det fra alle fire pladser. Mange siger, at
            de lærte mest den gang, de bare så på.
        """),
        principles(
            "Fire stole",
            ("Den, der lægger frem", "Har en sag fra sin egen supervision."),
            ("Den, der superviserer", "Arbejder i tyve minutter, mens de andre er stille."),
            ("Den, der lytter efter ord", "Skriver tre sætninger ned, præcis som de faldt."),
            (
                "Den, der ser efter resten",
                "Lægger mærke til åndedræt, pauser og hvem der lænede sig frem.",
            ),
        ),
        course_cards("Grupper, du kan søge plads i", "course-meta"),
        call_to_action(
            "Er I tre, der allerede kender hinanden? Så laver vi en gruppe til jer.",
            label="Kontakt os",
            page="contact",
        ),
    ],
}

CASE = {
    "title": "Sagssupervision",
    "slug": "sagssupervision",
    """lead""": (
        "Hver fjortende dag, fire til seks fagfolk og sager, der ikke kan vente til næste måned."
    ),
    "facts_note": "Hver fjortende dag i en afgrænset periode, for eksempel fra august til jul.",
    "body": [
        heading("Når sagen bevæger sig hurtigere end møderne"),
        text("""
            Nogle arbejdspladser har sager, der ændrer sig fra uge til uge. En familie flytter, en
            patient bliver udskrevet for tidligt, en ung holder op med at komme. Så hjælper det ikke
            meget at vente en måned på at få lov til at tænke.

            I sagssupervision ser vi på en eller to sager hver gang, og det, vi leder efter, er
            handlerummet: Hvad er besluttet, hvad er muligt, og hvad har I ikke tænkt på endnu?
            Ansvaret for sagen bliver hele tiden hos den, der har det.
        """),
        benefit_list(
            "Det, I går hjem med",
            ("Et kort, som alle har tegnet", "Hvor der står, hvad I ved, og hvad I kun tror."),
            shared(
                "decisions",
                "I kan skrive ned, hvad I overvejede, og hvorfor I valgte, som I gjorde.",
            ),
            ("Ét næste skridt", "Med en dato og en, der tager det."),
        ),
        requirement(
            "Ingen navne i rummet",
            """
                Vi arbejder kun med sager, hvor ingen kan genkendes. Lav om på køn, alder og sted,
                hvis det er nødvendigt. Står tavshedspligten i vejen, finder vi et andet spørgsmål
                at stille.
            """,
        ),
        call_to_action(
            "Hvor mange sager har I nu, som nogen burde have tænkt på sammen?",
            label="Spørg om sagssupervision",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Proces- og forandringssupervision",
    "slug": "processupervision",
    """lead""": (
        "Når to afdelinger bliver til én, når en arbejdsmåde hører op, eller når ingen ved, hvad "
        "der kommer."
    ),
    "facts_note": "Vi aftaler omfanget for hver opgave, som regel mellem tre og otte måneder.",
    "body": [
        heading("Forandring er også et tab"),
        text("""
            Den, der leder en forandring, er gerne et halvt år foran dem, der skal leve i den.
            Lederen har sørget færdig og vil videre. De andre har lige hørt det. Meget af det, der
            kaldes modstand, er folk, der prøver at redde noget, som de ved er værd at passe på.

            Vi følger jer igennem det: nogle mødegange for dem, der leder, nogle for dem, der skal
            gøre arbejdet, og nogle for alle. Undervejs tegner vi det samme kort igen og igen, så I
            kan se, hvor langt I er kommet.
        """),
        principles(
            "Sådan forløber en opgave",
            (
                "Afklaring",
                "Vi taler med lederen, tillidsrepræsentanterne og nogle af dem, det drejer sig om.",
            ),
            ("Plan", "I får et skriftligt forslag på to sider med en pris og et sted at stoppe."),
            ("Mødegange", "Mellem fem og tolv, i små og store grupper."),
            ("Bagefter", "Vi kommer tilbage efter tre måneder og spørger, hvad der blev stående."),
        ),
        questions(
            "Før I spørger os",
            (
                "Kan I sige os, om forandringen er klog?",
                """Nej. Det er jeres beslutning. Vi hjælper jer med at gennemføre den
                uden at miste hinanden.""",
            ),
            (
                "Hvornår er det for tidligt?",
                """Når det ikke er besluttet, om noget skal ændres. Så er det
                medindflydelse, I har brug for, ikke supervision.""",
            ),
        ),
        call_to_action(
            "Hvad er I bange for at miste?",
            label="Bed om et forslag",
            page="contact",
        ),
    ],
}

NEW_GRADUATES = {
    "title": "Supervision for nyuddannede",
    "slug": "nyuddannede",
    "lead": "Seks mødegange i det første år sammen med andre, der også er nye.",
    "facts_note": "Seks mødegange fordelt over det første arbejdsår. Arbejdsgiveren betaler.",
    "body": [
        heading("Det første år kommer ikke igen"),
        text("""
            Du kan mere, end du tror, og mindre, end du ønsker. Alle andre ser ud til at vide, hvor
            handskerne ligger, og hvad man ikke siger på morgenmødet. Mange nye bruger så mange
            kræfter på at virke rolige, at der er få tilbage til at lære.

            I gruppen er alle nye. Dér kan du sige, at du ikke turde ringe til lægen, at du græd i
            bilen, eller at du har opdaget noget, som de andre er holdt op med at se. Det sidste er
            til gavn for hele arbejdspladsen.
        """),
        audience_list(
            "Hvem grupperne er til",
            shared("new-graduates"),
            shared(
                "health",
                """Du er i dit første år som sygeplejerske, social- og sundhedsassistent
                eller fysioterapeut.""",
            ),
            shared("schools", "Du har din første klasse, og der er forældremøde om tre uger."),
        ),
        quote(
            "Jeg troede, jeg var den eneste, der øvede telefonsamtaler i brusebadet.",
            source="Pædagog i sit første år (opdigtet citat)",
        ),
        questions(
            "Til dig, der er arbejdsgiver",
            (
                "Er det det samme som oplæring?",
                """Nej. Rutinerne må I selv lære fra jer. Her lærer de nye at bruge deres
                dømmekraft og at bede om hjælp i tide.""",
            ),
            (
                "Vi har kun en eller to nye. Kan det lade sig gøre?",
                "Ja. Så sætter vi en gruppe sammen fra flere arbejdspladser.",
            ),
        ),
        call_to_action(
            "Hvor mange nye får I i år?",
            label="Spørg om plads",
            page="contact",
        ),
    ],
}

CONSULTATION = {
    "title": "Enkelt konsultation",
    "slug": "konsultation",
    "lead": "Én samtale online om én sag. Så er du færdig, eller du ved, hvad du vil videre med.",
    """facts_note""": (
        "En time er som regel nok. Kræver sagen mere plads, sætter vi halvfems minutter af."
    ),
    "body": [
        heading("Når du ikke har brug for et forløb"),
        text("""
            Du har en samtale i morgen og ved ikke, hvordan du skal begynde. Du er blevet bedt om at
            lede en kollegial gruppe. Du har en sag, hvor alt er prøvet. Det kræver ikke et halvt år
            at tænke over det. Det kræver én god time.

            Skriv to sætninger om, hvad det drejer sig om, så svarer vi inden for to hverdage med
            forslag til en tid. Vi mødes online. Bagefter får du kortet, vi tegnede, og ét spørgsmål
            at tage med dig.
        """),
        for_and_against(
            "Er én time nok?",
            "En enkelt samtale er nok, når",
            [
                "spørgsmålet er klart og haster",
                "det valg, du står over for, er dit",
                "du vil prøve supervision, før du bestemmer dig",
            ],
            "Vælg et forløb, når",
            [
                "det samme er sket tre gange",
                "flere er berørt og bør være med",
                "du mærker, at sagen har sat sig i kroppen",
            ],
        ),
        requirement(
            "Ikke en vagttelefon",
            """
                Er der fare for liv og helbred, skal du ringe til alarmcentralen eller din egen
                leder. Vi svarer i dagtimerne og giver ikke råd om behandling af enkeltpersoner.
            """,
        ),
        call_to_action(
            "Hvad er dit spørgsmål i to sætninger?",
            label="Skriv det til os",
            page="contact",
        ),
    ],
}
