"""The typefaces that a practice can choose: a face for headings and one for text."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class TypePair(models.TextChoices):
    """Each has a sheet, ``static/css/types/<value>.css``, that names its files."""

    NEWSREADER = "newsreader", _("Like a book: Newsreader and Kollegium Sans")
    FRAUNCES = "fraunces", _("Soft and round: Fraunces and Figtree")
    BRICOLAGE = "bricolage", _("Plain and sturdy: Bricolage Grotesque and Atkinson Hyperlegible")


# What every page needs at once, so that the browser can fetch it before it has read the sheet.
_AT_ONCE: Final = {
    TypePair.NEWSREADER: ("newsreader-latin", "kollegium-sans-latin"),
    TypePair.FRAUNCES: ("fraunces-latin", "figtree-latin"),
    TypePair.BRICOLAGE: ("bricolage-grotesque-latin", "atkinson-latin"),
}


def sheet_of_pair(pair: TypePair) -> str:
    return f"css/types/{pair}.css"


def files_at_once(pair: TypePair) -> list[str]:
    return [f"fonts/{name}.woff2" for name in _AT_ONCE[pair]]
