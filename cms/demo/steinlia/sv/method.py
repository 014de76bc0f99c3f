"""Steinlia's method in Swedish."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    picture,
    principles,
    quote,
    shared,
    text,
)

METHOD = {
    "title": "Vår metod: Kartbordet",
    "menu_title": "Metoden",
    "slug": "metoden",
    """lead""": (
        "Vi lägger arbetet på bordet och tittar på det tillsammans. Det låter enkelt, och det ska "
        "det vara: du ska kunna göra det utan oss efteråt."
    ),
    "body": [
        heading("Varför en karta"),
        text("""
            Den som har gått i fjällen med andra känner igen ögonblicket: någon vecklar ut kartan,
            alla böjer sig över den, och plötsligt ser vandringen annorlunda ut. Så är handledning
            hos oss. Vi lägger ut kartan, letar efter det vi inte ser och skriver ner nästa etapp.

            Kartan är ett stort ark och några tuschpennor. På nätet är det en tavla som alla kan
            rita på. Vi ritar människorna som är med, det som har hänt, och avstånden mellan dem.
            Ett ärende som är ritat kan man gå runt. Ett ärende som bara är berättat blir man gärna
            stående mitt i.
        """),
        principles("Tre principer", shared("map"), shared("blind-spot"), shared("next-leg")),
        heading("Ett varv, minut för minut"),
        text("""
            Ett varv tar fyrtiofem minuter. **De första tio** berättar den som har ärendet, och
            ingen avbryter. **De följande fem** är det tyst, och alla skriver ner en fråga. **Sedan
            tjugo** minuter med frågor, en i taget, medan den som har ärendet bara svarar på det hon
            vill. **Till sist tio** då hon tänker högt, väljer ett steg och säger när.

            Vi har en regel för råd: den som inte kan hålla inne med ett skriver det på en lapp och
            lägger den i kuvertet på bordet. Den som har ärendet får med sig kuvertet hem och öppnar
            det om hon vill. De flesta gör det. Många säger att de då redan hade kommit på det
            själva.
        """),
        picture(
            "ingrid",
            alt_text="Tecknat porträtt av Ingrid Aasheim: ljust hår, grön tröja och röd halsduk.",
            caption="Ingrid Aasheim ritade den första kartan på ett smörgåspapper 2016.",
        ),
        benefit_list(
            "Fyra saker vi ser att det ger",
            shared("lighter"),
            shared("language"),
            shared("decisions"),
            shared("alive"),
        ),
        heading("På nätet"),
        text("""
            Kartbordet fungerar också genom en skärm, men inte av sig självt. Gruppen måste vara
            mindre, pauserna fler och tystnaden överenskommen. Aino har skrivit om det i
            [Skärmrummet](page:article-screen).
        """),
        for_and_against(
            "Ska vi ses på nätet?",
            "Det går bra när",
            [
                "ni bor långt från varandra",
                "gruppen har träffats förut, eller är liten",
                "alla har någonstans att sitta i fred",
                "ni vill ses ofta och kort",
            ],
            "Träffa oss hellre i ett rum när",
            [
                "gruppen är ny och oense",
                "något allvarligt just har hänt",
                "någon måste sitta i bilen eller i personalrummet",
                "det ni ska prata om är varandra",
            ],
        ),
        heading("När handledning inte är vad du behöver"),
        text("""
            Handledning är inte behandling, och den ersätter inte en chef. Är du sjuk av arbetet
            behöver du en läkare. Gäller det en konflikt om lön, schema eller en anmälan behöver ni
            facket och skyddsombudet. Vi säger det när vi tror att något annat hjälper bättre.
        """),
        quote(
            "Vi blev inte överens om allt. Men vi slutade gissa vad de andra tänkte.",
            source="Avdelningschef efter ett år med handledning (påhittat citat)",
        ),
        call_to_action(
            "Vill du pröva Kartbordet med egna ärenden?",
            label="Se kurser och grupper",
            page="courses",
        ),
    ],
}
