"""What a page names beside its own words, each in the reader's language, in few queries.

Wagtail would read every chosen page, and every page that a text links to, wherever it meets one.
While a page is served, ``known`` holds all of them; elsewhere, as in the editor, it is empty.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import models
from django.db.models import Q, Subquery

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.snippets.blocks import SnippetChooserBlock

LINK: Final = re.compile(r'<a\b[^>]*\blinktype="page"[^>]*>')
KEY: Final = re.compile(r'\bid="(\d+)"')


@dataclass
class Named:
    """Keys of pages, and of shared words by their model."""

    pages: set[int] = field(default_factory=set)
    words: dict[type, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add_links(self, html: str) -> None:
        for link in LINK.findall(html or ""):
            self.pages.update(int(key) for key in KEY.findall(link))


@dataclass
class Known:
    """What is named, as it was read: by itself, and as the reader is shown it."""

    request: Any
    # What every page shows besides its own words.
    frame: str = ""
    by_key: dict[tuple[type, int], Any] = field(default_factory=dict)
    shown: Mapping[int, Page] = field(default_factory=dict)
    is_read: bool = False


_known: ContextVar[Known | None] = ContextVar("known", default=None)


@contextmanager
def known(request: Any, *, frame: str) -> Iterator[None]:
    """While a page is served: choosers and links take what was read for the whole page.

    ``frame`` is the rich text that stands around every page.
    """
    token = _known.set(Known(request, frame))
    try:
        yield
    finally:
        _known.reset(token)


def named_in(page: models.Model) -> Named:
    """What the fields of ``page`` name: its streams, its texts and its keys of pages."""
    named = Named()
    for part in page._meta.get_fields():
        if isinstance(part, StreamField):
            stream = getattr(page, part.name)
            _walk(stream.stream_block, list(stream.raw_data), named)
        elif isinstance(part, RichTextField):
            named.add_links(getattr(page, part.name))
        elif isinstance(part, models.ForeignKey) and part.related_model is Page:
            key = getattr(page, part.attname)
            if key and not part.remote_field.parent_link and part.name != "alias_of":
                named.pages.add(key)
    now = _known.get()
    if now is not None:
        named.add_links(now.frame)
    return named


def _walk(block: Any, raw: Any, named: Named) -> None:
    """Read the keys out of what is stored, since making values of it would look each up."""
    match block:
        case _ if raw in (None, ""):
            pass
        case blocks.PageChooserBlock():
            named.pages.add(int(raw))
        case SnippetChooserBlock():
            named.words[block.model_class].add(int(raw))
        case blocks.RichTextBlock():
            named.add_links(str(raw))
        case _:
            for child, inner in _inside(block, raw):
                _walk(child, inner, named)


def _inside(block: Any, raw: Any) -> Iterator[tuple[Any, Any]]:
    match block:
        case blocks.StreamBlock():
            for child in raw:
                if child and child["type"] in block.child_blocks:
                    yield block.child_blocks[child["type"]], child["value"]
        case blocks.ListBlock():
            for item in raw:
                is_block = isinstance(item, dict) and item.get("type") == "item"
                yield block.child_block, item["value"] if is_block else item
        case blocks.StructBlock() if isinstance(raw, dict):
            for name, child in block.child_blocks.items():
                yield child, raw.get(name)


def read_pages(keys: set[int], *, locale: int) -> dict[int, Page]:
    """By the named page's key: its live translation in ``locale``, else itself while it is live.

    Supervisors and services come with what a card shows of them.
    """
    if not keys:
        return {}
    asked_for = Page.objects.filter(pk__in=keys).order_by()
    family = list(
        Page.objects.live()
        .filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .filter(Q(pk__in=keys) | Q(locale=locale))
        .select_related(
            "locale", "supervisorpage__picture", "supervisorpage__locale", "servicepage__picture"
        )
        .prefetch_related("supervisorpage__picture__renditions")
    )
    _remember(family)
    translated = {page.translation_key: page for page in family if page.locale_id == locale}
    shown = {p.pk: translated.get(p.translation_key, p) for p in family if p.pk in keys}
    now = _known.get()
    if now is not None:
        now.shown = {**now.shown, **shown}
    return shown


def read_words(named: Mapping[type, set[int]], *, locale: int) -> dict[tuple[str, int], Any]:
    """By kind and key: the words in ``locale`` where they are translated, else as they are.

    One query for each kind of words.
    """
    return {
        (model._meta.model_name, pk): words
        for model, wanted in named.items()
        for pk, words in _in_language(model, wanted, locale).items()
    }


def known_now() -> Known | None:
    """What is known of the page being served; None before all of it is read, and elsewhere."""
    now = _known.get()
    return now if now is not None and now.is_read else None


def all_is_read() -> None:
    """Say that what the page names has been read, so that nothing is asked for twice."""
    now = _known.get()
    if now is not None:
        now.is_read = True


def _in_language(model: Any, wanted: set[int], locale: int) -> dict[int, Any]:
    asked_for = model.objects.filter(pk__in=wanted).order_by()
    family = list(
        model.objects.filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .filter(Q(pk__in=wanted) | Q(locale=locale))
        .select_related("locale")
    )
    _remember(family)
    translated = {words.translation_key: words for words in family if words.locale_id == locale}
    return {
        words.pk: translated.get(words.translation_key, words)
        for words in family
        if words.pk in wanted
    }


def _remember(rows: list[Any]) -> None:
    now = _known.get()
    if now is not None:
        now.by_key |= {(type(row), row.pk): row for row in rows}


class ReadOnceMixin:
    """A chooser that takes what was read for the whole page."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        now = known_now()
        if now is None:
            return super().bulk_to_python(values)
        kind = Page if issubclass(self.model_class, Page) else self.model_class
        return [now.by_key.get((kind, value)) for value in values]


class NamedPageBlock(ReadOnceMixin, blocks.PageChooserBlock):
    """A page, as a plain one: what is shown of it comes from ``read_pages``."""
