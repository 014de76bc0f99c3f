"""Which tests run in which place, and on which database."""

import gc
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase
from django.utils.translation.reloader import translation_file_changed

import hypothesis
import pytest
import pytest_django

from bin.compile_messages import compile_messages
from tests import places, postgres, postgres_template, sqlite

# Every other fixture with rows in it asks for one of these.
DATABASE_FIXTURES = {"db", "transactional_db", "django_db_setup"}
BROWSER = Path(__file__).parent / "browser"

# Every machine tries the same few examples each time; in the long run, many and new ones.
for name, facts in {
    "short": {"max_examples": 50, "derandomize": True},
    "long": {"max_examples": 500, "print_blob": True},
}.items():
    hypothesis.settings.register_profile(
        name,
        deadline=None,
        database=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
        **facts,
    )
hypothesis.settings.load_profile("long" if places.LONG else "short")


def pytest_configure() -> None:
    """The words of every language are there, however the tests were started."""
    for compiled in compile_messages():
        # Django may have read what was there before.
        translation_file_changed(sender=None, file_path=compiled)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker("browser")
    only_browser = all(_has(item, "browser") for item in items)
    kept, left = [], []
    for item in items:
        (kept if _belongs_here(item, only_browser=only_browser) else left).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def pytest_collection_finish(session: pytest.Session) -> None:
    """Spare the garbage collector what stays to the end; it would take a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def _belongs_here(item: pytest.Item, *, only_browser: bool) -> bool:
    place = places.here()
    if _has(item, "long") and not places.LONG:
        return False
    if _has(item, "browser"):
        # The browser's site keeps its rows from test to test, so these tests
        # never share a process with others.
        return place == "browser" or (not place and only_browser)
    match place:
        case "sqlite":
            # Where PostgreSQL is missing, this is the process that says so.
            return not (_wants_postgresql(item) and postgres.binaries())
        case "postgresql":
            # What uses no database need not be tested on two.
            on_both = _uses_database(item) and not _has(item, "one_database")
            return on_both or _wants_postgresql(item)
        case _:
            return place != "browser"


def _wants_postgresql(item: pytest.Item) -> bool:
    only = item.get_closest_marker("one_database")
    return _has(item, "postgres") or (only is not None and only.args == ("postgresql",))


def _uses_database(item: pytest.Item) -> bool:
    in_class_with_rows = issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    asks_for_rows = not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))
    return in_class_with_rows or asks_for_rows or _has(item, "django_db")


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
    if connection.vendor == "postgresql" and places.here():
        postgres_template.begin_from_template(test["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """Migrate, and keep the outcome for whoever comes next."""
    with django_db_blocker.unblock():
        keep_as_template()


def keep_as_template() -> None:
    """Keep the migrated database: SQLite's for the next run, PostgreSQL's for the next process."""
    if connection.vendor == "sqlite":
        sqlite.keep_as_template()
    elif places.here():
        postgres_template.keep_as_template(connection.settings_dict["NAME"])


def _has(item: pytest.Item, marker: str) -> bool:
    return item.get_closest_marker(marker) is not None
