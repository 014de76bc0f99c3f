"""The index of words: each page stemmed in its own language, each question in the reader's.

SQLite has no stemming and finds whole words.
"""

import logging
from itertools import groupby
from typing import Any, Final

from django.apps import AppConfig
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db import DatabaseError, connection, connections, transaction
from django.db.models import F
from django.utils.translation import get_language

from wagtail.models import TranslatableMixin
from wagtail.search.query import Fuzzy

from modelsearch.backends import database
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


class FuzzyInTitles(Fuzzy):
    """Words that are nearly alike, in titles alone: no index helps to compare long texts."""


class _Questions(PostgresSearchQueryCompiler):
    def get_config(self, backend: Any) -> str:
        translatable = issubclass(self.queryset.model, TranslatableMixin)
        return STEMMED_AS.get(get_language() if translatable else "", AS_WRITTEN)

    def _build_fuzzy_queryset(self, config: Any, backend: Any) -> tuple[Any, Any]:
        if not isinstance(self.query, FuzzyInTitles):
            return super()._build_fuzzy_queryset(config, backend)
        near = TrigramWordSimilarity(self.query.query_string, "index_entries__title_text")
        least = backend.fuzzy_similarity_threshold
        return self.queryset.annotate(_near=near).filter(_near__gte=least), F("_near")


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
    backend = database.SearchBackend(params)
    if connection.vendor == "sqlite" and database.USE_SQLITE_FTS:
        # Its models are there on SQLite alone.
        from cms.sqlite_search import RankingSearchBackend

        return RankingSearchBackend(params)
    return backend


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
    except DatabaseError:
        logger.warning(
            "The search will not forgive typing mistakes, because this database user may not "
            "add extensions. All else works. Whoever looks after the database can mend it: "
            "CREATE EXTENSION pg_trgm;"
        )
