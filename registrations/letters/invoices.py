"""Letters about an employer's invoice: paid, overdue, taken back; and what the owner has to do."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.day_and_time import day
from courses.words import course_title
from registrations.letters import words
from registrations.letters.words import Words
from registrations.models import CreditNote, Invoice, Registration
from registrations.overpaid import paid_too_much, still_asked


class AboutInvoice(NamedTuple):
    """What such a letter tells of: an invoice, and the money in question in minor units."""

    invoice: Invoice
    amount: int = 0


def money_back(registration: Registration, amount: int) -> list[str]:
    """What becomes of the invoices when something is taken back, and of the money."""
    told = corrected(registration, amount)
    balance = max(still_asked(registration), registration.balance_due())
    if balance > 0:
        told.append(
            _("By the terms that you accepted, %(amount)s is still to be paid.")
            % {"amount": words.money(balance, registration, registration.language)}
        )
    return told


def corrected(registration: Registration, amount: int) -> list[str]:
    """What is credited and goes back; nothing where invoices stay as they are."""
    language = registration.language
    told = []
    notes = CreditNote.objects.filter(
        invoice__registration=registration, status=CreditNote.Status.CREATED
    )
    if credited := sum(row.amount for row in notes):
        told.append(
            _("A credit note for %(amount)s comes to %(email)s.")
            % {
                "amount": words.money(credited, registration, language),
                "email": registration.invoices_go_to,
            }
        )
    if amount:
        by_card = registration.invoices.exclude(payment_intent_id="").exists()
        back = (
            _("We are paying %(amount)s back to the card it came from. It takes a few days.")
            if by_card
            else _("We are paying %(amount)s back to your bank account. It takes a few days.")
        )
        told.append(back % {"amount": words.money(amount, registration, language)})
    return told


def paid(registration: Registration, about: AboutInvoice) -> Words:
    invoice = about.invoice
    language = registration.language
    paragraphs = [
        _("We have received %(amount)s. Thank you.")
        % {"amount": words.money(about.amount, registration, language)}
    ]
    too_much = paid_too_much(registration)
    if too_much:
        paragraphs.append(
            _("That is %(amount)s more than is owed. Your money is safe, and comes back to you.")
            % {"amount": words.money(too_much, registration, language)}
        )
    return Words(
        subject=_("Invoice paid: %(course)s") % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=paragraphs,
        facts=_facts(invoice, language),
        action=words.to_own_page(registration),
    )


def overdue(registration: Registration, about: AboutInvoice) -> Words:
    invoice = about.invoice
    language = registration.language
    values = {
        "amount": words.money(invoice.asked, registration, language),
        "day": _day(invoice.due_at, registration, language),
    }
    return Words(
        subject=_("Reminder: an invoice is due, %(course)s")
        % {"course": words.title(registration)},
        greeting=_("Hello,"),
        paragraphs=[
            _("We have not seen a payment of %(amount)s yet. It was due on %(day)s.") % values,
            _("If you have paid in the last few days, you need not do anything."),
            _("Is something wrong with the invoice? Answer this letter, and we put it right."),
        ],
        facts=_facts(invoice, language),
        action=(_("See and pay the invoice"), invoice.address)
        if invoice.address
        else words.to_own_page(registration),
    )


def owner_failed(registration: Registration, about: AboutInvoice) -> Words:
    return _to_owner(
        about.invoice,
        _("An invoice was not sent: %(course)s"),
        [
            ngettext(
                "The invoice was refused or voided, so nobody is asked to pay. The seat is kept.",
                "The invoice was refused or voided, so nobody is asked to pay. The seats are kept.",
                words.seats_coming(registration),
            ),
            _("Open the registration to send a new one, to another address if that was wrong."),
        ],
    )


def owner_overdue(registration: Registration, about: AboutInvoice) -> Words:
    values = {
        "day": _day(about.invoice.due_at, registration, registration.practice.source_language)
    }
    return _to_owner(
        about.invoice,
        _("An invoice is overdue: %(course)s"),
        [
            _("It was due on %(day)s. We have reminded the payer, and do so once more.") % values,
            _("Has the money reached your bank? Then mark it as paid on the registration."),
        ],
    )


def owner_paid_twice(registration: Registration, about: AboutInvoice) -> Words:
    return _to_owner(
        about.invoice,
        _("More was paid than is owed: %(course)s"),
        [
            _("An invoice was paid twice, or after it was taken back: %(amount)s too much.")
            % {"amount": _money(about)},
            _("The money is recorded. Please give it back; the payer was told."),
        ],
    )


def owner_credit_failed(registration: Registration, about: AboutInvoice) -> Words:
    return _to_owner(
        about.invoice,
        _("A credit note was not sent: %(course)s"),
        [
            _("Stripe refused a credit note for %(amount)s.") % {"amount": _money(about)},
            _("Please make it in Stripe's dashboard; it is taken in by itself."),
        ],
    )


def owner_pay_back_by_bank(registration: Registration, about: AboutInvoice) -> Words:
    return _to_owner(
        about.invoice,
        _("Please pay money back: %(course)s"),
        [
            _("%(amount)s came into your bank and is owed to the payer. The credit note is sent.")
            % {"amount": _money(about)},
            _("Pay it back from your bank, and then say so on the registration."),
        ],
    )


def _to_owner(invoice: Invoice, subject: str, paragraphs: list[str]) -> Words:
    registration = invoice.registration
    title = course_title(registration.offering.course, _language(invoice))
    letter = words.owner_words(registration, subject % {"course": title}, paragraphs)
    letter.facts.extend(_facts(invoice, _language(invoice)))
    return letter


def _facts(invoice: Invoice, language: str) -> list[tuple[str, str]]:
    registration = invoice.registration
    facts = [
        (_("Invoice"), invoice.number),
        (_("Amount"), words.money(invoice.amount, registration, language)),
    ]
    if invoice.credited:
        facts.append((_("Credited"), words.money(invoice.credited, registration, language)))
    facts.append((_("Due"), _day(invoice.due_at, registration, language)))
    if registration.order_number:
        facts.append((_("Purchase order number"), registration.order_number))
    if registration.buyer_reference:
        facts.append((_("Buyer's reference"), registration.buyer_reference))
    return [fact for fact in facts if fact[1]] + [(_("Reference"), registration.reference)]


def _day(moment: datetime | None, registration: Registration, language: str) -> str:
    return day(moment, zone=registration.practice.zone, language=language) if moment else ""


def _money(about: AboutInvoice) -> str:
    invoice = about.invoice
    return words.money(about.amount, invoice.registration, _language(invoice))


def _language(invoice: Invoice) -> str:
    language: str = invoice.registration.practice.source_language
    return language
