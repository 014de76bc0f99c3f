"""Walking through everything that an editor wrote on a page, without asking the database."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.db import models

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField

from cms.models import BasePage

# Fields of every page that are no words of the page: addresses, and what is shown nowhere.
NOT_WORDS = {"slug", "url_path", "draft_title", "content_type", "path", "seo_title"}

WORDS = (
    blocks.CharBlock,
    blocks.TextBlock,
    blocks.RichTextBlock,
    models.CharField,
    models.TextField,
)


@dataclass(frozen=True)
class Spot:
    """One value: its block or field, and the block of the page's body (or field) to look at."""

    place: str
    where: Any
    block: Any
    value: Any
    name: str


def streams_of(page: BasePage) -> Iterator[tuple[StreamField, list[dict[str, Any]]]]:
    """Each stream of the page with its blocks as they are stored."""
    for stream in page._meta.get_fields():
        if isinstance(stream, StreamField):
            value = getattr(page, stream.name)
            if value is not None:
                yield stream, list(value.get_prep_value())


def top_blocks(page: BasePage) -> Iterator[tuple[StreamField, list[Spot]]]:
    """Each stream of the page with its outermost blocks."""
    for stream, rows in streams_of(page):
        children = stream.stream_block.child_blocks
        yield (
            stream,
            [
                Spot(row["id"], child.label, child, row["value"], row["type"])
                for row in rows
                if (child := children.get(row["type"]))
            ],
        )


def spots(page: BasePage) -> Iterator[Spot]:
    """Every value on the page: its own fields of words, then its blocks, from outside inwards."""
    for field in page._meta.get_fields():
        if isinstance(field, StreamField):
            continue
        words = isinstance(field, (models.CharField, models.TextField))
        if words and field.name not in NOT_WORDS and not field.choices:
            yield Spot(field.name, field.verbose_name, field, getattr(page, field.name), field.name)
    for _stream, outermost in top_blocks(page):
        for spot in outermost:
            yield from within(spot)


def within(spot: Spot) -> Iterator[Spot]:
    """``spot`` and everything inside it."""
    yield spot
    block, value = spot.block, spot.value
    if isinstance(block, blocks.StructBlock) and isinstance(value, dict):
        for name, child in block.child_blocks.items():
            yield from within(Spot(spot.place, child.label, child, value.get(name), name))
    elif isinstance(block, blocks.ListBlock):
        for item in items_of(value):
            child = block.child_block
            yield from within(Spot(spot.place, child.label, child, item, spot.name))


def items_of(value: Any) -> list[Any]:
    """The items of a list, whichever way it is stored."""
    return [
        item["value"] if isinstance(item, dict) and item.keys() >= {"type", "value"} else item
        for item in value or []
    ]


def is_rich(spot: Spot) -> bool:
    return isinstance(spot.block, (blocks.RichTextBlock, RichTextField))


def is_words(spot: Spot) -> bool:
    return isinstance(spot.block, WORDS)


def plain(value: Any) -> str:
    """The words of a value without their marks."""
    words = str(value or "")
    if "<" in words or "&nbsp;" in words:
        words = re.sub(r"<[^>]+>|&nbsp;", " ", words)
    return " ".join(words.split())


def links_in(html: str) -> list[dict[str, str]]:
    """The attributes of each link in a stored rich text, whose form is always the same."""
    return [
        {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', attributes)}
        for attributes in re.findall(r"<a\s([^>]*)>", html)
    ]
