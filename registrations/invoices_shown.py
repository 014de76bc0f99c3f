"""What the administration shows of invoices: on a registration's page, in its list and filters."""

from datetime import datetime, timedelta
from typing import Any, Final

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

import django_filters
from babel.numbers import format_decimal

from courses.money import babel_locale, to_major
from registrations import services
from registrations.models import Invoice, Registration

Status = Invoice.Status

# What the lines of a registration's history say of invoices.
ACTIONS: Final = {
    "invoice_sent": pgettext_lazy("history", "Invoice sent"),
    "invoice_failed": pgettext_lazy("history", "Invoice refused"),
    "invoice_voided": pgettext_lazy("history", "Invoice voided at Stripe"),
    "invoice_not_missed": pgettext_lazy("history", "Invoice voided at Stripe; nothing was owed"),
    "invoice_renewed": pgettext_lazy("history", "New invoice ordered"),
    "invoice_reminded": pgettext_lazy("history", "Reminded of an invoice"),
    "written_off": pgettext_lazy("history", "Invoice written off"),
    "bank_payment": pgettext_lazy("history", "Paid into the bank"),
    "bank_refund": pgettext_lazy("history", "Paid back from the bank"),
    "credit_note_sent": pgettext_lazy("history", "Credit note sent"),
    "credit_note_failed": pgettext_lazy("history", "Credit note refused"),
    "credit_note_dropped": pgettext_lazy("history", "Credit note no longer needed"),
    "credit_note_adopted": pgettext_lazy("history", "Credit note made at Stripe"),
}


def shown_invoices(registration: Registration, *, may_act: bool) -> dict[str, Any]:
    """What the page about a registration says of its invoices, and what can be done with them."""
    now, locale = timezone.now(), babel_locale(get_language() or "en")
    rows = registration.fetched("invoices")
    if rows is None:
        rows = list(registration.invoices.prefetch_related("credit_notes"))
    return {
        "invoices": [
            {
                "invoice": invoice,
                "overdue": overdue_for(invoice.due_at, now) if invoice.is_overdue_at(now) else "",
                "open": open_rest,
                "open_typed": format_decimal(
                    to_major(open_rest, invoice.currency), "0.##", locale=locale
                ),
                "may_write_off": may_act and invoice.status == Status.OPEN and invoice.asked > 0,
                "may_remind": may_act and invoice.is_overdue_at(now),
                "may_ask": may_act
                and (invoice.status in Invoice.UNDECIDED or bool(invoice.ordered)),
            }
            for invoice in rows
            for open_rest in [services.open_rest(registration, invoice) if may_act else 0]
        ],
        "may_invoice_anew": may_act and _lacks_an_invoice(registration),
        "may_say_paid_back": may_act
        and services.goes_back_by_bank(registration)
        and services.owed_to_payer(registration) > 0,
        "to_pay_back": services.owed_to_payer(registration),
        "today": now.astimezone(registration.practice.zone).date(),
    }


def _lacks_an_invoice(registration: Registration) -> bool:
    return services.is_invoiced(registration) and services.missing(registration).gross > 0


def overdue_for(due_at: datetime, now: datetime) -> str:
    days = max((now - due_at).days, 1)
    return ngettext("overdue for %(days)s day", "overdue for %(days)s days", days) % {"days": days}


class InvoiceFilter(django_filters.ChoiceFilter):
    """Registrations by how their invoices stand, and by how long they are overdue."""

    CHOICES = (
        ("unsent", _("Not sent yet")),
        ("open", _("Sent and unpaid")),
        ("overdue", _("Overdue")),
        ("overdue_14", _("Overdue for 14 days or more")),
        ("overdue_30", _("Overdue for 30 days or more")),
        ("failed", _("Refused or voided")),
        ("written_off", _("Written off")),
    )

    def __init__(self) -> None:
        super().__init__(label=_("Invoice"), choices=self.CHOICES, method=self.narrow)

    def narrow(
        self, registrations: QuerySet[Registration], _name: str, value: str
    ) -> QuerySet[Registration]:
        now = timezone.now()
        past_due = {"status": Status.OPEN}
        wanted = {
            "unsent": Q(status=Status.CREATED),
            "open": Q(status=Status.OPEN),
            "overdue": Q(due_at__lte=now, **past_due),
            "overdue_14": Q(due_at__lte=now - timedelta(days=14), **past_due),
            "overdue_30": Q(due_at__lte=now - timedelta(days=30), **past_due),
            "failed": Q(status__in=Invoice.GONE, begun_at__isnull=False),
            "written_off": Q(status=Status.UNCOLLECTIBLE),
        }[value]
        return registrations.filter(
            Exists(Invoice.objects.filter(wanted, registration=OuterRef("pk")))
        )


def overdue_invoices() -> QuerySet[Invoice]:
    """Overdue invoices of the registration in the outer query, the oldest first."""
    return Invoice.objects.filter(
        registration=OuterRef("pk"), status=Status.OPEN, due_at__lte=timezone.now()
    ).order_by("due_at")
