"""Samtalslabbet's terms, and what it says of withdrawal, privacy, cookies and accessibility."""

from cms.demo.words import rich

TERMS = {
    "title": "Kursvillkor",
    "slug": "villkor",
    "menu_title": "Villkor",
    "lead": "Det som gäller mellan dig och oss när du anmäler dig till en kurs.",
    "text": rich("""
        ## Vi som ordnar kursen

        Du gör avtal med Samtalslabbet i Malmö AB, organisationsnummer 000000-0003, Tegelgårdens
        portgång 6, 211 20 Malmö, hej@samtalslabbet.example, +46 40 628 04 27. Har en kurs en
        medarrangör står det på kursens sida. Det är ändå alltid vi som ansvarar mot dig.

        ## Anmälan

        Du är anmäld när bekräftelsen har kommit med e-post. Med kort betalar du direkt, och vi
        håller platsen under tiden. Med faktura betalar din arbetsgivare eller ditt företag inom 30
        dagar.

        ## Pris

        Priset står på kursens sida, med momsen utskriven. Kaffe, lunch båda dagarna och
        kursmaterial ingår. Resa och boende ingår inte.

        ## Avbokning

        - **30 dagar eller mer före:** utan kostnad.
        - **10 till 29 dagar före:** halva avgiften.
        - **Färre än 10 dagar före, eller om du inte kommer:** hela avgiften.

        Du får alltid skicka en kollega i stället. Byt namn via länken i bekräftelsen.

        ## Om vi ställer in

        Med färre än åtta anmälda kan vi ställa in kursen, senast 14 dagar före. Du får tillbaka
        hela avgiften. Andra kostnader, som tågbiljetter, ersätter vi inte, så vänta gärna med att
        boka dem till dess.

        ## Ångerrätt

        Privatpersoner har 14 dagars ångerrätt. Den går före avbokningsreglerna, och så här
        [ångrar du dig](page:withdrawal).

        ## Oense?

        Vi vill höra det först. Du som är konsument kan annars vända dig till Allmänna
        reklamationsnämnden. Svensk rätt gäller.
    """),
}

WITHDRAWAL = {
    "title": "Ångra en anmälan",
    "slug": "angerratt",
    "menu_title": "Ångerrätt",
    "lead": "Privatpersoner har 14 dagar på sig att tänka om. Vi frågar inte varför.",
    "text": rich("""
        ## I två steg

        Längst ner på varje sida finns ”Ångra avtalet här”. Säg vilken anmälan det gäller, bekräfta,
        och du får genast ett kvitto med datum och klockslag. Vill du hellre mejla eller skicka ett
        brev går det lika bra.

        ## Räkna dagarna

        De 14 dagarna räknas från dagen efter den då bekräftelsen kom. Är den sista dagen en lördag,
        söndag eller helgdag har du nästa vardag också.

        ## Vad som händer sedan

        Pengarna kommer tillbaka inom 14 dagar, samma väg som de kom. Har kursen redan hunnit börja,
        för att du bad om det, drar vi av för den tid som har hållits.

        ## Och arbetsgivare?

        Ångerrätten är till för konsumenter. Arbetsgivare och företag avbokar enligt
        [kursvillkoren](page:terms).
    """),
}

PRIVACY = {
    "title": "Personuppgifter",
    "slug": "personuppgifter",
    "lead": "Vad vi vet om dig, varför vi vet det och när vi glömmer det.",
    "text": rich("""
        ## Ansvarig

        Samtalslabbet i Malmö AB, hej@samtalslabbet.example.

        ## När du skriver

        Vi sparar ditt namn, din adress och det du skrev medan vi talas vid, och raderar det inom
        ett år. Vi har ett berättigat intresse av att kunna svara. Vill du inte det räcker det att
        säga till.

        ## När du anmäler dig

        Vi behöver namn och e-post till den som ska gå, och vem som betalar. Det är avtalet som ger
        oss rätt till det. Efter kursen sparar vi vad som behövs för intyg i två år.
        Bokföringsunderlag sparas i sju år, för det kräver lagen.

        Det du berättar om mat och tillgänglighet är känsligt. Det sparas för sig, med ditt
        samtycke, och är borta två veckor efter kursen. Medarrangören och köket får antal, aldrig
        namn.

        ## När du bara läser

        Då vet vi ingenting. Vi mäter inte, och kakorna står på en [egen sida](page:cookies).

        ## De som hjälper oss

        Ett webbhotell och en e-posttjänst inom EU, och Stripe för betalningar. De arbetar på vårt
        uppdrag.

        ## Din rätt

        Du får se, rätta, flytta, begränsa och få bort dina uppgifter, och ta tillbaka ett samtycke
        när som helst. Hjälper vi dig inte får du klaga hos Integritetsskyddsmyndigheten.
    """),
}

COOKIES = {
    "title": "Kakor",
    "slug": "kakor",
    "lead": "Det finns ingen ruta att klicka bort här, för det finns inget att säga ja till.",
    "text": rich("""
        ## Det korta svaret

        Du kan läsa allt på sidan utan en enda kaka. Inget mäter, inget följer dig, och vi tar
        aldrig ett ja för givet.

        ## Kakor som behövs

        - **csrftoken:** sätts när du öppnar ett formulär och skyddar det från att skickas av någon
          annan i ditt namn. Den innehåller inga uppgifter om dig.
        - **sessionid:** sätts bara när någon av oss loggar in för att ändra på sidan.

        Sådana kakor kräver inget samtycke, enligt lagen om elektronisk kommunikation.

        ## Filmer

        En film ligger hos en annan tjänst, som kan sätta egna kakor och får veta vilken dator som
        tittar. Därför visar vi bara en knapp. Inget hämtas därifrån förrän du trycker på den, och
        ditt ja gäller bara den filmen, just då. Låter du bli missar du filmen och inget annat.

        ## Ändrar du dig

        Ta bort filmen igen, eller gå till en annan sida, så hämtas inget mer. Kakor som den andra
        tjänsten redan har satt tar du bort i webbläsarens inställningar. Post- och telestyrelsen
        vakar över reglerna om kakor, och på deras webbplats kan du läsa mer.
    """),
}

ACCESSIBILITY = {
    "title": "Tillgänglighet",
    "slug": "tillganglighet",
    "lead": "Ett samtal som inte alla kan vara med i är inget bra samtal. Samma sak med en sida.",
    "text": rich("""
        ## Den här sidan

        Vi siktar på WCAG 2.2, nivå AA. Lagen om vissa produkters och tjänsters tillgänglighet gör
        undantag för mikroföretag som vi. Vi skriver det här ändå, för att du ska veta vad du kan
        vänta dig.

        ## Kända brister

        Filmen på sidan [Så funkar labbet](page:lab) kommer från en annan tjänst och har ingen
        syntolkning. Den behövs inte för att förstå resten av sidan.

        ## Labbet

        Gatuplan, automatisk dörr, hörslinga, och en toalett med plats för rullstol och assistent.
        Vi undviker parfym. På kurser finns alltid ett tyst rum.

        ## Hör av dig

        hej@samtalslabbet.example eller +46 40 628 04 27. Vi svarar inom två vardagar och ger dig
        det du behöver på ett sätt som fungerar.
    """),
}
