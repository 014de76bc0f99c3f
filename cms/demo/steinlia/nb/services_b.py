"""The second half of Steinlia's services, in Norwegian."""

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
    "title": "Individuell metaveiledning",
    "slug": "individuell-metaveiledning",
    "lead": "Veiledning på veiledningen din, med én som har sittet i den samme stolen.",
    "facts_note": "En gang i måneden passer for de fleste som har ett eller to forløp i gang.",
    "body": [
        heading("Hvem veileder veilederen?"),
        text("""
            Du er den som holder rammen, stiller spørsmålene og tåler stillheten. Men hva skjer i
            deg mens du gjør det? Hvorfor ble du så ivrig etter å hjelpe nettopp henne? Hva var det
            du ikke hørte?

            I metaveiledning legger du fram noe fra en samling du har ledet, gjerne med et kort
            lydopptak som veisøkeren har sagt ja til skriftlig. Vi ser på det du gjorde, på det du
            lot være, og på det som skjer mellom oss to mens du forteller. Det siste er ofte det som
            lærer deg mest.
        """),
        audience_list(
            "For deg som veileder andre",
            shared(
                "supervisors",
                "Du har egne veisøkere nå, og vil se på det som skjer mellom dere mens det skjer.",
            ),
            (
                "Du som søker godkjenning",
                "Du må dokumentere timer, og vil at de skal være verdt noe mer enn et tall.",
            ),
        ),
        requirement(
            "Ti timer gjør en forskjell",
            """
                Mange ordninger for godkjenning ber om minst **ti timer** metaveiledning. Sjekk
                kravene der du skal søke, før du begynner. Vi fører [timene](page:hours) slik at de
                kan telles på flere måter.
            """,
        ),
        call_to_action(
            "Hvilket øyeblikk fra siste samling tenker du fortsatt på?",
            label="Skriv til Mikael",
            page="contact",
        ),
    ],
}

META_GROUP = {
    "title": "Metaveiledning i gruppe",
    "slug": "metaveiledning-i-gruppe",
    "lead": "Tre eller fire veiledere som lar hverandre se hva de gjør når døren er lukket.",
    "facts_note": "Gruppen er aldri større enn fire, for da rekker alle å legge fram noe.",
    "body": [
        heading("Å bli sett i arbeid"),
        text("""
            Veiledere er sjelden vitne til hverandres arbeid. Vi vet hva kollegene våre mener om
            veiledning, men ikke hva de gjør når en gruppe tier i fire minutter. I metaveiledning i
            gruppe får du se det, og du viser det selv.

            En legger fram. En annen veileder, her og nå. De to siste ser på hvert sitt: det som
            blir sagt, og det som skjer. Så snakker vi om alt fire steder. Mange sier at de lærte
            mest den gangen de bare så på.
        """),
        principles(
            "Fire stoler",
            ("Den som legger fram", "Har en sak fra sin egen veiledning."),
            ("Den som veileder", "Arbeider i tjue minutter, mens de andre er stille."),
            ("Den som lytter etter ord", "Skriver ned tre setninger nøyaktig slik de falt."),
            ("Den som ser etter resten", "Merker seg pust, pauser og hvem som lente seg fram."),
        ),
        course_cards("Grupper du kan søke plass i", "course-meta"),
        call_to_action(
            "Er dere tre som allerede kjenner hverandre? Da lager vi en egen gruppe.",
            label="Ta kontakt",
            page="contact",
        ),
    ],
}

CASE = {
    "title": "Saksveiledning",
    "slug": "saksveiledning",
    """lead""": (
        "Hver fjortende dag, fire til seks fagfolk og saker som ikke kan vente til neste måned."
    ),
    "facts_note": "Hver fjortende dag i en avgrenset periode, for eksempel fra august til jul.",
    "body": [
        heading("Når saken beveger seg fortere enn møtene"),
        text("""
            Noen arbeidsplasser har saker som endrer seg fra uke til uke. En familie flytter, en
            pasient skrives ut for tidlig, en ungdom slutter å møte. Da er det liten hjelp i å vente
            en måned på å få tenke.

            I saksveiledning ser vi på én eller to saker hver gang, og det vi leter etter, er
            handlingsrommet: Hva er bestemt, hva er mulig, og hva har dere ikke tenkt på ennå?
            Ansvaret for saken blir hele tiden hos den som har det.
        """),
        benefit_list(
            "Det dere går hjem med",
            ("Et kart som alle har tegnet", "Med navn på det dere vet, og på det dere bare tror."),
            shared(
                "decisions",
                "Dere kan skrive ned hva dere vurderte, og hvorfor dere valgte som dere gjorde.",
            ),
            ("Ett neste skritt", "Med en dato og en som gjør det."),
        ),
        requirement(
            "Ingen navn i rommet",
            """
                Vi arbeider bare med saker som er gjort ukjennelige. Endre kjønn, alder og sted hvis
                det trengs. Er taushetsplikten i veien, finner vi et annet spørsmål å stille.
            """,
        ),
        call_to_action(
            "Hvor mange saker har dere nå som noen burde ha tenkt på sammen?",
            label="Spør om saksveiledning",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Prosess- og endringsveiledning",
    "slug": "prosessveiledning",
    """lead""": (
        "Når to avdelinger blir én, når en arbeidsmåte tar slutt, eller når ingen vet hva som "
        "kommer."
    ),
    "facts_note": "Vi avtaler omfanget for hvert oppdrag, som regel mellom tre og åtte måneder.",
    "body": [
        heading("Endring er også et tap"),
        text("""
            Den som leder en endring, er gjerne et halvt år foran dem som skal leve i den. Lederen
            har sørget ferdig og vil videre. De andre har nettopp hørt det. Mye av det som kalles
            motstand, er folk som prøver å redde noe de vet er verdt å ta vare på.

            Vi følger dere gjennom det: noen samlinger for dem som leder, noen for dem som skal
            gjøre arbeidet, og noen for alle. Underveis tegner vi det samme kartet om igjen, så dere
            ser hvor langt dere er kommet.
        """),
        principles(
            "Slik går et oppdrag",
            ("Avklaring", "Vi snakker med lederen, tillitsvalgte og noen av dem det gjelder."),
            ("Plan", "Dere får et skriftlig forslag på to sider, med pris og et sted å stoppe."),
            ("Samlinger", "Mellom fem og tolv, i små og store grupper."),
            ("Etterpå", "Vi kommer tilbake etter tre måneder og spør hva som ble stående."),
        ),
        questions(
            "Før dere spør oss",
            (
                "Kan dere si oss om endringen er klok?",
                """Nei. Det er deres avgjørelse. Vi hjelper dere å gjennomføre den uten å
                miste hverandre.""",
            ),
            (
                "Når er det for tidlig?",
                """Når det ikke er bestemt om noe skal endres. Da er det medvirkning dere
                trenger, ikke veiledning.""",
            ),
        ),
        call_to_action(
            "Hva er det dere er redde for å miste?",
            label="Be om et forslag",
            page="contact",
        ),
    ],
}

NEW_GRADUATES = {
    "title": "Veiledning for nyutdannede",
    "slug": "nyutdannede",
    "lead": "Seks samlinger i det første året, sammen med andre som også er nye.",
    "facts_note": "Seks samlinger fordelt på det første arbeidsåret. Arbeidsgiveren betaler.",
    "body": [
        heading("Det første året kommer ikke igjen"),
        text("""
            Du kan mer enn du tror, og mindre enn du ønsker. Alle andre ser ut til å vite hvor
            hanskene ligger og hva som ikke skal sies på morgenmøtet. Mange nye bruker så mye kraft
            på å virke rolige at det er lite igjen til å lære.

            I gruppen er alle nye. Der kan du si at du ikke turte å ringe legen, at du gråt i bilen,
            eller at du har oppdaget noe de andre har sluttet å se. Det siste er nyttig for hele
            arbeidsplassen.
        """),
        audience_list(
            "Hvem gruppene er for",
            shared("new-graduates"),
            shared(
                "health", "Du er i ditt første år som sykepleier, vernepleier eller fysioterapeut."
            ),
            shared("schools", "Du har din første klasse, og foreldremøtet er om tre uker."),
        ),
        quote(
            "Jeg trodde jeg var den eneste som øvde på telefonsamtaler i dusjen.",
            source="Vernepleier i sitt første år (oppdiktet sitat)",
        ),
        questions(
            "For deg som er arbeidsgiver",
            (
                "Er dette det samme som opplæring?",
                """Nei. Rutinene må dere lære bort selv. Her lærer de nye å bruke skjønn,
                og å be om hjelp i tide.""",
            ),
            (
                "Vi har bare én eller to nye. Går det an?",
                "Ja. Da setter vi sammen en gruppe fra flere arbeidsplasser.",
            ),
        ),
        call_to_action(
            "Hvor mange nye får dere i år?",
            label="Spør om plass",
            page="contact",
        ),
    ],
}

CONSULTATION = {
    "title": "Enkeltkonsultasjon",
    "slug": "konsultasjon",
    "lead": "Én samtale på nett om én sak. Så er du ferdig, eller du vet hva du vil videre med.",
    "facts_note": "En time holder som regel. Trenger saken mer plass, setter vi av nitti minutter.",
    "body": [
        heading("Når du ikke trenger et forløp"),
        text("""
            Du har en samtale i morgen og vet ikke hvordan du skal begynne. Du er blitt bedt om å
            lede en kollegagruppe. Du har en sak der alt er prøvd. Det trengs ikke et halvt år for å
            tenke på det. Det trengs én god time.

            Skriv to setninger om hva det gjelder, så svarer vi innen to virkedager med forslag til
            tid. Vi møtes på nett. Etterpå får du kartet vi tegnet, og ett spørsmål å ta med deg.
        """),
        for_and_against(
            "Holder én time?",
            "En enkelt samtale er nok når",
            [
                "spørsmålet er klart og haster",
                "du skal ta et valg som er ditt",
                "du vil prøve veiledning før du bestemmer deg",
            ],
            "Velg et forløp når",
            [
                "det samme har skjedd tre ganger",
                "flere er berørt og bør være med",
                "du merker at saken har satt seg i kroppen",
            ],
        ),
        requirement(
            "Ikke en vakttelefon",
            """
                Er det fare for liv og helse, skal du ringe nødnummer eller din egen leder. Vi
                svarer på dagtid, og gir ikke råd om behandling av enkeltpersoner.
            """,
        ),
        call_to_action(
            "Hva er spørsmålet ditt, i to setninger?",
            label="Skriv det til oss",
            page="contact",
        ),
    ],
}
