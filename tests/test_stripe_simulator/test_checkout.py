"""Checkout Sessions through the SDK: what comes back, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
import stripe

from tests.stripe_simulator import BuyerError, NotSimulated, Simulator

from .conftest import NOW, Opener, session_params


def line(amount: int = 100_000, currency: str = "nok", **more: Any) -> dict[str, Any]:
    return {
        "quantity": 1,
        "price_data": {
            "currency": currency,
            "unit_amount": amount,
            "product_data": {"name": "Kurs"},
        },
        **more,
    }


def test_a_new_session_is_open_and_unpaid(open_session: Opener) -> None:
    session = open_session()
    assert session.id.startswith("cs_test_")
    assert len(session.id) == 66
    assert str(session.url).startswith(f"https://checkout.stripe.test/c/pay/{session.id}#")
    assert (session.status, session.payment_status) == ("open", "unpaid")
    assert (session.amount_subtotal, session.amount_total) == (640_000, 640_000)
    assert (session.currency, session.locale) == ("nok", "nb")
    assert session.client_reference_id == "order-7"
    assert session.metadata.to_dict() == {"order": "7"}
    assert (session.created, session.expires_at) == (NOW, NOW + 1860)
    assert session.payment_intent is None
    assert "line_items" not in session


def test_without_an_expiry_a_session_lasts_a_day(open_session: Opener) -> None:
    assert open_session(expires_at=None).expires_at == NOW + 24 * 60 * 60


def test_the_same_seed_gives_the_same_ids() -> None:
    def first_id() -> str:
        simulator = Simulator(clock=lambda: NOW, seed=3)
        one = stripe.StripeClient("sk_test_x", http_client=simulator.http_client())
        return one.v1.checkout.sessions.create(params=session_params()).id

    assert first_id() == first_id()


def test_paying(sim: Simulator, client: stripe.StripeClient, open_session: Opener) -> None:
    opened = open_session(payment_intent_data={"metadata": {"row": "9"}, "description": "Kurs"})
    assert sim.pay(opened.id) == f"https://shop.test/done?session={opened.id}"
    session = client.v1.checkout.sessions.retrieve(
        opened.id,
        params={"expand": ["payment_intent.latest_charge.balance_transaction", "line_items"]},
    )
    assert (session.status, session.payment_status) == ("complete", "paid")
    assert session.url is None
    assert session.customer_details.email == "kari@example.com"
    intent = session.payment_intent
    assert (intent.status, intent.amount_received) == ("succeeded", 640_000)
    assert intent.metadata.to_dict() == {"row": "9"}
    assert intent.description == "Kurs"
    charge = intent.latest_charge
    assert (charge.status, charge.paid, charge.amount_captured) == ("succeeded", True, 640_000)
    assert charge.payment_intent == intent.id
    money = charge.balance_transaction
    assert (money.amount, money.fee, money.net) == (640_000, 15_560, 624_440)
    assert money.fee_details[0].amount == 15_560
    (item,) = session.line_items.data
    assert (item.description, item.quantity, item.amount_total) == ("Kurs", 2, 640_000)


def test_the_buyer_may_give_another_address(sim: Simulator, open_session: Opener) -> None:
    session = open_session(customer_email=None)
    sim.pay(session.id, email="ola@example.com")
    assert sim.sessions[session.id]["customer_details"]["email"] == "ola@example.com"


def test_a_declined_card_leaves_the_session_open(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    sim.decline(session.id)
    stored = sim.sessions[session.id]
    intent = sim.payment_intents[stored["payment_intent"]]
    assert (stored["status"], stored["payment_status"]) == ("open", "unpaid")
    assert intent["status"] == "requires_payment_method"
    assert intent["last_payment_error"]["code"] == "card_declined"
    assert [charge["status"] for charge in sim.charges.values()] == ["failed"]
    sim.pay(session.id)
    assert sim.sessions[session.id]["payment_intent"] == intent["id"]
    assert [charge["status"] for charge in sim.charges.values()] == ["failed", "succeeded"]


@pytest.mark.parametrize(
    ("succeeded", "payment_status", "intent_status", "charge_status"),
    [
        (True, "paid", "succeeded", "succeeded"),
        (False, "unpaid", "requires_payment_method", "failed"),
    ],
)
def test_paying_later(
    sim: Simulator,
    open_session: Opener,
    succeeded: bool,
    payment_status: str,
    intent_status: str,
    charge_status: str,
) -> None:
    session = open_session()
    sim.pay_later(session.id)
    stored = sim.sessions[session.id]
    intent = sim.payment_intents[stored["payment_intent"]]
    assert (stored["status"], stored["payment_status"]) == ("complete", "unpaid")
    assert intent["status"] == "processing"
    sim.settle(session.id, succeeded=succeeded)
    assert (stored["status"], stored["payment_status"]) == ("complete", payment_status)
    assert intent["status"] == intent_status
    assert [charge["status"] for charge in sim.charges.values()] == [charge_status]


def test_nothing_can_be_done_twice(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    sim.pay(session.id)
    for act in (sim.pay, sim.decline, sim.pay_later, sim.settle):
        with pytest.raises(BuyerError):
            act(session.id)
    assert len(sim.charges) == 1


def test_expiring(sim: Simulator, client: stripe.StripeClient, open_session: Opener) -> None:
    session = open_session()
    assert client.v1.checkout.sessions.expire(session.id).status == "expired"
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.checkout.sessions.expire(session.id)
    with pytest.raises(BuyerError):
        sim.pay(session.id)
    paid = open_session()
    sim.pay(paid.id)
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.checkout.sessions.expire(paid.id)


def test_a_session_expires_in_time(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.advance(1859)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "open"
    sim.advance(1)
    assert client.v1.checkout.sessions.retrieve(session.id).status == "expired"
    assert sim.expire_due() == []


def test_expiring_gives_up_the_intent(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    sim.decline(session.id)
    sim.advance(1860)
    (intent,) = sim.payment_intents.values()
    assert (intent["status"], intent["cancellation_reason"]) == ("canceled", "expired")


def test_where_cancel_leads(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    assert sim.cancel_page_url(session.id) == "https://shop.test/back"
    assert sim.sessions[session.id]["status"] == "open"


@pytest.mark.parametrize(
    ("changes", "param", "code"),
    [
        ({"expires_at": NOW + 1799}, "expires_at", None),
        ({"expires_at": NOW + 86_401}, "expires_at", None),
        ({"locale": "no"}, "locale", None),
        ({"mode": None}, "mode", "parameter_missing"),
        ({"success_url": None}, "success_url", "parameter_missing"),
        ({"success_url": "/done"}, "success_url", "url_invalid"),
        ({"cancel_url": "javascript:1"}, "cancel_url", "url_invalid"),
        ({"customer_email": "kari"}, "customer_email", "email_invalid"),
        ({"customer_email": ""}, "customer_email", "parameter_invalid_empty"),
        ({"line_items": None}, "line_items", "parameter_missing"),
        ({"line_items": [line(0)]}, "line_items", "amount_too_small"),
        ({"line_items": [line(299)]}, "line_items", "amount_too_small"),
        ({"line_items": [line(100_000_000)]}, "line_items", "amount_too_large"),
        (
            {"line_items": [line(), line(currency="sek")]},
            "line_items[1][price_data][currency]",
            None,
        ),
        (
            {"line_items": [line(-1)]},
            "line_items[0][price_data][unit_amount]",
            "parameter_invalid_integer",
        ),
        (
            {"line_items": [line(quantity=0)]},
            "line_items[0][quantity]",
            "parameter_invalid_integer",
        ),
        ({"line_items": [{"price": "price_1"}]}, "line_items[0][price]", "resource_missing"),
        (
            {"line_items": [{**line(), "colour": "red"}]},
            "line_items[0][colour]",
            "parameter_unknown",
        ),
        ({"payment_method_types": ["card"]}, "payment_method_types", "parameter_unknown"),
        ({"customer": "cus_1", "customer_email": None}, "customer", "resource_missing"),
        ({"metadata": {"k" * 41: "v"}}, "metadata", None),
        ({"metadata": {"k": "v" * 501}}, "metadata[k]", None),
        ({"expand": ["colour"]}, "expand", None),
    ],
)
def test_what_is_refused(
    sim: Simulator, open_session: Opener, changes: dict[str, Any], param: str, code: str | None
) -> None:
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        open_session(**changes)
    assert (refusal.value.param, refusal.value.code) == (param, code)
    assert sim.sessions == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": "subscription"},
        {"automatic_tax": {"enabled": True}},
        {"shipping_options": [{"shipping_rate": "shr_1"}]},
        {"payment_intent_data": {"on_behalf_of": "acct_1"}},
    ],
)
def test_what_stripe_knows_and_the_simulator_does_not_fails_loudly(
    open_session: Opener, changes: dict[str, Any]
) -> None:
    with pytest.raises(NotSimulated):
        open_session(**changes)


def test_listing(client: stripe.StripeClient, sim: Simulator, open_session: Opener) -> None:
    ids = [open_session().id for _ in range(5)]
    sim.pay(ids[1])
    newest_first = ids[::-1]
    sessions = client.v1.checkout.sessions
    page = sessions.list(params={"limit": 2})
    assert ([one.id for one in page.data], page.has_more) == (newest_first[:2], True)
    assert [one.id for one in page.auto_paging_iter()] == newest_first
    assert [one.id for one in sessions.list(params={"status": "complete"}).data] == [ids[1]]
    before = sessions.list(params={"ending_before": ids[1], "limit": 1})
    assert ([one.id for one in before.data], before.has_more) == ([ids[2]], True)
    intent = sim.sessions[ids[1]]["payment_intent"]
    assert [one.id for one in sessions.list(params={"payment_intent": intent}).data] == [ids[1]]
    assert sessions.list(params={"created": {"gt": NOW}}).data == []
    expanded = sessions.list(params={"status": "complete", "expand": ["data.payment_intent"]})
    assert expanded.data[0].payment_intent.id == intent


def test_line_items_keep_their_order(client: stripe.StripeClient, open_session: Opener) -> None:
    session = open_session(line_items=[line(100_000), line(200_000)])
    items = client.v1.checkout.sessions.line_items.list(session.id)
    assert [item.amount_total for item in items.data] == [100_000, 200_000]


def test_metadata_can_be_changed(client: stripe.StripeClient, open_session: Opener) -> None:
    session = open_session(metadata={"a": "1", "b": "2"})
    changed = client.v1.checkout.sessions.update(
        session.id, params={"metadata": {"a": "", "c": "3"}}
    )
    assert changed.metadata.to_dict() == {"b": "2", "c": "3"}


def test_accounts_do_not_see_each_other(sim: Simulator, open_session: Opener) -> None:
    session = open_session()
    other = stripe.StripeClient("sk_test_two", http_client=sim.http_client())
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        other.v1.checkout.sessions.retrieve(session.id)
    assert (refusal.value.code, refusal.value.http_status) == ("resource_missing", 404)
    assert other.v1.checkout.sessions.list().data == []


@pytest.mark.parametrize("key", ["sk_live_one", "nonsense"])
def test_only_test_keys_are_let_in(sim: Simulator, key: str) -> None:
    client = stripe.StripeClient(key, http_client=sim.http_client())
    with pytest.raises(stripe.AuthenticationError):
        client.v1.checkout.sessions.list()


def test_the_customer_is_made_when_wished(sim: Simulator, open_session: Opener) -> None:
    session = open_session(customer_creation="always")
    sim.pay(session.id)
    (customer,) = sim.customers.values()
    assert sim.sessions[session.id]["customer"] == customer["id"]
    assert customer["email"] == "kari@example.com"


def test_the_intent_of_a_session_is_not_canceled_directly(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.decline(session.id)
    (intent,) = sim.payment_intents
    with pytest.raises(stripe.InvalidRequestError):
        client.v1.payment_intents.cancel(intent)
    sim.pay(session.id)
    with pytest.raises(stripe.InvalidRequestError) as refusal:
        client.v1.payment_intents.cancel(intent)
    assert refusal.value.code == "payment_intent_unexpected_state"


def test_the_intent_of_a_failed_late_payment_can_be_canceled(
    sim: Simulator, client: stripe.StripeClient, open_session: Opener
) -> None:
    session = open_session()
    sim.pay_later(session.id)
    sim.settle(session.id, succeeded=False)
    (intent,) = sim.payment_intents
    canceled = client.v1.payment_intents.cancel(intent, params={"cancellation_reason": "abandoned"})
    assert (canceled.status, canceled.cancellation_reason) == ("canceled", "abandoned")
