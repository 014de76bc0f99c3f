"""Steinlia's terms in Finnish."""

from cms.demo.words import rich

TERMS = {
    "title": "Koulutusten ja ryhmien ehdot",
    "menu_title": "Ehdot",
    "slug": "ehdot",
    "lead": "Mihin sitoudut ilmoittautuessasi, selkeällä kielellä.",
    "text": rich("""
        ## Kenen kanssa teet sopimuksen

        Sopimus tehdään sinun, tilaajan, ja Steinlia fagveiledning AS:n välillä (norjalainen
        yritystunnus 000 000 001, Kartbordsmuget 3, 5003 Bergen, post@steinlia.example). Jos
        ilmoitat työtovereitasi, tilaaja olet sinä, ja huolehdit siitä, että he tuntevat nämä ehdot.

        ## Ilmoittautuminen

        Ilmoittautuminen on sitova, kun olet saanut vahvistuksen sähköpostiisi. Jos maksat kortilla,
        paikat ovat varattuina maksamisen ajan. Jos maksua ei suoriteta ilmoittautumissivulla
        mainitussa ajassa, ilmoittautuminen raukeaa eikä siitä aiheudu sinulle kuluja.

        Joihinkin ryhmiin luemme ilmoittautumisen ennen kuin vastaamme, koska ryhmän on sovittava
        yhteen. Silloin maksat vasta, kun olemme hyväksyneet sinut.

        ## Hinta ja maksaminen

        Hinta on se, joka on koulutuksen sivulla ilmoittautuessasi. Useimmat koulutuksemme ovat
        opetusta ja siksi arvonlisäverottomia. Jos koulutuksesta peritään arvonlisävero, verokanta
        sekä veroton ja verollinen hinta näkyvät vierekkäin. Osa koulutuksista pidetään Ruotsissa
        tai suomeksi, ja ne maksetaan Ruotsin kruunuina tai euroina.

        Voit maksaa kortilla. Työnantajat ja itsensä työllistävät voivat saada myös laskun, jonka
        maksuaika on 14 päivää. Koulutustila, aineisto ja osallistumistodistus sisältyvät hintaan.
        Koko päivän kestäviin koulutuksiin sisältyy lounas.

        ## Peruuttaminen

        Peruutat ilmoittautumisen sen omalla sivulla tai kirjoittamalla meille. Ratkaiseva on päivä,
        jona saamme viestisi.

        - **30 päivää tai enemmän ennen ensimmäistä tapaamiskertaa:** Et maksa mitään ja saat
        takaisin kaiken maksamasi.
        - **14–29 päivää ennen:** Maksat puolet osallistumismaksusta.
        - **7–13 päivää ennen:** Maksat kolme neljäsosaa osallistumismaksusta.
        - **Alle 7 päivää ennen tai ilmoittamatta:** Maksat koko osallistumismaksun.

        Työtoveri voi aina tulla tilallesi ilman lisämaksua. Ilmoita nimi viimeistään edellisenä
        päivänä.

        ## Peruuttamisoikeus

        Jos maksat itse yksityishenkilönä, voit peruuttaa sopimuksen 14 päivän kuluessa siitä, kun
        sait vahvistuksen. Syytä ei tarvitse kertoa. Ohjeet ovat sivulla
        [peruuttamisoikeus](page:withdrawal). Peruuttamisoikeus menee peruutusehtojen edelle.

        ## Jos joudumme perumaan koulutuksen

        Jos työnohjaaja sairastuu tai ilmoittautuneita on liian vähän, voimme perua koulutuksen tai
        siirtää sitä. Ilmoitamme heti, kun tiedämme asiasta, ja vähintään seitsemän päivää ennen,
        jos syynä on osallistujien vähyys. Silloin valitset uuden ajankohdan tai saat takaisin
        kaiken maksamasi. Emme korvaa matkoja emmekä majoitusta, joten varaa mieluiten lippuja,
        joita voi muuttaa.

        ## Jonotuslista

        Kun koulutus on täynnä, voit jonottaa paikkaa maksutta. Jos paikka vapautuu, saat siitä
        paikkatarjouksen sähköpostiisi ja määräajan vastaamiseen. Jos et vastaa, tarjous siirtyy
        seuraavalle.

        ## Luottamuksellisuus ja tallentaminen

        Mitä muut kertovat koulutuksessa ja ryhmässä, jää sinne. Älä tuo mukanasi tietoja, joista
        potilaan, oppilaan tai asiakkaan voisi tunnistaa. Tapaamiskertoja ei tallenna kukaan, emme
        me eivätkä osallistujat.

        ## Läsnäolo ja osallistumistodistus

        Saat osallistumistodistuksen, kun olet ollut läsnä koko koulutuksen ajan. Jos olet osan
        ajasta poissa, kirjaamme ne tunnit, joina olit mukana.

        ## Henkilötiedot

        Mitä tietoja sinusta tallennamme ja kuinka pitkäksi aikaa, kerrotaan
        [tietosuojaselosteessa](page:privacy).

        ## Valitukset ja erimielisyydet

        Kerro ensin meille, niin asia yleensä ratkeaa. Jos olet kuluttaja emmekä pääse
        yksimielisyyteen, voit viedä asian Norjan kuluttajaviranomaiselle, Forbrukertilsynetille.
        Sopimukseen sovelletaan Norjan lakia.
    """),
}
