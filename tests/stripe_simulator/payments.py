"""Payment intents and charges: how money comes in, waits, or does not come."""

from __future__ import annotations

from typing import Any

from . import balance, schema
from .errors import ApiError, NotSimulated, invalid, no_such, refused
from .listing import list_of
from .metadata import merged
from .pricing import check_chargeable
from .routing import answers
from .world import Call, Object, World

CARD = "card"
BANK_DEBIT = "sepa_debit"

# Stripe's test cards as means of payment that exist without being made.
_TEST_CARD = "pm_card_visa"
_DECLINED_CARDS = ("pm_card_chargeDeclined", "pm_card_visa_chargeDeclined")

_CANCELABLE = {
    "requires_action",
    "requires_capture",
    "requires_confirmation",
    "requires_payment_method",
}


def open_intent(
    world: World,
    account: str,
    *,
    amount: int,
    currency: str,
    methods: list[str],
    customer: str | None,
    data: dict[str, Any],
    intent_id: str = "",
) -> Object:
    """A new intent that waits for a means of payment."""
    intent_id = intent_id or world.new_id("payment_intent")
    intent = schema.blank(
        "payment_intent",
        id=intent_id,
        object="payment_intent",
        amount=amount,
        amount_capturable=0,
        amount_details={"tip": {}},
        amount_received=0,
        capture_method=data.get("capture_method", "automatic_async"),
        client_secret=f"{intent_id}_secret_{world.token(25)}",
        confirmation_method="automatic",
        created=world.now(),
        currency=currency,
        customer=customer,
        description=data.get("description"),
        livemode=False,
        metadata=merged({}, data.get("metadata")),
        payment_method_options={},
        payment_method_types=methods,
        receipt_email=data.get("receipt_email"),
        statement_descriptor=data.get("statement_descriptor"),
        statement_descriptor_suffix=data.get("statement_descriptor_suffix"),
        status="requires_payment_method",
    )
    world.add(account, intent)
    world.emit("payment_intent.created", intent)
    return intent


def succeed(world: World, intent: Object, *, email: str | None) -> Object:
    """The buyer's card is charged; everything up to ``charge.updated`` is sent."""
    charge = _attempt(world, intent, CARD, email)
    return _money_arrives(world, intent, charge)


def adopt(world: World, account: str, *, intent_id: str, amount: int, currency: str) -> None:
    """A payment from before the simulator's time; nobody is told of it, and a known one stays."""
    if intent_id in world.all("payment_intent"):
        return
    tell, world.on_event = world.on_event, lambda account, event: None
    try:
        intent = open_intent(
            world,
            account,
            amount=amount,
            currency=currency.lower(),
            methods=[CARD],
            customer=None,
            data={},
            intent_id=intent_id,
        )
        succeed(world, intent, email=None)
    finally:
        world.on_event = tell


def fail(world: World, intent: Object, *, email: str | None) -> Object:
    """The buyer's card is declined; the intent waits for another."""
    charge = _attempt(world, intent, CARD, email)
    _money_fails(world, intent, charge, "card_declined", "generic_decline")
    return charge


def begin_debit(world: World, intent: Object, *, email: str | None) -> Object:
    """A payment whose outcome comes days later."""
    charge = _attempt(world, intent, BANK_DEBIT, email)
    charge["status"] = "pending"
    intent["status"] = "processing"
    world.emit("payment_intent.processing", intent)
    world.emit("charge.pending", charge)
    return charge


def end_debit(world: World, intent: Object, *, succeeded: bool) -> None:
    """The outcome of a payment that was under way."""
    charge = world.all("charge")[intent["latest_charge"]]
    if succeeded:
        _money_arrives(world, intent, charge)
    else:
        _money_fails(world, intent, charge, "payment_failed", None)


def _attempt(world: World, intent: Object, method: str, email: str | None) -> Object:
    account = world.owners[intent["id"]]
    charge_id = world.new_id("charge")
    charge = schema.blank(
        "charge",
        id=charge_id,
        object="charge",
        amount=intent["amount"],
        amount_captured=0,
        amount_refunded=0,
        billing_details=schema.blank(
            "billing_details", address=schema.blank("address"), email=email
        ),
        calculated_statement_descriptor=intent["statement_descriptor"] or "TEST",
        captured=False,
        created=world.now(),
        currency=intent["currency"],
        customer=intent["customer"],
        description=intent["description"],
        disputed=False,
        fraud_details={},
        livemode=False,
        metadata=dict(intent["metadata"]),
        paid=False,
        payment_intent=intent["id"],
        payment_method=world.new_id("payment_method"),
        payment_method_details={"type": method, method: _details(world, method)},
        radar_options={},
        receipt_email=intent["receipt_email"],
        refunded=False,
        statement_descriptor=intent["statement_descriptor"],
        statement_descriptor_suffix=intent["statement_descriptor_suffix"],
        status="failed",
    )
    del charge["refunds"]
    intent.update(latest_charge=charge_id, payment_method=charge["payment_method"])
    return world.add(account, charge)


def _details(world: World, method: str) -> dict[str, Any]:
    if method == BANK_DEBIT:
        return schema.blank("payment_method_details_sepa_debit", country="DE", last4="3000")
    return schema.blank(
        "payment_method_details_card",
        brand="visa",
        country="NO",
        exp_month=12,
        exp_year=2034,
        funding="credit",
        last4="4242",
        network="visa",
        checks=schema.blank("payment_method_details_card_checks", cvc_check="pass"),
    )


def _money_arrives(world: World, intent: Object, charge: Object) -> Object:
    charge.update(
        amount_captured=charge["amount"],
        captured=True,
        paid=True,
        status="succeeded",
        outcome=_outcome("authorized", "approved_by_network"),
        receipt_url=f"{world.base_url}/receipts/{charge['id']}",
    )
    intent.update(status="succeeded", amount_received=intent["amount"], last_payment_error=None)
    world.emit("charge.succeeded", charge)
    world.emit("payment_intent.succeeded", intent)
    charge["balance_transaction"] = balance.record_charge(world, charge)["id"]
    world.emit("charge.updated", charge, before={"balance_transaction": None})
    return charge


def _money_fails(
    world: World, intent: Object, charge: Object, code: str, decline_code: str | None
) -> None:
    error = {"type": "card_error", "code": code, "charge": charge["id"]}
    error["message"] = "The payment was declined"
    if decline_code:
        error["decline_code"] = decline_code
    charge.update(
        failure_code=code,
        failure_message=error["message"],
        outcome=_outcome("issuer_declined", "declined_by_network"),
        status="failed",
    )
    intent.update(status="requires_payment_method", last_payment_error=error, payment_method=None)
    world.emit("charge.failed", charge)
    world.emit("payment_intent.payment_failed", intent)


def _outcome(type: str, network_status: str) -> dict[str, Any]:
    return schema.blank(
        "charge_outcome",
        network_status=network_status,
        risk_level="normal",
        seller_message="Simulated",
        type=type,
    )


def cancel_intent(world: World, intent: Object, *, reason: str | None) -> None:
    """Give up an intent that was not paid."""
    intent.update(status="canceled", canceled_at=world.now(), cancellation_reason=reason)
    world.emit("payment_intent.canceled", intent)


_CREATE_TAKES = """amount automatic_payment_methods confirm currency description metadata
    payment_method receipt_email statement_descriptor statement_descriptor_suffix"""


@answers("POST", "/v1/payment_intents", takes=_CREATE_TAKES)
def create_intent(world: World, call: Call) -> Object:
    """Charge one of the test cards at once; a payment in several steps is not simulated."""
    params = call.params
    _check_direct(params)
    intent = open_intent(
        world,
        call.account,
        amount=params["amount"],
        currency=params["currency"].lower(),
        methods=[CARD],
        customer=None,
        data=params,
    )
    if "automatic_payment_methods" in params:
        intent["automatic_payment_methods"] = params["automatic_payment_methods"]
    if params["payment_method"] in _DECLINED_CARDS:
        fail(world, intent, email=params.get("receipt_email"))
        raise ApiError(
            "The card was declined",
            status=402,
            type="card_error",
            code="card_declined",
            stored=True,
            fields={"decline_code": "generic_decline", "charge": intent["latest_charge"]},
        )
    succeed(world, intent, email=params.get("receipt_email"))
    return intent


def _check_direct(params: dict[str, Any]) -> None:
    check_chargeable(params["amount"], params["currency"].lower(), param="amount")
    if not params.get("confirm"):
        raise NotSimulated("Of payment intents only those with confirm are simulated")
    if "payment_method" not in params:
        raise invalid(
            "To confirm it, a payment intent needs a payment method",
            param="payment_method",
            code="parameter_missing",
        )
    redirects = params.get("automatic_payment_methods", {"enabled": True})
    if redirects["enabled"] and redirects.get("allow_redirects") != "never":
        raise invalid("Where redirects are allowed, a return_url is needed", param="return_url")
    if params["payment_method"] not in (_TEST_CARD, *_DECLINED_CARDS):
        raise no_such("PaymentMethod", params["payment_method"], param="payment_method")


@answers("GET", "/v1/payment_intents/{intent}", takes="")
def retrieve_intent(world: World, call: Call) -> Object:
    """One intent as it now is."""
    return world.find(call.account, "payment_intent", call.id, param="intent")


@answers("POST", "/v1/payment_intents/{intent}/cancel", takes="cancellation_reason")
def cancel(world: World, call: Call) -> Object:
    """Cancel an intent; those of open sessions and of invoices have other ways out."""
    intent = retrieve_intent(world, call)
    if intent["status"] not in _CANCELABLE:
        raise refused(
            f"A payment intent that is {intent['status']} cannot be canceled",
            code="payment_intent_unexpected_state",
            payment_intent=dict(intent),
        )
    for kind in ("checkout.session", "invoice"):
        for holder in world.of(call.account, kind):
            holds = intent["id"] in (
                holder.get("payment_intent"),
                world.note(holder["id"]).get("payment_intent"),
            )
            if holds and holder["status"] == "open":
                raise refused("The payment intent belongs to something that is still open")
    cancel_intent(world, intent, reason=call.params.get("cancellation_reason"))
    return intent


@answers("GET", "/v1/charges/{charge}")
def retrieve_charge(world: World, call: Call) -> Object:
    """One charge as it now is."""
    return world.find(call.account, "charge", call.id, param="charge")


@answers("GET", "/v1/charges", takes="created customer payment_intent")
def list_charges(world: World, call: Call) -> Object:
    """The account's charges."""
    return list_of(world, call, "charge", "/v1/charges", equal=("customer", "payment_intent"))
