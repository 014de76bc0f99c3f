"""Refunds: what may be given back, and what becomes of it."""

from __future__ import annotations

from . import balance, schema
from .errors import ApiError, BuyerError, invalid, refused
from .listing import list_of
from .metadata import merged
from .payments import BANK_DEBIT, CARD
from .routing import answers
from .world import Call, Object, World

PATH = "/v1/refunds"

_ALIVE = ("pending", "succeeded", "requires_action")


@answers("POST", PATH, takes="amount charge metadata payment_intent reason")
def create(world: World, call: Call) -> Object:
    """Give back the whole of a charge or a part of it."""
    params = call.params
    charge = _charge(world, call)
    amount = params.get("amount", charge["amount"] - charge["amount_refunded"])
    _check(world, charge, amount, given="amount" in params)
    return make(
        world,
        charge,
        amount,
        reason=params.get("reason"),
        metadata=merged({}, params.get("metadata")),
    )


def _charge(world: World, call: Call) -> Object:
    params = call.params
    if ("charge" in params) == ("payment_intent" in params):
        raise invalid(
            "One of charge and payment_intent is needed",
            param="payment_intent",
            code="parameter_missing",
        )
    if "charge" in params:
        return world.find(call.account, "charge", params["charge"], param="charge")
    intent = world.find(
        call.account, "payment_intent", params["payment_intent"], param="payment_intent"
    )
    if intent["latest_charge"] is None:
        raise refused("The payment intent has no charge to refund", param="payment_intent")
    return world.all("charge")[intent["latest_charge"]]


def _check(world: World, charge: Object, amount: int, *, given: bool) -> None:
    left = charge["amount"] - charge["amount_refunded"]
    if not charge["paid"]:
        raise refused(f"The charge is {charge['status']}, so there is nothing to refund")
    if _in_dispute(world, charge):
        raise refused("The charge is disputed", code="charge_disputed", charge=charge["id"])
    if left == 0:
        raise refused(
            "The charge was refunded already",
            code="charge_already_refunded",
            charge=charge["id"],
        )
    if given and amount < 1:
        raise invalid(
            "A refund must be 1 or more", param="amount", code="parameter_invalid_integer"
        )
    if amount > left:
        raise refused(f"Only {left} is left to refund, not {amount}", param="amount")


def _in_dispute(world: World, charge: Object) -> bool:
    return any(
        dispute["charge"] == charge["id"] and dispute["status"] != "won"
        for dispute in world.all("dispute").values()
    )


def make(
    world: World,
    charge: Object,
    amount: int,
    *,
    reason: str | None = None,
    metadata: dict[str, str] | None = None,
) -> Object:
    """A refund that Stripe has accepted: by card it succeeds at once, else it waits."""
    method = charge["payment_method_details"]["type"]
    refund = schema.blank(
        "refund",
        id=world.new_id("refund"),
        object="refund",
        amount=amount,
        charge=charge["id"],
        created=world.now(),
        currency=charge["currency"],
        customer=charge["customer"],
        destination_details={"type": method},
        metadata=metadata or {},
        payment_intent=charge["payment_intent"],
        payment_method=charge["payment_method"],
        reason=reason,
        status="pending" if method == BANK_DEBIT else "succeeded",
    )
    if method == CARD:
        refund["destination_details"][CARD] = {
            "reference_status": "pending",
            "reference_type": "acquirer_reference_number",
            "type": "refund",
        }
    elif method == BANK_DEBIT:
        refund["destination_details"] = {"type": "eu_bank_transfer", "eu_bank_transfer": {}}
        refund["pending_reason"] = "processing"
    world.add(world.owners[charge["id"]], refund)
    _book(world, charge, refund)
    world.emit("refund.created", refund)
    world.emit("charge.refunded", charge)
    return refund


def _book(world: World, charge: Object, refund: Object) -> None:
    charge["amount_refunded"] += refund["amount"]
    charge["refunded"] = charge["amount_refunded"] == charge["amount"]
    movement = balance.record(
        world, refund, amount=-refund["amount"], type="refund", category="refund"
    )
    refund["balance_transaction"] = movement["id"]


def _take_back(world: World, refund: Object) -> None:
    charge = world.all("charge")[refund["charge"]]
    charge["amount_refunded"] -= refund["amount"]
    charge["refunded"] = False
    movement = balance.record(
        world, refund, amount=refund["amount"], type="refund_failure", category="refund_failure"
    )
    refund["failure_balance_transaction"] = movement["id"]


def _changed(world: World, refund: Object, status: str) -> None:
    before = {"status": refund["status"]}
    refund["status"] = status
    refund.pop("pending_reason", None)
    world.emit("refund.updated", refund, before=before)
    world.emit("charge.refund.updated", refund, before=before)


def by_owner(world: World, charge_id: str, amount: int | None) -> Object:
    """A refund made in the dashboard, under the same limits."""
    charge = world.all("charge").get(charge_id)
    if charge is None:
        raise BuyerError("There is no such charge")
    if amount is None:
        amount = charge["amount"] - charge["amount_refunded"]
    try:
        _check(world, charge, amount, given=True)
    except ApiError as error:
        raise BuyerError(str(error)) from error
    return make(world, charge, amount)


def fail(world: World, refund_id: str) -> Object:
    """The bank sends the money back: it is refundable again."""
    refund = _living(world, refund_id)
    refund["failure_reason"] = "expired_or_canceled_card"
    _take_back(world, refund)
    _changed(world, refund, "failed")
    world.emit("refund.failed", refund)
    return refund


def complete(world: World, refund_id: str) -> Object:
    """A refund that waited reaches the buyer."""
    refund = _living(world, refund_id)
    if refund["status"] == "succeeded":
        raise BuyerError("The refund has succeeded already")
    _changed(world, refund, "succeeded")
    return refund


def await_buyer(world: World, refund_id: str) -> Object:
    """A refund stops until the buyer says where the money shall go."""
    refund = _living(world, refund_id)
    refund["next_action"] = {"type": "display_details"}
    _changed(world, refund, "requires_action")
    return refund


def _living(world: World, refund_id: str) -> Object:
    refund = world.all("refund").get(refund_id)
    if refund is None or refund["status"] not in _ALIVE:
        raise BuyerError("There is no such refund, or it is over")
    return refund


@answers("GET", PATH)
def list_refunds(world: World, call: Call) -> Object:
    """The account's refunds."""
    return list_of(world, call, "refund", PATH, equal=("charge", "payment_intent"))


@answers("GET", PATH + "/{refund}")
def retrieve(world: World, call: Call) -> Object:
    """One refund as it now is."""
    return world.find(call.account, "refund", call.id, param="refund")


@answers("POST", PATH + "/{refund}/cancel")
def cancel(world: World, call: Call) -> Object:
    """Call off a refund that waits for the buyer."""
    refund = retrieve(world, call)
    if refund["status"] != "requires_action":
        raise refused(f"A refund that is {refund['status']} cannot be canceled")
    _take_back(world, refund)
    del refund["next_action"]
    _changed(world, refund, "canceled")
    return refund
