"""The templates and default reminders with which a practice begins."""

from typing import Final

from django.db import transaction

from cms.models import Practice
from registrations.messages.first_texts import FIRST_TEXTS
from registrations.messages.texts import Text, stored
from registrations.models import Anchor, LetterTemplate, Purpose, Reminder

# All of them paused: nothing goes out before the owner has read it.
DEFAULTS: Final = (
    (Purpose.BEFORE, 7, Reminder.Side.BEFORE, Anchor.FIRST_SESSION),
    (Purpose.DAY_BEFORE, 1, Reminder.Side.BEFORE, Anchor.EACH_SESSION),
    (Purpose.THANKS, 1, Reminder.Side.AFTER, Anchor.LAST_SESSION),
)


@transaction.atomic
def begin_with_templates(practice: Practice) -> None:
    """Give a new practice a template for each purpose in each of its languages, and reminders
    that it only has to switch on."""
    purposes = [purpose for purpose in Purpose if purpose != Purpose.OTHER]
    templates = {
        template.purpose: template
        for template in LetterTemplate.objects.bulk_create(
            LetterTemplate(
                practice=practice,
                purpose=purpose,
                name=FIRST_TEXTS[practice.source_language][purpose].name,
                texts=stored(first_texts(purpose, practice.languages)),
            )
            for purpose in purposes
        )
    }
    Reminder.objects.bulk_create(
        Reminder(
            practice=practice,
            template=templates[purpose],
            amount=amount,
            side=side,
            anchor=anchor,
            paused=True,
        )
        for purpose, amount, side, anchor in DEFAULTS
    )


def first_texts(purpose: str, languages: list[str]) -> dict[str, Text]:
    """What a template for ``purpose`` says at first, in each of ``languages``."""
    found = {}
    for language in languages:
        first = FIRST_TEXTS[language].get(Purpose(purpose))
        if first:
            found[language] = Text(first.subject, "\n\n".join(first.paragraphs))
    return found
