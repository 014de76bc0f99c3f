"""Asking Stripe: whose account, with which patience, and what an error says for certain."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import lru_cache
from typing import Final

from django.conf import settings
from django.utils.module_loading import import_string

import stripe

stripe.enable_telemetry = False

TIMEOUT_SECONDS: Final = 10
RETRIES: Final = 2
DEFAULT_ACCOUNT: Final = ""
# Stripe may forget a key after a day; before that, the same key finds what was done.
KEY_IS_KNOWN_FOR: Final = timedelta(hours=23)
# No call of ours is still under way at Stripe after this long; what it lists then is all there is.
LOOK_AFTER: Final = timedelta(minutes=2)
# Only these say for certain that nothing was done. A key that is not accepted (401, 403) says
# nothing about what an earlier call with another key did.
REFUSALS: Final = {400, 402, 404}


class StripeError(Exception):
    """Stripe could not be asked, or said no."""


class OutcomeUnknown(StripeError):
    """No answer, or one that does not say whether it was done."""


class Refused(StripeError):
    """Stripe refused and changed nothing."""


def account_of(practice_slug: str) -> str:
    """The name of the Stripe account that a practice uses; the common one is ""."""
    return practice_slug if practice_slug in settings.STRIPE_PRACTICE_KEYS else DEFAULT_ACCOUNT


def key_of(account: str) -> str:
    """The secret key of an account; "" where none is set."""
    key: str = settings.STRIPE_PRACTICE_KEYS.get(account, settings.STRIPE_SECRET_KEY)
    return key


@lru_cache
def _client(api_key: str, api_base: str, http_client: str) -> stripe.StripeClient:
    return stripe.StripeClient(
        api_key,
        base_addresses={"api": api_base},
        http_client=import_string(http_client)(timeout=TIMEOUT_SECONDS),
        max_network_retries=RETRIES,
    )


def client_for(account: str) -> stripe.StripeClient:
    return _client(key_of(account), settings.STRIPE_API_BASE, settings.STRIPE_HTTP_CLIENT)


@contextmanager
def answers() -> Iterator[None]:
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
