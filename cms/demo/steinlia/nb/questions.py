"""Questions that Steinlia is often asked, with answers, in Norwegian."""

from cms.demo.words import group, question

QUESTIONS = {
    "title": "Spørsmål og svar",
    "slug": "sporsmal-og-svar",
    "lead": "Det folk spør om på telefonen, med de svarene vi pleier å gi.",
    "questions": [
        group("Før du begynner"),
        question(
            "Hva er faglig veiledning?",
            """
                Avtalt tid der du ser på ditt eget arbeid sammen med en som er utdannet til å hjelpe
                deg med det. Du tar med noe du står i. Veilederen spør, og passer på tiden og
                rammen. Målet er at du skal gjøre en bedre jobb og tåle den bedre.
            """,
        ),
        question(
            "Er det det samme som terapi?",
            """
                Nei. Vi snakker om arbeidet, og om deg i arbeidet. Er du syk, eller er det livet
                utenfor jobben som er tungt, skal du ha hjelp av noen andre. Vi sier fra hvis vi
                tror det.
            """,
        ),
        question(
            "Må jeg ha en sak med?",
            """
                Nei. «Jeg vet ikke hva jeg skal ta opp» er en god sak. Men bruk gjerne fem minutter
                på veien hit til å tenke på uken som gikk.
            """,
        ),
        question(
            "Hvordan vet jeg hvilken veileder som passer?",
            """
                Les om [veilederne](page:supervisors), og ring den du får lyst til å snakke med.
                Passer det ikke likevel, bytter vi uten noe oppstyr.
            """,
        ),
        group("I rommet"),
        question(
            "Hvem får vite hva jeg sier?",
            """
                Ingen. Veilederen har taushetsplikt, og gruppen avtaler sin egen. Det eneste
                unntaket er hvis noen er i fare. Da sier vi fra til deg først.
            """,
        ),
        question(
            "Kan jeg fortelle om pasienter, elever og klienter?",
            """
                Ja, når ingen kan kjenne dem igjen. La navn, sted og alder bli hjemme, og forandre
                det som ikke betyr noe for spørsmålet ditt. Skriv aldri slikt i et skjema eller en
                e-post.
            """,
        ),
        question(
            "Hva om jeg begynner å gråte?",
            """
                Da gråter du. Det står lommetørklær på bordet, og ingen kommer til å gjøre noe stort
                nummer av det.
            """,
        ),
        group("På nett"),
        question(
            "Hva trenger jeg for å være med på nett?",
            """
                En datamaskin eller et nettbrett med kamera, og et rom der ingen hører deg. Mobil
                går hvis den står støtt. Du trenger ikke installere noe.
            """,
        ),
        question(
            "Blir samlingene tatt opp?",
            """
                Nei, aldri. Heller ikke som tekst. Tavlen vi tegner på, får den som hadde saken. Så
                sletter vi den.
            """,
        ),
        group("Penger og papirer"),
        question(
            "Kan arbeidsgiveren betale?",
            """
                Ja, og det er det vanligste. Prisene og det vi trenger til fakturaen, står på siden
                [For arbeidsgivere](page:employers). Det er fortsatt du som bestemmer hva du snakker
                om.
            """,
        ),
        question(
            "Hva skjer hvis jeg må melde meg av et kurs?",
            """
                Meld fra så tidlig du kan. Fristene og prisene står i [vilkårene](page:terms). En
                kollega kan alltid ta plassen din. Betaler du selv, har du også
                [angrerett](page:withdrawal).
            """,
        ),
        question(
            "Får jeg attest på timene?",
            """
                Ja. Hvordan vi teller dem, står på siden [Timer og attester](page:hours).
            """,
        ),
        question(
            "Jeg har ikke råd. Finnes det noe?",
            """
                Det åpne [webinaret](page:course-webinar) er gratis. På kurset i gruppeveiledning er
                det egen pris for studenter. Og med [fem avtaler](page:article-agreements) og en god
                kollega kan du begynne i morgen.
            """,
        ),
    ],
}
