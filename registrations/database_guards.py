"""What the database itself refuses, beyond constraints: to change a ledger or history line.

SQLite drops triggers when a table is rebuilt, so they are put back after every migrate.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections

# Lines of a history outlive the user who is named on them.
HISTORIES = ("registrations_historyline", "registrations_enquiryline")
GUARDED_TABLES = ("registrations_ledgerline", *HISTORIES)

POSTGRES_FUNCTION = """
CREATE OR REPLACE FUNCTION kollegium_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME IN ('registrations_historyline', 'registrations_enquiryline') THEN
        -- A user who was deleted leaves the line; nothing else ever changes.
        IF OLD.user_id IS NOT NULL AND NEW.user_id IS NULL THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$
"""


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    if sender.label != "registrations":
        return
    connection = connections[using]
    existing = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_FUNCTION)
        for table in GUARDED_TABLES:
            if table in existing:
                cursor.execute(
                    f"DROP TRIGGER IF EXISTS {table}_append_only"
                    + (f" ON {table}" if connection.vendor == "postgresql" else "")
                )
                cursor.execute(_trigger(table, vendor=connection.vendor))


def _trigger(table: str, *, vendor: str) -> str:
    name = f"{table}_append_only"
    if vendor == "postgresql":
        return (
            f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kollegium_append_only()"
        )
    goes = "OLD.user_id IS NOT NULL AND NEW.user_id IS NULL"
    exception = f"WHEN NOT ({goes}) " if table in HISTORIES else ""
    return (
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table} {exception}"
        "BEGIN SELECT RAISE(ABORT, 'append-only'); END"
    )
