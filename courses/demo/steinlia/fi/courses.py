"""Steinlia's courses in Finnish: those that matter most to readers there."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    for_and_against,
    heading,
    principles,
    quote,
    requirement,
    rich,
    shared,
    supervisors,
    text,
)

COURSES = {
    "title": "Koulutukset ja ryhmät",
    "slug": "koulutukset",
    "lead": "Tähän voit ilmoittautua nyt. Näet hinnan ja vapaat paikat ennen kuin päätät.",
}

GROUP = {
    "title": "Vertaistyönohjaus käytännössä",
    "slug": "vertaistyonohjaus",
    """lead""": (
        "Kaksi päivää, joiden aikana opit viemään työtovereiden ryhmän tapauksen läpi – sovitussa "
        "järjestyksessä, selvin roolein ja omilla esimerkeillä harjoitellen."
    ),
    "for_whom": rich("""
        Koulutus sopii sinulle, joka haluat käynnistää vertaistyönohjauksen työpaikallasi
        odottamatta ulkopuolista työnohjaajaa. Voit olla

        - sairaanhoitaja, lähihoitaja, fysioterapeutti tai muu terveydenhuollon ammattilainen
        - sosiaalityöntekijä tai lastensuojelun ammattilainen
        - opettaja, kuraattori tai ohjaaja
        - tiiminvetäjä, jonka vastuulla on, että muut ehtivät ajatella

        Et tarvitse työnohjaajakoulutusta. Tulkaa mielellään kaksi samalta työpaikalta. Koulutus
        pidetään norjaksi.
    """),
    "body": [
        heading("Mitä saat mukaasi"),
        text("""
            Vertaistyönohjaus kaatuu harvoin tahdon puutteeseen. Se kaatuu siihen, että joku alkaa
            neuvoa kahden minuutin kuluttua, että aina sama ihminen puhuu eniten ja ettei kukaan
            tiedä, milloin ollaan valmiita. Tässä koulutuksessa harjoittelet sitä, millä tämä
            estetään.
        """),
        benefit_list(
            "Kahden päivän jälkeen osaat",
            (
                "Vetää neljänkymmenenviiden minuutin kierroksen",
                "Pöydälle tuodusta asiasta seuraavaan askeleeseen ilman, että ketään keskeytetään.",
            ),
            (
                "Pitää ryhmän erossa pikaneuvoista",
                """Saat yhdeksän kysymystä kortilla ja harjoittelet, kunnes et enää
                tarvitse korttia.""",
            ),
            (
                "Ottaa vastaan väsyneen, vaiteliaan tai erimielisen ryhmän",
                "Kokeilemme niitä kaikkia kolmea.",
            ),
            (
                "Päästä alkuun kotona",
                """Saat mukaasi sopimuksen, neljän ensimmäisen kerran suunnitelman ja
                jonkun, jolle soittaa.""",
            ),
        ),
        principles(
            "Karttapöytä, niin kuin me sitä harjoittelemme",
            ("Levitä kartta", "Asian tuoja kertoo. Muut piirtävät ja ovat hiljaa."),
            (
                "Etsi katvealue",
                "Yksi kysymyskierros. Kukaan ei vastaa ennen kuin kaikki ovat kysyneet.",
            ),
            ("Kirjaa seuraava etappi", "Asian tuoja valitsee itse. Ryhmä kirjaa, milloin."),
        ),
        facts(
            "Koulutus lyhyesti",
            ("Laajuus", "Kaksi päivää, 12 tuntia"),
            (
                "Työtapa",
                "Kolmannes yhteistä keskustelua, kaksi kolmannesta harjoittelua pienryhmissä",
            ),
            ("Valmistautuminen", "Mieti tapaus, jonka voit kertoa niin, ettei ketään tunnista"),
            ("Osallistumistodistus", "12 tunnista, kun olet ollut mukana koko ajan"),
            ("Jäsenhinta", "Ammattiliiton tai ammatillisen yhdistyksen jäsenelle"),
            ("Opiskelijahinta", "Päätoimiselle opiskelijalle"),
        ),
        heading("Kaksi päivää"),
        text("""
            **Ensimmäinen päivä** koskee puitteita: sopimusta, rooleja ja järjestystä. Lounaan
            jälkeen jokainen vetää lyhyen kierroksen ja saa kuulla, mikä siinä auttoi.

            **Toinen päivä** koskee sitä, mikä on vaikeaa: hiljaisuutta, erimielisyyttä,
            työtovereita, jotka ovat ystäviä, ja tapauksia, jotka ovat ryhmälle liian suuria.
            Lopuksi teemme suunnitelman kotiin.

            Koulutus pidetään yhdessä Jonas Refsdalin kanssa. Hän työskentelee koulujen
            neuvonantajana ja on vetänyt vertaisryhmiä kahdessa kunnassa. Kahvia on tarjolla koko
            päivän ja lämmin lounas kumpanakin päivänä.
        """),
        supervisors("Kouluttajat", "ingrid", "jonas"),
        quote(
            "Meillä on ollut vertaistyönohjausta vuosia. Nyt tiedämme, mitä teemme.",
            source="Ohjaaja, aiempi osallistuja (keksitty sitaatti)",
        ),
        call_to_action(
            "Onko teitä monta samassa paikassa? Koulutus voidaan pitää teillä.",
            label="Pyydä tarjous",
            page="contact",
        ),
    ],
}

OPEN_GROUP = {
    "title": "Avoin työnohjausryhmä terveydenhuollon ammattilaisille",
    "slug": "avoin-tyonohjausryhma",
    """lead""": (
        "Sama ilta joka kuukausi puolen vuoden ajan yhdessä muiden kanssa, jotka tuntevat "
        "vuorotyön mutta eivät työpaikkaasi."
    ),
    "for_whom": rich("""
        Sinulle, joka teet potilastyötä etkä saa työnohjausta työpaikallasi tai haluat ryhmän, jossa
        kukaan ei tunne esihenkilöäsi. Voit olla sairaanhoitaja, lähihoitaja, lääkäri,
        fysioterapeutti tai toimintaterapeutti. Ryhmä puhuu norjaa.

        Paikkaa haetaan muutamalla rivillä siitä, mitä teet työksesi. Kokoamme ryhmän niin, ettei
        kenelläkään ole samaa työnantajaa, ja vastaamme viiden arkipäivän kuluessa. Maksat vasta,
        kun sinut on hyväksytty.
    """),
    "body": [
        heading("Kuusi iltaa"),
        text("""
            Ryhmässä on viidestä kahdeksaan ihmistä, ja se on alusta loppuun sama. Sinulla ei
            tarvitse olla tapausta joka kerta. Etevä sinun ei tarvitse olla. Suurin osa työstä on
            muiden kuuntelemista niin, että he kuulevat itsensä.

            Aiemmin mukana olleet sanovat, että kolmas ilta on tärkein. Silloin kaikki ovat jo
            tuoneet jotain esiin, eikä kukaan enää pelkää kysyä.
        """),
        audience_list(
            "Ketkä yleensä hakevat",
            shared("health"),
            shared("home-care"),
            shared(
                "new-graduates",
                "Olet ollut töissä muutaman kuukauden ja mietit, oletko sinä outo vai onko työ.",
            ),
        ),
        principles(
            "Kahden tunnin ilta",
            ("Saapuminen", "Kahvia, kengät pois jos haluat, ja jokaiselta yksi lause."),
            shared("map"),
            shared("blind-spot"),
            shared("next-leg"),
        ),
        facts(
            "Ryhmä lyhyesti",
            ("Laajuus", "Kuusi 120 minuutin tapaamiskertaa"),
            ("Tunnit", "16 työnohjaustuntia à 45 minuuttia, jos olet joka kerta mukana"),
            ("Koko", "Viidestä kahdeksaan osallistujaa"),
            ("Todistus", "Tunneista, joina olet ollut läsnä"),
        ),
        requirement(
            "Meitä on oltava viisi",
            """
                Jos päätöspäivänä mukana on alle viisi, perumme ryhmän. Saat tiedon samana päivänä
                ja rahat takaisin. Päivämäärä näkyy ilmoittautumisen yhteydessä.
            """,
        ),
        supervisors("Työnohjaaja", "ingrid"),
        call_to_action(
            "Etkö ole varma, sopiiko ryhmä sinulle?",
            label="Kysy Ingridiltä",
            page="contact",
        ),
    ],
}

WEBINAR = {
    "title": "Ruudun huone: avoin webinaari työnohjauksesta verkossa",
    "slug": "ruudun-huone",
    """lead""": (
        "Tunti siitä, miten rauha, läsnäolo ja hyvä hiljaisuus saadaan toimimaan ruudun läpi. "
        "Maksuton ja avoin kaikille, jotka vetävät ryhmiä."
    ),
    "for_whom": rich("""
        Sinulle, joka ohjaat, opetat tai vedät kokouksia verkossa ja olet tuntenut, että jotain
        katoaa matkalla. Steinliaa ei tarvitse tuntea ennestään. Webinaari pidetään englanniksi.
    """),
    "body": [
        principles(
            "Kolme asiaa, joita käsittelemme",
            (
                "Ennen kuin kukaan tulee",
                """Kuka istuu missä, mitä ensin näkee ja miksi huone kannattaa avata
                kymmenen minuuttia etuajassa.""",
            ),
            ("Kun tulee hiljaista", "Miten erotat mietteliäisyyden katkenneesta yhteydestä."),
            ("Kun joku katoaa", "Yhden lauseen sopimus, joka säästää ryhmän levottomuudelta."),
        ),
        text("""
            Viimeiset viisitoista minuuttia on varattu kysymyksille. Voit pitää kameran poissa
            päältä koko ajan. Webinaaria ei tallenneta, joten tule paikalle.
        """),
        heading("Kun ruutu ei ole oikea huone"),
        text("""
            Kaikki ei sovi verkkoon: ryhmä, joka ei ole koskaan tavannut ja on riidoissa, tapahtuma,
            josta on vain hetki, tai osallistuja, jolla ei ole rauhallista paikkaa. Puhumme
            siitäkin.
        """),
        supervisors("Tapaat hänet", "aino"),
    ],
}

ESIHENKILOT = {
    "title": "Esihenkilöiden työnohjausryhmä",
    "slug": "esihenkiloiden-ryhma",
    """lead""": (
        "Kuusi tapaamiskertaa verkossa esihenkilöille, jotka työskentelevät suomeksi, missä päin "
        "Pohjoismaita sitten asuvatkin."
    ),
    "for_whom": rich("""
        Terveydenhuollon, hoivan ja koulun esihenkilöille, jotka ajattelevat parhaiten suomeksi. Osa
        asuu Suomessa, osa on muuttanut Norjaan tai Ruotsiin ja kaipaa omaa kieltään, kun on
        sanottava jotain vaikeaa.

        Ryhmä puhuu suomea. Tarvitset huoneen, jossa kukaan ei kuule sinua.
    """),
    "body": [
        heading("Johtamista omalla kielellä"),
        text("""
            Useimmat asiat voi sanoa toisella kielellä. Mutta se, mitä ensin ajattelee, ja se, mistä
            ei ole ylpeä, tulee sillä kielellä, jonka on ensin oppinut. Tässä ryhmässä sinun ei
            tarvitse kääntää itseäsi.

            Tapaamme joka kolmas viikko. Joka kerta kaksi tuo esiin jotain, ja kaikki saavat
            kysymyksen kotiin vietäväksi.
        """),
        principles(
            "Yhdeksänkymmentä minuuttia",
            ("Kierros", "Jokainen sanoo yhden sanan kuluneesta viikosta."),
            (
                "Kaksi asiaa",
                """Kummallekin kolmekymmentä minuuttia ja sovittu hiljaisuus ennen kuin
                kukaan kysyy.""",
            ),
            ("Lopuksi", "Yksi askel ja se, kenelle siitä kerrot."),
        ),
        facts(
            "Ryhmä lyhyesti",
            ("Laajuus", "Kuusi 90 minuutin tapaamiskertaa"),
            ("Kieli", "Suomi"),
            ("Koko", "Viidestä kahdeksaan esihenkilöä"),
            ("Maksaminen", "Euroina, hintaan lisätään Suomen arvonlisävero"),
        ),
        for_and_against(
            "Onko tämä sinun ryhmäsi?",
            "Tule, jos",
            [
                "vastaat toisten työstä",
                "haluat puhua siitä suomeksi",
                "voit varata ajan joka kerraksi",
            ],
            "Valitse jotain muuta, jos",
            [
                "haluat tavata muut samassa huoneessa",
                "etsit ryhmää koko johtoryhmällesi",
            ],
        ),
        supervisors("Työnohjaaja", "aino"),
        call_to_action(
            "Haluatko kysyä ensin jotain, suomeksi, ruotsiksi tai englanniksi?",
            label="Kirjoita Ainolle",
            page="contact",
        ),
    ],
}
