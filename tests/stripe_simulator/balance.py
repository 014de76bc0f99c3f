"""What reaches the account's balance: fees, transactions, payouts."""

from __future__ import annotations

from decimal import Decimal

from . import schema
from .listing import list_of
from .pricing import rounded
from .routing import answers
from .world import Call, Object, World

# The simulator's own tariff: a share of the amount and a fixed part per charge.
_SHARE = Decimal("0.024")
_FIXED = {"nok": 200, "sek": 180, "dkk": 180, "eur": 25}
_FIXED_ELSEWHERE = 30

_DAYS_UNTIL_AVAILABLE = 3
_DAY = 24 * 60 * 60

DISPUTE_FEE = {"nok": 15000, "sek": 15000, "dkk": 11000, "eur": 2000}
DISPUTE_FEE_ELSEWHERE = 1500


def record_charge(world: World, charge: Object) -> Object:
    """Money in, less the fee."""
    currency = charge["currency"]
    fee = rounded(charge["amount"] * _SHARE) + _FIXED.get(currency, _FIXED_ELSEWHERE)
    return record(world, charge, amount=charge["amount"], fee=fee, type="charge", category="charge")


def record(
    world: World,
    source: Object,
    *,
    amount: int,
    type: str,
    category: str,
    fee: int = 0,
) -> Object:
    """A movement on the balance, positive for money in; fees are never given back."""
    now = world.now()
    details = schema.blank(
        "fee",
        amount=fee,
        currency=source["currency"],
        description="Processing fees",
        type="stripe_fee",
    )
    transaction = schema.blank(
        "balance_transaction",
        id=world.new_id("balance_transaction"),
        object="balance_transaction",
        amount=amount,
        available_on=now + _DAYS_UNTIL_AVAILABLE * _DAY,
        balance_type="payments",
        created=now,
        currency=source["currency"],
        description=source.get("description"),
        fee=fee,
        fee_details=[details] if fee else [],
        net=amount - fee,
        reporting_category=category,
        source=source["id"],
        status="pending",
        type=type,
    )
    return world.add(world.owners[source["id"]], transaction)


def refresh(world: World, account: str) -> None:
    """Let what has waited long enough become available."""
    now = world.now()
    for transaction in world.of(account, "balance_transaction"):
        if transaction["available_on"] <= now:
            transaction["status"] = "available"


def pay_out(world: World, account: str, currency: str) -> Object | None:
    """Pay out what is available and not yet paid out; None where there is nothing."""
    refresh(world, account)
    due = [
        transaction
        for transaction in world.of(account, "balance_transaction")
        if transaction["status"] == "available"
        and transaction["currency"] == currency
        and transaction["type"] != "payout"
        and "payout" not in world.note(transaction["id"])
    ]
    amount = sum(transaction["net"] for transaction in due)
    if amount <= 0:
        return None
    payout = _payout(world, account, amount, currency)
    for transaction in due:
        world.note(transaction["id"])["payout"] = payout["id"]
    return payout


def _payout(world: World, account: str, amount: int, currency: str) -> Object:
    payout = schema.blank(
        "payout",
        id=world.new_id("payout"),
        object="payout",
        amount=amount,
        arrival_date=world.now(),
        automatic=True,
        created=world.now(),
        currency=currency,
        description="Payout",
        livemode=False,
        metadata={},
        method="standard",
        reconciliation_status="completed",
        source_type="card",
        status="pending",
        type="bank_account",
    )
    world.add(account, payout)
    transaction = record(world, payout, amount=-amount, type="payout", category="payout")
    world.note(transaction["id"])["payout"] = payout["id"]
    payout["balance_transaction"] = transaction["id"]
    world.emit("payout.created", payout)
    payout["status"] = "paid"
    world.emit("payout.paid", payout)
    return payout


def fail_payout(world: World, payout: Object) -> None:
    """The bank sends a payout back: its money is on the balance again."""
    payout["status"] = "failed"
    payout["failure_code"] = "account_closed"
    payout["failure_message"] = "The bank account has been closed."
    returned = record(
        world, payout, amount=payout["amount"], type="payout_failure", category="payout_reversal"
    )
    payout["failure_balance_transaction"] = returned["id"]
    world.emit("payout.failed", payout)


def charge_fee(world: World, account: str, amount: int, currency: str) -> Object:
    """What Stripe takes for something that belongs to no charge."""
    now = world.now()
    transaction = schema.blank(
        "balance_transaction",
        id=world.new_id("balance_transaction"),
        object="balance_transaction",
        amount=-amount,
        available_on=now + _DAYS_UNTIL_AVAILABLE * _DAY,
        balance_type="payments",
        created=now,
        currency=currency,
        description="Billing - usage fee",
        fee=0,
        fee_details=[],
        net=-amount,
        reporting_category="fee",
        source=None,
        status="pending",
        type="stripe_fee",
    )
    return world.add(account, transaction)


@answers("GET", "/v1/balance_transactions", takes="created currency payout source type")
def list_transactions(world: World, call: Call) -> Object:
    """The movements on the account's balance."""
    refresh(world, call.account)
    payout = call.params.get("payout")
    return list_of(
        world,
        call,
        "balance_transaction",
        "/v1/balance_transactions",
        equal=("currency", "source", "type"),
        keep=lambda item: payout is None or world.note(item["id"]).get("payout") == payout,
    )


@answers("GET", "/v1/balance_transactions/{id}")
def retrieve_transaction(world: World, call: Call) -> Object:
    """One movement."""
    refresh(world, call.account)
    return world.find(call.account, "balance_transaction", call.id)


@answers("GET", "/v1/payouts", takes="created status arrival_date")
def list_payouts(world: World, call: Call) -> Object:
    """What was paid out to the account's bank."""
    return list_of(world, call, "payout", "/v1/payouts", equal=("status",))


@answers("GET", "/v1/payouts/{payout}")
def retrieve_payout(world: World, call: Call) -> Object:
    """One payout."""
    return world.find(call.account, "payout", call.id)
