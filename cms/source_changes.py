"""What has changed in a source since its translations were brought up to date, in words."""

import html
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any, Final

from django.db import models, transaction
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst

from modelcluster.models import get_serializable_data_for_fields
from wagtail import blocks
from wagtail.blocks.list_block import ListValue
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from cms.models import SourceChange

# What an editor reads at a glance; the rest is seen side by side.
MOST_CHANGES: Final = 40
LONGEST_TEXT: Final = 200
# What a child row has of its own in each language.
KEYS_OF_ROWS: Final = {"pk", "id", "page", "locale"}


@dataclass(frozen=True)
class Change:
    """One piece that changed: ``was`` is empty where it is new, ``now`` where it is gone.

    Both are empty where something else than text has changed. ``where`` is a path of a field and
    kinds of blocks; ``place_by_types`` has the words for it.
    """

    where: str
    was: str = ""
    now: str = ""


def note_change(source: TranslationSource) -> None:
    """Keep what has changed in ``source`` since it was last taken over, or that nothing has."""
    changes = changes_in(source)
    if changes:
        rows = [asdict(change) for change in changes[:MOST_CHANGES]]
        SourceChange.objects.update_or_create(source=source, defaults={"changes": rows})
    else:
        SourceChange.objects.filter(source=source).delete()


def note_changes_of_page(page: Page) -> None:
    """As ``note_change``, for a page that was published and is the source of translations."""
    sources = TranslationSource.objects.filter(
        object_id=page.translation_key, locale=page.locale_id, translations__enabled=True
    ).distinct()
    for source in sources:
        note_change(source)


@transaction.atomic
def take_over(source: TranslationSource) -> bool:
    """Bring ``source`` up to date with its page or snippet; return whether anything changed.

    Where nothing did, translations that were up to date stay so.
    """
    changed = bool(changes_in(source))
    before = source.last_updated_at
    source.update_from_db()
    if not changed:
        TranslationSource.objects.filter(pk=source.pk).update(last_updated_at=before)
    SourceChange.objects.filter(source=source).delete()
    return changed


def changes_in(source: TranslationSource) -> list[Change]:
    """What is different in the published source from what was last taken over for translation."""
    new = source.get_source_instance()
    old = source.as_instance()
    was, now = texts_of(old), texts_of(new)
    changes = []
    touched = set()
    for path in [*now, *(path for path in was if path not in now)]:
        pairs = list(_differences(was.get(path, []), now.get(path, [])))
        if pairs:
            touched.add(path.split(".")[0])
            where = types_in(new if path in now else old, path)
            changes += [Change(where, *map(in_plain_words, pair)) for pair in pairs]
    stored = json.loads(source.content_json)
    for translatable in get_translatable_fields(type(new)):
        name = translatable.field_name
        if name in touched or name not in stored:
            continue
        if _value(old, name) != _value(new, name):
            changes.append(Change(name))
    return changes


def texts_of(instance: models.Model) -> dict[str, list[str]]:
    """The translatable strings of a page or snippet, by path, in their order."""
    found: dict[str, list[str]] = defaultdict(list)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment.string.data)
    return dict(found)


def place_of(instance: models.Model, path: str) -> str:
    """The words, in the reader's language, for a segment's path."""
    return place_by_types(type(instance), types_in(instance, path))


def place_by_types(model: type[models.Model] | None, path: str) -> str:
    """The words for a path of a field and kinds of blocks: their names and labels."""
    name, *rest = path.split(".")
    field = model._meta.get_field(name) if model else None
    if not isinstance(field, models.Field):
        return capfirst(str(field.related_model._meta.verbose_name_plural)) if field else ""
    labels = [str(field.verbose_name)]
    block = field.stream_block if isinstance(field, StreamField) else None
    for part in rest:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
            continue
        block = getattr(block, "child_blocks", {}).get(part)
        if block is None:
            break
        labels.append(str(block.label))
    return " › ".join(capfirst(label) for label in labels)


def types_in(instance: models.Model, path: str) -> str:
    """A segment's path with kinds of blocks in place of their ids, so that it fits any page."""
    name, *rest = path.split(".")
    field = instance._meta.get_field(name)
    if not isinstance(field, StreamField):
        return name
    return ".".join([name, *_types(field.value_from_object(instance), rest)])


def _types(value: Any, path: list[str]) -> Iterator[str]:
    if not path:
        return
    part, *rest = path
    if isinstance(value, blocks.StructValue):
        yield part
        yield from _types(value.get(part), rest)
        return
    children = value.bound_blocks if isinstance(value, ListValue) else value
    child = next((each for each in _blocks(children) if each.id == part), None)
    if child is not None:
        yield "item" if isinstance(value, ListValue) else child.block_type
        yield from _types(child.value, rest)


def _blocks(value: Any) -> Iterable[Any]:
    return value if isinstance(value, Iterable) and not isinstance(value, str) else ()


def _differences(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    if was == now:
        return
    for kind, a, b, c, d in SequenceMatcher(a=was, b=now, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(was[a:b], now[c:d], fillvalue="")


def in_plain_words(text: str) -> str:
    return Truncator(html.unescape(strip_tags(text))).chars(LONGEST_TEXT)


def _value(instance: models.Model, name: str) -> Any:
    """A field's value in a form in which two can be compared."""
    field = instance._meta.get_field(name)
    if isinstance(field, StreamField):
        return field.value_from_object(instance).get_prep_value()
    if isinstance(field, models.ManyToOneRel):
        rows = [get_serializable_data_for_fields(row) for row in getattr(instance, name).all()]
        return [{k: v for k, v in row.items() if k not in KEYS_OF_ROWS} for row in rows]
    if field.many_to_many:
        return sorted(row.pk for row in field.value_from_object(instance))
    return field.value_from_object(instance)
