"""What Samtalslabbet thinks out loud about."""

from cms.demo.words import call_to_action, course_cards, heading, quote, text

ARTICLES = {
    "title": "Artiklar",
    "slug": "artiklar",
    "lead": "Vi tycker saker. Du får gärna tycka något annat: skriv och berätta.",
}

ADVICE = {
    "title": "Handledning eller råd?",
    "slug": "handledning-eller-rad",
    "lead": (
        "Ett råd är det snabbaste sättet att sluta lyssna. Ändå är det just råd vi ber om när vi "
        "inte vet vad vi ska göra. Vad är det vi egentligen vill ha?"
    ),
    "body": [
        text("""
            Hon hade knappt hunnit till punkt. ”Har du provat att ringa mamman?” sa någon. ”Du måste
            dokumentera allt”, sa en annan. En tredje hade haft ett precis likadant fall och
            berättade hur det hade slutat. Efter sex minuter hade hon fått nio råd, tackat för
            alltihop och gått tillbaka till sitt rum. Hon hade redan ringt mamman. Det var därför
            hon behövde tala med någon.
        """),
        heading("Rådet är till för den som ger det"),
        text("""
            Vi påstår inte att råd är elaka. De ges nästan alltid av omtanke. Men se efter när de
            kommer: i samma ögonblick som det blir obekvämt. Den som lyssnar känner oron stiga, och
            rådet släcker den. Hos den som lyssnar, alltså. Hos den som berättar blir den kvar,
            tillsammans med en ny uppgift.

            Rådet utgår dessutom från det som rådgivaren hörde, och efter tre minuter har ingen hört
            särskilt mycket.
        """),
        quote(
            "Jag fick nio lösningar på ett problem som jag inte hade.",
            source="Socialsekreterare (påhittat citat)",
        ),
        heading("Vad handledning är i stället"),
        text("""
            Handledning är att hjälpa någon att höra sin egen fråga. Det låter blygsamt, och det tar
            tid. Man frågar sådant som man inte vet svaret på. Man säger tillbaka ord som fastnade.
            Man uthärdar att det blir tyst, och litar på att den som berättar vet mer om sitt arbete
            än alla andra i rummet tillsammans.

            Ungefär halvvägs brukar något hända. Berättaren säger: ”Nej, det är faktiskt inte det
            som är svårt.” Där börjar det.
        """),
        heading("Men ibland vill man ju ha ett råd"),
        text("""
            Självklart. Den som undrar vilken blankett som gäller ska få veta det, nu och utan
            motfrågor. Den som står inför något farligt behöver en chef, inte en spegling. Och en
            nyanställd som frågar hur ni brukar göra menar precis det.

            Vårt förslag är enkelt: fråga. ”Vill du ha råd, eller vill du tänka högt?” Det tar tre
            sekunder. I nio fall av tio är svaret det andra, och i det tionde har du en mottagare
            som lyssnar.
        """),
        heading("Prova på måndag"),
        text("""
            Bestäm att ingen får ge råd de första tjugo minuterna. Sätt en klocka. Låt någon vara
            regelvakt och harkla sig vid varje ”har du tänkt på att”. Det blir stelt, sedan roligt,
            sedan något annat. Hör gärna av dig och berätta vad.
        """),
        course_cards("Vi övar på det här i två dagar", "course-collegial"),
        call_to_action(
            "Jag har läst artikeln om råd och vill säga emot.",
            label="Säg emot oss",
            page="contact",
        ),
    ],
}

CLOCK = {
    "title": "Till klockans försvar",
    "slug": "till-klockans-forsvar",
    "lead": "Att ta tid på ett samtal känns fyrkantigt. Det är därför det fungerar.",
    "body": [
        text("""
            Varje gång vi ställer fram klockan är det någon som suckar. Samtal ska väl få ta den tid
            de tar? Jo, men tiden tas alltid av någon. Utan klocka får den talföra tjugo minuter och
            den tysta två, och alla tycker att det gick rättvist till.
        """),
        heading("Den som vet när det tar slut vågar börja"),
        text("""
            Fem minuter är kort nog för att vem som helst ska våga, och långt nog för att man ska
            hinna bli klar med det inövade. Det är i fjärde minuten som det osäkra kommer. Den som
            får tala hur länge som helst kommer sällan dit.
        """),
        heading("Tre råd, trots allt"),
        text("""
            - Använd en klocka som alla ser. En telefon lockar till annat.
            - Låt den som är nyast sköta den. Det ger något att göra och en anledning att avbryta.
            - Sluta i tid, även när det är som bäst. Då kommer alla tillbaka.
        """),
        call_to_action(
            "Vi undrar vad som händer om vi tar tid på våra möten.",
            label="Fråga oss",
            page="contact",
        ),
    ],
}
