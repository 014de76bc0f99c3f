"""Questions that Steinlia is often asked, with answers, in Swedish."""

from cms.demo.words import group, question

QUESTIONS = {
    "title": "Frågor och svar",
    "slug": "fragor-och-svar",
    "lead": "Det folk frågar på telefonen, med de svar vi brukar ge.",
    "questions": [
        group("Innan du börjar"),
        question(
            "Vad är handledning?",
            """
                Avtalad tid då du ser på ditt eget arbete tillsammans med någon som är utbildad för
                att hjälpa dig med det. Du tar med något du står i. Handledaren frågar, och vakar
                över tiden och ramen. Målet är att du ska göra ett bättre arbete och orka med det
                bättre.
            """,
        ),
        question(
            "Är det samma sak som terapi?",
            """
                Nej. Vi pratar om arbetet, och om dig i arbetet. Är du sjuk, eller är det livet
                utanför jobbet som är tungt, ska du få hjälp av någon annan. Vi säger till om vi
                tror det.
            """,
        ),
        question(
            "Måste jag ha med mig ett ärende?",
            """
                Nej. ”Jag vet inte vad jag ska ta upp” är ett bra ärende. Men använd gärna fem
                minuter på vägen hit till att tänka på veckan som gick.
            """,
        ),
        question(
            "Hur vet jag vilken handledare som passar?",
            """
                Läs om [handledarna](page:supervisors), och ring den du får lust att prata med.
                Passar det inte ändå byter vi utan något väsen.
            """,
        ),
        group("I rummet"),
        question(
            "Vem får veta vad jag säger?",
            """
                Ingen. Handledaren har tystnadsplikt, och gruppen kommer överens om sin egen. Det
                enda undantaget är om någon är i fara. Då säger vi till dig först.
            """,
        ),
        question(
            "Får jag berätta om patienter, elever och klienter?",
            """
                Ja, när ingen kan känna igen dem. Låt namn, plats och ålder stanna hemma, och ändra
                det som inte betyder något för din fråga. Skriv aldrig sådant i ett formulär eller
                ett mejl.
            """,
        ),
        question(
            "Tänk om jag börjar gråta?",
            """
                Då gråter du. Det står näsdukar på bordet, och ingen gör någon stor sak av det.
            """,
        ),
        group("På nätet"),
        question(
            "Vad behöver jag för att vara med på nätet?",
            """
                En dator eller en surfplatta med kamera, och ett rum där ingen hör dig. Mobilen går
                bra om den står stadigt. Du behöver inte installera något.
            """,
        ),
        question(
            "Spelas träffarna in?",
            """
                Nej, aldrig. Inte heller som text. Tavlan vi ritar på får den som hade ärendet.
                Sedan tar vi bort den.
            """,
        ),
        group("Pengar och papper"),
        question(
            "Kan arbetsgivaren betala?",
            """
                Ja, och det är det vanligaste. Priserna och det vi behöver till fakturan står på
                sidan [För arbetsgivare](page:employers). Det är fortfarande du som bestämmer vad du
                pratar om.
            """,
        ),
        question(
            "Vad händer om jag måste avboka en kurs?",
            """
                Hör av dig så tidigt du kan. Tidsgränserna och priserna står i
                [villkoren](page:terms). En kollega kan alltid ta din plats. Betalar du själv har du
                också [ångerrätt](page:withdrawal).
            """,
        ),
        question(
            "Får jag intyg på timmarna?",
            """
                Ja. Hur vi räknar dem står på sidan [Timmar och intyg](page:hours).
            """,
        ),
        question(
            "Jag har inte råd. Finns det något?",
            """
                Det öppna [webbinariet](page:course-webinar) kostar ingenting. På kursen i
                grupphandledning finns ett eget pris för studenter. Och med [fem
                överenskommelser](page:article-agreements) och en bra kollega kan du börja i morgon.
            """,
        ),
    ],
}
