"""The events an account can read back, and its webhook endpoints."""

from __future__ import annotations

from fnmatch import fnmatchcase

from .listing import list_of
from .routing import answers
from .world import Call, Object, World


@answers("GET", "/v1/events", takes="created type types")
def list_events(world: World, call: Call) -> Object:
    """The account's events, newest first; a type may end in ``*``."""
    wanted = call.params.get("types", [])
    if "type" in call.params:
        wanted = [*wanted, call.params["type"]]
    return list_of(
        world,
        call,
        "event",
        "/v1/events",
        keep=lambda event: not wanted or any(fnmatchcase(event["type"], w) for w in wanted),
    )


@answers("GET", "/v1/events/{id}")
def retrieve_event(world: World, call: Call) -> Object:
    """One event."""
    return world.find(call.account, "event", call.id)
