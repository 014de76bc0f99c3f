"""Steinlia's further courses, in Norwegian."""

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
        "En dag på svensk i Göteborg for ledere som vil prøve veiledning før de kjøper den til "
        "andre."
    ),
    "for_whom": rich("""
        For ledere i omsorg, sosialtjeneste og skole i Sverige, og for deg som bor slik til at
        Göteborg er nærmere enn Bergen. Dagen holdes på svensk.

        Arbeidsgiveren betaler og får faktura. Er det fullt, kan du stå på venteliste.
    """),
    "body": [
        heading("En dag med din egen hverdag"),
        text("""
            Ledere blir ofte bedt om å skaffe veiledning til folkene sine. Få har selv fått det. På
            denne dagen er det du som sitter i stolen: Du tar med en samtale du har foran deg, og
            arbeider med den sammen med fem andre i samme rolle.

            Om ettermiddagen snur vi det. Hva skal du be om når du kjøper veiledning, hva skal du få
            vite, og hva har du ikke noe med?
        """),
        principles(
            "Dagen",
            ("Formiddag", "Kartbordet med egne saker, i grupper på seks."),
            (
                "Etter lunsj",
                "Du øver på en samtale du har utsatt, med en kollega som spiller den andre.",
            ),
            ("Til slutt", "En avtale på én side, som du kan bruke når du bestiller veiledning."),
        ),
        audience_list(
            "Hvem dagen er for",
            shared("leaders"),
            ("Du som skal bestille veiledning", "Og vil vite hva du bestiller."),
        ),
        facts(
            "Kort om dagen",
            ("Omfang", "Én dag, 9–16"),
            ("Språk", "Svensk"),
            ("Betaling", "Svenske kroner, faktura til arbeidsgiveren"),
            ("Kursbevis", "For seks timer"),
        ),
        supervisors("Kursleder", "mikael"),
        quote(
            """Jeg kom for å lære å kjøpe veiledning. Jeg gikk hjem og ringte en jeg
            hadde unngått i tre uker.""",
            source="Enhetsleder i Göteborg (oppdiktet sitat)",
        ),
        call_to_action(
            "Er dere seks ledere på samme sted? Da kommer Mikael til dere.",
            label="Spør om et tilbud",
            page="contact",
        ),
    ],
}

ESIHENKILOT = {
    "title": "Esihenkilöiden työnohjausryhmä: ledergruppe på finsk",
    "slug": "esihenkiloiden-ryhma",
    """lead""": (
        "Seks samlinger på nett for ledere som arbeider på finsk, uansett hvor i Norden de bor."
    ),
    "for_whom": rich("""
        For ledere i helse, omsorg og skole som tenker best på finsk. Noen bor i Finland, noen har
        flyttet til Norge eller Sverige og savner språket når det er noe vanskelig de skal si.

        Gruppen holdes på finsk. Du trenger et rom der ingen hører deg.
    """),
    "body": [
        heading("Å lede på sitt eget språk"),
        text("""
            Det meste kan man si på et annet språk. Men det første man tenker, og det man ikke er
            stolt av, kommer på det man lærte først. I denne gruppen slipper du å oversette deg
            selv.

            Vi møtes hver tredje uke. Hver gang legger to fram noe, og alle får et spørsmål med seg
            hjem.
        """),
        principles(
            "Nitti minutter",
            ("Kierros, en runde", "Hver sier ett ord om uken som gikk."),
            ("To saker", "Tretti minutter til hver, med avtalt stillhet før noen spør."),
            ("Til slutt", "Ett skritt, og hvem du forteller det til."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfang", "Seks samlinger à 90 minutter"),
            ("Språk", "Finsk"),
            ("Størrelse", "Fem til åtte ledere"),
            ("Betaling", "Euro, med finsk mva."),
        ),
        for_and_against(
            "Er dette gruppen for deg?",
            "Kom hvis",
            [
                "du har ansvar for andres arbeid",
                "du vil snakke finsk om det",
                "du kan sette av tiden hver gang",
            ],
            "Velg noe annet hvis",
            [
                "du vil møte de andre i et rom",
                "du søker gruppe for hele ledergruppen din",
            ],
        ),
        supervisors("Veileder", "aino"),
        call_to_action(
            "Vil du spørre om noe først, på finsk, svensk eller engelsk?",
            label="Skriv til Aino",
            page="contact",
        ),
    ],
}

FIRST_YEAR = {
    "title": "Det første året: gruppe for nyutdannede",
    "slug": "det-forste-aret",
    """lead""": (
        "Seks ettermiddager for deg som er ny i yrket, sammen med andre som også øver på å virke "
        "rolige."
    ),
    "for_whom": rich("""
        For sykepleiere, vernepleiere, sosionomer og lærere i sitt første år. Arbeidsgiveren betaler
        som regel, og gruppen møtes i arbeidstiden.

        Gruppen starter én gang i året, om høsten eller på nyåret. Skriv til oss hvis du vil ha
        beskjed om den neste.
    """),
    "body": [
        heading("Det ingen spør om på morgenmøtet"),
        text("""
            Hvordan sier du til en som har vært der i tjue år, at du ikke forstår? Når er det greit
            å gå hjem? Hva gjør du med det du så i går? De som er nye, har de samme spørsmålene, men
            på hver sin arbeidsplass. Her er de i samme rom.

            Vi snakker ikke om hvordan ting gjøres. Det lærer du der du er. Vi snakker om hvordan du
            har det mens du lærer det, og hva du vil prøve neste uke.
        """),
        benefit_list(
            "Det de nye sier at de fikk",
            shared("lighter"),
            (
                "Mot til å spørre tidligere",
                "Et spørsmål på mandag er mindre enn en feil på fredag.",
            ),
            shared("alive", "Det du undrer deg over som ny, er verdt å ta vare på."),
        ),
        facts(
            "Kort om gruppen",
            ("Omfang", "Seks samlinger à 90 minutter"),
            ("Timer", "12 veiledningstimer à 45 minutter"),
            ("Størrelse", "Fem til sju deltakere"),
            ("Dokumentasjon", "Veiledningsattest for timene du har vært til stede"),
        ),
        quote(
            "Nå er det jeg som ser når den neste nye står stille i gangen.",
            source="Sykepleier, deltaker i fjor (oppdiktet sitat)",
        ),
        supervisors("Veileder", "ingrid"),
        call_to_action(
            "Vil du ha beskjed når neste gruppe begynner?",
            label="Skriv til oss",
            page="contact",
        ),
    ],
}

OUTDOORS = {
    "title": "Kartbordet ute: en veiledningsdag i fjellet",
    "slug": "kartbordet-ute",
    """lead""": (
        "En rolig tur med kart, termos og tre saker. Vi går, stanser og ser på det vi har foran "
        "oss."
    ),
    "for_whom": rich("""
        For deg som tenker bedre når du går. Turen er lett, på god sti, og vi går så fort som den
        langsomste. Du må kunne gå fem kilometer med noen bakker. Kan du ikke det, så si fra, og vi
        finner et sted der alle kommer fram.
    """),
    "body": [
        heading("Tre stopp, tre saker"),
        text("""
            Mellom stoppene går vi to og to. Den ene forteller, den andre lytter, og etter tjue
            minutter bytter vi. Ved hvert stopp bretter vi ut kartet, både det på papir og det i
            hodet.

            Å gå ved siden av noen er noe annet enn å sitte overfor. Du slipper å se den andre i
            øynene mens du leter etter ordene.
        """),
        principles(
            "Ved hvert stopp",
            shared(
                "map",
                "Pinner, stein og kongler holder. Den som har saken, legger ut hvem som er med.",
            ),
            shared("blind-spot", "De andre går rundt kartet og ser det fra hver sin kant."),
            shared("next-leg", "Før vi går videre, sier den som har saken, hva hun tar med ned."),
        ),
        facts(
            "Kort om dagen",
            ("Omfang", "Fem timer, med lunsj ved bålet"),
            ("Utstyr", "Gode sko, regntøy og noe å sitte på"),
            ("Kursbevis", "For fem timer"),
        ),
        requirement(
            "Været bestemmer også",
            """
                Er det varslet farlig vær, eller blir vi færre enn seks, avlyser vi. Da får du alt
                tilbake, eller en ny dato hvis du heller vil det.
            """,
        ),
        supervisors("Du går sammen med", "ingrid", "mikael"),
        call_to_action(
            "Vil dere ha en slik dag for eget team?",
            label="Spør om et tilbud",
            page="contact",
        ),
    ],
}
