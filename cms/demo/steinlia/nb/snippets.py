"""What several of Steinlia's pages share, in Norwegian."""

AUDIENCES = {
    "health": {
        "name": "Sykepleiere og annet helsepersonell",
        """text""": (
            "Du bærer hendelser med deg fra vakt til vakt, og trenger et sted å legge dem fra deg "
            "og se på dem."
        ),
    },
    "home-care": {
        "name": "Ansatte i hjemmetjeneste og bofellesskap",
        "text": "Du arbeider i andres hjem, ofte alene, og møter kollegene dine i døren.",
    },
    "mental-health": {
        "name": "Ansatte i psykisk helse og rusomsorg",
        """text""": (
            "Du står tett på mennesker som har det vondt lenge, og må holde både håpet og "
            "avstanden."
        ),
    },
    "child-welfare": {
        "name": "Ansatte i barnevern og sosialtjeneste",
        "text": "Du tar valg som griper inn i andres liv, og vil tenke høyt før du tar dem.",
    },
    "schools": {
        "name": "Lærere og rådgivere",
        "text": "Du er den eneste voksne i rommet, men skal ikke være alene om det vanskelige.",
    },
    "leaders": {
        "name": "Ledere",
        "text": "Du har ansvar for andres arbeidsdag, og få å snakke med om din egen.",
    },
    "new-graduates": {
        "name": "Nyutdannede",
        "text": "Du har lært faget, og skal nå finne ut hvordan nettopp du skal bære det.",
    },
    "pastoral": {
        "name": "Prester, diakoner og andre i sjelesorg",
        "text": "Du tar imot det folk ikke sier til andre, og har sjelden noen å dele det med.",
    },
    "supervisors": {
        "name": "Veiledere",
        "text": "Du veileder selv, og vil ha metaveiledning på det du gjør.",
    },
}

BENEFITS = {
    "lighter": {
        "title": "Du bærer mindre med deg hjem",
        "text": "En sak som ligger på bordet, ligger ikke lenger bare i deg.",
    },
    "language": {
        "title": "Dere får et felles språk",
        "text": "Det blir lettere å be om hjelp når alle vet hva en blindsone er.",
    },
    "decisions": {
        "title": "Beslutningene blir bedre begrunnet",
        "text": "Du kan si hva du valgte bort, og hvorfor.",
    },
    "alive": {
        "title": "Faget holder seg levende",
        "text": "Det dere undrer dere over i veiledningen, tar dere med tilbake til vaktrommet.",
    },
}

PRINCIPLES = {
    "map": {
        "title": "Legg ut kartet",
        """text""": (
            "Den som har saken, forteller uavbrutt. Gruppen tegner: hvem er med, hva har hendt, "
            "hva vet vi ikke?"
        ),
    },
    "blind-spot": {
        "title": "Finn blindsonen",
        """text""": (
            "Vi spør i stedet for å gi råd. Alle nevner ett sted på kartet som ingen har sett på "
            "ennå."
        ),
    },
    "next-leg": {
        "title": "Noter neste etappe",
        """text""": (
            "Den som har saken, velger ett skritt og sier når det skal tas. Ved neste samling "
            "begynner vi der."
        ),
    },
}

TOPICS = {
    "groups": {"name": "Gruppen", "slug": "gruppen"},
    "agreements": {"name": "Avtaler og rammer", "slug": "avtaler"},
    "online": {"name": "Veiledning på nett", "slug": "nett"},
    "hours": {"name": "Timer og godkjenning", "slug": "timer"},
    "employers": {"name": "For arbeidsgivere", "slug": "arbeidsgivere"},
}
