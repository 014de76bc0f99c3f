"""Tankeläge's course pages in Swedish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.words import (
    Words,
    call_to_action,
    facts,
    heading,
    principles,
    requirement,
    rich,
    supervisors,
    text,
)

COURSES = {
    "title": "Öppna grupper",
    "slug": "grupper",
    "lead": (
        "De flesta av våra grupper hör till en arbetsplats. Den öppna gruppen är till för dig som "
        "kommer ensam och vill tänka tillsammans med andra i samma roll."
    ),
}

GROUP = {
    "title": "Öppen handledningsgrupp för arbetsledare",
    "slug": "oppen-handledningsgrupp",
    "lead": (
        "Sex träffar under ett halvår för dig som leder andras arbete och behöver någonstans att "
        "tänka högt. Deltagarna kommer från olika arbetsplatser."
    ),
    "for_whom": rich("""
        För arbetsledare, gruppledare och samordnare i vård, omsorg, socialtjänst och skola. Du
        behöver ha haft rollen i minst ett halvår, så att du har något att ta med.

        Två kolleger från samma arbetsplats brukar må bra av varsin grupp. Hör av dig så hittar vi
        en lösning.
    """),
    "body": [
        heading("Vad vi gör"),
        text("""
            Vi börjar alltid med ett varv: vad har hänt sedan sist, och vad har du undvikit? Sedan
            väljer gruppen ett eller två ärenden. Ibland blir ärendet en fråga om metod, ibland om
            hur ni är mot varandra på jobbet. Då följer vi frågan.
        """),
        principles(
            "Två timmar, i den här ordningen",
            ("Varvet", "Alla säger något, ingen kommenterar."),
            ("Ärendet", "En berättar, de andra frågar. Råd får vänta till sist."),
            ("Speglingen", "Berättaren lyssnar medan gruppen tänker högt."),
            ("Orden", "Alla skriver ner en mening att ta med hem."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfattning", "Sex träffar à 120 minuter"),
            ("Hur ofta", "Ungefär en gång i månaden"),
            ("Språk", "Svenska"),
            ("Intyg", "För de timmar du har varit närvarande"),
        ),
        requirement(
            "Kom alla gånger",
            """
            Gruppen är liten. Vet du redan nu att du missar två träffar, vänta till nästa grupp.
            """,
        ),
        supervisors("Handledare", "linnea"),
        call_to_action(
            "Är du osäker på om gruppen passar? Ring eller skriv, så talas vi vid i tio minuter.",
            label="Fråga Linnea",
            page="contact",
        ),
    ],
}

PAGES: Final[Mapping[str, Words]] = {"courses": COURSES, "course-group": GROUP}
