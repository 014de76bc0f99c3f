"""Threads that begin at the same moment, and locks that can be taken away."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection
from django.db.models import QuerySet

SECONDS = 20


def at_once(number: int, act: Callable[[int], object]) -> Counter[str]:
    """Let ``number`` threads begin at the same moment; count what they say."""
    gate = threading.Barrier(number)

    def run(index: int) -> str:
        try:
            connection.ensure_connection()
            gate.wait(timeout=SECONDS)
            return str(act(index))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=number) as pool:
        return Counter(pool.map(run, range(number)))


@contextmanager
def locks_off() -> Iterator[None]:
    """Rows are read without being locked, so a decision may rest on what is true no more."""

    def unlocked(rows: QuerySet[Any], *_args: Any, **_facts: Any) -> QuerySet[Any]:
        return rows.all()

    with mock.patch.object(QuerySet, "select_for_update", unlocked):
        yield


@contextmanager
def both_look(module: Any, name: str) -> Iterator[None]:
    """Two look with the function ``module.name`` before either of them goes on."""
    both = threading.Barrier(2)
    with _after(module, name, lambda: both.wait(timeout=SECONDS)):
        yield


class Pause:
    """Somebody has looked, and does not go on before others have acted."""

    def __init__(self) -> None:
        self._looked, self._go_on = threading.Event(), threading.Event()

    def looked(self) -> None:
        if not self._looked.is_set():
            self._looked.set()
            assert self._go_on.wait(timeout=SECONDS), "Nobody acted meanwhile."

    def meanwhile(self, act: Callable[[], Any]) -> Any:
        assert self._looked.wait(timeout=SECONDS), "Nobody has looked."
        try:
            return act()
        finally:
            self._go_on.set()


@contextmanager
def one_looks(module: Any, name: str) -> Iterator[Pause]:
    """The first one who looks with the function ``module.name`` waits for the others."""
    pause = Pause()
    with _after(module, name, pause.looked):
        yield pause


@contextmanager
def _after(module: Any, name: str, then: Callable[[], object]) -> Iterator[None]:
    real = getattr(module, name)

    def looks(*args: Any, **facts: Any) -> Any:
        seen = real(*args, **facts)
        then()
        return seen

    with mock.patch.object(module, name, looks):
        yield
