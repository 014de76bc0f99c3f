"""Letters to those who come and have an address of their own, when something changes for them."""

from collections.abc import Iterable
from typing import Any

from registrations.letters import write_letter
from registrations.models import Actor, Letter, Participant, Registration
from registrations.services.moves import note
from registrations.states import State


def tell_participants(
    registration: Registration,
    people: Iterable[Participant],
    *,
    kind: Letter.Kind,
    before: State,
    occasion: str = "",
    about: Any = None,
) -> None:
    """Write to those of ``people`` who are not the person booking, each once; noted by number.

    Whose seat was not confirmed ``before`` is told only if they had a letter about it already. The
    caller holds the lock and the transaction.
    """
    told = [person for person in people if _concerns(registration, person, before=before)]
    for person in told:
        person.registration = registration
        write_letter(
            registration,
            kind=kind,
            occasion=f"{person.number}:{occasion}",
            about=about,
            participant=person,
        )
    if told:
        why = ", ".join(str(person.number) for person in told)
        note(registration, action=kind, actor=Actor.SYSTEM, why=why)


def _concerns(registration: Registration, person: Participant, *, before: State) -> bool:
    if not person.email or person.email.casefold() == registration.booker_email.casefold():
        return False
    return before == State.CONFIRMED or person.letters.exists()
