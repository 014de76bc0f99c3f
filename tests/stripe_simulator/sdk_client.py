"""The SDK's HTTP client that needs no network."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import stripe
from requests.structures import CaseInsensitiveDict

if TYPE_CHECKING:
    from .simulator import Simulator


class InProcessClient(stripe.HTTPClient):
    """Hands the SDK's requests straight to a simulator."""

    name = "simulator"

    def __init__(self, simulator: Simulator, *, timeout: float) -> None:
        super().__init__()
        self.simulator = simulator
        self.timeout = timeout

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        *,
        _usage: list[str] | None = None,
    ) -> tuple[str, int, Mapping[str, str]]:
        """Answer, or fail as a broken connection does."""
        parts = urlsplit(url)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        response = self.simulator.handle(method, path, headers or {}, post_data)
        if response.lost is not None:
            raise stripe.APIConnectionError(f"Simulated: {response.lost}", should_retry=True)
        return response.body, response.status, CaseInsensitiveDict(response.headers)

    def close(self) -> None:
        """Nothing is open."""

    def _sleep_time_seconds(self, num_retries: int) -> float:
        return 0
