"""Steinlia's supervisors in Norwegian."""

from cms.demo.words import (
    benefit_list,
    credential,
    heading,
    principles,
    quote,
    text,
)

SUPERVISORS = {
    "title": "Veilederne",
    "slug": "veilederne",
    """lead""": (
        "Tre mennesker med hvert sitt yrke bak seg, og en gjest som vi holder kurs sammen med. "
        "Alle får veiledning på sin egen veiledning, hele året."
    ),
}

INGRID = {
    "title": "Ingrid Aasheim",
    "slug": "ingrid-aasheim",
    "profession": "Sykepleier og veileder",
    "languages_spoken": "Norsk og engelsk",
    "methods_used": "Kartbordet, reflekterende team og skriveøvelser",
    """lead""": (
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
            "Godkjent veileder", issuer="Veilederrådet i Vest", year="2016", valid_until="Ut 2029"
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
            gruppeveiledning](page:course-group) sammen med [Jonas Refsdal](page:jonas).
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
    "methods_used": "Kartbordet, systemisk veiledning og rollespill i langsomt tempo",
    """lead""": (
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
            stille, skynder han seg ikke. Når alle er enige, spør han hvem som ville ha vært uenig.

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
    "methods_used": "Kartbordet på nett, løsningsfokusert veiledning og avtalt stillhet",
    """lead""": (
        "Aino veileder på nett fra Tammerfors. Hun har gjort skjermen til et rom der stillhet er "
        "stillhet, og ikke et tegn på at nettet er nede."
    ),
    "credentials": [
        credential(
            "Veilederutdanning", issuer="Näsinlahden opisto", extent="60 studiepoeng", year="2015"
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
            når vi tar pause, og hva vi gjør når noen faller ut. Hun åpner alltid rommet ti minutter
            før, så ingen trenger å lete etter en lenke når gruppen begynner.
        """),
        quote("Hiljaa hyvä tulee.", source="Finsk ordtak: Det gode kommer langsomt", language="fi"),
        text("""
            Vil du se hvordan hun gjør det? Hun holder det åpne webinaret
            [Skjermrommet](page:course-webinar).
        """),
    ],
}

JONAS = {
    "title": "Jonas Refsdal",
    "slug": "jonas-refsdal",
    "profession": "Skolerådgiver, gjest og medarrangør",
    "languages_spoken": "Norsk og engelsk",
    "methods_used": "Kollegaveiledning i fast rekkefølge og øvelse på gulvet",
    """lead""": (
        "Jonas er ikke ansatt hos oss, men holder kurs sammen med Ingrid. Han har fått "
        "kollegagrupper til å leve i to kommuner, også etter at han sluttet å lede dem."
    ),
    "credentials": [
        credential(
            "Rådgivning og kollegaveiledning",
            issuer="Fjordheim høgskole",
            extent="30 studiepoeng",
            year="2013",
        ),
        credential("Lektorutdanning", issuer="Skarvnes lærerskole", year="2006"),
    ],
    "own_supervision": "Kollegaveiledning annenhver uke, i en gruppe han ikke leder selv.",
    "body": [
        heading("Slik arbeider han"),
        text("""
            Jonas tror at en gruppe klarer det meste, bare den vet hvem som gjør hva, og når det er
            slutt. Derfor deler han ut roller før noen får sette seg. Tidtakeren har den viktigste.

            Han har vært skolerådgiver i atten år. Det han helst vil vise bort, er troen på at man
            må være ekspert for å hjelpe en kollega å tenke.
        """),
    ],
}
