"""A migrated SQLite database, kept for the next run: migrating takes longer than most tests."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "tests"


def template() -> Path:
    """Return where the database is kept that fits these migrations, settings and packages."""
    return KEPT / f"{checksum()}.sqlite3"


def checksum() -> str:
    """Another one for other migrations, settings or packages."""
    sources = [*ROOT.glob("*/migrations/*.py"), *ROOT.glob("*/*/migrations/*.py")]
    sources += [*ROOT.glob("cms/settings/*.py"), ROOT / "requirements.txt"]
    found = hashlib.sha256()
    for source in sorted(sources):
        found.update(str(source.relative_to(ROOT)).encode() + source.read_bytes())
    return found.hexdigest()[:16]


def begin_from_template(database: Path) -> None:
    """Copy the kept database to a new place, if there is one."""
    if template().exists():
        shutil.copyfile(template(), database)


def keep_as_template() -> None:
    """Keep the database as it is now, migrated and empty, in place of older ones."""
    kept = template()
    if kept.exists():
        return
    KEPT.mkdir(parents=True, exist_ok=True)
    for older in KEPT.glob("*.sqlite3"):
        older.unlink()
    connection.ensure_connection()
    unfinished = kept.with_suffix(".part")
    with sqlite3.connect(unfinished) as copy:
        connection.connection.backup(copy)
    copy.close()
    unfinished.replace(kept)
