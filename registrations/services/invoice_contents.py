"""What stands on an invoice: whom it is for, its lines, its footer; in the registration's language.

Exactly what is sent to the invoicing service, and sent again if the answer is lost.
"""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from cms.models.practices import Country
from courses.day_and_time import day
from courses.models import VatTreatment
from courses.money import Amount, format_money, format_rate
from courses.vat import vat_sentence
from courses.words import course_title
from registrations.models import CreditNote, Invoice, Registration

# What Stripe takes of a custom field.
LONGEST_NAME, LONGEST_VALUE = 40, 140
LONGEST_LINE = 500


def invoice_contents(registration: Registration, invoice: Invoice, *, words: str) -> dict[str, Any]:
    """The parameters of ``customer``, ``invoice`` and ``items``; ``words`` stand in for the course.

    VAT is a line of its own, so that the lines sum to the total and the VAT is ours to the øre.
    """
    with override(registration.language):
        return {
            "customer": _customer(registration, invoice),
            "invoice": {
                "collection_method": "send_invoice",
                "days_until_due": registration.practice.invoice_days,
                "auto_advance": False,
                "currency": invoice.currency.lower(),
                "pending_invoice_items_behavior": "exclude",
                "custom_fields": _custom_fields(registration),
                "description": _vat_words(registration),
                "footer": _footer(registration),
                "metadata": _marks(registration, invoice),
            },
            "items": _items(registration, invoice, words or _seats(registration)),
        }


def _customer(registration: Registration, invoice: Invoice) -> dict[str, Any]:
    customer = {
        "name": registration.organisation or registration.booker_name,
        "email": registration.invoices_go_to,
        "preferred_locales": [registration.language],
        "metadata": _marks(registration, invoice),
    }
    if registration.organisation_country:
        customer["address"] = {"country": registration.organisation_country}
    return customer


def _marks(registration: Registration, invoice: Invoice) -> dict[str, str]:
    return {
        "invoice": str(invoice.idempotency_key),
        "practice": registration.practice.slug,
        "registration": registration.reference,
    }


def _custom_fields(registration: Registration) -> list[dict[str, str]]:
    fields = [
        (_("Purchase order number"), registration.order_number),
        (_("Buyer's reference"), registration.buyer_reference),
        (_("Buyer's organisation number"), registration.organisation_number),
        (_("Reference"), registration.reference),
    ]
    return [
        {"name": name[:LONGEST_NAME], "value": value[:LONGEST_VALUE]}
        for name, value in fields
        if value
    ]


def _vat_words(registration: Registration) -> str:
    return vat_sentence(
        treatment=registration.vat_treatment,
        rate=registration.vat_rate,
        country=registration.practice.country,
    )


def _footer(registration: Registration) -> str:
    practice = registration.practice
    footer = practice.legal_name
    if practice.organisation_number:
        footer += " · " + practice.number_line
        # Who collects VAT in Norway says so behind the number.
        if practice.country == Country.NORWAY and registration.vat_treatment == VatTreatment.RATE:
            footer += " MVA"
    return footer


def _items(registration: Registration, invoice: Invoice, words: str) -> list[dict[str, Any]]:
    lines = [(words, invoice.amount - invoice.vat)]
    if invoice.vat:
        rate = format_rate(registration.vat_rate, registration.language)
        lines.append((_("VAT %(rate)s") % {"rate": rate}, invoice.vat))
    return [
        {
            "amount": amount,
            "currency": invoice.currency.lower(),
            "description": description[:LONGEST_LINE],
            "metadata": {"line": f"{invoice.idempotency_key}-{number}"},
        }
        for number, (description, amount) in enumerate(lines, start=1)
    ]


def _seats(registration: Registration) -> str:
    """The course, its days and the seats, as in: Group supervision · 12–13 January · 3 seats."""
    count = registration.participants.coming().count()
    parts = [
        course_title(registration.offering.course, registration.language),
        _days(registration),
        ngettext("%(count)s seat", "%(count)s seats", count) % {"count": count},
    ]
    return " · ".join(part for part in parts if part)


def _days(registration: Registration) -> str:
    sessions = registration.offering.sessions_list
    if not sessions:
        return ""
    zone, language = registration.practice.zone, registration.language
    first, last = (
        day(session.starts_at, zone=zone, language=language)
        for session in (sessions[0], sessions[-1])
    )
    return first if first == last else f"{first} – {last}"


def credit_memo(note: CreditNote) -> str:
    """What stands on a credit note: why, how much, and the VAT in it."""
    language = note.invoice.registration.language
    with override(language):
        amount = format_money(note.amount, note.currency, language)
        if not note.vat:
            credited = _("Credited: %(amount)s.") % {"amount": amount}
        else:
            vat = format_money(note.vat, note.currency, language)
            credited = _("Credited: %(amount)s, of which VAT %(vat)s.") % {
                "amount": amount,
                "vat": vat,
            }
        return f"{note.words} {credited}"


def taken_back_in_words(
    registration: Registration, gross: int, *, fee: Amount | None = None
) -> str:
    """Why an invoice is credited: the price that is taken back, and the fee that stays."""
    language = registration.language
    with override(language):
        parts = [
            _("%(course)s (%(reference)s)")
            % {
                "course": course_title(registration.offering.course, language),
                "reference": registration.reference,
            },
            _("Price taken back: %(amount)s.")
            % {"amount": format_money(gross, registration.currency, language)},
        ]
        if fee is not None and fee.gross:
            parts.append(
                _("Cancellation fee: %(amount)s.")
                % {"amount": format_money(fee.gross, registration.currency, language)}
            )
        return " · ".join(parts)
