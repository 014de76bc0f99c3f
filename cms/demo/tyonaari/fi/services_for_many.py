"""The services of Työn ääri for teams, groups and whole workplaces."""

from cms.demo.words import (
    benefit_list,
    call_to_action,
    facts,
    for_and_against,
    heading,
    line,
    principles,
    quote,
    requirement,
    text,
)

TEAM = {
    "title": "Tiimityönohjaus",
    "slug": "tiimityonohjaus",
    "lead": (
        "Teille, joilla on yhteinen tehtävä ja liian vähän yhteistä aikaa. Kerran kuussa, samat "
        "ihmiset, sama pöytä."
    ),
    "facts_note": line("Tavallisin tapa. Räätälöidään aina tiimin mukaan."),
    "body": [
        heading("Mistä tiimi puhuu, kun sillä on aikaa"),
        text("""
            Aluksi työnjaosta. Sitten siitä, mitä kukin luulee toisten odottavan. Lopulta siitä,
            mihin oikeastaan pyritään. Järjestys on melkein aina sama, eikä sitä kannata kiirehtiä.
        """),
        benefit_list(
            "Mitä tiimit ovat saaneet",
            ("Yhteiset sanat", "Sama asia tarkoittaa kaikille samaa."),
            ("Vähemmän kiertoteitä", "Asia sanotaan sille, jota se koskee."),
            ("Tilaa erimielisyydelle", "Eri mieltä voi olla ilman, että kenenkään täytyy hävitä."),
        ),
        requirement(
            "Sovitaan ensin",
            """
            Esihenkilön osallistumisesta päätetään ennen aloitusta. Kesken kauden joukko ei vaihdu.
            """,
        ),
        quote(
            "Huomasimme, että olimme vuoden ajan ratkaisseet eri ongelmaa.",
            source="Lastensuojelun tiimi (keksitty sitaatti)",
        ),
        call_to_action(
            "Mihin tiimimme aika oikeastaan kuluu?", label="Kerro tiimistänne", page="contact"
        ),
    ],
}

GROUP = {
    "title": "Ryhmätyönohjaus",
    "slug": "ryhmatyonohjaus",
    "lead": (
        "Saman alan ihmisiä eri työpaikoista. Kukaan ei tunne sinun esihenkilöäsi, mutta kaikki "
        "tuntevat työsi."
    ),
    "facts_note": line("Tavallisin tapa. Ryhmä kokoontuu vähintään puoli vuotta."),
    "body": [
        heading("Vieraat näkevät tarkemmin"),
        text("""
            Omalla työpaikalla moni asia on itsestään selvä. Ryhmässä joku kysyy miksi, ja vastausta
            joutuukin miettimään. Vuorollaan jokainen tuo asian, muut kysyvät ja ajattelevat ääneen.
        """),
        principles(
            "Kaksi tuntia, neljä vaihetta",
            ("Kierros", "Mitä edellisestä kerrasta on jäänyt käteen?"),
            ("Kertomus", "Yksi kertoo, muut kuuntelevat loppuun."),
            ("Kaiku", "Ryhmä ajattelee ääneen, kertoja saa olla hiljaa."),
            ("Poiminta", "Kertoja valitsee, mitä ottaa mukaansa."),
        ),
        for_and_against(
            "Sopiiko ryhmä sinulle?",
            "Sopii, kun",
            [
                "kaipaat ajatuksia oman talon ulkopuolelta",
                "jaksat kuunnella silloinkin, kun ei ole oma vuoro",
                "voit tulla joka kerta",
            ],
            "Odota vielä, kun",
            [
                "elämässä on kriisi, joka vie kaiken huomion",
                "ryhmässä olisi oma esihenkilösi tai alaisesi",
            ],
        ),
        call_to_action(
            "Etsin ryhmää, jossa olisi muita samalta alalta.",
            label="Kysy ryhmistä",
            page="contact",
        ),
    ],
}

COMMUNITY = {
    "title": "Työyhteisön työnohjaus",
    "slug": "tyoyhteiso",
    "lead": (
        "Koko työyhteisö samassa huoneessa, esihenkilö mukaan luettuna. Kun halutaan puhua siitä, "
        "miten täällä ollaan."
    ),
    "facts_note": line("Kuusi tapaamista on hyvä alku. Isompi joukko jaetaan kahtia."),
    "body": [
        heading("Kaikki kuulevat saman"),
        text("""
            Työyhteisössä tieto kulkee käytävillä nopeammin kuin kokouksissa. Työnohjauksessa
            pysähdytään niin, että jokainen kuulee saman asian samaan aikaan. Puhumme
            perustehtävästä, vastuista ja siitä, mitä kukin tarvitsee voidakseen tehdä työnsä hyvin.
        """),
        facts(
            "Ennen ensimmäistä kertaa",
            ("Tilaajan kanssa", "Tavoite, aikataulu ja se, mistä ei raportoida"),
            ("Esihenkilön kanssa", "Oma rooli: osallistuja vai isäntä?"),
            ("Koko väen kanssa", "Kolmen kysymyksen kysely nimettömänä"),
        ),
        requirement(
            "Työsuojelu tulee ensin",
            """
            Häirintä ja epäasiallinen kohtelu selvitetään työnantajan johdolla, ei työnohjauksessa.
            Tulen mukaan sen jälkeen, kun halutaan jatkaa yhdessä.
            """,
        ),
        call_to_action(
            "Mistä työyhteisössämme puhutaan käytävillä mutta ei kokouksissa?",
            label="Pyydä tarjous",
            page="contact",
        ),
    ],
}

PROCESS = {
    "title": "Prosessityönohjaus",
    "slug": "prosessityonohjaus",
    "lead": (
        "Kulkuseuraa muutokseen, joka kestää: yhdistymiseen, muuttoon, uuteen tapaan tehdä työtä."
    ),
    "facts_note": line(
        "Kesto sovitaan muutoksen mukaan, tavallisesti puolesta vuodesta kahteen vuoteen."
    ),
    "body": [
        heading("Muutos on matka eikä päivämäärä"),
        text("""
            Organisaatio muuttuu yhdessä yössä, ihmiset hitaammin. Prosessityönohjauksessa
            seuraamme, missä kohtaa kukin on menossa, mikä vanhasta on pidettävä ja mistä on aika
            luopua. Sama ohjaaja pysyy mukana alusta loppuun.
        """),
        principles(
            "Matkan vaiheet",
            ("Lähtö", "Mitä jää taakse, ja saako sitä surra?"),
            ("Välitila", "Vanha ei enää päde eikä uusi vielä kanna. Tässä viivytään pisimpään."),
            ("Perille", "Mitä osaamme nyt, mitä emme osanneet silloin?"),
        ),
        benefit_list(
            "Miksi ulkopuolinen",
            ("Muistan, mitä alussa sanottiin", "Matkan varrella se unohtuu muilta."),
            ("En hyödy lopputuloksesta", "Voin kysyä sitä, mitä muiden on hankala kysyä."),
        ),
        call_to_action(
            "Mikä meillä on muuttumassa, ja kuinka kauan se vielä kestää?",
            label="Kerro muutoksesta",
            page="contact",
        ),
    ],
}
