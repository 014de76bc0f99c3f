"""Samtalslabbet's course pages in Swedish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.words import (
    Words,
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    heading,
    principles,
    questions,
    requirement,
    rich,
    supervisors,
    text,
)

COURSES = {
    "title": "Kurser",
    "slug": "kurser",
    "lead": "En kurs, två dagar, några gånger om året.",
}

COLLEGIAL = {
    "title": "Kollegial grupphandledning: två dagar",
    "slug": "kollegial-grupphandledning",
    "menu_title": "Kollegial grupphandledning",
    "lead": (
        "Lär dig att starta och leda en grupp där kollegor handleder varandra. Vi övar i grupper "
        "om fyra, med riktiga frågor, och du går hem med ett schema som håller."
    ),
    "for_whom": rich("""
        För dig som vill dra i gång kollegial handledning på ditt jobb: lärare, bibliotekarier,
        sjuksköterskor, socialsekreterare, handläggare, arbetsterapeuter och deras chefer.

        Ni får gärna vara två från samma arbetsplats. Det är lättare att få något att hända när man
        är två som har varit med.
    """),
    "body": [
        heading("Dag ett: att vara i gruppen"),
        principles(
            "Vi gör varvet om och om igen",
            ("Berätta kort", "Att hitta frågan i berättelsen på fem minuter."),
            ("Fråga utan råd", "Tio minuter som känns långa den första gången."),
            ("Tänka högt om andra", "Vänligt, nyfiket och utan att veta bäst."),
            ("Välja själv", "Berättaren bestämmer vad som var till nytta."),
        ),
        heading("Dag två: att hålla i gruppen"),
        text("""
            Att starta, bromsa, byta ordning och avsluta. Vad du gör när någon alltid pratar, när
            ingen gör det, och när det blir större än gruppen klarar. På eftermiddagen ritar du din
            egen grupp: vilka, när, hur länge, och vem som måste säga ja.
        """),
        audience_list(
            "Du behöver",
            ("En arbetsplats att tänka på", "Din egen, eller en som du ska börja på."),
            ("En fråga från jobbet", "Ändrad så att ingen går att känna igen."),
        ),
        benefit_list(
            "Efter kursen",
            ("Du kan leda ett varv", "Med en klocka, ett papper och lite mod."),
            ("Du har en plan", "Så konkret att den går att visa för chefen dagen efter."),
            ("Du har ett nätverk", "Vi möts på nätet en timme, två månader senare."),
        ),
        facts(
            "Kort om kursen",
            ("Tid", "Två dagar i följd, 09–16"),
            ("I priset", "Kaffe, lunch båda dagarna, arbetsbok och intyg"),
            ("Medarrangör", "Nätverket Kollegor emellan"),
            ("Språk", "Svenska, danska går bra"),
        ),
        requirement(
            "Båda dagarna hör ihop",
            "Den som missar den första dagen får plats nästa gång i stället.",
        ),
        questions(
            "Bra att veta",
            (
                "Blir jag handledare av det här?",
                """
                Nej. Du blir någon som kan leda kollegor genom ett gott samtal. Till
                handledarutbildning krävs mycket mer, och det säger vi gärna mer om.
                """,
            ),
            (
                "Vad gör medarrangören?",
                """
                Nätverket lånar ut lokalen och håller i träffen på nätet efteråt. Anmälan, pengar
                och villkor sköter vi.
                """,
            ),
        ),
        supervisors("Kursledare", "nadia", "love"),
        call_to_action(
            "Jag undrar över kursen i kollegial grupphandledning.",
            label="Fråga Nadia och Love",
            page="contact",
        ),
    ],
}

PAGES: Final[Mapping[str, Words]] = {"courses": COURSES, "course-collegial": COLLEGIAL}
