"""Steinlia's terms in Danish."""

from cms.demo.words import rich

TERMS = {
    "title": "Vilkår for kurser og grupper",
    "menu_title": "Vilkår",
    "slug": "vilkar",
    "lead": "Det, du siger ja til, når du tilmelder dig, i klart sprog.",
    "text": rich("""
        ## Hvem du indgår aftale med

        Aftalen er mellem dig, der bestiller, og Steinlia fagveiledning AS, norsk
        organisationsnummer 000 000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example.
        Tilmelder du kolleger, er det dig, der er bestiller, og du sørger for, at de kender
        vilkårene.

        ## Tilmelding

        Tilmeldingen er bindende, når du har fået vores bekræftelse på e-mail. Vælger du at betale
        med kort, holder vi pladserne, mens du betaler. Bliver betalingen ikke gennemført inden for
        den tid, der står på tilmeldingssiden, falder tilmeldingen bort, uden at det koster dig
        noget.

        Til nogle grupper læser vi tilmeldingen, før vi svarer, fordi gruppen skal passe sammen. Så
        betaler du først, når vi har sagt ja.

        ## Pris og betaling

        Prisen er den, der står på kursussiden, når du tilmelder dig. De fleste af vores kurser er
        undervisning og momsfri. Er der moms på et kursus, står satsen og prisen med og uden moms
        ved siden af hinanden. Nogle kurser holder vi i Sverige eller på finsk, og de betales i
        svenske kroner eller euro.

        Du kan betale med kort. Arbejdsgivere og selvstændige kan også få faktura med 14 dages
        betalingsfrist. Kursuslokale, materialer og kursusbevis er med i prisen. Frokost er med på
        kurser, der varer en hel dag.

        ## Afmelding

        Du melder afbud på tilmeldingens egen side eller ved at skrive til os. Det er den dag, vi
        får beskeden, der tæller.

        - **30 dage eller mere før første mødegang:** Du betaler ingenting og får alt det tilbage,
        du har betalt.
        - **14 til 29 dage før:** Du betaler det halve deltagergebyr.
        - **7 til 13 dage før:** Du betaler tre fjerdedele af deltagergebyret.
        - **Mindre end 7 dage før eller uden besked:** Du betaler hele deltagergebyret.

        En kollega kan altid overtage din plads uden tillæg. Giv os navnet senest dagen før.

        ## Fortrydelsesret

        Betaler du selv, som privatperson, kan du fortryde aftalen inden for 14 dage fra den dag, du
        fik bekræftelsen. Du behøver ikke at sige hvorfor. Hvordan du gør, står på siden om
        [fortrydelsesret](page:withdrawal). Fortrydelsesretten går forud for reglerne om afmelding.

        ## Hvis vi må aflyse

        Bliver supervisoren syg, eller er for få tilmeldt, kan vi aflyse kurset eller flytte det. Du
        får besked, så snart vi ved det, og senest syv dage før, når grunden er for få deltagere. Så
        vælger du mellem en ny dato og at få alt det tilbage, du har betalt. Rejse og overnatning
        dækker vi ikke, så bestil gerne billetter, der kan ændres.

        ## Venteliste

        Er der fuldt optaget, kan du stå på venteliste, uden at det koster noget. Bliver en plads
        ledig, får du den tilbudt på e-mail med en frist for at svare. Svarer du ikke, går tilbuddet
        videre til den næste.

        ## Tavshed og optagelse

        Det, andre fortæller på kurset og i gruppen, bliver der. Tag ikke oplysninger med, der kan
        vise, hvem en patient, elev eller klient er. Ingen optager mødegangene, hverken vi eller
        deltagerne.

        ## Fremmøde og kursusbevis

        Du får kursusbevis, når du har været til stede på hele kurset. Er du væk en del af tiden,
        skriver vi de timer, du faktisk deltog i.

        ## Personoplysninger

        Hvad vi gemmer om dig, og hvor længe, står i [privatlivspolitikken](page:privacy).

        ## Klage og uenighed

        Sig det til os først, så finder vi som regel ud af det. Er du forbruger, og bliver vi ikke
        enige, kan du gå videre med sagen til det norske Forbrukertilsynet. Aftalen følger norsk
        ret.
    """),
}
