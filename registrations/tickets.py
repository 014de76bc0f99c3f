"""What a participant shows at the door: a code to scan, and the same to type.

A ticket opens nothing but itself: it is another address than the participant's own link, so
whoever photographs it can neither read nor change anything.
"""

import base64
import io
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from typing import Final

from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import override

import segno

from cms.models import Practice
from registrations.models import Letter, Participant, Registration
from registrations.models.registrations import REFERENCE_ALPHABET, link_behind, signed_link
from registrations.states import State

TICKET_SALT: Final = "registrations.ticket"
MOST_TYPED: Final = 40
# A picture in a letter's HTML, by the ticket that it shows.
PICTURE: Final = re.compile(r'src="cid:([^"@]+)@ticket"')
# Unprinted modules around the code, as its standard wants them.
QUIET_ZONE: Final = 4


def has_tickets(registration: Registration, *, now: datetime | None = None) -> bool:
    """Whether there is a door to come through: confirmed, somewhere in the world, and not over."""
    offering = registration.offering
    ends_at = offering.last_end
    is_ahead = ends_at is not None and ends_at > (now or timezone.now())
    return registration.state_now == State.CONFIRMED and not offering.online and is_ahead


def tickets_of(registration: Registration) -> list[Participant]:
    """Those who come and have something to show at the door."""
    return list(registration.participants.coming()) if has_tickets(registration) else []


def ticket_token(person: Participant) -> str:
    """Another one once somebody else comes on the seat."""
    return signed_link(person.link_id, salt=TICKET_SALT)


def link_id_of_ticket(token: str) -> uuid.UUID | None:
    """Whose ticket it is, as the number behind their own link; None for what is no ticket."""
    return link_behind(token, salt=TICKET_SALT)


def ticket_address(person: Participant) -> str:
    """The full address that the code stands for, in the registration's language."""
    registration = person.registration
    return address_of_token(
        ticket_token(person), practice=registration.practice, language=registration.language
    )


def address_of_token(token: str, *, practice: Practice, language: str) -> str:
    with override(language):
        return practice.address_of(reverse("ticket", kwargs={"token": token}))


def ticket_code(person: Participant) -> str:
    """The same in six characters, to read out and to type; the booking's reference stays untold."""
    digest = salted_hmac(TICKET_SALT, person.link_id.hex, algorithm="sha256").digest()
    letters = "".join(REFERENCE_ALPHABET[byte % len(REFERENCE_ALPHABET)] for byte in digest[:6])
    return f"{letters[:3]}-{letters[3:]}"


def person_with_code(people: Iterable[Participant], typed: str) -> Participant | None:
    """Whose code somebody typed, with or without what stands between; None for nobody's, and for
    one that is two people's, which chance may bring about."""
    code = plain_code(typed)
    found = [person for person in people if plain_code(ticket_code(person)) == code]
    return found[0] if len(found) == 1 else None


def plain_code(typed: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", typed[:MOST_TYPED].upper())


def picture_address(person: Participant) -> str:
    """What a letter's HTML names the picture of a ticket."""
    return f"cid:{ticket_token(person)}@ticket"


def ticket_svg(person: Participant) -> str:
    """The code as a drawing within a page, black on white in any colour scheme."""
    return _drawn(ticket_address(person))


@lru_cache(maxsize=512)
def _drawn(address: str) -> str:
    code = segno.make(address, micro=False)
    return code.svg_inline(border=QUIET_ZONE, dark="#000", light="#fff", omitsize=True)


def pictures_in(letter: Letter) -> Iterator[tuple[str, bytes]]:
    """The codes that a letter's HTML shows, as PNG, each with the name it is shown by."""
    for token in dict.fromkeys(PICTURE.findall(letter.html)):
        address = address_of_token(token, practice=letter.practice, language=letter.language)
        picture = io.BytesIO()
        code = segno.make(address, micro=False)
        code.save(picture, kind="png", scale=5, border=QUIET_ZONE)
        yield f"{token}@ticket", picture.getvalue()


def with_pictures(letter: Letter) -> str:
    """The letter's HTML for a browser, which knows nothing of what else came with the mail."""
    html = letter.html
    for name, picture in pictures_in(letter):
        data = base64.b64encode(picture).decode()
        html = html.replace(f"cid:{name}", f"data:image/png;base64,{data}")
    return html
