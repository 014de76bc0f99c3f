"""What was before and after in a registration, for its history; never what a sensitive answer says.

Fields are called ``participants/<number>/name``, ``answers/<number>/<question>`` with 0 for the
person booking, ``sensitive/<number>`` and ``message``.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from courses.models import OfferingQuestion, Question
from registrations.models import Participant, Registration

Changes = dict[str, list[Any]]


def person_changes(person: Participant, *, name: str, email: str) -> Changes:
    """What will be other about who somebody is; empty where nothing is."""
    pairs = {"name": [person.name, name], "email": [person.email, email]}
    return {
        f"participants/{person.number}/{field}": pair
        for field, pair in pairs.items()
        if pair[0] != pair[1]
    }


def answer_changes(
    registration: Registration,
    *,
    before: Mapping[tuple[int | None, int], str],
    after: Mapping[tuple[int | None, int], str],
    people: Iterable[Participant],
) -> Changes:
    """What was answered otherwise, by participant and question."""
    other = {key for key in {*before, *after} if before.get(key) != after.get(key)}
    if not other:
        return {}
    numbers = {person.pk: person.number for person in people}
    questions = {question for _person, question in other}
    texts = dict(Question.objects.filter(pk__in=questions).values_list("pk", "text"))
    sensitive = set(
        OfferingQuestion.objects.filter(
            offering=registration.offering_id, question__in=questions, sensitive=True
        ).values_list("question", flat=True)
    )
    changes: Changes = {}
    for person, question in sorted(other, key=lambda key: (key[0] or 0, key[1])):
        number = numbers.get(person or 0, 0)
        if question in sensitive:
            changes[f"sensitive/{number}"] = ["", ""]
        else:
            pair = [before.get((person, question)), after.get((person, question))]
            changes[f"answers/{number}/{texts.get(question, question)}"] = pair
    return changes
