"""What Steinlia has written, in Norwegian."""

from cms.demo.words import (
    call_to_action,
    course_cards,
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
        heading("Fem tegn"),
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
        heading("Fire grep som virker"),
        principles(
            "Prøv dette",
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
        course_cards("Vil du øve på det?", "course-webinar"),
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
        heading("Om rammen"),
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
        course_cards("Kurset vi snakker om", "course-group"),
        call_to_action(
            "Vil du stille oss spørsmålene?",
            label="Ta kontakt",
            page="contact",
        ),
    ],
}
