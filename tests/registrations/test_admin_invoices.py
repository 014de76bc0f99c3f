"""Invoices in the administration: what is shown, what the owner can do, and what is refused."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import Role
from courses.models import Offering
from registrations.models import Actor, Invoice, Registration
from registrations.services import cancel, start_checkout
from tests.factories import (
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.invoiced import (
    in_line,
    invoice_of,
    ledger,
    letters,
    paid_by_bank,
    paid_by_card,
    sent,
)
from tests.logging_in import logged_in
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

LIST = "/admin/registrations/registration/"


def page_of(client: Client, registration: Registration) -> str:
    return client.get(f"{LIST}inspect/{registration.pk}/").content.decode()


def press(client: Client, verb: str, registration: Registration, **data: object) -> str:
    """Press a verb of the registration's newest invoice; what the next page then says."""
    data = {"invoice": invoice_of(registration).pk, **data}
    response = client.post(f"{LIST}{verb}/{registration.pk}/", data, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_page_shows_invoices_and_credit_notes_with_links(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, people=2)
    cancel(
        registration_id=registration.pk, numbers=[1], actor=Actor.OWNER, quoted_refund=0, percent=0
    )
    in_line(registration)
    shown = page_of(owner, registration)
    invoice = invoice_of(registration)
    note = invoice.credit_notes.get()
    for words in (invoice.number, f'href="{invoice.address}"', f'href="{invoice.pdf_address}"'):
        assert words in shown, words
    assert note.number in shown
    assert f'href="{note.pdf_address}"' in shown
    assert "Paid into the bank …" in shown
    assert "Write off …" in shown
    assert "Send a reminder …" not in shown
    assert "Send a new invoice …" not in shown


def test_paid_into_the_bank_with_its_day(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    today = timezone.now().date()
    for day in ("", "yesterday", (today + timedelta(days=2)).isoformat(), "1999-01-01"):
        assert "Nothing was changed" in press(owner, "paid-into-bank", registration, paid_on=day), (
            day
        )
    assert registration.balance_due() == 640000
    day = (today - timedelta(days=3)).isoformat()
    assert "The invoice is paid" in press(owner, "paid-into-bank", registration, paid_on=day)
    assert registration.balance_due() == 0
    line = registration.history.get(action="bank_payment")
    assert (line.why, line.user.email) == (day, "owner@steinlia.example")
    assert "Nothing is open there" in press(owner, "paid-into-bank", registration, paid_on=day)
    assert ledger(registration) == [("price", 640000), ("bank_payment", -640000)]


def test_written_off(owner: Client, offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering, language="en")
    assert "It is written off" in press(owner, "write-off", registration)
    assert registration.balance_due() == 0
    own_page = Client().get(registration.get_absolute_url()).content.decode()
    assert "Everything is paid" not in own_page
    assert "Nothing is asked for any more" in own_page
    assert "Nothing is open there" in press(owner, "write-off", registration)


def test_reminder(owner: Client, offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    assert "It is not overdue" in press(owner, "remind", registration)
    due = invoice_of(registration).due_at
    assert due is not None
    with time_machine.travel(due + timedelta(days=2, minutes=1)):
        # The log-in from before has run out by then.
        owner = logged_in(make_user(practice=offering.practice, role=Role.OWNER))
        assert "The reminder is on its way" in press(owner, "remind", registration)
        assert "a reminder went out today" in press(owner, "remind", registration)
    assert letters(registration)[2:] == ["invoice_overdue"]


def test_reminder_while_stripe_does_not_answer(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe.faults.add("*", "drop", times=None)
    assert "Stripe did not answer" in press(owner, "remind", registration)
    assert letters(registration) == ["confirmed", "owner_new"]


def test_sent_at_once_on_demand(owner: Client, offering: Offering, stripe: Simulator) -> None:
    registration = make_invoiced(offering)
    stripe.faults.add("*", "drop", times=None)
    assert "It is tried again by itself" in press(owner, "ask-about-invoice", registration)
    stripe.faults.clear()
    assert "Send it now" in page_of(owner, registration)
    assert "this is how things stand" in press(owner, "ask-about-invoice", registration)
    assert invoice_of(registration).status == Invoice.Status.OPEN


def test_new_invoice_to_another_address(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_invoiced(offering)
    invoice = invoice_of(registration)
    invoice.parameters["customer"]["preferred_locales"] = 7
    invoice.save()
    press(owner, "ask-about-invoice", registration)
    shown = page_of(owner, registration)
    assert "nobody is asked to pay" in shown
    assert "Send a new invoice …" in shown
    assert "That is no e-mail address" in press(owner, "new-invoice", registration, email="at home")
    assert registration.invoices.count() == 1
    said = press(owner, "new-invoice", registration, email="ny@fjellvang.example")
    assert "A new invoice is on its way" in said
    assert "is invoiced already" in press(owner, "new-invoice", registration)
    in_line(registration)
    assert [one["email"] for one in stripe.customers.values()] == ["ny@fjellvang.example"]


def test_paid_back_from_the_bank(owner: Client, offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    assert "Nothing is owed to the payer" in press(owner, "paid-back", registration)
    paid_by_bank(registration)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=640000,
        percent=0,
    )
    in_line(registration)
    shown = page_of(owner, registration)
    assert "Paid back from the bank …" in shown
    assert "Give the money back" not in shown
    assert "It is noted" in press(owner, "paid-back", registration)
    assert registration.balance_due() == 0


def test_no_verb_reaches_another_registrations_invoice(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    mine, other = sent(offering), sent(offering)
    elsewhere = make_practice("tankelage", hostname="t.localhost", default=False)
    foreign = sent(make_offering(elsewhere))
    for verb in ("paid-into-bank", "write-off", "remind", "ask-about-invoice"):
        for number in (invoice_of(other).pk, "x", ""):
            answer = owner.post(f"{LIST}{verb}/{mine.pk}/", {"invoice": number})
            assert answer.status_code == 404, verb
        answer = owner.post(f"{LIST}{verb}/{foreign.pk}/", {"invoice": invoice_of(foreign).pk})
        assert answer.status_code == 404, verb
    assert {invoice.status for invoice in Invoice.objects.all()} == {"open"}


def test_list_is_narrowed_by_how_invoices_stand(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    unsent, unpaid, paid = make_invoiced(offering), sent(offering), sent(offering)
    paid_by_card(paid, stripe)
    now = timezone.now()
    late, later = sent(offering), sent(offering)
    Invoice.objects.filter(registration=late).update(due_at=now - timedelta(days=5))
    Invoice.objects.filter(registration=later).update(due_at=now - timedelta(days=40))
    found = {
        value: {row.pk for row in owner.get(f"{LIST}?invoice={value}").context["object_list"]}
        for value in ("unsent", "open", "overdue", "overdue_14", "overdue_30", "failed")
    }
    assert found == {
        "unsent": {unsent.pk},
        "open": {unpaid.pk, late.pk, later.pk},
        "overdue": {late.pk, later.pk},
        "overdue_14": {later.pk},
        "overdue_30": {later.pk},
        "failed": set(),
    }
    shown = owner.get(LIST).content.decode()
    assert "Confirmed · invoice overdue for 40 days" in shown


def test_own_page_shows_the_invoice(client: Client, offering: Offering, stripe: Simulator) -> None:
    registration = make_invoiced(offering, language="en")
    address = registration.get_absolute_url()
    assert "It is on its way to kari@example.org." in client.get(address).content.decode()
    in_line(registration)
    invoice = invoice_of(registration)
    shown = client.get(address).content.decode()
    for words in (invoice.number, f'href="{invoice.address}"', f'href="{invoice.pdf_address}"'):
        assert words in shown, words
    assert "See and pay the invoice" in shown
    paid_by_card(registration, stripe)
    assert "Paid. Thank you." in client.get(address).content.decode()
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=640000,
        percent=0,
    )
    assert "On its way back to you" in client.get(address).content.decode()
    in_line(registration)
    assert "Credit note" in client.get(address).content.decode()


def test_paid_into_the_bank_with_what_came_as_one_writes_it(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    assert 'name="amount" value="6400"' in page_of(owner, registration)
    day = timezone.now().date().isoformat()
    for typed, told in (
        ("a lot", "Write the amount as a number, such as 6400.50."),
        ("-6400", "Write the amount as a number"),
        ("6400.505", "Write the amount as a number"),
        ("6,399.99", "an invoice is paid in one sum"),
    ):
        shown = press(owner, "paid-into-bank", registration, paid_on=day, amount=typed)
        assert told in shown, typed
        assert registration.balance_due() == 640000
    press(owner, "paid-into-bank", registration, paid_on=day, amount="6,500")
    assert registration.balance_due() == -10000
    assert "more was paid than is owed" in page_of(owner, registration)


def test_a_loss_is_written_off_once_the_bank_has_decided(
    owner: Client, offering: Offering, stripe: Simulator
) -> None:
    registration = make_registration(offering)
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    [charge_id] = stripe.charges
    dispute_id = stripe.dispute(charge_id, reason="fraudulent", amount=100000)
    stripe.deliver()
    address = f"{LIST}write-off-loss/{registration.pk}/"
    refused = owner.post(address, follow=True).content.decode()
    assert "No loss is open there" in refused
    assert "Write off the loss …" not in refused
    stripe.close_dispute(dispute_id, won=False)
    stripe.deliver()
    assert "Write off the loss …" in page_of(owner, registration)
    shown = owner.post(address, follow=True).content.decode()
    assert "The loss is written off. The seats stay theirs." in shown
    assert "Write off the loss …" not in shown
    assert registration.balance_due() == 0
