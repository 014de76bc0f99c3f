"""What the demo's courses ask of those who sign up, in each of the practice's languages."""

from collections.abc import Mapping
from typing import Any, Final

from wagtail.models import Locale

from cms.demo.translations import make_translation
from cms.demo.words import stable_id
from cms.models import Practice
from courses.demo.steinlia import questions as steinlia
from courses.models import Question

Kind = Question.Kind

QUESTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "steinlia": steinlia.QUESTIONS,
    "tankelage": {
        "role": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Vilken roll har du, och sedan när?",
                "hint": "Till exempel: samordnare i hemtjänsten sedan 2024.",
            },
        },
        "food": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Är det något du inte äter till fikat?",
                "hint": "Lämna fältet tomt om du äter allt.",
            },
        },
    },
    "vandpunkten": {
        "work": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Vilka samtal har du i ditt arbete?",
                "hint": "Till exempel: utredningssamtal i socialtjänsten.",
            },
        },
        "food": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Är det något du inte äter?",
                "hint": "Köket får veta antal, aldrig namn. Lämna fältet tomt om du äter allt.",
            },
        },
    },
    "tyonaari": {
        "role": {
            "kind": Kind.LINE,
            "fi": {
                "text": "Mikä on tehtäväsi, ja kuinka kauan olet johtanut?",
                "hint": "Esimerkiksi: päiväkodin johtaja, kolme vuotta.",
            },
        },
        "access": {
            "kind": Kind.LINE,
            "fi": {
                "text": "Tarvitsetko jotain, jotta pääset mukaan?",
                "hint": "Vain ohjaaja näkee vastauksen. Jätä tyhjäksi, jos et tarvitse mitään.",
            },
        },
    },
    "samtalslabbet": {
        "question": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Vad vill ni kunna efter kursen?",
                "hint": "En mening räcker. Skriv inget som avslöjar vem någon är.",
            },
        },
        "food": {
            "kind": Kind.LINE,
            "sv": {
                "text": "Är det något du inte äter?",
                "hint": "Lämna fältet tomt om du äter allt.",
            },
        },
    },
}


def make_questions(
    practice: Practice, *, locales: Mapping[str, Locale], user: Any
) -> dict[str, Question]:
    """Make the practice's questions and their translations; return the sources by their key."""
    source, *others = practice.languages
    questions = {}
    for key, facts in QUESTIONS[practice.slug].items():
        row = Question.objects.create(
            practice=practice,
            kind=facts["kind"],
            locale=locales[source],
            translation_key=stable_id("question", practice.slug, key),
            **facts[source],
        )
        for language in others:
            twin = Question(practice=practice, kind=facts["kind"], **facts[language])
            make_translation(source=row, twin=twin, locale=locales[language], user=user)
        questions[key] = row
    return questions
