"""What employers and those who document hours need to know, in Swedish."""

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
    "title": "För arbetsgivare",
    "slug": "for-arbetsgivare",
    "lead": "Pris, faktura och avtal på en sida, så att du slipper ringa för att få veta det.",
    "prices": [
        price(
            "Individuell handledning, 60 minuter", "1 450 NOK", "Även individuell metahandledning"
        ),
        price("Handledning i par, 75 minuter", "1 900 NOK"),
        price("Ärendehandledning, 90 minuter", "4 200 NOK", "Hela gruppen"),
        price(
            "Grupphandledning, 120 minuter", "5 200 NOK", "Hela gruppen, fem till åtta deltagare"
        ),
        price("Teamhandledning, 120 minuter", "5 400 NOK", "Hela teamet"),
        price("Chefshandledning, 60 minuter", "1 650 NOK"),
        price(
            "Arbetsplatshandledning, sex träffar à 120 minuter",
            "36 000 NOK",
            "Två handledare från femton deltagare: 54 000 NOK",
        ),
        price(
            "Handledning för nyutexaminerade, sex träffar à 90 minuter",
            "25 200 NOK",
            "Hela gruppen, eller 4 600 NOK för en plats",
        ),
        price("Enstaka konsultation, 60 minuter på nätet", "1 450 NOK", "90 minuter: 2 000 NOK"),
        price(
            "Process- och förändringshandledning",
            "Från 24 000 NOK",
            "Fast pris efter det inledande samtalet",
        ),
    ],
    "body": [
        text("""
            Priserna är i norska kronor, gäller per träff och är utan moms. Handledning som ni köper
            till era egna anställda är rådgivning med 25 % moms. Våra kurser i Norge är undervisning
            och momsfria. Kommer vi till er i Bergen ingår resan. Annars kommer vi överens om resan
            på förhand.
        """),
        facts(
            "Faktura och e-faktura",
            ("Organisationsnummer", "Vi hittar adressen själva."),
            ("Er referens", "Namn eller kod för den som ska godkänna fakturan"),
            ("Ordernummer", "Om ni använder det"),
            ("Fakturaadress", "E-post, eller e-faktura till offentliga verksamheter"),
            ("Förfallodatum", "14 dagar. En serie faktureras efter varje träff."),
        ),
        heading("Handledningsavtalet"),
        text("""
            Innan en serie börjar skriver vi ett avtal på en sida. Det säger vilka som är med, hur
            ofta och hur länge, vad det kostar, vad ni får veta, och när vi ser tillbaka. Ni kan
            säga upp avtalet med en månads varsel. Vi ber inte om något skäl, men blir glada för
            ett.
        """),
        download(
            "Ett handledningsavtal på en sida",
            "agreement",
            """Mallen vi själva använder, på norska. Fyll i det som står inom parentes,
            och använd den som ni vill, också med andra handledare.""",
        ),
        principles(
            "Om något måste flyttas",
            ("Mer än sju dagar före", "Vi hittar en ny tid, och det kostar ingenting."),
            ("Två till sju dagar före", "Ni betalar hälften, om vi inte kan använda tiden."),
            ("Senare än så", "Ni betalar träffen. Är det vi som blir sjuka betalar ni inte."),
        ),
        audience_list(
            "Vem som får vad",
            (
                "Arbetsgivaren",
                "Får veta hur många som kom, och gruppens egna ord om hur det går. Inte mer.",
            ),
            ("Deltagaren", "Får arbetstid till det, och intyg på sina timmar efteråt."),
            ("Handledaren", "Får arbetsro, och säger till om något är farligt för någon."),
        ),
        benefit_list(
            "Därför köper arbetsgivare handledning",
            shared("language"),
            shared("decisions"),
            ("Nya stannar kvar", "Den som har någonstans att fråga slutar sällan fråga."),
        ),
        credentials(
            "Det våra handledare har",
            credential("Utbildning i handledning", issuer="Alla tre", extent="30–60 högskolepoäng"),
            credential(
                "Egen metahandledning", issuer="Alla tre", extent="Minst tio timmar om året"
            ),
            credential("Utdrag ur belastningsregistret", issuer="Visas när arbetet kräver det"),
        ),
        questions(
            "Det inköpare frågar om",
            ("Kan vi få ett ramavtal?", "Ja, för ett eller två år. Skicka gärna er egen mall."),
            (
                "Har ni personuppgiftsbiträdesavtal?",
                """Vi behandlar nästan ingenting för er räkning. Behöver ni ett avtal för
                deltagarlistan skriver vi under det.""",
            ),
        ),
        call_to_action(
            """Berätta hur många ni är, och vad ni vill med det. Du får en skriftlig
            offert inom fem arbetsdagar.""",
            label="Be om offert",
            page="contact",
        ),
    ],
}

HOURS = {
    "title": "Timmar och intyg",
    "slug": "timmar-och-intyg",
    "lead": "Så räknar vi timmar, så skriver vi ner dem, och så kan andra se att det stämmer.",
    "body": [
        heading("En timme är inte alltid en timme"),
        text("""
            Somliga ordningar räknar en handledningstimme som 45 minuter. Andra räknar 60. Somliga
            drar av när gruppen är stor. Därför skriver vi ner det som faktiskt hände, och låter
            uträkningen komma sedan. Byter du ordning om fem år går dina timmar fortfarande att
            räkna.
        """),
        facts(
            "Det vi skriver ner för varje träff",
            ("Datum och längd", "I minuter, så som klockan visade"),
            ("Roll", "Fått handledning, gett handledning eller fått metahandledning"),
            ("Form", "Individuellt, i par, grupp eller team – i ett rum eller på nätet"),
            ("Antal närvarande", "De som var där, inte de som var anmälda"),
            ("Handledare", "Namn och godkännande den dagen"),
        ),
        text("""
            Vi skriver **aldrig** ner vad ni pratade om. Inte ens i stödord.
        """),
        heading("Ett exempel"),
        text("""
            Du har varit på fem av sex träffar i en grupp, var och en på 120 minuter. Det är 600
            minuter. Räknat i timmar à 45 minuter blir det 13 timmar och 15 minuter. Räknat i timmar
            à 60 minuter blir det 10 timmar. Intyget säger båda delarna, och att ni var sex i
            gruppen.
        """),
        principles(
            "Två slags papper",
            (
                "Kursintyg",
                """Efter en kurs, med titel, datum och timmar. Det kommer med e-post när
                kursen är slut.""",
            ),
            (
                "Handledningsintyg",
                "Efter en serie, med alla träffar. Du kan också be om det under tiden.",
            ),
        ),
        requirement(
            "Borta en gång?",
            """
                Vi skriver bara de timmar du var närvarande. Var du borta en halvtimme drar vi av en
                halvtimme. Det är tråkigt, men det är därför någon kan lita på intyget.
            """,
        ),
        heading("Så kan intyget kontrolleras"),
        text("""
            Varje intyg har ett nummer och ett datum. Den som får det kan skriva till
            post@steinlia.example, uppge numret och få veta om intyget är utfärdat av oss. Vi säger
            ja eller nej, och inget utöver det som står på det.

            Är du osäker på hur man läser ett har vi skrivit [en kort
            läshjälp](page:article-attestation).
        """),
        questions(
            "Om godkännande",
            (
                "Räknas timmarna där jag ska söka?",
                """Fråga dem som godkänner innan du börjar. Vi fyller gärna i deras
                blankett, men vi kan inte lova vad de svarar.""",
            ),
            (
                "Hur länge har ni kvar mina timmar?",
                """I tio år, om du inte ber oss ta bort dem tidigare. Efter det är det
                bara du som har dem.""",
            ),
        ),
        call_to_action(
            "Behöver du ett intyg, eller saknas något på det du har?",
            label="Skriv till oss",
            page="contact",
        ),
    ],
}
