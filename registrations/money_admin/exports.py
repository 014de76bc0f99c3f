"""The files for the bookkeeper, each written down in the history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.generic import View

from cms import history
from cms.models import Practice
from cms.models.practices import Country
from registrations.bookkeeping.accounts import settings_of
from registrations.bookkeeping.files import csv_of, workbook_of
from registrations.bookkeeping.languages import spoken_in
from registrations.bookkeeping.periods import Period
from registrations.bookkeeping.sie import missing_accounts, sie_file
from registrations.bookkeeping.tables import (
    Table,
    ledger_table,
    postings_table,
    sums_table,
)
from registrations.models import BookkeepingSettings
from registrations.money_admin.asked import OfPeriod

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Answer = FileResponse | StreamingHttpResponse


@dataclass(frozen=True)
class File:
    """A file that is offered, or why it is not."""

    name: str
    label: str
    what: str
    reason: str = ""


def files_of(practice: Practice, missing: list[str]) -> list[File]:
    """What the bookkeeper of the practice can get; ``missing`` are accounts without a number."""
    accounts = ", ".join(missing)
    postings = _("Every posting, debit and credit, with its account.")
    if practice.country == Country.NORWAY:
        postings = _("Every posting, in columns named as in SAF-T Financial.")
    if practice.country != Country.SWEDEN:
        reason = _("SIE is the format of Swedish bookkeeping; your practice is in another country.")
    elif missing:
        reason = _("These accounts have no number yet: %(accounts)s.") % {"accounts": accounts}
    else:
        reason = ""
    return [
        File("workbook.xlsx", _("Workbook (XLSX)"), _("Sums, ledger and postings, a sheet each.")),
        File("ledger.csv", _("Ledger (CSV)"), _("Every line of the ledger, as it was booked.")),
        File("postings.csv", _("Postings (CSV)"), postings),
        File(
            "vouchers.se",
            _("Vouchers (SIE 4)"),
            _("What Swedish bookkeeping programs take in, voucher by voucher."),
            reason,
        ),
    ]


class ExportView(OfPeriod, View):
    model: Any = None

    def get(self, request: HttpRequest, name: str) -> Answer:
        settings = settings_of(self.practice)
        offered = {file.name: file for file in files_of(self.practice, missing_accounts(settings))}
        if name not in offered or offered[name].reason:
            raise Http404
        period = self.period
        history.record(
            practice=self.practice,
            user=request.user,
            action="exported",
            subject=self.practice,
            title=f"{name} {period.first}–{period.last}",
        )
        answer = WRITERS[name](self.practice, period, settings)
        filename = f"{self.practice.slug}-{period.first}-{period.last}-{name}"
        answer.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        # What was open yesterday is another sum today.
        answer.headers["Cache-Control"] = "private, no-store"
        return answer


def _csv(table: Table) -> StreamingHttpResponse:
    pieces = spoken_in(get_language() or "en", csv_of(table))
    return StreamingHttpResponse(pieces, content_type="text/csv; charset=utf-8")


def _ledger(practice: Practice, period: Period, settings: BookkeepingSettings) -> Answer:
    return _csv(ledger_table(practice, period))


def _postings(practice: Practice, period: Period, settings: BookkeepingSettings) -> Answer:
    return _csv(postings_table(practice, period, settings))


def _workbook(practice: Practice, period: Period, settings: BookkeepingSettings) -> Answer:
    tables = (
        sums_table(practice, period),
        ledger_table(practice, period),
        postings_table(practice, period, settings),
    )
    return FileResponse(workbook_of(tables), content_type=XLSX)


def _sie(practice: Practice, period: Period, settings: BookkeepingSettings) -> Answer:
    made_on = timezone.now().astimezone(practice.zone).date()
    pieces = sie_file(practice, period, settings, made_on=made_on)
    return StreamingHttpResponse(pieces, content_type="application/x-sie; charset=cp437")


WRITERS: Final[dict[str, Callable[[Practice, Period, BookkeepingSettings], Answer]]] = {
    "workbook.xlsx": _workbook,
    "ledger.csv": _ledger,
    "postings.csv": _postings,
    "vouchers.se": _sie,
}
