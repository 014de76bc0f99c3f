"""Checkout sessions: the page at Stripe where a buyer pays."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from .client import answers, client_for
from .reading import id_of, key_in, made_around
from .reading import seconds as expiry_moment

__all__ = [
    "CheckoutSession",
    "create_checkout_session",
    "expire_checkout_session",
    "expiry_moment",
    "find_checkout_session",
    "retrieve_checkout_session",
]


@dataclass(frozen=True)
class CheckoutSession:
    """What we need to know of a checkout session as it stands at Stripe now."""

    id: str
    status: str  # open, complete, expired
    payment_status: str  # paid, unpaid, no_payment_required
    amount_total: int
    currency: str
    url: str
    payment_intent_id: str
    payment_intent_status: str
    attempt_key: str

    @property
    def is_paid(self) -> bool:
        return self.status == "complete" and self.payment_status == "paid"

    @property
    def is_on_its_way(self) -> bool:
        return (
            self.status == "complete"
            and self.payment_status == "unpaid"
            and self.payment_intent_status not in ("requires_payment_method", "canceled")
        )

    @property
    def has_failed(self) -> bool:
        return self.status == "complete" and not self.is_paid and not self.is_on_its_way


def create_checkout_session(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> CheckoutSession:
    """Open a checkout, or find again the one that the same key and parameters opened."""
    with answers():
        session = client_for(account).v1.checkout.sessions.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(session)


def retrieve_checkout_session(*, account: str, session_id: str) -> CheckoutSession:
    with answers():
        session = client_for(account).v1.checkout.sessions.retrieve(
            session_id, {"expand": ["payment_intent"]}
        )
    return _read(session)


def expire_checkout_session(*, account: str, session_id: str) -> CheckoutSession:
    """Close an open checkout. ``Refused`` when it is open no more: look at it again."""
    with answers():
        session = client_for(account).v1.checkout.sessions.expire(session_id)
    return _read(session)


def find_checkout_session(
    *, account: str, attempt_key: str, made_at: datetime
) -> CheckoutSession | None:
    """Look for an attempt's session among those opened within a day of it.

    For attempts whose answer was lost so long ago that Stripe may have forgotten their key.
    """
    with answers():
        sessions = client_for(account).v1.checkout.sessions.list(
            {"created": made_around(made_at), "limit": 100}  # type: ignore[arg-type]
        )
        for session in sessions.auto_paging_iter():
            if key_in(session, "attempt") == attempt_key:
                return retrieve_checkout_session(account=account, session_id=session.id)
    return None


def _read(session: Any) -> CheckoutSession:
    intent = session.payment_intent
    expanded = intent is not None and not isinstance(intent, str)
    return CheckoutSession(
        id=session.id,
        status=session.status,
        payment_status=session.payment_status,
        amount_total=session.amount_total,
        currency=session.currency.upper(),
        url=session.url or "",
        payment_intent_id=id_of(intent),
        payment_intent_status=intent.status if expanded else "",
        attempt_key=key_in(session, "attempt"),
    )
