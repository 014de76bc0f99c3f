"""Which objects a list answers, in which order, on which page."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any

from .errors import invalid
from .world import Call, Object, World

_COMPARE: dict[str, Callable[[int, int], bool]] = {
    "gt": operator.gt,
    "gte": operator.ge,
    "lt": operator.lt,
    "lte": operator.le,
}

_TIMES = ("created", "arrival_date", "due_date")

_DEFAULT_LIMIT = 10
_MAX_LIMIT = 100


def list_of(
    world: World,
    call: Call,
    kind: str,
    url: str,
    *,
    equal: Iterable[str] = (),
    keep: Callable[[Object], bool] = lambda item: True,
) -> dict[str, Any]:
    """A page of the account's objects, newest first.

    ``equal`` names the parameters that must equal the field of the same name,
    ``keep`` decides the rest. Times are heeded always.
    """
    wanted = {name: call.params[name] for name in equal if name in call.params}
    found = [
        item
        for item in world.of(call.account, kind)
        if all(item.get(name) == value for name, value in wanted.items())
        and all(_time_fits(item, name, call.params.get(name)) for name in _TIMES)
        and keep(item)
    ]
    return page(found, call, url)


def page(found: list[Object], call: Call, url: str) -> dict[str, Any]:
    """One page of the objects found, by limit and cursor."""
    limit = call.params.get("limit", _DEFAULT_LIMIT)
    if not 1 <= limit <= _MAX_LIMIT:
        raise invalid(f"limit must lie between 1 and {_MAX_LIMIT}", param="limit")
    after, before = call.params.get("starting_after"), call.params.get("ending_before")
    if after is not None and before is not None:
        raise invalid("starting_after and ending_before exclude each other", param="starting_after")
    if before is not None:
        rest = found[: _position(found, before, "ending_before")]
        data = rest[-limit:]
    else:
        start = 0 if after is None else _position(found, after, "starting_after") + 1
        rest = found[start:]
        data = rest[:limit]
    return {"object": "list", "data": data, "has_more": len(rest) > len(data), "url": url}


def whole(data: list[Any], url: str) -> dict[str, Any]:
    """A list inside an object, all of it on its first page."""
    return {"object": "list", "data": data, "has_more": False, "url": url}


def _position(found: list[Object], id: str, param: str) -> int:
    for index, item in enumerate(found):
        if item["id"] == id:
            return index
    raise invalid(f"No such object: '{id}'", param=param, code="resource_missing")


def _time_fits(item: Object, name: str, wanted: int | dict[str, int] | None) -> bool:
    if wanted is None:
        return True
    if item[name] is None:
        return False
    if isinstance(wanted, int):
        return bool(item[name] == wanted)
    return all(_COMPARE[how](item[name], at) for how, at in wanted.items())
