"""Payouts: what an account sent from its balance to its bank."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from .client import answers, client_for
from .reading import moment, seconds


@dataclass(frozen=True)
class PayoutState:
    """A payout as Stripe has it now."""

    id: str
    status: str  # pending, in_transit, paid, failed, canceled
    amount: int
    currency: str
    made_at: datetime
    arrives_on: date
    by_itself: bool


def payouts_since(*, account: str, since: datetime) -> list[PayoutState]:
    """The payouts made since then, the oldest first."""
    with answers():
        payouts = client_for(account).v1.payouts.list(
            {"created": {"gte": seconds(since)}, "limit": 100}
        )
        return [_read(payout) for payout in payouts.auto_paging_iter()][::-1]


def retrieve_payout(*, account: str, payout_id: str) -> PayoutState:
    with answers():
        return _read(client_for(account).v1.payouts.retrieve(payout_id))


def _read(payout: Any) -> PayoutState:
    return PayoutState(
        id=payout.id,
        status=payout.status,
        amount=payout.amount,
        currency=payout.currency.upper(),
        made_at=moment(payout.created),
        # Stripe gives the day as its first moment in UTC.
        arrives_on=moment(payout.arrival_date).date(),
        by_itself=payout.automatic,
    )
