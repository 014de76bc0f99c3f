"""The first letter templates in Norwegian bokmål."""

from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

TEXTS = {
    Purpose.BEFORE: FirstText(
        name="Praktisk informasjon",
        subject="Praktisk informasjon: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Det nærmer seg {course}. Her er det du trenger å vite før du kommer.",
            "Når:\n{sessions}",
            "Sted: {place}",
            "Lenke til møterommet på nett: {online_link}",
            "Din egen side, med alt om plassen din: {own_page}",
            "Lurer du på noe, eller er det noe vi bør vite? Svar på dette brevet.",
            "Vi gleder oss til å møte deg.",
        ),
    ),
    Purpose.DAY_BEFORE: FirstText(
        name="Dagen før",
        subject="I morgen: {course}",
        paragraphs=(
            "Hei {first_name},",
            "I morgen ses vi på {course}: {next_session}.",
            "Sted: {place}",
            "Lenke til møterommet på nett: {online_link}",
            "Kan du ikke komme likevel? Svar på dette brevet så snart du kan.",
        ),
    ),
    Purpose.THANKS: FirstText(
        name="Takk for deltakelsen",
        subject="Takk for at du var med: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Takk for at du var med på {course}. Vi håper at du fikk med deg noe du har bruk for.",
            "Din egen side finnes fortsatt: {own_page}",
            "Fortell oss gjerne hva som var nyttig, og hva vi kan gjøre bedre. Svar på "
            "dette brevet, så leser vi det.",
        ),
    ),
    Purpose.NAMES: FirstText(
        name="Navn mangler",
        subject="Hvem kommer? {course}",
        paragraphs=(
            "Hei {first_name},",
            "Du har meldt på noen til {course}, og vi mangler fortsatt navn på en eller "
            "flere av dem som kommer.",
            "Skriv inn navnene på denne siden: {names_link}",
            "Vi trenger dem senest {deadline}. Plassene er deres uansett.",
        ),
    ),
    Purpose.PAYMENT: FirstText(
        name="Betaling mangler",
        subject="Betaling mangler: {course}",
        paragraphs=(
            "Hei {first_name},",
            "Vi har ikke fått hele betalingen for {course}. Det som gjenstår, er {amount}.",
            "Det skal betales senest {pay_by}.",
            "Betal med kort på denne siden: {pay_link}",
            "Referansen din er {reference}. Har du betalt de siste dagene, trenger du ikke "
            "gjøre noe. Svar på dette brevet om noe ikke stemmer.",
        ),
    ),
}
