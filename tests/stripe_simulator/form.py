"""How a form body or query string in Stripe's bracket notation is read."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

from .errors import invalid

Raw = str | dict[str, "Raw"]
"""A value as received: text, or a container whose keys are still text."""

_KEY = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
_PART = re.compile(r"\[([^\[\]]*)\]")


def decode(body: str) -> dict[str, Raw]:
    """``a[b][0][c]=v`` as nested dicts; nothing is coerced here.

    Lists are dicts keyed "0", "1", …: only the schema tells a list from a map.
    """
    decoded: dict[str, Raw] = {}
    for key, value in parse_qsl(body, keep_blank_values=True):
        match = _KEY.fullmatch(key)
        if match is None:
            raise invalid(f"Malformed parameter name: {key}", param=key)
        _place(decoded, [match[1], *_PART.findall(match[2])], value, key)
    return decoded


def _place(into: dict[str, Raw], parts: list[str], value: str, key: str) -> None:
    for part in parts[:-1]:
        child = into.setdefault(part or str(len(into)), {})
        if not isinstance(child, dict):
            raise invalid(f"Parameter is both a value and a container: {key}", param=key)
        into = child
    name = parts[-1] or str(len(into))
    if name in into:
        raise invalid(f"Parameter given twice: {key}", param=key)
    into[name] = value


def readable(raw: Raw) -> Any:
    """What was decoded, with lists shown as lists."""
    if isinstance(raw, str):
        return raw
    values = {key: readable(value) for key, value in raw.items()}
    if values and list(values) == [str(index) for index in range(len(values))]:
        return list(values.values())
    return values
