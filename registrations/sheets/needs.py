"""What people need at the venue, as numbers: nobody is named, and nothing leads to anybody.

Numbers as small as one are told, because a kitchen has to cook that one meal.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.models import Offering, OfferingQuestion, Question
from registrations.models import Participant, SensitiveAnswer


class Told(Enum):
    """How much of the answers a reader may know: what was written; how often each answer to choose
    from was given; or no more than how many answered."""

    WORDS = auto()
    COUNTS = auto()
    HOW_MANY = auto()


@dataclass(frozen=True)
class Need:
    """A sensitive question, how many gave each answer, and how many whose answers stay untold:
    those in their own words, or ``hidden`` all of them."""

    question: str
    counts: list[tuple[str, int]]
    untold: int = 0
    hidden: bool = False


def needs_of(offering: Offering, people: Collection[Participant], *, told: Told) -> list[Need]:
    """Of those who come: answers to choose from are counted; what was written in one's own words
    is told, as often as it was written alike, or else counted together."""
    asked = [
        row
        for row in offering.questions.select_related("question__locale").order_by("sort_order")
        if row.sensitive
    ]
    coming = Q(participant__in=people) | Q(
        participant=None, registration__in={person.registration_id for person in people}
    )
    answers: dict[int, list[str]] = {row.question_id: [] for row in asked}
    rows = SensitiveAnswer.objects.filter(coming, question__in=answers).order_by("pk")
    for question_id, text in rows.values_list("question", "text"):
        answers[question_id].append(text)
    return [_need(row, answers[row.question_id], told=told) for row in asked]


def _need(asked: OfferingQuestion, texts: list[str], *, told: Told) -> Need:
    words = _in_language(asked.question)
    if told == Told.HOW_MANY:
        return Need(words.text, [], untold=len(texts), hidden=True)
    if asked.question.kind == Question.Kind.YES:
        return Need(words.text, [(_("Yes"), len(texts))] if texts else [])
    if asked.question.kind == Question.Kind.CHOICE:
        return Need(words.text, _most_first(_chosen(asked.question, words, texts)))
    if told == Told.COUNTS:
        return Need(words.text, [], untold=len(texts))
    return Need(words.text, _most_first(_alike(texts)))


def _in_language(question: Question) -> Question:
    """In the active language, or as it is where nobody has translated it."""
    language = get_language()
    translated = question.get_translations().filter(locale__language_code=language).first()
    return translated or question


def _chosen(question: Question, words: Question, texts: Iterable[str]) -> Iterable[str]:
    """The same answer in another language is the same answer."""
    places = {
        choice.casefold(): place
        for one in question.get_translations(inclusive=True)
        for place, choice in enumerate(one.choices)
    }
    for text in texts:
        place = places.get(text.casefold())
        yield words.choices[place] if place is not None and place < len(words.choices) else text


def _alike(texts: Iterable[str]) -> Iterable[str]:
    """Written with other capitals or with a full stop, it is the same."""
    first: dict[str, str] = {}
    for text in texts:
        plain = " ".join(text.split())
        yield first.setdefault(plain.casefold().rstrip(".!"), plain)


def _most_first(texts: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(texts).items(), key=lambda one: (-one[1], one[0].casefold()))
