"""Discounts and taxes on a session, and the account behind a key."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe_simulator import Simulator

from .conftest import KEY, Opener
from .test_checkout import line


@pytest.mark.parametrize(
    ("inclusive", "subtotal", "tax", "total"),
    [(True, 100_000, 20_000, 100_000), (False, 100_000, 25_000, 125_000)],
)
def test_taxes(
    client: stripe.StripeClient,
    open_session: Opener,
    inclusive: bool,
    subtotal: int,
    tax: int,
    total: int,
) -> None:
    rate = client.v1.tax_rates.create(
        params={"display_name": "Mva.", "percentage": 25, "inclusive": inclusive}
    )
    session = open_session(line_items=[line(tax_rates=[rate.id])])
    assert (session.amount_subtotal, session.amount_total) == (subtotal, total)
    assert session.total_details.amount_tax == tax


@pytest.mark.parametrize(
    ("coupon", "discount"),
    [
        ({"percent_off": 10}, 30_000),
        ({"amount_off": 50_000, "currency": "nok"}, 50_000),
        ({"amount_off": 900_000, "currency": "nok"}, 300_000),
    ],
)
def test_discounts(
    client: stripe.StripeClient, open_session: Opener, coupon: dict[str, Any], discount: int
) -> None:
    made = client.v1.coupons.create(params={"duration": "once", **coupon})
    session = open_session(
        line_items=[line(100_000), line(200_000)], discounts=[{"coupon": made.id}]
    )
    assert session.total_details.amount_discount == discount
    assert session.amount_total == 300_000 - discount


def test_a_coupon_in_another_currency(client: stripe.StripeClient, open_session: Opener) -> None:
    made = client.v1.coupons.create(params={"amount_off": 100, "currency": "sek"})
    with pytest.raises(stripe.InvalidRequestError):
        open_session(discounts=[{"coupon": made.id}])


def test_a_whole_discount_needs_no_payment(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    made = client.v1.coupons.create(params={"percent_off": 100, "id": "GRATIS"})
    session = open_session(discounts=[{"coupon": made.id}])
    assert session.amount_total == 0
    sim.pay(session.id)
    paid = client.v1.checkout.sessions.retrieve(session.id)
    assert (paid.status, paid.payment_status) == ("complete", "no_payment_required")
    assert paid.payment_intent is None


def test_the_account(sim: Simulator, client: stripe.StripeClient) -> None:
    account = client.v1.accounts.retrieve_current()
    assert (account.country, account.default_currency) == ("NO", "nok")
    sim.describe_account(KEY, country="SE", default_currency="sek")
    again = client.v1.accounts.retrieve_current()
    assert (again.id, again.default_currency) == (account.id, "sek")
    other = stripe.StripeClient("sk_test_two", http_client=sim.http_client())
    assert other.v1.accounts.retrieve_current().id != account.id
