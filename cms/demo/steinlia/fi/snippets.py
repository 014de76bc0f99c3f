"""What several of Steinlia's pages share, in Finnish."""

AUDIENCES = {
    "health": {
        "name": "Sairaanhoitajat ja muut terveydenhuollon ammattilaiset",
        """text""": (
            "Kannat tapahtumia mukanasi vuorosta toiseen ja kaipaat paikkaa, jossa voit laskea ne "
            "käsistäsi ja katsoa niitä."
        ),
    },
    "home-care": {
        "name": "Kotihoidon ja asumisyksiköiden työntekijät",
        "text": "Teet työtä toisten kodeissa, usein yksin, ja tapaat työtoverisi ovensuussa.",
    },
    "mental-health": {
        "name": "Mielenterveys- ja päihdetyön ammattilaiset",
        """text""": (
            "Olet lähellä ihmisiä, joilla on ollut pitkään vaikeaa, ja sinun on jaksettava pitää "
            "kiinni sekä toivosta että etäisyydestä."
        ),
    },
    "child-welfare": {
        "name": "Lastensuojelun ja sosiaalityön ammattilaiset",
        """text""": (
            "Teet ratkaisuja, jotka vaikuttavat syvästi toisten elämään, ja haluat ajatella ääneen "
            "ennen kuin teet ne."
        ),
    },
    "schools": {
        "name": "Opettajat ja koulun muut aikuiset",
        """text""": (
            "Olet huoneen ainoa aikuinen, mutta vaikeiden asioiden kanssa sinun ei pidä jäädä "
            "yksin."
        ),
    },
    "leaders": {
        "name": "Esihenkilöt",
        "text": "Vastaat toisten työpäivästä, mutta omastasi sinulla on harvoja, joille puhua.",
    },
    "new-graduates": {
        "name": "Vastavalmistuneet",
        "text": "Olet oppinut ammatin, ja nyt on aika selvittää, miten juuri sinä sitä kannat.",
    },
    "pastoral": {
        "name": "Papit, diakoniatyöntekijät ja muut sielunhoitajat",
        """text""": (
            "Otat vastaan sen, mitä muille ei kerrota, ja harvoin on ketään, jonka kanssa sen "
            "voisi jakaa."
        ),
    },
    "supervisors": {
        "name": "Työnohjaajat",
        "text": "Ohjaat itse muita ja haluat työnohjausta omalle ohjaustyöllesi.",
    },
}

BENEFITS = {
    "lighter": {
        "title": "Viet kotiin vähemmän kannettavaa",
        "text": "Asia, joka on pöydällä, ei ole enää vain sinun sisälläsi.",
    },
    "language": {
        "title": "Saatte yhteisen kielen",
        "text": "Apua on helpompi pyytää, kun kaikki tietävät, mikä on katvealue.",
    },
    "decisions": {
        "title": "Päätökset on perusteltu paremmin",
        "text": "Osaat sanoa, minkä jätit valitsematta ja miksi.",
    },
    "alive": {
        "title": "Ammatti pysyy elävänä",
        "text": "Se, mitä työnohjauksessa ihmettelette, kulkee mukananne takaisin taukohuoneeseen.",
    },
}

PRINCIPLES = {
    "map": {
        "title": "Levitä kartta",
        """text""": (
            "Asian tuoja kertoo keskeytyksettä. Ryhmä piirtää: ketkä ovat mukana, mitä on "
            "tapahtunut, mitä emme tiedä?"
        ),
    },
    "blind-spot": {
        "title": "Etsi katvealue",
        """text""": (
            "Kysymme emmekä neuvo. Jokainen nimeää kartalta yhden kohdan, jota kukaan ei ole vielä "
            "katsonut."
        ),
    },
    "next-leg": {
        "title": "Kirjaa seuraava etappi",
        """text""": (
            "Asian tuoja valitsee yhden askelen ja sanoo, milloin se otetaan. Seuraavalla kerralla "
            "aloitamme siitä."
        ),
    },
}

TOPICS = {
    "groups": {"name": "Ryhmä"},
    "agreements": {"name": "Sopimukset ja puitteet"},
    "online": {"name": "Työnohjaus verkossa"},
    "hours": {"name": "Tunnit ja hyväksyntä"},
    "employers": {"name": "Työnantajille"},
}
