"""Money in the bank and money by card at the same moment, first without the lock. On PostgreSQL."""

from datetime import date

from django.db import IntegrityError

import pytest

from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Invoice, LedgerLine, Registration
from registrations.services import (
    AlreadyNoted,
    NothingOpen,
    bank_money,
    bring_in_line,
    cancel,
    invoice_news,
    note_unasked_money,
    paid_back_from_bank,
    paid_into_bank,
    unasked_money,
    write_off,
)
from registrations.services.invoice_news import sync
from tests import stripe_in_process
from tests.concurrency.together import at_once, both_look, locks_off, one_looks
from tests.factories import make_invoiced, make_offering, make_practice
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TEN = 10
STOPPED = "stopped by the database"
TODAY = date(2026, 11, 20)
Kind = LedgerLine.Kind


@pytest.fixture
def stripe() -> Simulator:
    simulator = Simulator(seed=1)
    stripe_in_process.use(simulator)
    return simulator


@pytest.fixture
def offering() -> Offering:
    return make_offering(make_practice())


def sent(offering: Offering) -> Invoice:
    row = make_invoiced(offering, people=2)
    return bring_in_line(invoice_id=row.invoices.get().pk)


def notes_payment(invoice: Invoice) -> str:
    try:
        paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    except NothingOpen:
        return "refused"
    except IntegrityError:
        return STOPPED
    return "booked"


def booked(registration: Registration, *kinds: Kind) -> list[str]:
    lines = registration.ledger.filter(kind__in=kinds)
    return sorted(lines.values_list("kind", flat=True))


def is_broken(registration: Registration) -> bool:
    return any(line.startswith(registration.reference) for line in broken_invariants())


def test_two_who_note_one_payment_into_the_bank_m7(offering: Offering, stripe: Simulator) -> None:
    invoice = sent(offering)
    with locks_off(), both_look(bank_money, "open_rest"):
        said = at_once(2, lambda _i: notes_payment(invoice))
    # Without the lock only the database keeps the money from being booked twice.
    assert said == {"booked": 1, STOPPED: 1}

    invoice = sent(offering)
    said = at_once(TEN, lambda _i: notes_payment(invoice))
    assert said == {"booked": 1, "refused": TEN - 1}
    assert not is_broken(invoice.registration)


def test_two_who_note_one_payment_back_from_the_bank_m7(
    offering: Offering, stripe: Simulator
) -> None:
    def scene() -> Registration:
        invoice = sent(offering)
        notes_payment(invoice)
        cancel(
            registration_id=invoice.registration_id,
            numbers=[1],
            actor=Actor.OWNER,
            quoted_refund=640000,
            percent=0,
        )
        bring_in_line(invoice_id=invoice.pk)
        return Registration.objects.get(pk=invoice.registration_id)

    def notes(registration: Registration) -> str:
        try:
            paid_back_from_bank(registration_id=registration.pk, user=None)
        except NothingOpen:
            return "refused"
        return "booked"

    registration = scene()
    with locks_off(), both_look(bank_money, "owed_to_payer"):
        assert at_once(2, lambda _i: notes(registration)) == {"booked": 2}
    assert registration.balance_due() == 640000

    registration = scene()
    assert at_once(TEN, lambda _i: notes(registration)) == {"booked": 1, "refused": TEN - 1}
    assert registration.balance_due() == 0
    assert not is_broken(registration)


def test_two_who_note_the_same_unasked_money_m7(offering: Offering, stripe: Simulator) -> None:
    def scene() -> Registration:
        invoice = sent(offering)
        notes_payment(invoice)
        return Registration.objects.get(pk=invoice.registration_id)

    def notes(registration: Registration) -> str:
        try:
            note_unasked_money(
                registration_id=registration.pk,
                amount=500,
                owed_before=0,
                paid_on=TODAY,
                user=None,
            )
        except AlreadyNoted:
            return "refused"
        return "booked"

    registration = scene()
    with locks_off(), both_look(unasked_money, "asks_for_nothing"):
        assert at_once(2, lambda _i: notes(registration)) == {"booked": 2}

    registration = scene()
    assert at_once(TEN, lambda _i: notes(registration)) == {"booked": 1, "refused": TEN - 1}
    assert registration.balance_due() == -500
    assert not is_broken(registration)


def test_card_on_the_page_and_bank_note_at_once_m3(offering: Offering, stripe: Simulator) -> None:
    """Both are real. Without the lock the second does not see the first, and nobody is told."""

    def scene() -> Invoice:
        invoice = sent(offering)
        stripe.pay_invoice(invoice.invoice_id)
        return invoice

    def act(invoice: Invoice, index: int) -> str:
        return notes_payment(invoice) if index % 2 else str(sync(invoice_id=invoice.pk).status)

    invoice = scene()
    with locks_off(), one_looks(bank_money, "open_rest") as pause:
        at_once(
            2,
            lambda i: act(invoice, 1) if i else pause.meanwhile(lambda: act(invoice, 0)),
        )
    assert booked(invoice.registration, Kind.PAYMENT, Kind.BANK_PAYMENT) == [
        "bank_payment",
        "payment",
    ]

    invoice = scene()
    at_once(TEN, lambda i: act(invoice, i))
    bring_in_line(invoice_id=invoice.pk)
    registration = Registration.objects.get(pk=invoice.registration_id)
    came = booked(registration, Kind.PAYMENT, Kind.BANK_PAYMENT)
    assert came in (["payment"], ["bank_payment", "payment"])
    assert registration.needs_attention == (len(came) == 2)
    assert registration.letters.filter(kind="owner_invoice_twice").count() == len(came) - 1
    assert not is_broken(registration)


def test_two_who_hear_of_one_payment_on_the_page_m4(offering: Offering, stripe: Simulator) -> None:
    def scene() -> Invoice:
        invoice = sent(offering)
        stripe.pay_invoice(invoice.invoice_id)
        return invoice

    def hears(invoice: Invoice) -> str:
        try:
            return str(sync(invoice_id=invoice.pk).status)
        except IntegrityError:
            return STOPPED

    invoice = scene()
    with locks_off(), both_look(invoice_news, "_status_of"):
        said = at_once(2, lambda _i: hears(invoice))
    # Without the lock only the database keeps the money from being booked twice: the second waits
    # for the row that the first has written, or is stopped.
    assert said in ({"paid": 2}, {"paid": 1, STOPPED: 1})
    assert booked(invoice.registration, Kind.PAYMENT) == ["payment"]

    invoice = scene()
    assert at_once(TEN, lambda _i: hears(invoice)) == {"paid": TEN}
    assert booked(invoice.registration, Kind.PAYMENT) == ["payment"]
    assert invoice.registration.letters.filter(kind="invoice_paid").count() == 1
    assert not is_broken(invoice.registration)


def test_writing_off_what_is_paid_at_that_moment(offering: Offering, stripe: Simulator) -> None:
    def writes_off(invoice: Invoice) -> str:
        try:
            write_off(invoice_id=invoice.pk, user=None)
        except NothingOpen:
            return "refused"
        return "written off"

    invoice = sent(offering)
    with locks_off(), one_looks(bank_money, "book_write_off") as pause:

        def act(index: int) -> str:
            return writes_off(invoice) if index else pause.meanwhile(lambda: notes_payment(invoice))

        at_once(2, act)
    assert is_broken(invoice.registration)

    invoice = sent(offering)
    at_once(TEN, lambda i: writes_off(invoice) if i % 2 else notes_payment(invoice))
    bring_in_line(invoice_id=invoice.pk)
    registration = Registration.objects.get(pk=invoice.registration_id)
    assert booked(registration, Kind.BANK_PAYMENT) == ["bank_payment"]
    assert registration.balance_due() == 0
    assert not is_broken(registration)
