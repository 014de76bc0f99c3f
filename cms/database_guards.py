"""What the database itself refuses, beyond constraints: to change a line that is only added.

SQLite drops triggers when a table is rebuilt, so they are put back after every migrate.
"""

from collections.abc import Mapping
from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models import Model

from cms.models import LogLine

# Of each table, what may be taken out of a line, and what stands there afterwards.
Emptied = Mapping[str, str]

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION kollegium_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$
"""

# A user who was deleted leaves the line; personal data can be blanked; nothing else ever changes.
HISTORY: Emptied = {"user_id": "NULL", "where": "''", "changes": "NULL"}


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label == "cms":
        append_only(using, {LogLine: {**HISTORY, "title": "''"}})


def append_only(using: str, tables: Mapping[type[Model], Emptied]) -> None:
    """Let the database refuse every change of these rows, except to empty what is named."""
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    is_postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        if is_postgres:
            cursor.execute(POSTGRES_FUNCTION)
        for model, emptied in tables.items():
            table = model._meta.db_table
            if table in existing:
                on = f" ON {table}" if is_postgres else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_append_only{on}")
                cursor.execute(_trigger(model, emptied, is_postgres=is_postgres))


def _trigger(model: type[Model], emptied: Emptied, *, is_postgres: bool) -> str:
    table = model._meta.db_table
    columns = [field.column for field in model._meta.concrete_fields]
    same = "IS NOT DISTINCT FROM" if is_postgres else "IS"
    allowed = " AND ".join(_stays_or_goes(column, emptied, same=same) for column in columns)
    refuse = (
        "EXECUTE FUNCTION kollegium_append_only()"
        if is_postgres
        else "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    )
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE ON {table} "
        f"FOR EACH ROW WHEN (NOT ({allowed})) {refuse}"
    )


def _stays_or_goes(column: str, emptied: Emptied, *, same: str) -> str:
    """Every column stays as it is, or is emptied where that is allowed."""
    stays = f'NEW."{column}" {same} OLD."{column}"'
    if column not in emptied:
        return stays
    return f'({stays} OR NEW."{column}" {same} {emptied[column]})'
