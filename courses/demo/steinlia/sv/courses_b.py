"""Steinlia's further courses, in Swedish."""

from cms.demo.words import (
    audience_list,
    benefit_list,
    call_to_action,
    facts,
    for_and_against,
    heading,
    principles,
    quote,
    requirement,
    rich,
    shared,
    supervisors,
    text,
)

CHEFER = {
    "title": "Handledning för chefer: en dag i Göteborg",
    "slug": "handledning-for-chefer",
    """lead""": (
        "En dag i Göteborg för chefer som vill pröva handledning innan de köper den till andra."
    ),
    "for_whom": rich("""
        För chefer i omsorg, socialtjänst och skola. Du har personalansvar, och gärna ett samtal
        framför dig som du inte ser fram emot. Dagen hålls på svenska.

        Arbetsgivaren betalar och får faktura. Är det fullt kan du stå på väntelista.
    """),
    "body": [
        heading("En dag med din egen vardag"),
        text("""
            Chefer blir ofta ombedda att ordna handledning till sitt folk. Få har själva fått någon.
            Den här dagen är det du som sitter i stolen: du tar med ett samtal du har framför dig,
            och arbetar med det tillsammans med fem andra i samma roll.

            På eftermiddagen vänder vi på det. Vad ska du be om när du köper handledning, vad ska du
            få veta, och vad har du inte med att göra?
        """),
        principles(
            "Dagen",
            ("Förmiddag", "Kartbordet med egna ärenden, i grupper om sex."),
            (
                "Efter lunch",
                "Du övar på ett samtal du har skjutit upp, med en kollega som spelar den andra.",
            ),
            ("Till sist", "Ett avtal på en sida, som du kan använda när du beställer handledning."),
        ),
        audience_list(
            "Vilka dagen är till för",
            shared("leaders"),
            ("Du som ska beställa handledning", "Och vill veta vad du beställer."),
        ),
        facts(
            "Kort om dagen",
            ("Omfattning", "En dag, 9–16"),
            ("Språk", "Svenska"),
            ("Betalning", "Svenska kronor, faktura till arbetsgivaren"),
            ("Kursintyg", "För sex timmar"),
        ),
        supervisors("Kursledare", "mikael"),
        quote(
            """Jag kom för att lära mig köpa handledning. Jag gick hem och ringde någon
            jag hade undvikit i tre veckor.""",
            source="Enhetschef i Göteborg (påhittat citat)",
        ),
        call_to_action(
            "Är ni sex chefer på samma ställe? Då kommer Mikael till er.",
            label="Be om offert",
            page="contact",
        ),
    ],
}

ESIHENKILOT = {
    "title": "Esihenkilöiden työnohjausryhmä: chefsgrupp på finska",
    "slug": "chefsgrupp-pa-finska",
    "lead": "Sex träffar på nätet för chefer som arbetar på finska, var i Norden de än bor.",
    "for_whom": rich("""
        För chefer i vård, omsorg och skola som tänker bäst på finska. Några bor i Finland, några
        har flyttat till Norge eller Sverige och saknar språket när det är något svårt som ska
        sägas.

        Gruppen hålls på finska. Du behöver ett rum där ingen hör dig.
    """),
    "body": [
        heading("Att leda på sitt eget språk"),
        text("""
            Det mesta går att säga på ett annat språk. Men det första man tänker, och det man inte
            är stolt över, kommer på det man lärde sig först. I den här gruppen slipper du översätta
            dig själv.

            Vi ses var tredje vecka. Varje gång lägger två fram något, och alla får med sig en fråga
            hem.
        """),
        principles(
            "Nittio minuter",
            ("Kierros, ett varv", "Var och en säger ett ord om veckan som gick."),
            (
                "Två ärenden",
                "Trettio minuter till vart och ett, med överenskommen tystnad innan någon frågar.",
            ),
            ("Till sist", "Ett steg, och vem du berättar det för."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfattning", "Sex träffar à 90 minuter"),
            ("Språk", "Finska"),
            ("Storlek", "Fem till åtta chefer"),
            ("Betalning", "Euro, med finsk moms"),
        ),
        for_and_against(
            "Är det här gruppen för dig?",
            "Kom om",
            [
                "du ansvarar för andras arbete",
                "du vill prata finska om det",
                "du kan avsätta tiden varje gång",
            ],
            "Välj något annat om",
            [
                "du vill träffa de andra i ett rum",
                "du söker en grupp för hela din ledningsgrupp",
            ],
        ),
        supervisors("Handledare", "aino"),
        call_to_action(
            "Vill du fråga om något först, på finska, svenska eller engelska?",
            label="Skriv till Aino",
            page="contact",
        ),
    ],
}

FIRST_YEAR = {
    "title": "Det första året: grupp för nyutexaminerade",
    "slug": "det-forsta-aret",
    """lead""": (
        "Sex eftermiddagar för dig som är ny i yrket, tillsammans med andra som också övar på att "
        "verka lugna."
    ),
    "for_whom": rich("""
        För sjuksköterskor, behandlingspedagoger, socionomer och lärare i sitt första år.
        Arbetsgivaren betalar som regel, och gruppen träffas på arbetstid.

        Gruppen startar en gång om året, på hösten eller efter nyår. Skriv till oss om du vill få
        veta när nästa börjar.
    """),
    "body": [
        heading("Det ingen frågar om på morgonmötet"),
        text("""
            Hur säger du till någon som har varit där i tjugo år att du inte förstår? När är det
            okej att gå hem? Vad gör du med det du såg i går? De som är nya har samma frågor, men på
            varsin arbetsplats. Här är de i samma rum.

            Vi pratar inte om hur saker görs. Det lär du dig där du är. Vi pratar om hur du har det
            medan du lär dig, och vad du vill pröva nästa vecka.
        """),
        benefit_list(
            "Det de nya säger att de fick",
            shared("lighter"),
            ("Mod att fråga tidigare", "En fråga på måndagen är mindre än ett fel på fredagen."),
            shared("alive", "Det du undrar över som ny är värt att ta vara på."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfattning", "Sex träffar à 90 minuter"),
            ("Timmar", "12 handledningstimmar à 45 minuter"),
            ("Storlek", "Fem till sju deltagare"),
            ("Dokumentation", "Intyg för de timmar du har varit närvarande"),
        ),
        quote(
            "Nu är det jag som ser när nästa nya står stilla i korridoren.",
            source="Sjuksköterska, deltagare i fjol (påhittat citat)",
        ),
        supervisors("Handledare", "ingrid"),
        call_to_action(
            "Vill du få veta när nästa grupp börjar?",
            label="Skriv till oss",
            page="contact",
        ),
    ],
}

OUTDOORS = {
    "title": "Kartbordet utomhus: en handledningsdag på fjället",
    "slug": "kartbordet-utomhus",
    """lead""": (
        "En lugn vandring med karta, termos och tre ärenden. Vi går, stannar och tittar på det vi "
        "har framför oss."
    ),
    "for_whom": rich("""
        För dig som tänker bättre när du går. Vandringen är lätt, på bra stig, och vi går så fort
        som den långsammaste. Du behöver kunna gå fem kilometer med några backar. Kan du inte det,
        så säg till, och vi hittar ett ställe dit alla kommer fram.
    """),
    "body": [
        heading("Tre stopp, tre ärenden"),
        text("""
            Mellan stoppen går vi två och två. Den ena berättar, den andra lyssnar, och efter tjugo
            minuter byter vi. Vid varje stopp vecklar vi ut kartan, både den på papper och den i
            huvudet.

            Att gå bredvid någon är något annat än att sitta mittemot. Du slipper se den andra i
            ögonen medan du letar efter orden.
        """),
        principles(
            "Vid varje stopp",
            shared(
                "map",
                "Pinnar, stenar och kottar räcker. Den som har ärendet lägger ut vilka som är med.",
            ),
            shared("blind-spot", "De andra går runt kartan och ser den från var sitt håll."),
            shared(
                "next-leg", "Innan vi går vidare säger den som har ärendet vad hon tar med sig ner."
            ),
        ),
        facts(
            "Kort om dagen",
            ("Omfattning", "Fem timmar, med lunch vid elden"),
            ("Utrustning", "Bra skor, regnkläder och något att sitta på"),
            ("Kursintyg", "För fem timmar"),
        ),
        requirement(
            "Vädret bestämmer också",
            """
                Är det varning för farligt väder, eller blir vi färre än sex, ställer vi in. Då får
                du allt tillbaka, eller ett nytt datum om du hellre vill det.
            """,
        ),
        supervisors("Du går tillsammans med", "ingrid", "mikael"),
        call_to_action(
            "Vill ni ha en sådan dag för ert eget team?",
            label="Be om offert",
            page="contact",
        ),
    ],
}
