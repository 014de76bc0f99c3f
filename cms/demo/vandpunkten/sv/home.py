"""Vändpunkten's front page, its advice, and how to reach it."""

from cms.demo.words import (
    audience_list,
    call_to_action,
    contact_card,
    for_and_against,
    heading,
    line,
    principles,
    questions,
    quote,
    rich,
    route,
    service_cards,
    text,
)

HOME = {
    "title": "Handledning för dig som bär andras berättelser",
    "slug": "vandpunkten",
    "menu_title": "Hem",
    "lead": (
        "Jag heter Ylva och handleder människor som arbetar med människor. I Östersund, i ett rum "
        "med Storsjön utanför fönstret, eller hos er, så långt vägen är plogad."
    ),
    "body": [
        heading("Det jag tror på"),
        text("""
            Ingen ändrar sig för att någon annan har rätt. Vi ändrar oss när vi får höra oss själva
            säga det vi redan anade. Därför frågar jag mer än jag berättar, lyssnar efter det du
            redan vill och låter bli att övertala dig.

            Och ingen är ensam i sitt arbete, hur ensamt det än känns. Bakom ett svårt samtal står
            ett uppdrag, en arbetsgrupp, en budget och en familj vid köksbordet. Vi ritar upp
            alltihop och letar efter stället där något litet går att flytta.
        """),
        principles(
            "Så märks det i rummet",
            (
                "Motiverande samtal",
                """Jag utgår från dina skäl, inte mina. Du får tala till punkt, jag säger tillbaka
                vad jag hörde, och du bestämmer vad som är värt att pröva.""",
            ),
            (
                "Systemsyn",
                """Vi frågar inte vems felet är utan vad som händer mellan alla som är inblandade.
                Det brukar finnas fler dörrar än en.""",
            ),
            (
                "Nyfikenhet före svar",
                "Ett bra råd som kommer för tidigt stänger mer än det öppnar.",
            ),
        ),
        service_cards("Två sätt att komma", "individual", "group"),
        quote(
            "Jag kom för att prata om ett ärende och gick hem med en fråga till min chef.",
            source="Kurator i skolan (påhittat citat)",
        ),
        contact_card(
            "Ring innan du har tänkt färdigt",
            "Det första samtalet kostar ingenting och förbinder dig inte till något. /Ylva",
            person="ylva",
        ),
    ],
    "footer_text": rich("""
        Vändpunkten handledning är påhittat för att visa vad Kollegium kan. Varken företaget, Ylva
        eller citaten finns.
    """),
}

CHANGE = {
    "title": "Byt handledare då och då",
    "slug": "byt-handledare",
    "menu_title": "Byt handledare",
    "lead": "Ett råd som jag förlorar uppdrag på, och ger ändå.",
    "body": [
        heading("Varför?"),
        text("""
            En handledare och en grupp blir vana vid varandra. Det är skönt, och det är just det som
            är svårigheten. Efter några år vet jag vad du kommer att säga, du vet vad jag kommer att
            fråga, och vi går båda runt det där i hörnet som vi en gång kom överens om att inte tala
            om.

            En ny handledare hör orden för första gången. Det räcker långt.
        """),
        for_and_against(
            "Stanna eller gå vidare?",
            "Stanna ett tag till om",
            [
                "du fortfarande blir överraskad av frågorna",
                "ni är mitt i något som behöver få ett slut",
                "du har varit här kortare tid än ett år",
            ],
            "Det kan vara dags att byta om",
            [
                "du berättar mest det som har gått bra",
                "du kan gissa vad handledaren tänker säga",
                "det har gått tre år och ingen har frågat om ni ska fortsätta",
                "ni har blivit så goda vänner att ingen längre säger emot",
            ],
        ),
        heading("Hur ofta?"),
        text("""
            Jag brukar säga vart tredje år. Varje vår frågar jag alla som kommer till mig om de vill
            fortsätta, och jag menar frågan på allvar. När tre år har gått hjälper jag gärna till
            att hitta någon annan här i länet, eller på nätet.

            Jag gör likadant själv. Min egen handledare heter något nytt sedan i höstas.
        """),
        questions(
            "När det känns svårt att sluta",
            (
                "Blir handledaren ledsen?",
                """
                Kanske lite. Det går över, och det är inte ditt att bära. Säg det på nästa träff, så
                blir avslutet en del av arbetet.
                """,
            ),
            (
                "Ska den nya få veta vad vi har talat om?",
                """
                Nej, om du inte själv vill berätta. Jag lämnar inget vidare. Mina anteckningar är
                få, och de förstörs när vi slutar.
                """,
            ),
        ),
        call_to_action(
            "Jag funderar på att byta handledare och vill höra hur det skulle kunna gå till.",
            label="Fråga Ylva",
            page="contact",
        ),
    ],
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Jag svarar själv, oftast före lunch dagen efter.",
    "routes": [
        route("phone", "Telefon", "+46 70 174 06 31"),
        route("email", "E-post", "ylva@vandpunkten.example"),
        route("form", "Formulär", "Skriv här, det går rakt till mig"),
        route("visit", "Besök", "Vändplansvägen 4, 831 30 Östersund"),
    ],
    "opening_hours": line("Jag är i rummet tisdag till torsdag. Fredagar kör jag ut i länet."),
    "body": [
        audience_list(
            "Vilka brukar höra av sig?",
            (
                "Du som arbetar i socialtjänst eller behandling",
                "Ensam, eller tillsammans med dem du delar ärenden med.",
            ),
            (
                "Du som är kurator, pedagog eller boendestödjare",
                "Och är den enda i ditt slag på arbetsplatsen.",
            ),
            ("Du som är chef", "Och vill beställa handledning åt andra, eller åt dig själv."),
        ),
        text("""
            Berätta kort vad du arbetar med och vad som får dig att höra av dig just nu. Skriv inget
            som kan avslöja vem en klient, patient eller elev är.

            Bussen stannar hundra meter bort. Det finns en parkering på gården, med motorvärmare.
        """),
    ],
}
