"""Steinlia's list of articles and the first three, in Swedish."""

from cms.demo.words import (
    call_to_action,
    heading,
    principles,
    quote,
    requirement,
    text,
)

ARTICLES = {
    "title": "Artiklar",
    "slug": "artiklar",
    """lead""": (
        "Det vi har lärt oss av att göra fel, nedskrivet så att du slipper göra alla fel själv."
    ),
}

AGREEMENTS = {
    "title": "Fem överenskommelser före gruppens första timme",
    "slug": "fem-overenskommelser",
    """lead""": (
        "De flesta grupper som slutar gör det för något som kunde ha klarats av på en kvart. Här "
        "är de fem saker vi alltid pratar om först."
    ),
    "body": [
        text("""
            En grupp som ska börja med handledning har bråttom. Somliga har väntat i ett halvår. Det
            ligger ärenden och bränner, och ingen har lust att använda den första timmen till
            regler. Vi gör det ändå. Inte för att vi är förtjusta i regler, utan för att vi har sett
            vad som händer utan dem.
        """),
        heading("1. Vad är vi här för?"),
        text("""
            Fråga tio deltagare vad handledning är, och du får elva svar. En vill lätta på trycket.
            En vill bli skickligare. En är skickad av sin chef och väntar på att få veta varför.
            Allt detta får plats i samma grupp, men bara om det blir sagt.

            Vi låter varje deltagare avsluta en mening: ”Jag är nöjd till jul om …” Sedan hänger vi
            meningarna på väggen. Där får de hänga kvar.
        """),
        heading("2. Vad stannar i rummet?"),
        text("""
            Alla svarar tystnadsplikt, och alla menar något lite olika. Får jag berätta hemma att
            jag blev rörd? Får jag säga till en kollega att hon borde ta upp det där ärendet igen?
            Får chefen veta vilka som brukar komma?

            Våra grupper brukar landa i detta: Det du själv sa och lärde dig är ditt, och det får du
            ta med dig. Det andra sa stannar här. Ett ärende tas upp igen bara av den som äger det.
            Skriv ner det med era egna ord.
        """),
        heading("3. Vad gör vi när någon inte kommer?"),
        text("""
            En grupp tål att folk blir sjuka. Den tål dåligt att sitta och vänta. Kom överens om vem
            man säger till, hur sent man får komma, och hur få ni kan vara innan ni ställer in. Hos
            oss är siffran tre.

            Prata också om schemat. Går halva gruppen skift måste någon ha sagt ja till att
            handledning är arbetstid. Det är en överenskommelse med arbetsgivaren, och den bör vara
            skriftlig.
        """),
        heading("4. Hur säger vi att något inte fungerar?"),
        text("""
            Förr eller senare kommer det en timme som blev fel. Handledaren gick för fort fram,
            någon blev sittande med gråten, eller samtalet gick i cirklar. Då är det för sent att ta
            reda på hur man säger det.

            Vi avsätter de fem sista minuterna varje gång till en fråga: Vad bör vi göra annorlunda
            nästa gång? I början svarar alla ”ingenting”. Efter tre gånger kommer det första ärliga
            svaret. Det är då gruppen börjar.
        """),
        heading("5. När slutar vi?"),
        text("""
            En grupp utan slut blir en vana. Sätt ett datum redan nu, till exempel efter sex
            träffar. Då ser ni tillbaka och väljer: fortsätta, förändra eller tacka för sällskapet.
            Att sluta är inte att misslyckas. Några av våra bästa grupper varade i fem månader.
        """),
        principles(
            "Att ta med sig",
            ("Syftet", "En mening från var och en."),
            ("Tystnadsplikt", "Med egna ord, på ett papper."),
            ("Närvaro", "Vem, när och hur få."),
            ("Kritik", "Fem minuter, varje gång."),
            ("Slut", "Ett datum innan ni börjar."),
        ),
        text("""
            Hela samtalet tar en timme. Det ser ut som förlorad tid. Vi har ännu inte mött en grupp
            som ville ha den tillbaka.
        """),
        call_to_action(
            "Ska ni börja snart och vill ha hjälp med den första timmen?",
            label="Fråga om en träff",
            page="contact",
        ),
    ],
}

ATTESTATION = {
    "title": "Så läser du ett handledningsintyg",
    "slug": "las-ett-handledningsintyg",
    """lead""": (
        "”Har deltagit i handledning, 30 timmar.” Vad säger det egentligen? En kort läshjälp för "
        "den som får ett intyg, och för den som ska bedöma ett."
    ),
    "body": [
        text("""
            Ett handledningsintyg ser ut som ett enkelt papper. Det har ett namn, en siffra och en
            underskrift. Men två intyg med samma siffra kan styrka mycket olika saker. Den ena har
            suttit ensam med en erfaren handledare. Den andra har varit en av fjorton i ett
            mötesrum. Båda har trettio timmar.
        """),
        heading("Hur lång är en timme?"),
        text("""
            I handledning är en timme ofta fyrtiofem minuter. Somliga räknar sextio. Skillnaden är
            inte liten: trettio timmar à fyrtiofem minuter är tjugotvå och en halv timme på klockan.
            Står det inte på intyget hur lång timmen är, så fråga.

            Hos oss skriver vi minuterna först och timmarna sedan. Då kan den som läser räkna om
            själv.
        """),
        heading("Fick du, eller gav du?"),
        text("""
            Det finns tre roller. Du kan ha **fått** handledning. Du kan ha **gett** den. Eller så
            kan du ha fått handledning på den handledning du gav, det vill säga metahandledning. De
            ska inte läggas ihop. Den som söker godkännande som handledare måste som regel visa alla
            tre, var för sig.
        """),
        heading("Hur många var ni?"),
        text("""
            Ensam får du hela timmen. I en grupp på fyra får du kanske en fjärdedel av den till ditt
            eget ärende, men du lär dig av de andra tre. I en grupp på tolv är det långt mellan
            gångerna. Somliga ordningar drar därför av när gruppen är stor, och somliga godtar inte
            fler än fyra. Ett bra intyg säger hur många som var närvarande, inte bara hur många som
            var anmälda.
        """),
        heading("Vem handledde?"),
        text("""
            Namnet räcker inte. Det som räknas är vilken utbildning och vilket godkännande
            handledaren hade **då**. En handledare som godkändes i mars var det inte i januari.
            Därför bör det stå ett datum vid varje träff, eller åtminstone den första och den sista.
        """),
        requirement(
            "Sex saker som ska stå där",
            """
                - vem som fick intyget
                - när träffarna var, och hur många minuter de varade
                - om timmarna är fådda, givna eller metahandledning
                - hur många som var närvarande
                - vem som handledde, och med vilket godkännande
                - vem man kan fråga
            """,
        ),
        heading("Det som inte ska stå"),
        text("""
            Ett intyg säger inte vad ni pratade om. Det säger inte om du var duktig. Skriver någon
            att du har ”redogjort för dina känslor på ett moget sätt”, så har de skrivit ett omdöme
            och inte ett intyg. Be om ett nytt.
        """),
        heading("Samla medan du minns"),
        text("""
            Det vanligaste felet är att vänta. Handledaren flyttar, arbetsplatsen slås ihop med en
            annan, och kalendern från den tiden är borta. Be om intyget när serien är slut, och lägg
            det där du hittar det om tio år. Mer om hur vi för timmarna står under [Timmar och
            intyg](page:hours).
        """),
        call_to_action(
            "Har du ett intyg som du inte blir klok på? Vi läser det gärna tillsammans med dig.",
            label="Skriv till oss",
            page="contact",
        ),
    ],
}

CHANGE = {
    "title": "När är det dags att byta handledare?",
    "slug": "byta-handledare",
    """lead""": (
        "En bra handledare lär känna dig. En dag känner hon dig lite för väl. Så märker du det, "
        "och så säger du det."
    ),
    "body": [
        text("""
            Jag har haft fyra handledare. Den första var jag rädd för, den andra blev jag fäst vid,
            den tredje grälade jag med, och den fjärde har jag nu. Alla fyra gav mig något. Två av
            dem hade jag för länge.

            Det är lätt att bli kvar. Att börja om betyder att berätta allt en gång till, för någon
            som inte vet vem du är. Ändå tror jag att de flesta av oss borde byta oftare än vi gör,
            för det är den nya som frågar om det självklara.
        """),
        principles(
            "Det kan vara dags när",
            ("Du vet vad hon kommer att fråga", "Och har svaret klart i bilen på väg dit."),
            ("Ni mest skrattar", "Skratt är bra. Men vem ska då säga det som inte är roligt?"),
            (
                "Det finns något du inte tar upp",
                "Inte för att det är hemligt, utan för att hon kunde bli besviken.",
            ),
            (
                "Du har fått ett annat jobb",
                "En handledare som var rätt för avdelningen är inte alltid rätt för chefsrummet.",
            ),
            ("Du går ut som du kom in", "En gång är ingenting. Tre gånger är ett svar."),
        ),
        heading("Det som inte är ett tecken"),
        text("""
            Att det är obehagligt betyder inte att det är fel. Från några av de timmar jag har lärt
            mig mest av gick jag hem arg. Ta en träff till innan du bestämmer dig, och fråga dig
            själv: Är det handledaren jag vill bort ifrån, eller frågan?

            Det omvända gäller också. Att det är trevligt är inget skäl att bli kvar. Du betalar
            inte för en vän.
        """),
        heading("Så säger du det"),
        text("""
            Säg det på en träff, inte i ett mejl efteråt. Säg det tidigt, så att ni får tid. Du
            behöver inte ha något klagomål. ”Jag tror att jag behöver bli sedd av nya ögon” räcker.

            En bra handledare blir inte sårad. Hon frågar vad du har fått, vad du saknade, och vad
            du vill att nästa ska veta. Be om en kvart till just det. Den kvarten är bland det
            nyttigaste ni gör tillsammans.
        """),
        quote(
            """Hon tackade mig för att jag sa det. Då förstod jag att jag hade väntat ett
            år för länge.""",
            source="Fysioterapeut i individuell handledning (påhittat citat)",
        ),
        heading("När gruppen vill byta"),
        text("""
            I en grupp är det svårare. Några vill byta, några vill inte, och de flesta vill helst
            slippa säga något. Låt handledaren själv ta upp det. Hos oss gör vi det efter tio
            träffar: vi ber gruppen prata en halvtimme utan oss, och komma tillbaka med ett av tre
            svar. Stanna, förändra, byta.

            Blir det byta, hjälper vi till att hitta nästa. Det är inte alltid någon av oss.
        """),
        heading("Och handledaren?"),
        text("""
            Också en handledare kan säga att det är nog. Vi gör det när vi märker att vi har slutat
            bli förvånade. Det är märkligt att höra första gången. Men den som säger det har
            fortfarande ögonen öppna.
        """),
        call_to_action(
            "Vill du pröva några nya ögon?",
            label="Se vilka vi är",
            page="supervisors",
        ),
    ],
}
