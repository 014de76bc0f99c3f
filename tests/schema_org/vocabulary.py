"""Checks things in JSON-LD against schema.org's vocabulary, and against what search engines ask.

A value must be of a type in the property's range, and a property one of its type's. schema.org
itself is more lenient; being strict finds slips.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

DATE: Final = r"\d{4}-\d\d-\d\d"
LITERALS: Final = {
    "Text": r"(?s).*\S.*",
    "URL": r"https?://[^\s<>\"]+",
    "Date": DATE,
    "DateTime": DATE + r"T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)",
    "Time": r"\d\d:\d\d(:\d\d)?",
    "Duration": r"P(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?",
    "Number": r"-?\d+(\.\d+)?",
    "Integer": r"-?\d+",
}
# What Google's documentation of rich results requires. A tuple: at least one of these.
REQUIRED: Final = {
    "Course": ["name", "description", "provider", "offers", "hasCourseInstance"],
    "CourseInstance": ["courseMode", ("courseSchedule", "courseWorkload")],
    "Schedule": ["repeatCount", "repeatFrequency"],
    "Offer": ["category", "price", "priceCurrency"],
    "Article": ["headline", "image", "datePublished", "author"],
    "FAQPage": ["mainEntity"],
    "Question": ["name", "acceptedAnswer"],
    "Answer": ["text"],
    "BreadcrumbList": ["itemListElement"],
    "ListItem": ["position", "name", "item"],
    "Organization": ["name"],
    "Person": ["name"],
    "VirtualLocation": ["url"],
    "Place": ["address"],
}


@cache
def _vocabulary() -> dict[str, Any]:
    return json.loads((Path(__file__).parent / "vocabulary.json").read_text())


def things_in(html: str) -> list[dict[str, Any]]:
    """All JSON-LD of a page."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return [json.loads(text) for text in found]


def mistakes(thing: dict[str, Any]) -> list[str]:
    """What is wrong with a thing that stands by itself; nothing when all is well."""
    context = [] if thing.get("@context") == "https://schema.org" else ["It has no context."]
    return [*context, *_in_thing(thing, "")]


def _in_thing(thing: dict[str, Any], place: str) -> Iterator[str]:
    if set(thing) == {"@id"}:
        return
    kind = thing.get("@type", "")
    here = f"{place}/{kind}"
    if kind not in _vocabulary()["types"]:
        yield f"{here}: no such type"
        return
    known = _properties(kind)
    for needed in REQUIRED.get(kind, []):
        if set(thing).isdisjoint([needed] if isinstance(needed, str) else needed):
            yield f"{here}: {needed} is missing"
    for name, values in thing.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{here}: {name} is not one of its properties"
            continue
        for value in values if isinstance(values, list) else [values]:
            yield from _in_value(value, known[name], f"{here}.{name}")


def _in_value(value: Any, ranges: list[str], place: str) -> Iterator[str]:
    if isinstance(value, dict):
        if "@type" in value and not set(ranges) & {value["@type"], *_above(value["@type"])}:
            yield f"{place}: a {value['@type']} is none of {ranges}"
        yield from _in_thing(value, place)
    elif isinstance(value, bool):
        if "Boolean" not in ranges:
            yield f"{place}: {value} is none of {ranges}"
    elif not any(_fits(str(value), of) for of in ranges):
        yield f"{place}: {value!r} is none of {ranges}"


def _fits(value: str, of: str) -> bool:
    if of in LITERALS:
        return re.fullmatch(LITERALS[of], value) is not None
    members = _vocabulary()["members"].get(of, [])
    return value in {f"https://schema.org/{member}" for member in members}


def _above(kind: str) -> set[str]:
    """All types of which ``kind`` is one."""
    parents = _vocabulary()["types"].get(kind, {"parents": []})["parents"]
    return {*parents, *(above for parent in parents for above in _above(parent))}


def _properties(kind: str) -> dict[str, list[str]]:
    return {
        name: ranges
        for of in (kind, *_above(kind))
        for name, ranges in _vocabulary()["types"][of]["properties"].items()
    }
