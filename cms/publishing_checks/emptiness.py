"""Headings with nothing in them or under them, lists without items, texts without words."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from django.utils.translation import gettext_lazy as _

from wagtail import blocks

from cms.blocks import HeadingBlock
from cms.models import BasePage

from .findings import Finding, Kind
from .registry import each_page, register
from .surroundings import Surroundings
from .walking import Spot, is_rich, items_of, plain, top_blocks

# The outermost parts of a stored rich text, whose form is always the same.
PARTS: Final = re.compile(r"<(h[2-4]|p|ul|ol)\b[^>]*>(.*?)</\1>|<(embed|hr|img)\b", re.S)


@register
@each_page
def empty_values(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    for spot in around.spots(page):
        block = spot.block
        if isinstance(block, blocks.ListBlock):
            if not [item for item in items_of(spot.value) if not _is_blank(item)]:
                yield Finding(
                    Kind.EMPTY,
                    _("A list has nothing in it."),
                    _("Add what belongs there, or delete the block."),
                    spot.place,
                    spot.where,
                )
        elif _is_required_words(spot) and not plain(spot.value):
            yield Finding(
                Kind.EMPTY,
                _("A heading or text is empty."),
                _("Write it, or delete the block."),
                spot.place,
                spot.where,
            )
        elif is_rich(spot) and spot.value and _bare_in_text(str(spot.value)):
            yield Finding(
                Kind.EMPTY,
                _("A heading in the text is empty or has nothing under it."),
                _("Write what belongs there, or delete the heading."),
                spot.place,
                spot.where,
            )


def _is_blank(item: object) -> bool:
    """Whether an item of a list says nothing: no words, nothing chosen."""
    if isinstance(item, dict):
        return all(_is_blank(part) for part in item.values())
    return not plain(item)


def _is_required_words(spot: Spot) -> bool:
    """Words of a block that must be there; fields have their own form to say so."""
    words = isinstance(spot.block, (blocks.CharBlock, blocks.TextBlock, blocks.RichTextBlock))
    return words and spot.block.required


def _bare_in_text(html: str) -> bool:
    """Whether a heading is empty, or only another heading of its rank or nothing follows it."""
    before = ""
    for heading, inside, _other in PARTS.findall(html):
        if heading.startswith("h"):
            if not plain(inside) or (before and heading <= before):
                return True
            before = heading
        elif not heading or plain(inside):
            before = ""
    return bool(before)


@register
@each_page
def headings_with_nothing_under_them(page: BasePage, around: Surroundings) -> Iterator[Finding]:
    for _stream, outermost in top_blocks(page):
        for spot, following in zip_longest(outermost, outermost[1:]):
            bare = following is None or isinstance(following.block, HeadingBlock)
            if isinstance(spot.block, HeadingBlock) and plain(spot.value) and bare:
                yield Finding(
                    Kind.EMPTY,
                    _("Nothing stands under a heading."),
                    _("Write what belongs there, or delete the heading."),
                    spot.place,
                    plain(spot.value),
                )
