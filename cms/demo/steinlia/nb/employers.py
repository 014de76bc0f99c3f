"""What employers and those who document hours need to know, in Norwegian."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    credentials,
    download,
    facts,
    heading,
    price,
    principles,
    questions,
    requirement,
    shared,
    text,
)

EMPLOYERS = {
    "title": "For arbeidsgivere",
    "slug": "for-arbeidsgivere",
    "lead": "Pris, faktura og avtale på én side, så du slipper å ringe for å få vite det.",
    "prices": [
        price("Individuell veiledning, 60 minutter", "1 450 kr", "Også individuell metaveiledning"),
        price("Makkerveiledning, 75 minutter", "1 900 kr"),
        price("Saksveiledning, 90 minutter", "4 200 kr", "Hele gruppen"),
        price("Gruppeveiledning, 120 minutter", "5 200 kr", "Hele gruppen, fem til åtte deltakere"),
        price("Teamveiledning, 120 minutter", "5 400 kr", "Hele teamet"),
        price("Lederveiledning, 60 minutter", "1 650 kr"),
        price(
            "Personalveiledning, seks samlinger à 120 minutter",
            "36 000 kr",
            "To veiledere fra femten deltakere: 54 000 kr",
        ),
        price(
            "Veiledning for nyutdannede, seks samlinger à 90 minutter",
            "25 200 kr",
            "Hele gruppen, eller 4 600 kr for én plass",
        ),
        price("Enkeltkonsultasjon, 60 minutter på nett", "1 450 kr", "90 minutter: 2 000 kr"),
        price(
            "Prosess- og endringsveiledning", "Fra 24 000 kr", "Fast pris etter avklaringssamtalen"
        ),
    ],
    "body": [
        text("""
            Prisene gjelder per samling og er uten mva. Veiledning som dere kjøper for deres egne
            ansatte, er rådgivning med 25 % mva. Kursene våre er undervisning og unntatt. Kommer vi
            til dere i Bergen, er reisen med. Ellers avtaler vi reise på forhånd.
        """),
        facts(
            "Faktura og EHF",
            ("Organisasjonsnummer", "Ni sifre. Vi finner adressen selv."),
            ("Deres referanse", "Navn eller kode på den som skal godkjenne fakturaen"),
            ("Bestillingsnummer", "Hvis dere bruker det"),
            ("Fakturaadresse", "E-post, eller EHF til offentlige virksomheter"),
            ("Forfall", "14 dager. Forløp faktureres etter hver samling."),
        ),
        heading("Veiledningsavtalen"),
        text("""
            Før et forløp begynner, skriver vi en avtale på én side. Den sier hvem som er med, hvor
            ofte og hvor lenge, hva det koster, hva dere får vite, og når vi ser tilbake. Dere kan
            si opp avtalen med én måneds varsel. Vi ber ikke om en grunn, men setter pris på den.
        """),
        download(
            "Veiledningsavtale på én side",
            "agreement",
            """Malen vi bruker selv. Fyll ut det som står i parentes, og bruk den som
            dere vil, også med andre veiledere.""",
        ),
        principles(
            "Hvis noe må flyttes",
            ("Mer enn sju dager før", "Vi finner en ny tid, og det koster ingenting."),
            ("To til sju dager før", "Dere betaler halvparten, hvis vi ikke får brukt tiden."),
            (
                "Senere enn det",
                "Dere betaler samlingen. Er det vi som blir syke, betaler dere ikke.",
            ),
        ),
        audience_list(
            "Hvem som får hva",
            (
                "Arbeidsgiveren",
                "Får vite hvor mange som møtte, og gruppens egne ord om hvordan det går. Ikke mer.",
            ),
            ("Deltakeren", "Får arbeidstid til det, og attest på timene sine etterpå."),
            ("Veilederen", "Får fred til å arbeide, og sier fra hvis noe er farlig for noen."),
        ),
        benefit_list(
            "Derfor kjøper arbeidsgivere veiledning",
            shared("language"),
            shared("decisions"),
            ("Nye blir værende", "Den som har et sted å spørre, slutter sjeldnere å spørre."),
        ),
        credentials(
            "Det veilederne våre har",
            credential("Utdanning i veiledning", issuer="Alle tre", extent="30–60 studiepoeng"),
            credential("Egen metaveiledning", issuer="Alle tre", extent="Minst ti timer i året"),
            credential("Politiattest", issuer="Vises når arbeidet krever det"),
        ),
        questions(
            "Det innkjøpere spør om",
            (
                "Kan vi få en rammeavtale?",
                "Ja, for ett eller to år. Send oss gjerne deres egen mal.",
            ),
            (
                "Har dere databehandleravtale?",
                """Vi behandler så godt som ingenting på deres vegne. Trenger dere en
                avtale for deltakerlisten, skriver vi under på den.""",
            ),
        ),
        call_to_action(
            """Fortell oss hvor mange dere er, og hva dere vil med det. Du får et
            skriftlig tilbud innen fem virkedager.""",
            label="Be om tilbud",
            page="contact",
        ),
    ],
}

HOURS = {
    "title": "Timer og attester",
    "slug": "timer-og-attester",
    "lead": "Slik teller vi timer, slik skriver vi dem ned, og slik kan andre se at det stemmer.",
    "body": [
        heading("Én time er ikke alltid én time"),
        text("""
            Noen ordninger regner en veiledningstime som 45 minutter. Andre regner 60. Noen trekker
            fra når gruppen er stor. Derfor skriver vi ned det som faktisk skjedde, og lar
            regnestykket komme etterpå. Skifter du ordning om fem år, er timene dine fortsatt til å
            telle.
        """),
        facts(
            "Det vi skriver ned for hver samling",
            ("Dato og varighet", "I minutter, slik klokken viste"),
            ("Rolle", "Fått veiledning, gitt veiledning eller fått metaveiledning"),
            ("Form", "Individuelt, makker, gruppe eller team – i rom eller på nett"),
            ("Antall til stede", "De som var der, ikke de som var påmeldt"),
            ("Veileder", "Navn og godkjenning den dagen"),
        ),
        text("""
            Vi skriver **aldri** ned hva dere snakket om. Heller ikke stikkord.
        """),
        heading("Et eksempel"),
        text("""
            Du har vært på fem av seks samlinger i en gruppe, hver på 120 minutter. Det er 600
            minutter. Regnet i timer à 45 minutter blir det 13 timer og 15 minutter. Regnet i timer
            à 60 minutter blir det 10 timer. Attesten sier begge deler, og at dere var seks i
            gruppen.
        """),
        principles(
            "To slags papirer",
            (
                "Kursbevis",
                """Etter et kurs, med tittel, datoer og timer. Det kommer på e-post når
                kurset er slutt.""",
            ),
            (
                "Veiledningsattest",
                "Etter et forløp, med alle samlingene. Du kan også be om den underveis.",
            ),
        ),
        requirement(
            "Borte én gang?",
            """
                Vi skriver bare timene du var til stede. Var du borte en halvtime, trekker vi fra en
                halvtime. Det er kjedelig, men det er derfor noen kan stole på attesten.
            """,
        ),
        heading("Slik kan attesten kontrolleres"),
        text("""
            Hver attest har et nummer og en dato. Den som får den, kan skrive til
            post@steinlia.example, oppgi nummeret og få vite om attesten er utstedt av oss. Vi sier
            ja eller nei, og ikke mer enn det som står på den.

            Er du usikker på hvordan du leser en, har vi skrevet [en kort
            leseveiledning](page:article-attestation).
        """),
        questions(
            "Om godkjenning",
            (
                "Teller timene der jeg skal søke?",
                """Spør dem som godkjenner, før du begynner. Vi fyller gjerne ut skjemaet
                deres, men vi kan ikke love hva de svarer.""",
            ),
            (
                "Hvor lenge har dere timene mine?",
                """I ti år, hvis du ikke ber oss slette dem før. Etter det er det bare du
                som har dem.""",
            ),
        ),
        call_to_action(
            "Trenger du en attest, eller mangler det noe på den du har?",
            label="Skriv til oss",
            page="contact",
        ),
    ],
}
