"""Vändpunkten's course pages in Swedish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.words import (
    Words,
    benefit_list,
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
    "title": "Kursdag",
    "slug": "kurs",
    "lead": "Jag håller en enda kurs, två gånger om året. Resten av tiden handleder jag.",
}

DAY = {
    "title": "Fråga så att den andra tänker",
    "slug": "fraga-sa-att-den-andra-tanker",
    "lead": (
        "En dag om att lyssna färdigt, fråga öppet och låta bli att övertala. För dig som har "
        "samtal i ditt arbete och vill att de ska väga lättare för båda."
    ),
    "for_whom": rich("""
        För dig i socialtjänst, skola, vård, omsorg eller frivård som har samtal med människor där
        något behöver ändras. Du behöver inte kunna något om motiverande samtal i förväg.

        Är du van och vill öva på svåra partier är du lika välkommen. Det blir mycket övning och
        lite bilder.
    """),
    "body": [
        heading("Vad vi gör på en dag"),
        principles(
            "Förmiddag och eftermiddag",
            (
                "Lyssna efter skälen",
                "Att höra när någon talar för en ändring, och hjälpa det fram.",
            ),
            (
                "Fråga utan svar i fickan",
                "Hur en fråga blir öppen, och vad som får den att stänga.",
            ),
            ("Rita vilka som är med", "Familjen, skolan, chefen: vem påverkar vad?"),
            ("Öva i tre roller", "Den som berättar, den som frågar, den som bara ser på."),
            ("Ta med en mening", "Något du ska pröva redan i ditt nästa samtal."),
        ),
        benefit_list(
            "Efter dagen",
            ("Samtalen blir kortare", "När du slutar övertala behöver ingen försvara sig."),
            ("Du orkar mer", "Du bär frågan. Svaret får den andra bära."),
            ("Du hör mer", "Särskilt det som sägs i förbigående, på väg ut."),
        ),
        facts(
            "Kort om dagen",
            ("Tid", "09–16, med en lång lunch"),
            ("I priset", "Kaffe, lunch, material och intyg"),
            ("Efteråt", "Ett samtal på 20 minuter, när du vill inom två månader"),
        ),
        requirement(
            "Ta med ett samtal",
            """
            Tänk ut ett samtal som du har haft eller ska ha. Byt namn, ort och allt annat som kan
            avslöja vem det är, redan i huvudet.
            """,
        ),
        text("""
            Vi blir högst tolv. Blir det kö gör jag hellre en dag till än ställer in fler stolar.
        """),
        supervisors("Kursledare", "ylva"),
        call_to_action(
            "Jag undrar om kursdagen skulle passa på min arbetsplats.",
            label="Fråga Ylva",
            page="contact",
        ),
    ],
}

PAGES: Final[Mapping[str, Words]] = {"courses": COURSES, "course-day": DAY}
