"""Steinlia's catalogue and the first half of its services, in Swedish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

SERVICES = {
    "title": "Tjänster",
    "slug": "tjanster",
    """lead""": (
        "Tolv sätt att få handledning på. Siffrorna är det vanliga hos oss. Vad som passar er tar "
        "vi reda på tillsammans innan vi börjar."
    ),
}

INDIVIDUAL = {
    "title": "Individuell handledning",
    "slug": "individuell-handledning",
    "lead": "En timme för dig ensam, med en handledare som minns vad du sa förra gången.",
    """facts_note""": (
        "Det vanliga är var tredje eller fjärde vecka. I en tung period kan vi ses oftare."
    ),
    "body": [
        heading("När det hjälper att vara två"),
        text("""
            Somligt går inte att säga i en grupp. Kanske är du ensam i din roll. Kanske handlar det
            om en kollega, om ett fel du gjorde, eller om att du inte vet om du orkar ett år till.
            Då är det skönt med en timme där ingen annan ska ha plats.

            Du bestämmer vad timmen ska handla om. Vi frågar, ritar det du berättar och håller fast
            vid det du sa var viktigt. Till sist väljer du ett steg, och nästa gång börjar vi med
            hur det gick.
        """),
        audience_list(
            "De som brukar komma",
            shared("health"),
            shared("pastoral"),
            shared("schools"),
            shared("leaders"),
        ),
        for_and_against(
            "Ensam eller i grupp?",
            "Välj individuell handledning när",
            [
                "du har en roll som ingen annan på stället har",
                "ärendet inte kan berättas utan att någon blir igenkänd",
                "du behöver arbeta i din egen takt",
            ],
            "Välj hellre en grupp när",
            [
                "du saknar kolleger att tänka tillsammans med",
                "du vill se hur andra löser samma sak",
                "arbetsgivaren vill att fler ska få handledning",
            ],
        ),
        call_to_action(
            "Vad skulle du ha använt en timme till, om du fick en i morgon?",
            label="Fråga om en första timme",
            page="contact",
        ),
    ],
}

PAIR = {
    "title": "Handledning i par",
    "slug": "handledning-i-par",
    "lead": "Två kolleger, en handledare och ett ärende som ni delar – eller som ligger mellan er.",
    "facts_note": "Vi ses som regel en gång i månaden, så länge ni har något att arbeta med.",
    "body": [
        heading("Två som är beroende av varandra"),
        text("""
            Två kontaktpersoner kring samma människa. Två lärare med en klass. En chef och en
            biträdande chef. När två ska dra åt samma håll märker alla andra snabbt om de inte gör
            det.

            I handledning i par pratar vi om arbetet ni har gemensamt. Var och en ritar sin karta
            över ärendet, utan att titta på den andras. Sedan lägger vi dem bredvid varandra.
            Skillnaderna är sällan ett fel. De är det ni har att lära av.
        """),
        principles(
            "Det vi kommer överens om första gången",
            ("Båda pratar lika länge", "Den som brukar vara tyst börjar."),
            ("Ingen av er är ärendet", "Vi ser på arbetet mellan er, inte på vem som har rätt."),
            ("Ni äger det som sägs", "Chefen får veta att ni träffas, inte vad ni pratar om."),
        ),
        requirement(
            "Båda måste vilja",
            """
                Är ni i en konflikt som någon har anmält, är det arbetsgivaren som ska ta hand om
                den. Då kan handledning i par komma efteråt, men inte i stället.
            """,
        ),
        call_to_action(
            "Vem skulle du ha tagit med dig?",
            label="Skriv till oss",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Grupphandledning",
    "slug": "grupphandledning",
    """lead""": (
        "En fast grupp, en fast dag i månaden och ett ärende i taget. Det är vad de flesta har hos "
        "oss."
    ),
    "facts_note": "Vi börjar gärna med ett halvår och ser sedan tillsammans om ni vill fortsätta.",
    "body": [
        heading("Det händer något när fler tittar på samma karta"),
        text("""
            Den som är mitt i ett ärende ser det som är närmast. De andra står lite längre bort och
            ser något annat. I gruppen får du låna deras blick en halvtimme, utan att någon tar över
            ditt ärende.

            Gruppen är densamma varje gång. Efter tre, fyra träffar kan ni rytmen, och då går ni
            djupare. Vi tar emot grupper från en arbetsplats, och [öppna
            grupper](page:course-open-group) där deltagarna kommer var för sig.
        """),
        audience_list(
            "Grupper vi ofta har",
            shared("health"),
            shared(
                "home-care",
                """Ni går åt varsitt håll hela veckan. I gruppen träffas ni för en gångs
                skull utan jackan på.""",
            ),
            shared("mental-health"),
            shared("child-welfare"),
            shared("schools"),
        ),
        principles(
            "En träff på nittio minuter",
            ("Varvet", "Var och en säger i två meningar hur det gick med etappen från sist."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        quote(
            "Det bästa var inte svaren. Det var att upptäcka att jag inte var ensam om frågan.",
            source="Behandlingsassistent, deltagare i grupp (påhittat citat)",
        ),
        call_to_action(
            "Vilka ska sitta runt bordet, och vad har ni prövat förut?",
            label="Fråga om en grupp",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Teamhandledning",
    "slug": "teamhandledning",
    """lead""": (
        "För er som arbetar nära samma människor och måste vara tillräckligt eniga för att stå ut "
        "tillsammans."
    ),
    "facts_note": "Två timmar i månaden är vanligt. Hela teamet är med, också de som går natt.",
    "body": [
        heading("Ett team är något annat än en grupp"),
        text("""
            I en grupp hjälper deltagarna varandra med varsitt ärende. I ett team är ärendet allas.
            Det den ena gör på förmiddagen måste den andra leva med på kvällen. Därför handlar
            teamhandledning både om dem ni är till för, och om hur ni är tillsammans i det.

            Vi börjar med en vecka som den var. Vem visste vad, och när? Var försvann något mellan
            två pass? Det som såg ut som oenighet visar sig ofta vara två som inte hade fått samma
            besked.
        """),
        benefit_list(
            "Det ett team kan vänta sig",
            shared("language"),
            shared("decisions"),
            ("Färre samtal i korridoren", "Det som hör hemma på bordet läggs på bordet."),
        ),
        questions(
            "Det chefer brukar fråga",
            (
                "Ska jag som chef vara med?",
                """Det avgör vi tillsammans. Ofta är chefen med första och sista gången,
                och teamet för sig självt däremellan.""",
            ),
            (
                "Får jag veta vad de pratar om?",
                "Nej. Teamet bestämmer själv vad det vill ta vidare till dig, och säger det själv.",
            ),
        ),
        call_to_action(
            "Hur såg förra veckan ut hos er?",
            label="Berätta kort",
            page="contact",
        ),
    ],
}

WORK_COMMUNITY = {
    "title": "Arbetsplatshandledning",
    "slug": "arbetsplatshandledning",
    """lead""": (
        "Sex träffar för en hel arbetsplats som vill titta på hur den har det, och hur den vill ha "
        "det."
    ),
    "facts_note": "Sex träffar under ett halvår. Är ni fler än fjorton är vi två handledare.",
    "body": [
        heading("När det är stället som behöver tänka"),
        text("""
            Ibland är det inte ett ärende eller ett team som har fastnat, utan hela stället. Folk är
            trogna och trötta. Det nya kom innan det gamla var färdigt. Alla har en förklaring, och
            ingen har sagt den högt.

            I arbetsplatshandledning ritar vi arbetsplatsen som ett landskap: var det är lätt att
            gå, var det har blivit lerigt, och var ingen går längre. Sedan väljer ni ett ställe att
            börja på. Chefen är med, och säger från början vad som kan ändras och vad som ligger
            fast.
        """),
        principles(
            "Sex träffar, en riktning",
            ("Första och andra", "Vi lyssnar och ritar. Ingen ska försvara något."),
            ("Tredje till femte", "Ni prövar det ni har valt, och vi ser på hur det gick."),
            ("Sjätte", "Ni skriver ner vad ni vill hålla fast vid, och vem som vakar över det."),
        ),
        requirement(
            "Ingen kartläggning",
            """
                Arbetsplatshandledning ersätter inte en kartläggning av arbetsmiljön, ett
                skyddsombud eller hanteringen av en anmälan. Vi frågar om något sådant pågår innan
                vi säger ja.
            """,
        ),
        call_to_action(
            "Vad är det ni alla vet, men som ingen säger?",
            label="Be om ett samtal",
            page="contact",
        ),
    ],
}

LEADER = {
    "title": "Chefshandledning",
    "slug": "chefshandledning",
    "lead": "En timme var tredje vecka med någon som inte vill ha något av dig.",
    "facts_note": "De flesta chefer har en timme var tredje vecka i ett år.",
    "body": [
        heading("Alla vill ha något av en chef"),
        text("""
            De över dig vill ha siffror. De under dig vill ha tid. Själv skulle du gärna veta om det
            du gör fungerar. Chefshandledning är en plats att tänka en tanke färdigt på, innan du
            måste stå för den i ett möte.

            Vi arbetar med det du har framför dig: samtalet du bävar för, beslutet som ingen blir
            glad av, eller medarbetaren du inte når fram till. Öva gärna högt. Det är bättre att
            säga det fel här först.
        """),
        audience_list(
            "Chefer vi möter",
            shared(
                "leaders",
                """Du är ny i rollen, eller har haft den så länge att ingen längre frågar
                hur det går.""",
            ),
            ("Gruppledare", "Du ska leda dem du nyss var kollega med."),
            (
                "Rektorer och enhetschefer",
                "Du står mellan dem som bestämmer och dem som ska göra det.",
            ),
        ),
        for_and_against(
            "Handledning eller något annat?",
            "Chefshandledning är för dig som vill",
            [
                "förstå din egen del i det som händer",
                "öva på svåra samtal",
                "stå ut med att vänta lite innan du svarar",
            ],
            "Välj något annat om du behöver",
            [
                "juridiska råd i ett personalärende",
                "någon som fattar beslutet åt dig",
                "utbildning i budget, schema eller system",
            ],
        ),
        call_to_action(
            "Vilket samtal har du skjutit upp längst?",
            label="Hör av dig",
            page="contact",
        ),
    ],
}
