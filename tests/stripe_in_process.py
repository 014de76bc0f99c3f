"""Puts the product's Stripe client on a simulator in the same process."""

from typing import Any

import stripe

from tests.stripe_simulator import Simulator

_current: Simulator | None = None


def use(simulator: Simulator) -> None:
    global _current
    _current = simulator


def http_client(timeout: float) -> stripe.HTTPClient:
    return _ToCurrent(timeout)


class _ToCurrent(stripe.HTTPClient):
    """The product keeps its client; each test has a simulator of its own."""

    name = "simulator"

    def __init__(self, timeout: float) -> None:
        super().__init__()
        self.timeout = timeout

    def request(self, *args: Any, **kwargs: Any) -> Any:
        if _current is None:
            raise stripe.APIConnectionError("No simulator in this test.")
        return _current.http_client(timeout=self.timeout).request(*args, **kwargs)

    def close(self) -> None:
        """Nothing is open."""

    def _sleep_time_seconds(self, num_retries: int) -> float:
        return 0
