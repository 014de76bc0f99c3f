"""Rows that take long to make: made once or twice in a process, then written as they were.

Publishing pages goes through revisions, indexes and logs, and half of all tests begin with it.
`remembered` watches what a builder does to the database, and does the same again wherever the
database stands as it stood then. Everywhere else the builder itself is called.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from wagtail.models import Collection, Locale, Page, Site
from wagtail.search.models import IndexEntry

from cms.models import Practice

Row = tuple[Any, ...]
Rows = dict[Any, Row]
Statement = tuple[str, list[Any]]

# What builders read, written by them or not: some of it to the letter, of the rest how much.
READ_TO_THE_LETTER = (Collection, Group, Locale, Practice, Site)
READ = (ContentType, Permission, Page, *READ_TO_THE_LETTER)
OF_PAGES = "id, path, numchild, url_path, title, slug, live, locale_id, translation_key"
# A builder that finds the database in so many states is not worth watching.
MOST_RECORDINGS = 6


@dataclass(frozen=True)
class Recording:
    """What a builder did, and the state of the database that it began with."""

    watched: tuple[str, ...]
    state: list[Any]
    statements: tuple[Statement, ...]
    made: Any
    began: datetime
    ended: datetime

    def fits(self) -> bool:
        return _state(self.watched) == self.state

    def play(self) -> None:
        """Write the rows; what happened at the time of the recording happens now."""
        later = timezone.now() - self.began
        with connection.cursor() as cursor:
            for sql, values in self.statements:
                cursor.execute(sql, [self._at(value, later) for value in values])

    def _at(self, value: Any, later: timedelta) -> Any:
        if not isinstance(value, date | time):
            return value
        if isinstance(value, datetime):
            # SQLite's times are UTC and do not say so.
            aware = value if value.tzinfo else timezone.make_aware(value, UTC)
            if self.began <= aware <= self.ended:
                value += later
        return str(value) if connection.vendor == "sqlite" else value


_recordings: dict[Hashable, list[Recording]] = {}
_asked: Counter[Hashable] = Counter()


def remembered(key: Hashable, build: Callable[[], Any]) -> Any:
    """Build the rows that ``key`` names, or write them again; return what ``build`` returns.

    That is the same each time, so it names the rows by their keys. ``build`` reads nothing but
    what ``key`` says, what `READ` lists and the tables that it writes.
    """
    # What is written outside a transaction stays, and is never wanted a second time.
    if not connection.in_atomic_block:
        return build()
    recordings = _recordings.setdefault(key, [])
    for recording in recordings:
        if recording.fits():
            recording.play()
            return recording.made
    _asked[key] += 1
    # Most of what is asked for once is never asked for again.
    if _asked[key] == 1 or len(recordings) == MOST_RECORDINGS:
        return build()
    recordings.append(_record(build))
    return recordings[-1].made


def _record(build: Callable[[], Any]) -> Recording:
    """Build, take it back, and write the same rows once more."""
    before, began = _everything(), timezone.now()
    savepoint = transaction.savepoint()
    made = build()
    after, ended = _everything(), timezone.now()
    transaction.savepoint_rollback(savepoint)
    touched = [table for table in before if before[table] != after[table]]
    watched = tuple(sorted({*touched, *(model._meta.db_table for model in READ)}))
    # Deletions first, so that what was unique is free again.
    statements = tuple(
        statement
        for kind in (_deletions, _changes, _additions)
        for table in touched
        for statement in kind(table, before[table], after[table])
    )
    recording = Recording(watched, _state(watched), statements, made, began, ended)
    recording.play()
    return recording


def _state(watched: tuple[str, ...]) -> list[Any]:
    """How many rows the tables have and which came last; of some, what stands in them."""
    counts = []
    for table in watched:
        pk = _tables()[table]._meta.pk
        last = "NULL" if pk.get_internal_type() == "UUIDField" else f"max({_name(pk.column)})"
        counts += [f"(SELECT count(*) FROM {_name(table)})", f"(SELECT {last} FROM {_name(table)})"]
    tables = {model._meta.db_table: ", ".join(_columns(model)) for model in READ_TO_THE_LETTER}
    tables[Page._meta.db_table] = OF_PAGES
    words = [
        f"SELECT {columns} FROM {_name(table)} ORDER BY 1" for table, columns in tables.items()
    ]
    return [_fetch(f"SELECT {', '.join(counts)}"), *map(_fetch, words)]


def _everything() -> dict[str, Rows]:
    everything = {}
    for table, model in _tables().items():
        columns = _columns(model)
        key = columns.index(_name(model._meta.pk.column))
        rows = _fetch(f"SELECT {', '.join(columns)} FROM {_name(table)}")
        everything[table] = {row[key]: row for row in rows}
    return everything


@cache
def _tables() -> dict[str, type[Model]]:
    """Every table that holds rows of its own; SQLite's triggers keep the search's second one."""
    models = {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}
    models.pop(f"{IndexEntry._meta.db_table}_fts", None)
    return models


def _columns(model: type[Model]) -> list[str]:
    return [_name(f.column) for f in model._meta.local_concrete_fields if not f.generated]


def _deletions(table: str, before: Rows, after: Rows) -> Iterator[Statement]:
    if gone := list(before.keys() - after.keys()):
        pk = _name(_tables()[table]._meta.pk.column)
        marks = ", ".join(["%s"] * len(gone))
        yield f"DELETE FROM {_name(table)} WHERE {pk} IN ({marks})", gone


def _changes(table: str, before: Rows, after: Rows) -> Iterator[Statement]:
    columns = _columns(_tables()[table])
    pk = _name(_tables()[table]._meta.pk.column)
    for key in before.keys() & after.keys():
        old, new = before[key], after[key]
        changed = [number for number in range(len(columns)) if old[number] != new[number]]
        if changed:
            words = ", ".join(f"{columns[number]} = %s" for number in changed)
            values = [*(new[number] for number in changed), key]
            yield f"UPDATE {_name(table)} SET {words} WHERE {pk} = %s", values


def _additions(table: str, before: Rows, after: Rows) -> Iterator[Statement]:
    if new := [after[key] for key in after if key not in before]:
        columns = _columns(_tables()[table])
        row = f"({', '.join(['%s'] * len(columns))})"
        rows = ", ".join([row] * len(new))
        sql = f"INSERT INTO {_name(table)} ({', '.join(columns)}) VALUES {rows}"
        yield sql, [value for values in new for value in values]


def _fetch(sql: str) -> list[Row]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def _name(name: str) -> str:
    return connection.ops.quote_name(name)
