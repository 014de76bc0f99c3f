"""The front page of Työn ääri, and how to reach it."""

from cms.demo.words import (
    call_to_action,
    contact_card,
    heading,
    line,
    principles,
    questions,
    quote,
    rich,
    route,
    service_cards,
    text,
)

HOME = {
    "title": "Pysähdy työsi äärelle",
    "slug": "tyonaari",
    "menu_title": "Etusivu",
    "lead": (
        "Työnohjausta Tampereella, verkossa ja siellä, missä te työtä teette. Yksin, työparina tai "
        "koko porukalla."
    ),
    "body": [
        heading("Mitä työnohjaus on?"),
        quote(
            """Työnohjaus on säännöllistä keskustelua, jossa omaa työtä tutkitaan koulutetun
            ohjaajan kanssa rauhassa ja niin monelta puolelta, että tuttukin alkaa näyttää
            uudelta.""",
            source="Työn sanat: pieni sanakirja, 2. painos (keksitty lähde)",
            language="fi",
        ),
        text("""
            Käytännössä varaat ajan, suljet oven ja katsot työtä, jota muuten katsotaan vain
            ohimennen. Kukaan ei arvostele. Kysymyksiä tulee enemmän kuin neuvoja, ja hyvin usein se
            riittää.

            Työnohjaus ei ole terapiaa, eikä ohjaaja ole esihenkilön silmä tai korva. Työnohjaus on
            sinun työtäsi varten.
        """),
        principles(
            "Kolme asiaa, joista pidän kiinni",
            ("Kiire jää oven taakse", "Aloitamme ajallaan ja lopetamme ajallaan. Puhelin odottaa."),
            ("Jokaisella on ääni", "Myös sillä, joka puhuu viimeisenä tai tänään ei ollenkaan."),
            (
                "Sanottu jää tänne",
                "Olen vaitiolovelvollinen, maksoi työnohjauksen kuka tahansa.",
            ),
        ),
        service_cards("Mistä voisi aloittaa", "individual", "team", "patient", "consultation"),
        text("""
            Kaikki yhdeksän tapaa työskennellä löydät [palveluista](page:services). Ne voi rajata
            sen mukaan, kuka tulee ja mistä on tarkoitus puhua.
        """),
        quote(
            "Tulin hakemaan vastausta ja sain paremman kysymyksen.",
            source="Sairaanhoitaja (keksitty sitaatti)",
        ),
        call_to_action(
            "Mistä työssänne pitäisi nyt puhua ääneen?", label="Kerro Reetalle", page="contact"
        ),
    ],
    "footer_text": rich("""
        Työn ääri on keksitty näyttämään, mihin Kollegium pystyy. Yritystä, ihmisiä ja sitaatteja ei
        ole olemassa.
    """),
}

CONTACT = {
    "title": "Ota yhteyttä",
    "slug": "yhteys",
    "menu_title": "Yhteys",
    "lead": "Vastaan itse, viimeistään kahden arkipäivän kuluessa.",
    "routes": [
        route("form", "Lomake", "Kirjoita minulle tästä"),
        route("email", "Sähköposti", "posti@tyonaari.example"),
        route("phone", "Puhelin", "+358 00 123 456"),
        route("visit", "Käyntiosoite", "Äärenkuja 2, 33200 Tampere"),
    ],
    "opening_hours": line(
        """Puhelinaika on arkisin klo 8.30–9.30. Muulloin jätä viesti, niin soitan takaisin."""
    ),
    "body": [
        contact_card(
            "Ensimmäinen keskustelu on maksuton",
            """
            Puolessa tunnissa selviää, mitä haette ja olenko oikea ihminen. Jos en ole, kerron sen
            ja autan eteenpäin.
            """,
            person="reetta",
        ),
        questions(
            "Ennen kuin kirjoitat",
            (
                "Mitä viestissä kannattaa kertoa?",
                """
                Montako teitä on, mitä työtä teette ja milloin voisitte aloittaa. Älä kirjoita
                mitään, mistä asiakkaan tai potilaan voisi tunnistaa.
                """,
            ),
            (
                "Mitä työnohjaus maksaa?",
                """
                Hinta riippuu tapaamisten pituudesta ja paikasta. Saat kirjallisen tarjouksen, jossa
                hinta on ilman arvonlisäveroa ja sen kanssa.
                """,
            ),
            (
                "Voiko työnohjaajaa kokeilla ensin?",
                """
                Kyllä. Kartoituskerran jälkeen voitte vielä sanoa ei, eikä sitä tarvitse perustella.
                """,
            ),
        ),
        heading("Näin löydät perille"),
        text("""
            Huone on vanhassa kutomossa, toisessa kerroksessa. Sisäänkäynti on pihan puolella,
            ja hissi vie ovelle asti. Rautatieasemalta kävelee tänne kymmenessä minuutissa.
        """),
    ],
}
