"""SQLite's hits ranked all at once; the library's way asks once more for each of them, which takes
half a minute where there are two thousand."""

from typing import Any

from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteFTSIndexEntry,
    SQLiteSearchBackend,
    SQLiteSearchResults,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks


def _scores(questions: Any, config: Any) -> dict[int, float]:
    """How well each hit fits, by its key; the less the better."""
    question = questions.build_search_query(normalize(questions.query), config=config)
    kinds = get_descendants_content_types_pks(questions.queryset.model)
    hits = SQLiteFTSIndexEntry.objects.filter(
        MatchExpression(questions.fields or questions.FTS_TABLE_FIELDS, question),
        index_entry__content_type__in=kinds,
    )
    rank = questions._build_rank_expression(questions.get_search_vectors(), config)
    scored = hits.annotate(score=rank).values_list("index_entry__object_id", "score")
    return {int(key): score for key, score in scored}


class _Results(SQLiteSearchResults):
    def _do_search(self) -> list[Any]:
        questions = self.query_compiler
        is_everything = isinstance(normalize(questions.query), MatchAll | Not)
        if self._score_field or not questions.order_by_relevance or is_everything:
            return list(super()._do_search())
        scores = _scores(questions, questions.get_config(self.backend))
        allowed = questions.queryset.order_by().values_list("pk", flat=True)
        hits = sorted(scores.keys() & set(allowed), key=lambda pk: (scores[pk], -pk))
        shown = hits[self.start : self.stop]
        found = questions.queryset.in_bulk(shown)
        return [found[pk] for pk in shown]


class RankingSearchBackend(SQLiteSearchBackend):
    results_class = _Results
