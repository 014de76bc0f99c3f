"""The terms of Työn ääri, and what it says of withdrawal, privacy and accessibility."""

from cms.demo.words import rich

TERMS = {
    "title": "Ehdot",
    "slug": "ehdot",
    "lead": "Näihin sitoudut, kun ilmoittaudut ryhmään. Luettavissa yhden kahvikupin aikana.",
    "text": rich("""
        ## Sopimuksen osapuolet

        Sopimuksen tekevät tilaaja ja Työn ääri Oy, Y-tunnus 0000000-1, Äärenkuja 2, 33200 Tampere,
        posti@tyonaari.example, +358 00 123 456.

        ## Ilmoittautuminen

        Ilmoittautuminen on sitova, kun olet saanut vahvistuksen sähköpostiisi. Jos maksat kortilla,
        paikka odottaa sinua maksamisen ajan. Jos maksu ei onnistu ajoissa, ilmoittautuminen raukeaa
        eikä maksa sinulle mitään.

        ## Hinta ja maksaminen

        Näet hinnan, arvonlisäveron ja loppusumman ennen kuin ilmoittaudut. Voit maksaa kortilla.
        Työnantajat ja yrittäjät voivat valita laskun, jonka maksuaika on 21 päivää.

        ## Peruutus

        Voit perua vahvistusviestin linkistä tai kirjoittamalla meille. Päivä, jona viesti tulee
        perille, ratkaisee.

        - **Vähintään 28 päivää ennen ensimmäistä kertaa:** peruutus ei maksa mitään.
        - **14–27 päivää ennen:** maksat puolet.
        - **Alle 14 päivää ennen tai ilman ilmoitusta:** maksat koko hinnan.

        Samaa työtä tekevä kollega voi tulla tilallesi ilman lisämaksua ennen ensimmäistä kertaa.

        ## Jos ryhmä peruuntuu

        Jos ilmoittautuneita on alle neljä, ryhmä voidaan perua viimeistään viikkoa ennen alkua.
        Saat silloin kaiken maksamasi takaisin. Jos ohjaaja sairastuu, tapaamiskerta siirtyy.

        ## Peruuttamisoikeus

        Jos maksat itse kuluttajana, sinulla on 14 päivän peruuttamisoikeus. Ohjeet ovat sivulla
        [Peruuttamisoikeus](page:withdrawal). Se menee näiden peruutusehtojen edelle.

        ## Vaitiolo

        Ryhmässä puhuttu jää ryhmään. Mitään ei tallenneta.

        ## Erimielisyydet

        Kerro ensin meille. Kuluttajana voit olla yhteydessä kuluttajaneuvontaan ja viedä asian sen
        jälkeen kuluttajariitalautakuntaan. Sopimukseen sovelletaan Suomen lakia.
    """),
}

WITHDRAWAL = {
    "title": "Peruuttamisoikeus",
    "slug": "peruuttamisoikeus",
    "lead": "Ilmoittauduitko liian nopeasti? Kuluttajana voit perua 14 päivän ajan ilman syytä.",
    "text": rich("""
        ## Ketä tämä koskee

        Sinua, joka ilmoittaudut ja maksat yksityishenkilönä. Jos maksaja on työnantaja tai oma
        yrityksesi, noudatetaan [ehtojen](page:terms) kohtaa Peruutus.

        ## Määräaika

        14 päivää siitä päivästä, jona sait vahvistuksen. Riittää, että ilmoitat viimeisen päivän
        aikana.

        ## Näin perut

        Valitse sivun alareunasta ”Peru sopimus tästä”. Ilmoitat ensin ja vahvistat sitten, ja saat
        heti kuittauksen, jossa on päivä ja kellonaika. Kirjautua ei tarvitse. Voit myös kirjoittaa
        osoitteeseen posti@tyonaari.example omin sanoin tai peruuttamislomakkeella.

        ## Rahat takaisin

        Palautamme maksun samalla tavalla kuin maksoit, viimeistään 14 päivän kuluttua
        ilmoituksestasi.

        ## Jos ryhmä on jo alkanut

        Jos ryhmä alkaa pyynnöstäsi peruuttamisajan kuluessa, maksat vain niistä kerroista, jotka on
        ehditty pitää ennen ilmoitustasi.
    """),
}

PRIVACY = {
    "title": "Tietosuojaseloste",
    "slug": "tietosuoja",
    "menu_title": "Tietosuoja",
    "lead": "Mitä sinusta tallennetaan, miksi ja kuinka kauan.",
    "text": rich("""
        ## Rekisterinpitäjä

        Työn ääri Oy, Y-tunnus 0000000-1, posti@tyonaari.example. Kysymyksiin vastaa Reetta
        Lehmusaro.

        ## Mitä ja miksi

        - **Yhteydenotto:** nimi, osoite ja viestisi, jotta voin vastata. Poistetaan viimeistään
          vuoden kuluttua viimeisestä viestistä.
        - **Ilmoittautuminen:** nimi, sähköposti, maksaja ja vastauksesi kysymyksiin, jotta voin
          täyttää sopimuksen.
        - **Laskut ja tositteet:** kuusi vuotta sen vuoden lopusta, jona tilikausi on päättynyt.
          Kirjanpitolaki vaatii sen.
        - **Ruokavalio ja esteettömyys:** vain suostumuksellasi, muista erillään, ja poistetaan pian
          viimeisen kerran jälkeen.
        - **Läsnäolo:** päivä ja kellonaika todistusta varten. Keskustelujen sisällöstä ei
          tallenneta mitään.

        ## Kuka tietoja käsittelee

        Palvelintila ja sähköposti ostetaan EU-alueelta, kortti- ja laskumaksut hoitaa Stripe.
        Tietoja ei myydä eikä käytetä mainontaan.

        ## Evästeet

        Kävijöitä ei seurata. Välttämättömistä evästeistä kerrotaan sivulla
        [Evästeet](page:cookies).

        ## Oikeutesi

        Voit nähdä tietosi, korjata tai siirtää ne, pyytää niiden poistamista tai vastustaa
        käsittelyä. Kirjoita minulle. Voit myös tehdä valituksen tietosuojavaltuutetulle.
    """),
}

COOKIES = {
    "title": "Evästeet",
    "slug": "evasteet",
    "lead": "Täällä ei ole mitään, mihin pitäisi suostua. Siksi sitä ei kysytä.",
    "text": rich("""
        ## Lukiessasi

        Sivujen lukeminen ei aseta yhtään evästettä. Kävijöitä ei lasketa eikä seurata, eikä
        sivuilla ole mainoksia.

        ## Välttämättömät evästeet

        - **csrftoken** asetetaan, kun avaat lomakkeen. Se estää muita lähettämästä lomaketta
          sinun nimissäsi. Siinä ei ole tietoja sinusta.
        - **sessionid** asetetaan vain ylläpitäjälle, joka kirjautuu muokkaamaan sivuja.

        Sähköisen viestinnän palveluista annetun lain mukaan välttämättömiin evästeisiin ei tarvita
        suostumusta. Valvova viranomainen on Liikenne- ja viestintävirasto Traficom.

        ## Jos estät evästeet

        Voit lukea kaiken, mutta lomakkeet eivät toimi. Kirjoita silloin osoitteeseen
        posti@tyonaari.example, niin hoidetaan asia sähköpostilla.
    """),
}

ACCESSIBILITY = {
    "title": "Saavutettavuus",
    "slug": "saavutettavuus",
    "lead": "Sivuston pitää toimia kaikilla, ja huoneeseen pitää päästä.",
    "text": rich("""
        ## Verkkosivut

        Tavoitteena on WCAG 2.2 -ohjeiston taso AA. Sivuja voi käyttää näppäimistöllä ja
        ruudunlukijalla, suurennettuna, tummassa tilassa ja ilman JavaScriptiä. Mikroyritystä laki
        digitaalisten palvelujen tarjoamisesta ei velvoita. Ruuhkabussissa lukeva hoitaja
        velvoittaa.

        Tiedossa ei ole puutteita.

        ## Tila

        Hissi, kynnyksetön ovi ja esteetön wc samassa kerroksessa. Valaistusta voi säätää. Kerro
        ilmoittautuessasi, jos tarvitset muuta, niin järjestän sen.

        ## Anna palautetta

        Jos jokin ei toimi, kirjoita osoitteeseen posti@tyonaari.example tai soita +358 00 123 456.
        Vastaan kahden arkipäivän kuluessa ja annan tiedon sinulle sopivalla tavalla.
    """),
}
