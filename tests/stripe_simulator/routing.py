"""Which function answers which operation."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .errors import ApiError, NotSimulated
from .schema import Operation, find_operation, operations
from .world import Call, World

Handler = Callable[[World, Call], dict[str, Any]]

_handlers: dict[tuple[str, str], tuple[Handler, frozenset[str] | None]] = {}

_EVERYWHERE = frozenset({"expand", "limit", "starting_after", "ending_before"})


def answers(method: str, path: str, *, takes: str | None = None) -> Callable[[Handler], Handler]:
    """Register a handler for an operation in the description.

    ``takes`` names the parameters it heeds, by top-level name. Stripe's others
    are not simulated, and a request with one must fail loudly instead of being
    half obeyed. Without it, every parameter is heeded.
    """
    key = method, path
    names = None if takes is None else frozenset(takes.split())
    operation = operations()[key]
    unknown = (names or frozenset()) - set(operation.parameters["properties"])
    assert not unknown, f"{method} {path} has no {sorted(unknown)}"

    def register(handler: Handler) -> Handler:
        _handlers[key] = handler, names
        return handler

    return register


def route(method: str, path: str) -> tuple[Operation, Handler, dict[str, str]]:
    """What answers a request, and the ids in its path."""
    found = find_operation(method, path)
    if found is None:
        raise ApiError(f"Unrecognized request URL ({method}: {path})", status=404)
    operation, ids = found
    if (operation.method, operation.path) not in _handlers:
        raise NotSimulated(f"{method} {operation.path} is not simulated")
    handler, _ = _handlers[operation.method, operation.path]
    return operation, handler, ids


def refuse_unheeded(operation: Operation, params: dict[str, Any]) -> None:
    """Raise where a valid parameter would have no effect here."""
    _, names = _handlers[operation.method, operation.path]
    if names is not None and (unheeded := set(params) - names - _EVERYWHERE):
        raise NotSimulated(f"{operation.method} {operation.path}: {sorted(unheeded)} not simulated")


def heeded(method: str, path: str) -> frozenset[str] | None:
    """The parameters that have an effect; None where all of them do."""
    return _handlers[method, path][1]


def simulated() -> list[tuple[str, str]]:
    """Every operation with a handler."""
    return sorted(_handlers)
