"""Steinlia's supervisors in Swedish."""

from cms.demo.words import (
    benefit_list,
    credential,
    heading,
    principles,
    quote,
    text,
)

SUPERVISORS = {
    "title": "Handledarna",
    "slug": "handledarna",
    """lead""": (
        "Tre människor med varsitt yrke bakom sig, och en gäst som vi håller kurs tillsammans med. "
        "Alla får handledning på sin egen handledning, hela året."
    ),
}

INGRID = {
    "title": "Ingrid Aasheim",
    "slug": "ingrid-aasheim",
    "profession": "Sjuksköterska och handledare",
    "languages_spoken": "Norska och engelska",
    "methods_used": "Kartbordet, reflekterande team och skrivövningar",
    """lead""": (
        "Ingrid har arbetat på medicinavdelning, i hemsjukvården och på palliativ enhet. Hon "
        "startade Steinlia för att hon saknade en plats där det var tillåtet att inte vara färdig."
    ),
    "credentials": [
        credential(
            "Vidareutbildning i handledning",
            issuer="Fjordheim høgskole",
            extent="60 högskolepoäng",
            year="2014",
        ),
        credential(
            "Godkänd handledare",
            issuer="Veilederrådet i Vest",
            year="2016",
            valid_until="Till och med 2029",
        ),
        credential("Kandidatexamen i omvårdnad", issuer="Fjordheim høgskole", year="2003"),
    ],
    "own_supervision": "Tolv timmar metahandledning om året, hos en handledare utanför Steinlia.",
    "body": [
        heading("Så arbetar hon"),
        text("""
            Ingrid tar god tid på sig i början. Först vill hon veta vilka som är med i ärendet, vad
            som är sagt högt och vad som bara är tänkt. Sedan ritar hon upp det tillsammans med
            gruppen. Ofta visar det sig att frågan låg någon annanstans än där vi letade.

            Hon handleder enskilda, grupper och team, och leder kursen i [kollegial
            grupphandledning](page:course-group) tillsammans med [Jonas Refsdal](page:jonas).
        """),
        benefit_list(
            "Det folk brukar säga att de får med sig",
            ("Språk för det som förut bara var en oro", ""),
            (
                "En plan som tål en stressig dag",
                "Ett steg som du kan ta på nästa pass, inte tio goda föresatser.",
            ),
            ("Kolleger som vet vad du står i", ""),
        ),
    ],
}

MIKAEL = {
    "title": "Mikael Sundell",
    "slug": "mikael-sundell",
    "profession": "Socionom och handledare",
    "languages_spoken": "Svenska och norska",
    "methods_used": "Kartbordet, systemisk handledning och rollspel i långsam takt",
    """lead""": (
        "Mikael kom från Umeå till Bergen med femton år i socialtjänst och beroendevård bakom sig. "
        "Han handleder dem som måste fatta beslut medan ärendet fortfarande rör sig."
    ),
    "credentials": [
        credential(
            "Handledarutbildning i psykosocialt arbete",
            issuer="Norrbäcka högskola",
            extent="30 högskolepoäng",
            year="2017",
        ),
        credential(
            "Metahandledning",
            issuer="Dokumenterad i timöversikt",
            extent="62 timmar",
            year="2017–i dag",
        ),
        credential("Socionom", issuer="Norrbäcka högskola", year="2001"),
    ],
    "own_supervision": "Metahandledning i grupp varje månad, tillsammans med tre andra handledare.",
    "body": [
        heading("Så arbetar han"),
        text("""
            Mikael är mest intresserad av det som händer mellan människorna i rummet. När en grupp
            blir tyst har han ingen brådska. När alla är eniga frågar han vem som skulle ha varit
            oenig.

            Han leder [metahandledningen](page:course-meta) för handledare som vill dokumentera
            timmar, och tar emot arbetslag som har det svårt tillsammans.
        """),
        principles(
            "Tre saker han ber alla grupper komma överens om",
            ("Vi börjar och slutar i tid", "Då kan alla våga gå djupare däremellan."),
            ("Vi pratar om arbetet, inte om klienten", "Ingen ska kunna kännas igen."),
            (
                "Vi säger till när vi inte är med",
                "Också när det är handledaren som har tappat tråden.",
            ),
        ),
    ],
}

AINO = {
    "title": "Aino Lehtoranta",
    "slug": "aino-lehtoranta",
    "profession": "Psykologisk rådgivare och handledare",
    "languages_spoken": "Finska, svenska och engelska",
    "methods_used": "Kartbordet på nätet, lösningsfokuserad handledning och överenskommen tystnad",
    """lead""": (
        "Aino handleder på nätet från Tammerfors. Hon har gjort skärmen till ett rum där tystnad "
        "är tystnad, och inte ett tecken på att nätet ligger nere."
    ),
    "credentials": [
        credential(
            "Handledarutbildning", issuer="Näsinlahden opisto", extent="60 studiepoäng", year="2015"
        ),
        credential(
            "Att leda grupper på nätet",
            issuer="Näsinlahden opisto",
            extent="10 studiepoäng",
            year="Hösten 2020",
        ),
    ],
    "own_supervision": "Egen handledning varannan vecka, och metahandledning fyra gånger om året.",
    "body": [
        heading("Så arbetar hon"),
        text("""
            Aino planerar varje träff på nätet som ett möte runt ett bord: vem som sitter var, när
            vi tar paus, och vad vi gör när någon faller bort. Hon öppnar alltid rummet tio minuter
            före, så att ingen behöver leta efter en länk när gruppen börjar.
        """),
        quote(
            "Hiljaa hyvä tulee.", source="Finskt ordspråk: Det goda kommer långsamt", language="fi"
        ),
        text("""
            Vill du se hur hon gör? Hon håller det öppna webbinariet
            [Skärmrummet](page:course-webinar).
        """),
    ],
}

JONAS = {
    "title": "Jonas Refsdal",
    "slug": "jonas-refsdal",
    "profession": "Skolrådgivare, gäst och medarrangör",
    "languages_spoken": "Norska och engelska",
    "methods_used": "Kollegial handledning i fast ordning och övning på golvet",
    """lead""": (
        "Jonas är inte anställd hos oss, men håller kurs tillsammans med Ingrid. Han har fått "
        "kollegiala grupper att leva i två kommuner, också sedan han slutade leda dem."
    ),
    "credentials": [
        credential(
            "Rådgivning och kollegial handledning",
            issuer="Fjordheim høgskole",
            extent="30 högskolepoäng",
            year="2013",
        ),
        credential("Lärarutbildning", issuer="Skarvnes lærerskole", year="2006"),
    ],
    "own_supervision": "Kollegial handledning varannan vecka, i en grupp som han inte leder själv.",
    "body": [
        heading("Så arbetar han"),
        text("""
            Jonas tror att en grupp klarar det mesta, bara den vet vem som gör vad och när det är
            slut. Därför delar han ut roller innan någon får sätta sig. Tidtagaren har den
            viktigaste.

            Han har varit skolrådgivare i arton år. Det han helst vill bli av med är tron att man
            måste vara expert för att hjälpa en kollega att tänka.
        """),
    ],
}
