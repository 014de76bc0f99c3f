"""Changing names, answers and the message, as far as the state and the deadline leave it open."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from courses.deadlines import names_until
from courses.models import Offering
from registrations.models import Actor, Answer, Participant, Registration, SensitiveAnswer
from registrations.services.answers import store_answers
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.noting_changes import Changes, answer_changes, person_changes
from registrations.services.registering import PersonComing
from registrations.states import State

# Nothing has been decided: everything that was typed may change.
EDITABLE: Final = (State.WAITLISTED, State.IN_REVIEW)
# The seats are given: names that are missing and answers may come until a deadline.
DECIDED: Final = (State.AWAITING_PAYMENT, State.CONFIRMED)

AnswersGiven = dict[tuple[int | None, int], str]
Given = list[tuple[Participant | None, dict[int, str]]]


class NotEditable(Exception):
    """It is too late, or the people are others than were shown; nothing was changed."""


class NameIsGiven(NotEditable):
    """Somebody else in the place of one who is named is a substitute, not a correction."""


class DetailsChanged(NotEditable):
    """Somebody else, such as a participant, wrote something since it was shown; nothing was
    changed."""


def takes_names(offering: Offering, *, now: datetime | None = None) -> bool:
    """Whether names and answers of those who come may still be given."""
    until = names_until(offering)
    called_off = offering.status == Offering.Status.CALLED_OFF
    return until is not None and (now or timezone.now()) < until and not called_off


def may_edit(registration: Registration, *, now: datetime | None = None) -> bool:
    """Whether the person booking may change anything of what was typed."""
    if registration.state_now in DECIDED:
        return takes_names(registration.offering, now=now)
    return registration.state_now in EDITABLE


@transaction.atomic
def edit_details(
    *,
    registration_id: int,
    people: tuple[PersonComing, ...],
    answers: dict[int, str],
    message: str | None = None,
    mark: str | None = None,
) -> Registration:
    """Change what was typed, for as many people as are coming; each kind of change is noted.

    Once the seats are given, only missing names can be added: a name that is there raises
    ``NameIsGiven`` when it is another. Without a ``message`` the old one stays. What a participant
    answered to a sensitive question stays too. The history tells what was before and after, but
    for sensitive answers. ``mark`` stands for what was shown, as ``details_mark`` has it; None
    where that was not told. Raises ``NotEditable`` when it is too late, and ``DetailsChanged`` when
    something else stands there now.
    """
    registration = locked_registration(registration_id)
    rows = list(registration.participants.coming().order_by("number"))
    if not may_edit(registration) or len(rows) != len(people):
        raise NotEditable
    if mark not in (None, details_mark(registration)):
        raise DetailsChanged
    if registration.state_now in DECIDED and _renames(rows, people):
        raise NameIsGiven
    given: Given = [(None, answers)]
    given += [(row, person.answers) for row, person in zip(rows, people, strict=True)]
    changes = {
        "names_changed": _change_names(rows, people),
        "answers_changed": _change_answers(registration, given),
        "message_changed": _message_changes(registration, message),
    }
    if changes["message_changed"]:
        registration.message = message or ""
        registration.save(update_fields=["message"])
    for action, changed in changes.items():
        if changed:
            note(registration, action=action, actor=Actor.BOOKER, changes=changed)
    return registration


@transaction.atomic
def correct_names(
    *, registration_id: int, people: Sequence[tuple[int, str, str]], user: Any
) -> Registration:
    """The owner writes names and e-mail addresses as they should be, by participant's number.

    At any time while the registration holds seats or waits; raises ``NotEditable`` otherwise, and
    for a number of nobody who is coming. A name that was there is not taken away.
    """
    registration = locked_registration(registration_id)
    state = registration.state_now
    rows = {row.number: row for row in registration.participants.coming()}
    known = all(number in rows for number, _name, _email in people)
    if not (state.holds_seats or state == State.WAITLISTED) or not known:
        raise NotEditable
    chosen = [rows[number] for number, _name, _email in people]
    persons = tuple(
        PersonComing(name=name or rows[number].name, email=email) for number, name, email in people
    )
    if changed := _change_names(chosen, persons):
        note(registration, action="names_changed", actor=Actor.OWNER, user=user, changes=changed)
    return registration


def _renames(rows: list[Participant], people: tuple[PersonComing, ...]) -> bool:
    pairs = zip(rows, people, strict=True)
    return any(row.name and row.name != person.name for row, person in pairs)


def _message_changes(registration: Registration, message: str | None) -> Changes:
    if message is None or registration.message == message:
        return {}
    return {"message": [registration.message, message]}


def _change_names(rows: list[Participant], people: tuple[PersonComing, ...]) -> Changes:
    changes: Changes = {}
    for row, person in zip(rows, people, strict=True):
        changed = person_changes(row, name=person.name, email=person.email)
        if changed:
            row.name, row.email = person.name, person.email
            row.save(update_fields=["name", "email"])
            changes |= changed
    return changes


def _change_answers(registration: Registration, given: Given) -> Changes:
    """Replace the answers to what is asked now; older answers to other questions stay."""
    asked = set(registration.offering.questions.values_list("question_id", flat=True))
    theirs = answered_by_participants(registration)
    people = {row.pk if row else None for row, _answers in given}
    given = [
        (row, {pk: text for pk, text in answers.items() if (row and row.pk, pk) not in theirs})
        for row, answers in given
    ]
    before = {
        (person, question): text
        for (person, question), text in answers_of(registration).items()
        if question in asked and person in people
    }
    after = {
        (row.pk if row else None, question_id): text
        for row, answers in given
        for question_id, text in answers.items()
        if text and question_id in asked
    }
    if before == after:
        return {}
    whose = Q(participant=None) | Q(participant__in=[pk for pk in people if pk])
    for rows in (Answer.objects.all(), SensitiveAnswer.objects.filter(from_participant=False)):
        rows.filter(whose, registration=registration, question__in=asked).delete()
    store_answers(registration.offering, registration, given)
    people_given = [row for row, _answers in given if row]
    return answer_changes(registration, before=before, after=after, people=people_given)


def details_mark(registration: Registration) -> str:
    """Stands for everything that the person booking sees and may change; another one as soon as
    anybody has changed any of it."""
    people = registration.participants.coming().order_by("number")
    answers = answers_of(registration).items()
    seen = (
        registration.message,
        *people.values_list("number", "name", "email"),
        *sorted(((whose or 0, question), text) for (whose, question), text in answers),
    )
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def answers_of(registration: Registration) -> AnswersGiven:
    """The answers that the person booking may see, by participant (None for the booking itself)
    and question."""
    return {
        (participant_id, question_id): text
        for rows in (Answer.objects.all(), SensitiveAnswer.objects.filter(from_participant=False))
        for participant_id, question_id, text in rows.filter(registration=registration).values_list(
            "participant_id", "question_id", "text"
        )
    }


def answered_by_participants(registration: Registration) -> set[tuple[int | None, int]]:
    """Which sensitive questions participants answered themselves, by participant and question."""
    theirs = SensitiveAnswer.objects.filter(registration=registration, from_participant=True)
    return set(theirs.values_list("participant_id", "question_id"))
