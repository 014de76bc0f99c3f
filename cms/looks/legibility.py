"""Which colours of a palette meet, how well they can be told apart, and what would mend it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms.looks.contrast import CONTROL, TEXT, contrast, nearest_readable
from cms.looks.palettes import OWN, STATES_DARK, STATES_LIGHT, Colours, Palette

NAMES: Final[dict[str, str | Promise]] = {
    "ground": gettext_lazy("the page's ground"),
    "surface": gettext_lazy("the ground of panels"),
    "sunken": gettext_lazy("the ground of the footer"),
    "brand-soft": gettext_lazy("the ground of tinted panels"),
    "text": gettext_lazy("text"),
    "muted": gettext_lazy("quiet text"),
    "brand": gettext_lazy("links"),
    "accent": gettext_lazy("buttons and marks"),
    "accent-hover": gettext_lazy("a button under the pointer"),
    "on-accent": gettext_lazy("words on a button"),
    "line-strong": gettext_lazy("borders of fields"),
    "success": gettext_lazy("good news"),
    "warning": gettext_lazy("warnings"),
    "danger": gettext_lazy("mistakes"),
    "focus": gettext_lazy("the frame around what has the focus"),
}
BEHIND: Final = ("ground", "surface", "sunken", "brand-soft")
# Each pair that meets on a page: what is in front, what is behind, the contrast it needs.
PAIRS: Final = (
    *((front, behind, TEXT) for front in ("text", "muted", "brand") for behind in BEHIND),
    *(("accent", behind, TEXT) for behind in ("ground", "surface")),
    *(("on-accent", behind, TEXT) for behind in ("accent", "accent-hover")),
    *(("line-strong", behind, CONTROL) for behind in ("ground", "surface")),
    *(
        (front, behind, TEXT)
        for front in ("success", "warning", "danger")
        for behind in ("ground", "surface")
    ),
    *(("focus", behind, CONTROL) for behind in BEHIND),
)


@dataclass(frozen=True)
class Failing:
    """Two colours that are too much alike, and the shade of one of them that would do."""

    scheme: str
    front: str
    behind: str
    reached: float
    needed: float
    mend: str
    suggestion: str | None

    def __str__(self) -> str:
        message = _(
            "%(front)s on %(behind)s: the contrast is %(reached)s to 1, and %(needed)s to 1 is "
            "needed."
        ) % {
            "front": _capital(str(NAMES[self.front])),
            "behind": NAMES[self.behind],
            "reached": number_format(_cut(self.reached), 2),
            "needed": number_format(self.needed, 1),
        }
        if self.suggestion is None:
            return f"{message} " + _("No shade of this colour reaches that. Choose another one.")
        nearest = _("The nearest shade that reaches it is %(colour)s.")
        return f"{message} " + nearest % {"colour": self.suggestion}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _cut(ratio: float) -> float:
    """Never rounded up to what it does not reach."""
    return int(ratio * 100) / 100


def failing_pairs(palette: Palette, own: dict[str, set[str]] | None = None) -> list[Failing]:
    """Every pair that cannot be told apart well enough, light before dark.

    ``own`` says for each scheme which colours somebody chose, so that these are mended.
    """
    own = own or {}
    return [
        *_failing("light", palette.light, STATES_LIGHT, own.get("light", set())),
        *_failing("dark", palette.dark, STATES_DARK, own.get("dark", set())),
    ]


def _failing(scheme: str, colours: Colours, states: Colours, own: set[str]) -> Iterator[Failing]:
    """Of the pairs with the same colour in front, the worst is told."""
    every = {**colours, **states}
    worst: dict[tuple[str, str], Failing] = {}
    for front, behind, needed in PAIRS:
        reached = contrast(every[front], every[behind])
        if reached >= needed:
            continue
        mend = _to_mend(front, behind, own)
        known = worst.get((front, mend))
        if known is None or reached < known.reached:
            suggestion = nearest_readable(every[mend], _needs(mend, every, own))
            worst[front, mend] = Failing(scheme, front, behind, reached, needed, mend, suggestion)
    yield from worst.values()


def _to_mend(front: str, behind: str, own: set[str]) -> str:
    """The colour to change: one that somebody chose, and rather the one in front."""
    follows = {"surface": "ground", "sunken": "ground", "brand-soft": "brand", "muted": "text"}
    follows |= {"on-accent": "accent", "accent-hover": "accent", "line-strong": "text"}
    for token in (front, behind):
        source = follows.get(token, token)
        if source in own:
            return source
    source = follows.get(front, front)
    return source if source in OWN else "ground"


def _needs(colour: str, every: Colours, own: set[str]) -> list[tuple[str, float]]:
    """What ``colour`` must reach against all that it meets and that does not follow from it."""
    if colour == "ground":
        left_out = {"muted", "line-strong", *own}
        met = [(front, needed) for front, behind, needed in PAIRS if behind == colour]
    else:
        left_out = {"brand-soft"} if colour == "brand" else set()
        met = [(behind, needed) for front, behind, needed in PAIRS if front == colour]
    return [(every[name], needed) for name, needed in met if name not in left_out]
