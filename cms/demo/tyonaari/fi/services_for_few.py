"""The catalogue of Työn ääri, and its services for one or a few people."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    for_and_against,
    heading,
    line,
    principles,
    questions,
    quote,
    requirement,
    text,
)

SERVICES = {
    "title": "Palvelut",
    "slug": "palvelut",
    "lead": (
        "Yhdeksän tapaa pysähtyä. Jos et tiedä, mikä niistä on sinun, soita, niin valitaan yhdessä."
    ),
}

INDIVIDUAL = {
    "title": "Yksilötyönohjaus",
    "slug": "yksilotyonohjaus",
    "lead": (
        "Tunti, joka on varattu vain sinun työllesi. Kolmen tai neljän viikon välein niin "
        "kauan kuin siitä on hyötyä."
    ),
    "facts_note": line("Tavallisin tapa. Sopivasta rytmistä päätetään ensimmäisellä kerralla."),
    "body": [
        heading("Mitä tunnin aikana tapahtuu"),
        text("""
            Tuot mukanasi sen, mikä on jäänyt pyörimään mielessä: asiakastilanteen, ristiriidan,
            päätöksen tai pelkän tunteen. Puramme sen osiin. Yksi osa on yleensä sinun, toinen
            jonkun muun, ja kolmas kuuluu rakenteille. Kun osat erottaa toisistaan, seuraava askel
            on helpompi nähdä.
        """),
        audience_list(
            "Kenelle",
            ("Hoito- ja kasvatustyön ammattilaisille", "Työ on alkanut painaa vapaallakin."),
            (
                "Sosiaali- ja nuorisotyöhön",
                "Päätös on tehtävä, vaikka hyvää vaihtoehtoa ei ole.",
            ),
            (
                "Itsenäisille ammatinharjoittajille",
                "Omaa työyhteisöä ei ole, mutta samat kysymykset ovat.",
            ),
            ("Uuteen rooliin siirtyville", "Vanhat keinot eivät enää riitä."),
        ),
        benefit_list(
            "Mitä siitä jää",
            ("Selkeämpi rooli", "Tiedät, mikä on sinun tehtäväsi ja mikä ei ole."),
            ("Vapaa, joka on vapaata", "Työ loppuu useammin silloin, kun työpäivä loppuu."),
            ("Rohkeammat sanat", "Vaikea keskustelu on harjoiteltu jo kerran."),
        ),
        call_to_action(
            "Minkä asian haluaisit saada ajateltua loppuun?", label="Kirjoita", page="contact"
        ),
    ],
}

PAIR = {
    "title": "Työparityönohjaus",
    "slug": "tyoparityonohjaus",
    "lead": (
        "Kaksi ihmistä, yksi yhteinen työ. Tilaa puhua siitä, mikä arjessa hoidetaan katseella."
    ),
    "facts_note": line("Tavallisin tapa. Myös kolme tapaamista voi riittää."),
    "body": [
        heading("Kun työtä tehdään kahdestaan"),
        text("""
            Hyvässä työparissa täydennetään toisen lauseita. Joskus niin sujuvasti, että kukaan ei
            enää kysy, oliko lause oikea. Työnohjauksessa kumpikin saa kertoa saman tilanteen omin
            sanoin. Siitä, mitä kertomusten väliin jää, opitaan eniten.
        """),
        principles(
            "Näin edetään",
            ("Kumpikin vuorollaan", "Toinen kuuntelee eikä korjaa, vaikka mieli tekisi."),
            ("Mikä on yhteistä?", "Etsimme sen, mistä olette samaa mieltä, ja sanomme sen ääneen."),
            ("Mikä on sovittava?", "Kirjaamme enintään kolme asiaa seuraavaan kertaan."),
        ),
        requirement(
            "Parityönohjaus ei ole sovittelua",
            """
            Jos välillänne on riita, jota toinen ei halua käsitellä, tarvitaan ensin esihenkilö.
            Voin auttaa miettimään, miten asian ottaa puheeksi.
            """,
        ),
        call_to_action(
            "Mistä me kaksi emme ole vielä puhuneet?", label="Kysy vapaata aikaa", page="contact"
        ),
    ],
}

PATIENT = {
    "title": "Potilastyönohjaus",
    "slug": "potilastyonohjaus",
    "lead": (
        "Työnohjauksen kohteena on hoitosuhde: se, mitä potilaan ja sinun välilläsi tapahtuu. "
        "Yksin tai ryhmässä sen mukaan, miten työtä tehdään."
    ),
    "facts_note": line("Yksin 60 minuuttia, ryhmässä 90. Rytmi sovitaan hoitosuhteen mukaan."),
    "body": [
        heading("Yksi potilas kerrallaan"),
        text("""
            Otamme esiin yhden hoitosuhteen ja viivymme sen äärellä. Mitä potilas näyttää toivovan?
            Mitä sinussa herää? Mitä hoitosuunnitelma ei tavoita? Tarkoitus ei ole löytää virhettä
            vaan ymmärtää niin paljon, että hoito pääsee jatkumaan.
        """),
        for_and_against(
            "Yksin vai ryhmässä?",
            "Yksin, kun",
            [
                "kannat hoitosuhteesta päävastuun",
                "suhde herättää tunteita, joita et halua vielä jakaa",
                "opettelet uutta hoitomuotoa",
            ],
            "Ryhmässä, kun",
            [
                "sama potilas on monen hoidossa",
                "haluatte kuulla, miltä tilanne näyttää toisen tuolista",
                "osasto tarvitsee yhteisen tavan ajatella",
            ],
        ),
        requirement(
            "Potilasta ei voi tunnistaa",
            """
            Nimi, ikä, paikkakunta ja muut tuntomerkit jätetään pois tai muutetaan. En kirjaa
            potilaista mitään.
            """,
        ),
        quote(
            """Ryhmässä kuulin, että muutkin pelkäsivät puhelimen soivan. Sen jälkeen se ei ole
            soinut yhtä kovaa.""",
            source="Psykiatrinen sairaanhoitaja (keksitty sitaatti)",
        ),
        call_to_action(
            "Haluaisimme aloittaa potilastyönohjauksen. Mietimme, sopiiko meille yksilö vai ryhmä.",
            label="Kysy Reetalta",
            page="contact",
        ),
    ],
}

LEADERS = {
    "title": "Johdon ja esihenkilöiden työnohjaus",
    "slug": "johto",
    "menu_title": "Johto ja esihenkilöt",
    "lead": (
        "Paikka, jossa johtaja saa olla keskeneräinen. Kahden kesken tai pienessä ryhmässä, jossa "
        "kaikki tietävät, mistä puhutaan."
    ),
    "facts_note": line("Kahden kesken 60–90 minuuttia, ryhmässä kaksi tuntia."),
    "body": [
        heading("Päätösten takana"),
        text("""
            Esihenkilö kuulee paljon ja voi kertoa vähän. Ylhäältä tulee tavoite, alhaalta väsymys,
            ja molempiin pitäisi vastata samana päivänä. Työnohjauksessa päätöstä voi kokeilla
            ääneen ennen kuin se on tehty.
        """),
        audience_list(
            "Kenelle",
            ("Lähiesihenkilöille", "Teet itsekin työvuoroja ja johdat niiden välissä."),
            ("Päälliköille ja rehtoreille", "Vastaat sellaisestakin, mistä et päätä."),
            ("Johtoryhmille", "Haluatte ajatella yhdessä, ette vain vuorotellen."),
        ),
        call_to_action(
            "Mitä päätöstä haluaisit kokeilla ääneen?", label="Varaa kartoituskerta", page="contact"
        ),
    ],
}

CONSULTATION = {
    "title": "Konsultaatio",
    "slug": "konsultaatio",
    "lead": "Yksi kysymys, yksi tai kaksi tapaamista. Kun apua tarvitaan pian ja rajatusti.",
    "facts_note": line("Useimmiten kerta riittää. Aika löytyy yleensä kahden viikon sisällä."),
    "body": [
        heading("Lyhyt matka, selvä määränpää"),
        text("""
            Konsultaatiossa saat minulta myös mielipiteen. Kerrot tilanteen, kysyn sen, mikä
            puuttuu, ja sanon, mitä itse tekisin ja miksi. Päätös jää sinulle.
        """),
        for_and_against(
            "Konsultaatio vai työnohjaus?",
            "Konsultaatio, kun",
            [
                "kysymys on rajattu ja vastausta tarvitaan pian",
                "haluat kuulla ulkopuolisen arvion",
                "tilanne on poikkeuksellinen",
            ],
            "Työnohjaus, kun",
            [
                "sama asia palaa yhä uudelleen eri nimellä",
                "haluat oppia huomaamaan itse",
                "kysymys koskee koko porukkaa",
            ],
        ),
        questions(
            "Usein kysyttyä",
            (
                "Onnistuuko etänä?",
                "Kyllä. Lähetän linkin, eikä mitään tarvitse asentaa.",
            ),
            (
                "Saanko siitä paperin?",
                "Lyhyen yhteenvedon, jos haluat. Muuten en kirjaa mitään.",
            ),
        ),
        call_to_action(
            "Tarvitsen ulkopuolisen näkemyksen yhteen kysymykseen.",
            label="Pyydä aikaa",
            page="contact",
        ),
    ],
}
