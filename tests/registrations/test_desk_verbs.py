"""What the owner does by hand to one registration: time, money from elsewhere, names and notes."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

import pytest

from cms.models import Role
from courses.models import Offering
from registrations.invariants import broken_invariants
from registrations.models import InternalNote, Registration
from registrations.services import (
    AlreadyAsked,
    InvoiceFacts,
    NoLonger,
    NothingToPay,
    NotPossible,
    NoWords,
    WrongMethod,
    add_note,
    ask_for_names_now,
    cancel,
    confirm_free_of_charge,
    confirm_on_invoice,
    extend,
    mark_paid,
    paid_back_from_bank,
    send_pay_link,
    start_checkout,
)
from registrations.states import State
from tests.factories import (
    make_invoiced,
    make_offering,
    make_practice,
    make_registration,
    make_user,
)
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

DESK = "/admin/registrations/registration/"
EMPLOYER = InvoiceFacts(
    organisation="Fjellvang kommune", organisation_country="NO", organisation_number="974760673"
)


@pytest.fixture
def held(offering: Offering) -> Registration:
    """Two seats that await a payment by card."""
    return make_registration(offering, people=2)


def kinds(registration: Registration) -> list[str]:
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def ledger(registration: Registration) -> list[tuple[str, int]]:
    return list(registration.ledger.values_list("kind", "amount"))


def today() -> Any:
    return timezone.now().date()


def test_more_time_holds_the_seats_and_tells_until_when(held: Registration) -> None:
    until = timezone.now() + timedelta(days=3)
    extend(registration_id=held.pk, until=until, user=None)
    held.refresh_from_db()
    assert (held.hold_until, held.pay_by, kinds(held)) == (until, until, ["seats_held", "extended"])
    assert held.history.latest("pk").action == "extended"


def test_no_less_time_and_none_after_the_start(held: Registration) -> None:
    start = held.offering.first_start
    assert start is not None
    for until in (timezone.now(), start + timedelta(minutes=1)):
        with pytest.raises(NoLonger):
            extend(registration_id=held.pk, until=until, user=None)
    booked = make_invoiced(held.offering)
    with pytest.raises(NotPossible):
        extend(registration_id=booked.pk, until=start, user=None)
    assert kinds(held) == ["seats_held"]


def test_the_way_to_pay_is_sent_once_a_minute(held: Registration) -> None:
    first = [send_pay_link(registration_id=held.pk, user=None) for _click in range(2)]
    assert (first, kinds(held)) == ([True, False], ["seats_held", "pay_link"])
    letter = held.letters.get(kind="pay_link")
    assert held.own_address in letter.text
    with pytest.raises(NothingToPay):
        send_pay_link(registration_id=make_invoiced(held.offering).pk, user=None)


def test_money_in_the_bank_confirms_and_is_booked(held: Registration) -> None:
    mark_paid(registration_id=held.pk, paid_on=today(), user=None)
    held.refresh_from_db()
    assert (held.state, held.method, held.hold_until) == (State.CONFIRMED, "bank", None)
    assert ledger(held) == [("price", 1280000), ("bank_payment", -1280000)]
    assert (kinds(held), list(broken_invariants())) == (["seats_held", "confirmed"], [])
    with pytest.raises(NothingToPay):
        mark_paid(registration_id=held.pk, paid_on=today(), user=None)


def test_what_came_into_the_bank_goes_back_from_there(held: Registration) -> None:
    mark_paid(registration_id=held.pk, paid_on=today(), user=None)
    cancel(registration_id=held.pk, numbers=[2], actor="owner", quoted_refund=640000, percent=0)
    held.refresh_from_db()
    assert (held.needs_attention, held.balance_due()) == (True, -640000)
    paid_back_from_bank(registration_id=held.pk, user=None)
    held.refresh_from_db()
    assert (held.needs_attention, held.balance_due()) == (False, 0)
    assert list(broken_invariants()) == []


def test_who_paid_by_card_meanwhile_has_paid_once(held: Registration, stripe: Simulator) -> None:
    attempt = start_checkout(registration_id=held.pk)
    stripe.pay(attempt.session_id)
    with pytest.raises(NothingToPay):
        mark_paid(registration_id=held.pk, paid_on=today(), user=None)
    held.refresh_from_db()
    assert (held.state, held.balance_due()) == (State.CONFIRMED, 0)


def test_an_invoice_goes_out_instead_of_the_card(offering: Offering) -> None:
    held = make_registration(offering, payer="employer", organisation="Fjellvang")
    confirm_on_invoice(registration_id=held.pk, facts=EMPLOYER, user=None)
    held.refresh_from_db()
    assert (held.state, held.method, held.organisation) == (
        State.CONFIRMED,
        "invoice",
        "Fjellvang kommune",
    )
    assert [invoice.amount for invoice in held.invoices.all()] == [640000]
    assert list(broken_invariants()) == []


def test_no_invoice_asks_for_what_was_paid_by_card(offering: Offering, stripe: Simulator) -> None:
    held = make_registration(offering, payer="employer", organisation="Fjellvang")
    attempt = start_checkout(registration_id=held.pk)
    part = {"amount": -100000, "currency": held.currency, "payment_attempt": attempt}
    held.ledger.create(kind="payment", **part)
    with pytest.raises(NotPossible):
        confirm_on_invoice(registration_id=held.pk, facts=EMPLOYER, user=None)
    held.refresh_from_db()
    assert (held.state, held.invoices.count()) == (State.AWAITING_PAYMENT, 0)


def test_a_private_person_is_not_invoiced(held: Registration) -> None:
    with pytest.raises(WrongMethod):
        confirm_on_invoice(registration_id=held.pk, facts=EMPLOYER, user=None)
    held.refresh_from_db()
    assert (held.state, held.organisation) == (State.AWAITING_PAYMENT, "")


def test_complimentary_seats_are_a_discount_with_a_reason(held: Registration) -> None:
    with pytest.raises(NoWords):
        confirm_free_of_charge(registration_id=held.pk, reason=" ", user=None)
    confirm_free_of_charge(registration_id=held.pk, reason="She teaches here.", user=None)
    held.refresh_from_db()
    assert (held.state, held.method, held.total.gross) == (State.CONFIRMED, "none", 0)
    assert ledger(held) == [("price", 1280000), ("discount", -1280000)]
    assert [note.text for note in InternalNote.objects.all()] == ["She teaches here."]
    assert list(broken_invariants()) == []


def test_names_are_asked_for_once_a_day(offering: Offering) -> None:
    booked = make_invoiced(offering, people=2)
    with pytest.raises(NotPossible):
        ask_for_names_now(registration_id=booked.pk, user=None)
    booked.participants.filter(number=2).update(name="")
    ask_for_names_now(registration_id=booked.pk, user=None)
    with pytest.raises(AlreadyAsked):
        ask_for_names_now(registration_id=booked.pk, user=None)
    assert kinds(booked) == ["confirmed", "owner_new", "names_missing"]


def test_a_note_is_in_the_history_and_on_no_page_of_the_participant(
    held: Registration, owner: Client, client: Client
) -> None:
    owner.post(f"{DESK}note/{held.pk}/", {"text": "Rang twice, very kind"})
    add_note(registration_id=held.pk, user=None, text="x" * 10)
    page = owner.get(f"{DESK}inspect/{held.pk}/").content.decode()
    assert "Rang twice, very kind" in page
    own_pages = [client.get(held.get_absolute_url())]
    own_pages += [client.get(person.get_absolute_url()) for person in held.participants.all()]
    assert [b"Rang twice" in own.content for own in own_pages] == [False] * 3
    line = held.history.get(note__text="Rang twice, very kind")
    assert (line.action, line.why) == ("noted", "")


def test_every_verb_that_cannot_be_done_says_why(
    held: Registration, owner: Client, offering: Offering
) -> None:
    page = owner.get(f"{DESK}inspect/{held.pk}/")
    may = {verb.name for verb in page.context["verbs"]}
    assert may == {
        *("confirm", "mark_paid", "extend", "send_pay_link", "edit_names"),
        *("substitute", "note", "write", "give_up"),
    }
    text = page.content.decode()
    for verb in page.context["verbs_not_now"]:
        assert verb.reason
        assert f'aria-describedby="why-{verb.name}"' in text
        assert f'id="why-{verb.name}"' in text
    other = owner.get(f"{DESK}inspect/{make_invoiced(offering).pk}/").context
    reasons = {verb.name: verb.reason for verb in other["verbs_not_now"]}
    assert reasons["mark_paid"].startswith("It is invoiced")
    assert reasons["approve"] == "It does not await a review."


def test_the_page_costs_no_more_for_ten_than_for_one(owner: Client, offering: Offering) -> None:
    counts = []
    for people in (1, 10):
        row = make_invoiced(make_offering(offering.practice), people=people)
        for _note in range(people):
            add_note(registration_id=row.pk, user=None, text="Called")
        owner.get(f"{DESK}inspect/{row.pk}/")
        with CaptureQueriesContext(connection) as queries:
            owner.get(f"{DESK}inspect/{row.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 30


def test_the_pages_of_the_verbs_do_what_they_say(owner: Client, held: Registration) -> None:
    for verb in ("extend", "mark-paid", "confirm"):
        assert owner.get(f"{DESK}{verb}/{held.pk}/").status_code == 200
    owner.post(f"{DESK}send-pay-link/{held.pk}/")
    wrong = owner.post(f"{DESK}confirm/{held.pk}/", {"way": "free", "reason": ""})
    assert wrong.context["form"].errors == {"reason": ["Write why."]}
    owner.post(f"{DESK}confirm/{held.pk}/", {"way": "bank", "paid_on": str(today())})
    held.refresh_from_db()
    assert (held.state, kinds(held)) == (State.CONFIRMED, ["seats_held", "pay_link", "confirmed"])
    refused = owner.post(f"{DESK}mark-paid/{held.pk}/", {"paid_on": str(today())}, follow=True)
    assert "Nothing is to be paid here now." in refused.content.decode()


@pytest.mark.parametrize("verb", ["extend", "mark-paid", "confirm"])
def test_somebody_elses_registration_is_nowhere(verb: str, held: Registration) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    client = Client()
    client.force_login(make_user(practice=other, role=Role.OWNER))
    answers = [client.get(f"{DESK}{verb}/{held.pk}/"), client.post(f"{DESK}{verb}/{held.pk}/")]
    posts = ("send-pay-link", "ask-for-names", "note")
    answers += [client.post(f"{DESK}{name}/{held.pk}/", {"text": "x"}) for name in posts]
    assert [answer.status_code for answer in answers] == [404] * 5
    assert held.history.count() == 1
