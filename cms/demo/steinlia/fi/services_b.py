"""The second half of Steinlia's services, in Finnish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    course_cards,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

META = {
    "title": "Työnohjauksen työnohjaus yksilöllisesti",
    "slug": "tyonohjauksen-tyonohjaus",
    """lead""": (
        "Työnohjausta omalle ohjaustyöllesi sellaisen kanssa, joka on istunut samassa tuolissa."
    ),
    """facts_note""": (
        "Kerran kuukaudessa sopii useimmille, joilla on yksi tai kaksi prosessia käynnissä."
    ),
    "body": [
        heading("Kuka ohjaa työnohjaajaa?"),
        text("""
            Sinä pidät puitteet koossa, esität kysymykset ja kestät hiljaisuuden. Mutta mitä sinussa
            silloin tapahtuu? Miksi innostuit auttamaan juuri häntä? Mitä jätit kuulematta?

            Työnohjauksen työnohjauksessa tuot esiin jotain ohjaamastasi tapaamisesta, vaikkapa
            lyhyen äänitteen, johon ohjattava on antanut kirjallisen luvan. Katsomme, mitä teit,
            mitä jätit tekemättä ja mitä meidän kahden välillä tapahtuu sinun kertoessasi. Viimeksi
            mainittu opettaa usein eniten.
        """),
        audience_list(
            "Sinulle, joka ohjaat muita",
            shared(
                "supervisors",
                """Sinulla on nyt omia ohjattavia, ja haluat tutkia sitä, mitä välillänne
                tapahtuu, silloin kun se tapahtuu.""",
            ),
            (
                "Sinä, joka haet hyväksyntää",
                "Sinun on osoitettava tunteja, ja haluat niistä muutakin kuin luvun.",
            ),
        ),
        requirement(
            "Kymmenellä tunnilla on merkitystä",
            """
                Monessa hyväksymiskäytännössä vaaditaan vähintään **kymmenen tuntia** työnohjauksen
                työnohjausta. Tarkista vaatimukset sieltä, mistä aiot hakea, ennen kuin aloitat.
                Kirjaamme [tunnit](page:hours) niin, että ne voidaan laskea useammalla tavalla.
            """,
        ),
        call_to_action(
            "Mitä hetkeä viime tapaamisesta mietit yhä?",
            label="Kirjoita Mikaelille",
            page="contact",
        ),
    ],
}

META_GROUP = {
    "title": "Työnohjauksen työnohjaus ryhmässä",
    "slug": "tyonohjauksen-tyonohjaus-ryhmassa",
    """lead""": (
        "Kolme tai neljä työnohjaajaa, jotka näyttävät toisilleen, mitä tekevät suljetun oven "
        "takana."
    ),
    "facts_note": "Ryhmässä on enintään neljä, jotta jokainen ehtii tuoda jotain esiin.",
    "body": [
        heading("Nähdyksi tuleminen työssä"),
        text("""
            Työnohjaajat näkevät harvoin toistensa työtä. Tiedämme, mitä kollegamme ajattelevat
            työnohjauksesta, mutta emme, mitä he tekevät, kun ryhmä on neljä minuuttia hiljaa.
            Työnohjauksen työnohjausryhmässä näet sen, ja näytät sen itse.

            Yksi tuo asian. Toinen ohjaa, tässä ja nyt. Kaksi viimeistä seuraavat kumpikin omaansa:
            mitä sanotaan ja mitä tapahtuu. Sitten puhumme siitä kaikista neljästä paikasta käsin.
            Moni sanoo oppineensa eniten sillä kerralla, kun vain katsoi.
        """),
        principles(
            "Neljä tuolia",
            ("Asian tuoja", "Hänellä on tapaus omasta ohjaustyöstään."),
            ("Ohjaaja", "Työskentelee kaksikymmentä minuuttia muiden ollessa hiljaa."),
            (
                "Sanojen kuuntelija",
                "Kirjoittaa muistiin kolme lausetta täsmälleen niin kuin ne sanottiin.",
            ),
            (
                "Kaiken muun katsoja",
                "Panee merkille hengityksen, tauot ja sen, kuka nojautui eteenpäin.",
            ),
        ),
        course_cards("Ryhmiä, joihin voit hakea", "course-meta"),
        call_to_action(
            "Onko teitä kolme, jotka jo tunnette toisenne? Silloin teemme teille oman ryhmän.",
            label="Ota yhteyttä",
            page="contact",
        ),
    ],
}

CASE = {
    "title": "Tapauskohtainen työnohjaus",
    "slug": "tapauskohtainen-tyonohjaus",
    """lead""": (
        "Joka toinen viikko, neljästä kuuteen ammattilaista ja tapauksia, jotka eivät voi odottaa "
        "ensi kuuhun."
    ),
    "facts_note": "Joka toinen viikko rajatun ajan, esimerkiksi elokuusta jouluun.",
    "body": [
        heading("Kun tapaus liikkuu kokouksia nopeammin"),
        text("""
            Joillakin työpaikoilla tapaukset muuttuvat viikosta toiseen. Perhe muuttaa, potilas
            kotiutetaan liian aikaisin, nuori lakkaa tulemasta. Silloin ei paljon auta odottaa
            kuukautta päästäkseen ajattelemaan.

            Tapauskohtaisessa työnohjauksessa katsomme kerrallaan yhtä tai kahta tapausta, ja
            etsimme liikkumatilaa: mitä on päätetty, mikä on mahdollista ja mitä ette ole vielä
            ajatelleet? Vastuu tapauksesta pysyy koko ajan sillä, jolla se on.
        """),
        benefit_list(
            "Mitä viette mukananne",
            (
                "Kartta, jonka kaikki ovat piirtäneet",
                "Siinä näkyy, mitä tiedätte ja mitä vain uskotte.",
            ),
            shared(
                "decisions",
                "Voitte kirjata, mitä punnitsitte ja miksi valitsitte niin kuin valitsitte.",
            ),
            ("Yksi seuraava askel", "Päivämäärä ja joku, joka sen ottaa."),
        ),
        requirement(
            "Ei nimiä huoneeseen",
            """
                Käsittelemme vain tapauksia, joista ketään ei voi tunnistaa. Vaihda tarvittaessa
                sukupuoli, ikä ja paikka. Jos salassapito on esteenä, etsimme toisen kysymyksen.
            """,
        ),
        call_to_action(
            "Montako sellaista tapausta teillä on nyt, jota pitäisi ajatella yhdessä?",
            label="Kysy tapauskohtaisesta työnohjauksesta",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Prosessi- ja muutostyönohjaus",
    "slug": "prosessityonohjaus",
    """lead""": (
        "Kun kahdesta osastosta tulee yksi, kun jokin työtapa päättyy tai kun kukaan ei tiedä, "
        "mitä on tulossa."
    ),
    """facts_note""": (
        "Laajuudesta sovitaan toimeksianto kerrallaan, yleensä kolmesta kahdeksaan kuukautta."
    ),
    "body": [
        heading("Muutos on myös menetys"),
        text("""
            Muutoksen johtaja on usein puoli vuotta edellä niitä, joiden on elettävä siinä. Johtaja
            on jo surrut ja haluaa eteenpäin. Muut ovat vasta kuulleet asiasta. Paljon siitä, mitä
            sanotaan vastarinnaksi, on ihmisten yritystä pelastaa jotain säilyttämisen arvoista.

            Kuljemme mukananne sen läpi: joitakin tapaamisia johtajille, joitakin työn tekijöille ja
            joitakin kaikille. Matkan varrella piirrämme saman kartan yhä uudelleen, jotta näette,
            miten pitkälle olette tulleet.
        """),
        principles(
            "Näin toimeksianto etenee",
            (
                "Selvitys",
                """Puhumme esihenkilön, luottamushenkilöiden ja joidenkin muiden
                asianosaisten kanssa.""",
            ),
            (
                "Suunnitelma",
                """Saatte kahden sivun kirjallisen ehdotuksen, jossa on hinta ja kohta,
                johon voi lopettaa.""",
            ),
            ("Tapaamiset", "Viidestä kahteentoista, pienissä ja suurissa ryhmissä."),
            ("Jälkikäteen", "Palaamme kolmen kuukauden kuluttua ja kysymme, mikä jäi pystyyn."),
        ),
        questions(
            "Ennen kuin kysytte meiltä",
            (
                "Voitteko sanoa, onko muutos viisas?",
                """Emme. Se on teidän päätöksenne. Autamme teitä toteuttamaan sen niin,
                ettette menetä toisianne.""",
            ),
            (
                "Milloin on liian aikaista?",
                """Silloin kun ei ole päätetty, muuttuuko mikään. Silloin tarvitsette
                vaikutusmahdollisuuksia ettekä työnohjausta.""",
            ),
        ),
        call_to_action(
            "Mitä te pelkäätte menettävänne?",
            label="Pyydä ehdotus",
            page="contact",
        ),
    ],
}

NEW_GRADUATES = {
    "title": "Vastavalmistuneiden työnohjaus",
    "slug": "vastavalmistuneet",
    """lead""": (
        "Kuusi tapaamista ensimmäisen vuoden aikana yhdessä muiden kanssa, jotka ovat myös uusia."
    ),
    "facts_note": "Kuusi tapaamista ensimmäisen työvuoden aikana. Työnantaja maksaa.",
    "body": [
        heading("Ensimmäinen vuosi ei tule takaisin"),
        text("""
            Osaat enemmän kuin luulet ja vähemmän kuin toivot. Kaikki muut näyttävät tietävän, missä
            hanskat ovat ja mitä aamupalaverissa ei sanota. Moni uusi käyttää niin paljon voimia
            vaikuttaakseen rauhalliselta, että oppimiseen jää vähän.

            Ryhmässä kaikki ovat uusia. Siellä voit sanoa, ettet uskaltanut soittaa lääkärille, että
            itkit autossa tai että olet huomannut jotain, mitä muut ovat lakanneet näkemästä.
            Viimeksi mainitusta on hyötyä koko työpaikalle.
        """),
        audience_list(
            "Keille ryhmät on tarkoitettu",
            shared("new-graduates"),
            shared(
                "health",
                "Olet ensimmäistä vuotta sairaanhoitajana, lähihoitajana tai fysioterapeuttina.",
            ),
            shared(
                "schools",
                "Sinulla on ensimmäinen oma luokkasi, ja vanhempainilta on kolmen viikon päästä.",
            ),
        ),
        quote(
            "Luulin olevani ainoa, joka harjoitteli puhelinsoittoja suihkussa.",
            source="Ohjaaja ensimmäisenä työvuotenaan (keksitty sitaatti)",
        ),
        questions(
            "Työnantajalle",
            (
                "Onko tämä sama asia kuin perehdytys?",
                """Ei. Käytännöt opetatte itse. Täällä uudet oppivat käyttämään harkintaa
                ja pyytämään apua ajoissa.""",
            ),
            (
                "Meillä on vain yksi tai kaksi uutta. Onnistuuko se?",
                "Onnistuu. Silloin kokoamme ryhmän usealta työpaikalta.",
            ),
        ),
        call_to_action(
            "Montako uutta teille tulee tänä vuonna?",
            label="Kysy paikkoja",
            page="contact",
        ),
    ],
}

CONSULTATION = {
    "title": "Kertakonsultaatio",
    "slug": "konsultaatio",
    """lead""": (
        "Yksi keskustelu verkossa yhdestä asiasta. Sitten se on valmis, tai tiedät, miten haluat "
        "jatkaa."
    ),
    """facts_note""": (
        "Tunti yleensä riittää. Jos asia vaatii enemmän tilaa, varaamme yhdeksänkymmentä minuuttia."
    ),
    "body": [
        heading("Kun et tarvitse pitkää prosessia"),
        text("""
            Sinulla on huomenna keskustelu, etkä tiedä, miten aloittaa. Sinua on pyydetty vetämään
            vertaisryhmää. Sinulla on tapaus, jossa kaikkea on jo kokeiltu. Sen ajattelemiseen ei
            tarvita puolta vuotta. Siihen tarvitaan yksi hyvä tunti.

            Kirjoita kaksi lausetta siitä, mistä on kyse, niin ehdotamme aikaa kahden arkipäivän
            kuluessa. Tapaamme verkossa. Jälkeenpäin saat piirtämämme kartan ja yhden kysymyksen
            mukaasi.
        """),
        for_and_against(
            "Riittääkö yksi tunti?",
            "Yksi keskustelu riittää, kun",
            [
                "kysymys on selvä ja kiireellinen",
                "edessäsi oleva valinta on sinun",
                "haluat kokeilla työnohjausta ennen kuin päätät",
            ],
            "Valitse pidempi prosessi, kun",
            [
                "sama on tapahtunut kolme kertaa",
                "asia koskee useita, joiden olisi hyvä olla mukana",
                "huomaat, että asia on asettunut kehoosi",
            ],
        ),
        requirement(
            "Tämä ei ole päivystyspuhelin",
            """
                Jos henki tai terveys on vaarassa, soita hätänumeroon tai omalle esihenkilöllesi. Me
                vastaamme päivisin emmekä anna neuvoja yksittäisten ihmisten hoidosta.
            """,
        ),
        call_to_action(
            "Mikä on kysymyksesi kahdella lauseella?",
            label="Kirjoita se meille",
            page="contact",
        ),
    ],
}
