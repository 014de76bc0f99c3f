"""A link that stands in no stored letter, because whoever reads those must not have it."""

from typing import Final

from registrations.models import Letter

# An address that leads nowhere, wherever it is pressed.
HIDDEN_LINK: Final = "https://link.invalid/"


def as_sent(letter: Letter, text: str) -> str:
    """``text`` as the reader gets it: with the link, where the letter has one that is hidden."""
    if letter.invitation is None:
        return text
    return text.replace(HIDDEN_LINK, letter.invitation.address)
