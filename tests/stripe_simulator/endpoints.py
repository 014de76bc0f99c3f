"""The webhook endpoints of an account."""

from __future__ import annotations

from typing import Any

from . import schema
from .errors import invalid
from .listing import list_of
from .metadata import merged
from .routing import answers
from .world import Call, Object, World

PATH = "/v1/webhook_endpoints"


def make(
    world: World,
    account: str,
    url: str,
    *,
    events: list[str],
    secret: str | None = None,
    **fields: Any,
) -> Object:
    """A new endpoint with a secret of its own."""
    values = {"metadata": {}, **fields}
    endpoint = schema.blank(
        "webhook_endpoint",
        id=world.new_id("webhook_endpoint"),
        object="webhook_endpoint",
        created=world.now(),
        enabled_events=events,
        livemode=False,
        status="enabled",
        url=url,
        **values,
    )
    world.secrets[endpoint["id"]] = secret or "whsec_" + world.token(32)
    return world.add(account, endpoint)


@answers("POST", PATH, takes="api_version description enabled_events metadata url")
def create(world: World, call: Call) -> Object:
    """A new endpoint; only this answer tells the secret."""
    params = call.params
    if not params["url"].startswith(("http://", "https://")):
        raise invalid("Not a valid URL", param="url", code="url_invalid")
    endpoint = make(
        world,
        call.account,
        params["url"],
        events=params["enabled_events"],
        api_version=params.get("api_version"),
        description=params.get("description") or None,
        metadata=merged({}, params.get("metadata")),
    )
    return {**endpoint, "secret": world.secrets[endpoint["id"]]}


@answers("GET", PATH)
def list_endpoints(world: World, call: Call) -> Object:
    """The account's endpoints, without their secrets."""
    return list_of(world, call, "webhook_endpoint", PATH)
