"""Whether what the simulator takes and gives is checked as strictly as it claims."""

from __future__ import annotations

import copy
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import stripe

from tests.stripe_simulator import Simulator, schema
from tests.stripe_simulator.errors import ApiError
from tests.stripe_simulator.form import decode, readable

from .conftest import KEY, Opener, session_params

ROOT = Path(__file__).parents[2]


def strict(described: Any) -> Any:
    """The description as plain JSON schema: closed objects, null where allowed."""
    if isinstance(described, list):
        return [strict(one) for one in described]
    if not isinstance(described, dict):
        return described
    made = {name: strict(value) for name, value in described.items()}
    if described.get("type") == "object" and "properties" in described:
        made.setdefault("additionalProperties", False)
    if described.get("nullable") is True:
        return {"anyOf": [made, {"type": "null"}]}
    return made


def test_another_validator_agrees(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.decline(session.id)
    sim.pay(session.id)
    sim.pay_later(open_session().id)
    (charge,) = (one for one in sim.charges.values() if one["status"] == "succeeded")
    sim.fail_refund(client.v1.refunds.create(params={"charge": charge["id"]}).id)
    sim.dispute(charge["id"])
    customer = client.v1.customers.create(params={"email": "a@example.com"})
    client.v1.invoice_items.create(
        params={"customer": customer.id, "amount": 5_000, "currency": "nok"}
    )
    invoice = client.v1.invoices.create(
        params={"customer": customer.id, "pending_invoice_items_behavior": "include"}
    )
    client.v1.invoices.finalize_invoice(invoice.id)
    client.v1.credit_notes.create(params={"invoice": invoice.id, "amount": 1_000})
    document = {"components": {"schemas": strict(schema.document()["components"]["schemas"])}}
    everything = [one for kind in sim.world.objects.values() for one in kind.values()]
    about = [one["data"]["object"] for one in sim.events.values()]
    kinds = set()
    for one in everything + about:
        kinds.add(one["object"])
        root = {"$ref": f"#/components/schemas/{one['object']}", **document}
        jsonschema.Draft202012Validator(root).validate(one)
    assert sorted(kinds) == [
        "account",
        "balance_transaction",
        "charge",
        "checkout.session",
        "credit_note",
        "customer",
        "dispute",
        "event",
        "invoice",
        "invoice_payment",
        "invoiceitem",
        "payment_intent",
        "refund",
    ]


@pytest.mark.parametrize(
    ("change", "difference"),
    [
        ({"colour": "red"}, "checkout.session.colour is unknown"),
        ({"amount_total": "12"}, "checkout.session.amount_total is str, not integer"),
        ({"amount_total": True}, "checkout.session.amount_total is bool, not integer"),
        ({"livemode": None}, "checkout.session.livemode is null"),
        (
            {"total_details": {"amount_discount": 0, "amount_tax": 0, "tip": 1}},
            "checkout.session.total_details.tip is unknown",
        ),
        ({"custom_fields": [{}]}, "checkout.session.custom_fields[0].key is missing"),
        ({"url": "x" * 5001}, "checkout.session.url is longer than 5000"),
    ],
)
def test_drift_is_an_assertion_error(
    sim: Simulator, open_session: Opener, change: dict[str, Any], difference: str
) -> None:
    session = copy.deepcopy(sim.sessions[open_session().id])
    session.update(change)
    with pytest.raises(AssertionError) as drift:
        schema.assert_object(session)
    assert difference in str(drift.value)


def test_drift_in_an_answer_is_not_answered(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.sessions[session.id]["status"] = "lost"
    with pytest.raises(AssertionError, match="status is 'lost'"):
        client.v1.checkout.sessions.retrieve(session.id)


def test_drift_in_an_event_is_not_sent(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    sim.sessions[session.id]["mode"] = "gift"
    with pytest.raises(AssertionError, match="mode is 'gift'"):
        sim.pay(session.id)


def test_another_version_of_the_api_is_not_understood(sim: Simulator) -> None:
    headers = {"Authorization": f"Bearer {KEY}", "Stripe-Version": "2024-06-20"}
    with pytest.raises(AssertionError, match="2024-06-20"):
        sim.handle("GET", "/v1/refunds", headers, None)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_unknown_addresses(sim: Simulator, method: str) -> None:
    answer = sim.handle(method, "/v1/colours", {"Authorization": f"Bearer {KEY}"}, "")
    assert answer.status == 404
    assert answer.json()["error"]["type"] == "invalid_request_error"


def test_decoding() -> None:
    body = "a=1&b[c]=2&b[d][0][e]=3&b[d][1][e]=4&f[]=5&f[]=6&g=%C3%A6%26"
    assert readable(decode(body)) == {
        "a": "1",
        "b": {"c": "2", "d": [{"e": "3"}, {"e": "4"}]},
        "f": ["5", "6"],
        "g": "æ&",
    }


@pytest.mark.parametrize("body", ["a=1&a=2", "a=1&a[b]=2", "a[b=1", "[a]=1"])
def test_malformed_bodies(body: str) -> None:
    with pytest.raises(ApiError):
        decode(body)


def test_it_needs_no_django() -> None:
    code = "import sys, tests.stripe_simulator.__main__; sys.exit('django' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_a_call_is_quick(client: stripe.StripeClient) -> None:
    client.v1.checkout.sessions.create(params=session_params())
    times = []
    for _ in range(20):
        began = time.perf_counter()
        client.v1.checkout.sessions.create(params=session_params())
        times.append(time.perf_counter() - began)
    assert min(times) < 0.005
