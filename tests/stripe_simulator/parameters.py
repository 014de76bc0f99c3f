"""Whether a request's parameters are what Stripe accepts, and their typed values."""

from __future__ import annotations

import re
from typing import Any

from .errors import ApiError, invalid
from .form import Raw
from .schema import Operation, Schema, resolve

UNSET = ""
"""The value that asks for a field to be emptied."""

_METADATA_KEYS = 50
_METADATA_KEY_LENGTH = 40
_METADATA_VALUE_LENGTH = 500


def typed(operation: Operation, raw: dict[str, Raw]) -> dict[str, Any]:
    """The parameters with their types, or the error Stripe would answer."""
    reader = _Reader(empty_unsets=operation.updates)
    read: dict[str, Any] = reader.read_object(operation.parameters, raw, "")
    return read


class _Reader:
    def __init__(self, *, empty_unsets: bool) -> None:
        self._empty_unsets = empty_unsets

    def read(self, schema: Schema, raw: Raw, path: str) -> Any:
        schema = resolve(schema)
        if "anyOf" in schema:
            return self._read_any_of(schema["anyOf"], raw, path)
        kind = schema.get("type", "string")
        if kind == "array":
            return self._read_list(schema, raw, path)
        if kind == "object":
            return self.read_object(schema, raw, path)
        if not isinstance(raw, str):
            raise invalid(f"Invalid {kind}: {path} is a container", param=path)
        return self._read_scalar(kind, schema, raw, path)

    def _read_any_of(self, choices: list[Schema], raw: Raw, path: str) -> Any:
        containers = {"array", "object"}
        fitting = [
            choice
            for choice in map(resolve, choices)
            if (choice.get("type") in containers) == isinstance(raw, dict)
        ]
        error: ApiError = invalid(f"Invalid value for {path}", param=path)
        for choice in fitting:
            try:
                return self.read(choice, raw, path)
            except ApiError as refusal:
                error = refusal
        raise error

    def _read_list(self, schema: Schema, raw: Raw, path: str) -> list[Any]:
        if not isinstance(raw, dict):
            raise invalid(f"Invalid array: {path}", param=path)
        if list(raw) != [str(index) for index in range(len(raw))]:
            raise invalid(f"Invalid array: {path} has gaps or names", param=path)
        return [self.read(schema["items"], raw[key], f"{path}[{key}]") for key in raw]

    def read_object(self, schema: Schema, raw: Raw, path: str) -> dict[str, Any]:
        if not isinstance(raw, dict):
            raise invalid(f"Invalid object: {path}", param=path)
        properties = schema.get("properties")
        if properties is None:
            return self._read_map(schema, raw, path)
        read = {}
        for name, value in raw.items():
            inner = f"{path}[{name}]" if path else name
            if name not in properties:
                raise invalid(
                    f"Received unknown parameter: {inner}",
                    param=inner,
                    code="parameter_unknown",
                )
            read[name] = self.read(properties[name], value, inner)
        for name in schema.get("required", ()):
            if name not in read:
                inner = f"{path}[{name}]" if path else name
                raise invalid(
                    f"Missing required param: {inner}", param=inner, code="parameter_missing"
                )
        return read

    def _read_map(self, schema: Schema, raw: dict[str, Raw], path: str) -> dict[str, Any]:
        if path.rpartition("[")[2].rstrip("]") == "metadata":
            _check_metadata(raw, path)
        values = schema.get("additionalProperties")
        if not isinstance(values, dict):
            return dict(raw)
        if values.get("type") == "string":
            return {key: self._map_text(value, f"{path}[{key}]") for key, value in raw.items()}
        return {key: self.read(values, value, f"{path}[{key}]") for key, value in raw.items()}

    @staticmethod
    def _map_text(raw: Raw, path: str) -> str:
        if not isinstance(raw, str):
            raise invalid(f"Invalid string: {path} is a container", param=path)
        return raw

    def _read_scalar(self, kind: str, schema: Schema, raw: str, path: str) -> Any:
        if "enum" in schema:
            if raw not in schema["enum"]:
                choices = ", ".join(str(choice) for choice in schema["enum"])
                raise invalid(f"Invalid {path}: must be one of {choices}", param=path)
            return raw
        if kind == "string":
            return self._read_text(schema, raw, path)
        if kind == "boolean" and raw in {"true", "false"}:
            return raw == "true"
        if kind == "integer" and re.fullmatch(r"-?\d+", raw):
            return int(raw)
        if kind == "number" and re.fullmatch(r"-?\d+(\.\d+)?", raw):
            return float(raw)
        code = {"integer": "parameter_invalid_integer"}.get(kind)
        raise invalid(f"Invalid {kind}: {raw}", param=path, code=code)

    def _read_text(self, schema: Schema, raw: str, path: str) -> str:
        if raw == UNSET and not self._empty_unsets:
            raise invalid(
                f"'{path}' is empty and cannot be unset",
                param=path,
                code="parameter_invalid_empty",
            )
        if len(raw) > schema.get("maxLength", len(raw)):
            raise invalid(
                f"'{path}' is longer than {schema['maxLength']} characters",
                param=path,
                code="parameter_invalid_string",
            )
        return raw


def _check_metadata(raw: dict[str, Raw], path: str) -> None:
    if len(raw) > _METADATA_KEYS:
        raise invalid(f"{path} has more than {_METADATA_KEYS} keys", param=path)
    for key, value in raw.items():
        if len(key) > _METADATA_KEY_LENGTH:
            raise invalid(
                f"Metadata keys may be {_METADATA_KEY_LENGTH} characters long", param=path
            )
        if isinstance(value, str) and len(value) > _METADATA_VALUE_LENGTH:
            raise invalid(
                f"Metadata values may be {_METADATA_VALUE_LENGTH} characters long",
                param=f"{path}[{key}]",
            )
