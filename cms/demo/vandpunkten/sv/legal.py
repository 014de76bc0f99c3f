"""Vändpunkten's terms, and what it says of withdrawal, privacy and accessibility."""

from cms.demo.words import rich

TERMS = {
    "title": "Villkor för kursdagen",
    "slug": "villkor",
    "menu_title": "Villkor",
    "lead": "Kort och utan finstil. Undrar du över något, ring före anmälan.",
    "text": rich("""
        ## Du och jag

        Du gör avtal med Vändpunkten handledning i Östersund AB, organisationsnummer 000000-0002,
        Vändplansvägen 4, 831 30 Östersund, ylva@vandpunkten.example, +46 70 174 06 31. Villkoren
        gäller kurser. För handledning skriver vi ett eget avtal.

        ## Anmälan och betalning

        Platsen är din när du har fått bekräftelsen med e-post. Priset, momsen och summan står på
        sidan innan du skickar anmälan. Du betalar med kort. Arbetsgivare och företag kan välja
        faktura, som ska betalas inom 20 dagar.

        I priset ingår kaffe, lunch, kursmaterial och intyg.

        ## Om du inte kan komma

        - **21 dagar eller mer före kursdagen:** Det kostar ingenting.
        - **7 till 20 dagar före:** Du betalar halva avgiften.
        - **Mindre än 7 dagar före, eller om du uteblir:** Du betalar hela avgiften.

        Skicka gärna någon annan i ditt ställe. Det kostar ingenting, men säg till vem som kommer.

        ## Om jag inte kan komma

        Blir jag sjuk, eller om färre än fem har anmält sig, ställer jag in eller flyttar dagen. Du
        väljer själv om du vill ha en ny plats eller pengarna tillbaka, allihop och inom 14 dagar.
        För få anmälda får du veta senast en vecka före.

        ## Ångerrätt

        Är du privatperson har du 14 dagars ångerrätt: se [Ångerrätt](page:withdrawal). Den gäller
        före reglerna ovan.

        ## Det som sägs på kursen

        Vi övar på verkliga situationer. Ändra allt som kan röja vem det handlar om, och för inte
        vidare vad andra har berättat.

        ## Om vi blir oense

        Ring mig. Hjälper inte det kan du som är konsument få saken prövad av Allmänna
        reklamationsnämnden, och jag följer vad nämnden säger. Svensk rätt gäller.
    """),
}

WITHDRAWAL = {
    "title": "Ångerrätt",
    "slug": "angerratt",
    "lead": "Du som betalar själv får ändra dig i 14 dagar.",
    "text": rich("""
        ## Så ångrar du dig

        Gå till ”Ångra avtalet här” längst ner på sidan, fyll i det som står i din bekräftelse och
        bekräfta. Kvittot kommer med detsamma. Går det inte, skriv eller ring. Du behöver inte ge
        något skäl.

        ## När fristen går ut

        14 dagar efter den dag då du fick bekräftelsen. Det räcker att du säger till före midnatt
        den sista dagen.

        ## Vad du får tillbaka

        Hela kursavgiften, på samma kort, inom 14 dagar. Ligger kursdagen inom ångerfristen och du
        har bett om att få gå ändå, betalar du för den del som redan har hållits.

        ## Vem det gäller

        Privatpersoner. För arbetsgivare och företag gäller avbokningsreglerna i
        [villkoren](page:terms). De gäller också för dig när ångerfristen är slut.
    """),
}

PRIVACY = {
    "title": "Personuppgifter",
    "slug": "personuppgifter",
    "lead": "Jag är van att hålla tyst om saker. Det gäller här också.",
    "text": rich("""
        ## Ansvarig

        Vändpunkten handledning i Östersund AB. Frågor går till ylva@vandpunkten.example.

        ## Det jag sparar

        - **Din förfrågan:** så länge vi talas vid, och högst sex månader efter det. Grunden är att
          jag behöver den för att svara dig och kanske komma överens med dig.
        - **Din anmälan:** namn, e-post, vem som betalar och det du har svarat på. Grunden är
          avtalet. Den tas bort ett år efter kursen.
        - **Fakturor och betalningar:** i sju år efter det år då de hör hemma, enligt
          bokföringslagen.
        - **Det du inte kan äta:** bara om du själv skriver det, och bara till veckan efter kursen.
          Köket får veta antal, aldrig namn.

        Om vad vi talar om i handledningen finns det inga uppgifter i det här systemet alls.

        ## Hjälp jag tar av andra

        Ett webbhotell och en e-posttjänst inom EU, och Stripe för kort och fakturor. De får inte
        använda uppgifterna till något eget.

        ## Kakor

        Här finns inga kakor som följer dig. Läs mer under [Kakor](page:cookies).

        ## Du bestämmer

        Du kan be att få se uppgifterna, rätta dem, få dem raderade eller flyttade, eller säga nej
        till hur jag använder dem. Tycker du att jag gör fel kan du klaga hos
        Integritetsskyddsmyndigheten.
    """),
}

COOKIES = {
    "title": "Kakor",
    "slug": "kakor",
    "lead": "Till kaffet finns det kakor. På webbplatsen nästan inga.",
    "text": rich("""
        ## När du läser

        Inga alls. Ingen ser vilka sidor du har läst eller hur länge.

        ## När du skriver till mig eller anmäler dig

        Då sätts en kaka som heter csrftoken. Den ser till att formuläret verkligen kommer från dig.
        Den är nödvändig, och därför säger lagen att jag inte behöver be om lov.

        ## När jag själv loggar in

        Då sätts en kaka som heter sessionid, i min webbläsare och inte i din.

        ## Om det ändras

        Vill jag någon gång visa en film från en annan webbplats får du först en fråga, och filmen
        hämtas inte förrän du har svarat ja. Reglerna vakas av Post- och telestyrelsen.
    """),
}

ACCESSIBILITY = {
    "title": "Tillgänglighet",
    "slug": "tillganglighet",
    "lead": "Om sidan, om huset, och om vad du gör när något inte går.",
    "text": rich("""
        ## Sidan

        Den är byggd för att klara WCAG 2.2, nivå AA: att läsas upp, förstoras, användas med bara
        tangentbord och på en gammal telefon med dålig täckning. Ett så litet företag som mitt är
        undantaget från tillgänglighetslagen. Läsare är det inte.

        Jag känner inte till några brister just nu.

        ## Huset

        Rampen är 1:12 och skottad. Dörren är 95 centimeter bred, toaletten rymmer en rullstol och
        lampan går att dämpa. Det finns ett vilrum. På kursdagar sitter vi så att alla ser den som
        talar, och jag skickar bilderna i förväg till den som vill.

        ## Hittar du ett fel?

        Skriv till ylva@vandpunkten.example eller ring +46 70 174 06 31. Du får svar inom två
        vardagar, och det du letade efter på något annat sätt så länge.
    """),
}
