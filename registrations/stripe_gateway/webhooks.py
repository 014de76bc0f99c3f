"""Webhooks: who signed them, and where they tell us to look."""

import json
from dataclasses import dataclass

from django.conf import settings

import stripe

from .client import DEFAULT_ACCOUNT


class BadSignature(Exception):
    """A webhook that Stripe did not sign."""


@dataclass(frozen=True)
class Hint:
    """A webhook's event, reduced to where to look."""

    account: str
    event_id: str
    type: str
    object_id: str


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
