"""Money for invoices that came in more than one way: what is too much goes back, or is decided."""

from collections.abc import Callable
from functools import partial

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations import stripe_gateway
from registrations.models import Actor, Registration
from registrations.overpaid import owed_to_payer, still_asked
from registrations.services import (
    bring_in_line,
    cancel,
    change_date,
    give_money_back,
    paid_back_from_bank,
    paid_into_bank,
    quote,
    quote_date,
    send_new_invoice,
    settle,
    write_off,
)
from registrations.states import MoveNotAllowed
from tests.factories import make_offering
from tests.invoiced import TODAY, in_line, invoice_of, is_well, ledger, letters, sent
from tests.registrations.other_dates import another_date
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

PRICE, DEARER = 500000, 710000
MORE = DEARER - PRICE
TOO_MUCH = "owner_invoice_twice"


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, seats=4, price=PRICE)


@pytest.fixture
def make_other(offering: Offering) -> Callable[..., Offering]:
    return partial(another_date, offering)


def change(registration: Registration, to: Offering) -> Registration:
    registration.refresh_from_db()
    shown = quote_date(registration, to=to, actor=Actor.OWNER).shown
    return change_date(registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=shown)


def into_bank(registration: Registration, number: int = 0, amount: int | None = None) -> None:
    invoice = registration.invoices.order_by("pk")[number]
    paid_into_bank(invoice_id=invoice.pk, paid_on=TODAY, user=None, amount=amount)


def pay_by_card(registration: Registration, stripe: Simulator, number: int = 0) -> None:
    stripe.pay_invoice(registration.invoices.order_by("pk")[number].invoice_id)


def stands(registration: Registration) -> tuple[int, int, bool]:
    """What is still asked for, what is owed to the payer, and whether the owner knows."""
    registration.refresh_from_db()
    assert is_well()
    asked, owed = still_asked(registration), owed_to_payer(registration)
    return asked, owed, registration.needs_attention


def test_what_came_twice_stays_owed_though_a_dearer_date_is_invoiced(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    """Given up, paid at Stripe and into the bank; then a cheaper date, the dearer one again, and
    its invoice given up as well."""
    dearer = make_other(price=DEARER)
    registration = sent(dearer)
    invoice = invoice_of(registration)
    write_off(invoice_id=invoice.pk, user=None)
    stripe.mark_uncollectible(invoice.invoice_id)
    stripe.pay_invoice(invoice.invoice_id)
    into_bank(registration)
    assert stands(registration) == (0, 0, False)
    change(registration, offering)
    in_line(registration)
    assert stands(registration) == (0, DEARER, True)
    change(registration, dearer)
    assert stands(registration) == (MORE, DEARER, True)
    paid_back_from_bank(registration_id=registration.pk, user=None)
    assert stands(registration) == (MORE, 0, False)
    in_line(registration)
    write_off(invoice_id=invoice_of(registration).pk, user=None)
    in_line(registration)
    assert stands(registration) == (0, 0, False)
    assert registration.balance_due() == 0
    assert letters(registration).count(TOO_MUCH) == 1


def test_what_came_twice_is_told_though_another_invoice_is_unpaid(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    """Two invoices; the second one is paid twice, a part of the first one is taken back, and the
    rest of it given up."""
    registration = sent(offering)
    change(registration, make_other(price=DEARER))
    first, second = registration.invoices.order_by("pk")
    stripe.mark_uncollectible(first.invoice_id)
    bring_in_line(invoice_id=second.pk)
    pay_by_card(registration, stripe, 1)
    into_bank(registration, 1)
    change(registration, offering)
    assert stands(registration) == (PRICE - MORE, 0, False)
    bring_in_line(invoice_id=second.pk)
    assert stands(registration) == (PRICE - MORE, MORE, True)
    assert letters(registration)[-3:] == ["date_changed", "invoice_paid", TOO_MUCH]
    stripe.deliver()
    in_line(registration)
    assert stands(registration) == (0, MORE, True)
    give_money_back(registration_id=registration.pk, user=None)
    assert stands(registration) == (0, 0, False)
    assert [refund.amount for refund in registration.refunds.all()] == [MORE]


def paid_twice_beside_an_unpaid_one(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> Registration:
    registration = sent(offering)
    change(registration, make_other(price=DEARER))
    in_line(registration)
    into_bank(registration, 1)
    pay_by_card(registration, stripe, 1)
    in_line(registration)
    assert stands(registration) == (PRICE, MORE, True)
    return registration


def test_it_is_settled_by_no_click(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    registration = paid_twice_beside_an_unpaid_one(offering, make_other, stripe)
    with pytest.raises(MoveNotAllowed):
        settle(registration_id=registration.pk, user=None)
    write_off(invoice_id=registration.invoices.order_by("pk")[0].pk, user=None)
    assert stands(registration) == (0, MORE, True)
    with pytest.raises(MoveNotAllowed):
        settle(registration_id=registration.pk, user=None)


def test_an_invoice_paid_as_asked_is_not_told_as_too_much(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    registration = paid_twice_beside_an_unpaid_one(offering, make_other, stripe)
    assert letters(registration).count(TOO_MUCH) == 1
    into_bank(registration, 0)
    assert stands(registration) == (0, MORE, True)
    assert letters(registration)[-1] == "invoice_paid"
    pay_by_card(registration, stripe, 0)
    in_line(registration)
    assert stands(registration) == (0, MORE + PRICE, True)
    assert letters(registration).count(TOO_MUCH) == 2
    assert letters(registration).count("invoice_paid") == 4


def test_who_leaves_sees_what_goes_back_and_what_is_asked(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    registration = paid_twice_beside_an_unpaid_one(offering, make_other, stripe)
    # A fee of 90 % leaves 639000 of 710000: the unpaid invoice is credited first.
    costs = quote(registration, numbers=None, percent=90)
    assert (costs.refund, costs.still_owed) == (MORE, PRICE - 71000)
    cancel(
        registration_id=registration.pk,
        numbers=None,
        actor=Actor.OWNER,
        quoted_refund=MORE,
        percent=90,
    )
    in_line(registration)
    assert stands(registration) == (PRICE - 71000, MORE, True)
    told = registration.letters.get(kind="cancelled")
    assert "4\N{NO-BREAK SPACE}290" in told.text


@pytest.mark.parametrize("then", ["paid back", "invoiced anew"])
def test_the_flag_stays_for_the_other_of_two_reasons(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator, then: str
) -> None:
    """One invoice was paid twice, and another one is voided."""
    registration = paid_twice_beside_an_unpaid_one(offering, make_other, stripe)
    first = registration.invoices.order_by("pk")[0]
    stripe_gateway.void_invoice(account="", invoice_id=first.invoice_id)
    stripe.deliver()
    assert stands(registration) == (PRICE, MORE, True)
    if then == "paid back":
        paid_back_from_bank(registration_id=registration.pk, user=None)
        assert stands(registration) == (PRICE, 0, True)
        send_new_invoice(registration_id=registration.pk, user=None)
    else:
        send_new_invoice(registration_id=registration.pk, user=None)
        assert stands(registration) == (PRICE, MORE, True)
        paid_back_from_bank(registration_id=registration.pk, user=None)
    assert stands(registration) == (PRICE, 0, False)


def test_what_was_given_up_stays_given_up_though_it_is_voided(
    offering: Offering, stripe: Simulator
) -> None:
    registration = sent(offering)
    invoice = invoice_of(registration)
    write_off(invoice_id=invoice.pk, user=None)
    in_line(registration)
    stripe_gateway.void_invoice(account="", invoice_id=invoice.invoice_id)
    stripe.deliver()
    in_line(registration)
    assert stands(registration) == (0, 0, False)
    assert ledger(registration)[1:] == [("written_off", -PRICE)]
    into_bank(registration)
    in_line(registration)
    assert stands(registration) == (0, 0, False)
    assert invoice_of(registration).status == "paid"


def test_more_than_is_open_beside_a_credit_note_under_way(
    offering: Offering, make_other: Callable[..., Offering], stripe: Simulator
) -> None:
    """The credit note was ordered while the invoice was open, and is made of an open one."""
    registration = sent(make_other(price=DEARER))
    change(registration, offering)
    into_bank(registration, amount=PRICE + 1000)
    in_line(registration)
    assert stands(registration) == (0, 1000, True)
    assert letters(registration)[-1] == "owner_pay_back_by_bank"
