"""What a participant shows at the door: a code to scan, and the same to type.

A ticket opens nothing but itself: it is another address than the participant's own link, so
whoever photographs it can neither read nor change anything.
"""

import re
import uuid
from typing import Final

from django.urls import reverse
from django.utils.translation import override

from registrations.models import Participant
from registrations.models.registrations import link_behind, signed_link

TICKET_SALT: Final = "registrations.ticket"
# A reference as people type it, and the number of the seat where there are several.
TYPED: Final = re.compile(r"([0-9A-Z]{4})[\s-]*([0-9A-Z]{4})(?:[\s/-]+([0-9]{1,2}))?")


def ticket_token(person: Participant) -> str:
    """Another one once somebody else comes on the seat."""
    return signed_link(person.link_id, salt=TICKET_SALT)


def link_id_of_ticket(token: str) -> uuid.UUID | None:
    """Whose ticket it is, as the number behind their own link; None for what is no ticket."""
    return link_behind(token, salt=TICKET_SALT)


def ticket_address(person: Participant) -> str:
    """The full address that the code stands for, in the registration's language."""
    with override(person.registration.language):
        path = reverse("ticket", kwargs={"token": ticket_token(person)})
    return person.registration.practice.address_of(path)


def ticket_code(person: Participant) -> str:
    """The same to read out and to type; it opens nothing."""
    return f"{person.registration.reference}-{person.number}"


def typed_code(typed: str) -> tuple[str, int | None] | None:
    """The reference and the number that somebody typed; None where it is no code."""
    found = TYPED.fullmatch(typed.strip().upper())
    if found is None:
        return None
    return f"{found[1]}-{found[2]}", int(found[3]) if found[3] else None
