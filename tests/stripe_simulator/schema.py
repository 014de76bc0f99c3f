"""What Stripe's own description of its API says about operations and objects."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Schema = dict[str, Any]

FILE = Path(__file__).with_name("openapi-subset.json")

_TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
}


@dataclass(frozen=True)
class Operation:
    """One method of one path: what it takes and what it answers."""

    method: str
    path: str
    pattern: re.Pattern[str]
    parameters: Schema
    answer: Schema

    @property
    def updates(self) -> bool:
        """Whether it changes an object that exists, so that "" unsets a field."""
        return self.method == "POST" and self.path.endswith("}")


@cache
def document() -> dict[str, Any]:
    """The description as it lies in the file."""
    with FILE.open(encoding="utf-8") as file:
        loaded: dict[str, Any] = json.load(file)
    return loaded


def api_version() -> str:
    """The version of Stripe's API the description holds for."""
    version: str = document()["info"]["version"]
    return version


def schema_of(name: str) -> Schema:
    """The schema of a kind of object, such as ``checkout.session``."""
    found: Schema = document()["components"]["schemas"][name]
    return found


def resolve(schema: Schema) -> Schema:
    """The schema itself, after following a reference."""
    while "$ref" in schema:
        schema = schema_of(schema["$ref"].rpartition("/")[2])
    return schema


@cache
def operations() -> dict[tuple[str, str], Operation]:
    """Every operation by method and path template."""
    found = {}
    for path, methods in document()["paths"].items():
        pattern = re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(path)))
        for method, description in methods.items():
            operation = Operation(
                method=method.upper(),
                path=path,
                pattern=pattern,
                parameters=_parameters(method, description),
                answer=_content(description["responses"]["200"], "application/json"),
            )
            found[operation.method, path] = operation
    return found


def _content(description: dict[str, Any], kind: str) -> Schema:
    found: Schema = description["content"][kind]["schema"]
    return found


def _parameters(method: str, description: dict[str, Any]) -> Schema:
    if method == "post":
        return _content(description["requestBody"], "application/x-www-form-urlencoded")
    query = [p for p in description.get("parameters", []) if p["in"] == "query"]
    return {
        "type": "object",
        "properties": {p["name"]: p["schema"] for p in query},
        "required": [p["name"] for p in query if p.get("required")],
        "additionalProperties": False,
    }


@cache
def event_types() -> frozenset[str]:
    """Every type of event an endpoint may ask for."""
    endpoint = operations()["POST", "/v1/webhook_endpoints"].parameters
    return frozenset(endpoint["properties"]["enabled_events"]["items"]["enum"])


def find_operation(method: str, path: str) -> tuple[Operation, dict[str, str]] | None:
    """The operation behind a concrete path, with the ids in the path."""
    literal = operations().get((method, path))
    if literal is not None:
        return literal, {}
    for operation in operations().values():
        if operation.method == method and (match := operation.pattern.fullmatch(path)):
            return operation, match.groupdict()
    return None


@cache
def _nullable_fields(name: str) -> tuple[str, ...]:
    fields = schema_of(name)["properties"].items()
    return tuple(key for key, value in fields if value.get("nullable"))


def blank(name: str, **values: Any) -> dict[str, Any]:
    """An object of a kind with every field that may be null at null.

    Stripe sends such fields always, so code that reads them must find them.
    """
    made: dict[str, Any] = dict.fromkeys(_nullable_fields(name))
    made.update(values)
    return made


def assert_matches(schema: Schema, value: Any, what: str) -> None:
    """Raise AssertionError with every difference between value and schema."""
    differences = list(_differences(schema, value, what))
    assert not differences, "Not what Stripe sends: " + "; ".join(differences)


def assert_object(value: dict[str, Any]) -> None:
    """Check an object against the schema its own ``object`` field names."""
    name = value["object"]
    assert_matches(schema_of(name), value, name)


def _differences(schema: Schema, value: Any, path: str) -> Iterator[str]:
    if value is None:
        if not schema.get("nullable") and not resolve(schema).get("nullable"):
            yield f"{path} is null"
        return
    schema = resolve(schema)
    if "anyOf" in schema:
        yield from _any_of_differences(schema["anyOf"], value, path)
        return
    kind = schema.get("type")
    if kind is not None and not _is_a(kind, value):
        yield f"{path} is {type(value).__name__}, not {kind}"
    elif "enum" in schema and value not in schema["enum"]:
        yield f"{path} is {value!r}, not one of {schema['enum']}"
    elif kind == "array":
        for index, item in enumerate(value):
            yield from _differences(schema["items"], item, f"{path}[{index}]")
    elif kind == "object":
        yield from _object_differences(schema, value, path)
    elif kind == "string":
        yield from _text_differences(schema, value, path)


def _is_a(kind: str, value: Any) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    return isinstance(value, _TYPES[kind])


def _any_of_differences(choices: list[Schema], value: Any, path: str) -> Iterator[str]:
    reports = [list(_differences(choice, value, path)) for choice in choices]
    if all(reports):
        yield from min(reports, key=len)


def _object_differences(schema: Schema, value: dict[str, Any], path: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", not properties)
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{path}.{name} is missing"
    for name, item in value.items():
        if name in properties:
            yield from _differences(properties[name], item, f"{path}.{name}")
        elif isinstance(others, dict):
            yield from _differences(others, item, f"{path}.{name}")
        elif not others:
            yield f"{path}.{name} is unknown"


def _text_differences(schema: Schema, value: str, path: str) -> Iterator[str]:
    if len(value) > schema.get("maxLength", len(value)):
        yield f"{path} is longer than {schema['maxLength']}"
    if "pattern" in schema and not re.search(schema["pattern"], value):
        yield f"{path} is {value!r}, which does not match {schema['pattern']}"
