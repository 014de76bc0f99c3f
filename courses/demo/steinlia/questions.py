"""What Steinlia's courses ask of those who sign up, in its five languages."""

from collections.abc import Mapping
from typing import Any, Final

from courses.models import Question

Kind = Question.Kind

QUESTIONS: Final[Mapping[str, Mapping[str, Any]]] = {
    "food": {
        "kind": Kind.LINE,
        "nb": {
            "text": "Er det noe du ikke kan spise?",
            "hint": "Kjøkkenet får vite antall, aldri navn. La feltet stå tomt ellers.",
        },
        "sv": {
            "text": "Är det något du inte kan äta?",
            "hint": "Köket får veta antal, aldrig namn. Lämna annars fältet tomt.",
        },
        "en": {
            "text": "Is there anything you cannot eat?",
            "hint": "The kitchen is told numbers, never names. Otherwise leave this empty.",
        },
        "fi": {
            "text": "Onko jotain, mitä et voi syödä?",
            "hint": "Keittiö saa tietää määrät, ei koskaan nimiä. Jätä muuten tyhjäksi.",
        },
        "da": {
            "text": "Er der noget, du ikke kan spise?",
            "hint": "Køkkenet får antal at vide, aldrig navne. Lad ellers feltet stå tomt.",
        },
    },
    "heard": {
        "kind": Kind.CHOICE,
        "nb": {
            "text": "Hvordan fikk du vite om kurset?",
            "choices_text": "Fra en kollega\nFra lederen min\nPå nett\nJeg har vært her før",
        },
        "sv": {
            "text": "Hur fick du veta om kursen?",
            "choices_text": "Av en kollega\nAv min chef\nPå nätet\nJag har varit här förut",
        },
        "en": {
            "text": "How did you hear of the course?",
            "choices_text": "From a colleague\nFrom my manager\nOnline\nI have been here before",
        },
        "fi": {
            "text": "Mistä kuulit koulutuksesta?",
            "choices_text": (
                "Työtoverilta\nEsihenkilöltäni\nVerkosta\nOlen ollut täällä aiemminkin"
            ),
        },
        "da": {
            "text": "Hvordan hørte du om kurset?",
            "choices_text": "Fra en kollega\nFra min leder\nPå nettet\nJeg har været her før",
        },
    },
    "practice": {
        "kind": Kind.YES,
        "nb": {
            "text": "Jeg har minst ett eget veiledningsforløp i gang",
            "hint": "Metaveiledningen bygger på det.",
        },
        "sv": {
            "text": "Jag har minst en egen handledningsserie i gång",
            "hint": "Metahandledningen bygger på den.",
        },
        "en": {
            "text": "I have at least one supervision series of my own under way",
            "hint": "The metasupervision builds on it.",
        },
        "fi": {
            "text": "Minulla on käynnissä vähintään yksi oma työnohjausprosessi",
            "hint": "Työnohjauksen työnohjaus rakentuu sen varaan.",
        },
        "da": {
            "text": "Jeg har mindst ét supervisionsforløb i gang",
            "hint": "Supervision af supervision bygger på det.",
        },
    },
    "work": {
        "kind": Kind.LINE,
        "nb": {
            "text": "Hva arbeider du med?",
            "hint": "Skriv ikke noe som kan si hvem en pasient er.",
        },
        "sv": {
            "text": "Vad arbetar du med?",
            "hint": "Skriv inget som kan visa vem en patient är.",
        },
        "en": {
            "text": "What do you work with?",
            "hint": "Write nothing that could tell who a patient is.",
        },
        "fi": {
            "text": "Mitä teet työksesi?",
            "hint": "Älä kirjoita mitään, mistä potilaan voisi tunnistaa.",
        },
        "da": {
            "text": "Hvad arbejder du med?",
            "hint": "Skriv ikke noget, der kan vise, hvem en patient er.",
        },
    },
}
