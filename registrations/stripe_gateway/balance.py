"""The account's balance: every movement of money, as Stripe's own books show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .client import answers, client_for
from .reading import field, id_of, key_in, moment, seconds


@dataclass(frozen=True)
class Movement:
    """Money that came into an account's balance or left it; below zero when it left.

    ``amount``, ``fee`` and ``net`` are in the balance's ``currency``. ``source_amount`` and
    ``source_currency`` are what the buyer paid or got, which differ from those where Stripe
    changed the money. What a movement comes from is known for charges, refunds, disputes and
    payouts; other movements have an empty payment intent.
    """

    id: str
    # charge, refund, refund_failure, charge_failure, dispute, dispute_reversal, fee, payout, …
    category: str
    type: str
    made_at: datetime
    amount: int
    fee: int
    net: int
    currency: str
    source_id: str
    source_amount: int
    source_currency: str
    payment_intent_id: str
    attempt_key: str  # metadata.attempt of a charge
    refund_key: str  # metadata.refund of a refund

    @property
    def is_payout(self) -> bool:
        """Money on its way from the balance to the bank: no concern of anybody's ledger."""
        return self.category.startswith("payout")


def movements_between(*, account: str, since: datetime, until: datetime) -> list[Movement]:
    """Every movement from ``since`` to before ``until``, the newest first."""
    with answers():
        transactions = client_for(account).v1.balance_transactions.list(
            {
                "created": {"gte": seconds(since), "lt": seconds(until)},
                "expand": ["data.source"],
                "limit": 100,
            }
        )
        return [_read(transaction) for transaction in transactions.auto_paging_iter()]


def _read(transaction: Any) -> Movement:
    source = transaction.source
    opened = None if source is None or isinstance(source, str) else source
    amount, currency = transaction.amount, transaction.currency
    if opened is not None and field(opened, "currency") not in (None, currency):
        amount = opened.amount if amount > 0 else -opened.amount
        currency = opened.currency
    return Movement(
        id=transaction.id,
        category=transaction.reporting_category,
        type=transaction.type,
        made_at=moment(transaction.created),
        amount=transaction.amount,
        fee=transaction.fee,
        net=transaction.net,
        currency=transaction.currency.upper(),
        source_id=id_of(source),
        source_amount=amount,
        source_currency=currency.upper(),
        payment_intent_id=id_of(field(opened, "payment_intent")) if opened is not None else "",
        attempt_key=key_in(opened, "attempt") if opened is not None else "",
        refund_key=key_in(opened, "refund") if opened is not None else "",
    )


def movements_of_payout(*, account: str, payout_id: str) -> list[Movement]:
    """What a payout is made of, the payout itself included, the oldest first. Stripe says so only
    of payouts that it made by itself."""
    with answers():
        transactions = client_for(account).v1.balance_transactions.list(
            {"payout": payout_id, "expand": ["data.source"], "limit": 100}
        )
        return [_read(transaction) for transaction in transactions.auto_paging_iter()][::-1]
