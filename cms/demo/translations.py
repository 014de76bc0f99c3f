"""Translates the demo's rows as an editor would: string by string, in the translation editor."""

from collections import defaultdict
from typing import Any, Final

from django.db.models import Model

from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.strings import StringValue, validate_translation_links

MANUAL: Final = StringTranslation.TRANSLATION_TYPE_MANUAL


class WordsDoNotMatch(Exception):
    """A row's words in two languages are not built alike, so they cannot stand side by side."""


def make_translation(*, source: Model, twin: Model, locale: Locale, user: Any) -> Any:
    """Give ``source`` its translation into ``locale``, with the strings of ``twin``; return it.

    ``twin`` is an unsaved row of the same model whose blocks carry the same ids.
    """
    origin, _ = TranslationSource.get_or_create_from_instance(source)
    translation, _ = Translation.objects.get_or_create(source=origin, target_locale=locale)
    _translate_strings(origin, twin=twin, locale=locale, user=user)
    is_page = isinstance(source, Page)
    translation.save_target(user=user, publish=not is_page)
    target = translation.get_target_instance()
    if is_page:
        # Published here rather than on commit, so that pages below find a live parent.
        target.get_latest_revision().publish(user=user, skip_permission_checks=True)
    return target


def _translate_strings(
    origin: TranslationSource, *, twin: Model, locale: Locale, user: Any
) -> None:
    wanted: dict[str, list[str]] = defaultdict(list)
    for value in extract_segments(twin):
        if isinstance(value, StringSegmentValue):
            wanted[value.path].append(value.string.data)
    found: dict[str, list[StringSegment]] = defaultdict(list)
    segments = StringSegment.objects.filter(source=origin).select_related("context", "string")
    for segment in segments.order_by("order"):
        found[segment.context.path].append(segment)
    translated: dict[tuple[int, int], StringTranslation] = {}
    for path in wanted.keys() | found.keys():
        if len(wanted[path]) != len(found[path]):
            raise WordsDoNotMatch(f"{origin.object_repr}: {path} ({locale.language_code})")
        for segment, data in zip(found[path], wanted[path], strict=True):
            translated.setdefault(
                (segment.string_id, segment.context_id), _translated(segment, data, locale, user)
            )
    StringTranslation.objects.bulk_create(translated.values())


def _translated(segment: StringSegment, data: str, locale: Locale, user: Any) -> StringTranslation:
    try:
        StringValue.from_translated_html(data)
        validate_translation_links(segment.string.data, data)
    except ValueError as error:
        raise WordsDoNotMatch(f"{segment.context.path} ({locale.language_code}): {data}") from error
    return StringTranslation(
        translation_of=segment.string,
        locale=locale,
        context=segment.context,
        data=data,
        translation_type=MANUAL,
        last_translated_by=user,
    )
