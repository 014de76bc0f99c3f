"""What a change does to an object's metadata."""

from __future__ import annotations


def merged(old: dict[str, str] | None, new: dict[str, str] | str | None) -> dict[str, str]:
    """Metadata after a change: "" takes a key away, or all of them."""
    if new is None:
        return dict(old or {})
    if isinstance(new, str):
        return {}
    return {key: value for key, value in {**(old or {}), **new}.items() if value != ""}
