"""A process that can be stopped before and after everything that outlives it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection

import stripe

from tests import stripe_in_process
from tests.proofs.world import World

AFTER_A_COMMIT = "after a commit"
AFTER_A_STATEMENT = "after a statement"
AFTER_A_CHANGE_AT_STRIPE = "after a change at Stripe"
WRITES = ("INSERT", "UPDATE", "DELETE")


class Stopped(BaseException):
    """The process is gone. Nobody catches this."""


class Process:
    """Passes its points one by one: commits, single statements and calls to Stripe.

    The test's own transaction stands for the database, so the outermost savepoint inside it
    stands for a transaction.
    """

    def __init__(self, *, stop_at: int | None) -> None:
        self.passed: list[str] = []
        self._stop_at = stop_at
        self._outside = len(connection.savepoint_ids)
        self._commit = connection.savepoint_commit
        self._wrote = False

    def _pass(self, point: str) -> None:
        self.passed.append(point)
        if len(self.passed) == self._stop_at:
            raise Stopped(point)

    def _in_transaction(self) -> bool:
        return any(sid is not None for sid in connection.savepoint_ids[self._outside :])

    def commit(self, sid: str) -> None:
        if self._in_transaction() or not self._wrote:
            self._commit(sid)
            return
        self._wrote = False
        try:
            self._pass("before a commit")
        except Stopped:
            connection.savepoint_rollback(sid)
            raise
        self._commit(sid)
        self._pass(AFTER_A_COMMIT)

    def execute(self, execute: Any, sql: str, *rest: Any) -> Any:
        if not sql.startswith(WRITES):
            return execute(sql, *rest)
        if self._in_transaction():
            self._wrote = True
            return execute(sql, *rest)
        self._pass("before a statement")
        done = execute(sql, *rest)
        self._pass(AFTER_A_STATEMENT)
        return done

    def call(self, send: Any, method: str, *args: Any, **kwargs: Any) -> Any:
        asks = method.upper() == "GET"
        self._pass("before a question to Stripe" if asks else "before a change at Stripe")
        answer = send(method, *args, **kwargs)
        self._pass("after a question to Stripe" if asks else AFTER_A_CHANGE_AT_STRIPE)
        return answer


class _Line:
    """The way to Stripe, as long as the process lives."""

    def __init__(self, world: World, process: Process) -> None:
        self._world, self._process = world, process

    def http_client(self, *, timeout: float) -> stripe.HTTPClient:
        client = self._world.stripe.http_client(timeout=timeout)
        send = client.request
        client.request = lambda *args, **kwargs: self._process.call(send, *args, **kwargs)
        return client


@contextmanager
def process(world: World, *, stop_at: int | None) -> Iterator[Process]:
    """Whatever runs inside is stopped at its point number ``stop_at``, counted from 1."""
    running = Process(stop_at=stop_at)
    stripe_in_process.use(_Line(world, running))
    try:
        with (
            connection.execute_wrapper(running.execute),
            mock.patch.object(connection, "savepoint_commit", running.commit),
        ):
            yield running
    except Stopped:
        # A statement alone has no savepoint of its own to go back to, and needs none.
        connection.needs_rollback = False
    finally:
        stripe_in_process.use(world.stripe)
