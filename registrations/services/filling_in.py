"""A participant's own link: sending it, and what is given by it."""

import uuid
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from courses.models import OfferingQuestion
from courses.words import questions_in_words
from registrations.letters import write_letter
from registrations.models import (
    Actor,
    Answer,
    Letter,
    Participant,
    Registration,
    SensitiveAnswer,
)
from registrations.services.answers import store_answers
from registrations.services.cancelling import NotPossible
from registrations.services.editing import DECIDED, takes_names
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.noting_changes import Changes, answer_changes, person_changes
from registrations.states import State

# Nobody writes to strangers through us: so many letters for one seat within so long.
MOST_LETTERS: Final = 5
WITHIN: Final = timedelta(days=1)
# A button that was pressed twice writes one letter.
ONCE_IN: Final = timedelta(minutes=2)


class LinkOver(Exception):
    """The link belongs to nobody who is coming (any more)."""


class TooLate(Exception):
    """The time to give names and answers is over; nothing was changed."""


class TooManyLetters(NotPossible):
    """The link of this seat was sent often enough for today; nothing was sent."""


def may_send_links(registration: Registration, *, now: datetime | None = None) -> bool:
    """Whether participants may be asked now to fill in what is theirs."""
    sending = (State.IN_REVIEW, *DECIDED)
    return registration.state_now in sending and takes_names(registration.offering, now=now)


@transaction.atomic
def send_link(
    *, registration_id: int, number: int, email: str, actor: Actor, user: Any = None
) -> Participant:
    """Write to a participant with the own link; the address is kept as theirs.

    Asked twice within two minutes there is one letter. Raises ``NotPossible`` where there is no
    such participant or it is too late, and ``TooManyLetters``; then nothing has changed.
    """
    registration = locked_registration(registration_id)
    person = registration.participants.coming().filter(number=number).first()
    if person is None or not email or not may_send_links(registration):
        raise NotPossible
    just_now = timezone.now() - ONCE_IN
    if _letters_to(person).filter(recipient=email, made_at__gt=just_now).exists():
        return person
    before, person.email = person.email, email
    if not invite(registration, person):
        raise TooManyLetters
    changes = {}
    if before != email:
        person.save(update_fields=["email"])
        changes[f"participants/{number}/email"] = [before, email]
    note(registration, action="link_sent", actor=actor, user=user, why=str(number), changes=changes)
    return person


def invite(registration: Registration, person: Participant) -> bool:
    """Write the letter with the own link; False when there were too many for this seat today.

    The caller holds the lock and the transaction.
    """
    letters = _letters_to(person)
    if letters.filter(made_at__gt=timezone.now() - WITHIN).count() >= MOST_LETTERS:
        return False
    person.registration = registration
    occasion = f"{person.number}:{letters.count() + 1}"
    write_letter(registration, kind=Letter.Kind.FILL_IN, occasion=occasion, participant=person)
    return True


def _letters_to(person: Participant) -> QuerySet[Letter]:
    return person.letters.filter(kind=Letter.Kind.FILL_IN)


def questions_of(registration: Registration) -> list[OfferingQuestion]:
    """What each participant is asked, in order, in the words of the active language."""
    each = OfferingQuestion.AskedOf.PARTICIPANT
    return [row for row in questions_in_words(registration.offering) if row.asked_of == each]


@transaction.atomic
def fill_in(
    *,
    link_id: uuid.UUID,
    name: str,
    email: str,
    answers: dict[int, str],
    forgotten: Collection[int] = (),
) -> Participant:
    """Store what a participant gives by the own link: a name where there is none, the address,
    and the answers, by the question's key.

    A sensitive answer that they gave before stays unless its question is among ``forgotten``: it
    is never shown again, so it cannot be sent again. Raises ``LinkOver`` when the seat was given
    back or somebody else comes, and ``TooLate``; then nothing has changed.
    """
    row = Participant.objects.filter(link_id=link_id).values("registration_id").first()
    if row is None:
        raise LinkOver
    registration = locked_registration(row["registration_id"])
    person = registration.participants.coming().filter(link_id=link_id).first()
    if person is None or not registration.state_now.holds_seats:
        raise LinkOver
    if not takes_names(registration.offering):
        raise TooLate
    name = person.name or name
    changes = person_changes(person, name=name, email=email)
    changes |= _replace(registration, person, answers, forgotten)
    person.name, person.email = name, email
    person.save(update_fields=["name", "email"])
    if changes:
        note(
            registration,
            action="participant_answered",
            actor=Actor.PARTICIPANT,
            why=str(person.number),
            changes=changes,
        )
    return person


def _replace(
    registration: Registration,
    person: Participant,
    answers: dict[int, str],
    forgotten: Collection[int],
) -> Changes:
    """Store the answers as the participant's own; answer which are other than before."""
    asked = {row.question_id for row in questions_of(registration)}
    sensitive = SensitiveAnswer.objects.filter(participant=person, question__in=asked)
    staying = sensitive.filter(from_participant=True).exclude(question__in=forgotten)
    kept = set(staying.values_list("question_id", flat=True))
    plain = Answer.objects.filter(participant=person, question__in=asked)
    replaced = sensitive.exclude(question__in=kept)
    before = {
        *plain.values_list("question_id", "text"),
        *replaced.values_list("question_id", "text"),
    }
    given = {pk: text for pk, text in answers.items() if pk in asked - kept}
    plain.delete()
    replaced.delete()
    store_answers(registration.offering, registration, [(person, given)], from_participant=True)
    return answer_changes(
        registration,
        before={(person.pk, pk): text for pk, text in before},
        after={(person.pk, pk): text for pk, text in given.items() if text},
        people=[person],
    )
