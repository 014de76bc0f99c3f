from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.test import Client

import pytest

from cms.models import Practice, Role
from courses.models import Offering
from tests import stripe_in_process
from tests.factories import make_offering, make_practice, make_user
from tests.logging_in import logged_in
from tests.stripe_simulator import Simulator

Deliver = Callable[[], None]


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice(db: None) -> Practice:
    return make_practice()


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice)


@pytest.fixture
def owner(practice: Practice) -> Client:
    """Logged in as the practice's owner, who reads English."""
    return logged_in(make_user("owner@steinlia.example", practice=practice, role=Role.OWNER))


@pytest.fixture
def stripe(client: Client) -> Simulator:
    """Stripe, whose webhooks reach the site when the test says ``stripe.deliver()``."""
    simulator = Simulator(seed=1)
    stripe_in_process.use(simulator)

    def send(body: bytes, headers: dict[str, str]) -> int:
        response = client.post(
            "/stripe/webhook/",
            body,
            content_type="application/json",
            headers={"Stripe-Signature": headers["Stripe-Signature"]},
        )
        return response.status_code

    simulator.register_endpoint(settings.STRIPE_SECRET_KEY, settings.STRIPE_WEBHOOK_SECRET, send)
    return simulator
