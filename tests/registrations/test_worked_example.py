"""The worked example of docs/states.md and docs/money.md, done by the services step by step."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import CancellationTier, DiscountCode, Offering, Price
from registrations.invariants import broken_invariants
from registrations.models import Actor, CreditNote, Invoice, LedgerLine, Registration
from registrations.services import cancel, percent_now, price_now, quote
from registrations.services.bank_money import paid_into_bank
from tests.factories import make_invoiced, make_offering
from tests.invoiced import TODAY, in_line
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

DOCS = Path(__file__).resolve().parents[2] / "docs"
MONEY = (DOCS / "money.md").read_text()
STATES = (DOCS / "states.md").read_text()
AMOUNT = r"(−?[\d,]+\.\d\d)"
ROW = re.compile(rf"^\| `(\w+)` \| {AMOUNT} \| {AMOUNT} \| {AMOUNT} \|$", re.MULTILINE)
STEP = re.compile(r"^\| .+\. \| `(\w+)` \| (\d) \| (.+) \|$", re.MULTILINE)


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


Step = Callable[[Registration], object]


def cancel_one(registration: Registration) -> None:
    assert percent_now(registration) == 50
    costs = quote(registration, numbers=[2], percent=50)
    cancel(
        registration_id=registration.pk,
        numbers=[2],
        actor=Actor.BOOKER,
        quoted_refund=costs.refund,
    )


def say_it_came_into_the_bank(registration: Registration) -> None:
    paid_into_bank(invoice_id=registration.invoices.get().pk, paid_on=TODAY, user=None)
    in_line(registration)


def told(registration: Registration, *, before: int) -> tuple[str, int, list[str]]:
    registration.refresh_from_db()
    seats = registration.participants.coming().count() if registration.state_now.holds_seats else 0
    letters = registration.letters.order_by("pk").values_list("kind", flat=True)
    return registration.state, seats, list(letters)[before:]


def test_the_example_is_what_the_services_do(offering: Offering, stripe: Simulator) -> None:
    code = DiscountCode.objects.create(practice=offering.practice, code="HÖST10", percent=10)
    priced = price_now(offering, claims=["", "", ""], moment=timezone.now(), code=code)
    assert priced is not None
    registration = make_invoiced(offering, people=3, code="höst10", quoted_total=priced.total.gross)
    lived = [told(registration, before=0)]
    steps: list[Step] = [in_line, cancel_one, in_line, say_it_came_into_the_bank]
    for step in steps:
        written = registration.letters.count()
        step(registration)
        lived.append(told(registration, before=written))
    assert lived == [
        (state, int(seats), re.findall(r"`(\w+)`", letters))
        for state, seats, letters in STEP.findall(STATES)
    ]

    booked, owed = [], 0
    for line in LedgerLine.objects.order_by("pk"):
        owed += line.amount
        booked.append((line.kind, line.amount, line.vat, owed))
    rows = [(kind, *map(minor, amounts)) for kind, *amounts in ROW.findall(MONEY)]
    assert len(rows) == 5
    assert booked == rows
    invoice, note = Invoice.objects.get(), CreditNote.objects.get()
    assert (invoice.amount, note.amount, note.vat) == (1923750, 320625, 64125)
    for written in ("SEK 19,237.50", "SEK 3,206.25 with its VAT of SEK 641.25", "SEK 16,031.25"):
        assert written in " ".join(MONEY.split())
    assert list(broken_invariants()) == []


def test_every_kind_of_line_is_explained() -> None:
    table = MONEY[MONEY.index("## The lines") : MONEY.index("## One registration")]
    assert set(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == set(LedgerLine.Kind)
