"""Taking back what was invoiced: credit notes, and money back to where it came from."""

from datetime import timedelta

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import Offering
from registrations import stripe_gateway
from registrations.chores import run_chores
from registrations.models import Actor, CreditNote, Invoice, LedgerLine, Refund, Registration
from registrations.services import (
    NotPossible,
    call_off,
    cancel,
    change_date,
    give_money_back,
    quote,
)
from registrations.services.bank_money import paid_back_from_bank, paid_into_bank, write_off
from registrations.services.invoicing import invoice_difference, missing
from registrations.states import State
from registrations.stripe_gateway import OutcomeUnknown
from tests.factories import make_invoiced, make_offering
from tests.invoiced import (
    TODAY,
    in_line,
    is_well,
    ledger,
    letters,
    paid_by_bank,
    paid_by_card,
    sent,
)
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, vat_treatment="rate", vat_rate=2500, prices_include_vat=True)


def cancelled(
    registration: Registration, *, numbers: list[int] | None = None, percent: int = 0
) -> Registration:
    registration.refresh_from_db()
    costs = quote(registration, numbers=numbers, percent=percent)
    return cancel(
        registration_id=registration.pk,
        numbers=numbers,
        actor=Actor.OWNER,
        quoted_refund=costs.refund,
        percent=percent,
    )


def notes(stripe: Simulator) -> list[tuple[int, int, int]]:
    """Of each credit note: how much, how much of it before payment, how much by bank."""
    return [
        (note["amount"], note["pre_payment_amount"], note["out_of_band_amount"] or 0)
        for note in stripe.credit_notes.values()
    ]


def test_one_of_three_cancels_an_unpaid_invoice_at_half_price(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, people=3, language="en")
    cancelled(registration, numbers=[2], percent=50)
    assert is_well()
    in_line(registration)
    invoice = registration.invoices.get()
    [note] = invoice.credit_notes.all()
    assert (note.status, note.amount, note.vat) == ("issued", 320000, 64000)
    assert notes(stripe) == [(320000, 320000, 0)]
    [made] = stripe.credit_notes.values()
    assert (note.number, note.pdf_address) == (made["number"], made["pdf"])
    for words in (
        registration.reference,
        "Price taken back: NOK\N{NO-BREAK SPACE}6,400.",
        "Cancellation fee: NOK\N{NO-BREAK SPACE}3,200.",
        "Credited: NOK\N{NO-BREAK SPACE}3,200, of which VAT NOK\N{NO-BREAK SPACE}640.",
    ):
        assert words in made["memo"], words
    assert stripe.invoices[invoice.invoice_id]["amount_remaining"] == 1600000
    assert registration.balance_due() == 1600000
    assert letters(registration)[2:] == ["part_cancelled"]
    letter = registration.letters.get(kind="part_cancelled")
    assert "A credit note for NOK\N{NO-BREAK SPACE}3,200 comes to kari@example.org." in letter.text
    assert "NOK\N{NO-BREAK SPACE}16,000 is still to be paid" in letter.text
    assert "card" not in letter.text
    assert is_well()


def test_whole_unpaid_invoice_is_credited(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    cancelled(registration)
    in_line(registration)
    invoice = registration.invoices.get()
    assert (invoice.status, registration.balance_due()) == (Invoice.Status.CREDITED, 0)
    assert stripe.invoices[invoice.invoice_id]["status"] == "paid"
    assert (registration.state, registration.needs_attention) == (State.CANCELLED, False)
    stripe.deliver()
    assert ledger(registration) == [("price", 640000), ("price_taken_back", -640000)]
    assert letters(registration)[2:] == ["cancelled"]
    assert is_well()


def test_invoice_that_was_not_sent_yet_is_dropped_and_made_anew(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_invoiced(offering, people=2)
    cancelled(registration, numbers=[1])
    in_line(registration)
    rows = registration.invoices.order_by("pk").values_list("status", "amount")
    assert list(rows) == [("void", 1280000), ("open", 640000)]
    cancelled(registration)
    in_line(registration)
    assert notes(stripe) == [(640000, 640000, 0)]
    assert [made["total"] for made in stripe.invoices.values()] == [640000]
    assert is_well()


def test_unsent_invoice_of_somebody_who_leaves_is_never_sent(
    offering: Offering, stripe: Simulator
) -> None:
    registration = make_invoiced(offering)
    cancelled(registration)
    in_line(registration)
    assert (stripe.invoices, registration.balance_due()) == ({}, 0)
    assert "Nothing was charged" in _in_english(offering, stripe)
    assert is_well()


def _in_english(offering: Offering, stripe: Simulator) -> str:
    registration = make_invoiced(offering, language="en")
    cancelled(registration)
    return registration.letters.get(kind="cancelled").text


def test_paid_by_card_goes_back_to_the_card_less_the_fee(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, language="en")
    paid_by_card(registration, stripe)
    cancelled(registration, percent=50)
    assert is_well()
    stripe.deliver()
    in_line(registration)
    stripe.deliver()
    registration.refresh_from_db()
    assert ledger(registration)[1:] == [
        ("payment", -640000),
        ("price_taken_back", -640000),
        ("fee", 320000),
        ("refund", 320000),
    ]
    assert notes(stripe) == [(320000, 0, 0)]
    [refund] = stripe.refunds.values()
    row = Refund.objects.get()
    assert (row.refund_id, row.invoice, row.credit_note) == (
        refund["id"],
        registration.invoices.get(),
        CreditNote.objects.get(),
    )
    assert (row.amount, row.status) == (320000, "succeeded")
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert letters(registration)[2:] == ["invoice_paid", "cancelled", "refunded"]
    assert "back to the card" in registration.letters.get(kind="cancelled").text
    assert is_well()


def test_paid_into_the_bank_goes_back_from_there_less_the_fee(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, language="en")
    paid_by_bank(registration)
    cancelled(registration, percent=50)
    assert "back to your bank account" in registration.letters.get(kind="cancelled").text
    in_line(registration)
    assert notes(stripe) == [(320000, 0, 320000)]
    assert stripe.refunds == {}
    assert (registration.balance_due(), registration.needs_attention) == (-320000, True)
    assert letters(registration)[2:] == ["invoice_paid", "cancelled", "owner_pay_back_by_bank"]
    assert is_well()
    with pytest.raises(NotPossible):
        give_money_back(registration_id=registration.pk, user=None)
    paid_back_from_bank(registration_id=registration.pk, user=None)
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert ledger(registration)[-1] == ("bank_refund", 320000)
    told = registration.letters.get(kind="refunded").text
    assert "NOK\N{NO-BREAK SPACE}3,200 has been paid back to your bank account." in told
    assert is_well()


@pytest.mark.parametrize("way", ["card", "bank", "unpaid"])
@pytest.mark.parametrize("fault", ["drop", "drop_after", "error_500_after"])
@pytest.mark.parametrize("waited", [timedelta(minutes=3), timedelta(hours=25)])
def test_credit_note_whose_answer_is_lost_is_made_once_m5(
    offering: Offering, stripe: Simulator, way: str, fault: str, waited: timedelta
) -> None:
    registration = sent(offering)
    if way == "card":
        paid_by_card(registration, stripe)
    elif way == "bank":
        paid_by_bank(registration)
    cancelled(registration)
    stripe.faults.add("POST /v1/credit_notes", fault, times=3)
    with pytest.raises(OutcomeUnknown):
        in_line(registration)
    stripe.advance(int(waited.total_seconds()))
    with time_machine.travel(timezone.now() + waited):
        stripe.deliver()
        run_chores()
        run_chores()
    registration.refresh_from_db()
    assert len(stripe.credit_notes) == 1
    assert len(stripe.refunds) == (1 if way == "card" else 0)
    assert [row.status for row in CreditNote.objects.all()] == ["issued"]
    assert registration.needs_attention == (way == "bank")
    assert registration.balance_due() == (-640000 if way == "bank" else 0)
    assert is_well()


def test_paid_before_the_credit_note_was_sent_goes_back_by_card_m6(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    cancelled(registration)
    stripe.pay_invoice(registration.invoices.get().invoice_id)
    in_line(registration)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert notes(stripe) == [(640000, 0, 0)]
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000]
    assert is_well()


def test_webhook_of_a_refund_that_is_quicker_than_our_answer_adopts_nothing(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    paid_by_card(registration, stripe)
    cancelled(registration)
    stripe.faults.add("POST /v1/credit_notes", "drop_after", times=3)
    with pytest.raises(OutcomeUnknown):
        in_line(registration)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert "owner_refund_adopted" not in letters(registration)
    assert is_well()


def test_refused_credit_note_is_told_and_taken_in_when_made_by_hand(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    invoice = registration.invoices.get()
    stripe_gateway.create_credit_note(
        account="",
        parameters={"invoice": invoice.invoice_id, "amount": 600000},
        idempotency_key="by-hand",
    )
    cancelled(registration)
    in_line(registration)
    assert (registration.needs_attention, letters(registration)[-1]) == (
        True,
        "owner_credit_failed",
    )
    assert registration.history.filter(action="credit_note_adopted").count() == 1
    assert is_well()
    stripe_gateway.create_credit_note(
        account="",
        parameters={"invoice": invoice.invoice_id, "amount": 40000},
        idempotency_key="the-rest",
    )
    stripe.deliver()
    assert registration.invoices.get().status == Invoice.Status.CREDITED
    assert missing(registration).gross == 0
    assert is_well()


def test_refund_along_with_a_credit_note_that_fails_later_is_owed_again_m7(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    paid_by_card(registration, stripe)
    cancelled(registration)
    in_line(registration)
    [refund_id] = stripe.refunds
    stripe.fail_refund(refund_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (-640000, True)
    give_money_back(registration_id=registration.pk, user=None)
    run_chores_later()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert [refund["amount"] for refund in stripe.refunds.values()] == [640000, 640000]
    assert is_well()


def run_chores_later() -> None:
    with time_machine.travel(timezone.now() + timedelta(minutes=3)):
        run_chores()


def test_refund_of_an_invoice_in_stripes_dashboard_is_adopted(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    paid_by_card(registration, stripe)
    [charge_id] = stripe.charges
    stripe.dashboard_refund(charge_id, 100000)
    stripe.deliver()
    registration.refresh_from_db()
    assert ledger(registration)[2:] == [("refund", 100000)]
    assert registration.needs_attention
    assert Refund.objects.get().invoice == registration.invoices.get()
    assert is_well()


def test_more_is_owed_after_a_change_and_invoiced_for_itself(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    for kind, amount, vat in (("price_taken_back", -640000, -128000), ("price", 740000, 148000)):
        LedgerLine.objects.create(
            registration=registration, kind=kind, amount=amount, vat=vat, currency="NOK"
        )
    for _ in range(2):
        invoice_difference(registration, words="Moved to another date.")
    in_line(registration)
    rows = registration.invoices.order_by("pk").values_list("status", "amount", "vat")
    assert list(rows) == [("open", 640000, 128000), ("open", 100000, 20000)]
    last = list(stripe.invoices.values())[-1]
    lines = {line["description"]: line["amount"] for line in last["lines"]["data"]}
    assert lines["Moved to another date."] == 80000
    LedgerLine.objects.create(
        registration=registration, kind="discount", amount=-300000, vat=-60000, currency="NOK"
    )
    invoice_difference(registration)
    in_line(registration)
    # The newer invoice first, and of the older what is left.
    assert sorted(notes(stripe)) == [(100000, 100000, 0), (200000, 200000, 0)]
    assert missing(registration) == (0, 0)


def test_unpaid_invoices_are_credited_before_paid_ones(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    paid_by_card(registration, stripe)
    for amount, vat in ((100000, 20000), (-300000, -60000)):
        kind = "price" if amount > 0 else "discount"
        LedgerLine.objects.create(
            registration=registration, kind=kind, amount=amount, vat=vat, currency="NOK"
        )
        invoice_difference(registration)
        in_line(registration)
    assert sorted(notes(stripe)) == [(100000, 100000, 0), (200000, 0, 0)]
    assert [refund["amount"] for refund in stripe.refunds.values()] == [200000]
    assert registration.balance_due() == 0


def test_what_was_written_off_is_not_owed_back(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering, people=2)
    write_off(invoice_id=registration.invoices.get().pk, user=None)
    in_line(registration)
    cancelled(registration, numbers=[1])
    in_line(registration)
    assert (registration.balance_due(), stripe.credit_notes) == (0, {})
    assert ledger(registration)[-1] == ("write_off_undone", 640000)
    assert is_well()
    stripe.pay_invoice(registration.invoices.get().invoice_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert (registration.balance_due(), registration.needs_attention) == (-640000, False)
    assert is_well()
    in_line(registration)
    assert notes(stripe) == [(640000, 0, 0)]
    assert registration.balance_due() == 0
    assert is_well()


def test_calling_off_credits_what_is_unpaid_and_pays_back_what_is_paid_l5(
    offering: Offering, stripe: Simulator
) -> None:
    unpaid, by_card, by_bank = (sent(offering) for _ in range(3))
    paid_by_card(by_card, stripe)
    paid_by_bank(by_bank)
    assert call_off(offering_id=offering.pk, user=None) == 3
    for registration in (unpaid, by_card, by_bank):
        in_line(registration)
    assert [r.balance_due() for r in (unpaid, by_card, by_bank)] == [0, 0, -640000]
    assert [r.needs_attention for r in (unpaid, by_card, by_bank)] == [False, False, True]
    assert is_well()


def test_bank_money_told_after_a_credit_note_was_ordered_keeps_the_order(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering, people=2)
    cancelled(registration, numbers=[1])
    paid_into_bank(invoice_id=registration.invoices.get().pk, paid_on=TODAY, user=None)
    cancelled(registration, numbers=[2], percent=50)
    in_line(registration)
    assert notes(stripe) == [(640000, 640000, 0), (320000, 0, 320000)]
    assert ledger(registration)[2:3] == [("bank_payment", -640000)]
    assert (registration.balance_due(), registration.needs_attention) == (-320000, True)
    assert is_well()


@pytest.mark.parametrize(
    ("price", "after"),
    [
        (740000, [("open", 640000, 0), ("open", 100000, 0)]),
        (500000, [("open", 640000, 140000)]),
        (0, [("credited", 640000, 640000)]),
    ],
)
def test_change_of_date_is_invoiced_or_credited(
    practice: Practice,
    offering: Offering,
    stripe: Simulator,
    price: int,
    after: list[tuple[str, int, int]],
) -> None:
    registration = sent(offering, language="en")
    to = make_offering(
        practice,
        course=offering.course,
        price=price,
        vat_treatment="rate",
        vat_rate=2500,
        prices_include_vat=True,
    )
    change_date(
        registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=(640000, price)
    )
    assert is_well()
    in_line(registration)
    rows = registration.invoices.order_by("pk")
    assert [(row.status, row.amount, row.credited) for row in rows] == after
    assert registration.balance_due() == price
    letter = registration.letters.get(kind="date_changed").text
    assert ("A credit note for" in letter) == (price < 640000)
    assert is_well()


def test_worked_example_of_the_documents(practice: Practice, stripe: Simulator) -> None:
    """Three seats, one cancelled at half price, the rest paid into the bank."""
    offering = make_offering(practice, price=513000, vat_treatment="rate", vat_rate=2500)
    registration = sent(offering, people=3)
    [invoice] = registration.invoices.all()
    assert (invoice.amount, invoice.vat) == (1923750, 384750)
    cancelled(registration, numbers=[2], percent=50)
    in_line(registration)
    [note] = CreditNote.objects.all()
    assert (note.amount, note.vat) == (320625, 64125)
    paid_by_bank(registration)
    assert ledger(registration) == [
        ("price", 1923750),
        ("price_taken_back", -641250),
        ("fee", 320625),
        ("bank_payment", -1603125),
    ]
    assert registration.balance_due() == 0
    assert is_well()
