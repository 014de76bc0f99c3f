"""Steinlia's front door in Danish: the home page and how to reach us."""

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
    "title": "Supervision til dig, der hjælper andre",
    "menu_title": "Forside",
    "slug": "steinlia-da",
    """lead""": (
        "Vi er tre supervisorer i Bergen og online. Hos os får du tid, struktur og gode spørgsmål "
        "til det i arbejdet, der ikke kan løses mellem to vagter."
    ),
    "body": [
        heading("Tid til at tænke, før næste vagt"),
        text("""
            Meget af dit arbejde foregår mellem regler og mennesker. Der findes sjældent ét rigtigt
            svar, og det er tungt at lede efter det alene. Faglig supervision er aftalt tid, en fast
            ramme og nogen, der spørger – indtil du ser, hvad du gør, hvorfor du gør det, og hvad du
            vil prøve næste gang.

            Nogle kommer alene til os. De fleste kommer i gruppe. Det, der bliver sagt i rummet,
            bliver i rummet.
        """),
        audience_list(
            "Hvem vi superviserer",
            shared("health"),
            shared("child-welfare"),
            shared("schools"),
            shared("leaders"),
            shared("supervisors"),
        ),
        service_cards("Her begynder de fleste", "individual", "group", "leader"),
        facts(
            "Sådan er en gruppe hos os",
            ("Hvor tit", "Som regel en gang om måneden"),
            ("Hvor længe", "90–120 minutter"),
            ("Hvor mange", "Fem til otte deltagere"),
            ("Hvor", "Hos os i Bergen, hos jer eller online"),
        ),
        quote(
            """Jeg kom med en sag, jeg troede var afsluttet. Jeg gik hjem med det
            spørgsmål, jeg ikke havde turdet stille.""",
            source="Sygeplejerske, deltager i gruppe (opdigtet citat)",
        ),
        supervisors("Supervisorerne", "ingrid", "mikael", "aino"),
        call_to_action(
            """Er du i tvivl om, hvorvidt supervision er noget for dig eller for jer?
            Forsamtalen tager en halv time, er gratis og forpligter ikke til noget.""",
            label="Kontakt os",
            page="contact",
        ),
    ],
    "footer_text": rich("""
        Steinlia er opdigtet for at vise, hvad Kollegium kan: virksomheden, menneskene og citaterne
        findes ikke.
    """),
}

CONTACT = {
    "title": "Kontakt",
    "slug": "kontakt",
    "lead": "Ring, skriv eller kig forbi. Vi svarer på e-mail inden for to hverdage.",
    "routes": [
        route("email", "E-mail", "post@steinlia.example"),
        route("phone", "Telefon", "+47 00 12 34 56"),
        route("visit", "Besøg", "Kartbordsmuget 3, 5003 Bergen"),
    ],
    """opening_hours""": (
        "Telefonen er åben mandag til torsdag kl. 9–15. Supervision om aftenen efter aftale."
    ),
    "body": [
        principles(
            "Sådan kommer du i gang",
            (
                "Fortæl kort, hvad det drejer sig om",
                """To sætninger er nok. Skriv ikke noget, der kan vise, hvem en patient,
                elev eller klient er.""",
            ),
            (
                "Forsamtale",
                """En halv time i telefonen eller på video. Vi finder ud af, hvad I har
                brug for, og om vi er de rette.""",
            ),
            (
                "Tilbud og supervisionsaftale",
                """Du får et skriftligt tilbud med hyppighed, varighed og pris. Siger du
                ja, skriver vi en aftale.""",
            ),
        ),
        heading("Find vej"),
        text("""
            Indgangen er den grønne dør inderst i smøgen. Der er elevator op til vores lokale på
            første sal og et toilet med plads til kørestol. Det nærmeste letbanestop ligger syv
            minutters gang herfra. Sig til, hvis du har tilgængelighedsbehov, så ordner vi det, før
            du kommer.

            Skal du møde os online, får du linket dagen før. Rummet åbner ti minutter før tid.
        """),
        contact_card(
            "Vil du hellere tale med et menneske først?",
            """Ring til Ingrid. Hun tager selv telefonen og siger til, hvis en anden af
            os passer bedre.""",
            person="ingrid",
        ),
    ],
}
