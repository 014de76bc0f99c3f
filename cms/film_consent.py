"""Letting one film's player into a page because the visitor asked for it, and nothing else."""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase

# What the address of a page asks for to show one of its films.
ASKED_FOR: Final = "film"
_HOST: Final = "_player_host"


@dataclass(frozen=True)
class Asking:
    """Whether the visitor has asked for this film, and the address that asks for it."""

    yes: bool
    address: str


def asking_for(block_id: str, request: HttpRequest | None) -> Asking:
    """What the visitor says about the film of the block ``block_id``."""
    asked = request.GET.get(ASKED_FOR, "") if request else ""
    return Asking(
        yes=bool(block_id) and asked == block_id,
        address=f"?{ASKED_FOR}={block_id}#film-{block_id}" if block_id else "",
    )


def let_in(player: str, request: HttpRequest) -> None:
    """The answer to ``request`` may frame the host of ``player``."""
    parts = urlsplit(player)
    setattr(request, _HOST, f"{parts.scheme}://{parts.netloc}")


def widen_policy(request: HttpRequest, response: HttpResponseBase) -> None:
    """Allow the player's host in the policy of this one answer."""
    host: Any = getattr(request, _HOST, None)
    if host:
        response._csp_update = {"frame-src": [host]}  # type: ignore[attr-defined]
