"""The one door to Stripe. Nothing else imports its SDK.

Calls never happen inside a transaction that holds a lock. An answer is one of three: done,
``Refused`` (Stripe did nothing and said why) or ``OutcomeUnknown`` (it may have been done; asking
again with the same key finds out).
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from django.conf import settings
from django.utils.module_loading import import_string

import stripe

stripe.enable_telemetry = False

TIMEOUT_SECONDS: Final = 10
RETRIES: Final = 2
DEFAULT_ACCOUNT: Final = ""
# Only these say for certain that nothing was done. A key that is not accepted (401, 403) says
# nothing about what an earlier call with another key did.
REFUSALS: Final = {400, 402, 404}


class StripeError(Exception):
    """Stripe could not be asked, or said no."""


class OutcomeUnknown(StripeError):
    """No answer, or one that does not say whether it was done."""


class Refused(StripeError):
    """Stripe refused and changed nothing."""


class BadSignature(Exception):
    """A webhook that Stripe did not sign."""


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


@dataclass(frozen=True)
class Hint:
    """A webhook's event, reduced to where to look."""

    account: str
    event_id: str
    type: str
    object_id: str


def account_of(practice_slug: str) -> str:
    """The name of the Stripe account that a practice uses; the common one is ""."""
    return practice_slug if practice_slug in settings.STRIPE_PRACTICE_KEYS else DEFAULT_ACCOUNT


@lru_cache
def _client(api_key: str, api_base: str, http_client: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        api_key,
        base_addresses={"api": api_base},
        http_client=import_string(http_client)(timeout=TIMEOUT_SECONDS),
        max_network_retries=RETRIES,
    )


def client_for(account: str) -> stripe.StripeClient:
    key = settings.STRIPE_PRACTICE_KEYS.get(account, settings.STRIPE_SECRET_KEY)
    return _client(key, settings.STRIPE_API_BASE, settings.STRIPE_HTTP_CLIENT)


@contextmanager
def _answers() -> Iterator[None]:
    """Turn Stripe's errors into ours."""
    try:
        yield
    except (stripe.APIConnectionError, stripe.RateLimitError) as error:
        raise OutcomeUnknown(type(error).__name__) from error
    except stripe.StripeError as error:
        status = error.http_status or 0
        if status not in REFUSALS:
            raise OutcomeUnknown(f"{type(error).__name__} {status}") from error
        raise Refused(f"{type(error).__name__} {status} {error.code or ''}".strip()) from error


def create_checkout_session(
    *, account: str, parameters: dict[str, Any], idempotency_key: str
) -> CheckoutSession:
    """Open a checkout, or find again the one that the same key and parameters opened."""
    with _answers():
        session = client_for(account).v1.checkout.sessions.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read(session)


def retrieve_checkout_session(*, account: str, session_id: str) -> CheckoutSession:
    with _answers():
        session = client_for(account).v1.checkout.sessions.retrieve(
            session_id, {"expand": ["payment_intent"]}
        )
    return _read(session)


def expire_checkout_session(*, account: str, session_id: str) -> CheckoutSession:
    """Close an open checkout. ``Refused`` when it is open no more: look at it again."""
    with _answers():
        session = client_for(account).v1.checkout.sessions.expire(session_id)
    return _read(session)


def find_checkout_session(
    *, account: str, attempt_key: str, made_at: datetime
) -> CheckoutSession | None:
    """Look for an attempt's session among those opened within a day of it.

    For attempts whose answer was lost so long ago that Stripe may have forgotten their key.
    """
    earliest = expiry_moment(made_at - timedelta(minutes=5))
    latest = expiry_moment(made_at + timedelta(days=1))
    with _answers():
        sessions = client_for(account).v1.checkout.sessions.list(
            {"created": {"gte": earliest, "lte": latest}, "limit": 100}
        )
        for session in sessions.auto_paging_iter():
            if _attempt_key(session) == attempt_key:
                return retrieve_checkout_session(account=account, session_id=session.id)
    return None


def _attempt_key(session: Any) -> str:
    """The key that we gave it; empty for a session that is not ours."""
    metadata = session.metadata
    return metadata["attempt"] if metadata is not None and "attempt" in metadata else ""


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
        payment_intent_id=(intent.id if expanded else intent) or "",
        payment_intent_status=intent.status if expanded else "",
        attempt_key=_attempt_key(session),
    )


def read_webhook(*, payload: bytes, signature: str) -> Hint:
    """Check the signature against every account's secrets; ``BadSignature`` when none fits."""
    for account, secrets in _webhook_secrets():
        for secret in filter(None, map(str.strip, secrets.split(","))):
            try:
                stripe.WebhookSignature.verify_header(
                    payload.decode(), signature, secret, tolerance=300
                )
            except (stripe.SignatureVerificationError, UnicodeDecodeError):
                continue
            return _read_hint(account, payload)
    raise BadSignature


def _webhook_secrets() -> list[tuple[str, str]]:
    return [
        (DEFAULT_ACCOUNT, settings.STRIPE_WEBHOOK_SECRET),
        *settings.STRIPE_PRACTICE_WEBHOOK_SECRETS.items(),
    ]


def _read_hint(account: str, payload: bytes) -> Hint:
    try:
        event = json.loads(payload)
        return Hint(
            account=account,
            event_id=str(event["id"]),
            type=str(event["type"]),
            object_id=str(event["data"]["object"].get("id", "")),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadSignature from error


def expiry_moment(moment: datetime) -> int:
    """Stripe wants whole seconds since 1970; a naive time would be read as local."""
    return int(moment.astimezone(UTC).timestamp())


@dataclass(frozen=True)
class RefundState:
    """A refund as it stands at Stripe now."""

    id: str
    status: str  # pending, requires_action, succeeded, failed, canceled
    amount: int
    payment_intent_id: str
    refund_key: str


def create_refund(*, account: str, parameters: dict[str, Any], idempotency_key: str) -> RefundState:
    with _answers():
        refund = client_for(account).v1.refunds.create(
            parameters,  # type: ignore[arg-type]
            options={"idempotency_key": idempotency_key},
        )
    return _read_refund(refund)


def retrieve_refund(*, account: str, refund_id: str) -> RefundState:
    with _answers():
        return _read_refund(client_for(account).v1.refunds.retrieve(refund_id))


def find_refund(*, account: str, payment_intent_id: str, refund_key: str) -> RefundState | None:
    """Look for our refund among those of its payment."""
    for refund in refunds_of(account=account, payment_intent_id=payment_intent_id):
        if refund.refund_key == refund_key:
            return refund
    return None


def refunds_of(*, account: str, payment_intent_id: str) -> list[RefundState]:
    with _answers():
        refunds = client_for(account).v1.refunds.list(
            {"payment_intent": payment_intent_id, "limit": 100}
        )
        return [_read_refund(refund) for refund in refunds.auto_paging_iter()]


def _read_refund(refund: Any) -> RefundState:
    intent = refund.payment_intent
    metadata = refund.metadata
    return RefundState(
        id=refund.id,
        status=refund.status,
        amount=refund.amount,
        payment_intent_id=(intent if isinstance(intent, str) else intent.id) if intent else "",
        refund_key=metadata["refund"] if metadata is not None and "refund" in metadata else "",
    )
