"""Payment intents: what a buyer was asked for, and what of it came."""

from dataclasses import dataclass
from typing import Any

from .client import answers, client_for


@dataclass(frozen=True)
class PaymentState:
    """A payment as it stands at Stripe now."""

    id: str
    status: str  # requires_…, processing, succeeded, canceled
    amount: int
    amount_received: int
    currency: str


def create_payment(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> PaymentState:
    with answers():
        intent = client_for(account).v1.payment_intents.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(intent)


def retrieve_payment(*, account: str, payment_intent_id: str) -> PaymentState:
    with answers():
        return _read(client_for(account).v1.payment_intents.retrieve(payment_intent_id))


def _read(intent: Any) -> PaymentState:
    return PaymentState(
        id=intent.id,
        status=intent.status,
        amount=intent.amount,
        amount_received=intent.amount_received,
        currency=intent.currency.upper(),
    )
