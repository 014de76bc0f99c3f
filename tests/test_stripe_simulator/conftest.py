"""A simulator with a clock in the test's hand, and the SDK's own client on it."""

from __future__ import annotations

import http.client
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
import stripe

from tests.stripe_simulator import Simulator
from tests.stripe_simulator.server import RunningServer, serve

KEY = "sk_test_one"
SECRET = "whsec_one"
# Ahead of the true time, since the SDK refuses signatures older than five minutes.
NOW = 4_000_000_000


@dataclass
class Receiver:
    """A webhook endpoint that verifies signatures as the SDK does."""

    status: int = 200
    events: list[stripe.Event] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def __call__(self, body: bytes, headers: dict[str, str]) -> int:
        event = stripe.Webhook.construct_event(body, headers["Stripe-Signature"], SECRET)
        self.events.append(event)
        self.headers.append(headers)
        return self.status

    @property
    def types(self) -> list[str]:
        return [event.type for event in self.events]


@pytest.fixture
def sim() -> Simulator:
    return Simulator(clock=lambda: NOW, seed=7)


@pytest.fixture
def client(sim: Simulator) -> stripe.StripeClient:
    return stripe.StripeClient(KEY, http_client=sim.http_client(), max_network_retries=2)


@pytest.fixture
def receiver(sim: Simulator) -> Receiver:
    made = Receiver()
    sim.register_endpoint(KEY, SECRET, made)
    return made


def session_params(**changes: Any) -> dict[str, Any]:
    """A session as a shop opens it, with changes; None takes a parameter away."""
    params: dict[str, Any] = {
        "mode": "payment",
        "success_url": "https://shop.test/done?session={CHECKOUT_SESSION_ID}",
        "cancel_url": "https://shop.test/back",
        "client_reference_id": "order-7",
        "customer_email": "kari@example.com",
        "expires_at": NOW + 31 * 60,
        "locale": "nb",
        "metadata": {"order": "7"},
        "line_items": [
            {
                "quantity": 2,
                "price_data": {
                    "currency": "nok",
                    "unit_amount": 320_000,
                    "product_data": {"name": "Kurs", "description": "12. januar"},
                },
            }
        ],
    }
    params.update(changes)
    return {name: value for name, value in params.items() if value is not None}


Opener = Callable[..., stripe.checkout.Session]


@pytest.fixture
def open_session(client: stripe.StripeClient) -> Opener:
    def open_one(**changes: Any) -> stripe.checkout.Session:
        return client.v1.checkout.sessions.create(params=session_params(**changes))

    return open_one


@dataclass
class Page:
    status: int
    body: str
    location: str | None


@dataclass
class Browser:
    """Gets and posts, and follows nothing by itself."""

    url: str
    language: str = "nb"

    def get(self, path: str) -> Page:
        return self._ask("GET", path, None)

    def post(self, path: str, **fields: str) -> Page:
        return self._ask("POST", path, urlencode(fields))

    def _ask(self, method: str, path: str, body: str | None) -> Page:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=5)
        connection.request(method, path, body, {"Accept-Language": self.language})
        response = connection.getresponse()
        page = Page(response.status, response.read().decode(), response.getheader("Location"))
        connection.close()
        return page


@pytest.fixture
def server(sim: Simulator) -> Iterator[RunningServer]:
    running = serve(sim, 0)
    yield running
    running.stop()


@pytest.fixture
def browser(server: RunningServer) -> Browser:
    return Browser(server.url)


@pytest.fixture
def remote(server: RunningServer) -> stripe.StripeClient:
    """The SDK's own client over a true connection."""
    return stripe.StripeClient(KEY, base_addresses={"api": server.url}, max_network_retries=0)


@pytest.fixture
def session(remote: stripe.StripeClient) -> stripe.checkout.Session:
    return remote.v1.checkout.sessions.create(params=session_params())
