"""Which tests run in which place, and on which database."""

from pathlib import Path

from django.conf import settings
from django.db import connection

import pytest
import pytest_django

from tests import places, postgres, sqlite

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
    request: pytest.FixtureRequest,
    django_db_modify_db_settings: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Give the browser's site a database of its own, and SQLite a file that threads share."""
    database = settings.DATABASES["default"]
    test = database.setdefault("TEST", {})
    if connection.vendor == "sqlite":
        file = tmp_path_factory.mktemp("database") / "tests.sqlite3"
        test["NAME"] = str(file)
        sqlite.begin_from_template(file)
    elif all(_has(item, "browser") for item in request.session.items):
        test["NAME"] = f"test_{database['NAME']}_browser"


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """Migrate, and keep the outcome for the next run on SQLite."""
    if connection.vendor == "sqlite":
        with django_db_blocker.unblock():
            sqlite.keep_as_template()


def _has(item: pytest.Item, marker: str) -> bool:
    return item.get_closest_marker(marker) is not None
