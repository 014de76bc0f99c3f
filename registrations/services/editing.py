"""Changing names, answers and the message while nothing has been decided yet."""

from typing import Final

from django.db import transaction

from registrations.models import Actor, Answer, Participant, Registration, SensitiveAnswer
from registrations.services.answers import store_answers
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.registering import PersonComing
from registrations.states import State

EDITABLE: Final = (State.WAITLISTED, State.IN_REVIEW)

AnswersGiven = dict[tuple[int | None, int], str]


class NotEditable(Exception):
    """It has been decided upon, or the number of people is another; nothing was changed."""


@transaction.atomic
def edit_details(
    *,
    registration_id: int,
    people: tuple[PersonComing, ...],
    answers: dict[int, str],
    message: str,
) -> Registration:
    """Change what was typed, for as many people as before; each kind of change is noted.

    What was changed from and to is personal, so the history does not tell it.
    """
    registration = locked_registration(registration_id)
    rows = list(registration.participants.order_by("number"))
    if registration.state_now not in EDITABLE or len(rows) != len(people):
        raise NotEditable
    given: list[tuple[Participant | None, dict[int, str]]] = [(None, answers)]
    given += [(row, person.answers) for row, person in zip(rows, people, strict=True)]
    changes = {
        "names_changed": _change_names(rows, people),
        "answers_changed": _change_answers(registration, given),
        "message_changed": registration.message != message,
    }
    if changes["message_changed"]:
        registration.message = message
        registration.save(update_fields=["message"])
    for action, is_changed in changes.items():
        if is_changed:
            note(registration, action=action, actor=Actor.BOOKER)
    return registration


def _change_names(rows: list[Participant], people: tuple[PersonComing, ...]) -> bool:
    changed = [
        (row, person)
        for row, person in zip(rows, people, strict=True)
        if (row.name, row.email) != (person.name, person.email)
    ]
    for row, person in changed:
        row.name, row.email = person.name, person.email
        row.save(update_fields=["name", "email"])
    return bool(changed)


def _change_answers(
    registration: Registration, given: list[tuple[Participant | None, dict[int, str]]]
) -> bool:
    """Replace the answers to what is asked now; older answers to other questions stay."""
    asked = set(registration.offering.questions.values_list("question_id", flat=True))
    before = answers_of(registration)
    before = {key: text for key, text in before.items() if key[1] in asked}
    after = {
        (row.pk if row else None, question_id): text
        for row, answers in given
        for question_id, text in answers.items()
        if text and question_id in asked
    }
    if before == after:
        return False
    for model in (Answer, SensitiveAnswer):
        model.objects.filter(registration=registration, question__in=asked).delete()
    store_answers(registration.offering, registration, given)
    return True


def answers_of(registration: Registration) -> AnswersGiven:
    """All answers by participant (None for the booking itself) and question."""
    return {
        (participant_id, question_id): text
        for model in (Answer, SensitiveAnswer)
        for participant_id, question_id, text in model.objects.filter(
            registration=registration
        ).values_list("participant_id", "question_id", "text")
    }
