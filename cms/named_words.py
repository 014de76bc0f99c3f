"""The shared words that a page's blocks name, each in the reader's language."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Q, Subquery

LISTS = {"audience_list", "benefit_list", "principles"}


def words_named_in(body: Iterable[Any], *, locale: int) -> dict[tuple[str, int], Any]:
    """By kind and key: the words in ``locale`` where they are translated, else as they are.

    One query for each kind of words that the body names.
    """
    keys: dict[type, set[int]] = defaultdict(set)
    for block in body:
        if block.block_type in LISTS:
            for item in block.value["items"]:
                if item.get("shared"):
                    keys[type(item["shared"])].add(item["shared"].pk)
    return {
        (model._meta.model_name, pk): words
        for model, wanted in keys.items()
        for pk, words in _in_language(model, wanted, locale).items()
    }


def _in_language(model: Any, wanted: set[int], locale: int) -> dict[int, Any]:
    asked_for = model.objects.filter(pk__in=wanted).order_by()
    family = list(
        model.objects.filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .filter(Q(pk__in=wanted) | Q(locale=locale))
        .select_related("locale")
    )
    translated = {words.translation_key: words for words in family if words.locale_id == locale}
    return {
        words.pk: translated.get(words.translation_key, words)
        for words in family
        if words.pk in wanted
    }
