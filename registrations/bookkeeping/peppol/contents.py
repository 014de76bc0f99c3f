"""What stands in the file of an invoice or credit note; none is written while any is missing."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import override

from courses.models import VatTreatment
from courses.vat import vat_sentence
from registrations.bookkeeping.accounts import settings_of
from registrations.models import BookkeepingSettings, CreditNote, Invoice, Registration

from .parties import Party, buyer_of, lacking_of_seller, seller_of
from .writing import written

Status = Invoice.Status
# Of these there is a number, and somebody has got them.
ISSUED: Final = (Status.OPEN, Status.PAID, Status.CREDITED, Status.UNCOLLECTIBLE)
# The rules forgive less than one whole unit between the rate and the amount of VAT.
FORGIVEN: Final = 100
BASIS_POINTS: Final = 10_000
BY_TRANSFER: Final = "30"
BY_DANISH_TRANSFER: Final = "31"


class Lacks(Exception):
    """No file can be made before this is there; the sentences say what, and where to write it."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(*reasons)
        self.reasons = reasons


@dataclass(frozen=True)
class Vat:
    """The one category that all of a document stands in: S at a rate, E exempt, O outside."""

    category: str
    rate: int
    reason: str


@dataclass(frozen=True)
class Earlier:
    """The invoice that a credit note is about."""

    number: str
    issued_on: date


@dataclass(frozen=True)
class Document:
    """Amounts in minor units; ``credits`` is None for an invoice."""

    number: str
    issued_on: date
    due_on: date | None
    currency: str
    buyer_reference: str
    order_number: str
    days: tuple[date, date] | None
    seller: Party
    buyer: Party
    vat: Vat
    net: int
    tax: int
    item: str
    iban: str
    bic: str
    payment_code: str
    payment_id: str
    terms: str
    credits: Earlier | None = None


def invoice_file(invoice: Invoice) -> bytes:
    """The invoice as a file; raises ``Lacks`` while something is missing."""
    if invoice.status not in ISSUED or not invoice.number:
        raise Lacks([_("The invoice has not been sent, so it has no number yet.")])
    return written(
        _document(
            invoice.registration,
            number=invoice.number,
            issued_at=invoice.sent_at or invoice.made_at,
            due_at=invoice.due_at,
            sums=(invoice.amount, invoice.vat),
            currency=invoice.currency,
            item=_item_of(invoice),
        )
    )


def credit_note_file(note: CreditNote) -> bytes:
    """The credit note as a file; raises ``Lacks`` while something is missing."""
    invoice = note.invoice
    if note.status != CreditNote.Status.ISSUED or not note.number or not invoice.number:
        raise Lacks([_("The credit note has not been sent, so it has no number yet.")])
    issued_at = invoice.sent_at or invoice.made_at
    zone = invoice.registration.practice.zone
    return written(
        _document(
            invoice.registration,
            number=note.number,
            issued_at=note.made_at,
            due_at=None,
            sums=(note.amount, note.vat),
            currency=note.currency,
            item=note.words,
            credits=Earlier(invoice.number, issued_at.astimezone(zone).date()),
        )
    )


def _item_of(invoice: Invoice) -> str:
    """What its one line says, as it was sent."""
    items = invoice.parameters.get("items", [])
    return str(items[0]["description"]) if items else invoice.registration.reference


def _document(
    registration: Registration,
    *,
    number: str,
    issued_at: datetime,
    due_at: datetime | None,
    sums: tuple[int, int],
    currency: str,
    item: str,
    credits: Earlier | None = None,
) -> Document:
    practice, (gross, tax) = registration.practice, sums
    settings = settings_of(practice)
    seller, buyer = seller_of(practice, settings), buyer_of(registration)
    reasons = _reasons(registration, settings, buyer=buyer, net=gross - tax, tax=tax)
    if reasons or seller is None or buyer is None:
        raise Lacks(reasons)
    with override(registration.language):
        vat, terms = _vat(registration, settings), ""
        if credits is not None:
            terms = _("Settled against invoice %(number)s.") % {"number": credits.number}
    is_danish = seller.country == buyer.country == "DK"
    return Document(
        number=number,
        issued_on=issued_at.astimezone(practice.zone).date(),
        due_on=due_at.astimezone(practice.zone).date() if due_at else None,
        currency=currency,
        buyer_reference=registration.buyer_reference or registration.booker_name,
        order_number=registration.order_number,
        days=_days(registration),
        seller=seller,
        buyer=buyer,
        vat=vat,
        net=gross - tax,
        tax=tax,
        item=item,
        iban=settings.iban.replace(" ", "").upper(),
        bic=settings.bic.upper(),
        payment_code=BY_DANISH_TRANSFER if is_danish else BY_TRANSFER,
        payment_id=credits.number if credits else number,
        terms=terms,
        credits=credits,
    )


def _reasons(
    registration: Registration,
    settings: BookkeepingSettings,
    *,
    buyer: Party | None,
    net: int,
    tax: int,
) -> list[str]:
    with_vat = registration.vat_treatment == VatTreatment.RATE
    reasons = [
        _("Your settings lack: %(what)s.") % {"what": name}
        for name in lacking_of_seller(registration.practice, settings, with_vat=with_vat)
    ]
    if buyer is None:
        reasons.append(
            _("The buyer's organisation number is missing, or is none of the buyer's country.")
        )
    rate = registration.vat_rate if with_vat else 0
    if (with_vat and not tax) or abs(tax - net * rate / BASIS_POINTS) >= FORGIVEN:
        reasons.append(
            _(
                "Its VAT does not follow from the rate that the registration has now, because "
                "the date was changed to one with another rate. Send this invoice in another way."
            )
        )
    return reasons


def _vat(registration: Registration, settings: BookkeepingSettings) -> Vat:
    """Exempt sales of somebody without a VAT number stand outside of VAT: category E asks for one.

    The reason is the same sentence that the payer reads on the invoice.
    """
    if registration.vat_treatment == VatTreatment.RATE:
        return Vat("S", registration.vat_rate, "")
    reason = vat_sentence(
        treatment=registration.vat_treatment,
        rate=0,
        country=registration.practice.country,
    )
    is_exempt = registration.vat_treatment == VatTreatment.EXEMPT and settings.vat_number
    return Vat("E" if is_exempt else "O", 0, reason)


def _days(registration: Registration) -> tuple[date, date] | None:
    """The first and the last day of the course."""
    sessions = registration.offering.sessions_list
    if not sessions:
        return None
    zone = registration.practice.zone
    first, last = sessions[0].starts_at, sessions[-1].ends_at
    return first.astimezone(zone).date(), last.astimezone(zone).date()
