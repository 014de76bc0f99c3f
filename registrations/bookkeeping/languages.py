"""Rows that are made while they are sent, each in the language that was asked for."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.utils.translation import override

Piece = TypeVar("Piece")


def spoken_in(language: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Each is made within the language and handed out without it: others run in between."""
    made = iter(pieces)
    while True:
        with override(language):
            try:
                piece = next(made)
            except StopIteration:
                return
        yield piece
