"""Reminding of names that are missing, before the deadline and once after it."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from courses.deadlines import names_until
from courses.models import Offering
from registrations.letters import write_letter
from registrations.models import Actor, Letter, Participant, Registration
from registrations.services.cancelling import NotPossible
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.states import State


class AlreadyAsked(Exception):
    """They were asked today; nobody is written to twice a day."""


# Days before the deadline.
FIRST, LAST = 7, 2
PASSED: Final = "passed"


def with_names_missing(*, now: datetime) -> list[int]:
    """Confirmed registrations of which a letter about missing names is due, or was written."""
    unnamed = Participant.objects.coming().filter(registration=OuterRef("pk"), name="")
    rows = (
        Registration.objects.filter(Exists(unnamed), state=State.CONFIRMED)
        .exclude(offering__status=Offering.Status.CALLED_OFF)
        .filter(offering__sessions__ends_at__gt=now)
        .select_related("offering")
        .prefetch_related("offering__sessions")
        .order_by("pk")
        .distinct()
    )
    return [row.pk for row in rows if _due(row, now=now)]


def _due(registration: Registration, *, now: datetime) -> str:
    """Which letter is due, if any. Who registered after its moment was told then."""
    until = names_until(registration.offering)
    if until is None:
        return ""
    if until <= now:
        return PASSED
    for days in (LAST, FIRST):
        moment = until - timedelta(days=days)
        if moment <= now:
            return str(days) if registration.made_at <= moment else ""
    return ""


@transaction.atomic
def ask_for_names(*, registration_id: int) -> bool:
    """Write the letter that is due; True when it was written now. Each is written once for each
    deadline."""
    registration = locked_registration(registration_id)
    unnamed = registration.participants.coming().filter(name="")
    if registration.state_now != State.CONFIRMED or not unnamed.exists():
        return False
    due, until = _due(registration, now=timezone.now()), names_until(registration.offering)
    if not due or until is None:
        return False
    kind = Letter.Kind.OWNER_NAMES_MISSING if due == PASSED else Letter.Kind.NAMES_MISSING
    occasion = f"{until:%Y-%m-%d}:{due}"
    if registration.letters.filter(kind=kind, occasion=occasion).exists():
        return False
    action = "names_did_not_come" if due == PASSED else "asked_for_names"
    note(registration, action=action, actor=Actor.SYSTEM)
    write_letter(registration, kind=kind, occasion=occasion)
    return True


@transaction.atomic
def ask_for_names_now(*, registration_id: int, user: Any) -> Letter:
    """Write to the person booking about names that are missing, once a day at most.

    Raises ``AlreadyAsked``, and ``NotPossible`` where no name is missing, the seats are not given,
    or the time for names is over.
    """
    registration = locked_registration(registration_id)
    if not lacks_names(registration):
        raise NotPossible
    now = timezone.now()
    occasion = f"by hand {now.astimezone(registration.practice.zone):%Y-%m-%d}"
    kind = Letter.Kind.NAMES_MISSING
    if registration.letters.filter(kind=kind, occasion=occasion).exists():
        raise AlreadyAsked
    note(registration, action="asked_for_names", actor=Actor.OWNER, user=user)
    return write_letter(registration, kind=kind, occasion=occasion)


def lacks_names(registration: Registration) -> bool:
    """Whether names are missing that can still be given."""
    until = names_until(registration.offering)
    open_still = until is not None and timezone.now() < until
    off = registration.offering.status == Offering.Status.CALLED_OFF
    unnamed = registration.participants.coming().filter(name="")
    return registration.state_now == State.CONFIRMED and open_still and not off and unnamed.exists()
