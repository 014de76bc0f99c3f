"""How a request becomes an answer: key, faults, parameters, idempotency, schema."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from . import passing_time, schema

# Each of these answers some operations and registers them when it is read.
from . import (  # noqa: F401  isort: skip
    balance,
    catalogue,
    checkout,
    credit_notes,
    customers,
    disputes,
    endpoints,
    event_log,
    invoice_course,
    invoice_lines,
    invoices,
    payments,
    refunds,
)
from .account import account_of
from .errors import ApiError, NotSimulated
from .expansion import check_expandable, expanded
from .faults import Faults, early_error
from .form import Raw, decode, readable
from .idempotency import MAX_LENGTH, Answers, Stored, fingerprint
from .parameters import typed
from .routing import Handler, refuse_unheeded, route
from .schema import Operation
from .world import Call, World

KEY_PREFIXES = ("sk_test_", "rk_test_")
LOST = ("drop", "drop_after", "timeout", "timeout_after")


class Received(NamedTuple):
    """A request as it came in; its parameters are still text."""

    method: str
    path: str
    params: dict[str, Any]
    idempotency_key: str | None


@dataclass(frozen=True)
class Response:
    """An answer; ``lost`` names the fault that kept it from the caller, if any."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    lost: str | None = None

    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)


@dataclass
class _Request:
    account: str
    method: str
    path: str
    raw: dict[str, Raw]
    key: str | None
    id: str
    fault: str | None = None
    replayed: bool = False


class Api:
    """The API in front of a world. Its caller holds the lock."""

    def __init__(self, world: World, faults: Faults) -> None:
        self._world = world
        self._faults = faults
        self.answers = Answers()
        self.calls: list[Received] = []

    def handle(self, method: str, path: str, headers: Mapping[str, str], body: str) -> Response:
        """Answer a request. Raises AssertionError where the simulation falls short."""
        headers = {name.lower(): value for name, value in headers.items()}
        request_id = self._world.new_id("request")
        try:
            request = self._read(method, path, headers, body, request_id)
        except ApiError as error:
            return _respond(error.status, json.dumps(error.body()), {"Request-Id": request_id})
        request.fault = self._faults.take(method, request.path)
        if request.fault in ("drop", "timeout"):
            return Response(status=0, lost=request.fault)
        status, text = self._answer(request)
        if request.fault in LOST:
            return Response(status=0, lost=request.fault)
        return _respond(status, text, _answer_headers(request, status))

    def _read(
        self, method: str, path: str, headers: dict[str, str], body: str, request_id: str
    ) -> _Request:
        account = _account(headers)
        account_of(self._world, account)
        _check_version(headers)
        path, _, query = path.partition("?")
        raw = decode(body if method == "POST" else query)
        key = headers.get("idempotency-key")
        self.calls.append(Received(method, path, readable(raw), key))
        passing_time.catch_up(self._world)
        return _Request(account, method, path, raw, key, request_id)

    def _answer(self, request: _Request) -> tuple[int, str]:
        try:
            if error := early_error(request.fault):
                raise error
            return self._execute(request)
        except ApiError as error:
            schema.assert_matches(schema.schema_of("error"), error.body(), "error")
            return error.status, json.dumps(error.body())

    def _execute(self, request: _Request) -> tuple[int, str]:
        operation, handler, ids = route(request.method, request.path)
        key = request.key if request.method == "POST" else None
        print_ = fingerprint(request.method, request.path, request.raw)
        if key is not None:
            stored = self._recall(request, key, print_)
            if stored is not None:
                return stored.status, stored.body
        params = typed(operation, request.raw)
        refuse_unheeded(operation, params)
        wanted = params.pop("expand", [])
        check_expandable(operation.answer, wanted)
        self._world.call = Call(request.account, params, ids, request.id, key)
        try:
            status, text = self._run(operation, handler, wanted, self._world.call)
        finally:
            self._world.call = None
        if request.fault == "error_500_after":
            lost = ApiError("The answer was lost on the way", status=500, type="api_error")
            status, text = 500, json.dumps(lost.body())
        if key is not None:
            stored = Stored(print_, status, text, self._world.now())
            self.answers.keep(request.account, key, stored)
        return status, text

    def _recall(self, request: _Request, key: str, print_: str) -> Stored | None:
        if len(key) > MAX_LENGTH:
            raise ApiError(f"An idempotency key may be {MAX_LENGTH} characters long")
        stored = self.answers.recall(request.account, key, print_, now=self._world.now())
        request.replayed = stored is not None
        return stored

    def _run(
        self, operation: Operation, handler: Handler, wanted: list[str], call: Call
    ) -> tuple[int, str]:
        try:
            answer = handler(self._world, call)
        except ApiError as error:
            if not error.stored:
                raise
            return error.status, json.dumps(error.body())
        made = expanded(self._world, answer, wanted)
        schema.assert_matches(operation.answer, made, f"{operation.method} {operation.path}")
        return 200, json.dumps(made)


def _account(headers: dict[str, str]) -> str:
    scheme, _, key = headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        key = base64.b64decode(key).decode(errors="replace").partition(":")[0]
    if not key.startswith(KEY_PREFIXES):
        raise ApiError("A test mode API key is needed", status=401)
    return key


def _check_version(headers: dict[str, str]) -> None:
    version = headers.get("stripe-version", schema.api_version())
    if version != schema.api_version():
        raise NotSimulated(
            f"The description holds for {schema.api_version()}, the caller speaks {version}"
        )
    if "stripe-account" in headers:
        raise NotSimulated("Connected accounts are not simulated")


def _answer_headers(request: _Request, status: int) -> dict[str, str]:
    headers = {"Request-Id": request.id, "Stripe-Version": schema.api_version()}
    if request.key is not None:
        headers["Idempotency-Key"] = request.key
    if request.replayed:
        headers["Idempotent-Replayed"] = "true"
    if status == 500 and (request.replayed or request.fault == "error_500_after"):
        # The same key would only bring the same 500 again.
        headers["Stripe-Should-Retry"] = "false"
    return headers


def _respond(status: int, text: str, headers: dict[str, str]) -> Response:
    return Response(status, {"Content-Type": "application/json", **headers}, text)
