"""Steinlia's own pages in Norwegian, the language that they were written in."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    facts,
    heading,
    picture,
    principles,
    quote,
    supervisors,
    text,
)

HOME = {
    "title": "Faglig veiledning for deg som hjelper andre",
    "slug": "steinlia",
    "lead": (
        "Vi er tre veiledere i Bergen og på nett. Hos oss får du tid, struktur og gode spørsmål "
        "til det i arbeidet som ikke lar seg løse mellom to vakter."
    ),
    "body": [
        heading("Tid til å tenke, før neste vakt"),
        text("""
            Mye av jobben din skjer mellom regelverk og mennesker. Der finnes det sjelden ett
            riktig svar, og det er tungt å lete etter det alene. Faglig veiledning er avtalt tid,
            en fast ramme og noen som spør – til du ser hva du gjør, hvorfor du gjør det, og hva
            du vil prøve neste gang.

            Noen kommer til oss alene. De fleste kommer i gruppe. Det som blir sagt i rommet, blir
            i rommet.
        """),
        audience_list(
            "Hvem vi veileder",
            (
                "Helsepersonell",
                """Du bærer hendelser med deg fra vakt til vakt, og trenger et sted å legge dem
                fra deg og se på dem.""",
            ),
            (
                "Ansatte i barnevern og sosialtjeneste",
                """Du tar valg som griper inn i andres liv, og vil tenke høyt før du tar dem.""",
            ),
            (
                "Lærere og rådgivere",
                """Du er den eneste voksne i rommet, men skal ikke være alene om det
                vanskelige.""",
            ),
            (
                "Ledere",
                """Du har ansvar for andres arbeidsdag, og få å snakke med om din egen.""",
            ),
            (
                "Veiledere",
                """Du veileder selv, og vil ha metaveiledning på det du gjør.""",
            ),
        ),
        facts(
            "Slik er en gruppe hos oss",
            ("Hvor ofte", "Som regel én gang i måneden"),
            ("Hvor lenge", "90–120 minutter"),
            ("Hvor mange", "Fem til åtte deltakere"),
            ("Hvor", "Hos oss i Bergen, hos dere eller på nett"),
        ),
        quote(
            """Jeg kom med en sak jeg trodde var ferdig. Jeg gikk hjem med spørsmålet jeg ikke
            hadde turt å stille.""",
            source="Sykepleier, deltaker i gruppe (oppdiktet sitat)",
        ),
        supervisors("Veilederne", "ingrid", "mikael", "aino"),
        call_to_action(
            """Lurer du på om veiledning er noe for deg eller for dere? Avklaringssamtalen tar en
            halvtime, er gratis og forplikter ikke til noe.""",
            label="Ta kontakt",
            page="contact",
        ),
    ],
}

SUPERVISORS = {
    "title": "Veilederne",
    "slug": "veilederne",
    "lead": (
        "Tre mennesker med hvert sitt yrke bak seg. Alle får veiledning på sin egen veiledning, "
        "hele året."
    ),
}

INGRID = {
    "title": "Ingrid Aasheim",
    "slug": "ingrid-aasheim",
    "profession": "Sykepleier og veileder",
    "languages_spoken": "Norsk og engelsk",
    "lead": (
        "Ingrid har arbeidet på medisinsk post, i hjemmesykepleien og på palliativ enhet. Hun "
        "startet Steinlia fordi hun savnet et sted der det var lov å ikke være ferdig."
    ),
    "credentials": [
        credential(
            "Videreutdanning i faglig veiledning",
            issuer="Fjordheim høgskole",
            extent="60 studiepoeng",
            year="2014",
        ),
        credential(
            "Godkjent veileder",
            issuer="Veilederrådet i Vest",
            extent="Gjelder ut 2029",
            year="2016",
        ),
        credential("Bachelor i sykepleie", issuer="Fjordheim høgskole", year="2003"),
    ],
    "own_supervision": "Tolv timer metaveiledning i året, hos en veileder utenfor Steinlia.",
    "body": [
        heading("Slik arbeider hun"),
        text("""
            Ingrid tar god tid i starten. Først vil hun vite hvem som er med i saken, hva som er
            sagt høyt, og hva som bare er tenkt. Så tegner hun det opp sammen med gruppen. Ofte
            viser det seg at spørsmålet lå et annet sted enn der vi lette.

            Hun veileder enkeltpersoner, grupper og team, og leder kurset i [kollegial
            gruppeveiledning](page:course-group) sammen med Jonas Refsdal.
        """),
        benefit_list(
            "Det folk pleier å si at de får med seg",
            ("Språk for det som før bare var en uro", ""),
            (
                "En plan som tåler en travel dag",
                "Ett skritt som du kan ta på neste vakt, ikke ti gode forsetter.",
            ),
            ("Kolleger som vet hva du står i", ""),
        ),
    ],
}

MIKAEL = {
    "title": "Mikael Sundell",
    "slug": "mikael-sundell",
    "profession": "Sosionom og veileder",
    "languages_spoken": "Svensk og norsk",
    "lead": (
        "Mikael kom fra Umeå til Bergen med femten år i barnevern og rusomsorg bak seg. Han "
        "veileder dem som må ta avgjørelser mens saken fortsatt beveger seg."
    ),
    "credentials": [
        credential(
            "Veilederutdanning i psykososialt arbeid",
            issuer="Norrbäcka högskola",
            extent="30 studiepoeng",
            year="2017",
        ),
        credential(
            "Metaveiledning",
            issuer="Dokumentert i timeoversikt",
            extent="62 timer",
            year="2017–i dag",
        ),
        credential("Sosionom", issuer="Norrbäcka högskola", year="2001"),
    ],
    "own_supervision": "Metaveiledning i gruppe hver måned, sammen med tre andre veiledere.",
    "body": [
        heading("Slik arbeider han"),
        text("""
            Mikael er mest opptatt av det som skjer mellom menneskene i rommet. Når en gruppe blir
            stille, skynder han seg ikke. Når alle er enige, spør han hvem som ville ha vært
            uenig.

            Han leder [metaveiledningen](page:course-meta) for veiledere som vil dokumentere timer,
            og tar imot arbeidslag som har det vanskelig sammen.
        """),
        principles(
            "Tre ting han ber alle grupper bli enige om",
            ("Vi begynner og slutter på tiden", "Da kan alle våge å gå dypere i mellomtiden."),
            ("Vi snakker om arbeidet, ikke om klienten", "Ingen skal kunne kjennes igjen."),
            (
                "Vi sier ifra når vi ikke er med",
                "Også når det er veilederen som har mistet tråden.",
            ),
        ),
    ],
}

AINO = {
    "title": "Aino Lehtoranta",
    "slug": "aino-lehtoranta",
    "profession": "Psykologisk rådgiver og veileder",
    "languages_spoken": "Finsk, svensk og engelsk",
    "lead": (
        "Aino veileder på nett fra Tammerfors. Hun har gjort skjermen til et rom der stillhet er "
        "stillhet, og ikke et tegn på at nettet er nede."
    ),
    "credentials": [
        credential(
            "Veilederutdanning",
            issuer="Näsinlahden opisto",
            extent="60 studiepoeng",
            year="2015",
        ),
        credential(
            "Gruppeledelse på nett",
            issuer="Näsinlahden opisto",
            extent="10 studiepoeng",
            year="Høsten 2020",
        ),
    ],
    "own_supervision": "Egen veiledning annenhver uke, og metaveiledning fire ganger i året.",
    "body": [
        heading("Slik arbeider hun"),
        text("""
            Aino planlegger hver samling på nett som et møte rundt et bord: hvem som sitter hvor,
            når vi tar pause, og hva vi gjør når noen faller ut. Hun åpner alltid rommet ti
            minutter før, så ingen trenger å lete etter en lenke når gruppen begynner.
        """),
        quote("Hiljaa hyvä tulee.", source="Finsk ordtak: Det gode kommer langsomt", language="fi"),
        text("""
            Vil du se hvordan hun gjør det? Hun holder det åpne webinaret
            [Skjermrommet](page:course-webinar).
        """),
    ],
}

ABOUT = {
    "title": "Om oss",
    "slug": "om-oss",
    "lead": (
        "Steinlia er en liten praksis med en egen måte å arbeide på. Vi kaller den Kartbordet, "
        "fordi det begynner med at vi legger arbeidet på bordet og ser på det sammen."
    ),
    "body": [
        heading("Kartbordet"),
        text("""
            Den som har gått i fjellet med andre, kjenner øyeblikket: Noen bretter ut kartet, alle
            bøyer seg over det, og plutselig ser turen annerledes ut. Slik er veiledning hos oss.
            Vi legger ut kartet, leter etter det vi ikke ser, og skriver ned neste etappe.
        """),
        principles(
            "Tre prinsipper",
            (
                "Legg ut kartet",
                """Den som har saken, forteller uavbrutt. Gruppen tegner: hvem er med, hva har
                hendt, hva vet vi ikke?""",
            ),
            (
                "Finn blindsonen",
                """Vi spør i stedet for å gi råd. Alle nevner ett sted på kartet som ingen har sett
                på ennå.""",
            ),
            (
                "Noter neste etappe",
                """Den som har saken, velger ett skritt, og sier når det skal tas. Ved neste
                samling begynner vi der.""",
            ),
        ),
        picture(
            "ingrid",
            alt_text="Tegnet portrett av Ingrid Aasheim: lyst hår, grønn genser og rødt skjerf.",
            caption="Ingrid Aasheim startet Steinlia i 2016.",
        ),
        benefit_list(
            "Fire ting vi ser at det gir",
            (
                "Du bærer mindre med deg hjem",
                "En sak som ligger på bordet, ligger ikke lenger bare i deg.",
            ),
            (
                "Dere får et felles språk",
                "Det blir lettere å be om hjelp når alle vet hva en blindsone er.",
            ),
            (
                "Beslutningene blir bedre begrunnet",
                "Du kan si hva du valgte bort, og hvorfor.",
            ),
            (
                "Faget holder seg levende",
                "Det dere undrer dere over i veiledningen, tar dere med tilbake til vaktrommet.",
            ),
        ),
        heading("Når veiledning ikke er det du trenger"),
        text("""
            Veiledning er ikke behandling, og den erstatter ikke en leder. Er du syk av arbeidet,
            trenger du en lege. Er det konflikt om lønn, turnus eller et varsel, trenger dere
            tillitsvalgt og verneombud. Vi sier det når vi tror at noe annet vil hjelpe bedre.
        """),
        quote(
            "Vi ble ikke enige om alt. Men vi sluttet å gjette hva de andre tenkte.",
            source="Avdelingsleder etter et år med veiledning (oppdiktet sitat)",
        ),
        call_to_action(
            "Vil du prøve Kartbordet med egne saker?",
            label="Se kurs og grupper",
            page="courses",
        ),
    ],
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Ring, skriv eller stikk innom. Vi svarer på e-post innen to virkedager.",
    "body": [
        facts(
            "Her finner du oss",
            ("E-post", "post@steinlia.example"),
            ("Telefon", "+47 00 12 34 56, mandag til torsdag 9–15"),
            ("Besøk", "Kartbordsmuget 3, 5003 Bergen"),
            ("Organisasjonsnummer", "000 000 001"),
        ),
        heading("Slik kommer du i gang"),
        principles(
            "Fra første e-post til første samling",
            (
                "Fortell kort hva det gjelder",
                """To setninger holder. Skriv ikke noe som kan si hvem en pasient, elev eller
                klient er.""",
            ),
            (
                "Avklaringssamtale",
                """En halvtime på telefon eller video. Vi finner ut hva dere trenger, og om vi er
                de rette.""",
            ),
            (
                "Tilbud og veiledningsavtale",
                """Du får et skriftlig tilbud med hyppighet, varighet og pris. Sier du ja, skriver
                vi en avtale.""",
            ),
        ),
        heading("Finn fram"),
        text("""
            Inngangen er den grønne døren innerst i smuget. Det er heis til rommet vårt i andre
            etasje, og et toalett med plass til rullestol. Nærmeste bybanestopp er sju minutter
            unna til fots. Si fra hvis du trenger tilrettelegging, så ordner vi det før du kommer.

            Steinlia er diktet opp for å vise hva Kollegium kan: praksisen, menneskene og sitatene
            finnes ikke.
        """),
    ],
}
