"""The pages that a page's blocks name, each in the reader's language, in one query for all."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, Subquery

from wagtail.models import Page


def pages_named_in(body: Iterable[Any], *, locale: int) -> dict[int, Page]:
    """By the named page's key: its live translation in ``locale``, else itself while it is live.

    Supervisors come with what a card shows of them.
    """
    named = {page.pk for block in body for page in _named_by(block)}
    if not named:
        return {}
    asked_for = Page.objects.filter(pk__in=named).order_by()
    family = (
        Page.objects.live()
        .filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .filter(Q(pk__in=named) | Q(locale=locale))
        .select_related("locale", "supervisorpage__picture", "supervisorpage__locale")
        .prefetch_related("supervisorpage__picture__renditions")
    )
    found = {page.pk: page for page in family}
    translated = {page.translation_key: page for page in family if page.locale_id == locale}
    return {
        pk: translated.get(page.translation_key, page) for pk, page in found.items() if pk in named
    }


def _named_by(block: Any) -> list[Page]:
    match block.block_type:
        case "supervisors":
            pages = list(block.value["people"])
        case "call_to_action":
            pages = [block.value["page"]]
        case _:
            pages = []
    return [page for page in pages if page is not None]
