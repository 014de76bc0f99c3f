"""Tables as files: CSV in a stream, and a workbook that never stands in memory as a whole."""

import csv
from collections.abc import Iterable, Iterator
from tempfile import TemporaryFile
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from cms.admin_views import harmless_cell
from registrations.bookkeeping.tables import Table

BOM = "\ufeff"  # by which spreadsheets know UTF-8
LONGEST_TITLE = 31


class _Echo:
    """What the csv module writes to; it hands back what it got."""

    def write(self, row: str) -> str:
        return row


def csv_of(table: Table) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield BOM
    yield writer.writerow(table.headings)
    for row in table.rows:
        yield writer.writerow([harmless_cell(_plain(value)) for value in row])


def _plain(value: Any) -> Any:
    """Days and times without a sign that a spreadsheet could take for words."""
    return value.isoformat(sep=" ") if hasattr(value, "hour") else value


def workbook_of(tables: Iterable[Table]) -> IO[bytes]:
    """An open file at its beginning; closing it deletes it."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(table.title[:LONGEST_TITLE])
        sheet.freeze_panes = "A2"
        for number, heading in enumerate(table.headings):
            letter = chr(ord("A") + number)
            sheet.column_dimensions[letter].width = max(len(str(heading)) + 2, 14)
        sheet.append([_bold(sheet, heading) for heading in table.headings])
        for row in table.rows:
            sheet.append([harmless_cell(value) for value in row])
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    book.save(file)
    file.seek(0)
    return file


def _bold(sheet: Any, heading: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=heading)
    cell.font = Font(bold=True)
    return cell
