"""What an editor should look at before a page is published. Warnings: nothing is ever stopped.

A check is a function from pages of one practice to warnings; apps above add theirs with
``register``.
"""

from . import (
    dates,
    emptiness,
    languages,
    legal,
    links,
    pictures,
    what_readers_look_for,
)
from .findings import Finding, Kind
from .registry import check_page, check_pages, each_page, register
from .surroundings import Surroundings

# Importing them adds them.
OWN = (dates, emptiness, languages, legal, links, pictures, what_readers_look_for)

__all__ = [
    "Finding",
    "Kind",
    "Surroundings",
    "check_page",
    "check_pages",
    "each_page",
    "register",
]
