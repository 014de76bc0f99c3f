"""The parts of a long page: an anchor for each heading, and what stands under it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify


@dataclass(frozen=True)
class Part:
    """One block of a body; ``anchor`` and ``heading`` are empty where no new part begins."""

    anchor: str
    heading: str
    block: Any


def parts_of(body: Iterable[Any]) -> list[Part]:
    """The blocks of ``body``, each heading with an anchor that no other on the page has."""
    parts, taken = [], {"main", "menu"}
    for block in body:
        heading = _heading_of(block)
        parts.append(Part(_free(slugify(heading) or "part", taken), heading, block))
    return parts


def _heading_of(block: Any) -> str:
    if block.block_type == "heading":
        return str(block.value)
    value = block.value
    return str(value.get("heading") or "") if hasattr(value, "get") else ""


def _free(stem: str, taken: set[str]) -> str:
    anchor, number = stem, 1
    while anchor in taken:
        number += 1
        anchor = f"{stem}-{number}"
    taken.add(anchor)
    return anchor
