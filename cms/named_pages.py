"""The pages that a page's blocks name, each in the reader's language, in one query for all."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, Subquery

from wagtail.models import Page


def pages_named_in(streams: Iterable[Iterable[Any]], *, locale: int) -> dict[int, Page]:
    """By the named page's key: its live translation in ``locale``, else itself while it is live.

    Supervisors and services come with what a card shows of them.
    """
    named = {page.pk for stream in streams for block in stream for page in _named_by(block)}
    if not named:
        return {}
    asked_for = Page.objects.filter(pk__in=named).order_by()
    family = (
        Page.objects.live()
        .filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .filter(Q(pk__in=named) | Q(locale=locale))
        .select_related(
            "locale", "supervisorpage__picture", "supervisorpage__locale", "servicepage__picture"
        )
        .prefetch_related("supervisorpage__picture__renditions")
    )
    found = {page.pk: page for page in family}
    translated = {page.translation_key: page for page in family if page.locale_id == locale}
    return {
        pk: translated.get(page.translation_key, page) for pk, page in found.items() if pk in named
    }


def page_in_language(page: Page | None, *, locale: int) -> Page | None:
    """``page`` in ``locale`` where it is translated, else itself; None while neither is live."""
    if page is None:
        return None
    family = {
        member.locale_id: member
        for member in Page.objects.live()
        .select_related("locale")
        .filter(translation_key=page.translation_key)
        .filter(Q(pk=page.pk) | Q(locale=locale))
    }
    return family.get(locale) or family.get(page.locale_id)


def _named_by(block: Any) -> list[Page]:
    value = block.value
    match block.block_type:
        case "page":
            pages = [value]
        case "supervisors":
            pages = list(value["people"])
        case "service_cards":
            pages = list(value["services"])
        case "course_cards":
            pages = list(value["pages"])
        case "call_to_action":
            pages = [value["page"]]
        case "contact_card":
            pages = [value["person"]]
        case _:
            pages = []
    return [page for page in pages if page is not None]
