"""Where the tests run: three processes side by side, each in a place of its own.

`bin/test.py` gives every test to three processes of one pytest, which are
named for their place. Each takes what is meant for it:

    sqlite       unit and service tests on SQLite
    postgresql   the same on PostgreSQL, and the tests marked `postgres`
    browser      the tests marked `browser`, on PostgreSQL where there is one

Without it, plain `pytest` runs in one process on what DATABASE_URL names, or on
SQLite. Loaded as a plugin (`-p tests.places`).
"""

import os
from collections.abc import Iterable
from itertools import cycle
from pathlib import Path
from typing import Any, Final

import pytest

from tests import postgres

ADDRESS = "TESTS_POSTGRESQL_URL"
# `make test-long` says so.
LONG: Final = os.environ.get("KOLLEGIUM_LONG") == "1"


def here() -> str:
    """Return the name of this process's place, or "" under plain pytest."""
    return os.environ.get("PYTEST_XDIST_WORKER", "")


def pytest_configure(config: pytest.Config) -> None:
    """Start PostgreSQL in the process that steers the others, before they start."""
    folder = postgres.binaries()
    if here() or folder is None:
        return
    cluster = postgres.Cluster(folder)
    config.add_cleanup(cluster.stop)
    cluster.start()
    os.environ[ADDRESS] = cluster.url


def by_turns(cases: Iterable[Any]) -> list[Any]:
    """Cases that are about the engine: the databases share them, and in the long run have all."""
    if LONG:
        return list(cases)
    databases = cycle(["sqlite", "postgresql"])
    return [
        pytest.param(case, marks=pytest.mark.one_database(database))
        for case, database in zip(cases, databases, strict=False)
    ]


def skip_for_want_of(program: str, *, install: str) -> None:
    """Skip the test because a program is not installed; with CI=true fail instead."""
    reason = f"{program} is not installed; the command that installs it: {install}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


# When this module is loaded, because pytest-django reads the settings before
# the first hook that could choose for them.
if here() and "VAR_DIR" in os.environ:
    os.environ["VAR_DIR"] = str(Path(os.environ["VAR_DIR"], here()))
if here() == "sqlite":
    os.environ.pop("DATABASE_URL", None)
elif here() in ("postgresql", "browser") and ADDRESS in os.environ:
    os.environ["DATABASE_URL"] = os.environ[ADDRESS]
