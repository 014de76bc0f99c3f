"""A sheet as a spreadsheet: written row by row, and nothing in it runs."""

import io

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from cms.admin_views import harmless_cell
from registrations.sheets.contents import Cell, Contents

WIDTH_OF_A_SHARE = 18


def xlsx_of(contents: Contents) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title=_tab(contents.label))
    for place, column in enumerate(contents.grids[0].columns, start=1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = max(6, WIDTH_OF_A_SHARE * column.share)

    def bold(text: str) -> WriteOnlyCell:
        cell = WriteOnlyCell(sheet, value=_cell(text))
        cell.font = Font(bold=True)
        return cell

    sheet.append([bold(contents.course)])
    for fact in contents.facts:
        sheet.append([_cell(fact)])
    for grid in contents.grids:
        sheet.append([])
        if grid.title:
            sheet.append([bold(grid.title)])
        sheet.append([bold(column.heading) for column in grid.columns])
        for row in grid.rows:
            sheet.append([_cell(value) for value in row])
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()


def _cell(value: Cell) -> Cell:
    """No formula, and no character that no spreadsheet can hold."""
    if isinstance(value, str):
        return str(harmless_cell(ILLEGAL_CHARACTERS_RE.sub("", value)))
    return value


def _tab(label: str) -> str:
    """A name that every spreadsheet program takes."""
    return "".join(letter for letter in label if letter not in "[]:*?/\\'")[:31]
