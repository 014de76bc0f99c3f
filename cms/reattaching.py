"""Brings a page that was edited by hand back into step with its source, without losing words."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, Final

from django.db import models, transaction

from wagtail.models import Locale, Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationLog,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments, quote_path_component
from wagtail_localize.strings import StringValue, validate_translation_links

from bs4 import BeautifulSoup

from cms.models.practices import practice_of_page
from cms.source_changes import place_of

MANUAL: Final = StringTranslation.TRANSLATION_TYPE_MANUAL


class NotDetached(Exception):
    """The page is the source itself, an alias, or in step with its source already."""


@dataclass(frozen=True)
class Piece:
    """Words of the page, in which place, and the source's words that they translate."""

    where: str
    text: str
    path: str = ""
    source_text: str = ""


@dataclass
class Plan:
    """What becomes of a page's words: ``kept``, ``lost`` for lack of a counterpart, ``open``.

    ``open`` are pieces of the source for which the page has nothing yet.
    """

    source: Page
    kept: list[Piece] = field(default_factory=list)
    lost: list[Piece] = field(default_factory=list)
    open: list[Piece] = field(default_factory=list)
    # Pictures, links and other values that differ from the source's, by path.
    overrides: dict[str, Any] = field(default_factory=dict)


def plan_reattaching(page: Page) -> Plan:
    """What ``reattach`` would do with the page's newest version. Changes nothing."""
    source = _source_of(page)
    newest = page.get_latest_revision_as_object()
    plan = Plan(source=source)
    ours, theirs = _strings(newest), _strings(source)
    known = _known_translations(source, page.locale)
    for path in [*theirs, *(path for path in ours if path not in theirs)]:
        _pair(plan, path, ours.get(path, []), theirs.get(path, []), known, newest)
    _compare_values(plan, newest)
    return plan


@transaction.atomic
def reattach(*, page: Page, user: Any) -> Translation:
    """Make ``page`` a translation of its source again, with its own words as the translation.

    Its newest version is kept as a revision. What visitors see does not change until somebody
    publishes the translation. Raises NotDetached.
    """
    plan = plan_reattaching(page)
    newest = page.get_latest_revision_as_object()
    newest.save_revision(user=user, changed=False, log_action=True, clean=False)
    origin, _created = TranslationSource.update_or_create_from_instance(plan.source)
    translation, _created = Translation.objects.update_or_create(
        source=origin, target_locale=page.locale, defaults={"enabled": True}
    )
    _store_strings(plan, origin, page.locale, user)
    for segment in OverridableSegment.objects.filter(source=origin).select_related("context"):
        if segment.context.path in plan.overrides:
            SegmentOverride.objects.update_or_create(
                locale=page.locale,
                context=segment.context,
                defaults={
                    "data_json": json.dumps(plan.overrides[segment.context.path]),
                    "last_translated_by": user,
                },
            )
    # What was made of it before is not what stands there; so it waits to be published.
    TranslationLog.objects.filter(source=origin, locale=page.locale).delete()
    return translation


def _source_of(page: Page) -> Page:
    """What ``page`` was translated from, else the page in the practice's source language."""
    if page.alias_of_id is not None:
        raise NotDetached
    into_here = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id
    ).select_related("source")
    earlier = into_here.order_by("-enabled", "-pk").first()
    if earlier is not None and earlier.enabled:
        raise NotDetached
    practice = practice_of_page(page)
    family = page.get_translations().filter(alias_of=None)
    if earlier is not None:
        source = family.filter(locale=earlier.source.locale_id).first()
    else:
        source = family.filter(
            locale__language_code=practice.source_language if practice else ""
        ).first()
    if source is None or source.content_type_id != page.content_type_id:
        raise NotDetached
    return source.specific


def _strings(instance: models.Model) -> dict[str, list[StringSegmentValue]]:
    found: dict[str, list[StringSegmentValue]] = defaultdict(list)
    for segment in extract_segments(instance):
        if isinstance(segment, StringSegmentValue):
            found[segment.path].append(segment)
    return dict(found)


def _known_translations(source: Page, locale: Locale) -> dict[tuple[str, str], str]:
    rows = StringTranslation.objects.filter(
        context__object_id=source.translation_key, locale=locale
    ).values_list("context__path", "translation_of__data", "data")
    return {(path, of): data for path, of, data in rows}


def _pair(
    plan: Plan,
    path: str,
    ours: list[StringSegmentValue],
    theirs: list[StringSegmentValue],
    known: dict[tuple[str, str], str],
    newest: Page,
) -> None:
    """Match the strings of one field or block.

    Those that were translated before are found again. Between two of these, as many strings as
    the source has are taken in their order; where there are more or fewer, nothing is guessed.
    """
    before = [known.get((path, segment.string.data)) for segment in theirs]
    now = [segment.string.data for segment in ours]
    matcher = SequenceMatcher(a=before, b=now, autojunk=False)
    for _kind, a, b, c, d in matcher.get_opcodes():
        if b - a == d - c:
            for of, mine in zip(theirs[a:b], ours[c:d], strict=True):
                _keep(plan, of, mine, newest)
            continue
        plan.lost += [_piece(newest, mine) for mine in ours[c:d]]
        plan.open += [_piece(plan.source, of) for of in theirs[a:b]]


def _keep(plan: Plan, of: StringSegmentValue, mine: StringSegmentValue, newest: Page) -> None:
    """``mine`` as the translation of ``of``; a link that the source does not have loses its aim."""
    data = mine.string.data
    try:
        validate_translation_links(of.string.data, data)
    except ValueError:
        plan.lost.append(_piece(newest, mine))
        data = _without_links(data)
        try:
            validate_translation_links(of.string.data, data)
        except ValueError:
            plan.open.append(_piece(plan.source, of))
            return
    piece = Piece(place_of(newest, mine.path), data, path=of.path, source_text=of.string.data)
    if any(_is_same_source(piece, other) and piece.text != other.text for other in plan.kept):
        # One sentence that stands twice in the same place has one translation.
        plan.lost.append(_piece(newest, mine))
        return
    plan.kept.append(piece)
    _keep_links(plan, of, mine)


def _is_same_source(one: Piece, other: Piece) -> bool:
    return (one.path, one.source_text) == (other.path, other.source_text)


def _keep_links(plan: Plan, of: StringSegmentValue, mine: StringSegmentValue) -> None:
    for name, theirs in (of.attrs or {}).items():
        href, own = theirs.get("href"), (mine.attrs or {}).get(name, {}).get("href")
        if href and own and href != own:
            plan.overrides[f"{of.path}.{quote_path_component(href)}"] = own


def _without_links(data: str) -> str:
    soup = BeautifulSoup(data, "html.parser")
    for link in soup.find_all("a"):
        link.unwrap()
    return str(soup)


def _piece(instance: Page, segment: StringSegmentValue) -> Piece:
    return Piece(place_of(instance, segment.path), segment.string.render_text(), path=segment.path)


def _compare_values(plan: Plan, newest: Page) -> None:
    """Values that a translation can have of its own are kept; others are the source's again."""
    theirs = _values(plan.source)
    for path, own in _values(newest).items():
        if path in theirs and theirs[path] != own and "'" not in path:
            plan.overrides[path] = own
    for translatable in get_translatable_fields(type(newest)):
        name = translatable.field_name
        model_field = newest._meta.get_field(name)
        if translatable.is_translated(newest) or name in theirs:
            continue
        if not isinstance(model_field, models.Field) or model_field.many_to_many:
            continue
        own = getattr(newest, model_field.attname)
        if own not in (None, "") and own != getattr(plan.source, model_field.attname):
            plan.lost.append(Piece(place_of(newest, name), _shown(newest, model_field)))


def _values(instance: Page) -> dict[str, Any]:
    return {
        segment.path: segment.data
        for segment in extract_segments(instance)
        if isinstance(segment, OverridableSegmentValue)
    }


def _shown(instance: Page, model_field: models.Field) -> str:
    if model_field.choices:
        return str(getattr(instance, f"get_{model_field.name}_display")())
    return str(getattr(instance, model_field.name))


def _store_strings(plan: Plan, origin: TranslationSource, locale: Locale, user: Any) -> None:
    segments: dict[tuple[str, str], StringSegment] = {
        (segment.context.path, segment.string.data): segment
        for segment in StringSegment.objects.filter(source=origin).select_related(
            "context", "string"
        )
    }
    for piece in plan.kept:
        segment = segments[piece.path, piece.source_text]
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=locale,
            context=segment.context,
            defaults={
                "data": StringValue.from_translated_html(piece.text).data,
                "translation_type": MANUAL,
                "tool_name": "",
                "last_translated_by": user,
                "has_error": False,
                "field_error": "",
            },
        )
