"""The words in braces that stand for what differs from letter to letter, and how they are read.

Nothing is run: a text is cut at its placeholders, and each is one of a fixed set.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# What each gives, in the order in which people look for them.
KNOWN: Final = {
    "first_name": gettext_lazy("the reader's first name; left out where it is not known"),
    "name": gettext_lazy("the reader's whole name; left out where it is not known"),
    "course": gettext_lazy("the title of the course"),
    "first_session": gettext_lazy("day and time of the first session"),
    "next_session": gettext_lazy("day and time of the next session that has not begun"),
    "sessions": gettext_lazy("all sessions with their times, one a line"),
    "place": gettext_lazy("where it takes place"),
    "online_link": gettext_lazy("the link to the online room, for those whose seat is confirmed"),
    "seats": gettext_lazy("how many seats the booking has"),
    "reference": gettext_lazy("the reference of the registration; for the person booking alone"),
    "own_page": gettext_lazy("the link to the reader's own page"),
    "names_link": gettext_lazy("the link for giving names that are missing"),
    "deadline": gettext_lazy("until when names and answers can be given"),
    "amount": gettext_lazy("what is still to be paid; for the person booking alone"),
    "pay_by": gettext_lazy("the day by which it is to be paid; for the person booking alone"),
    "pay_link": gettext_lazy("the link for paying by card; for the person booking alone"),
    "practice": gettext_lazy("the name of your practice"),
}
ADDRESSES: Final = {"online_link", "own_page", "names_link", "pay_link"}
# Without a value these leave a gap that reads well; the others take their paragraph along.
LEAVING_A_GAP: Final = {"first_name", "name"}
PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")

Values = Mapping[str, str]


@dataclass(frozen=True)
class Piece:
    """A part of a paragraph: what the practice wrote, or the value of a placeholder."""

    text: str
    name: str = ""

    @property
    def is_address(self) -> bool:
        return self.name in ADDRESSES


Paragraph = tuple[Piece, ...]


def check(text: str) -> None:
    """``ValidationError`` for a brace that stands alone and for a placeholder nobody knows."""
    errors = []
    unknown = {name for name in names_in(text) if name not in KNOWN}
    if unknown:
        errors.append(
            ValidationError(
                _("There is no placeholder %(unknown)s. These are known: %(known)s."),
                params={"unknown": _in_braces(sorted(unknown)), "known": _in_braces(KNOWN)},
            )
        )
    rest = PLACEHOLDER.sub("", text)
    if lonely := re.search(r"[{}]", rest):
        near = rest[max(0, lonely.start() - 10) : lonely.end() + 10].strip()
        errors.append(
            ValidationError(
                _("A brace is left open near “%(near)s”. A placeholder is written like {course}."),
                params={"near": near},
            )
        )
    if errors:
        raise ValidationError(errors)


def names_in(*texts: str) -> set[str]:
    return {name.strip() for text in texts for name in PLACEHOLDER.findall(text)}


def on_one_line(text: str, values: Values) -> str:
    """A subject: no line ends, whatever a name or a title brings along."""
    filled = "".join(piece.text for piece in _pieces(text, values))
    return " ".join(re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]", " ", filled).split())


def paragraphs(text: str, values: Values) -> list[Paragraph]:
    """Parted by empty lines. One that needs what this reader does not have is left out."""
    parts = re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n").strip())
    return [tuple(_pieces(part.strip(), values)) for part in parts if not _lacking(part, values)]


def lacking(values: Values, *texts: str) -> set[str]:
    """The placeholders of ``texts`` that have no value here."""
    return {name for name in names_in(*texts) if not values.get(name)}


def _lacking(part: str, values: Values) -> set[str]:
    return lacking(values, part) - LEAVING_A_GAP


def _pieces(text: str, values: Values) -> Iterator[Piece]:
    cut = PLACEHOLDER.split(text)
    for number, part in enumerate(cut):
        if number % 2:
            name = part.strip()
            yield Piece(values.get(name, ""), name)
            continue
        follows = cut[number + 1].strip() if number + 1 < len(cut) else ""
        gap = follows in LEAVING_A_GAP and not values.get(follows)
        yield Piece(part.rstrip(" ") if gap else part)


def _in_braces(names: "Mapping[str, object] | list[str]") -> str:
    return ", ".join(f"{{{name}}}" for name in names)
