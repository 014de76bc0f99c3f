"""Steinlia's terms and privacy notice in Norwegian."""

from cms.demo.words import call_to_action, facts, heading, rich, text

TERMS = {
    "title": "Vilkår for kurs og grupper",
    "slug": "vilkar",
    "lead": "Det du sier ja til når du melder deg på, i klart språk.",
    "text": rich("""
        ## Hvem du gjør avtale med

        Avtalen er mellom deg som bestiller, og Steinlia fagveiledning AS, organisasjonsnummer
        000 000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example. Melder du på kolleger,
        er det du som er bestiller, og du sørger for at de kjenner vilkårene.

        ## Påmelding

        Påmeldingen er bindende når du har fått bekreftelsen på e-post. Velger du å betale med
        kort, holder vi plassene mens du betaler. Blir betalingen ikke fullført innen tiden som
        står på påmeldingssiden, faller påmeldingen bort uten at det koster deg noe.

        ## Pris og betaling

        Prisen er den som står på kurssiden når du melder deg på. Kursene våre er undervisning og
        unntatt merverdiavgift. Du kan betale med kort. Arbeidsgivere og selvstendig
        næringsdrivende kan også få faktura med 14 dagers forfall. Kurslokale, materiell og
        kursbevis er med i prisen. Lunsj er med på kurs som varer en hel dag.

        ## Avmelding

        Du melder deg av ved å skrive til oss. Det er dagen vi får beskjeden, som teller.

        - **30 dager eller mer før første samling:** Du betaler ingenting og får tilbake alt du har
        betalt.
        - **14 til 29 dager før:** Du betaler halve kursavgiften.
        - **7 til 13 dager før:** Du betaler tre fjerdedeler av kursavgiften.
        - **Mindre enn 7 dager før, eller uten beskjed:** Du betaler hele kursavgiften.

        En kollega kan alltid overta plassen din uten tillegg. Gi oss navnet senest dagen før.

        ## Angrerett

        Betaler du selv, som privatperson, kan du angre avtalen innen 14 dager fra den dagen du fikk
        bekreftelsen. Du trenger ikke å si hvorfor. Skriv til post@steinlia.example at du angrer,
        gjerne med påmeldingens referanse. Vi betaler deg tilbake innen 14 dager, på samme måte som
        du betalte. Begynner kurset før fristen er ute, og du har bedt oss om det, betaler du bare
        for samlingene som har vært. Angreretten går foran reglene om avmelding.

        ## Hvis vi må avlyse

        Blir veilederen syk, eller er for få påmeldt, kan vi avlyse kurset eller flytte det. Du får
        beskjed så snart vi vet det, og senest sju dager før når grunnen er for få deltakere. Da
        velger du mellom ny dato og å få tilbake alt du har betalt. Reise og overnatting dekker vi
        ikke, så bestill gjerne billetter som kan endres.

        ## Taushet og opptak

        Det andre forteller på kurset og i gruppen, blir der. Ta ikke med opplysninger som kan si
        hvem en pasient, elev eller klient er. Ingen gjør opptak av samlingene, verken vi eller
        deltakerne.

        ## Oppmøte og kursbevis

        Du får kursbevis når du har vært til stede hele kurset. Er du borte en del av tiden, skriver
        vi timene du faktisk deltok.

        ## Personopplysninger

        Hva vi lagrer om deg, og hvor lenge, står i [personvernerklæringen](page:privacy).

        ## Klage og uenighet

        Si fra til oss først, så finner vi som regel ut av det. Er du forbruker og vi ikke blir
        enige, kan du ta saken videre til Forbrukertilsynet. Avtalen følger norsk rett.
    """),
}

PRIVACY = {
    "title": "Personvern",
    "slug": "personvern",
    "lead": "Vi spør om så lite som mulig, og sletter det når vi ikke trenger det lenger.",
    "body": [
        heading("Hva vi lagrer, og hvorfor"),
        text("""
            Steinlia fagveiledning AS er behandlingsansvarlig. Når du melder deg på et kurs, lagrer
            vi det du fyller ut: navn og e-postadresse til bestiller og deltakere, telefonnummer
            hvis du oppgir det, opplysninger til fakturaen, og svarene på spørsmålene i skjemaet. Vi
            trenger det for å holde avtalen med deg.

            Svar om mat, helse og tilrettelegging lagrer vi for seg. Bare den som eier praksisen,
            ser dem, og kurslokalet får bare vite antall, aldri navn. Du velger selv om du svarer.
        """),
        facts(
            "Hvor lenge",
            ("Påmelding og deltakere", "To år etter kurset, så du kan få nytt kursbevis"),
            ("Svar om mat og tilrettelegging", "Slettes kort tid etter kurset"),
            ("Bilag til regnskapet", "Fem år, slik bokføringsloven krever"),
            ("E-post til oss", "Ett år etter at saken er ferdig"),
        ),
        heading("Hvem som hjelper oss"),
        text("""
            Betaling med kort skjer hos Stripe. Kortnummeret ditt kommer aldri til oss. Nettstedet
            og e-posten ligger hos leverandører i EØS som bare behandler opplysninger på våre vegne.
            Vi selger ingenting om deg og deler ingenting til reklame.
        """),
        heading("Informasjonskapsler"),
        text("""
            Vi måler ikke hva du gjør på sidene våre. Påmeldingsskjemaet og innloggingen for
            redaktører setter de informasjonskapslene som skal til for at de virker, og ingen andre.
            Derfor møter du heller ingen rute å trykke vekk.
        """),
        heading("Dine rettigheter"),
        text("""
            Du kan be om å få se det vi har om deg, få det rettet, få det med deg eller få det
            slettet når vi ikke må beholde det. Skriv til post@steinlia.example, så svarer vi innen
            en måned. Er du ikke fornøyd med svaret, kan du klage til Datatilsynet.
        """),
        call_to_action("Er noe uklart, så spør oss.", label="Ta kontakt", page="contact"),
    ],
}
