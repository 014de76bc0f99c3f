"""Money that moves from bank to bank, and invoices that are given up."""

import pytest

from courses.models import Offering
from registrations import stripe_gateway
from registrations.chores import run_chores
from registrations.models import Actor, Invoice
from registrations.services.bank_money import (
    NothingOpen,
    TooLittle,
    paid_back_from_bank,
    paid_into_bank,
    write_off,
)
from registrations.services.cancelling import cancel
from registrations.services.invoice_sending import bring_in_line
from registrations.services.late_money import settle
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_invoiced
from tests.invoiced import TODAY, in_line, invoice_of, is_well, later, ledger, letters, sent
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def test_paid_into_the_bank(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    paid_into_bank(invoice_id=invoice_of(registration).pk, paid_on=TODAY, user=None)
    assert ledger(registration)[1:] == [("bank_payment", -640000)]
    bring_in_line(invoice_id=invoice_of(registration).pk)
    stripe.deliver()
    invoice = invoice_of(registration)
    assert (invoice.status, invoice.paid_on, invoice.ordered) == ("paid", TODAY, "")
    assert stripe.invoices[invoice.invoice_id]["amount_paid_off_stripe"] == 640000
    assert ledger(registration)[1:] == [("bank_payment", -640000)]
    assert letters(registration)[2:] == ["invoice_paid"]
    with pytest.raises(NothingOpen):
        paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    assert is_well()


def test_more_than_was_open_is_booked_and_told_m3(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    with pytest.raises(TooLittle):
        paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None, amount=639999)
    assert registration.balance_due() == 640000
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None, amount=700000)
    in_line(registration)
    assert ledger(registration)[-1] == ("bank_payment", -700000)
    assert (registration.needs_attention, registration.balance_due()) == (True, -60000)
    assert letters(registration)[-2:] == ["invoice_paid", "owner_invoice_twice"]
    paid_back_from_bank(registration_id=registration.pk, user=None)
    registration.refresh_from_db()
    assert (registration.needs_attention, registration.balance_due()) == (False, 0)
    assert is_well()


@pytest.mark.parametrize("fault", ["drop", "drop_after"])
def test_bank_payment_that_stripe_did_not_hear_of_is_told_by_the_chores(
    offering: Offering, stripe: Simulator, fault: str
) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    stripe.faults.add("POST /v1/invoices/*/pay", fault, times=3)
    with pytest.raises(OutcomeUnknown):
        bring_in_line(invoice_id=invoice.pk)
    with later(minutes=3):
        run_chores()
    assert stripe.invoices[invoice.invoice_id]["status"] == "paid"
    assert invoice_of(registration).ordered == ""
    assert ledger(registration)[1:] == [("bank_payment", -640000)]
    assert is_well()


def test_bank_and_card_at_once_are_two_payments_m3(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    stripe.pay_invoice(invoice.invoice_id)
    bring_in_line(invoice_id=invoice.pk)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (-640000, True)
    assert ledger(registration)[1:] == [("bank_payment", -640000), ("payment", -640000)]
    assert letters(registration)[2:] == ["invoice_paid", "invoice_paid", "owner_invoice_twice"]
    assert is_well()
    paid_back_from_bank(registration_id=registration.pk, user=None)
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert letters(registration)[-1] == "refunded"
    with pytest.raises(NothingOpen):
        paid_back_from_bank(registration_id=registration.pk, user=None)
    assert is_well()


def test_marked_as_paid_in_stripes_dashboard_is_money_in_the_bank(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    invoice_id = invoice_of(registration).invoice_id
    stripe_gateway.pay_invoice_elsewhere(account="", invoice_id=invoice_id)
    stripe.deliver()
    assert ledger(registration)[1:] == [("bank_payment", -640000)]
    assert invoice_of(registration).status == Invoice.Status.PAID
    assert is_well()


def test_paid_into_the_bank_before_it_was_ever_sent(offering: Offering, stripe: Simulator) -> None:
    registration = make_invoiced(offering)
    invoice = invoice_of(registration)
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    bring_in_line(invoice_id=invoice.pk)
    assert stripe.invoices == {}
    assert (invoice_of(registration).status, registration.balance_due()) == ("paid", 0)
    assert is_well()


@pytest.mark.parametrize("reached", ["POST /v1/customers", "POST /v1/invoices"])
@pytest.mark.parametrize("fault", ["drop", "drop_after"])
def test_paid_into_the_bank_while_stripe_did_not_answer(
    offering: Offering, stripe: Simulator, reached: str, fault: str
) -> None:
    registration = make_invoiced(offering)
    invoice = invoice_of(registration)
    stripe.faults.add(reached, fault, times=3)
    with pytest.raises(OutcomeUnknown):
        bring_in_line(invoice_id=invoice.pk)
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    with later(minutes=5):
        run_chores()
    assert invoice_of(registration).ordered == ""
    assert all(made["status"] == "draft" for made in stripe.invoices.values())
    assert is_well()


def test_refused_invoice_can_be_paid_into_the_bank(offering: Offering, stripe: Simulator) -> None:
    registration = make_invoiced(offering)
    invoice = registration.invoices.get()
    invoice.parameters["customer"]["preferred_locales"] = 7
    invoice.save()
    bring_in_line(invoice_id=invoice.pk)
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None)
    settle(registration_id=registration.pk, user=None)
    assert (invoice_of(registration).status, registration.balance_due()) == ("paid", 0)
    assert is_well()


def test_written_off_and_paid_after_all(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    write_off(invoice_id=invoice.pk, user=None)
    bring_in_line(invoice_id=invoice.pk)
    stripe.deliver()
    assert stripe.invoices[invoice.invoice_id]["status"] == "uncollectible"
    assert (invoice_of(registration).status, registration.balance_due()) == ("uncollectible", 0)
    assert ledger(registration)[1:] == [("written_off", -640000)]
    with pytest.raises(NothingOpen):
        write_off(invoice_id=invoice.pk, user=None)
    assert is_well()
    stripe.pay_invoice(invoice.invoice_id)
    stripe.deliver()
    assert ledger(registration)[2:] == [("payment", -640000), ("write_off_undone", 640000)]
    assert (invoice_of(registration).status, registration.balance_due()) == ("paid", 0)
    assert is_well()


def test_written_off_while_it_was_being_paid(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    stripe.pay_invoice(invoice.invoice_id)
    write_off(invoice_id=invoice.pk, user=None)
    bring_in_line(invoice_id=invoice.pk)
    registration.refresh_from_db()
    assert (invoice_of(registration).status, registration.balance_due()) == ("paid", 0)
    assert not registration.needs_attention
    assert is_well()


def test_given_up_in_stripes_dashboard_is_written_off(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe.mark_uncollectible(invoice_of(registration).invoice_id)
    stripe.deliver()
    assert ledger(registration)[1:] == [("written_off", -640000)]
    assert is_well()


def test_given_up_in_stripes_dashboard_while_all_of_it_was_taken_back(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe.mark_uncollectible(invoice_of(registration).invoice_id)
    cancel(
        registration_id=registration.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0
    )
    stripe.deliver()
    assert is_well()
    in_line(registration)
    assert is_well()
    assert (invoice_of(registration).status, registration.balance_due()) == ("uncollectible", 0)
    assert "written_off" not in [kind for kind, _amount in ledger(registration)]
