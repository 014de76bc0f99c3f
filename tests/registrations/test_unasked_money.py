"""Money in the bank that nothing asked for: noted once, told, and given back or put to use."""

from django.test import Client

import pytest

from courses.models import Offering
from registrations.models import Actor, LedgerLine, Registration
from registrations.services import (
    AlreadyNoted,
    NotPossible,
    cancel,
    expire_hold,
    give_seat,
    mark_paid,
    note_unasked_money,
    paid_back_from_bank,
    paid_into_bank,
    start_checkout,
    write_off,
    write_off_loss,
)
from registrations.states import State
from tests.factories import make_registration
from tests.invoiced import (
    TODAY,
    history,
    in_line,
    invoice_of,
    is_well,
    later,
    ledger,
    letters,
    sent,
)
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

PRICE = 640_000


def came(registration: Registration, *, amount: int = PRICE, owed_before: int = 0) -> None:
    note_unasked_money(
        registration_id=registration.pk,
        amount=amount,
        owed_before=owed_before,
        paid_on=TODAY,
        user=None,
    )
    registration.refresh_from_db()


def paid_back(registration: Registration) -> None:
    paid_back_from_bank(registration_id=registration.pk, user=None)
    registration.refresh_from_db()


def paid_by_card(offering: Offering, stripe: Simulator) -> Registration:
    registration = make_registration(offering)
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    registration.refresh_from_db()
    return registration


def test_invoice_paid_into_the_bank_twice_is_paid_back_m3(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    paid_into_bank(invoice_id=invoice_of(registration).pk, paid_on=TODAY, user=None)
    in_line(registration)
    came(registration)
    assert ledger(registration)[1:] == [("bank_payment", -PRICE)] * 2
    assert (registration.needs_attention, registration.balance_due()) == (True, -PRICE)
    assert (history(registration)[-1], letters(registration)[-1]) == (
        "unasked_money",
        "paid_too_much",
    )
    paid_back(registration)
    assert (registration.needs_attention, registration.balance_due()) == (False, 0)
    assert letters(registration)[-1] == "refunded"
    assert is_well()


def test_the_same_money_is_noted_once_m7(offering: Offering, stripe: Simulator) -> None:
    registration = paid_by_card(offering, stripe)
    came(registration)
    with pytest.raises(AlreadyNoted):
        came(registration)
    assert registration.balance_due() == -PRICE
    came(registration, amount=500, owed_before=PRICE)
    assert registration.balance_due() == -PRICE - 500
    assert is_well()


@pytest.mark.parametrize("amount", [0, -1])
def test_no_money_is_not_noted(offering: Offering, stripe: Simulator, amount: int) -> None:
    registration = paid_by_card(offering, stripe)
    with pytest.raises(NotPossible):
        came(registration, amount=amount)


def test_money_belongs_where_something_is_still_to_be_paid(
    offering: Offering, stripe: Simulator
) -> None:
    held, invoiced = make_registration(offering), sent(offering)
    for registration in (held, invoiced):
        with pytest.raises(NotPossible):
            came(registration)
    write_off(invoice_id=invoice_of(invoiced).pk, user=None)
    with pytest.raises(NotPossible):
        came(invoiced)
    assert not LedgerLine.objects.filter(kind="bank_payment").exists()


def test_money_for_a_credited_invoice_goes_back(offering: Offering, stripe: Simulator) -> None:
    registration = sent(offering)
    cancel(
        registration_id=registration.pk, numbers=None, actor=Actor.OWNER, quoted_refund=0, percent=0
    )
    in_line(registration)
    came(registration)
    assert (registration.state, registration.balance_due()) == (State.CANCELLED, -PRICE)
    assert letters(registration)[-1] == "paid_late"
    paid_back(registration)
    assert (registration.needs_attention, registration.balance_due()) == (False, 0)
    assert is_well()


def test_money_that_came_into_the_bank_too_late_gives_the_seat(offering: Offering) -> None:
    registration = make_registration(offering)
    with later(days=1):
        expire_hold(registration_id=registration.pk)
        registration.refresh_from_db()
        came(registration)
        assert (registration.state, registration.needs_attention) == (State.EXPIRED, True)
        assert letters(registration)[-1] == "paid_late"
        give_seat(registration_id=registration.pk, user=None)
    registration.refresh_from_db()
    assert (registration.state, registration.needs_attention) == (State.CONFIRMED, False)
    assert (registration.balance_due(), letters(registration)[-1]) == (0, "confirmed")
    assert is_well()


def test_what_the_bank_had_taken_is_paid_by_it_first(offering: Offering, stripe: Simulator) -> None:
    registration = paid_by_card(offering, stripe)
    dispute_id = stripe.dispute(next(iter(stripe.charges)))
    stripe.deliver()
    stripe.close_dispute(dispute_id, won=False)
    stripe.deliver()
    assert registration.balance_due() == PRICE
    came(registration, amount=PRICE - 100)
    assert (registration.balance_due(), history(registration)[-1]) == (100, "paid_outside")
    assert letters(registration)[-1] == "rest_paid"
    came(registration, amount=300)
    assert (registration.balance_due(), registration.needs_attention) == (-200, True)
    assert is_well()


def test_a_loss_that_was_written_off_is_taken_up_again(
    offering: Offering, stripe: Simulator
) -> None:
    registration = paid_by_card(offering, stripe)
    dispute_id = stripe.dispute(next(iter(stripe.charges)))
    stripe.deliver()
    stripe.close_dispute(dispute_id, won=False)
    stripe.deliver()
    write_off_loss(registration_id=registration.pk, user=None)
    came(registration)
    assert ledger(registration)[-2:] == [("bank_payment", -PRICE), ("write_off_undone", PRICE)]
    assert (registration.balance_due(), registration.needs_attention) == (0, False)
    assert is_well()


VERB = "/admin/registrations/registration/money-came/"


def test_the_owner_notes_it_in_her_own_way_of_writing(
    offering: Offering, owner: Client, stripe: Simulator
) -> None:
    registration = paid_by_card(offering, stripe)
    page = owner.get(f"{VERB}{registration.pk}/")
    assert 'name="owed_before" value="0"' in page.text
    assert "Owed before" not in page.text
    typed = {"amount": "6,400.50", "paid_on": TODAY.isoformat(), "owed_before": "0"}
    told = owner.post(f"{VERB}{registration.pk}/", typed, follow=True)
    assert "The money is noted" in told.text
    assert ledger(registration)[-1] == ("bank_payment", -640050)
    again = owner.post(f"{VERB}{registration.pk}/", typed, follow=True)
    assert "perhaps the money is noted already" in again.text
    assert registration.ledger.filter(kind="bank_payment").count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("amount", "", "This field is required."),
        ("amount", "much", "Write the amount as a number, such as 6400.50."),
        ("amount", "0", "Write the amount as a number, such as 6400.50."),
        ("amount", "99999999999", "Write the amount as a number, such as 6400.50."),
        ("paid_on", "2999-01-01", "Choose today or a day before."),
    ],
)
def test_what_was_mistyped_is_said(
    offering: Offering, owner: Client, stripe: Simulator, field: str, typed: str, said: str
) -> None:
    registration = paid_by_card(offering, stripe)
    right = {"amount": "6400", "paid_on": TODAY.isoformat(), "owed_before": "0"}
    page = owner.post(f"{VERB}{registration.pk}/", {**right, field: typed})
    assert said in page.text
    assert not registration.ledger.filter(kind="bank_payment").exists()


def test_money_noted_without_an_invoice_is_what_is_asked_for(offering: Offering) -> None:
    """Where something is asked for, the older verb confirms by it; this one comes after."""
    held = make_registration(offering)
    mark_paid(registration_id=held.pk, paid_on=TODAY, user=None)
    held.refresh_from_db()
    came(held, amount=500)
    assert (held.balance_due(), held.needs_attention) == (-500, True)
    assert is_well()
