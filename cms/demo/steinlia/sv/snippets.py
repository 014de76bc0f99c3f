"""What several of Steinlia's pages share, in Swedish."""

AUDIENCES = {
    "health": {
        "name": "Sjuksköterskor och annan vårdpersonal",
        """text""": (
            "Du bär med dig händelser från pass till pass och behöver någonstans att lägga ner dem "
            "och titta på dem."
        ),
    },
    "home-care": {
        "name": "Anställda i hemtjänst och gruppbostad",
        "text": "Du arbetar i andras hem, ofta ensam, och möter dina kolleger i dörren.",
    },
    "mental-health": {
        "name": "Anställda i psykiatri och beroendevård",
        """text""": (
            "Du står nära människor som har haft det svårt länge, och ska orka hålla både hoppet "
            "och avståndet."
        ),
    },
    "child-welfare": {
        "name": "Anställda i socialtjänst och barnavård",
        """text""": (
            "Du fattar beslut som griper in i andras liv och vill tänka högt innan du fattar dem."
        ),
    },
    "schools": {
        "name": "Lärare och skolkuratorer",
        "text": "Du är den enda vuxna i rummet, men ska inte vara ensam om det svåra.",
    },
    "leaders": {
        "name": "Chefer",
        "text": "Du ansvarar för andras arbetsdag och har få att prata med om din egen.",
    },
    "new-graduates": {
        "name": "Nyutexaminerade",
        "text": "Du har lärt dig yrket och ska nu ta reda på hur just du ska bära det.",
    },
    "pastoral": {
        "name": "Präster, diakoner och andra i själavård",
        """text""": (
            "Du tar emot det som folk inte säger till andra, och har sällan någon att dela det med."
        ),
    },
    "supervisors": {
        "name": "Handledare",
        "text": "Du handleder själv och vill ha metahandledning på det du gör.",
    },
}

BENEFITS = {
    "lighter": {
        "title": "Du bär med dig mindre hem",
        "text": "Ett ärende som ligger på bordet ligger inte längre bara i dig.",
    },
    "language": {
        "title": "Ni får ett gemensamt språk",
        "text": "Det blir lättare att be om hjälp när alla vet vad en blind fläck är.",
    },
    "decisions": {
        "title": "Besluten blir bättre grundade",
        "text": "Du kan säga vad du valde bort, och varför.",
    },
    "alive": {
        "title": "Yrket håller sig levande",
        "text": "Det ni undrar över i handledningen tar ni med er tillbaka till personalrummet.",
    },
}

PRINCIPLES = {
    "map": {
        "title": "Lägg ut kartan",
        """text""": (
            "Den som har ärendet berättar utan avbrott. Gruppen ritar: vilka är med, vad har hänt, "
            "vad vet vi inte?"
        ),
    },
    "blind-spot": {
        "title": "Hitta den blinda fläcken",
        """text""": (
            "Vi frågar i stället för att ge råd. Alla nämner ett ställe på kartan som ingen har "
            "tittat på än."
        ),
    },
    "next-leg": {
        "title": "Anteckna nästa etapp",
        """text""": (
            "Den som har ärendet väljer ett steg och säger när det ska tas. Nästa gång börjar vi "
            "där."
        ),
    },
}

TOPICS = {
    "groups": {"name": "Gruppen"},
    "agreements": {"name": "Avtal och ramar"},
    "online": {"name": "Handledning på nätet"},
    "hours": {"name": "Timmar och godkännande"},
    "employers": {"name": "För arbetsgivare"},
}
