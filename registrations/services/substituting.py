"""Somebody else comes instead of one who is named: free of charge, on the same seat."""

import uuid
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from courses.deadlines import changes_until
from courses.models import Offering
from registrations.letters import write_letter
from registrations.models import Actor, Answer, Letter, Participant, Registration, SensitiveAnswer
from registrations.services.answers import store_answers
from registrations.services.attending import hand_over
from registrations.services.cancelling import NotPossible
from registrations.services.editing import DECIDED, takes_names
from registrations.services.filling_in import invite
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.noting_changes import person_changes
from registrations.services.registering import PersonComing


def may_substitute(
    registration: Registration, *, actor: Actor, now: datetime | None = None
) -> bool:
    """Whether somebody may come in another's place: by the owner always while seats are given, by
    the person booking until the offering's hours before the start."""
    offering = registration.offering
    if registration.state_now not in DECIDED or offering.status == Offering.Status.CALLED_OFF:
        return False
    until = changes_until(offering)
    return actor == Actor.OWNER or (until is not None and (now or timezone.now()) < until)


@transaction.atomic
def substitute(
    *,
    registration_id: int,
    number: int,
    person: PersonComing,
    actor: Actor,
    link_id: uuid.UUID | None = None,
    user: Any = None,
) -> Participant:
    """Let ``person`` come instead of the participant with this number.

    It takes no seat and costs nothing: the seat's price stays, whoever sits on it. What the one
    before answered is deleted, and their own link opens nothing any more; the sessions that they
    attended stay theirs. ``link_id``, where
    given, says who was shown: asked again, nobody is replaced twice. Raises ``NotPossible`` when
    it is too late, when nobody is named on that seat, or when somebody else is.
    """
    registration = locked_registration(registration_id)
    row = registration.participants.coming().filter(number=number).first()
    if row is None or not row.name or not person.name:
        raise NotPossible
    if not may_substitute(registration, actor=actor) or link_id not in (None, row.link_id):
        raise NotPossible
    changes = person_changes(row, name=person.name, email=person.email)
    for model in (Answer, SensitiveAnswer):
        model.objects.filter(participant=row).delete()
    hand_over(row)
    row.name, row.email, row.link_id = person.name, person.email, uuid.uuid4()
    row.save(update_fields=["name", "email", "link_id"])
    store_answers(registration.offering, registration, [(row, person.answers)])
    note(
        registration,
        action="substituted",
        actor=actor,
        user=user,
        why=str(number),
        changes=changes,
    )
    # The new link's number tells two letters about the same seat apart.
    write_letter(registration, kind=Letter.Kind.SUBSTITUTED, occasion=row.link_id.hex)
    if row.email and takes_names(registration.offering):
        invite(registration, row)
    return row
