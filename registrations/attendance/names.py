"""How those who come are named and sorted."""

from typing import Final

from django.utils.translation import gettext as _

from registrations.models import Participant

# The letters after z, in the order of each language.
AFTER_Z: Final = {"nb": "æøå", "da": "æøå", "sv": "åäö", "fi": "åäö"}
# Written otherwise elsewhere, and the same letter in the alphabet.
SAME: Final = {"nb": {"ä": "æ", "ö": "ø"}, "sv": {"æ": "ä", "ø": "ö"}}


def name_of(person: Participant) -> str:
    return person.name or _("Not named yet")


def more_of(person: Participant, *, tells_who_booked: bool) -> str:
    """The organisation, and of a seat without a name who has booked it; for owners alone."""
    if not tells_who_booked:
        return ""
    booked = person.registration
    by = "" if person.name else _("booked by %(name)s") % {"name": booked.booker_name}
    return ", ".join(part for part in (booked.organisation, by) if part)


def alphabetical(person: Participant, language: str) -> list[int]:
    """A key that sorts names as ``language`` does."""
    letters = AFTER_Z.get(language, "æøå")
    same = SAME["nb" if letters == "æøå" else "sv"]
    name = person.name.casefold()
    return [_place(same.get(letter, letter), letters) for letter in name]


def _place(letter: str, letters: str) -> int:
    after = letters.find(letter)
    return ord(letter) if after < 0 else ord("z") + 1 + after
