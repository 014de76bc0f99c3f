"""The index of words: each page stemmed in its own language, each question in the reader's.

SQLite has no stemming and finds whole words.
"""

import logging
from itertools import groupby
from typing import Any, Final

from django.apps import AppConfig
from django.contrib.postgres.lookups import TrigramWordSimilar
from django.db import DatabaseError, connection, connections, transaction
from django.db.models import F, Q
from django.utils.translation import get_language

from wagtail.models import TranslatableMixin

from modelsearch.backends.database import SearchBackend as DatabaseSearchBackend
from modelsearch.backends.database.postgres.postgres import (
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

logger = logging.getLogger(__name__)

# PostgreSQL's own; what has no language, such as a picture, is kept as it is written.
STEMMED_AS: Final = {
    "nb": "norwegian",
    "sv": "swedish",
    "fi": "finnish",
    "da": "danish",
    "en": "english",
}
AS_WRITTEN: Final = "simple"


def _language_of(thing: Any) -> str:
    return thing.locale.language_code if isinstance(thing, TranslatableMixin) else ""


class _Questions(PostgresSearchQueryCompiler):
    def get_config(self, backend: Any) -> str:
        translatable = issubclass(self.queryset.model, TranslatableMixin)
        return STEMMED_AS.get(get_language() if translatable else "", AS_WRITTEN)

    def _build_fuzzy_queryset(self, config: Any, backend: Any) -> tuple[Any, Any]:
        """Ask the indexes which entries come near, and compare only those word by word."""
        queryset, rank = super()._build_fuzzy_queryset(config, backend)
        words = self.query.query_string
        title = TrigramWordSimilar(F("index_entries__title_text"), words)
        body = TrigramWordSimilar(F("index_entries__body_text"), words)
        return queryset.filter(Q(title) | Q(body)), rank


class _Index(PostgresIndex):
    def add_items(self, model: Any, objs: Any) -> None:
        for language, things in groupby(sorted(objs, key=_language_of), key=_language_of):
            self.backend.config = STEMMED_AS.get(language, AS_WRITTEN)
            super().add_items(model, list(things))


class StemmingSearchBackend(PostgresSearchBackend):
    query_compiler_class = _Questions
    index_class = _Index


def SearchBackend(params: dict[str, Any]) -> Any:  # noqa: N802 - Wagtail asks for this name
    if connection.vendor == "postgresql":
        return StemmingSearchBackend(params)
    return DatabaseSearchBackend(params)


def forgives_typos() -> bool:
    """Whether the database can compare words that are nearly alike."""
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


def allow_for_typos(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Ask PostgreSQL for its extension after migrating; without it, search is only less kind."""
    if sender.label != "cms" or connections[using].vendor != "postgresql":
        return
    try:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            for column in ("title_text", "body_text"):
                cursor.execute(
                    f"CREATE INDEX IF NOT EXISTS modelsearch_{column}_trgm "
                    f"ON wagtailsearch_indexentry USING gin ({column} gin_trgm_ops)"
                )
    except DatabaseError:
        logger.warning(
            "The search will not forgive typing mistakes, because this database user may not "
            "add extensions. All else works. Whoever looks after the database can mend it: "
            "CREATE EXTENSION pg_trgm;"
        )
