"""Invoices to employers: made once, sent once, paid, overdue, written off, and never lost."""

from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine
from django_tasks_db.models import DBTaskResult

from cms.models import Practice
from courses.models import Offering
from registrations import stripe_gateway
from registrations.chores import run_chores
from registrations.models import Actor, Invoice
from registrations.services import accept_offer, approve, cancel
from registrations.services.invoice_news import sync
from registrations.services.invoice_sending import bring_in_line
from registrations.services.invoicing import (
    NothingToInvoice,
    send_new_invoice,
    tell_invoicing_service,
)
from registrations.services.waiting import offer_seats
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_invoiced, make_offering, make_registration
from tests.invoiced import history, invoice_of, is_well, later, ledger, letters, sent
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


def test_confirmed_registration_orders_its_invoice_at_once(offering: Offering) -> None:
    registration = make_invoiced(offering, people=2)
    invoice = registration.invoices.get()
    assert (invoice.status, invoice.amount, invoice.vat) == (Invoice.Status.CREATED, 1280000, 0)
    assert (invoice.practice, invoice.currency) == (registration.practice, "NOK")
    [task] = DBTaskResult.objects.filter(task_path=tell_invoicing_service.module_path)
    assert task.args_kwargs == {"args": [], "kwargs": {"invoice_id": invoice.pk}}
    assert is_well()


def test_by_card_or_for_free_nobody_is_invoiced(practice: Practice, offering: Offering) -> None:
    make_registration(offering)
    make_registration(make_offering(practice, price=0))
    assert Invoice.objects.count() == 0


def test_application_is_invoiced_once_approved(practice: Practice) -> None:
    registration = make_invoiced(make_offering(practice, review_first=True))
    assert registration.invoices.count() == 0
    approve(registration_id=registration.pk, user=None)
    assert invoice_of(registration).amount == 640000
    assert is_well()


def test_accepted_offer_of_a_place_is_invoiced(practice: Practice) -> None:
    offering = make_offering(practice, seats=1, waiting_list=True)
    first = make_invoiced(offering)
    waiting = make_invoiced(offering, joins_list=True)
    cancel(registration_id=first.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0)
    offer_seats(offering_id=offering.pk)
    assert waiting.invoices.count() == 0
    accept_offer(registration_id=waiting.pk)
    assert invoice_of(waiting).amount == 640000
    assert is_well()


def test_invoice_says_whom_it_is_for_and_what_it_is_about(
    practice: Practice, stripe: Simulator
) -> None:
    practice.organisation_number = "999 999 999"
    practice.save()
    offering = make_offering(practice, vat_treatment="rate", vat_rate=2500)
    registration = sent(
        offering,
        people=2,
        language="en",
        order_number="PO-17",
        buyer_reference="Kari",
        invoice_email="faktura@fjellvang.example",
    )
    [customer] = stripe.customers.values()
    assert (customer["name"], customer["email"]) == (
        "Fjellvang kommune",
        "faktura@fjellvang.example",
    )
    assert customer["preferred_locales"] == ["en"]
    assert customer["address"]["country"] == "NO"
    [made] = stripe.invoices.values()
    assert made["custom_fields"] == [
        {"name": "Purchase order number", "value": "PO-17"},
        {"name": "Buyer's reference", "value": "Kari"},
        {"name": "Buyer's organisation number", "value": "974760673"},
        {"name": "Reference", "value": registration.reference},
    ]
    assert made["footer"] == "Steinlia AS · Organisation number 999 999 999 MVA"
    assert made["description"] == "VAT at 25% is included in the total."
    lines = [(line["description"], line["amount"]) for line in made["lines"]["data"]]
    assert sorted(lines, key=lambda line: -line[1])[1:] == [("VAT 25%", registration.vat)]
    words, net = max(lines, key=lambda line: line[1])
    assert net == registration.net
    assert words.endswith("· 2 seats")
    assert made["total"] == registration.total.gross
    assert made["due_date"] - made["status_transitions"]["finalized_at"] == 14 * 24 * 60 * 60


def test_exempt_practice_says_so_in_the_laws_words(offering: Offering, stripe: Simulator) -> None:
    sent(offering, language="en")
    [made] = stripe.invoices.values()
    assert made["description"].startswith("Exempt from VAT as teaching (the Norwegian VAT Act")
    assert made["footer"] == "Steinlia AS"
    assert [line["amount"] for line in made["lines"]["data"]] == [640000]


def test_invoice_is_sent_and_its_facts_are_kept(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    [made] = stripe.invoices.values()
    invoice = invoice_of(registration)
    assert (invoice.status, invoice.invoice_id) == (Invoice.Status.OPEN, made["id"])
    assert (invoice.number, invoice.address) == (made["number"], made["hosted_invoice_url"])
    assert invoice.pdf_address == made["invoice_pdf"]
    assert invoice.due_at is not None
    assert invoice.due_at.timestamp() == made["due_date"]
    assert history(registration)[-1] == "invoice_sent"
    assert is_well()


def events(stripe: Simulator, kind: str) -> int:
    return sum(event["type"] == kind for event in stripe.events.values())


CALLS = (
    "POST /v1/customers",
    "POST /v1/invoices",
    "GET /v1/invoices/*",
    "POST /v1/invoiceitems",
    "POST /v1/invoices/*/send",
)


@pytest.mark.parametrize(
    ("fault", "waited", "sent_twice"),
    [
        ("drop", timedelta(minutes=3), 0),
        ("drop_after", timedelta(minutes=3), 0),
        ("error_500", timedelta(minutes=3), 0),
        # The key gets the error for a day, so the last step is done again.
        ("error_500_after", timedelta(minutes=3), 1),
        ("drop_after", timedelta(hours=25), 1),
    ],
)
def test_lost_answer_makes_no_second_invoice_m5(
    offering: Offering, stripe: Simulator, fault: str, waited: timedelta, sent_twice: int
) -> None:
    registrations = [make_invoiced(offering) for _ in CALLS]
    for registration, call in zip(registrations, CALLS, strict=True):
        stripe.faults.add(call, fault, times=3)
        with pytest.raises(OutcomeUnknown):
            bring_in_line(invoice_id=invoice_of(registration).pk)
        stripe.faults.clear()
        assert letters(registration) == ["confirmed", "owner_new"]
    stripe.advance(int(waited.total_seconds()))
    with time_machine.travel(timezone.now() + waited):
        tally = run_chores()["invoices"]
    assert (tally.done, tally.failed) == (len(CALLS), 0)
    assert {invoice.status for invoice in Invoice.objects.all()} == {Invoice.Status.OPEN}
    assert (len(stripe.customers), len(stripe.invoices)) == (len(CALLS), len(CALLS))
    made = [(one["status"], one["total"]) for one in stripe.invoices.values()]
    assert made == [("open", 640000)] * len(CALLS)
    assert events(stripe, "invoice.sent") == len(CALLS) + sent_twice
    assert is_well()


def test_service_that_is_away_leaves_the_invoice_to_be_sent(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_invoiced(offering)
    stripe.faults.add("*", "drop", times=None)
    tell_invoicing_service.call(invoice_id=invoice_of(registration).pk)
    assert invoice_of(registration).status == Invoice.Status.CREATED
    assert letters(registration) == ["confirmed", "owner_new"]
    assert is_well()


def test_refused_invoice_is_told_to_the_owner_and_sent_anew(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_invoiced(offering)
    invoice = registration.invoices.get()
    invoice.parameters["customer"]["preferred_locales"] = 7
    invoice.save()
    bring_in_line(invoice_id=invoice.pk)
    registration.refresh_from_db()
    assert (invoice_of(registration).status, registration.needs_attention) == ("failed", True)
    assert letters(registration)[-1] == "owner_invoice_failed"
    assert is_well()
    send_new_invoice(registration_id=registration.pk, user=None, email="ny@fjellvang.example")
    bring_in_line(invoice_id=invoice_of(registration).pk)
    registration.refresh_from_db()
    assert (invoice_of(registration).status, registration.needs_attention) == ("open", False)
    assert [one["email"] for one in stripe.customers.values()] == ["ny@fjellvang.example"]
    with pytest.raises(NothingToInvoice):
        send_new_invoice(registration_id=registration.pk, user=None)
    assert is_well()


def test_total_that_is_not_ours_is_never_sent(offering: Offering, stripe: Simulator) -> None:
    registration = make_invoiced(offering)
    invoice = registration.invoices.get()
    invoice.parameters["items"][0]["amount"] = 640001
    invoice.save()
    bring_in_line(invoice_id=invoice.pk)
    assert invoice_of(registration).status == Invoice.Status.FAILED
    [made] = stripe.invoices.values()
    assert made["status"] == "draft"
    assert registration.history.get(action="invoice_failed").why == "Stripe's total is not ours."


@pytest.mark.parametrize("news", ["webhook", "chores"])
def test_paid_on_the_hosted_page(offering: Offering, stripe: Simulator, news: str) -> None:
    registration = sent(offering)
    stripe.pay_invoice(invoice_of(registration).invoice_id)
    for _ in range(2):
        if news == "webhook":
            stripe.deliver()
        else:
            with later(hours=2):
                run_chores()
    invoice = invoice_of(registration)
    assert (invoice.status, registration.balance_due()) == (Invoice.Status.PAID, 0)
    assert invoice.payment_intent_id in stripe.payment_intents
    assert ledger(registration) == [("price", 640000), ("payment", -640000)]
    assert letters(registration)[2:] == ["invoice_paid"]
    assert is_well()


def test_webhooks_doubled_and_late_change_nothing_more_m8(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe.decline_invoice(invoice_of(registration).invoice_id)
    stripe.deliver()
    assert invoice_of(registration).status == Invoice.Status.OPEN
    stripe.pay_invoice(invoice_of(registration).invoice_id)
    for event_id in list(stripe.events):
        stripe.webhooks.redeliver(event_id)
        stripe.deliver()
    assert ledger(registration) == [("price", 640000), ("payment", -640000)]
    assert letters(registration).count("invoice_paid") == 1


def test_invoice_whose_number_we_never_learned_is_found_by_its_webhook(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    Invoice.objects.update(
        invoice_id=None, customer_id="", status="created", sent_at=None, number=""
    )
    stripe.deliver()
    assert invoice_of(registration).status == Invoice.Status.OPEN
    assert len(stripe.invoices) == 1


def test_voided_in_stripes_dashboard_is_owed_all_the_same(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    stripe_gateway.void_invoice(account="", invoice_id=invoice_of(registration).invoice_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert (invoice_of(registration).status, registration.balance_due()) == ("void", 640000)
    assert registration.needs_attention
    assert letters(registration)[2:] == ["owner_invoice_failed"]
    assert is_well()
    send_new_invoice(registration_id=registration.pk, user=None)
    bring_in_line(invoice_id=invoice_of(registration).pk)
    assert [one["status"] for one in stripe.invoices.values()] == ["void", "open"]
    assert is_well()


def test_voided_when_all_of_it_was_taken_back_is_missed_by_nobody(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    cancel(
        registration_id=registration.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0
    )
    stripe_gateway.void_invoice(account="", invoice_id=invoice_of(registration).invoice_id)
    stripe.deliver()
    bring_in_line(invoice_id=invoice_of(registration).pk)
    registration.refresh_from_db()
    assert (invoice_of(registration).status, registration.balance_due()) == ("void", 0)
    assert not registration.needs_attention
    assert letters(registration)[2:] == ["cancelled"]
    assert history(registration)[-2:] == ["invoice_not_missed", "credit_note_dropped"]
    assert is_well()


def test_look_at_what_was_never_made_changes_nothing(offering: Offering) -> None:
    invoice = invoice_of(make_invoiced(offering))
    assert sync(invoice_id=invoice.pk).status == Invoice.Status.CREATED
