"""Steinlia's method in Norwegian."""

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
    "title": "Metoden vår: Kartbordet",
    "menu_title": "Metoden",
    "slug": "metoden",
    """lead""": (
        "Vi legger arbeidet på bordet og ser på det sammen. Det høres enkelt ut, og det skal det "
        "være: Du skal kunne gjøre det uten oss etterpå."
    ),
    "body": [
        heading("Hvorfor et kart"),
        text("""
            Den som har gått i fjellet med andre, kjenner øyeblikket: Noen bretter ut kartet, alle
            bøyer seg over det, og plutselig ser turen annerledes ut. Slik er veiledning hos oss. Vi
            legger ut kartet, leter etter det vi ikke ser, og skriver ned neste etappe.

            Kartet er et stort ark og noen tusjer. På nett er det en tavle som alle kan tegne på. Vi
            tegner menneskene som er med, det som har hendt, og avstandene mellom dem. En sak som er
            tegnet, kan man gå rundt. En sak som bare er fortalt, blir man gjerne stående inni.
        """),
        principles("Tre prinsipper", shared("map"), shared("blind-spot"), shared("next-leg")),
        heading("En runde, minutt for minutt"),
        text("""
            En runde tar førtifem minutter. **De første ti** forteller den som har saken, og ingen
            avbryter. **De neste fem** er det stille, og alle skriver ned ett spørsmål. **Så tjue**
            minutter med spørsmål, ett om gangen, mens den som har saken, svarer bare på det hun
            vil. **Til slutt ti** der hun tenker høyt, velger ett skritt og sier når.

            Vi har en regel for råd: Den som brenner inne med et, skriver det på en lapp og legger
            den i konvolutten på bordet. Den som har saken, får konvolutten med seg hjem og åpner
            den hvis hun vil. De fleste gjør det. Mange sier at de da alt hadde funnet ut av det.
        """),
        picture(
            "ingrid",
            alt_text="Tegnet portrett av Ingrid Aasheim: lyst hår, grønn genser og rødt skjerf.",
            caption="Ingrid Aasheim tegnet det første kartet på et matpapir i 2016.",
        ),
        benefit_list(
            "Fire ting vi ser at det gir",
            shared("lighter"),
            shared("language"),
            shared("decisions"),
            shared("alive"),
        ),
        heading("På nett"),
        text("""
            Kartbordet virker også gjennom en skjerm, men ikke av seg selv. Gruppen må være mindre,
            pausene flere og stillheten avtalt. Aino har skrevet om det i
            [Skjermrommet](page:article-screen).
        """),
        for_and_against(
            "Møtes vi på nett?",
            "Det går godt når",
            [
                "dere bor langt fra hverandre",
                "gruppen har møttes før, eller er liten",
                "alle har et sted å sitte i fred",
                "dere vil møtes ofte og kort",
            ],
            "Møt oss heller i et rom når",
            [
                "gruppen er ny og uenig",
                "noe alvorlig nettopp har skjedd",
                "noen må sitte i bilen eller på vaktrommet",
                "det dere skal snakke om, er hverandre",
            ],
        ),
        heading("Når veiledning ikke er det du trenger"),
        text("""
            Veiledning er ikke behandling, og den erstatter ikke en leder. Er du syk av arbeidet,
            trenger du en lege. Er det konflikt om lønn, turnus eller et varsel, trenger dere
            tillitsvalgt og verneombud. Vi sier det når vi tror at noe annet vil hjelpe bedre.
        """),
        quote(
            "Vi ble ikke enige om alt. Men vi sluttet å gjette hva de andre tenkte.",
            source="Avdelingsleder etter et år med veiledning (oppdiktet sitat)",
        ),
        call_to_action(
            "Vil du prøve Kartbordet med egne saker?",
            label="Se kurs og grupper",
            page="courses",
        ),
    ],
}
