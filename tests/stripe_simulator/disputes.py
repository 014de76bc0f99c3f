"""Disputes: a buyer's bank takes the money back, for a time or for good."""

from __future__ import annotations

from . import balance, schema
from .errors import BuyerError
from .listing import list_of
from .payments import CARD
from .routing import answers
from .world import Call, Object, World

_DAYS_TO_ANSWER = 9
_DAY = 24 * 60 * 60


def open_dispute(world: World, charge_id: str, *, reason: str, amount: int | None) -> Object:
    """The bank takes the amount and a fee."""
    charge = world.all("charge").get(charge_id)
    if charge is None or not charge["paid"] or charge["disputed"]:
        raise BuyerError("There is no such charge, or it cannot be disputed")
    dispute = _new(world, charge, reason, amount or charge["amount"])
    world.add(world.owners[charge_id], dispute)
    charge["disputed"] = True
    fee = balance.DISPUTE_FEE.get(charge["currency"], balance.DISPUTE_FEE_ELSEWHERE)
    _book(world, dispute, -dispute["amount"], "dispute", fee=fee)
    world.emit("charge.dispute.created", dispute)
    world.emit("charge.dispute.funds_withdrawn", dispute)
    return dispute


def _new(world: World, charge: Object, reason: str, amount: int) -> Object:
    now = world.now()
    evidence = schema.blank("dispute_evidence", enhanced_evidence={})
    dispute = schema.blank(
        "dispute",
        id=world.new_id("dispute"),
        object="dispute",
        amount=amount,
        balance_transactions=[],
        charge=charge["id"],
        created=now,
        currency=charge["currency"],
        enhanced_eligibility_types=[],
        evidence=evidence,
        evidence_details={
            "due_by": now + _DAYS_TO_ANSWER * _DAY,
            "enhanced_eligibility": {},
            "has_evidence": False,
            "past_due": False,
            "submission_count": 0,
        },
        is_charge_refundable=False,
        livemode=False,
        metadata={},
        payment_intent=charge["payment_intent"],
        reason=reason,
        status="needs_response",
    )
    if charge["payment_method_details"]["type"] == CARD:
        dispute["payment_method_details"] = {
            "type": CARD,
            CARD: {"brand": "visa", "case_type": "chargeback", "network_reason_code": None},
        }
    return dispute


def _book(world: World, dispute: Object, amount: int, category: str, fee: int = 0) -> None:
    movement = balance.record(
        world, dispute, amount=amount, type="adjustment", category=category, fee=fee
    )
    dispute["balance_transactions"].append(dict(movement))


def close_dispute(world: World, dispute_id: str, *, won: bool) -> Object:
    """The bank decides; a dispute that is won brings the amount back."""
    dispute = world.all("dispute").get(dispute_id)
    if dispute is None or dispute["status"] in ("won", "lost"):
        raise BuyerError("There is no such dispute, or it is closed")
    dispute["status"] = "won" if won else "lost"
    if won:
        _book(world, dispute, dispute["amount"], "dispute_reversal")
        dispute["is_charge_refundable"] = True
        world.emit("charge.dispute.funds_reinstated", dispute)
    world.emit("charge.dispute.closed", dispute)
    return dispute


@answers("GET", "/v1/disputes/{dispute}")
def retrieve(world: World, call: Call) -> Object:
    """One dispute as it now is."""
    return world.find(call.account, "dispute", call.id, param="dispute")


@answers("GET", "/v1/disputes", takes="charge created payment_intent")
def list_disputes(world: World, call: Call) -> Object:
    """The account's disputes."""
    return list_of(world, call, "dispute", "/v1/disputes", equal=("charge", "payment_intent"))
