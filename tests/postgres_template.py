"""One migrated PostgreSQL database for all the processes: the first migrates, the others copy."""

from typing import Any

from django.db import connection

import psycopg
from psycopg.sql import SQL, Identifier

TEMPLATE = "migrated"
# Any number that nobody else locks.
LOCK = 4_015_201

_locked: psycopg.Connection | None = None


def begin_from_template(database: str) -> None:
    """Copy what another process has migrated, after waiting for it; or be the one that migrates."""
    global _locked
    _locked = _connect()
    _locked.execute("SELECT pg_advisory_lock(%s)", [LOCK])
    known = _locked.execute("SELECT FROM pg_database WHERE datname = %s", [TEMPLATE]).fetchall()
    if known:
        _copy(TEMPLATE, database)
        _unlock()


def keep_as_template(database: str) -> None:
    """Let the others copy this database, migrated and empty as it is now."""
    if _locked:
        # A database is copied only while nobody looks at it.
        connection.close()
        _copy(database, TEMPLATE)
        _unlock()


def _copy(source: str, copy: str) -> None:
    _locked.execute(
        SQL("CREATE DATABASE {} TEMPLATE {}").format(Identifier(copy), Identifier(source))
    )


def _unlock() -> None:
    global _locked
    _locked.close()
    _locked = None


def _connect() -> psycopg.Connection[Any]:
    given = connection.get_connection_params()
    wanted = {name: given[name] for name in ("host", "port", "user", "password") if name in given}
    return psycopg.connect(**wanted, dbname="postgres", autocommit=True)
