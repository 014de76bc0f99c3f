"""Employers' invoices that are not paid, by age, and the electronic file of each."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

import django_filters

from cms import history
from cms.admin_views import (
    ExportColumn,
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    in_zone,
    own_practices,
    own_rows,
)
from courses.day_and_time import plain_day
from courses.money import format_money, to_major
from registrations.bookkeeping.ages import (
    LABELS,
    Age,
    age_of,
    of_age,
    open_invoices,
    sums_by_age,
)
from registrations.bookkeeping.peppol import Lacks, credit_note_file, invoice_file
from registrations.invoices_shown import overdue_for
from registrations.models import CreditNote, Invoice, Registration


class InvoiceFilterSet(WagtailFilterSet):
    age = django_filters.ChoiceFilter(label=_("Age"), choices=list(LABELS.items()), method="narrow")
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)

    class Meta:
        model = Invoice
        fields = ("age", "practice")

    def narrow(self, invoices: QuerySet[Any], _name: str, value: str) -> QuerySet[Any]:
        return invoices.filter(of_age(Age(value), timezone.now()))


def payer(invoice: Any) -> str:
    return invoice.registration.organisation or invoice.registration.booker_name


def due(invoice: Any) -> str:
    if invoice.due_at is None:
        return ""
    local = invoice.due_at.astimezone(invoice.practice.zone).date()
    return plain_day(local, language=get_language() or "en")


def age(invoice: Any) -> str:
    now = timezone.now()
    if not invoice.is_overdue_at(now):
        return str(LABELS[Age.NOT_DUE])
    return overdue_for(invoice.due_at, now)


def file_address(invoice: Any) -> str | None:
    return reverse("invoice_file", args=[invoice.pk]) if invoice.number else None


EXPORT = {
    "number": ExportColumn(_("Invoice"), lambda i: i.number),
    "payer": ExportColumn(_("Payer"), payer),
    "reference": ExportColumn(_("Reference"), lambda i: i.registration.reference),
    "buyer_reference": ExportColumn(
        _("Buyer's reference"), lambda i: i.registration.buyer_reference
    ),
    "order_number": ExportColumn(_("Purchase order number"), lambda i: i.registration.order_number),
    "sent_at": ExportColumn(_("Sent"), lambda i: in_zone(i.sent_at, i.practice)),
    "due_at": ExportColumn(_("Due"), lambda i: in_zone(i.due_at, i.practice)),
    "time_zone": ExportColumn(_("Time zone"), lambda i: i.practice.time_zone),
    "age": ExportColumn(_("Age"), lambda i: str(LABELS[age_of(i, timezone.now())])),
    "currency": ExportColumn(_("Currency"), lambda i: i.currency),
    "amount": ExportColumn(_("Amount"), lambda i: to_major(i.amount, i.currency)),
    "left": ExportColumn(_("Open"), lambda i: to_major(i.left, i.currency)),
}


class InvoiceIndexView(ReadOnlyIndexView):
    export_columns = EXPORT
    page_title = _("Unpaid invoices")
    template_name = "registrations/admin/money/invoices.html"
    results_template_name = "registrations/admin/money/invoices_results.html"

    def get_base_queryset(self) -> QuerySet[Any]:
        rows = open_invoices(super().get_base_queryset())
        return rows.select_related("practice", "registration")

    def get_row_url(self, row: Any) -> str | None:
        return reverse("registrations:inspect", args=[row.registration_id])

    @cached_property
    def sums(self) -> list[dict[str, Any]]:
        """Of each age of which there are any."""
        own, now = own_rows(Invoice, self.request.user), timezone.now()
        return [
            {
                "label": label,
                "count": one.counts[which],
                "amount": one.amounts[which],
                "currency": one.currency,
                "age": which,
            }
            for one in sums_by_age(own, now)
            for which, label in LABELS.items()
            if one.counts[which]
        ]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs, sums=self.sums)


class UnpaidInvoiceViewSet(ReadOnlyViewSet):
    model = Invoice
    name = "unpaid-invoices"
    url_prefix = "reports/money/invoices"
    icon = "doc-full"
    menu_label = _("Unpaid invoices")
    add_to_admin_menu = False
    index_view_class = InvoiceIndexView
    inspect_view_enabled = False
    filterset_class = InvoiceFilterSet
    search_fields = ("number", "registration__organisation", "registration__booker_name")
    ordering = "due_at"
    export_filename = "unpaid-invoices"
    list_export = tuple(EXPORT)
    list_display = (
        TitleColumn("number", label=_("Invoice"), sort_key="number"),
        Column("payer", label=_("Payer"), accessor=payer),
        Column("due_at", label=_("Due"), accessor=due, sort_key="due_at"),
        StatusTagColumn(
            "age",
            label=_("Age"),
            accessor=age,
            primary=lambda i: i.is_overdue_at(timezone.now()),
        ),
        Column(
            "left",
            label=_("Open"),
            accessor=lambda i: format_money(i.left, i.currency, get_language() or "en"),
            sort_key="left",
        ),
        TitleColumn(
            "file",
            label=_("Peppol file"),
            accessor=lambda i: "XML" if i.number else "–",
            get_url=file_address,
        ),
    )


class FileView(View):
    """The electronic file of one document, or what is missing for it."""

    model: Any = None

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        rows = own_rows(self.model, request.user)
        document = get_object_or_404(rows, pk=pk)
        registration = self.registration_of(document)
        try:
            content = self.written(document)
        except Lacks as lacks:
            for reason in lacks.reasons:
                messages.error(request, reason)
            messages.warning(request, _("No file was made; nothing else has changed."))
            return redirect("registrations:inspect", registration.pk)
        history.record(
            practice=registration.practice,
            user=request.user,
            action="exported",
            subject=document,
            title=f"Peppol {document.number}",
        )
        response = HttpResponse(content, content_type="application/xml")
        filename = f"{slugify(document.number)}.xml"
        response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        response.headers["Cache-Control"] = "private, no-store"
        return response

    def written(self, document: Any) -> bytes:
        raise NotImplementedError

    def registration_of(self, document: Any) -> Registration:
        raise NotImplementedError


class InvoiceFileView(FileView):
    def written(self, document: Invoice) -> bytes:
        return invoice_file(document)

    def registration_of(self, document: Invoice) -> Registration:
        return document.registration


class CreditNoteFileView(FileView):
    def written(self, document: CreditNote) -> bytes:
        return credit_note_file(document)

    def registration_of(self, document: CreditNote) -> Registration:
        return document.invoice.registration
