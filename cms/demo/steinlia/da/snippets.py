"""What several of Steinlia's pages share, in Danish."""

AUDIENCES = {
    "health": {
        "name": "Sygeplejersker og andet sundhedspersonale",
        """text""": (
            "Du bærer oplevelser med dig fra vagt til vagt og har brug for et sted at lægge dem "
            "fra dig og se på dem."
        ),
    },
    "home-care": {
        "name": "Ansatte i hjemmepleje og på bosteder",
        "text": "Du arbejder i andres hjem, ofte alene, og møder dine kolleger i døren.",
    },
    "mental-health": {
        "name": "Ansatte i psykiatri og rusmiddelbehandling",
        """text""": (
            "Du står tæt på mennesker, som har haft det svært længe, og skal holde både håbet og "
            "afstanden."
        ),
    },
    "child-welfare": {
        "name": "Socialrådgivere og ansatte på børneområdet",
        """text""": (
            "Du træffer valg, der griber ind i andres liv, og vil tænke højt, før du træffer dem."
        ),
    },
    "schools": {
        "name": "Lærere og skolens øvrige voksne",
        "text": "Du er den eneste voksne i rummet, men skal ikke være alene om det svære.",
    },
    "leaders": {
        "name": "Ledere",
        "text": "Du har ansvar for andres arbejdsdag og få at tale med om din egen.",
    },
    "new-graduates": {
        "name": "Nyuddannede",
        "text": "Du har lært faget og skal nu finde ud af, hvordan netop du skal bære det.",
    },
    "pastoral": {
        "name": "Præster, diakoner og andre i sjælesorg",
        """text""": (
            "Du tager imod det, folk ikke siger til andre, og har sjældent nogen at dele det med."
        ),
    },
    "supervisors": {
        "name": "Supervisorer",
        "text": "Du superviserer selv og vil have supervision af din supervision.",
    },
}

BENEFITS = {
    "lighter": {
        "title": "Du bærer mindre med dig hjem",
        "text": "En sag, der ligger på bordet, ligger ikke længere kun i dig.",
    },
    "language": {
        "title": "I får et fælles sprog",
        "text": "Det bliver lettere at bede om hjælp, når alle ved, hvad en blind vinkel er.",
    },
    "decisions": {
        "title": "Beslutningerne bliver bedre begrundet",
        "text": "Du kan sige, hvad du valgte fra, og hvorfor.",
    },
    "alive": {
        "title": "Faget holder sig levende",
        "text": "Det, I undrer jer over i supervisionen, tager I med jer tilbage til vagtstuen.",
    },
}

PRINCIPLES = {
    "map": {
        "title": "Læg kortet ud",
        """text""": (
            "Den, der har sagen, fortæller uden afbrydelser. Gruppen tegner: hvem er med, hvad er "
            "der sket, hvad ved vi ikke?"
        ),
    },
    "blind-spot": {
        "title": "Find den blinde vinkel",
        """text""": (
            "Vi spørger i stedet for at give råd. Alle nævner ét sted på kortet, som ingen har set "
            "på endnu."
        ),
    },
    "next-leg": {
        "title": "Notér næste etape",
        """text""": (
            "Den, der har sagen, vælger ét skridt og siger, hvornår det skal tages. Næste gang "
            "begynder vi der."
        ),
    },
}

TOPICS = {
    "groups": {"name": "Gruppen"},
    "agreements": {"name": "Aftaler og rammer"},
    "online": {"name": "Supervision online"},
    "hours": {"name": "Timer og godkendelse"},
    "employers": {"name": "For arbejdsgivere"},
}
