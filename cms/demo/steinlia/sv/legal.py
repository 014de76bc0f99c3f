"""What the law asks Steinlia to say, in Swedish."""

from cms.demo.words import rich

TERMS = {
    "title": "Villkor för kurser och grupper",
    "menu_title": "Villkor",
    "slug": "villkor",
    "lead": "Det du säger ja till när du anmäler dig, på klart språk.",
    "text": rich("""
        ## Vem du ingår avtal med

        Avtalet är mellan dig som beställer och Steinlia fagveiledning AS, organisationsnummer 000
        000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example. Anmäler du kolleger är det du
        som är beställare, och du ser till att de känner till villkoren.

        ## Anmälan

        Anmälan är bindande när du har fått vår bekräftelse med e-post. Väljer du att betala med
        kort håller vi platserna medan du betalar. Fullföljs inte betalningen inom den tid som står
        på anmälningssidan faller anmälan bort utan att det kostar dig något.

        Till en del grupper läser vi anmälan innan vi svarar, eftersom gruppen ska passa ihop. Då
        betalar du först när vi har sagt ja.

        ## Pris och betalning

        Priset är det som står på kurssidan när du anmäler dig. De flesta av våra kurser är
        undervisning och momsfria. Är det moms på en kurs står momssatsen och priset med och utan
        moms bredvid varandra. En del kurser håller vi i Sverige eller på finska, och de betalas i
        svenska kronor eller euro.

        Du kan betala med kort. Arbetsgivare och egenföretagare kan också få faktura med 14 dagars
        förfallotid. Kurslokal, material och kursintyg ingår i priset. Lunch ingår i kurser som
        varar en hel dag.

        ## Avbokning

        Du avbokar på anmälans egen sida eller genom att skriva till oss. Det är dagen då vi får
        beskedet som räknas.

        - **30 dagar eller mer före första träffen:** Du betalar ingenting och får tillbaka allt du
        har betalat.
        - **14 till 29 dagar före:** Du betalar halva kursavgiften.
        - **7 till 13 dagar före:** Du betalar tre fjärdedelar av kursavgiften.
        - **Mindre än 7 dagar före, eller utan besked:** Du betalar hela kursavgiften.

        En kollega kan alltid ta över din plats utan extra kostnad. Ge oss namnet senast dagen före.

        ## Ångerrätt

        Betalar du själv, som privatperson, kan du ångra avtalet inom 14 dagar från den dag då du
        fick bekräftelsen. Du behöver inte säga varför. Hur du gör står på sidan om
        [ångerrätt](page:withdrawal). Ångerrätten går före reglerna om avbokning.

        ## Om vi måste ställa in

        Blir handledaren sjuk, eller är för få anmälda, kan vi ställa in kursen eller flytta den. Du
        får besked så snart vi vet det, och senast sju dagar före när skälet är för få deltagare. Då
        väljer du mellan ett nytt datum och att få tillbaka allt du har betalat. Resa och
        övernattning ersätter vi inte, så boka gärna biljetter som går att ändra.

        ## Väntelista

        Är det fullt kan du stå på väntelista utan att det kostar något. Blir en plats ledig får du
        ett erbjudande om den med e-post, med en tid att svara inom. Svarar du inte går erbjudandet
        till nästa.

        ## Tystnadsplikt och inspelning

        Det andra berättar på kursen och i gruppen stannar där. Ta inte med uppgifter som kan visa
        vem en patient, elev eller klient är. Ingen spelar in träffarna, varken vi eller deltagarna.

        ## Närvaro och kursintyg

        Du får kursintyg när du har varit närvarande hela kursen. Är du borta en del av tiden
        skriver vi de timmar du faktiskt deltog.

        ## Personuppgifter

        Vad vi sparar om dig, och hur länge, står i [integritetspolicyn](page:privacy).

        ## Klagomål och oenighet

        Säg till oss först, så löser vi det som regel. Är du konsument och vi inte kommer överens
        kan du ta ärendet vidare till norska Forbrukertilsynet. Avtalet följer norsk rätt.
    """),
}

WITHDRAWAL = {
    "title": "Ångerrätt",
    "slug": "angerratt",
    "lead": "Har du anmält dig som privatperson har du fjorton dagar på dig att ändra dig.",
    "text": rich("""
        ## Vem som har ångerrätt

        Ångerrätten gäller när du betalar själv, som privatperson, och har anmält dig här på
        webbplatsen. Betalar din arbetsgivare, eller anmäler du dig som egenföretagare, gäller
        reglerna om avbokning i [villkoren](page:terms).

        ## Hur länge

        Du har 14 dagar från den dag då du fick bekräftelsen. Slutar tiden på en lördag, söndag
        eller helgdag gäller den till och med nästa vardag.

        ## Så gör du

        - Öppna anmälans sida från länken i bekräftelsen, och välj **Ångra avtalet här**. Du
        bekräftar en gång till, och får genast ett kvitto med datum.
        - Du kan också skriva till post@steinlia.example eller ringa +47 00 12 34 56. Uppge gärna
        anmälans referens. Du behöver inte använda någon blankett, och du behöver inte säga varför.

        ## Pengarna

        Vi betalar tillbaka inom 14 dagar, på samma sätt som du betalade. Det kostar dig ingenting.

        ## Om kursen börjar innan tiden är ute

        Ber du oss börja innan de 14 dagarna har gått betalar du bara för de träffar som har varit,
        när du ångrar dig. Är hela kursen hållen, så som du bad om, är ångerrätten förbrukad. Vi
        frågar dig om detta innan du anmäler dig, aldrig efteråt.
    """),
}

PRIVACY = {
    "title": "Integritet",
    "slug": "integritet",
    "lead": "Vi frågar om så lite som möjligt, och tar bort det när vi inte längre behöver det.",
    "text": rich("""
        ## Vad vi sparar, och varför

        Steinlia fagveiledning AS är personuppgiftsansvarig. När du anmäler dig till en kurs sparar
        vi det du fyller i: namn och e-postadress till beställare och deltagare, telefonnummer om du
        uppger det, uppgifter till fakturan, och svaren på frågorna i formuläret. Vi behöver det för
        att hålla avtalet med dig.

        Skriver du till oss genom kontaktformuläret sparar vi det du skrev och det vi svarade. Skriv
        inget som kan visa vem en patient, elev eller klient är. Gör någon det ändå tar vi bort det.

        Svar om mat, hälsa och tillgänglighet sparar vi för sig. Bara den som äger verksamheten ser
        dem, och kurslokalen får bara veta antal, aldrig namn. Du väljer själv om du svarar.

        ## Hur länge

        - **Anmälan och deltagare:** två år efter kursen, så att du kan få ett nytt kursintyg.
        - **Svar om mat och tillgänglighet:** tas bort kort tid efter kursen.
        - **Handledningstimmar:** tio år, eller tills du ber oss ta bort dem.
        - **Underlag till bokföringen:** fem år, så som den norska bokföringslagen kräver.
        - **E-post och förfrågningar:** ett år efter att ärendet är klart.

        ## Det vi inte sparar

        Vi sparar aldrig vad som sägs i handledningen. Anteckningar som handledaren gör under tiden
        är hennes egna stödord på papper. De strimlas när serien är slut.

        ## Vilka som hjälper oss

        Betalning med kort sker hos Stripe. Ditt kortnummer kommer aldrig till oss. Webbplatsen och
        e-posten ligger hos leverantörer inom EES som bara behandlar uppgifter för vår räkning. Vi
        säljer inget om dig och delar inget för reklam.

        ## Dina rättigheter

        Du kan be att få se det vi har om dig, få det rättat, få det med dig eller få det borttaget
        när vi inte måste behålla det. Skriv till post@steinlia.example, så svarar vi inom en månad.
        Är du inte nöjd med svaret kan du klaga till norska Datatilsynet.

        Vad webbplatsen lämnar efter sig i din webbläsare står på sidan om [kakor](page:cookies).
    """),
}

COOKIES = {
    "title": "Kakor",
    "slug": "kakor",
    "lead": "Vi använder bara dem som behövs. Därför möter du ingen ruta att klicka bort.",
    "text": rich("""
        ## När du bara läser

        Då sätter vi inga kakor. Vi mäter inte vad du gör på sidorna, och vi laddar inget från andra
        webbplatser.

        ## När du fyller i ett formulär

        - **En säkerhetskaka** hindrar andra webbplatser från att skicka formulär i ditt namn. Den
        innehåller bara slumpmässiga tecken.
        - **En sessionskaka** minns det du har fyllt i från ett steg till nästa. Den försvinner när
        du är klar.

        ## När någon loggar in

        Vi som redigerar sidorna får en sessionskaka när vi loggar in. Den rör inte dig.

        ## När en sida har en film

        Ligger det en film från en annan webbplats på en sida laddar vi den inte förrän du ber om
        det. Då får den andra webbplatsen veta att du ser filmen, och kan sätta egna kakor. Det står
        bredvid knappen vilken det är.

        ## Ta bort dem

        Du kan ta bort kakor i webbläsaren när du vill. Är du mitt i en anmälan måste du då börja
        om, men inget har skickats.
    """),
}

ACCESSIBILITY = {
    "title": "Tillgänglighet",
    "slug": "tillganglighet",
    """lead""": (
        "Alla ska kunna läsa, anmäla sig och komma in genom dörren. Här står det hur långt vi har "
        "kommit."
    ),
    "text": rich("""
        ## Webbplatsen

        Vi vill att sidorna ska uppfylla kraven i WCAG 2.2 på nivå AA. Du kan använda dem med enbart
        tangentbord, med skärmläsare, med stor text och utan JavaScript. Färgerna har god kontrast,
        också i mörkt läge, och inget blinkar.

        ## Det som inte är bra nog än

        - Fakturor som PDF är inte märkta för skärmläsare. Be oss om en i ren text.
        - En del sidor finns inte på finska och danska. Där visar vi den norska texten, och säger
        att vi gör det.
        - Tavlan vi ritar på vid träffar på nätet är svår att använda utan mus. Säg till på förhand,
        så ritar handledaren åt dig och beskriver det som ritas.

        ## Vårt rum

        Det finns hiss till rummet, ingång utan trappsteg från gränden och en toalett med plats för
        rullstol. Vi har hörslinga. Ledarhundar är välkomna, och får vatten.

        ## Behöver du något annat?

        Skriv eller ring. Det är aldrig till besvär. Vi kan skicka skriftligt material på förhand,
        lägga in fler pauser eller beställa skrivtolk. Det kostar dig inget.

        ## Säg till när något inte fungerar

        Skriv till post@steinlia.example vilken sida det gäller, och vad som hände. Vi svarar inom
        fem arbetsdagar. Är du inte nöjd kan du klaga till den norska tillsynsmyndigheten för
        universell utformning av ikt.

        Vi gick senast igenom sidorna i höst, med tangentbord och två skärmläsare.
    """),
}
