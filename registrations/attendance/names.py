"""How those who come are named and sorted."""

from typing import Final

from django.utils.translation import gettext as _

from registrations.models import Participant

# The letters after z, in the order of each language.
AFTER_Z: Final = {"nb": "æøå", "da": "æøå", "sv": "åäö", "fi": "åäö"}
# Written otherwise elsewhere, and the same letter in the alphabet.
SAME: Final = {"nb": {"ä": "æ", "ö": "ø"}, "sv": {"æ": "ä", "ø": "ö"}}


def name_of(person: Participant) -> str:
    """Their name; for a seat without one, which seat of whose booking."""
    if person.name:
        return person.name
    return _("Seat %(number)s of %(name)s") % {
        "number": person.number,
        "name": person.registration.booker_name,
    }


def alphabetical(person: Participant, language: str) -> list[int]:
    """A key that sorts names as ``language`` does."""
    letters = AFTER_Z.get(language, "æøå")
    same = SAME["nb" if letters == "æøå" else "sv"]
    name = (person.name or person.registration.booker_name).casefold()
    return [_place(same.get(letter, letter), letters) for letter in name] + [person.number]


def _place(letter: str, letters: str) -> int:
    after = letters.find(letter)
    return ord(letter) if after < 0 else ord("z") + 1 + after
