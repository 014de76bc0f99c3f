"""Two who send, renew or settle one invoice at the same moment. On PostgreSQL."""

import threading

import pytest

from registrations.invariants import broken_invariants
from registrations.models import Actor, CreditNote, Invoice, Registration
from registrations.services import cancel, crediting, invoice_sending, invoicing
from registrations.services.invoice_news import sync
from registrations.services.invoice_sending import bring_in_line
from registrations.services.invoicing import NothingToInvoice, send_new_invoice
from tests import stripe_in_process
from tests.concurrency.test_last_seats import at_once
from tests.factories import make_invoiced, make_offering, make_practice
from tests.stripe_simulator import Simulator

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

WORKERS = 8


@pytest.fixture
def stripe() -> Simulator:
    simulator = Simulator(seed=1)
    stripe_in_process.use(simulator)
    return simulator


@pytest.fixture
def registration() -> Registration:
    return make_invoiced(make_offering(make_practice()), people=2)


def unlocked(registration_id: int) -> Registration:
    return Registration.objects.select_related("practice__site", "offering__course__practice").get(
        pk=registration_id
    )


def sent_events(stripe: Simulator) -> int:
    return sum(event["type"] == "invoice.sent" for event in stripe.events.values())


def sent_by_all(registration: Registration) -> None:
    invoice = registration.invoices.get()

    def send(_index: int) -> str:
        return bring_in_line(invoice_id=invoice.pk).status

    assert at_once(WORKERS, send) == {"open": WORKERS}


def test_workers_who_send_one_invoice_send_it_once(
    stripe: Simulator, registration: Registration
) -> None:
    sent_by_all(registration)
    assert (len(stripe.customers), len(stripe.invoices), sent_events(stripe)) == (1, 1, 1)
    assert registration.history.filter(action="invoice_sent").count() == 1
    assert list(broken_invariants()) == []


def test_the_same_without_the_stored_keys_sends_several(
    stripe: Simulator, registration: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Shows that it is the key, stored with the row, that keeps them together."""
    together = threading.Barrier(WORKERS)

    def key_of_my_own(_invoice: Invoice, step: str) -> str:
        if step == "customer":
            together.wait(timeout=30)
        return f"{threading.get_ident()}-{step}"

    monkeypatch.setattr(invoice_sending, "_key", key_of_my_own)
    invoice = registration.invoices.get()
    at_once(WORKERS, lambda _index: _outcome_of_sending(invoice.pk))
    assert len(stripe.customers) == WORKERS


def _outcome_of_sending(invoice_id: int) -> str:
    try:
        return bring_in_line(invoice_id=invoice_id).status
    except Exception as error:
        return type(error).__name__


def renewed_by_all(registration: Registration) -> None:
    Invoice.objects.update(status=Invoice.Status.FAILED)

    def renew(_index: int) -> str:
        try:
            send_new_invoice(registration_id=registration.pk, user=None)
        except NothingToInvoice:
            return "refused"
        return "ordered"

    ordered = at_once(WORKERS, renew)["ordered"]
    assert registration.invoices.filter(status=Invoice.Status.CREATED).count() == ordered


def test_two_clicks_on_a_new_invoice_order_one(registration: Registration) -> None:
    renewed_by_all(registration)
    assert registration.invoices.count() == 2


def test_the_same_without_the_lock_orders_several(
    registration: Registration, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = threading.Barrier(WORKERS)
    missing = invoicing.missing
    seen = threading.local()

    def seen_by_all_before_anybody_orders(row: Registration) -> invoicing.Sums:
        found = missing(row)
        if not getattr(seen, "once", False):
            seen.once = True
            together.wait(timeout=30)
            return found
        return invoicing.Sums(row.total.gross, row.total.vat)

    monkeypatch.setattr(invoicing, "locked_registration", unlocked)
    monkeypatch.setattr(invoicing, "missing", seen_by_all_before_anybody_orders)
    monkeypatch.setattr(invoicing, "_drop_unsent", lambda _registration: None)
    renewed_by_all(registration)
    assert registration.invoices.count() == 1 + WORKERS


@pytest.mark.parametrize("is_paid", [False, True])
def test_workers_who_send_one_credit_note_send_it_once_m7(
    stripe: Simulator, registration: Registration, is_paid: bool
) -> None:
    invoice = bring_in_line(invoice_id=registration.invoices.get().pk)
    if is_paid:
        stripe.pay_invoice(invoice.invoice_id)
        sync(invoice_id=invoice.pk)
    cancel(
        registration_id=registration.pk,
        numbers=[1],
        actor=Actor.OWNER,
        quoted_refund=640000 if is_paid else 0,
        percent=0,
    )

    def send(_index: int) -> str:
        return crediting.perform(credit_note_id=CreditNote.objects.get().pk).status

    assert at_once(WORKERS, send) == {"issued": WORKERS}
    assert len(stripe.credit_notes) == 1
    assert len(stripe.refunds) == registration.refunds.count() == int(is_paid)
    assert list(broken_invariants()) == []
