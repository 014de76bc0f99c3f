"""The course pages of Työn ääri in Finnish."""

from collections.abc import Mapping
from typing import Final

from cms.demo.words import (
    Words,
    benefit_list,
    call_to_action,
    facts,
    heading,
    principles,
    requirement,
    rich,
    supervisors,
    text,
)

COURSES = {
    "title": "Ryhmät",
    "slug": "ryhmat",
    "lead": "Avoimia ryhmiä, joihin voi ilmoittautua yksin. Paikkoja on vähän, ja se on tarkoitus.",
}

LEADERS = {
    "title": "Johtajan oma pöytä: esihenkilöiden ryhmä",
    "slug": "johtajan-oma-poyta",
    "menu_title": "Johtajan oma pöytä",
    "lead": (
        "Kuusi tapaamista puolen vuoden aikana. Enintään seitsemän esihenkilöä eri työpaikoista, "
        "saman pöydän ääressä Tampereella."
    ),
    "for_whom": rich("""
        Lähiesihenkilöille, osastonhoitajille, päiväkodin johtajille ja rehtoreille. Sopii
        vastavalitulle ja sille, joka on johtanut niin kauan, ettei kukaan enää kysy, mitä kuuluu.

        Samasta organisaatiosta otetaan yksi ihminen ryhmää kohden, jotta voi puhua vapaasti.
    """),
    "body": [
        heading("Miksi pöytä?"),
        text("""
            Esihenkilö istuu monessa pöydässä, mutta harvoin omassaan. Tässä pöydässä ei tehdä
            päätöksiä eikä pidetä pöytäkirjaa. Tuot asian, muut auttavat ajattelemaan, ja lähdet
            kotiin yhden ajatuksen kevyempänä tai ainakin rikkaampana.
        """),
        principles(
            "Kaksi tuntia kulkee näin",
            ("Kuulumiset", "Jokainen saa kolme minuuttia. Kukaan ei kommentoi."),
            ("Yksi asia", "Ryhmä valitsee, kenen asia on tänään kypsin."),
            ("Kysymyksiä", "Neuvot odottavat, kunnes kertoja pyytää niitä."),
            ("Ajatus taskuun", "Jokainen kirjoittaa lauseen, jonka ottaa mukaansa."),
        ),
        benefit_list(
            "Mitä muut ovat vieneet mukanaan",
            ("Vertaisia", "Joku, jolle voi soittaa vielä viimeisen tapaamisen jälkeenkin."),
            ("Lisää malttia", "Kaikkeen ei tarvitse vastata samana päivänä."),
            ("Todistus", "Niistä tunneista, joina olet ollut paikalla."),
        ),
        facts(
            "Lyhyesti",
            ("Laajuus", "Kuusi tapaamiskertaa, 120 minuuttia kerrallaan"),
            ("Tiheys", "Noin kerran kuussa"),
            ("Ryhmäkoko", "Neljästä seitsemään"),
            ("Kieli", "Suomi"),
        ),
        requirement(
            "Sitoudut tulemaan joka kerta",
            """
            Ryhmä on pieni, ja tyhjä tuoli huomataan. Jos tiedät jo nyt, että kaksi kertaa jää
            väliin, odota seuraavaa ryhmää.
            """,
        ),
        supervisors("Ohjaaja", "reetta"),
        call_to_action(
            "Mietin, sopisiko esihenkilöiden ryhmä minulle.", label="Kysy Reetalta", page="contact"
        ),
    ],
}

PAGES: Final[Mapping[str, Words]] = {"courses": COURSES, "course-leaders": LEADERS}
