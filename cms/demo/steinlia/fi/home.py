"""Steinlia's front door in Finnish: the home page and how to reach us."""

from cms.demo.words import (
    audience_list,
    call_to_action,
    contact_card,
    facts,
    heading,
    principles,
    quote,
    rich,
    route,
    service_cards,
    shared,
    supervisors,
    text,
)

HOME = {
    "title": "Työnohjausta sinulle, joka autat muita",
    "menu_title": "Etusivu",
    "slug": "steinlia-fi",
    """lead""": (
        "Olemme kolme työnohjaajaa Bergenissä ja verkossa. Meiltä saat aikaa, rakennetta ja hyviä "
        "kysymyksiä niihin työsi asioihin, joita ei ratkaista kahden vuoron välissä."
    ),
    "body": [
        heading("Aikaa ajatella ennen seuraavaa vuoroa"),
        text("""
            Suuri osa työstäsi tapahtuu sääntöjen ja ihmisten välissä. Siellä on harvoin yhtä oikeaa
            vastausta, ja sen etsiminen yksin on raskasta. Työnohjaus on sovittua aikaa, vakaat
            puitteet ja joku, joka kysyy – kunnes näet, mitä teet, miksi teet niin ja mitä haluat
            kokeilla seuraavaksi.

            Osa tulee luoksemme yksin. Useimmat tulevat ryhmään. Mitä huoneessa sanotaan, se jää
            huoneeseen.
        """),
        audience_list(
            "Keitä ohjaamme",
            shared("health"),
            shared("child-welfare"),
            shared("schools"),
            shared("leaders"),
            shared("supervisors"),
        ),
        service_cards("Tästä useimmat aloittavat", "individual", "group", "leader"),
        facts(
            "Tällainen on meidän ryhmämme",
            ("Kuinka usein", "Tavallisesti kerran kuukaudessa"),
            ("Kuinka kauan", "90–120 minuuttia"),
            ("Kuinka monta", "Viidestä kahdeksaan osallistujaa"),
            ("Missä", "Meillä Bergenissä, teillä tai verkossa"),
        ),
        quote(
            """Toin mukanani asian, jota pidin loppuun käsiteltynä. Vein kotiin
            kysymyksen, jota en ollut uskaltanut esittää.""",
            source="Sairaanhoitaja, ryhmän osallistuja (keksitty sitaatti)",
        ),
        supervisors("Työnohjaajat", "ingrid", "mikael", "aino"),
        call_to_action(
            """Mietitkö, olisiko työnohjauksesta apua sinulle tai teille? Kartoituskerta
            kestää puoli tuntia, on maksuton eikä sido mihinkään.""",
            label="Ota yhteyttä",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Steinlia on keksitty näyttämään, mihin Kollegium pystyy: yritystä, ihmisiä ja sitaatteja ei
        ole olemassa.
    """),
}

CONTACT = {
    "title": "Yhteystiedot",
    "slug": "yhteystiedot",
    "lead": "Soita, kirjoita tai poikkea. Vastaamme sähköposteihin kahden arkipäivän kuluessa.",
    "routes": [
        route("email", "Sähköposti", "post@steinlia.example"),
        route("phone", "Puhelin", "+47 00 12 34 56"),
        route("visit", "Käyntiosoite", "Kartbordsmuget 3, 5003 Bergen"),
    ],
    """opening_hours""": (
        "Puhelimeen vastataan maanantaista torstaihin klo 9–15 Norjan aikaa. Työnohjausta iltaisin "
        "sopimuksen mukaan."
    ),
    "body": [
        principles(
            "Näin pääset alkuun",
            (
                "Kerro lyhyesti, mistä on kyse",
                """Kaksi lausetta riittää. Älä kirjoita mitään, mistä potilaan, oppilaan
                tai asiakkaan voisi tunnistaa.""",
            ),
            (
                "Kartoituskerta",
                """Puoli tuntia puhelimessa tai videoyhteydellä. Selvitämme, mitä
                tarvitsette ja olemmeko oikeat tekijät.""",
            ),
            (
                "Tarjous ja työnohjaussopimus",
                """Saat kirjallisen tarjouksen, josta näkyvät tiheys, kesto ja hinta. Jos
                vastaat myöntävästi, teemme sopimuksen.""",
            ),
        ),
        heading("Näin löydät perille"),
        text("""
            Sisäänkäynti on kujan perällä oleva vihreä ovi. Huoneeseemme toiseen kerrokseen pääsee
            hissillä, ja käytössä on WC, johon mahtuu pyörätuolilla. Lähimmälle pikaraitiotien
            pysäkille on seitsemän minuutin kävelymatka. Kerro esteettömyystarpeistasi, niin
            järjestämme asian ennen tuloasi.

            Jos tapaamme verkossa, saat linkin edellisenä päivänä. Huone avautuu kymmenen minuuttia
            ennen alkua.
        """),
        contact_card(
            "Haluaisitko mieluummin puhua ensin ihmisen kanssa?",
            """Soita Ingridille. Hän vastaa itse ja sanoo, jos joku toinen meistä sopii
            sinulle paremmin. Suomeksi palvelee Aino.""",
            person="ingrid",
        ),
    ],
}
