"""The two who run Samtalslabbet."""

from cms.demo.words import credential, heading, line, text

SUPERVISORS = {
    "title": "Vi i labbet",
    "slug": "vi",
    "lead": "Två handledare som sällan är helt överens. Det märks, och det är meningen.",
}

NADIA = {
    "title": "Nadia Tegelhag",
    "slug": "nadia-tegelhag",
    "profession": "Psykolog och handledare",
    "languages_spoken": "Svenska, franska och engelska",
    "methods_used": line("Reflekterande team, kollegial grupphandledning"),
    "lead": (
        "Nadia har suttit i fler grupper än hon kan räkna, de flesta på skolor och vårdcentraler. "
        "Hon är den som ser när någon har slutat lyssna, också när det är hon själv."
    ),
    "credentials": [
        credential(
            "Handledarutbildning på avancerad nivå",
            issuer="Sundets högskola",
            extent="30 hp",
            year="Vårterminen 2013",
        ),
        credential("Legitimerad psykolog", issuer="Sundets högskola", extent="300 hp", year="2004"),
        credential(
            "Kursledare i kollegial grupphandledning",
            issuer="Nätverket Kollegor emellan",
            extent="40 timmar",
            year="2019",
            valid_until="Förnyas vart tredje år",
        ),
    ],
    "own_supervision": "Går i handledning en gång i månaden, på andra sidan sundet.",
    "body": [
        heading("Det jag är nyfiken på"),
        text("""
            Varför det tystnar när det gör det. En grupp som tystnar har nästan alltid hört något
            viktigt, och min uppgift är att ingen ska skynda förbi. Jag började som skolpsykolog och
            lärde mig mest av det som sades i korridoren efter mötet. Nu försöker jag få in
            korridoren i rummet.
        """),
    ],
}

LOVE = {
    "title": "Love Sandhamre",
    "slug": "love-sandhamre",
    "profession": "Lärare och handledare",
    "languages_spoken": "Svenska, danska och engelska",
    "methods_used": line("Kollegial grupphandledning, processhandledning"),
    "lead": (
        "Love var lärare i sexton år och handleder nu lärare, bibliotekarier och andra som får "
        "hundra frågor om dagen. Har alltid en klocka i fickan."
    ),
    "credentials": [
        credential(
            "Handledning av yrkesgrupper, avancerad nivå",
            issuer="Sundets högskola",
            extent="30 hp",
            year="Höstterminen 2014",
        ),
        credential(
            "Ämneslärare, svenska och musik",
            issuer="Sundets högskola",
            extent="270 hp",
            year="1986",
        ),
    ],
    "own_supervision": line(
        """Går i en grupp där alla är handledare och ingen leder. Byter ut halva gruppen vartannat
        år."""
    ),
    "body": [
        heading("Det jag tror på"),
        text("""
            Att folk kan mer än de hinner visa. I ett klassrum lär man sig att den bästa frågan ofta
            kommer från sista raden, fem minuter före rast. På jobbet finns det ingen sista rad, så
            vi får bygga en.
        """),
    ],
}
