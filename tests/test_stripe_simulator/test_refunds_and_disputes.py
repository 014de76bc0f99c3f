"""Money that goes back: refunds, disputes, and what the balance shows of them."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe_simulator import BuyerError, Simulator

from .conftest import KEY, Opener, Receiver


@pytest.fixture
def charge(sim: Simulator, open_session: Opener) -> dict[str, Any]:
    """A charge of 6400 kr that has succeeded."""
    sim.pay(open_session().id)
    (made,) = sim.charges.values()
    return made


def refund(client: stripe.StripeClient, **params: Any) -> stripe.Refund:
    return client.v1.refunds.create(params=params)


def test_a_part_and_then_the_rest(
    client: stripe.StripeClient, charge: dict[str, Any], sim: Simulator
) -> None:
    part = refund(
        client,
        payment_intent=charge["payment_intent"],
        amount=140_000,
        metadata={"refund_uuid": "u-1"},
        reason="requested_by_customer",
    )
    assert (part.status, part.amount, part.currency) == ("succeeded", 140_000, "nok")
    assert (part.charge, part.payment_intent) == (charge["id"], charge["payment_intent"])
    assert part.metadata.to_dict() == {"refund_uuid": "u-1"}
    assert (charge["amount_refunded"], charge["refunded"]) == (140_000, False)
    rest = refund(client, charge=charge["id"])
    assert rest.amount == 500_000
    assert (charge["amount_refunded"], charge["refunded"]) == (640_000, True)
    moved = client.v1.balance_transactions.retrieve(str(rest.balance_transaction))
    assert (moved.type, moved.amount, moved.fee, moved.net) == ("refund", -500_000, 0, -500_000)


def test_refunds_are_found_by_their_payment(
    client: stripe.StripeClient, charge: dict[str, Any]
) -> None:
    made = refund(client, charge=charge["id"], amount=100)
    listed = client.v1.refunds.list(params={"payment_intent": charge["payment_intent"]})
    assert [one.id for one in listed.data] == [made.id]
    assert client.v1.refunds.list(params={"payment_intent": "pi_other"}).data == []
    assert client.v1.refunds.retrieve(made.id).id == made.id
    expanded = client.v1.charges.retrieve(charge["id"], params={"expand": ["refunds"]})
    assert [one.id for one in expanded.refunds.data] == [made.id]


@pytest.mark.parametrize(
    ("params", "param", "code"),
    [
        ({"amount": 640_001}, "amount", None),
        ({"amount": 0}, "amount", "parameter_invalid_integer"),
        ({"amount": -5}, "amount", "parameter_invalid_integer"),
        ({"amount": "ten"}, "amount", "parameter_invalid_integer"),
        ({"reason": "because"}, "reason", None),
        ({"payment_intent": "pi_1", "charge": None}, "payment_intent", "resource_missing"),
        ({"charge": None}, "payment_intent", "parameter_missing"),
    ],
)
def test_what_is_refused(
    client: stripe.StripeClient,
    sim: Simulator,
    charge: dict[str, Any],
    params: dict[str, Any],
    param: str,
    code: str | None,
) -> None:
    wanted = {"charge": charge["id"], **params}
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        refund(client, **{name: value for name, value in wanted.items() if value is not None})
    assert (refusal.value.param, refusal.value.code) == (param, code)
    assert sim.refunds == {}


def test_nothing_is_refunded_twice(client: stripe.StripeClient, charge: dict[str, Any]) -> None:
    refund(client, charge=charge["id"])
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        refund(client, charge=charge["id"])
    assert refusal.value.code == "charge_already_refunded"


def test_what_was_not_paid_is_not_refunded(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    sim.decline(open_session().id)
    (intent,) = sim.payment_intents
    with pytest.raises(stripe.InvalidRequestError):
        refund(client, payment_intent=intent)


def test_a_failed_refund_can_be_made_again(
    sim: Simulator, client: stripe.StripeClient, charge: dict[str, Any], receiver: Receiver
) -> None:
    first = refund(client, charge=charge["id"])
    sim.fail_refund(first.id)
    failed = client.v1.refunds.retrieve(first.id)
    assert (failed.status, failed.failure_reason) == ("failed", "expired_or_canceled_card")
    assert (charge["amount_refunded"], charge["refunded"]) == (0, False)
    back = client.v1.balance_transactions.retrieve(str(failed.failure_balance_transaction))
    assert (back.type, back.amount) == ("refund_failure", 640_000)
    assert refund(client, charge=charge["id"]).status == "succeeded"
    with pytest.raises(BuyerError):
        sim.fail_refund(first.id)
    sim.deliver()
    assert receiver.types == [
        "refund.created",
        "charge.refunded",
        "refund.updated",
        "charge.refund.updated",
        "refund.failed",
        "refund.created",
        "charge.refunded",
    ]


def test_a_bank_debit_is_refunded_slowly(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.pay_later(session.id)
    (intent,) = sim.payment_intents
    with pytest.raises(stripe.InvalidRequestError):
        refund(client, payment_intent=intent)
    sim.settle(session.id)
    made = refund(client, payment_intent=intent)
    assert (made.status, made.pending_reason) == ("pending", "processing")
    sim.complete_refund(made.id)
    assert client.v1.refunds.retrieve(made.id).status == "succeeded"


def test_only_a_refund_that_waits_for_the_buyer_can_be_canceled(
    sim: Simulator, client: stripe.StripeClient, charge: dict[str, Any]
) -> None:
    made = refund(client, charge=charge["id"])
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.refunds.cancel(made.id)
    sim.refund_needs_buyer(made.id)
    assert client.v1.refunds.cancel(made.id).status == "canceled"
    assert charge["amount_refunded"] == 0


def test_a_refund_in_the_dashboard(
    sim: Simulator, client: stripe.StripeClient, charge: dict[str, Any], receiver: Receiver
) -> None:
    made = sim.dashboard_refund(charge["id"], 40_000)
    assert client.v1.refunds.retrieve(made).amount == 40_000
    assert sim.refunds[made]["metadata"] == {}
    with pytest.raises(BuyerError):
        sim.dashboard_refund(charge["id"], 600_001)
    assert sim.refunds[sim.dashboard_refund(charge["id"])]["amount"] == 600_000
    sim.deliver()
    assert receiver.types == ["refund.created", "charge.refunded"] * 2
    assert receiver.events[0].request.id is None


@pytest.mark.parametrize("won", [True, False])
def test_a_dispute(
    sim: Simulator,
    client: stripe.StripeClient,
    charge: dict[str, Any],
    receiver: Receiver,
    won: bool,
) -> None:
    made = sim.dispute(charge["id"])
    dispute = client.v1.disputes.retrieve(made)
    assert (dispute.status, dispute.amount) == ("needs_response", 640_000)
    assert dispute.charge == charge["id"]
    assert [one.net for one in dispute.balance_transactions] == [-655_000]
    assert charge["disputed"] is True
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        refund(client, charge=charge["id"])
    assert refusal.value.code == "charge_disputed"
    with pytest.raises(BuyerError):
        sim.dispute(charge["id"])
    sim.close_dispute(made, won=won)
    closed = client.v1.disputes.retrieve(made)
    assert closed.status == ("won" if won else "lost")
    assert sum(one.amount for one in closed.balance_transactions) == (0 if won else -640_000)
    with pytest.raises(BuyerError):
        sim.close_dispute(made)
    sim.deliver()
    reinstated = ["charge.dispute.funds_reinstated"] if won else []
    assert receiver.types == [
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        *reinstated,
        "charge.dispute.closed",
    ]


def test_the_balance_and_its_payout(
    sim: Simulator, client: stripe.StripeClient, charge: dict[str, Any]
) -> None:
    refund(client, charge=charge["id"], amount=40_000)
    assert sim.pay_out(KEY, "nok") is None
    sim.advance(3 * 24 * 60 * 60)
    payout = sim.pay_out(KEY, "nok")
    (listed,) = client.v1.payouts.list().data
    assert (listed.id, listed.amount, listed.status) == (payout, 584_440, "paid")
    moved = client.v1.balance_transactions.list(params={"payout": str(payout)}).data
    assert [(one.type, one.net) for one in moved] == [
        ("payout", -584_440),
        ("refund", -40_000),
        ("charge", 624_440),
    ]
    assert sim.pay_out(KEY, "nok") is None
    charges = client.v1.balance_transactions.list(
        params={"type": "charge", "expand": ["data.source"]}
    )
    assert [one.source.id for one in charges.data] == [charge["id"]]


def test_a_payout_that_comes_back_is_paid_out_again_less_a_fee(
    sim: Simulator, client: stripe.StripeClient, charge: dict[str, Any]
) -> None:
    sim.advance(3 * 24 * 60 * 60)
    first = sim.pay_out(KEY, "nok")
    sim.fail_payout(first)
    failed = client.v1.payouts.retrieve(first)
    assert (failed.status, failed.failure_code) == ("failed", "account_closed")
    sim.charge_fee(KEY, 1_000, "nok")
    sim.advance(3 * 24 * 60 * 60)
    second = sim.pay_out(KEY, "nok")
    moved = client.v1.balance_transactions.list(params={"payout": str(second)}).data
    assert [(one.reporting_category, one.net) for one in moved] == [
        ("payout", -623_440),
        ("fee", -1_000),
        ("payout_reversal", 624_440),
    ]


def test_charges_are_listed_by_intent(client: stripe.StripeClient, charge: dict[str, Any]) -> None:
    listed = client.v1.charges.list(params={"payment_intent": charge["payment_intent"]})
    assert [one.id for one in listed.data] == [charge["id"]]


def test_disputes_are_found_by_their_payment(
    client: stripe.StripeClient, charge: dict[str, Any], sim: Simulator
) -> None:
    made = sim.dispute(charge["id"])
    for wanted in ({"payment_intent": charge["payment_intent"]}, {"charge": charge["id"]}):
        assert [one.id for one in client.v1.disputes.list(params=wanted).data] == [made]
    assert client.v1.disputes.list(params={"charge": "ch_other"}).data == []


def test_the_balance_shows_where_its_movements_come_from(
    client: stripe.StripeClient, charge: dict[str, Any], sim: Simulator
) -> None:
    sim.dispute(charge["id"], amount=100)
    sim.advance(4 * 24 * 60 * 60)
    sim.pay_out(KEY, "nok")
    moved = client.v1.balance_transactions.list(params={"expand": ["data.source"]}).data
    assert [one.source.object for one in moved] == ["payout", "dispute", "charge"]
