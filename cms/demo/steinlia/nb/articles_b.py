"""Two further articles of Steinlia's, in Norwegian."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    text,
)

SCREEN = {
    "title": "Skjermrommet: stillhet på nett",
    "slug": "stillhet-pa-nett",
    """lead""": (
        "I et rom er stillhet noe vi gjør sammen. På skjermen ser den ut som en feil. Slik kan du "
        "gi den tilbake til gruppen."
    ),
    "body": [
        text("""
            Første gang jeg ledet en gruppe på nett, ble det stille etter tjue minutter. En av
            deltakerne hadde nettopp sagt noe som kostet henne mye. I et vanlig rom ville vi ha
            kjent det: noen pustet ut, en så ned, en annen la hånden på bordet. På skjermen så jeg
            seks små ansikter som ikke rørte seg. Etter fire sekunder sa en: «Hører dere meg?»

            Øyeblikket var borte. Ingen hadde gjort noe galt. Rommet var bare ikke bygd for å tie i.
        """),
        heading("Hvorfor det blir så fort urolig"),
        text("""
            I et rom får vi hundre små tegn på at de andre er der. På nett får vi nesten ingen.
            Lyden kommer litt etter bildet, og bildet viser folk fra brystet og opp. Når ingen
            snakker, er det umulig å se forskjell på en som tenker, en som gråter, og en som har
            mistet forbindelsen. Da fyller vi stillheten, av ren omsorg.

            Det hjelper ikke å be folk tåle det. Det hjelper å gjøre stillheten synlig.
        """),
        principles(
            "Fire grep som virker",
            ("Varsle den", "Si: «Nå blir vi stille i ett minutt.» Da er den din, og ikke nettets."),
            (
                "Gi den noe å holde i",
                "Be alle skrive ned ett ord på et papir. Hendene som beveger seg, er tegn på liv.",
            ),
            (
                "La noen passe klokken",
                "En deltaker løfter hånden når tiden er ute. Da kan alle andre slippe.",
            ),
            ("Slutt den mykt", "Spør ikke «hva tenker dere?», men «hvem vil lese ordet sitt?»"),
        ),
        heading("Rommet før rommet"),
        text("""
            Jeg åpner ti minutter før. Ikke for å teste lyden, men fordi vi i et hus ville ha gått
            gjennom en gang, hengt fra oss og sagt noe om været. De ti minuttene er gangen. De som
            kommer da, er roligere resten av timen.

            Jeg ber også alle vise hvor de er. Vend kameraet mot vinduet, døren, kaffekoppen. Da vet
            vi at det sitter noen et sted, og at ingen er bak dem.
        """),
        heading("En avtale på én setning"),
        text("""
            Det verste på nett er når noen forsvinner. Ble hun kastet ut, eller gikk hun? Vi avtaler
            det første gang: «Blir du borte og ikke er tilbake på tre minutter, ringer jeg deg.» Én
            setning. Siden vi begynte med det, har ingen blitt sittende og lure.
        """),
        heading("Når det ikke går"),
        text("""
            Noe hører ikke hjemme på skjermen. En gruppe som aldri har møttes, og som er uenig. En
            hendelse fra i går. En deltaker som sitter i bilen fordi det er eneste sted med fred. Da
            utsetter vi, eller reiser dit. Skjermen er et godt rom. Men den er ikke det eneste.
        """),
        call_to_action(
            "Leder du en gruppe på nett som er blitt taus på feil måte?",
            label="Spør Aino",
            page="contact",
        ),
    ],
}

EMPLOYER = {
    "title": "Hva arbeidsgiver bør spørre om",
    "slug": "hva-arbeidsgiver-bor-sporre-om",
    """lead""": (
        "Du skal kjøpe veiledning til folkene dine. Her er spørsmålene vi selv ville ha stilt – "
        "også de som er ubehagelige for oss."
    ),
    "body": [
        text("""
            Å kjøpe veiledning er ikke som å kjøpe kontorstoler. Du får ikke se det du betaler for.
            Døren er lukket, det som sies der inne, er ikke ditt, og etter et halvt år skal du
            avgjøre om det var verdt pengene. Det går an. Men da må du spørre før dere begynner.
        """),
        heading("Om behovet"),
        text("""
            Begynn hos deg selv. Hva er det du vil skal bli annerledes? Er svaret at folk skal bli
            mer fornøyde med en omorganisering som er bestemt, så er veiledning feil vei. Er svaret
            at de skal tåle et krevende arbeid uten å bli harde eller syke, er du på rett sted.

            Spør dem det gjelder. En gruppe som er beordret, bruker de første tre samlingene på å
            finne ut hvorfor.
        """),
        heading("Om veilederen"),
        text("""
            Spør hvilken utdanning hun har i veiledning, ikke bare i faget sitt. Tretti studiepoeng
            er vanlig, seksti er mer. Spør hvem som veileder **henne**, og hvor ofte. Svarer hun at
            hun ikke trenger det lenger, så takk for samtalen.

            Spør også hva hun ikke tar på seg. Den som kan alt, har sjelden tenkt etter.
        """),
        principles(
            "Fem ting som bør stå i avtalen",
            ("Hvem som er med", "Og om det er frivillig. Det bør det være."),
            ("Hvor ofte, hvor lenge og til når", "Med en dato for å se tilbake."),
            ("Hva du får vite", "Som regel hvor mange som møtte, og ikke mer."),
            (
                "Hva som skjer hvis noe er farlig",
                "Veilederen må kunne si fra, og gruppen må vite det på forhånd.",
            ),
            ("Hva det koster å flytte eller avlyse", "For begge parter."),
        ),
        heading("Om taushet"),
        text("""
            Du vil komme til å lure på hva de sier om deg. Det er menneskelig. Men får du vite det,
            slutter de å si det, og da har du betalt for ingenting. Be heller gruppen fortelle deg
            to ganger i året hva den mener at du bør vite. Da er det deres ord, og du kan bruke dem.
        """),
        heading("Om virkningen"),
        text("""
            Veiledning gir sjelden utslag på ett tall. Se etter andre ting: Blir vanskelige saker
            tatt opp tidligere? Ber folk hverandre om hjelp? Blir de nye? Spør etter tre måneder og
            etter tolv, og spør med de samme ordene.

            Vær forsiktig med den som lover lavere sykefravær. Det kan skje. Men ingen kan love deg
            det.
        """),
        heading("Og hvis pengene ikke strekker til?"),
        text("""
            Da kan dere gjøre noe av det selv. Kollegaveiledning koster bare tid, og med litt øvelse
            kommer man langt. Vi holder et kurs i det. Send gjerne to, så har de noen å være nervøse
            sammen med.
        """),
        call_to_action(
            "Vil du stille oss spørsmålene?",
            label="Ta kontakt",
            page="contact",
        ),
    ],
}
