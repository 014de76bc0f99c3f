"""Spares the demo's loading the work of indexing each row as often as it is saved."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.models import Model
from django.db.models.signals import post_save

from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from modelsearch.index import get_indexed_models, insert_or_update_object
from modelsearch.signal_handlers import post_save_signal_handler


@contextmanager
def indexed_once() -> Iterator[None]:
    """What is saved meanwhile is put into the indexes of words and of references at the end."""
    saved: dict[type[Model], set[Any]] = defaultdict(set)

    def remember(sender: type[Model], instance: Model, **kwargs: Any) -> None:
        saved[sender].add(instance.pk)

    searched = [
        model
        for model in get_indexed_models()
        if post_save.disconnect(post_save_signal_handler, sender=model)
    ]
    post_save.connect(remember, weak=False)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        post_save.disconnect(remember)
        for model in searched:
            post_save.connect(post_save_signal_handler, sender=model)
    for model, keys in saved.items():
        is_referring = model in ReferenceIndex.tracked_models
        if is_referring or model in searched:
            for row in model._default_manager.filter(pk__in=keys).order_by("pk"):
                if is_referring:
                    ReferenceIndex.create_or_update_for_object(row)
                if model in searched:
                    insert_or_update_object(row)
