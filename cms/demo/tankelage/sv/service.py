"""The one service that Tankeläge sells, in depth."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    line,
    principles,
    questions,
    quote,
    requirement,
    text,
)

SERVICES = {
    "title": "Handledning",
    "slug": "handledning",
    "lead": "En tjänst, med tre ingångar och många sätt att använda den.",
}

SERVICE = {
    "title": "Handledning i grupp",
    "slug": "i-grupp",
    "lead": (
        "Fem till åtta personer, samma handledare, ungefär en gång i månaden. Ni bestämmer var vi "
        "börjar: i ett ärende, i en metod eller i det som händer mellan er."
    ),
    "facts_note": line("Så ser det vanligen ut. Upplägget anpassas alltid efter er."),
    "body": [
        heading("Tre ingångar, en i taget eller tillsammans"),
        text("""
            Alla grupper börjar någonstans. Ibland med ett ärende som gnager, ibland med en metod
            som inte riktigt sitter, ibland med något i samarbetet. Vi börjar där ni är och byter
            ingång när frågan gör det. De flesta grupper har använt alla tre innan första året är
            slut.
        """),
        benefit_list(
            "Var ni kan börja",
            (
                "Ärendet",
                """Vi stannar vid ett ärende i taget och ser det från fler håll än ett: den ni
                möter, du själv, uppdraget, och det som ingen har sagt högt.""",
            ),
            (
                "Metoden",
                """Vi övar på det arbetssätt ni har valt, tills det bär även en dålig dag. Vi ser
                vad ni faktiskt gör, bredvid det som står i handboken.""",
            ),
            (
                "Processen",
                """Vi tittar på hur ni arbetar tillsammans: vem som tar ordet, vem som bär vad, och
                vad som händer när ni inte är överens.""",
            ),
        ),
        audience_list(
            "För alla nivåer i en verksamhet",
            ("Medarbetare", "Ni som möter människorna och behöver varandra för att orka tänka."),
            ("Arbetsledare", "Du som står mittemellan och förväntas ha svar åt båda hållen."),
            ("Chefer", "Du som fattar beslut om andras arbete och sällan får pröva dem högt."),
            ("Ledningsgrupper", "Ni som ska dra åt samma håll och först måste se vart ni drar."),
        ),
        text("""
            Chefer och medarbetare sitter sällan i samma grupp. Vill ni ändå det bestämmer vi först
            tillsammans vad som får föras vidare, och vad som inte får det.
        """),
        principles(
            "En träff, från början till slut",
            ("Landa", "Tio minuter. Alla säger något kort, ingen kommenterar."),
            ("Välja", "Vad är viktigast i dag? Gruppen väljer en fråga, högst två."),
            (
                "Undersöka",
                """En timme. Den som äger frågan berättar, de andra frågar. Handledaren ritar,
                bromsar och byter vinkel.""",
            ),
            ("Pröva", "Vad kan du göra på torsdag? Vi säger det högt, så att det blir av."),
            ("Stänga", "En mening var att ta med sig ut."),
        ),
        for_and_against(
            "När grupphandledning hjälper, och när något annat är bättre",
            "Det passar när",
            [
                "ni delar uppdrag eller yrke, men sällan hinner tänka ihop",
                "ni är nya tillsammans, eller har jobbat så länge att ingen längre frågar",
                "något har hänt som behöver förstås innan det går att lämna",
            ],
            "Börja hellre någon annanstans när",
            [
                "en konflikt ska utredas: det är arbetsgivarens ansvar, och vi tar över efteråt",
                "någon mår så dåligt att det är vård som behövs",
                "det redan är bestämt vad gruppen ska komma fram till",
            ],
        ),
        requirement(
            "Tre saker vi ber om",
            """
            Att alla kommer varje gång, att telefonerna är avstängda, och att den som beställer
            aldrig ber om att få veta vad som har sagts.
            """,
        ),
        heading("Femton år i samma stol"),
        text("""
            Linnea Fallmark har handlett sedan 2010: socialtjänst, hemtjänst, psykiatri, skola och
            boenden, från nattpersonal till förvaltningsledning. Hon har själv varit både
            socialsekreterare och enhetschef, och minns hur en onsdag såg ut.
        """),
        quote(
            "Hon frågade vad jag egentligen var rädd för. Det var inte alls ärendet.",
            source="Socialsekreterare, barn och unga (påhittat citat)",
        ),
        questions(
            "Det många undrar",
            (
                "Vad kostar det?",
                """
                Priset beror på hur långa träffarna är och var vi ses. Du får en offert efter det
                inledande samtalet, med och utan moms. Samtalet kostar ingenting.
                """,
            ),
            (
                "Kan vi byta ut någon i gruppen under tiden?",
                """
                Ja, mellan terminerna. Under terminen stänger vi dörren, för att alla ska veta vilka
                som hör det de säger.
                """,
            ),
            (
                "Kan vi ses på nätet?",
                """
                Någon enstaka gång, när vädret eller avståndet kräver det. En grupp som bara ses på
                skärm skickar vi hellre till någon som gör just det.
                """,
            ),
            (
                "Hur länge ska man hålla på?",
                """
                Minst en termin, sällan mer än tre år med samma handledare. Sedan mår de flesta bra
                av en ny röst.
                """,
            ),
        ),
        call_to_action(
            "Vad skulle ni behöva tala om, om ni hade två timmar?",
            label="Svara oss",
            page="contact",
        ),
    ],
}
