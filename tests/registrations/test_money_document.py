"""The worked example of docs/money.md, booked by the services line by line."""

import re
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import CancellationTier, DiscountCode, Offering, Price
from registrations.invariants import broken_invariants
from registrations.models import Actor, CreditNote, Invoice, LedgerLine
from registrations.services import cancel, percent_now, price_now, quote
from registrations.services.bank_money import paid_into_bank
from tests.factories import make_invoiced, make_offering
from tests.invoiced import TODAY, in_line
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "money.md").read_text()
AMOUNT = r"(−?[\d,]+\.\d\d)"
ROW = re.compile(rf"^\| `(\w+)` \| {AMOUNT} \| {AMOUNT} \| {AMOUNT} \|$", re.MULTILINE)


def minor(written: str) -> int:
    return int(re.sub(r"[,.]", "", written).replace("−", "-"))


@pytest.fixture
def offering(practice: Practice) -> Offering:
    offering = make_offering(
        practice, currency="SEK", vat_treatment="rate", vat_rate=2500, price=640000
    )
    Price.objects.create(
        offering=offering,
        kind=Price.Kind.EARLY,
        amount=570000,
        available_until=timezone.now() + timedelta(days=7),
    )
    CancellationTier.objects.create(offering=offering, days_before=7, fee_percent=50)
    return Offering.objects.get(pk=offering.pk)


def test_the_example_is_what_the_services_book(offering: Offering, stripe: Simulator) -> None:
    code = DiscountCode.objects.create(practice=offering.practice, code="HÖST10", percent=10)
    priced = price_now(offering, claims=["", "", ""], moment=timezone.now(), code=code)
    assert priced is not None
    registration = make_invoiced(offering, people=3, code="höst10", quoted_total=priced.total.gross)
    in_line(registration)
    assert percent_now(registration) == 50
    costs = quote(registration, numbers=[2], percent=50)
    cancel(
        registration_id=registration.pk,
        numbers=[2],
        actor=Actor.BOOKER,
        quoted_refund=costs.refund,
    )
    in_line(registration)
    invoice = Invoice.objects.get()
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    in_line(registration)

    booked, owed = [], 0
    for line in LedgerLine.objects.order_by("pk"):
        owed += line.amount
        booked.append((line.kind, line.amount, line.vat, owed))
    rows = [(kind, *map(minor, amounts)) for kind, *amounts in ROW.findall(DOCUMENT)]
    assert len(rows) == 5
    assert booked == rows
    note = CreditNote.objects.get()
    assert (invoice.amount, note.amount, note.vat) == (1923750, 320625, 64125)
    for written in ("SEK 19,237.50", "SEK 3,206.25 with its VAT of SEK 641.25", "SEK 16,031.25"):
        assert written in " ".join(DOCUMENT.split())
    assert list(broken_invariants()) == []


def test_every_kind_of_line_is_explained() -> None:
    table = DOCUMENT[DOCUMENT.index("## The lines") : DOCUMENT.index("## One registration")]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(LedgerLine.Kind)
