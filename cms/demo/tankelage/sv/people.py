"""Who supervises at Tankeläge."""

from cms.demo.words import credential, heading, line, principles, text

SUPERVISORS = {
    "title": "Handledaren",
    "slug": "handledare",
    "lead": "Du möter samma person från första samtalet till sista träffen.",
}

LINNEA = {
    "title": "Linnea Fallmark",
    "slug": "linnea-fallmark",
    "profession": "Socionom och handledare",
    "languages_spoken": "Svenska och engelska",
    "methods_used": line("Ärende-, metod- och processhandledning, med reflekterande grupp"),
    "lead": (
        "Linnea har handlett i femton år, efter tio år som socialsekreterare och enhetschef. Hon "
        "tror på frågor som är så enkla att man först blir lite förnärmad."
    ),
    "credentials": [
        credential(
            "Handledarutbildning på avancerad nivå",
            issuer="Norrbäcka högskola",
            extent="30 hp",
            year="2010",
        ),
        credential(
            "Grupper och deras processer, fördjupning",
            issuer="Norrbäcka högskola",
            extent="7,5 hp",
            year="Våren 2016",
        ),
        credential("Socionom", issuer="Norrbäcka högskola", extent="210 hp", year="2000"),
    ],
    "own_supervision": "Går själv i handledning varje månad, och byter handledare vart tredje år.",
    "body": [
        heading("Så arbetar jag"),
        text("""
            Jag lyssnar efter orden ni använder utan att märka det. Ett ”egentligen” eller ett
            ”bara” kan vara en dörr. Sedan frågar jag, ritar upp det jag hör och låter gruppen rätta
            mig.

            Jag har ingen modell som ni ska passa in i. Däremot har jag en vana att stanna kvar när
            det blir tyst.
        """),
        principles(
            "Det här lovar jag",
            ("Jag kommer förberedd", "Efter varje träff skriver jag tre rader till nästa."),
            ("Det som sägs stannar i rummet", "Även när chefen betalar."),
            ("Jag säger till när vi är klara", "En bra handledning har ett slut."),
        ),
    ],
}
