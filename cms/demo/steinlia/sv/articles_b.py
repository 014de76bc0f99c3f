"""Two further articles of Steinlia's, in Swedish."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    text,
)

SCREEN = {
    "title": "Skärmrummet: tystnad på nätet",
    "slug": "tystnad-pa-natet",
    """lead""": (
        "I ett rum är tystnad något vi gör tillsammans. På skärmen ser den ut som ett fel. Så kan "
        "du ge den tillbaka till gruppen."
    ),
    "body": [
        text("""
            Första gången jag ledde en grupp på nätet blev det tyst efter tjugo minuter. En av
            deltagarna hade just sagt något som kostade henne mycket. I ett vanligt rum hade vi känt
            det: någon andades ut, en såg ner, en annan lade handen på bordet. På skärmen såg jag
            sex små ansikten som inte rörde sig. Efter fyra sekunder sa någon: ”Hör ni mig?”

            Ögonblicket var borta. Ingen hade gjort något fel. Rummet var bara inte byggt för att
            vara tyst i.
        """),
        heading("Varför det så fort blir oroligt"),
        text("""
            I ett rum får vi hundra små tecken på att de andra är där. På nätet får vi nästan inga.
            Ljudet kommer lite efter bilden, och bilden visar folk från bröstet och uppåt. När ingen
            talar går det inte att se skillnad på den som tänker, den som gråter och den som har
            tappat förbindelsen. Då fyller vi tystnaden, av ren omsorg.

            Det hjälper inte att be folk stå ut med det. Det hjälper att göra tystnaden synlig.
        """),
        principles(
            "Fyra grepp som fungerar",
            (
                "Förvarna om den",
                "Säg: ”Nu är vi tysta i en minut.” Då är den din, och inte nätets.",
            ),
            (
                "Ge den något att hålla i",
                "Be alla skriva ett ord på papper. Händer som rör sig är tecken på liv.",
            ),
            (
                "Låt någon passa klockan",
                "En deltagare räcker upp handen när tiden är ute. Då slipper alla andra.",
            ),
            ("Sluta mjukt", "Fråga inte ”vad tänker ni?” utan ”vem vill läsa sitt ord?”"),
        ),
        heading("Rummet före rummet"),
        text("""
            Jag öppnar tio minuter före. Inte för att pröva ljudet, utan för att vi i ett hus skulle
            ha gått genom en korridor, hängt av oss och sagt något om vädret. De tio minuterna är
            korridoren. De som kommer då är lugnare resten av timmen.

            Jag ber också alla visa var de är. Vänd kameran mot fönstret, dörren, kaffekoppen. Då
            vet vi att det sitter någon någonstans, och att ingen står bakom.
        """),
        heading("En överenskommelse på en mening"),
        text("""
            Det värsta på nätet är när någon försvinner. Blev hon utkastad, eller gick hon? Första
            gången kommer vi överens: ”Försvinner du och inte är tillbaka på tre minuter, så ringer
            jag dig.” En mening. Sedan vi började med det har ingen blivit sittande och undrat.
        """),
        heading("När det inte går"),
        text("""
            Somligt hör inte hemma på skärmen. En grupp som aldrig har träffats och är oense. En
            händelse från i går. En deltagare som sitter i bilen för att det är enda stället med
            lugn och ro. Då skjuter vi upp det, eller reser dit. Skärmen är ett bra rum. Men den är
            inte det enda.
        """),
        call_to_action(
            "Leder du en grupp på nätet som har tystnat på fel sätt?",
            label="Fråga Aino",
            page="contact",
        ),
    ],
}

EMPLOYER = {
    "title": "Vad arbetsgivaren bör fråga om",
    "slug": "vad-arbetsgivaren-bor-fraga-om",
    """lead""": (
        "Du ska köpa handledning till ditt folk. Här är frågorna vi själva skulle ha ställt – "
        "också de som är obekväma för oss."
    ),
    "body": [
        text("""
            Att köpa handledning är inte som att köpa kontorsstolar. Du får inte se det du betalar
            för. Dörren är stängd, det som sägs därinne är inte ditt, och efter ett halvår ska du
            avgöra om det var värt pengarna. Det går. Men då måste du fråga innan ni börjar.
        """),
        heading("Om behovet"),
        text("""
            Börja hos dig själv. Vad är det du vill ska bli annorlunda? Är svaret att folk ska bli
            nöjdare med en omorganisation som är beslutad, så är handledning fel väg. Är svaret att
            de ska klara ett krävande arbete utan att bli hårda eller sjuka, så är du på rätt
            ställe.

            Fråga dem det gäller. En grupp som är beordrad använder de tre första träffarna till att
            ta reda på varför.
        """),
        heading("Om handledaren"),
        text("""
            Fråga vilken utbildning hon har i handledning, inte bara i sitt yrke. Trettio
            högskolepoäng är vanligt, sextio är mer. Fråga vem som handleder **henne**, och hur
            ofta. Svarar hon att hon inte behöver det längre, så tacka för samtalet.

            Fråga också vad hon inte tar sig an. Den som kan allt har sällan tänkt efter.
        """),
        principles(
            "Fem saker som bör stå i avtalet",
            ("Vilka som är med", "Och om det är frivilligt. Det bör det vara."),
            ("Hur ofta, hur länge och till när", "Med ett datum för att se tillbaka."),
            ("Vad du får veta", "Som regel hur många som kom, och inte mer."),
            (
                "Vad som händer om något är farligt",
                "Handledaren måste kunna säga till, och gruppen måste veta det på förhand.",
            ),
            ("Vad det kostar att flytta eller ställa in", "För båda parter."),
        ),
        heading("Om tystnadsplikt"),
        text("""
            Du kommer att undra vad de säger om dig. Det är mänskligt. Men får du veta det slutar de
            säga det, och då har du betalat för ingenting. Be hellre gruppen berätta två gånger om
            året vad den tycker att du bör veta. Då är det deras ord, och du kan använda dem.
        """),
        heading("Om verkan"),
        text("""
            Handledning syns sällan i en enda siffra. Titta efter annat: Tas svåra ärenden upp
            tidigare? Ber folk varandra om hjälp? Stannar de nya? Fråga efter tre månader och efter
            tolv, och fråga med samma ord.

            Var försiktig med den som lovar lägre sjukfrånvaro. Det kan hända. Men ingen kan lova
            dig det.
        """),
        heading("Och om pengarna inte räcker?"),
        text("""
            Då kan ni göra en del av det själva. Kollegial handledning kostar bara tid, och med lite
            övning kommer man långt. Vi håller en kurs i det. Skicka gärna två, så har de någon att
            vara nervösa tillsammans med.
        """),
        call_to_action(
            "Vill du ställa frågorna till oss?",
            label="Hör av dig",
            page="contact",
        ),
    ],
}
