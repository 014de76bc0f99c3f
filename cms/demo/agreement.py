"""The agreement that Steinlia lets others use."""

from typing import Final

TITLE: Final = "Veiledningsavtale på én side"
PARAGRAPHS: Final = (
    "Avtalen er mellom (arbeidsgiver), organisasjonsnummer (ni sifre), og (veileder).",
    "1. Hvem som er med: (navn eller gruppe). Det er frivillig å delta.",
    "2. Formålet: Vi er fornøyde til (dato) hvis …",
    "3. Hvor ofte og hvor lenge: (antall) samlinger på (antall) minutter, fra (dato) til (dato). "
    "Vi ser tilbake på arbeidet (dato). Veiledning er arbeidstid.",
    "4. Taushet: Det som blir sagt, blir i rommet. Arbeidsgiveren får vite hvor mange som møtte, "
    "og det gruppen selv velger å fortelle. Er noen i fare, sier veilederen fra, først til den det "
    "gjelder.",
    "5. Personopplysninger: Ingen nevner navn på pasienter, elever eller klienter. Veilederen "
    "fører dato, minutter og oppmøte, og aldri hva som ble sagt.",
    "6. Pris: (beløp) kroner per samling, uten mva. Faktura etter hver samling, 14 dagers forfall.",
    "7. Flytting og avlysning: Gratis inntil sju dager før. Deretter halv pris, og full pris fra "
    "to dager før. Avlyser veilederen, koster det ingenting.",
    "8. Oppsigelse: Begge kan si opp avtalen med én måneds varsel.",
    "Sted, dato og underskrifter:",
)
