"""The two services of Vändpunkten."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    credential,
    credentials,
    for_and_against,
    heading,
    line,
    principles,
    quote,
    requirement,
    supervisors,
    text,
)

SERVICES = {
    "title": "Handledning",
    "slug": "handledning",
    "lead": "Ensam eller i grupp. Båda börjar med ett samtal som inte kostar något.",
}

INDIVIDUAL = {
    "title": "Enskild handledning",
    "slug": "enskild",
    "lead": (
        "En timme i månaden som bara är din. För dig som bär ett uppdrag som ingen annan på "
        "arbetsplatsen har, eller som vill tänka färdigt en tanke."
    ),
    "facts_note": line("Vanligast. Vi bestämmer tillsammans efter första träffen."),
    "body": [
        heading("Vad vi gör med en timme"),
        text("""
            Du börjar var du vill. Jag frågar vad du hoppas på, vad som redan fungerar och vad som
            skulle hända om ingenting ändrades. Ibland ritar vi. Ibland övar vi på ett samtal som du
            ska ha nästa dag. Ibland är det mest tyst, och det är också arbete.
        """),
        benefit_list(
            "Det du kan ta med dig hem",
            ("En klarare fråga", "Den du kom med är sällan den du går med."),
            ("Ett nästa steg", "Så litet att det går att ta före helgen."),
            ("Lite mer luft", "Det blir lättare att höra andra när någon har hört dig."),
        ),
        audience_list(
            "För dig som är",
            ("Socialsekreterare eller behandlare", "Du har ärenden som följer med hem."),
            ("Kurator, specialpedagog eller boendestödjare", "Du saknar någon att bolla med."),
            ("Chef", "Du fattar beslut som är svåra att pröva högt hos er."),
            ("Handledare", "Du behöver en egen plats att tänka på."),
        ),
        requirement(
            "Det här är inte terapi",
            """
            Vi talar om dig i ditt arbete. Märker vi att det är något annat du behöver säger jag
            det, och hjälper dig att hitta rätt.
            """,
        ),
        supervisors("Du möter", "ylva"),
        call_to_action(
            "Vad skulle du vilja ha tänkt färdigt innan året är slut?",
            label="Skriv till Ylva",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Handledning i grupp",
    "slug": "grupp",
    "lead": (
        "För fyra till sju personer som delar uppdrag. Jag kommer till er, eller så kommer ni till "
        "sjön."
    ),
    "facts_note": line("Vanligast. Ligger ni långt bort ses vi hellre längre och mer sällan."),
    "body": [
        heading("Alla i rummet vet något"),
        text("""
            I en grupp finns det alltid fler erfarenheter än problem. Min uppgift är att de ska bli
            hörda i rätt ordning: först frågorna, sedan det ni tänker, sist det ni skulle göra.
            Den som har berättat väljer själv vad som är användbart.
        """),
        principles(
            "Så går en träff till",
            ("Alla landar", "Ett varv där ingen blir avbruten."),
            ("En berättar", "Med en fråga att lämna över, om så bara en halv."),
            ("Vi ritar", "Vilka är med? Vem vill vad? Var sitter det fast?"),
            ("Gruppen tänker högt", "Den som berättade lyssnar och slipper försvara sig."),
            ("Berättaren får sista ordet", "Vad tar du med dig, och vad lämnar du här?"),
        ),
        for_and_against(
            "Grupp eller enskilt?",
            "Grupp är bäst när",
            [
                "ni har samma slags uppdrag och vill lära av varandra",
                "ni vill arbeta mer lika utan att någon bestämmer det",
                "ni är få på orten och behöver hålla ihop",
            ],
            "Enskilt är bättre när",
            [
                "frågan handlar om någon annan i gruppen",
                "du är chef för de andra",
                "du behöver mer tid än en grupp kan ge dig",
            ],
        ),
        credentials(
            "Det jag har med mig till grupper",
            credential(
                "Grupphandledning i socialt arbete",
                issuer="Storåsens högskola",
                extent="7,5 hp",
                year="Höstterminen 2015",
            ),
            credential(
                "Handledda grupper i socialtjänst, skola och boenden",
                extent="Omkring 900 timmar",
                year="Sedan 2015",
            ),
        ),
        quote(
            """Vi hade pratat om honom i ett halvår. Hon frågade vem av oss som hade pratat med
            honom.""",
            source="Boendestödjare (påhittat citat)",
        ),
        call_to_action(
            "Hur många är ni, vad arbetar ni med, och vad skulle ni vilja bli bättre på att prata "
            "om?",
            label="Be om ett första samtal",
            page="contact",
        ),
    ],
}
