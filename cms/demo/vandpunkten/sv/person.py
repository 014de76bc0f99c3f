"""Ylva, who is all of Vändpunkten."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    credential,
    heading,
    line,
    principles,
    text,
)

SUPERVISORS = {
    "title": "Om Ylva",
    "slug": "om",
    "lead": "Det är bara jag här. Det har sina sidor, och de flesta är bra.",
}

YLVA = {
    "title": "Ylva Häggmyr",
    "slug": "ylva-haggmyr",
    "menu_title": "Ylva",
    "profession": "Socionom och handledare",
    "languages_spoken": "Svenska, norska på jämtländskt vis",
    "methods_used": line("Motiverande samtal, systemisk handledning, reflekterande team"),
    "lead": (
        "Jag har arbetat i socialtjänsten och på behandlingshem i trettio år, de senaste tio som "
        "handledare. Jag tycker om frågor som går att ta med sig på skidtur."
    ),
    "credentials": [
        credential(
            "Handledning i psykosocialt arbete, avancerad nivå",
            issuer="Storåsens högskola",
            extent="30 hp",
            year="Höstterminen 2014–vårterminen 2015",
        ),
        credential(
            "Motiverande samtal, grundkurs och fördjupning",
            issuer="Storåsens högskola",
            extent="15 hp",
            year="Vårterminen 2012",
        ),
        credential(
            "Systemteori och arbete med familjer",
            issuer="Institutet Fjällhemmet",
            extent="15 hp",
            year="Höstterminen 2017",
        ),
        credential(
            "Färdighetsprov i motiverande samtal, inspelat och bedömt",
            issuer="Institutet Fjällhemmet",
            extent="Godkänt",
            year="Senast i fjol",
            valid_until="Förnyas vart tredje år",
        ),
        credential("Socionom", issuer="Storåsens högskola", extent="210 hp", year="1994"),
    ],
    "own_supervision": line(
        """Går själv i handledning var tredje vecka, hos någon som inte arbetar i länet, och byter
        handledare vart tredje år."""
    ),
    "body": [
        heading("Varför Vändpunkten?"),
        text("""
            I slutet av en skogsväg finns det ofta en vändplan. Där stannar man, stiger ur, ser sig
            om och åker vidare åt ett håll som man har valt. Mer än så behöver en vändpunkt inte
            vara.

            Jag började handleda sedan jag själv hade haft en handledare som aldrig gav mig ett råd.
            Det irriterade mig i ett halvår. Sedan märkte jag att jag hade börjat fråga likadant på
            jobbet.
        """),
        principles(
            "Det du kan räkna med",
            ("Jag säger vad jag ser", "Vänligt och rakt på sak, och du får säga emot."),
            ("Jag håller tyst", "Det du berättar stannar hos mig, vem som än betalar."),
            ("Jag säger ifrån", "Behöver du något annat än handledning får du veta det."),
        ),
        benefit_list(
            "Jag går själv i handledning",
            (
                "För att höra mig själv",
                "Den som aldrig blir frågad slutar till slut att fråga ordentligt.",
            ),
            (
                "För din skull",
                "Någon annan hjälper mig att se när jag tycker för mycket om mina egna svar.",
            ),
        ),
        text("""
            Jag byter handledare vart tredje år och tycker att du också ska göra det. Varför har jag
            skrivit en egen sida om: Byt handledare, i menyn.

            /Ylva
        """),
        call_to_action(
            "Jag skulle vilja ha ett första samtal.", label="Skriv till Ylva", page="contact"
        ),
    ],
}
