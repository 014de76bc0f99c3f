"""Repeated keys, and calls that fail on demand."""

from __future__ import annotations

import pytest
import stripe

from tests.stripe_simulator import Received, Simulator

from .conftest import KEY, session_params

CREATE = "POST /v1/checkout/sessions"


def create(
    client: stripe.StripeClient, key: str = "k1", **changes: object
) -> stripe.checkout.Session:
    return client.v1.checkout.sessions.create(
        params=session_params(**changes), options={"idempotency_key": key}
    )


@pytest.fixture
def plain(sim: Simulator) -> stripe.StripeClient:
    """A client that never retries by itself."""
    return stripe.StripeClient(KEY, http_client=sim.http_client(), max_network_retries=0)


def test_the_same_key_gives_the_same_answer(sim: Simulator, client: stripe.StripeClient) -> None:
    first = create(client)
    second = create(client)
    assert second.id == first.id
    assert second.last_response.headers["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first.last_response.headers
    assert list(sim.sessions) == [first.id]


def test_the_answer_replayed_is_the_first_one(sim: Simulator, client: stripe.StripeClient) -> None:
    session = create(client)
    sim.pay(session.id)
    assert create(client).status == "open"


def test_other_parameters_under_the_same_key(sim: Simulator, client: stripe.StripeClient) -> None:
    create(client)
    with pytest.raises(stripe.IdempotencyError) as refusal:
        create(client, client_reference_id="another")
    assert refusal.value.http_status == 400
    assert len(sim.sessions) == 1


def test_another_operation_under_the_same_key(client: stripe.StripeClient) -> None:
    session = create(client)
    with pytest.raises(stripe.IdempotencyError):
        client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "k1"})


def test_keys_belong_to_accounts(sim: Simulator, client: stripe.StripeClient) -> None:
    create(client)
    other = stripe.StripeClient("sk_test_two", http_client=sim.http_client())
    create(other)
    assert len(sim.sessions) == 2


def test_after_a_day_a_key_is_forgotten(sim: Simulator, client: stripe.StripeClient) -> None:
    create(client, expires_at=None)
    sim.advance(24 * 60 * 60 + 1)
    create(client, expires_at=None)
    assert len(sim.sessions) == 2


def test_what_was_never_accepted_is_not_kept(sim: Simulator, client: stripe.StripeClient) -> None:
    with pytest.raises(stripe.InvalidRequestError):
        create(client, locale="no")
    create(client)
    assert len(sim.sessions) == 1


def test_a_refusal_by_the_state_of_things_is_kept(client: stripe.StripeClient) -> None:
    session = create(client)
    client.v1.checkout.sessions.expire(session.id)
    for _ in range(2):
        with pytest.raises(stripe.InvalidRequestError) as refusal:
            client.v1.checkout.sessions.expire(session.id, options={"idempotency_key": "k2"})
    assert refusal.value.headers["Idempotent-Replayed"] == "true"


def test_calls_are_recorded_as_received(sim: Simulator, client: stripe.StripeClient) -> None:
    session = create(client, line_items=session_params()["line_items"], metadata={"a": "b"})
    client.v1.checkout.sessions.retrieve(session.id, params={"expand": ["line_items"]})
    first, second = sim.calls
    assert first[:2] == ("POST", "/v1/checkout/sessions")
    assert first.idempotency_key == "k1"
    assert first.params["metadata"] == {"a": "b"}
    assert first.params["line_items"][0]["price_data"]["unit_amount"] == "320000"
    assert second == Received(
        "GET", f"/v1/checkout/sessions/{session.id}", {"expand": ["line_items"]}, None
    )


@pytest.mark.parametrize(
    ("kind", "error", "done"),
    [
        ("drop", stripe.APIConnectionError, False),
        ("drop_after", stripe.APIConnectionError, True),
        ("timeout", stripe.APIConnectionError, False),
        ("timeout_after", stripe.APIConnectionError, True),
        ("error_500", stripe.APIError, False),
        ("error_500_after", stripe.APIError, True),
        ("rate_limited", stripe.RateLimitError, False),
        ("conflict", stripe.APIError, False),
    ],
)
def test_faults(
    sim: Simulator,
    plain: stripe.StripeClient,
    kind: str,
    error: type[stripe.StripeError],
    done: bool,
) -> None:
    sim.faults.add(CREATE, kind)
    with pytest.raises(error):
        create(plain)
    assert len(sim.sessions) == done
    assert sim.faults.pending == []


@pytest.mark.parametrize("kind", ["drop", "drop_after", "timeout", "error_500", "conflict"])
def test_the_same_key_heals(sim: Simulator, plain: stripe.StripeClient, kind: str) -> None:
    sim.faults.add(CREATE, kind)
    with pytest.raises(stripe.StripeError):
        create(plain)
    session = create(plain)
    assert list(sim.sessions) == [session.id]


def test_a_500_after_the_deed_is_replayed(sim: Simulator, client: stripe.StripeClient) -> None:
    sim.faults.add(CREATE, "error_500_after")
    for _ in range(2):
        with pytest.raises(stripe.APIError) as failure:
            create(client)
        assert failure.value.http_status == 500
    assert failure.value.headers["Idempotent-Replayed"] == "true"
    assert len(sim.sessions) == 1
    assert len(sim.calls) == 2


def test_the_sdk_retries_with_the_same_key(sim: Simulator, client: stripe.StripeClient) -> None:
    sim.faults.add(CREATE, "drop_after")
    sim.faults.add(CREATE, "error_500")
    session = client.v1.checkout.sessions.create(params=session_params())
    assert list(sim.sessions) == [session.id]
    assert len(sim.calls) == 3
    assert len({call.idempotency_key for call in sim.calls}) == 1


def test_faults_by_pattern_and_count(sim: Simulator, plain: stripe.StripeClient) -> None:
    session = create(plain)
    sim.faults.add("GET /v1/checkout/*", "rate_limited", times=2)
    for _ in range(2):
        with pytest.raises(stripe.RateLimitError):
            plain.v1.checkout.sessions.retrieve(session.id)
    assert plain.v1.checkout.sessions.retrieve(session.id).id == session.id


def test_faults_without_count_last_until_cleared(
    sim: Simulator, plain: stripe.StripeClient
) -> None:
    sim.faults.add("*", "drop", times=None)
    for number in range(3):
        with pytest.raises(stripe.APIConnectionError):
            create(plain, key=f"k{number}")
    sim.faults.clear()
    create(plain)


def test_an_unknown_fault_is_refused(sim: Simulator) -> None:
    with pytest.raises(AssertionError):
        sim.faults.add(CREATE, "explode")
