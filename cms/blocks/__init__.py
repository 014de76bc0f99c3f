"""The building blocks of pages."""

from .body import BodyBlock
from .words import (
    PLAIN_FEATURES,
    CredentialBlock,
    HeadingBlock,
    PriceRowBlock,
    QuestionBlock,
    RouteBlock,
)

__all__ = [
    "PLAIN_FEATURES",
    "BodyBlock",
    "CredentialBlock",
    "HeadingBlock",
    "PriceRowBlock",
    "QuestionBlock",
    "RouteBlock",
]
