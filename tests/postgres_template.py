"""One migrated PostgreSQL database for all the processes: the first migrates, the others copy.

What was migrated is kept as SQL for the next run, which begins with a server of its own.
"""

import subprocess
from pathlib import Path
from typing import Any

from django.db import connection

import psycopg
from psycopg.sql import SQL, Identifier

from tests import postgres, sqlite

TEMPLATE = "migrated"
# Any number that nobody else locks.
LOCK = 4_015_201
READS = ("--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1")

_locked: psycopg.Connection | None = None


def begin_from_template(database: str) -> None:
    """Copy what another process or run has migrated, after waiting; or be the one that migrates."""
    global _locked
    _locked = _connect()
    _locked.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    found = _locked.execute("SELECT FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchall()
    is_there = bool(found)
    if not is_there and _kept().exists():
        _locked.execute(SQL("CREATE DATABASE {}").format(Identifier(TEMPLATE)))
        _run("psql", TEMPLATE, *READS, f"--file={_kept()}")
        is_there = True
    if is_there:
        _copy(TEMPLATE, database)
        _unlock()


def keep_as_template(database: str) -> None:
    """Let the others copy this database, migrated and empty as it is now."""
    if _locked:
        # A database is copied only while nobody looks at it.
        connection.close()
        _copy(database, TEMPLATE)
        _keep_for_the_next_run()
        _unlock()


def _keep_for_the_next_run() -> None:
    kept = _kept()
    kept.parent.mkdir(parents=True, exist_ok=True)
    for older in kept.parent.glob("*.sql"):
        older.unlink()
    unfinished = kept.with_suffix(".part")
    _run("pg_dump", TEMPLATE, f"--file={unfinished}")
    unfinished.replace(kept)


def _kept() -> Path:
    """For this version of the server, which may not read what another one wrote."""
    version = _locked.info.server_version
    return sqlite.KEPT / f"{sqlite.checksum()}-{version}.sql"


def _run(program: str, database: str, *options: str) -> None:
    facts = _address()
    where = [f"--host={facts['host']}", f"--username={facts['user']}", f"--dbname={database}"]
    subprocess.run(
        [postgres.binaries() / program, *where, *options],
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _copy(source: str, copy: str) -> None:
    _locked.execute(
        SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(copy), Identifier(source))
    )


def _unlock() -> None:
    global _locked
    _locked.close()
    _locked = None


def _connect() -> psycopg.Connection[Any]:
    return psycopg.connect(**_address(), dbname="postgres", autocommit=True)


def _address() -> dict[str, Any]:
    given = connection.get_connection_params()
    return {name: given[name] for name in ("host", "port", "user", "password") if name in given}
