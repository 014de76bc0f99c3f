"""What the law asks Steinlia to say, in Norwegian."""

from cms.demo.words import rich

TERMS = {
    "title": "Vilkår for kurs og grupper",
    "slug": "vilkar",
    "menu_title": "Vilkår",
    "lead": "Det du sier ja til når du melder deg på, i klart språk.",
    "text": rich("""
        ## Hvem du gjør avtale med

        Avtalen er mellom deg som bestiller, og Steinlia fagveiledning AS, organisasjonsnummer 000
        000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example. Melder du på kolleger, er det
        du som er bestiller, og du sørger for at de kjenner vilkårene.

        ## Påmelding

        Påmeldingen er bindende når du har fått bekreftelsen på e-post. Velger du å betale med kort,
        holder vi plassene mens du betaler. Blir betalingen ikke fullført innen tiden som står på
        påmeldingssiden, faller påmeldingen bort uten at det koster deg noe.

        Til noen grupper leser vi påmeldingen før vi svarer, fordi gruppen skal passe sammen. Da
        betaler du først når vi har sagt ja.

        ## Pris og betaling

        Prisen er den som står på kurssiden når du melder deg på. De fleste av kursene våre er
        undervisning og unntatt merverdiavgift. Er det avgift på et kurs, står satsen og prisen med
        og uten avgift ved siden av hverandre. Noen kurs holder vi i Sverige eller på finsk, og de
        betales i svenske kroner eller euro.

        Du kan betale med kort. Arbeidsgivere og selvstendig næringsdrivende kan også få faktura med
        14 dagers forfall. Kurslokale, materiell og kursbevis er med i prisen. Lunsj er med på kurs
        som varer en hel dag.

        ## Avmelding

        Du melder deg av på påmeldingens egen side eller ved å skrive til oss. Det er dagen vi får
        beskjeden, som teller.

        - **30 dager eller mer før første samling:** Du betaler ingenting og får tilbake alt du har
        betalt.
        - **14 til 29 dager før:** Du betaler halve kursavgiften.
        - **7 til 13 dager før:** Du betaler tre fjerdedeler av kursavgiften.
        - **Mindre enn 7 dager før, eller uten beskjed:** Du betaler hele kursavgiften.

        En kollega kan alltid overta plassen din uten tillegg. Gi oss navnet senest dagen før.

        ## Angrerett

        Betaler du selv, som privatperson, kan du angre avtalen innen 14 dager fra den dagen du fikk
        bekreftelsen. Du trenger ikke å si hvorfor. Hvordan du gjør det, står på siden om
        [angrerett](page:withdrawal). Angreretten går foran reglene om avmelding.

        ## Hvis vi må avlyse

        Blir veilederen syk, eller er for få påmeldt, kan vi avlyse kurset eller flytte det. Du får
        beskjed så snart vi vet det, og senest sju dager før når grunnen er for få deltakere. Da
        velger du mellom ny dato og å få tilbake alt du har betalt. Reise og overnatting dekker vi
        ikke, så bestill gjerne billetter som kan endres.

        ## Venteliste

        Er det fullt, kan du stå på venteliste uten at det koster noe. Blir en plass ledig, får du
        tilbud om den på e-post, med en frist for å svare. Svarer du ikke, går tilbudet til den
        neste.

        ## Taushet og opptak

        Det andre forteller på kurset og i gruppen, blir der. Ta ikke med opplysninger som kan si
        hvem en pasient, elev eller klient er. Ingen gjør opptak av samlingene, verken vi eller
        deltakerne.

        ## Oppmøte og kursbevis

        Du får kursbevis når du har vært til stede hele kurset. Er du borte en del av tiden, skriver
        vi timene du faktisk deltok.

        ## Personopplysninger

        Hva vi lagrer om deg, og hvor lenge, står i [personvernerklæringen](page:privacy).

        ## Klage og uenighet

        Si fra til oss først, så finner vi som regel ut av det. Er du forbruker og vi ikke blir
        enige, kan du ta saken videre til Forbrukertilsynet. Avtalen følger norsk rett.
    """),
}

WITHDRAWAL = {
    "title": "Angrerett",
    "slug": "angrerett",
    "lead": "Har du meldt deg på som privatperson, har du fjorten dager til å ombestemme deg.",
    "text": rich("""
        ## Hvem som har angrerett

        Angreretten gjelder når du betaler selv, som privatperson, og har meldt deg på her på
        nettstedet. Betaler arbeidsgiveren din, eller melder du deg på som selvstendig
        næringsdrivende, gjelder reglene om avmelding i [vilkårene](page:terms).

        ## Hvor lenge

        Du har 14 dager fra den dagen du fikk bekreftelsen. Ender fristen på en lørdag, søndag eller
        helligdag, gjelder den til og med neste virkedag.

        ## Slik gjør du det

        - Åpne påmeldingens side fra lenken i bekreftelsen, og velg **Angre avtalen her**. Du
        bekrefter én gang til, og får straks en kvittering med dato.
        - Du kan også skrive til post@steinlia.example eller ringe +47 00 12 34 56. Oppgi gjerne
        påmeldingens referanse. Du trenger ikke bruke et skjema, og du trenger ikke si hvorfor.

        ## Pengene

        Vi betaler deg tilbake innen 14 dager, på samme måte som du betalte. Det koster deg
        ingenting.

        ## Hvis kurset begynner før fristen er ute

        Ber du oss om å begynne før de 14 dagene er gått, betaler du bare for samlingene som har
        vært, når du angrer. Er hele kurset holdt, slik du ba om, er angreretten brukt opp. Vi spør
        deg om dette før du melder deg på, aldri etterpå.
    """),
}

PRIVACY = {
    "title": "Personvern",
    "slug": "personvern",
    "lead": "Vi spør om så lite som mulig, og sletter det når vi ikke trenger det lenger.",
    "text": rich("""
        ## Hva vi lagrer, og hvorfor

        Steinlia fagveiledning AS er behandlingsansvarlig. Når du melder deg på et kurs, lagrer vi
        det du fyller ut: navn og e-postadresse til bestiller og deltakere, telefonnummer hvis du
        oppgir det, opplysninger til fakturaen, og svarene på spørsmålene i skjemaet. Vi trenger det
        for å holde avtalen med deg.

        Skriver du til oss gjennom kontaktskjemaet, lagrer vi det du skrev og det vi svarte. Skriv
        ikke noe som kan si hvem en pasient, elev eller klient er. Gjør noen det likevel, sletter vi
        det.

        Svar om mat, helse og tilrettelegging lagrer vi for seg. Bare den som eier praksisen, ser
        dem, og kurslokalet får bare vite antall, aldri navn. Du velger selv om du svarer.

        ## Hvor lenge

        - **Påmelding og deltakere:** to år etter kurset, så du kan få nytt kursbevis.
        - **Svar om mat og tilrettelegging:** slettes kort tid etter kurset.
        - **Veiledningstimer:** ti år, eller til du ber oss slette dem.
        - **Bilag til regnskapet:** fem år, slik bokføringsloven krever.
        - **E-post og henvendelser:** ett år etter at saken er ferdig.

        ## Det vi ikke lagrer

        Vi lagrer aldri hva som blir sagt i veiledningen. Notater veilederen gjør underveis, er
        hennes egne stikkord på papir. De makuleres når forløpet er slutt.

        ## Hvem som hjelper oss

        Betaling med kort skjer hos Stripe. Kortnummeret ditt kommer aldri til oss. Nettstedet og
        e-posten ligger hos leverandører i EØS som bare behandler opplysninger på våre vegne. Vi
        selger ingenting om deg og deler ingenting til reklame.

        ## Dine rettigheter

        Du kan be om å få se det vi har om deg, få det rettet, få det med deg eller få det slettet
        når vi ikke må beholde det. Skriv til post@steinlia.example, så svarer vi innen en måned. Er
        du ikke fornøyd med svaret, kan du klage til Datatilsynet.

        Hva nettstedet legger igjen i nettleseren din, står på siden om
        [informasjonskapsler](page:cookies).
    """),
}

COOKIES = {
    "title": "Informasjonskapsler",
    "slug": "informasjonskapsler",
    "lead": "Vi bruker bare dem som må til. Derfor møter du ingen rute å trykke vekk.",
    "text": rich("""
        ## Når du bare leser

        Da setter vi ingen informasjonskapsler. Vi måler ikke hva du gjør på sidene, og vi laster
        ikke inn noe fra andre nettsteder.

        ## Når du fyller ut et skjema

        - **En sikkerhetskapsel** hindrer at andre nettsteder sender skjemaer i ditt navn. Den
        inneholder bare tilfeldige tegn.
        - **En øktkapsel** husker det du har fylt ut fra ett trinn til det neste. Den forsvinner når
        du er ferdig.

        ## Når du logger inn

        Vi som redigerer sidene, får en øktkapsel når vi logger inn. Den gjelder ikke deg.

        ## Når en side har en film

        Ligger det en film fra et annet nettsted på en side, laster vi den ikke før du ber om det.
        Da får det andre nettstedet vite at du ser filmen, og kan sette sine egne
        informasjonskapsler. Det står ved siden av knappen hvem det er.

        ## Ta dem bort

        Du kan slette informasjonskapsler i nettleseren når du vil. Er du midt i en påmelding, må du
        da begynne på nytt, men ingenting er sendt.
    """),
}

ACCESSIBILITY = {
    "title": "Tilgjengelighet",
    "slug": "tilgjengelighet",
    """lead""": (
        "Alle skal kunne lese, melde seg på og komme inn døren. Her står det hvor langt vi er "
        "kommet."
    ),
    "text": rich("""
        ## Nettstedet

        Vi vil at sidene skal oppfylle kravene i WCAG 2.2 på nivå AA. Du kan bruke dem med tastatur
        alene, med skjermleser, med stor skrift og uten JavaScript. Farger har god kontrast, også i
        mørk visning, og ingenting blinker.

        ## Det som ikke er godt nok ennå

        - Fakturaer som PDF er ikke merket for skjermleser. Be oss om en i ren tekst.
        - Noen sider finnes ikke på finsk og dansk. Der viser vi den norske teksten, og sier at vi
        gjør det.
        - Tavlen vi tegner på i samlinger på nett, er vanskelig å bruke uten mus. Si fra på forhånd,
        så tegner veilederen for deg og beskriver det som blir tegnet.

        ## Rommet vårt

        Det er heis til rommet, trinnfri inngang fra smuget og et toalett med plass til rullestol.
        Vi har teleslynge. Førerhunder er velkomne, og får vann.

        ## Trenger du noe annet?

        Skriv eller ring. Det er aldri til bry. Vi kan sende skriftlig materiale på forhånd, sette
        inn flere pauser eller bestille skrivetolk. Det koster deg ikke noe.

        ## Si fra når noe ikke virker

        Skriv til post@steinlia.example hvilken side det gjelder, og hva som skjedde. Vi svarer
        innen fem virkedager. Er du ikke fornøyd, kan du klage til Tilsynet for universell utforming
        av ikt.

        Vi gikk sist gjennom sidene i høst, med tastatur og to skjermlesere.
    """),
}
