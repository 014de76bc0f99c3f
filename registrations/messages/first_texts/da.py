"""The first letter templates in Danish."""

from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

TEXTS = {
    Purpose.BEFORE: FirstText(
        name="Praktisk information",
        subject="Praktisk information: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Det nærmer sig {course}. Her er det, du har brug for at vide, før du kommer.",
            "Hvornår:\n{sessions}",
            "Sted: {place}",
            "Link til mødelokalet på nettet: {online_link}",
            "Din egen side med alt om din plads: {own_page}",
            "Er du i tvivl om noget, eller er der noget, vi bør vide? Svar på dette brev.",
            "Vi glæder os til at møde dig.",
        ),
    ),
    Purpose.DAY_BEFORE: FirstText(
        name="Dagen før",
        subject="I morgen: {course}",
        paragraphs=(
            "Hej {first_name},",
            "I morgen ses vi på {course}: {next_session}.",
            "Sted: {place}",
            "Link til mødelokalet på nettet: {online_link}",
            "Kan du alligevel ikke komme? Svar på dette brev så snart du kan.",
        ),
    ),
    Purpose.THANKS: FirstText(
        name="Tak for din deltagelse",
        subject="Tak, fordi du var med: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Tak, fordi du var med på {course}. Vi håber, at du fik noget med, som du har "
            "brug for.",
            "Din egen side findes stadig: {own_page}",
            "Fortæl os gerne, hvad der var nyttigt, og hvad vi kan gøre bedre. Svar på "
            "dette brev, så læser vi det.",
        ),
    ),
    Purpose.NAMES: FirstText(
        name="Navne mangler",
        subject="Hvem kommer? {course}",
        paragraphs=(
            "Hej {first_name},",
            "Du har tilmeldt nogen til {course}, og vi mangler stadig navnet på en eller "
            "flere af dem, der kommer.",
            "Skriv navnene på denne side: {names_link}",
            "Vi har brug for dem senest {deadline}. Pladserne er deres under alle omstændigheder.",
        ),
    ),
    Purpose.PAYMENT: FirstText(
        name="Betaling mangler",
        subject="Betaling mangler: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Vi har ikke fået hele betalingen for {course}. Der mangler {amount}.",
            "Det skal betales senest {pay_by}.",
            "Betal med kort på denne side: {pay_link}",
            "Din reference er {reference}. Har du betalt inden for de seneste dage, behøver "
            "du ikke gøre noget. Svar på dette brev, hvis noget ikke passer.",
        ),
    ),
}
