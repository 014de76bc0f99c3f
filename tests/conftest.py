"""Which tests run in which place, and on which database."""

from pathlib import Path

from django.conf import settings
from django.db import connection

import pytest

from tests import places, postgres

BROWSER = Path(__file__).parent / "browser"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
    for_browser = [item for item in items if _has(item, "browser")]
    others = [item for item in items if not _has(item, "browser")]
    place = places.here()
    # The browser's site keeps its rows from test to test, so these tests never
    # share a process with others.
    if place == "browser" or not (place or others):
        kept, left = for_browser, others
    else:
        kept, left = others, for_browser
    # Where PostgreSQL is missing, the process on SQLite is the one that says so.
    if place == "sqlite" and postgres.binaries():
        left = left + [item for item in kept if _has(item, "postgres")]
        kept = [item for item in kept if not _has(item, "postgres")]
    config.hook.pytest_deselected(items=left)
    items[:] = kept


@pytest.fixture(autouse=True)
def _needs_postgresql(request: pytest.FixtureRequest) -> None:
    if not _has(request.node, "postgres") or connection.vendor == "postgresql":
        return
    if postgres.binaries() is None:
        places.skip_for_want_of("PostgreSQL", install="sudo apt-get install postgresql")
    pytest.skip("runs on PostgreSQL only: make test")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings: None
) -> None:
    """Give the browser's site a database of its own; on SQLite a file, since threads share it."""
    if not all(_has(item, "browser") for item in request.session.items):
        return
    test = settings.DATABASES["default"].setdefault("TEST", {})
    if connection.vendor == "sqlite":
        test["NAME"] = str(Path(settings.VAR_DIR) / "browser.sqlite3")
    else:
        test["NAME"] = f"test_{settings.DATABASES['default']['NAME']}_browser"


def _has(item: pytest.Item, marker: str) -> bool:
    return item.get_closest_marker(marker) is not None
