"""What a repeated idempotency key gets back."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from .errors import ApiError
from .form import Raw

KEPT_FOR = 24 * 60 * 60
MAX_LENGTH = 255


@dataclass(frozen=True)
class Stored:
    """An answer as it was first given."""

    fingerprint: str
    status: int
    body: str
    at: int


class Answers:
    """The answers kept by (account, key), for a day."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], Stored] = {}

    def recall(self, account: str, key: str, fingerprint: str, *, now: int) -> Stored | None:
        """The stored answer; an error where the key was used for something else."""
        stored = self._kept.get((account, key))
        if stored is None or stored.at + KEPT_FOR < now:
            return None
        if stored.fingerprint != fingerprint:
            raise ApiError(
                f"The idempotency key {key} was first used with other parameters",
                type="idempotency_error",
            )
        return stored

    def keep(self, account: str, key: str, stored: Stored) -> None:
        """Remember the answer to a request whose operation began."""
        self._kept[account, key] = stored

    def to_json(self) -> list[list[Any]]:
        """What a later run needs to give the same answers."""
        return [[account, key, asdict(kept)] for (account, key), kept in self._kept.items()]

    def load_json(self, saved: list[list[Any]]) -> None:
        """Go on from what ``to_json`` gave."""
        self._kept = {(account, key): Stored(**kept) for account, key, kept in saved}


def fingerprint(method: str, path: str, raw: dict[str, Raw]) -> str:
    """The same for the same request, in whatever order its parameters come."""
    text = json.dumps([method, path, raw], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
