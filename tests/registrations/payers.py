"""What people do at Stripe: pay for a registration, or for something this site knows nothing of."""

from typing import Any

from django.conf import settings

import stripe as sdk

from courses.models import Offering
from registrations.models import PaymentAttempt
from registrations.services import start_checkout
from tests.factories import make_registration
from tests.stripe_simulator import Simulator


def checked_out(offering: Offering) -> PaymentAttempt:
    return start_checkout(registration_id=make_registration(offering).pk)


def paid(offering: Offering, stripe: Simulator, *, told: bool = True) -> PaymentAttempt:
    attempt = checked_out(offering)
    stripe.pay(attempt.session_id)
    if told:
        stripe.deliver()
    attempt.refresh_from_db()
    return attempt


def charge_of(stripe: Simulator, attempt: PaymentAttempt) -> str:
    session = stripe.sessions[attempt.session_id]
    return str(stripe.payment_intents[session["payment_intent"]]["latest_charge"])


def sdk_client(stripe: Simulator, key: str = "") -> sdk.StripeClient:
    """Somebody else who uses the same account."""
    return sdk.StripeClient(
        key or settings.STRIPE_SECRET_KEY, http_client=stripe.http_client(), max_network_retries=0
    )


def paid_past_us(stripe: Simulator, *, amount: int = 12_300, key: str = "", **more: Any) -> str:
    """A payment that this site knows nothing of; gives its payment intent."""
    session = sdk_client(stripe, key).v1.checkout.sessions.create(
        {
            "mode": "payment",
            "success_url": "https://elsewhere.test/",
            "line_items": [
                {
                    "quantity": 1,
                    "price_data": {
                        "currency": "nok",
                        "unit_amount": amount,
                        "product_data": {"name": "Book"},
                    },
                }
            ],
            **more,
        }
    )
    stripe.pay(session.id)
    return str(stripe.sessions[session.id]["payment_intent"])
