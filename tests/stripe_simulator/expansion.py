"""How an answer's ids become the objects they name when ``expand`` asks for it."""

from __future__ import annotations

import copy
from typing import Any

from .errors import NotSimulated, invalid
from .listing import whole
from .schema import Schema, resolve
from .world import Object, World

_MAX_DEPTH = 4

_KINDS = {
    "balance_transaction": "balance_transaction",
    "charge": "charge",
    "customer": "customer",
    "failure_balance_transaction": "balance_transaction",
    "invoice": "invoice",
    "latest_charge": "charge",
    "payment_intent": "payment_intent",
    "refund": "refund",
}

_SOURCES = ("charge", "refund", "dispute", "payout")


def check_expandable(answer: Schema, wanted: list[str]) -> None:
    """Raise where a path leads to nothing that Stripe could open."""
    for path in wanted:
        parts = path.split(".")
        if len(parts) > _MAX_DEPTH:
            raise invalid(f"expand may be {_MAX_DEPTH} levels deep: {path}", param="expand")
        if not _leads_somewhere(answer, parts):
            raise invalid(f"This property cannot be expanded ({path})", param="expand")


def _leads_somewhere(schema: Schema, parts: list[str]) -> bool:
    for choice in _choices(schema):
        if choice.get("type") == "array":
            return _leads_somewhere(choice["items"], parts)
        field = choice.get("properties", {}).get(parts[0])
        if field is not None:
            if parts[1:]:
                return _leads_somewhere(field, parts[1:])
            return any("properties" in inner for inner in _choices(field))
    return False


def _choices(schema: Schema) -> list[Schema]:
    schema = resolve(schema)
    return [resolve(choice) for choice in schema.get("anyOf", [schema])]


def expanded(world: World, answer: dict[str, Any], wanted: list[str]) -> dict[str, Any]:
    """A copy of the answer with the wanted paths opened."""
    made = copy.deepcopy(answer)
    for path in wanted:
        _open(world, made, path.split("."), path)
    return made


def _open(world: World, at: Any, parts: list[str], path: str) -> None:
    name, rest = parts[0], parts[1:]
    if isinstance(at, list):
        for item in at:
            _open(world, item, parts, path)
        return
    if not isinstance(at, dict):
        raise NotSimulated(f"Expanding {path} is not simulated")
    if at.get("object") == "list" and name == "data" and rest:
        _open(world, at["data"], rest, path)
        return
    _open_field(world, at, name, path)
    if rest and at.get(name) is not None:
        _open(world, at[name], rest, path)


def _open_field(world: World, at: Object, name: str, path: str) -> None:
    kind = at.get("object")
    if (kind, name) == ("checkout.session", "line_items"):
        url = f"/v1/checkout/sessions/{at['id']}/line_items"
        at[name] = whole(copy.deepcopy(world.session_items[at["id"]]), url)
    elif (kind, name) == ("charge", "refunds"):
        found = [r for r in reversed(world.all("refund").values()) if r["charge"] == at["id"]]
        at[name] = whole(copy.deepcopy(found), f"/v1/charges/{at['id']}/refunds")
    elif (kind, name) == ("invoice", "payments"):
        paid = [p for p in world.all("invoice_payment").values() if p["invoice"] == at["id"]]
        at[name] = whole(copy.deepcopy(paid), "/v1/invoice_payments")
    elif (kind, name) == ("balance_transaction", "source"):
        at[name] = _look_up(world, _SOURCES, at[name])
    elif name in _KINDS and name in at:
        at[name] = _look_up(world, (_KINDS[name],), at[name])
    elif not isinstance(at.get(name), dict | list):
        raise NotSimulated(f"Expanding {path} is not simulated")


def _look_up(world: World, kinds: tuple[str, ...], value: Any) -> Any:
    if not isinstance(value, str):
        return value
    for kind in kinds:
        if value in world.all(kind):
            return copy.deepcopy(world.all(kind)[value])
    return value
