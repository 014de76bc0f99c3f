"""Disputes: a buyer's bank takes money back, for a time or for good."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .client import answers, client_for
from .reading import field, id_of, moment, seconds


@dataclass(frozen=True)
class DisputeState:
    """A dispute as it stands at Stripe now."""

    id: str
    # warning_needs_response, warning_under_review, warning_closed, needs_response,
    # under_review, won, lost, prevented
    status: str
    amount: int
    currency: str
    payment_intent_id: str
    charge_id: str
    reason: str
    made_at: datetime
    # Whether the bank has taken the money, and given it back again.
    funds_withdrawn: bool
    funds_reinstated: bool

    @property
    def is_closed(self) -> bool:
        return self.status in ("won", "lost", "warning_closed", "prevented")


def retrieve_dispute(*, account: str, dispute_id: str) -> DisputeState:
    with answers():
        return _read(client_for(account).v1.disputes.retrieve(dispute_id))


def disputes_of(*, account: str, payment_intent_id: str) -> list[DisputeState]:
    """The disputes about a payment."""
    with answers():
        disputes = client_for(account).v1.disputes.list(
            {"payment_intent": payment_intent_id, "limit": 100}
        )
        return [_read(dispute) for dispute in disputes.auto_paging_iter()]


def disputes_between(*, account: str, since: datetime, until: datetime) -> list[DisputeState]:
    """The disputes opened from ``since`` to before ``until``, the newest first."""
    with answers():
        disputes = client_for(account).v1.disputes.list(
            {"created": {"gte": seconds(since), "lt": seconds(until)}, "limit": 100}
        )
        return [_read(dispute) for dispute in disputes.auto_paging_iter()]


def _read(dispute: Any) -> DisputeState:
    movements = [one.amount for one in field(dispute, "balance_transactions") or ()]
    return DisputeState(
        id=dispute.id,
        status=dispute.status,
        amount=dispute.amount,
        currency=dispute.currency.upper(),
        payment_intent_id=id_of(field(dispute, "payment_intent")),
        charge_id=id_of(dispute.charge),
        reason=dispute.reason,
        made_at=moment(dispute.created),
        funds_withdrawn=any(amount < 0 for amount in movements),
        funds_reinstated=any(amount > 0 for amount in movements),
    )
