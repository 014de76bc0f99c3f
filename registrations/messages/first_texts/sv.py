"""The first letter templates in Swedish."""

from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

TEXTS = {
    Purpose.BEFORE: FirstText(
        name="Praktisk information",
        subject="Praktisk information: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Det närmar sig {course}. Här är det du behöver veta innan du kommer.",
            "När:\n{sessions}",
            "Plats: {place}",
            "Länk till mötesrummet på nätet: {online_link}",
            "Din egen sida, med allt om din plats: {own_page}",
            "Undrar du över något, eller är det något vi borde veta? Svara på det här brevet.",
            "Vi ser fram emot att träffa dig.",
        ),
    ),
    Purpose.DAY_BEFORE: FirstText(
        name="Dagen före",
        subject="I morgon: {course}",
        paragraphs=(
            "Hej {first_name},",
            "I morgon ses vi på {course}: {next_session}.",
            "Plats: {place}",
            "Länk till mötesrummet på nätet: {online_link}",
            "Kan du ändå inte komma? Svara på det här brevet så snart du kan.",
        ),
    ),
    Purpose.THANKS: FirstText(
        name="Tack för din medverkan",
        subject="Tack för att du var med: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Tack för att du var med på {course}. Vi hoppas att du fick med dig något som "
            "du har nytta av.",
            "Din egen sida finns kvar: {own_page}",
            "Berätta gärna vad som var till nytta och vad vi kan göra bättre. Svara på det "
            "här brevet, så läser vi det.",
        ),
    ),
    Purpose.NAMES: FirstText(
        name="Namn saknas",
        subject="Vem kommer? {course}",
        paragraphs=(
            "Hej {first_name},",
            "Du har anmält deltagare till {course}, och vi saknar fortfarande namnet på en "
            "eller flera av dem som kommer.",
            "Skriv in namnen på den här sidan: {names_link}",
            "Vi behöver dem senast {deadline}. Platserna är deras ändå.",
        ),
    ),
    Purpose.PAYMENT: FirstText(
        name="Betalning saknas",
        subject="Betalning saknas: {course}",
        paragraphs=(
            "Hej {first_name},",
            "Vi har inte fått hela betalningen för {course}. Det som återstår är {amount}.",
            "Det ska betalas senast {pay_by}.",
            "Betala med kort på den här sidan: {pay_link}",
            "Din referens är {reference}. Har du betalat de senaste dagarna behöver du inte "
            "göra något. Svara på det här brevet om något inte stämmer.",
        ),
    ),
}
