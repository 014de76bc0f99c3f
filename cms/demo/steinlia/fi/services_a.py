"""Steinlia's catalogue and the first half of its services, in Finnish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    principles,
    questions,
    quote,
    requirement,
    shared,
    text,
)

SERVICES = {
    "title": "Palvelut",
    "slug": "palvelut",
    """lead""": (
        "Kaksitoista tapaa saada työnohjausta. Luvut kertovat, mikä meillä on tavallista. Teille "
        "sopivan tavan etsimme yhdessä ennen aloittamista."
    ),
}

INDIVIDUAL = {
    "title": "Yksilötyönohjaus",
    "slug": "yksilotyonohjaus",
    "lead": "Tunti vain sinulle ja työnohjaajalle, joka muistaa, mitä sanoit viimeksi.",
    """facts_note""": (
        "Tavallisesti joka kolmas tai neljäs viikko. Raskaana aikana voimme tavata useammin."
    ),
    "body": [
        heading("Kun kahden on parempi"),
        text("""
            Kaikkea ei voi sanoa ryhmässä. Ehkä olet yksin roolissasi. Ehkä kyse on työtoverista,
            tekemästäsi virheestä tai siitä, ettet tiedä, jaksatko enää vuotta. Silloin on hyvä olla
            tunti, jossa kenenkään muun ei tarvitse mahtua mukaan.

            Sinä päätät, mitä tunti koskee. Me kysymme, piirrämme kertomasi ja pidämme kiinni siitä,
            minkä sanoit tärkeäksi. Lopuksi valitset yhden askelen, ja seuraavalla kerralla
            aloitamme siitä, miten kävi.
        """),
        audience_list(
            "Ketkä yleensä tulevat",
            shared("health"),
            shared("pastoral"),
            shared("schools"),
            shared("leaders"),
        ),
        for_and_against(
            "Yksin vai ryhmässä?",
            "Valitse yksilötyönohjaus, kun",
            [
                "sinulla on rooli, jota ei ole kenelläkään muulla työpaikalla",
                "asiaa ei voi kertoa ilman, että joku tunnistetaan",
                "tarvitset oman tahtisi",
            ],
            "Valitse mieluummin ryhmä, kun",
            [
                "kaipaat työtovereita, joiden kanssa ajatella",
                "haluat nähdä, miten muut ratkaisevat saman asian",
                "työnantaja toivoo työnohjausta useammalle",
            ],
        ),
        call_to_action(
            "Mihin käyttäisit tunnin, jos saisit sellaisen huomenna?",
            label="Kysy ensimmäistä tuntia",
            page="contact",
        ),
    ],
}

PAIR = {
    "title": "Työparityönohjaus",
    "slug": "tyoparityonohjaus",
    """lead""": (
        "Kaksi työtoveria, yksi työnohjaaja ja asia, joka on teille yhteinen – tai joka on teidän "
        "välissänne."
    ),
    "facts_note": "Tapaamme yleensä kerran kuukaudessa niin kauan kuin teillä on työstettävää.",
    "body": [
        heading("Kaksi, jotka tarvitsevat toisiaan"),
        text("""
            Kaksi omahoitajaa saman ihmisen rinnalla. Kaksi opettajaa ja yksi luokka. Esihenkilö ja
            hänen varahenkilönsä. Kun kahden on vedettävä samaan suuntaan, kaikki muut huomaavat
            pian, jos he eivät tee niin.

            Työparityönohjauksessa puhumme siitä työstä, joka on teille yhteistä. Kumpikin piirtää
            asiasta oman karttansa katsomatta toisen karttaa. Sitten asetamme ne vierekkäin. Erot
            ovat harvoin virheitä. Niistä teillä on opittavaa.
        """),
        principles(
            "Mistä sovimme ensimmäisellä kerralla",
            ("Kumpikin puhuu yhtä kauan", "Se, joka on tavallisesti hiljaa, aloittaa."),
            (
                "Kumpikaan teistä ei ole se asia",
                "Katsomme työtä teidän välillänne, emme sitä, kumpi on oikeassa.",
            ),
            (
                "Se, mitä sanotaan, on teidän",
                "Esihenkilö tietää, että tapaatte, mutta ei, mistä puhutte.",
            ),
        ),
        requirement(
            "Kummankin on haluttava",
            """
                Jos teillä on ristiriita, josta on tehty ilmoitus, sen hoitaminen kuuluu
                työnantajalle. Työparityönohjaus voi tulla sen jälkeen, mutta ei sen sijaan.
            """,
        ),
        call_to_action(
            "Kenet ottaisit mukaasi?",
            label="Kirjoita meille",
            page="contact",
        ),
    ],
}

GROUP = {
    "title": "Ryhmätyönohjaus",
    "slug": "ryhmatyonohjaus",
    """lead""": (
        "Sama ryhmä, sama päivä joka kuukausi ja yksi asia kerrallaan. Tätä useimmat meiltä "
        "toivovat."
    ),
    """facts_note""": (
        "Aloitamme mielellämme puolella vuodella ja katsomme sitten yhdessä, haluatteko jatkaa."
    ),
    "body": [
        heading("Jotain tapahtuu, kun useampi katsoo samaa karttaa"),
        text("""
            Se, joka on keskellä asiaa, näkee lähimmän. Muut seisovat vähän kauempana ja näkevät
            jotain muuta. Ryhmässä saat lainata heidän katsettaan puoleksi tunniksi ilman, että
            kukaan ottaa asiaasi omakseen.

            Ryhmä on joka kerta sama. Kolmen neljän tapaamisen jälkeen rytmi on tuttu, ja silloin
            mennään syvemmälle. Ohjaamme saman työpaikan ryhmiä ja [avoimia
            ryhmiä](page:course-open-group), joihin tullaan yksitellen.
        """),
        audience_list(
            "Ryhmiä, joita meillä usein on",
            shared("health"),
            shared(
                "home-care",
                "Kuljette koko viikon omia teitänne. Ryhmässä tapaatte kerrankin ilman takkia.",
            ),
            shared("mental-health"),
            shared("child-welfare"),
            shared("schools"),
        ),
        principles(
            "Yhdeksänkymmenen minuutin tapaaminen",
            ("Kierros", "Jokainen kertoo kahdella lauseella, miten viime kerran etappi sujui."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        quote(
            """Parasta eivät olleet vastaukset. Parasta oli huomata, etten ollut
            kysymykseni kanssa yksin.""",
            source="Ohjaaja, ryhmän osallistuja (keksitty sitaatti)",
        ),
        call_to_action(
            "Ketkä pöydän ääreen tulevat, ja mitä olette jo kokeilleet?",
            label="Kysy ryhmästä",
            page="contact",
        ),
    ],
}

TEAM = {
    "title": "Tiimityönohjaus",
    "slug": "tiimityonohjaus",
    """lead""": (
        "Teille, jotka työskentelette tiiviisti samojen ihmisten parissa ja joiden on oltava "
        "riittävän yksimielisiä kestääksenne yhdessä."
    ),
    """facts_note""": (
        "Kaksi tuntia kuukaudessa on tavallista. Koko tiimi on mukana, myös yövuorolaiset."
    ),
    "body": [
        heading("Tiimi on muuta kuin ryhmä"),
        text("""
            Ryhmässä osallistujat auttavat toisiaan, kukin omassa asiassaan. Tiimissä asia on
            kaikkien. Minkä yksi tekee aamupäivällä, sen kanssa toinen elää illalla. Siksi
            tiimityönohjaus koskee sekä niitä, joita varten olette olemassa, että sitä, miten olette
            siinä yhdessä.

            Aloitamme viikosta sellaisena kuin se oli. Kuka tiesi mitä ja milloin? Missä kohdassa
            jokin katosi kahden vuoron väliin? Se, mikä näytti erimielisyydeltä, osoittautuu usein
            kahdeksi ihmiseksi, jotka eivät olleet saaneet samaa viestiä.
        """),
        benefit_list(
            "Mitä tiimi voi odottaa",
            shared("language"),
            shared("decisions"),
            ("Vähemmän puhetta käytävillä", "Mikä kuuluu pöydälle, nostetaan pöydälle."),
        ),
        questions(
            "Mitä esihenkilöt yleensä kysyvät",
            (
                "Pitääkö minun esihenkilönä olla mukana?",
                """Siitä päätämme yhdessä. Usein esihenkilö on mukana ensimmäisellä ja
                viimeisellä kerralla ja tiimi niiden välissä keskenään.""",
            ),
            (
                "Saanko tietää, mistä tiimi puhuu?",
                "Et. Tiimi päättää itse, mitä se haluaa viedä sinulle, ja kertoo sen itse.",
            ),
        ),
        call_to_action(
            "Millainen viime viikko teillä oli?",
            label="Kerro lyhyesti",
            page="contact",
        ),
    ],
}

WORK_COMMUNITY = {
    "title": "Työyhteisön työnohjaus",
    "slug": "tyoyhteison-tyonohjaus",
    """lead""": (
        "Kuusi tapaamista koko työpaikalle, joka haluaa katsoa, miten sillä menee ja miten se "
        "toivoisi menevän."
    ),
    """facts_note""": (
        "Kuusi tapaamista puolen vuoden aikana. Jos teitä on yli neljätoista, ohjaajia on kaksi."
    ),
    "body": [
        heading("Kun koko paikan on pysähdyttävä ajattelemaan"),
        text("""
            Joskus jumissa ei ole yksi asia tai tiimi vaan koko paikka. Ihmiset ovat uskollisia ja
            väsyneitä. Uusi tuli ennen kuin vanha oli valmis. Kaikilla on selitys, eikä kukaan ole
            sanonut sitä ääneen.

            Työyhteisön työnohjauksessa piirrämme työpaikan maisemaksi: missä on helppo kulkea,
            minne on tullut liejua ja minne ei enää kukaan mene. Sitten valitsette yhden paikan,
            josta aloittaa. Esihenkilö on mukana ja kertoo heti aluksi, mitä voidaan muuttaa ja mikä
            on jo päätetty.
        """),
        principles(
            "Kuusi tapaamista, yksi suunta",
            (
                "Ensimmäinen ja toinen",
                "Kuuntelemme ja piirrämme. Kenenkään ei tarvitse puolustautua.",
            ),
            ("Kolmannesta viidenteen", "Kokeilette valitsemaanne, ja katsomme, miten se sujui."),
            ("Kuudes", "Kirjaatte, mistä haluatte pitää kiinni ja kuka siitä huolehtii."),
        ),
        requirement(
            "Tämä ei ole kartoitus",
            """
                Työyhteisön työnohjaus ei korvaa työolojen selvittämistä, työsuojeluvaltuutettua
                eikä ilmoituksen käsittelyä. Kysymme, onko jotain tällaista kesken, ennen kuin
                lupaudumme mukaan.
            """,
        ),
        call_to_action(
            "Mitä te kaikki tiedätte, mutta kukaan ei sano?",
            label="Pyydä keskustelua",
            page="contact",
        ),
    ],
}

LEADER = {
    "title": "Esihenkilötyönohjaus",
    "slug": "esihenkilotyonohjaus",
    "lead": "Tunti joka kolmas viikko jonkun kanssa, joka ei halua sinulta mitään.",
    "facts_note": "Useimmilla esihenkilöillä on tunti joka kolmas viikko vuoden ajan.",
    "body": [
        heading("Kaikki haluavat esihenkilöltä jotain"),
        text("""
            Ylhäältä toivotaan lukuja. Alhaalta toivotaan aikaa. Itse haluaisit tietää, toimiiko se,
            mitä teet. Esihenkilötyönohjaus on paikka ajatella ajatus loppuun ennen kuin sinun on
            seistävä sen takana kokouksessa.

            Työstämme sitä, mikä sinulla on edessä: keskustelua, jota pelkäät, päätöstä, josta
            kukaan ei ilahdu, tai työntekijää, jota et tavoita. Voit harjoitella ääneen. On parempi
            sanoa se väärin ensin täällä.
        """),
        audience_list(
            "Esihenkilöitä, joita tapaamme",
            shared(
                "leaders",
                """Olet uusi roolissasi tai ollut siinä niin kauan, ettei kukaan enää
                kysy, mitä sinulle kuuluu.""",
            ),
            ("Tiiminvetäjät", "Johdat niitä, joiden työtoveri olit vielä äsken."),
            ("Rehtorit ja osastonhoitajat", "Seisot päättäjien ja tekijöiden välissä."),
        ),
        for_and_against(
            "Työnohjausta vai jotain muuta?",
            "Esihenkilötyönohjaus on sinulle, joka haluat",
            [
                "ymmärtää oman osuutesi siinä, mitä tapahtuu",
                "harjoitella vaikeita keskusteluja",
                "kestää hetken odotuksen ennen vastaamista",
            ],
            "Valitse jotain muuta, jos tarvitset",
            [
                "lakineuvoja henkilöstöasiassa",
                "jonkun, joka tekee päätöksen puolestasi",
                "koulutusta talousarvioon, työvuoroihin tai järjestelmiin",
            ],
        ),
        call_to_action(
            "Mitä keskustelua olet lykännyt pisimpään?",
            label="Ota yhteyttä",
            page="contact",
        ),
    ],
}
