"""Who supervises at Työn ääri."""

from cms.demo.words import credential, heading, line, principles, text

SUPERVISORS = {
    "title": "Työnohjaaja",
    "slug": "tyonohjaaja",
    "lead": "Yksi ihminen, jonka kanssa sovit, tapaat ja lopetat.",
}

REETTA = {
    "title": "Reetta Lehmusaro",
    "slug": "reetta-lehmusaro",
    "profession": "Työnohjaaja, psykiatrinen sairaanhoitaja",
    "languages_spoken": "Suomi, ja ruotsi hitaasti mutta ilolla",
    "methods_used": line(
        "Ratkaisukeskeinen ja narratiivinen työnohjaus, toiminnalliset menetelmät"
    ),
    "lead": (
        "Reetta teki hoitotyötä viisitoista vuotta, viimeiset vuodet osastonhoitajana. Hän on hyvä "
        "odottamaan, että joku sanoo sen toisenkin lauseen."
    ),
    "credentials": [
        credential(
            "Työnohjaajakoulutus",
            issuer="Pispankallion korkeakoulu",
            extent="60 op",
            year="2015",
            valid_until="Pätevyys tarkistetaan viiden vuoden välein",
        ),
        credential(
            "Ryhmät ja niiden ohjaaminen",
            issuer="Pispankallion korkeakoulu",
            extent="15 op",
            year="Syksy 2018",
        ),
        credential(
            "Johdon työnohjaus",
            issuer="Lempoisten koulutuskeskus",
            extent="10 op",
            year="Kevät 2021",
        ),
        credential(
            "Sairaanhoitaja (YAMK)", issuer="Pispankallion korkeakoulu", extent="90 op", year="2010"
        ),
    ],
    "own_supervision": line(
        """Käy itse työnohjauksen työnohjauksessa kerran kuussa ja vaihtaa ohjaajaa noin neljän
        vuoden välein."""
    ),
    "body": [
        heading("Näin työskentelen"),
        text("""
            Kuuntelen ensin ja pitkään. Kysyn asioita, jotka kuulostavat yksinkertaisilta. Joskus
            siirrämme tuoleja, jotta nähdään, kuka seisoo kenenkin takana. Kenenkään ei tarvitse
            esittää mitään.

            Olen ollut pöydän molemmilla puolilla, väsyneenä hoitajana ja väsyneiden esihenkilönä.
            Siksi en lupaa, että kaikki ratkeaa. Lupaan, että asiaa ei tarvitse kantaa yksin
            kuukauden jokaisena päivänä.
        """),
        principles(
            "Tähän voit luottaa",
            ("Vaitiolo", "Tilaaja saa tietää, montako kertaa on kokoonnuttu. Ei muuta."),
            ("Suoruus", "Jos työnohjauksesta ei ole hyötyä, sanon sen ensimmäisenä."),
            ("Loppu", "Sovimme jo alussa, milloin arvioimme ja milloin lopetamme."),
        ),
    ],
}
