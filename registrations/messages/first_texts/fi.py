"""The first letter templates in Finnish."""

from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

TEXTS = {
    Purpose.BEFORE: FirstText(
        name="Käytännön tietoa",
        subject="Käytännön tietoa: {course}",
        paragraphs=(
            "Hei {first_name},",
            "{course} lähestyy. Tässä on se, mitä sinun on hyvä tietää ennen kuin tulet.",
            "Milloin:\n{sessions}",
            "Paikka: {place}",
            "Linkki verkkohuoneeseen: {online_link}",
            "Oma sivusi, jolla on kaikki paikkaasi koskeva: {own_page}",
            "Onko sinulla kysyttävää tai jotain, mitä meidän olisi hyvä tietää? Vastaa "
            "tähän viestiin.",
            "Tervetuloa!",
        ),
    ),
    Purpose.DAY_BEFORE: FirstText(
        name="Edellisenä päivänä",
        subject="Huomenna: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Huomenna tavataan: {course}, {next_session}.",
            "Paikka: {place}",
            "Linkki verkkohuoneeseen: {online_link}",
            "Etkö pääsekään tulemaan? Vastaa tähän viestiin niin pian kuin voit.",
        ),
    ),
    Purpose.THANKS: FirstText(
        name="Kiitos osallistumisesta",
        subject="Kiitos, että olit mukana: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Kiitos, että olit mukana: {course}. Toivottavasti sait mukaasi jotain, mistä "
            "on sinulle hyötyä.",
            "Oma sivusi on yhä käytössä: {own_page}",
            "Kerro meille, mikä oli hyödyllistä ja minkä voimme tehdä paremmin. Vastaa "
            "tähän viestiin, niin luemme sen.",
        ),
    ),
    Purpose.NAMES: FirstText(
        name="Nimiä puuttuu",
        subject="Ketkä tulevat? {course}",
        paragraphs=(
            "Hei {first_name},",
            "Olet ilmoittanut osallistujia: {course}. Meiltä puuttuu yhä yhden tai useamman "
            "tulijan nimi.",
            "Kirjoita nimet tällä sivulla: {names_link}",
            "Tarvitsemme ne viimeistään {deadline}. Paikat ovat joka tapauksessa teidän.",
        ),
    ),
    Purpose.PAYMENT: FirstText(
        name="Maksu puuttuu",
        subject="Maksu puuttuu: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Emme ole saaneet koko maksua: {course}. Maksamatta on {amount}.",
            "Se on maksettava viimeistään {pay_by}.",
            "Maksa kortilla tällä sivulla: {pay_link}",
            "Viitteesi on {reference}. Jos olet maksanut viime päivinä, sinun ei tarvitse "
            "tehdä mitään. Vastaa tähän viestiin, jos jokin ei pidä paikkaansa.",
        ),
    ),
}
