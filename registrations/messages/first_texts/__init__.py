"""What a new practice's letter templates say at first, in each language; to be adapted."""

from typing import Final

from registrations.messages.first_texts import da, en, fi, nb, sv
from registrations.messages.first_texts.parts import FirstText
from registrations.models import Purpose

FIRST_TEXTS: Final[dict[str, dict[Purpose, FirstText]]] = {
    "nb": nb.TEXTS,
    "sv": sv.TEXTS,
    "fi": fi.TEXTS,
    "da": da.TEXTS,
    "en": en.TEXTS,
}

__all__ = ["FIRST_TEXTS", "FirstText"]
