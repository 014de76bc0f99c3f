"""A subject and a body by language: which of them somebody reads."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cms.models import Practice


class Text(NamedTuple):
    subject: str
    body: str


Texts = Mapping[str, Text]


def stored(texts: Texts) -> dict[str, dict[str, str]]:
    """As a row keeps them."""
    return {language: text._asdict() for language, text in texts.items()}


def read(texts: Mapping[str, Any]) -> dict[str, Text]:
    """From what a row keeps."""
    return {language: Text(text["subject"], text["body"]) for language, text in texts.items()}


def language_for(texts: Texts, *, wanted: str, practice: Practice) -> str:
    """The wanted one, else the practice's source language, else the first that there is."""
    return next(language for language in (wanted, *practice.languages, *texts) if language in texts)
