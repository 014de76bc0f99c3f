"""A4 pages in the practice's name and colour, with our own letters."""

import io
from typing import Any, Final

from django.conf import settings
from django.utils.translation import gettext as _

from anyascii import anyascii
from fpdf import FPDF
from PIL import Image

from cms.models import Practice
from registrations.sheets.contents import Contents

FONTS: Final = settings.BASE_DIR / "static" / "fonts"
FAMILY: Final = "print"
INK: Final = (32, 36, 38)
MUTED: Final = (86, 92, 95)
LINE: Final = (200, 198, 190)
# Millimetres and points.
MARGIN: Final = 15.0
LOGO_HEIGHT: Final = 11.0
LOGO_WIDTH: Final = 60.0
PIXELS_HIGH: Final = 260
TEXT: Final = 10.0
SMALL: Final = 8.5


class Paper(FPDF):
    """Pages with a head on each and their number at the foot. ``head`` names the sheet."""

    def __init__(self, practice: Practice, *, landscape: bool = False) -> None:
        super().__init__(orientation="landscape" if landscape else "portrait", format="A4")
        self.practice = practice
        self.brand = rgb(practice.colours.light["brand"])
        self.logo = _logo(practice)
        self.contents: Contents | None = None
        self.page_begun = False
        for style, name in (("", "regular"), ("B", "bold")):
            self.add_font(FAMILY, style, FONTS / f"kollegium-sans-print-{name}.ttf")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(False)
        self.set_text_color(*INK)
        self.set_creator("Kollegium")
        self.set_author(practice.name)

    def header(self) -> None:
        """The practice, and what sheet of which course this is: at length on the first page."""
        if self.contents is None:
            return
        self._name_or_logo()
        self.set_y(MARGIN)
        self.set_x(MARGIN)
        if self.page_no() == 1:
            self._line(self.contents.label, size=16, style="B", height=8)
            self._line(self.contents.course, size=12, style="B", height=6)
            for fact in filter(None, self.contents.facts):
                self._line(fact, size=TEXT, colour=MUTED, height=4.8)
        else:
            whole = f"{self.contents.label} – {self.contents.course}"
            self._line(whole, size=TEXT + 1, style="B", height=6)
        self.set_y(max(self.get_y(), MARGIN + LOGO_HEIGHT))
        self.set_draw_color(*self.brand)
        self.set_line_width(0.6)
        self.line(MARGIN, self.get_y() + 1.5, self.w - MARGIN, self.get_y() + 1.5)
        self.set_y(self.get_y() + 5)

    def footer(self) -> None:
        if self.contents is None:
            return
        self.set_y(-MARGIN + 2)
        self.set_font(FAMILY, "", SMALL)
        self.set_text_color(*MUTED)
        page = _("Page %(number)s of %(all)s") % {"number": self.page_no(), "all": "{nb}"}
        self.cell(0, 5, printable(page), align="R")
        self.set_x(MARGIN)
        self.cell(0, 5, printable(self.contents.remark or self.practice.name))
        self.set_text_color(*INK)

    def text_height(self) -> float:
        return float(self.h - MARGIN - 4)

    def wrapped(self, text: str, width: float) -> list[str]:
        """``text`` in lines no wider than ``width``; a word that is wider is broken."""
        lines = [""]
        for word in printable(text).split():
            longer = f"{lines[-1]} {word}".strip()
            if self.get_string_width(longer) <= width:
                lines[-1] = longer
                continue
            pieces = self._broken(word, width)
            lines[len(lines) - (not lines[-1]) :] = pieces
        return lines

    def _broken(self, word: str, width: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.get_string_width(pieces[-1] + letter) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _line(
        self, text: str, *, size: float, height: float, style: str = "", colour: Any = INK
    ) -> None:
        self.set_font(FAMILY, style, size)
        self.set_text_color(*colour)
        for line in self.wrapped(text, self.epw - LOGO_WIDTH - 5):
            self.set_x(MARGIN)
            self.cell(0, height, line)
            self.set_y(self.get_y() + height)
        self.set_text_color(*INK)

    def _name_or_logo(self) -> None:
        if self.logo is not None:
            height = min(LOGO_HEIGHT, LOGO_WIDTH * self.logo.height / self.logo.width)
            width = height * self.logo.width / self.logo.height
            self.image(self.logo, x=self.w - MARGIN - width, y=MARGIN, h=height)
            return
        self.set_font(FAMILY, "B", TEXT + 1)
        self.set_text_color(*self.brand)
        for number, line in enumerate(self.wrapped(self.practice.name, LOGO_WIDTH)):
            self.set_xy(self.w - MARGIN - LOGO_WIDTH, MARGIN + 1.5 + 5 * number)
            self.cell(LOGO_WIDTH, 5, line, align="R")
        self.set_text_color(*INK)


def printable(text: Any) -> str:
    """``text`` in letters that our typeface has; others in the Latin ones that sound alike."""
    return "".join(
        letter if _has(letter) else anyascii(letter) for letter in str(text) if letter >= " "
    )


def _has(letter: str) -> bool:
    """Latin with all its marks, and the signs of sentences."""
    return letter < "\u0250" or letter in "–—‘’“”„…•€−·×"


def rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue


def _logo(practice: Practice) -> Image.Image | None:
    """The practice's logo, small enough for paper; none where its file cannot be read."""
    if practice.logo is None:
        return None
    try:
        with practice.logo.file.open("rb") as stored, Image.open(io.BytesIO(stored.read())) as logo:
            logo.thumbnail((PIXELS_HIGH * 6, PIXELS_HIGH))
            return logo.convert("RGBA")
    except (OSError, ValueError):
        return None
