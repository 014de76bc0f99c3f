"""A payment without a page: one of Stripe's test cards, charged at once."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe_simulator import NotSimulated, Simulator

from .conftest import Receiver


def params(**changes: Any) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "amount": 5_000,
        "currency": "nok",
        "confirm": True,
        "payment_method": "pm_card_visa",
        "automatic_payment_methods": {"enabled": True, "allow_redirects": "never"},
        "metadata": {"order": "7"},
        **changes,
    }
    return {name: value for name, value in asked.items() if value is not None}


def test_a_test_card_is_charged_at_once(
    client: stripe.StripeClient, sim: Simulator, receiver: Receiver
) -> None:
    intent = client.v1.payment_intents.create(params=params())
    assert (intent.status, intent.amount_received, intent.currency) == ("succeeded", 5_000, "nok")
    (charge,) = sim.charges.values()
    assert (charge["id"], charge["metadata"]) == (intent.latest_charge, {"order": "7"})
    sim.deliver()
    assert receiver.types == [
        "payment_intent.created",
        "charge.succeeded",
        "payment_intent.succeeded",
        "charge.updated",
    ]


def test_a_declined_card_is_said_so_and_again_under_the_same_key(
    client: stripe.StripeClient, sim: Simulator
) -> None:
    asked = params(payment_method="pm_card_chargeDeclined")
    for _ in range(2):
        with pytest.raises(stripe.CardError) as declined:
            client.v1.payment_intents.create(params=asked, options={"idempotency_key": "one"})
        assert (declined.value.http_status, declined.value.code) == (402, "card_declined")
    (intent,) = sim.payment_intents.values()
    assert intent["status"] == "requires_payment_method"
    assert sim.balance_transactions == {}


@pytest.mark.parametrize(
    ("changes", "param"),
    [
        ({"amount": 100}, "amount"),
        ({"payment_method": None}, "payment_method"),
        ({"payment_method": "pm_unknown"}, "payment_method"),
        ({"automatic_payment_methods": None}, "return_url"),
        ({"automatic_payment_methods": {"enabled": True}}, "return_url"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_refused(
    client: stripe.StripeClient, sim: Simulator, changes: dict[str, Any], param: str
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payment_intents.create(params=params(**changes))
    assert refusal.value.param == param
    assert sim.payment_intents == {}


@pytest.mark.parametrize("changes", [{"confirm": None}, {"setup_future_usage": "on_session"}])
def test_what_is_not_simulated_is_not_half_done(
    client: stripe.StripeClient, changes: dict[str, Any]
) -> None:
    with pytest.raises(NotSimulated):
        client.v1.payment_intents.create(params=params(**changes))
