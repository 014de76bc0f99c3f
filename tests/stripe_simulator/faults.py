"""The failures a test or the control page asks of the API."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from .errors import ApiError

KINDS = (
    "drop",
    "drop_after",
    "error_500",
    "error_500_after",
    "rate_limited",
    "conflict",
    "timeout",
    "timeout_after",
)
"""What may be asked for.

``drop``, ``timeout``: the request never takes effect, the answer never comes.
``…_after``: it takes effect, but the answer is lost or is a 500.
``error_500``: it fails before it begins, so nothing is kept under its key.
``error_500_after``: done, and the 500 is kept and replayed under its key.
"""


@dataclass
class _Rule:
    pattern: str
    kind: str
    times: int | None


class Faults:
    """The failures still to come, first asked first served."""

    def __init__(self) -> None:
        self._rules: list[_Rule] = []

    def add(self, pattern: str, kind: str, times: int | None = 1) -> None:
        """Let the next ``times`` requests matching e.g. ``POST /v1/refunds*`` fail.

        ``*`` stands for any text; without ``times`` it goes on until ``clear``.
        """
        assert kind in KINDS, f"{kind!r} is not one of {KINDS}"
        self._rules.append(_Rule(pattern, kind, times))

    def clear(self) -> None:
        """Let everything succeed again."""
        self._rules.clear()

    @property
    def pending(self) -> list[tuple[str, str, int | None]]:
        """What has been asked for and not yet happened."""
        return [(rule.pattern, rule.kind, rule.times) for rule in self._rules]

    def take(self, method: str, path: str) -> str | None:
        """The failure this request shall have, if any; it counts as happened."""
        for rule in self._rules:
            if fnmatchcase(f"{method} {path}", rule.pattern):
                if rule.times is not None:
                    rule.times -= 1
                    if rule.times < 1:
                        self._rules.remove(rule)
                return rule.kind
        return None


def early_error(kind: str | None) -> ApiError | None:
    """The error a fault answers with before anything is done."""
    if kind == "error_500":
        return ApiError("An error on the simulator's side", status=500, type="api_error")
    if kind == "rate_limited":
        return ApiError("Too many requests", status=429, code="rate_limit")
    if kind == "conflict":
        return ApiError(
            "Another request with this idempotency key is in progress",
            status=409,
            type="idempotency_error",
            code="idempotency_key_in_use",
        )
    return None
