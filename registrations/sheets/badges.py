"""Name badges: ten on an A4 sheet, 90 by 54 millimetres, with marks to cut along."""

from collections.abc import Sequence
from typing import Final

from cms.models import Practice
from registrations.sheets.contents import Badge, Contents
from registrations.sheets.paper import FAMILY, INK, LINE, MUTED, Paper

WIDE: Final = 90.0
HIGH: Final = 54.0
ACROSS: Final = 2
DOWN: Final = 5
INSIDE: Final = 7.0
# The largest letters in which a name stands on two lines.
SIZES: Final = (28.0, 24.0, 20.0, 17.0, 14.0, 11.0)
POINT: Final = 0.3528


def draw_badges(contents: Contents, practice: Practice) -> Paper:
    paper = Paper(practice)
    paper.set_title(f"{contents.label}: {contents.course}")
    on_page = ACROSS * DOWN
    for number, badge in enumerate(contents.badges):
        if number % on_page == 0:
            paper.add_page()
        across, down = number % on_page % ACROSS, number % on_page // ACROSS
        left = (paper.w - ACROSS * WIDE) / 2 + across * WIDE
        top = (paper.h - DOWN * HIGH) / 2 + down * HIGH
        _draw(paper, badge, contents.course, left, top)
    return paper


def _draw(paper: Paper, badge: Badge, course: str, left: float, top: float) -> None:
    paper.set_draw_color(*LINE)
    paper.set_line_width(0.1)
    paper.rect(left, top, WIDE, HIGH)
    paper.set_fill_color(*paper.brand)
    paper.rect(left, top, WIDE, 2.2, style="F")
    width = WIDE - 2 * INSIDE
    paper.set_text_color(*paper.brand)
    _words(paper, [paper.practice.name], "B", 9, left, top + 5.5, width)
    size, lines = _fitting(paper, badge.name, width)
    paper.set_text_color(*INK)
    height = size * POINT * 1.15
    begun = top + 27 - height * len(lines) / 2
    for number, line in enumerate(lines):
        _at(paper, line, "B", size, left + INSIDE, begun + height * number, width)
    if not badge.name:
        paper.line(left + INSIDE, top + 31, left + WIDE - INSIDE, top + 31)
    paper.set_text_color(*MUTED)
    _words(paper, [badge.organisation], "", 11, left, top + 39, width)
    _words(paper, [course], "", 8.5, left, top + 46.5, width)
    paper.set_text_color(*INK)


def _fitting(paper: Paper, name: str, width: float) -> tuple[float, list[str]]:
    """A word is not broken as long as there is a smaller size."""
    for size in SIZES:
        paper.set_font(FAMILY, "B", size)
        lines = paper.wrapped(name, width)
        whole = all(paper.get_string_width(word) <= width for word in name.split())
        if len(lines) <= 2 and whole:
            return size, lines
    return SIZES[-1], lines[:3]


def _words(
    paper: Paper, texts: Sequence[str], style: str, size: float, left: float, y: float, width: float
) -> None:
    """One line each; what is too long ends in dots."""
    for text in texts:
        paper.set_font(FAMILY, style, size)
        lines = paper.wrapped(text, width)
        shown = lines[0] if len(lines) == 1 else _shortened(paper, lines[0], width)
        _at(paper, shown, style, size, left + INSIDE, y, width)


def _shortened(paper: Paper, line: str, width: float) -> str:
    while line and paper.get_string_width(f"{line}…") > width:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _at(paper: Paper, text: str, style: str, size: float, x: float, y: float, width: float) -> None:
    paper.set_font(FAMILY, style, size)
    paper.text(x, y + size * POINT * 0.8, text)
