"""A sheet as PDF: tables that go on over pages, with their heads on each."""

from collections.abc import Sequence
from typing import Final

from courses.models import Offering
from registrations.sheets.badges import draw_badges
from registrations.sheets.contents import Column, Contents, Grid
from registrations.sheets.paper import FAMILY, INK, LINE, MARGIN, MUTED, TEXT, Paper

LINE_HEIGHT: Final = 4.8
PADDING: Final = 1.4
# Room to write one's name by hand.
TALL: Final = 11.0
# A table begins where its head and a few rows find room.
NEEDED: Final = 32.0
MOST_SIDE_BY_SIDE: Final = 8
WIDE_FROM: Final = 5


def pdf_of(contents: Contents, offering: Offering) -> bytes:
    """The whole sheet; the language is the active one."""
    if contents.badges:
        return bytes(draw_badges(contents, offering.practice).output())
    most = max(len(grid.columns) for grid in contents.grids)
    paper = Paper(offering.practice, landscape=most >= WIDE_FROM)
    paper.contents = contents
    paper.set_title(f"{contents.label}: {contents.course}")
    paper.add_page()
    for grid in contents.grids:
        for part in _side_by_side(grid):
            _draw(paper, part)
    return bytes(paper.output())


def _side_by_side(grid: Grid) -> list[Grid]:
    """A sign-in sheet of a long series: so many sessions on a page, and the names on each."""
    name, others = grid.columns[0], list(grid.columns[1:])
    if not grid.tall or len(others) <= MOST_SIDE_BY_SIDE:
        return [grid]
    return [
        Grid(
            [name, *others[first : first + MOST_SIDE_BY_SIDE]],
            [[row[0], *row[1 + first : 1 + first + MOST_SIDE_BY_SIDE]] for row in grid.rows],
            tall=True,
        )
        for first in range(0, len(others), MOST_SIDE_BY_SIDE)
    ]


def _draw(paper: Paper, grid: Grid) -> None:
    whole = sum(column.share for column in grid.columns)
    widths = [paper.epw * column.share / whole for column in grid.columns]
    least = TALL if grid.tall else 0.0
    room = paper.text_height() - paper.get_y()
    if room < NEEDED or (grid.tall and paper.page_begun):
        paper.add_page()
    if grid.title:
        _heading(paper, grid.title)
    _draw_head(paper, grid.columns, widths)
    for row in grid.rows:
        lines = [
            paper.wrapped(str(cell), width - 2 * PADDING)
            for cell, width in zip(row, widths, strict=True)
        ]
        height = max(least, max(map(len, lines)) * LINE_HEIGHT + 2 * PADDING)
        if paper.get_y() + height > paper.text_height():
            paper.add_page()
            _draw_head(paper, grid.columns, widths)
        _draw_row(paper, lines, widths, height, ruled=grid.tall)
    paper.set_y(paper.get_y() + 5)


def _heading(paper: Paper, title: str) -> None:
    paper.set_font(FAMILY, "B", TEXT + 1)
    for line in paper.wrapped(title, paper.epw):
        paper.set_x(MARGIN)
        paper.cell(0, 6, line)
        paper.set_y(paper.get_y() + 6)


def _draw_head(paper: Paper, columns: Sequence[Column], widths: Sequence[float]) -> None:
    paper.page_begun = True
    paper.set_font(FAMILY, "B", TEXT - 1)
    lines = [
        paper.wrapped(column.heading, width - 2 * PADDING)
        for column, width in zip(columns, widths, strict=True)
    ]
    height = max(map(len, lines)) * LINE_HEIGHT + 2 * PADDING
    _cells(paper, lines, widths, colour=MUTED)
    _rule(paper, paper.get_y() + height, strong=True)
    paper.set_y(paper.get_y() + height)
    paper.set_font(FAMILY, "", TEXT)


def _draw_row(
    paper: Paper,
    lines: Sequence[list[str]],
    widths: Sequence[float],
    height: float,
    *,
    ruled: bool,
) -> None:
    top = paper.get_y()
    # In a tall row, the name stands in the middle.
    written = max(map(len, lines)) * LINE_HEIGHT + 2 * PADDING
    paper.set_y(top + (height - written) / 2)
    _cells(paper, lines, widths, colour=INK)
    paper.set_y(top)
    if ruled:
        paper.set_draw_color(*LINE)
        paper.set_line_width(0.2)
        x = MARGIN
        for width in widths[:-1]:
            x += width
            paper.line(x, top, x, top + height)
    _rule(paper, top + height)
    paper.set_y(top + height)


def _cells(
    paper: Paper,
    lines: Sequence[list[str]],
    widths: Sequence[float],
    *,
    colour: tuple[int, int, int],
) -> None:
    paper.set_text_color(*colour)
    x, top = MARGIN, paper.get_y()
    for cell, width in zip(lines, widths, strict=True):
        for number, line in enumerate(cell):
            if line:
                paper.text(x + PADDING, top + PADDING + LINE_HEIGHT * (number + 0.75), line)
        x += width
    paper.set_text_color(*INK)


def _rule(paper: Paper, y: float, *, strong: bool = False) -> None:
    paper.set_draw_color(*(MUTED if strong else LINE))
    paper.set_line_width(0.3 if strong else 0.2)
    paper.line(MARGIN, y, paper.w - MARGIN, y)
