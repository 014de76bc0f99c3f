"""Small charts drawn on the server: rows of bars with their numbers beside them.

No script, and nothing but the page's own colours, so that they are right in both schemes. What a
chart shows stands in a table behind it as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WIDTH: Final = 360
LABEL: Final = 92
NUMBER: Final = 104
BAR: Final = 13
GAP: Final = 8


@dataclass(frozen=True)
class Bar:
    """Where one bar lies, and what is written beside it."""

    x: int
    y: int
    length: float
    text: str
    series: int

    @property
    def text_x(self) -> float:
        return self.x + self.length + 5

    @property
    def text_y(self) -> int:
        return self.y + BAR - 2


@dataclass(frozen=True)
class Row:
    label: str
    y: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class BarChart:
    """A drawing, and the table behind it; ``numbers[row]`` is written as in ``texts[row]``.

    ``named`` rows bear the names of things, which are too long to stand beside their bars: they
    stand above them.
    """

    key: str
    title: str
    says: str
    head: tuple[str, ...]
    labels: tuple[str, ...]
    numbers: tuple[tuple[int, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    named: bool = False

    width = WIDTH
    bar_height = BAR

    @property
    def is_empty(self) -> bool:
        return not any(number for row in self.numbers for number in row)

    @property
    def series(self) -> Sequence[tuple[int, str]]:
        """What the bars of a row stand for, where there are several."""
        return list(enumerate(self.head[1:])) if len(self.head) > 2 else []

    @property
    def height(self) -> int:
        return sum(self._height_of(row) for row in self.numbers)

    @property
    def rows(self) -> list[Row]:
        most = max((number for row in self.numbers for number in row), default=0) or 1
        left = 0 if self.named else LABEL
        room = WIDTH - left - NUMBER
        rows, y = [], 0
        for label, numbers, texts in zip(self.labels, self.numbers, self.texts, strict=True):
            top = y + self._name_height
            bars = tuple(
                Bar(left, top + place * BAR, round(max(0, number) / most * room, 1), text, place)
                for place, (number, text) in enumerate(zip(numbers, texts, strict=True))
            )
            rows.append(Row(label, y + BAR - 2, bars))
            y += self._height_of(numbers)
        return rows

    @property
    def table(self) -> list[tuple[str, tuple[str, ...]]]:
        return list(zip(self.labels, self.texts, strict=True))

    @property
    def label_x(self) -> int:
        return 0 if self.named else LABEL - 6

    @property
    def _name_height(self) -> int:
        return BAR + 2 if self.named else 0

    def _height_of(self, numbers: tuple[int, ...]) -> int:
        return self._name_height + len(numbers) * BAR + GAP
