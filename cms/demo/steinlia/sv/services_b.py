"""The second half of Steinlia's services, in Swedish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    course_cards,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

META = {
    "title": "Individuell metahandledning",
    "slug": "individuell-metahandledning",
    "lead": "Handledning på din handledning, med någon som har suttit i samma stol.",
    """facts_note""": (
        "En gång i månaden passar de flesta som har en eller två handledningsserier i gång."
    ),
    "body": [
        heading("Vem handleder handledaren?"),
        text("""
            Du är den som håller ramen, ställer frågorna och står ut med tystnaden. Men vad händer i
            dig under tiden? Varför blev du så ivrig att hjälpa just henne? Vad var det du inte
            hörde?

            I metahandledning lägger du fram något från en träff som du har lett, gärna med en kort
            ljudinspelning som den handledda har sagt ja till skriftligt. Vi ser på det du gjorde,
            på det du lät bli, och på det som händer mellan oss två medan du berättar. Det sista är
            ofta det som lär dig mest.
        """),
        audience_list(
            "För dig som handleder andra",
            shared(
                "supervisors",
                """Du har egna handledda nu, och vill se på det som händer mellan er
                medan det händer.""",
            ),
            (
                "Du som söker godkännande",
                "Du behöver dokumentera timmar, och vill att de ska vara värda mer än en siffra.",
            ),
        ),
        requirement(
            "Tio timmar gör skillnad",
            """
                Många ordningar för godkännande ber om minst **tio timmar** metahandledning. Ta reda
                på kraven där du ska söka innan du börjar. Vi för [timmarna](page:hours) så att de
                kan räknas på flera sätt.
            """,
        ),
        call_to_action(
            "Vilket ögonblick från senaste träffen tänker du fortfarande på?",
            label="Skriv till Mikael",
            page="contact",
        ),
    ],
}

META_GROUP = {
    "title": "Metahandledning i grupp",
    "slug": "metahandledning-i-grupp",
    "lead": "Tre eller fyra handledare som låter varandra se vad de gör när dörren är stängd.",
    "facts_note": "Gruppen är aldrig större än fyra, för då hinner alla lägga fram något.",
    "body": [
        heading("Att bli sedd i arbetet"),
        text("""
            Handledare är sällan vittnen till varandras arbete. Vi vet vad våra kolleger tycker om
            handledning, men inte vad de gör när en grupp är tyst i fyra minuter. I metahandledning
            i grupp får du se det, och du visar det själv.

            En lägger fram. En annan handleder, här och nu. De två sista ser på var sin sak: det som
            sägs, och det som händer. Sedan pratar vi om det från alla fyra platserna. Många säger
            att de lärde sig mest den gången de bara tittade på.
        """),
        principles(
            "Fyra stolar",
            ("Den som lägger fram", "Har ett ärende från sin egen handledning."),
            ("Den som handleder", "Arbetar i tjugo minuter medan de andra är tysta."),
            ("Den som lyssnar efter ord", "Skriver ner tre meningar precis som de föll."),
            (
                "Den som ser efter resten",
                "Lägger märke till andetag, pauser och vem som lutade sig fram.",
            ),
        ),
        course_cards("Grupper du kan söka plats i", "course-meta"),
        call_to_action(
            "Är ni tre som redan känner varandra? Då gör vi en egen grupp.",
            label="Hör av dig",
            page="contact",
        ),
    ],
}

CASE = {
    "title": "Ärendehandledning",
    "slug": "arendehandledning",
    """lead""": (
        "Var fjortonde dag, fyra till sex yrkesmänniskor och ärenden som inte kan vänta till nästa "
        "månad."
    ),
    "facts_note": "Var fjortonde dag under en avgränsad tid, till exempel från augusti till jul.",
    "body": [
        heading("När ärendet rör sig fortare än mötena"),
        text("""
            En del arbetsplatser har ärenden som ändrar sig från vecka till vecka. En familj
            flyttar, en patient skrivs ut för tidigt, en ungdom slutar komma. Då hjälper det föga
            att vänta en månad på att få tänka.

            I ärendehandledning ser vi på ett eller två ärenden varje gång, och det vi letar efter
            är handlingsutrymmet: Vad är beslutat, vad är möjligt, och vad har ni inte tänkt på än?
            Ansvaret för ärendet ligger hela tiden kvar hos den som har det.
        """),
        benefit_list(
            "Det ni går hem med",
            ("En karta som alla har ritat", "Där det står vad ni vet, och vad ni bara tror."),
            shared(
                "decisions",
                "Ni kan skriva ner vad ni övervägde, och varför ni valde som ni gjorde.",
            ),
            ("Ett nästa steg", "Med ett datum och någon som tar det."),
        ),
        requirement(
            "Inga namn i rummet",
            """
                Vi arbetar bara med ärenden där ingen kan kännas igen. Ändra kön, ålder och plats om
                det behövs. Står sekretessen i vägen hittar vi en annan fråga att ställa.
            """,
        ),
        call_to_action(
            "Hur många ärenden har ni nu som någon borde ha tänkt på tillsammans?",
            label="Fråga om ärendehandledning",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Process- och förändringshandledning",
    "slug": "processhandledning",
    """lead""": (
        "När två avdelningar blir en, när ett arbetssätt tar slut, eller när ingen vet vad som "
        "kommer."
    ),
    """facts_note""": (
        "Vi kommer överens om omfattningen för varje uppdrag, som regel mellan tre och åtta "
        "månader."
    ),
    "body": [
        heading("Förändring är också en förlust"),
        text("""
            Den som leder en förändring ligger gärna ett halvår före dem som ska leva i den. Chefen
            har sörjt färdigt och vill vidare. De andra har just fått höra det. Mycket av det som
            kallas motstånd är människor som försöker rädda något som de vet är värt att ta vara på.

            Vi följer er genom det: några träffar för dem som leder, några för dem som ska göra
            arbetet, och några för alla. På vägen ritar vi samma karta om och om igen, så att ni ser
            hur långt ni har kommit.
        """),
        principles(
            "Så går ett uppdrag till",
            ("Klargörande", "Vi pratar med chefen, de fackliga och några av dem det gäller."),
            (
                "Plan",
                """Ni får ett skriftligt förslag på två sidor, med pris och ett ställe
                att stanna på.""",
            ),
            ("Träffar", "Mellan fem och tolv, i små och stora grupper."),
            ("Efteråt", "Vi kommer tillbaka efter tre månader och frågar vad som blev kvar."),
        ),
        questions(
            "Innan ni frågar oss",
            (
                "Kan ni säga oss om förändringen är klok?",
                "Nej. Det avgör ni. Vi hjälper er att genomföra den utan att förlora varandra.",
            ),
            (
                "När är det för tidigt?",
                """När det inte är bestämt om något ska ändras. Då är det medbestämmande
                ni behöver, inte handledning.""",
            ),
        ),
        call_to_action(
            "Vad är ni rädda att förlora?",
            label="Be om ett förslag",
            page="contact",
        ),
    ],
}

NEW_GRADUATES = {
    "title": "Handledning för nyutexaminerade",
    "slug": "nyutexaminerade",
    "lead": "Sex träffar under det första året, tillsammans med andra som också är nya.",
    "facts_note": "Sex träffar fördelade över det första arbetsåret. Arbetsgivaren betalar.",
    "body": [
        heading("Det första året kommer inte igen"),
        text("""
            Du kan mer än du tror, och mindre än du önskar. Alla andra verkar veta var handskarna
            ligger och vad som inte ska sägas på morgonmötet. Många nya använder så mycket kraft på
            att verka lugna att det är lite kvar att lära sig med.

            I gruppen är alla nya. Där kan du säga att du inte vågade ringa läkaren, att du grät i
            bilen, eller att du har upptäckt något som de andra har slutat se. Det sista är till
            nytta för hela arbetsplatsen.
        """),
        audience_list(
            "Vilka grupperna är till för",
            shared("new-graduates"),
            shared(
                "health",
                "Du är i ditt första år som sjuksköterska, undersköterska eller fysioterapeut.",
            ),
            shared("schools", "Du har din första klass, och föräldramötet är om tre veckor."),
        ),
        quote(
            "Jag trodde att jag var den enda som övade på telefonsamtal i duschen.",
            source="Behandlingspedagog i sitt första år (påhittat citat)",
        ),
        questions(
            "För dig som är arbetsgivare",
            (
                "Är det här samma sak som introduktion?",
                """Nej. Rutinerna får ni lära ut själva. Här lär sig de nya att använda
                sitt omdöme, och att be om hjälp i tid.""",
            ),
            (
                "Vi har bara en eller två nya. Går det?",
                "Ja. Då sätter vi ihop en grupp från flera arbetsplatser.",
            ),
        ),
        call_to_action(
            "Hur många nya får ni i år?",
            label="Fråga om plats",
            page="contact",
        ),
    ],
}

CONSULTATION = {
    "title": "Enstaka konsultation",
    "slug": "konsultation",
    """lead""": (
        "Ett samtal på nätet om ett ärende. Sedan är du klar, eller så vet du vad du vill gå "
        "vidare med."
    ),
    """facts_note""": (
        "En timme räcker som regel. Behöver ärendet mer plats avsätter vi nittio minuter."
    ),
    "body": [
        heading("När du inte behöver en serie"),
        text("""
            Du har ett samtal i morgon och vet inte hur du ska börja. Du har blivit ombedd att leda
            en kollegial grupp. Du har ett ärende där allt är prövat. Det krävs inte ett halvår för
            att tänka på det. Det krävs en bra timme.

            Skriv två meningar om vad det gäller, så svarar vi inom två arbetsdagar med förslag på
            tid. Vi ses på nätet. Efteråt får du kartan vi ritade, och en fråga att ta med dig.
        """),
        for_and_against(
            "Räcker en timme?",
            "Ett enda samtal räcker när",
            [
                "frågan är tydlig och brådskar",
                "valet du står inför är ditt",
                "du vill pröva handledning innan du bestämmer dig",
            ],
            "Välj en serie när",
            [
                "samma sak har hänt tre gånger",
                "flera är berörda och bör vara med",
                "du märker att ärendet har satt sig i kroppen",
            ],
        ),
        requirement(
            "Ingen jourtelefon",
            """
                Är det fara för liv och hälsa ska du ringa nödnumret eller din egen chef. Vi svarar
                på dagtid, och ger inte råd om behandling av enskilda.
            """,
        ),
        call_to_action(
            "Vad är din fråga, i två meningar?",
            label="Skriv den till oss",
            page="contact",
        ),
    ],
}
