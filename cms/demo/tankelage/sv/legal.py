"""Tankeläge's terms, and what it says of withdrawal, privacy and accessibility."""

from cms.demo.words import rich

TERMS = {
    "title": "Villkor för öppna grupper",
    "slug": "villkor",
    "menu_title": "Villkor",
    "lead": "Det du säger ja till när du anmäler dig, på vanlig svenska.",
    "text": rich("""
        ## Vem du gör avtal med

        Avtalet är mellan dig som beställer och Tankeläge i Uppsala AB, organisationsnummer
        000000-0001, Björklägets gränd 2, 753 10 Uppsala, hej@tankelage.example.

        ## Anmälan

        Anmälan är bindande när du har fått bekräftelsen med e-post. Väljer du att betala med kort
        håller vi platsen medan du betalar. Blir betalningen inte klar i tid faller anmälan bort,
        utan kostnad för dig.

        ## Pris och betalning

        Priset är det som står på sidan när du anmäler dig. Momsen visas bredvid, och slutsumman
        innan du bestämmer dig. Du kan betala med kort. Arbetsgivare och egenföretagare kan också få
        faktura med 30 dagars förfallotid.

        ## Avbokning

        Du avbokar genom länken i bekräftelsen, eller genom att skriva till oss. Det är dagen då vi
        får meddelandet som räknas.

        - **30 dagar eller mer före första träffen:** Du betalar ingenting.
        - **14 till 29 dagar före:** Du betalar halva avgiften.
        - **7 till 13 dagar före:** Du betalar tre fjärdedelar av avgiften.
        - **Mindre än 7 dagar före, eller utan besked:** Du betalar hela avgiften.

        En kollega i samma roll får gärna ta din plats före första träffen, utan extra kostnad.

        ## Ångerrätt

        Betalar du själv, som privatperson, får du ångra avtalet inom 14 dagar. Hur du gör står
        under [Ångerrätt](page:withdrawal). Ångerrätten går före reglerna om avbokning.

        ## Om vi måste ställa in

        Är handledaren sjuk flyttar vi träffen. Är färre än fem anmälda kan vi ställa in hela
        gruppen, senast sju dagar före första träffen. Då får du tillbaka allt du har betalat.

        ## Tystnad

        Det som sägs i gruppen stannar där. Ingen spelar in.

        ## Personuppgifter

        Vad vi sparar, varför och hur länge står under [Personuppgifter](page:privacy).

        ## Oenighet

        Säg till oss först. Är du konsument och vi inte kommer överens kan du vända dig till
        Allmänna reklamationsnämnden. Svensk rätt gäller.
    """),
}

WITHDRAWAL = {
    "title": "Ångerrätt",
    "slug": "angerratt",
    "lead": "Har du bestämt dig för fort? Du har 14 dagar på dig, och behöver inte säga varför.",
    "text": rich("""
        ## Vem som har ångerrätt

        Du som anmäler dig och betalar som privatperson. Betalar din arbetsgivare, eller ditt eget
        företag, gäller i stället reglerna om avbokning i [villkoren](page:terms).

        ## Hur länge

        I 14 dagar, räknat från dagen efter att du fick bekräftelsen.

        ## Så gör du

        Välj ”Ångra avtalet här” längst ner på sidan. Du bekräftar i två steg och får genast ett
        kvitto med datum. Du behöver inte logga in. Du kan också skriva till
        hej@tankelage.example, eller använda Konsumentverkets formulär för ångerrätt.

        ## Pengarna tillbaka

        Vi betalar tillbaka utan dröjsmål, senast 14 dagar efter att du ångrade dig, på samma sätt
        som du betalade.

        ## Om gruppen redan har börjat

        Börjar gruppen inom de 14 dagarna, för att du har bett om det, betalar du bara för de
        träffar som redan har hållits när du ångrar dig.
    """),
}

PRIVACY = {
    "title": "Personuppgifter",
    "slug": "personuppgifter",
    "lead": "Vi sparar så lite vi kan, så kort tid vi får.",
    "text": rich("""
        ## Vem som ansvarar

        Tankeläge i Uppsala AB, hej@tankelage.example.

        ## Vad vi sparar, och varför

        - **När du skriver till oss:** ditt namn, din adress och det du skrev, för att kunna svara.
          Vi tar bort det när samtalet är slut, senast efter ett år.
        - **När du anmäler dig:** namn, e-post, svar på frågor om din roll och vem som betalar, för
          att hålla avtalet.
        - **Betalningar:** fakturor och kvitton, i sju år, för att bokföringslagen kräver det.
        - **Mat och tillgänglighet:** sparas för sig, med ditt samtycke, och tas bort kort efter
          sista träffen. Bara Linnea ser dem.
        - **Närvaro:** datum och tid, så att vi kan ge dig ett intyg. Aldrig vad vi talade om.

        ## Vilka som får se dem

        Den som sköter vår e-post och vår server, och Stripe när du betalar med kort eller får
        faktura. De får bara göra det vi ber dem om. Vi säljer ingenting till någon.

        ## Kakor

        De få som finns, och varför, står under [Kakor](page:cookies). Inget mäter vad du läser.

        ## Dina rättigheter

        Du får se, rätta, flytta och i regel få bort det som finns om dig, och invända mot hur vi
        använder det. Skriv till oss. Är du inte nöjd med svaret kan du klaga hos
        Integritetsskyddsmyndigheten.
    """),
}

COOKIES = {
    "title": "Kakor",
    "slug": "kakor",
    "lead": "Kakorna på den här sidan är två, och du märker dem inte.",
    "text": rich("""
        ## De två

        - **csrftoken** skyddar formulären, så att ingen annan kan skicka något i ditt namn. Den
          sätts när du öppnar ett formulär och innehåller ingenting om dig.
        - **sessionid** håller reda på att Linnea är inloggad när hon ändrar på sidan. Du får den
          aldrig.

        ## Varför vi inte frågar

        Kakor som behövs för det du själv har bett om kräver inget samtycke, enligt lagen om
        elektronisk kommunikation. Några andra har vi inte: inga mätningar, inga annonser, inga
        knappar från andra.

        ## Om du vill slippa dem ändå

        Stäng av kakor i webbläsaren. Du kan fortfarande läsa allt, men inte skicka formulär. Mejla
        i så fall till hej@tankelage.example, så ordnar vi din anmälan.
    """),
}

ACCESSIBILITY = {
    "title": "Tillgänglighet",
    "slug": "tillganglighet",
    "lead": "Alla ska kunna läsa, anmäla sig och komma in genom dörren.",
    "text": rich("""
        ## Webbplatsen

        Målet är riktlinjerna WCAG 2.2 på nivå AA. Sidan går att använda med tangentbord, med
        skärmläsare, i mörkt läge, förstorad till det dubbla och utan JavaScript. Som mikroföretag
        omfattas vi inte av lagen om vissa produkters och tjänsters tillgänglighet. Vi följer den
        ändå så gott vi kan.

        ## Rummet

        Bottenvåning, inga trösklar, dörrar på 90 centimeter och en toalett för rullstol. Hörslinga
        finns. Hunden stannar hemma om någon är allergisk: säg bara till.

        ## Säg till när något inte fungerar

        Skriv till hej@tankelage.example eller ring +46 70 174 06 50, så hjälper vi dig på ett annat
        sätt och rättar felet. Vi svarar inom två vardagar.
    """),
}
