"""Webhooks: what is sent, signed how, in which order, and what can go wrong."""

from __future__ import annotations

import json

import pytest
import stripe

from tests.stripe_simulator import Simulator

from .conftest import KEY, NOW, Opener, Receiver

AT_PAYMENT = [
    "payment_intent.created",
    "charge.succeeded",
    "payment_intent.succeeded",
    "charge.updated",
    "checkout.session.completed",
]


def test_the_order_at_payment(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    session = open_session()
    sim.pay(session.id)
    delivered = sim.deliver()
    assert receiver.types == AT_PAYMENT
    assert delivered == [(event.id, 200) for event in receiver.events]
    assert sim.webhooks.pending == []
    assert sim.deliver() == []
    completed = receiver.events[-1]
    assert completed.data.object.id == session.id
    assert completed.data.object.payment_status == "paid"
    assert completed.api_version == stripe.api_version
    assert completed.request.id is None
    updated = receiver.events[3]
    assert updated.data.previous_attributes.to_dict() == {"balance_transaction": None}
    assert receiver.events[1].data.object.balance_transaction is None


def test_paying_later_and_settling(
    sim: Simulator, receiver: Receiver, open_session: Opener
) -> None:
    session = open_session()
    sim.pay_later(session.id)
    sim.deliver()
    assert receiver.types == [
        "payment_intent.created",
        "payment_intent.processing",
        "charge.pending",
        "checkout.session.completed",
    ]
    assert receiver.events[-1].data.object.payment_status == "unpaid"
    receiver.events.clear()
    sim.settle(session.id)
    sim.deliver()
    assert receiver.types == [
        "charge.succeeded",
        "payment_intent.succeeded",
        "charge.updated",
        "checkout.session.async_payment_succeeded",
    ]


def test_a_late_payment_that_fails(
    sim: Simulator, receiver: Receiver, open_session: Opener
) -> None:
    session = open_session()
    sim.pay_later(session.id)
    sim.deliver()
    receiver.events.clear()
    sim.settle(session.id, succeeded=False)
    sim.deliver()
    assert receiver.types == [
        "charge.failed",
        "payment_intent.payment_failed",
        "checkout.session.async_payment_failed",
    ]


def test_events_name_the_request_that_caused_them(
    sim: Simulator, client: stripe.StripeClient, receiver: Receiver, open_session: Opener
) -> None:
    session = open_session()
    client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "my-key"})
    sim.deliver()
    assert receiver.types == ["checkout.session.expired"]
    assert receiver.events[0].request.idempotency_key == "my-key"
    assert receiver.events[0].request.id.startswith("req_")


def test_a_refusal_is_retried_with_a_new_signature(
    sim: Simulator, client: stripe.StripeClient, receiver: Receiver, open_session: Opener
) -> None:
    client.v1.checkout.sessions.expire(open_session().id)
    receiver.status = 503
    ((event, status),) = sim.deliver()
    assert status == 503
    assert sim.deliver() == []
    sim.advance(59)
    assert sim.deliver() == []
    sim.advance(1)
    receiver.status = 200
    assert sim.deliver() == [(event, 200)]
    first, second = (headers["Stripe-Signature"] for headers in receiver.headers)
    assert first.startswith(f"t={NOW},v1=")
    assert second.startswith(f"t={NOW + 60},v1=")


def test_after_three_days_it_gives_up(
    sim: Simulator, client: stripe.StripeClient, receiver: Receiver, open_session: Opener
) -> None:
    client.v1.checkout.sessions.expire(open_session().id)
    sim.webhooks.down()
    attempts = 0
    for _ in range(200):
        attempts += len(sim.deliver())
        sim.advance(3600)
    assert attempts == 11
    assert sim.webhooks.pending == []


def test_a_receiver_that_raises_has_failed(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    def send(body: bytes, headers: dict[str, str]) -> int:
        raise ValueError("broken")

    sim.register_endpoint(KEY, "whsec_one", send)
    client.v1.checkout.sessions.expire(open_session().id)
    ((event, status),) = sim.deliver()
    assert status == 0
    assert [(failed, str(error)) for failed, error in sim.webhooks.failures] == [(event, "broken")]


def test_a_receiver_may_call_the_api(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    other = open_session()
    seen = []

    def send(body: bytes, headers: dict[str, str]) -> int:
        seen.append(json.loads(body)["type"])
        if sim.sessions[other.id]["status"] == "open":
            client.v1.checkout.sessions.expire(other.id)
        return 200

    sim.register_endpoint(KEY, "whsec_one", send)
    client.v1.checkout.sessions.expire(open_session().id)
    assert [status for _, status in sim.deliver()] == [200, 200]
    assert seen == ["checkout.session.expired"] * 2


def test_only_the_account_of_the_object_hears_of_it(
    sim: Simulator, receiver: Receiver, open_session: Opener
) -> None:
    other = Receiver()
    sim.register_endpoint("sk_test_two", "whsec_one", other)
    sim.pay(open_session().id)
    sim.deliver()
    assert receiver.types == AT_PAYMENT
    assert other.types == []


def test_dropped(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.webhooks.drop(1)
    sim.webhooks.drop("charge.*")
    sim.pay(open_session().id)
    sim.deliver()
    assert receiver.types == ["payment_intent.succeeded", "checkout.session.completed"]
    assert sim.webhooks.pending == []
    lost = next(iter(sim.events))
    sim.webhooks.redeliver(lost)
    sim.deliver()
    assert receiver.types[-1] == "payment_intent.created"


def test_doubled(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.webhooks.double(1, type="checkout.session.completed")
    sim.pay(open_session().id)
    sim.deliver()
    assert receiver.types == [*AT_PAYMENT, "checkout.session.completed"]
    assert receiver.events[-1].id == receiver.events[-2].id


def test_delayed(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.pay(open_session().id)
    sim.webhooks.delay(120, type="charge.succeeded")
    sim.deliver()
    assert receiver.types == [name for name in AT_PAYMENT if name != "charge.succeeded"]
    sim.advance(120)
    sim.deliver()
    assert receiver.types[-1] == "charge.succeeded"


def test_reversed(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.webhooks.reverse()
    sim.pay(open_session().id)
    sim.deliver()
    assert receiver.types == AT_PAYMENT[::-1]


def test_down_and_up_again(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.webhooks.down(True)
    sim.pay(open_session().id)
    assert [status for _, status in sim.deliver()] == [0] * 5
    sim.webhooks.down(False)
    assert [name for _, name in sim.webhooks.pending] == AT_PAYMENT
    sim.advance(60)
    sim.deliver()
    assert receiver.types == AT_PAYMENT


def test_clear_ends_the_faults(sim: Simulator, receiver: Receiver, open_session: Opener) -> None:
    sim.webhooks.drop("*")
    sim.webhooks.reverse()
    sim.webhooks.clear()
    sim.pay(open_session().id)
    sim.deliver()
    assert receiver.types == AT_PAYMENT


def test_endpoints_made_through_the_api(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    made = client.v1.webhook_endpoints.create(
        params={
            "url": "https://shop.test/hook",
            "enabled_events": ["checkout.session.completed"],
        }
    )
    assert made.secret.startswith("whsec_")
    (listed,) = client.v1.webhook_endpoints.list().data
    assert listed.id == made.id
    assert "secret" not in listed
    sent = []

    def post(url: str, body: bytes, headers: dict[str, str]) -> int:
        event = stripe.Webhook.construct_event(body, headers["Stripe-Signature"], made.secret)
        sent.append((url, event.type))
        return 200

    sim.webhooks.post = post
    sim.pay(open_session().id)
    sim.deliver()
    assert sent == [("https://shop.test/hook", "checkout.session.completed")]


def test_events_can_be_read_back(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    sim.pay(open_session().id)
    listed = client.v1.events.list().data
    assert [event.type for event in listed] == AT_PAYMENT[::-1]
    assert client.v1.events.retrieve(listed[0].id).type == "checkout.session.completed"
    charges = client.v1.events.list(params={"type": "charge.*"}).data
    assert [event.type for event in charges] == ["charge.updated", "charge.succeeded"]


@pytest.mark.parametrize("types", [["charge.updated", "payment_intent.created"]])
def test_events_of_several_types(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener, types: list[str]
) -> None:
    sim.pay(open_session().id)
    listed = client.v1.events.list(params={"types": types}).data
    assert [event.type for event in listed] == types
