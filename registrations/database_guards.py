"""Which rows the database itself refuses to change: money and histories."""

from typing import Any

from django.apps import AppConfig

from cms.database_guards import HISTORY, append_only
from registrations.models import EnquiryLine, HistoryLine, LedgerLine


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == "registrations":
        append_only(
            using,
            {LedgerLine: {}, HistoryLine: HISTORY, EnquiryLine: {"user_id": "NULL"}},
        )
