"""The tables that a bookkeeper gets: headings in the reader's language, and rows in a stream."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from cms.admin_views import in_zone
from cms.models import Practice
from cms.models.practices import Country
from courses.models import VatTreatment
from courses.money import to_major
from courses.viewsets import with_course_title
from registrations.bookkeeping.accounts import Role, norwegian_code
from registrations.bookkeeping.periods import Period
from registrations.bookkeeping.sie import account_of
from registrations.bookkeeping.summary import By, lines_within, sums_of
from registrations.bookkeeping.vouchers import AT_A_TIME, Posting, Voucher, vouchers_of
from registrations.models import BookkeepingSettings, LedgerLine, Registration

Row = list[Any]


@dataclass(frozen=True)
class Table:
    title: str
    headings: Row
    rows: Iterable[Row]


def percent(basis_points: int) -> Decimal:
    return Decimal(basis_points) / 100


def ledger_table(practice: Practice, period: Period) -> Table:
    """Every line of the ledger that was booked in the period."""
    headings = [
        *(_("Booked"), _("Time zone"), _("Reference"), _("Course"), _("Course date")),
        *(_("Kind"), _("VAT"), _("VAT rate"), _("Paid by"), _("Invoice"), _("Stripe's number")),
        *(_("Currency"), _("Amount"), _("Of which VAT")),
    ]
    return Table(_("Ledger"), headings, _ledger_rows(practice, period))


LEDGER_FIELDS = (
    *("booked_at", "registration__reference", "course_title", "registration__offering__code"),
    *("kind", "vat_treatment", "vat_rate", "registration__method", "invoice__number"),
    *("payment_attempt__payment_intent_id", "invoice__payment_intent_id", "refund__refund_id"),
    *("dispute__dispute_id", "currency", "amount", "vat"),
)


def _ledger_rows(practice: Practice, period: Period) -> Iterator[Row]:
    lines = with_course_title(
        lines_within(practice, period), course="registration__offering__course"
    )
    kinds, treatments, methods = (
        {value: str(label) for value, label in choices}
        for choices in (
            LedgerLine.Kind.choices,
            VatTreatment.choices,
            Registration.Method.choices,
        )
    )
    for line in lines.values(*LEDGER_FIELDS).iterator(chunk_size=AT_A_TIME):
        currency = line["currency"]
        yield [
            _local(line["booked_at"], practice),
            practice.time_zone,
            line["registration__reference"],
            line["course_title"],
            line["registration__offering__code"],
            kinds[line["kind"]],
            treatments[line["vat_treatment"]],
            percent(line["vat_rate"]),
            methods[line["registration__method"]],
            line["invoice__number"] or "",
            _stripe_number(line),
            currency,
            to_major(line["amount"], currency),
            to_major(line["vat"], currency),
        ]


def _local(moment: datetime, practice: Practice) -> datetime | None:
    return in_zone(moment, practice)


def _stripe_number(line: dict[str, Any]) -> str:
    names = ("refund__refund_id", "dispute__dispute_id")
    for name in (*names, "payment_attempt__payment_intent_id", "invoice__payment_intent_id"):
        if line[name]:
            return str(line[name])
    return ""


def sums_table(practice: Practice, period: Period) -> Table:
    """What each kind of VAT came to, in each currency."""
    treatments = {value: str(label) for value, label in VatTreatment.choices}
    headings = [
        *(_("VAT"), _("VAT rate"), _("Currency"), _("Open before"), _("Prices"), _("Discounts")),
        *(_("Taken back"), _("Cancellation fees"), _("Of which VAT"), _("Paid by card")),
        *(_("Paid into the bank"), _("Paid back"), _("Disputed"), _("Written off")),
        _("Open afterwards"),
    ]
    names = (
        *("opening", "price", "discount", "taken_back", "fees", "vat", "by_card", "by_bank"),
        *("refunded", "disputed", "written_off", "closing"),
    )
    rows: list[Row] = [
        [treatments[one.key[0]], percent(one.key[1]), one.currency]
        + [to_major(getattr(one, name), one.currency) for name in names]
        for one in sums_of(practice, period, by=By.VAT)
    ]
    return Table(_("Sums"), headings, rows)


def postings_table(practice: Practice, period: Period, settings: BookkeepingSettings) -> Table:
    """Every posting of every voucher, one a row, debit and credit apart.

    In Norway the columns bear the names that the elements have in SAF-T Financial 1.3, so that
    they can be taken over one by one; elsewhere they are in the reader's language.
    """
    is_norwegian = practice.country == Country.NORWAY
    headings = list(SAF_T) if is_norwegian else _headings()
    row: Callable[..., Row] = _saf_t_row if is_norwegian else _plain_row
    return Table(_("Postings"), headings, _posting_rows(practice, period, settings, row))


def _posting_rows(
    practice: Practice, period: Period, settings: BookkeepingSettings, row: Callable[..., Row]
) -> Iterator[Row]:
    roles = {role: BookkeepingSettings.named(role.value) for role in Role}
    for voucher in vouchers_of(practice, period):
        for posting in voucher.postings:
            number = account_of(posting.role, settings)
            yield row(voucher, posting, number, roles[posting.role], settings)


def _headings() -> Row:
    return [
        *(_("Date"), _("Series"), _("Voucher"), _("Text"), _("Reference"), _("Document")),
        *(
            _("Account number"),
            _("What for"),
            _("Debit"),
            _("Credit"),
            _("Currency"),
            _("VAT rate"),
        ),
    ]


def _plain_row(
    voucher: Voucher, posting: Posting, number: str, role: str, settings: BookkeepingSettings
) -> Row:
    debit, credit = _sides(posting.amount, voucher.currency)
    return [
        voucher.day,
        settings.series,
        voucher.number,
        voucher.text,
        voucher.reference,
        voucher.document,
        number,
        role,
        debit,
        credit,
        voucher.currency,
        percent(posting.rate) if posting.treatment == VatTreatment.RATE else "",
    ]


SAF_T = (
    *("JournalID", "TransactionID", "Period", "PeriodYear", "TransactionDate", "AccountID"),
    *("SourceDocumentID", "CustomerID", "Description", "DebitAmount", "CreditAmount"),
    *("CurrencyCode", "TaxType", "StandardTaxCode", "TaxPercentage", "TaxBase"),
    *("DebitTaxAmount", "CreditTaxAmount"),
)


def _saf_t_row(
    voucher: Voucher, posting: Posting, number: str, role: str, settings: BookkeepingSettings
) -> Row:
    debit, credit = _sides(posting.amount, voucher.currency)
    tax: Row = ["", "", "", "", "", ""]
    if posting.treatment:
        debit_tax, credit_tax = _sides(posting.tax, voucher.currency)
        tax = [
            "MVA",
            norwegian_code(treatment=posting.treatment, rate=posting.rate),
            percent(posting.rate if posting.treatment == VatTreatment.RATE else 0),
            to_major(abs(posting.amount), voucher.currency),
            debit_tax,
            credit_tax,
        ]
    return [
        settings.series,
        voucher.number,
        voucher.day.month,
        voucher.day.year,
        voucher.day,
        number,
        voucher.document,
        voucher.reference,
        voucher.text,
        debit,
        credit,
        voucher.currency,
        *tax,
    ]


def _sides(amount: int, currency: str) -> tuple[Any, Any]:
    """A debit or a credit; the other side stays empty."""
    written = to_major(abs(amount), currency)
    return (written, "") if amount >= 0 else ("", written)
