from dataclasses import dataclass


@dataclass(frozen=True)
class FirstText:
    """A template as a new practice gets it, in one language."""

    name: str
    subject: str
    paragraphs: tuple[str, ...]
