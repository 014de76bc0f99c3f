"""Steinlia's list of articles and the first three, in Norwegian."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    quote,
    requirement,
    text,
)

ARTICLES = {
    "title": "Fagartikler",
    "slug": "fagartikler",
    "lead": "Det vi har lært av å gjøre feil, skrevet ned så du slipper å gjøre alle selv.",
}

AGREEMENTS = {
    "title": "Fem avtaler før gruppens første time",
    "slug": "fem-avtaler",
    """lead""": (
        "De fleste grupper som stopper, stopper av noe som kunne vært avtalt på et kvarter. Her er "
        "de fem tingene vi alltid snakker om først."
    ),
    "body": [
        text("""
            En gruppe som skal begynne med veiledning, har det travelt. Noen har ventet i et halvt
            år. Det ligger saker og brenner, og ingen har lyst til å bruke den første timen på
            regler. Vi gjør det likevel. Ikke fordi vi er glade i regler, men fordi vi har sett hva
            som skjer uten.
        """),
        heading("1. Hva er vi her for?"),
        text("""
            Spør ti deltakere hva veiledning er, og du får elleve svar. En vil lette trykket. En vil
            bli flinkere. En er sendt av lederen sin og venter på å få vite hvorfor. Alt dette kan
            få plass i den samme gruppen, men bare hvis det blir sagt.

            Vi lar hver deltaker fullføre én setning: «Jeg er fornøyd til jul hvis …» Så henger vi
            setningene på veggen. De blir hengende.
        """),
        heading("2. Hva blir i rommet?"),
        text("""
            Alle svarer taushetsplikt, og alle mener noe litt forskjellig. Kan jeg fortelle hjemme
            at jeg ble rørt? Kan jeg si til en kollega at hun burde ta opp den saken igjen? Kan
            lederen få vite hvem som pleier å komme?

            Gruppen vår pleier å lande på dette: Det du selv sa og lærte, er ditt, og du kan ta det
            med deg. Det andre sa, blir her. Saker tas opp igjen bare av den som eier dem. Skriv det
            ned med deres egne ord.
        """),
        heading("3. Hva gjør vi når noen ikke kommer?"),
        text("""
            En gruppe tåler at folk blir syke. Den tåler dårlig å sitte og vente. Avtal hvem man
            sier fra til, hvor sent man kan komme, og hvor få man kan være før dere avlyser. Hos oss
            er tallet tre.

            Snakk også om vaktene. Går halve gruppen turnus, må noen ha sagt ja til at veiledning er
            arbeidstid. Det er en avtale med arbeidsgiveren, og den bør være skriftlig.
        """),
        heading("4. Hvordan sier vi at noe ikke virker?"),
        text("""
            Før eller siden kommer det en time som ble feil. Veilederen gikk for fort fram, noen ble
            sittende med gråten, eller samtalen gikk i ring. Da er det for sent å finne ut hvordan
            man sier det.

            Vi setter av de fem siste minuttene hver gang til ett spørsmål: Hva bør vi gjøre
            annerledes neste gang? I begynnelsen svarer alle «ingenting». Etter tre ganger kommer
            det første ærlige svaret. Det er da gruppen begynner.
        """),
        heading("5. Når slutter vi?"),
        text("""
            En gruppe uten slutt blir til en vane. Sett en dato allerede nå, for eksempel etter seks
            samlinger. Da ser dere tilbake og velger: fortsette, forandre eller takke for følget. Å
            slutte er ikke å mislykkes. Noen av våre beste grupper varte i fem måneder.
        """),
        principles(
            "Til å ta med",
            ("Formålet", "Én setning fra hver."),
            ("Taushet", "Med egne ord, på et ark."),
            ("Oppmøte", "Hvem, når og hvor få."),
            ("Kritikk", "Fem minutter, hver gang."),
            ("Slutt", "En dato før dere begynner."),
        ),
        text("""
            Hele samtalen tar en time. Den ser ut som tapt tid. Vi har ennå ikke møtt en gruppe som
            ville ha den tilbake.
        """),
        call_to_action(
            "Skal dere begynne snart, og vil ha hjelp med den første timen?",
            label="Spør om én samling",
            page="contact",
        ),
    ],
}

ATTESTATION = {
    "title": "Slik leser du en veiledningsattest",
    "slug": "les-en-veiledningsattest",
    """lead""": (
        "«Har deltatt i veiledning, 30 timer.» Hva sier det egentlig? En kort leseveiledning for "
        "den som får en attest, og for den som skal bedømme en."
    ),
    "body": [
        text("""
            En veiledningsattest ser ut som et enkelt papir. Den har et navn, et tall og en
            underskrift. Men to attester med det samme tallet kan dokumentere svært ulike ting. Den
            ene har sittet to og to med en erfaren veileder. Den andre har vært én av fjorten i et
            møterom. Begge har tretti timer.
        """),
        heading("Hvor lang er en time?"),
        text("""
            I veiledning er en time ofte førtifem minutter. Noen regner seksti. Forskjellen er ikke
            liten: Tretti timer à førtifem minutter er tjueto og en halv timer på klokken. Står det
            ikke på attesten hvor lang timen er, så spør.

            Hos oss skriver vi minuttene først, og timene etterpå. Da kan den som leser, regne om
            selv.
        """),
        heading("Fikk du, eller ga du?"),
        text("""
            Det finnes tre roller. Du kan ha **fått** veiledning. Du kan ha **gitt** den. Eller du
            kan ha fått veiledning på den veiledningen du ga, altså metaveiledning. De skal ikke
            legges sammen. Den som søker godkjenning som veileder, må som regel vise alle tre, hver
            for seg.
        """),
        heading("Hvor mange var dere?"),
        text("""
            Alene får du hele timen. I en gruppe på fire får du kanskje en fjerdedel av den til din
            egen sak, men du lærer av de andre tre. I en gruppe på tolv er det lenge mellom hver
            gang. Noen ordninger trekker derfor fra når gruppen er stor, og noen godtar ikke mer enn
            fire. En god attest sier hvor mange som var til stede, ikke bare hvor mange som var
            påmeldt.
        """),
        heading("Hvem veiledet?"),
        text("""
            Navnet er ikke nok. Det som teller, er hva veilederen hadde av utdanning og godkjenning
            **den gangen**. En veileder som ble godkjent i mars, var det ikke i januar. Derfor bør
            det stå dato ved hver samling, eller i det minste første og siste.
        """),
        requirement(
            "Seks ting som skal stå der",
            """
                - hvem som fikk attesten
                - når samlingene var, og hvor mange minutter de varte
                - om timene er fått, gitt eller metaveiledning
                - hvor mange som var til stede
                - hvem som veiledet, og med hvilken godkjenning
                - hvem man kan spørre
            """,
        ),
        heading("Det som ikke skal stå"),
        text("""
            En attest sier ikke hva dere snakket om. Den sier ikke om du var flink. Skriver noen at
            du har «gjort rede for egne følelser på en moden måte», har de skrevet en vurdering og
            ikke en attest. Be om en ny.
        """),
        heading("Samle mens du husker"),
        text("""
            Den vanligste feilen er å vente. Veilederen flytter, arbeidsplassen slås sammen, og
            kalenderen fra den gangen er borte. Be om attesten når forløpet er slutt, og legg den et
            sted der du finner den om ti år. Mer om hvordan vi fører timene, står under [Timer og
            attester](page:hours).
        """),
        call_to_action(
            "Har du en attest du ikke blir klok på? Vi leser den gjerne sammen med deg.",
            label="Skriv til oss",
            page="contact",
        ),
    ],
}

CHANGE = {
    "title": "Når er det på tide å bytte veileder?",
    "slug": "bytte-veileder",
    """lead""": (
        "En god veileder blir kjent med deg. En dag kjenner hun deg litt for godt. Slik merker du "
        "det, og slik sier du det."
    ),
    "body": [
        text("""
            Jeg har hatt fire veiledere. Den første var jeg redd for, den andre ble jeg glad i, den
            tredje kranglet jeg med, og den fjerde har jeg nå. Alle fire ga meg noe. To av dem hadde
            jeg for lenge.

            Det er lett å bli. Å begynne på nytt betyr å fortelle alt en gang til, til en som ikke
            vet hvem du er. Likevel tror jeg at de fleste av oss burde bytte oftere enn vi gjør, for
            det er den nye som spør om det selvsagte.
        """),
        principles(
            "Det kan være på tide når",
            ("Du vet hva hun kommer til å spørre om", "Og har svaret klart i bilen på vei dit."),
            ("Dere ler mest", "Latter er bra. Men hvem skal da si det som ikke er morsomt?"),
            (
                "Det finnes noe du ikke tar opp",
                "Ikke fordi det er hemmelig, men fordi hun kunne bli skuffet.",
            ),
            (
                "Du har fått en annen jobb",
                "En veileder som var rett for vaktrommet, er ikke alltid rett for lederkontoret.",
            ),
            ("Du går ut slik du kom inn", "Én gang er ingenting. Tre ganger er et svar."),
        ),
        heading("Det som ikke er et tegn"),
        text("""
            At det er ubehagelig, betyr ikke at det er feil. Noen av timene jeg har lært mest av,
            gikk jeg sint hjem fra. Ta en samling til før du bestemmer deg, og spør deg selv: Er det
            veilederen jeg vil bort fra, eller spørsmålet?

            Det motsatte gjelder også. At det er hyggelig, er ingen grunn til å bli. Du betaler ikke
            for en venn.
        """),
        heading("Slik sier du det"),
        text("""
            Si det i en time, ikke i en e-post etterpå. Si det tidlig i timen, så dere får tid. Du
            trenger ikke ha en klage. «Jeg tror jeg trenger å bli sett av noen nye øyne» er nok.

            En god veileder blir ikke såret. Hun spør hva du har fått, hva du savnet, og hva du vil
            at den neste skal vite. Be om et kvarter til nettopp det. Det kvarteret er blant det
            mest nyttige dere gjør sammen.
        """),
        quote(
            "Hun takket meg for at jeg sa det. Da skjønte jeg at jeg hadde ventet et år for lenge.",
            source="Fysioterapeut i individuell veiledning (oppdiktet sitat)",
        ),
        heading("Når gruppen vil bytte"),
        text("""
            I en gruppe er det vanskeligere. Noen vil bytte, noen vil ikke, og de fleste vil helst
            slippe å si noe. La veilederen selv ta det opp. Hos oss gjør vi det etter ti samlinger:
            Vi ber gruppen snakke sammen i en halvtime uten oss, og komme tilbake med ett av tre
            svar. Bli, forandre, bytte.

            Blir det bytte, er vi med på å finne den neste. Det er ikke alltid en av oss.
        """),
        heading("Og veilederen?"),
        text("""
            Også en veileder kan si at det er nok. Vi gjør det når vi merker at vi har sluttet å bli
            overrasket. Det er rart å høre første gang. Men en som sier det, har fortsatt øynene
            åpne.
        """),
        call_to_action(
            "Vil du prøve noen nye øyne?",
            label="Se hvem vi er",
            page="supervisors",
        ),
    ],
}
