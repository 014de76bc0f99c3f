"""The addresses of the money pages, and the ways to them in the menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _

from wagtail.admin.menu import MenuItem

from cms.permissions import OWNERS, has_role
from registrations.models import BookkeepingSettings, CreditNote, Invoice, LedgerLine
from registrations.money_admin.closing import ClosingView
from registrations.money_admin.exports import ExportView
from registrations.money_admin.invoices import CreditNoteFileView, InvoiceFileView
from registrations.money_admin.report import MoneyView
from registrations.money_admin.settings_view import SettingsView


class OwnersMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_role(request.user, *OWNERS)


def report_item() -> MenuItem:
    return OwnersMenuItem(
        _("Money"), reverse("money_report"), name="money", icon_name="table", order=10
    )


def settings_item() -> MenuItem:
    return OwnersMenuItem(
        _("Bookkeeping"),
        reverse("bookkeeping_settings"),
        name="bookkeeping",
        icon_name="table",
        order=15,
    )


def urls() -> list[Any]:
    """``model`` says by whose rights an address is guarded; see ``cms.admin_doors``."""
    lines = {"model": LedgerLine}
    return [
        path("reports/money/", MoneyView.as_view(**lines), name="money_report"),
        path("reports/money/close/", ClosingView.as_view(**lines), name="money_closing"),
        path("reports/money/file/<str:name>", ExportView.as_view(**lines), name="money_file"),
        path(
            "reports/money/invoice/<int:pk>/peppol.xml",
            InvoiceFileView.as_view(model=Invoice),
            name="invoice_file",
        ),
        path(
            "reports/money/credit-note/<int:pk>/peppol.xml",
            CreditNoteFileView.as_view(model=CreditNote),
            name="credit_note_file",
        ),
        path(
            "settings/bookkeeping/",
            SettingsView.as_view(model=BookkeepingSettings),
            name="bookkeeping_settings",
        ),
    ]
