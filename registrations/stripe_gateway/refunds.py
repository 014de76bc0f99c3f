"""Refunds: money on its way back to where it came from."""

from dataclasses import dataclass
from typing import Any

from .client import answers, client_for
from .reading import id_of, key_in


@dataclass(frozen=True)
class RefundState:
    """A refund as it stands at Stripe now."""

    id: str
    status: str  # pending, requires_action, succeeded, failed, canceled
    amount: int
    payment_intent_id: str
    refund_key: str


def create_refund(*, account: str, parameters: dict[str, Any], idempotency_key: str) -> RefundState:
    with answers():
        refund = client_for(account).v1.refunds.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(refund)


def retrieve_refund(*, account: str, refund_id: str) -> RefundState:
    with answers():
        return _read(client_for(account).v1.refunds.retrieve(refund_id))


def find_refund(*, account: str, payment_intent_id: str, refund_key: str) -> RefundState | None:
    """Look for our refund among those of its payment."""
    for refund in refunds_of(account=account, payment_intent_id=payment_intent_id):
        if refund.refund_key == refund_key:
            return refund
    return None


def refunds_of(*, account: str, payment_intent_id: str) -> list[RefundState]:
    with answers():
        refunds = client_for(account).v1.refunds.list(
            {"payment_intent": payment_intent_id, "limit": 100}
        )
        return [_read(refund) for refund in refunds.auto_paging_iter()]


def _read(refund: Any) -> RefundState:
    return RefundState(
        id=refund.id,
        status=refund.status,
        amount=refund.amount,
        payment_intent_id=id_of(refund.payment_intent),
        refund_key=key_in(refund, "refund"),
    )
