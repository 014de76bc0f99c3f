"""A practice with so many pages that whoever reads them one by one is found out."""

import random
import uuid
from itertools import islice
from typing import Final

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail_localize.models import (
    String,
    StringSegment,
    StringTranslation,
    TranslatableObject,
    Translation,
    TranslationContext,
    TranslationLog,
    TranslationSource,
)

from cms.models import ContentPage, Practice, SourceChange
from tests.factories import home_of, locale

SECTIONS: Final = 40
STRINGS: Final = 12
LEAD: Final = "In one or two sentences what this page is about, for those who look for it."


def fill_with_pages(practice: Practice, *, pages: int) -> None:
    """Give the practice so many pages in each of its languages, in sections below home.

    One in ten is not translated, one in ten is edited by hand, one in ten has changed.
    """
    source, *others = practice.languages
    keys = [uuid.uuid4() for _ in range(pages)]
    for code in practice.languages:
        kept = [n for n in range(pages) if code == source or n < SECTIONS or n % 10]
        _add_pages(practice, code, {n: keys[n] for n in kept})
    page_type = ContentType.objects.get_for_model(Page)
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=key, content_type=page_type) for key in keys], 500
    )
    own_type = ContentType.objects.get_for_model(ContentPage)
    sources = TranslationSource.objects.bulk_create(
        [
            TranslationSource(
                object_id=key,
                specific_content_type=own_type,
                locale=locale(source),
                object_repr=f"Page {n}",
                content_json="{}" * 4000,
                last_updated_at=timezone.now(),
            )
            for n, key in enumerate(keys)
        ],
        200,
    )
    for code in others:
        _translate(sources, code)
    SourceChange.objects.bulk_create(
        [
            SourceChange(source=each, changes=[{"where": "lead", "was": LEAD, "now": LEAD}] * 8)
            for each in sources[2::10]
        ],
        500,
    )


def write_and_index(practice: Practice) -> None:
    """Give the pages that `fill_with_pages` made some text, and let all of them be found."""
    chance = random.Random(1)
    syllables = ["ved", "lei", "sam", "tal", "fag", "rom", "stil", "ner", "ung", "tid", "ord"]
    words = ["".join(chance.choices(syllables, k=chance.randint(2, 5))) for _ in range(3_000)]
    bare = Page.objects.filter(slug__startswith="page-", contentpage=None).select_related("locale")
    for page in bare.iterator():
        body = [("paragraph", f"<p>{' '.join(chance.choices(words, k=40))}.</p>") for _ in range(5)]
        content = ContentPage(page_ptr=page, lead=LEAD, body=body)
        content.__dict__ |= {f.attname: getattr(page, f.attname) for f in Page._meta.fields}
        content.save_base(raw=True, force_insert=True)
    index = get_search_backend()
    written = ContentPage.objects.filter(slug__startswith="page-").select_related("locale")
    pages = written.iterator(chunk_size=500)
    while chunk := list(islice(pages, 500)):
        index.add_bulk(ContentPage, chunk)


def _add_pages(practice: Practice, code: str, keys: dict[int, uuid.UUID]) -> None:
    home = home_of(practice, code)
    content_type = ContentType.objects.get_for_model(ContentPage)
    taken = home.numchild
    rows = []
    for n, key in keys.items():
        parent = home if n < SECTIONS else None
        place = taken + n + 1 if parent else n // SECTIONS
        path = home.path if parent else home._get_path(home.path, 3, taken + n % SECTIONS + 1)
        section = "" if parent else f"page-{n % SECTIONS}/"
        rows.append(
            Page(
                path=Page._get_path(path, 3 if parent else 4, place),
                depth=3 if parent else 4,
                translation_key=key,
                locale=home.locale,
                title=f"Page {n} {code}",
                draft_title=f"Page {n} {code}",
                slug=f"page-{n}",
                url_path=f"{home.url_path}{section}page-{n}/",
                content_type=content_type,
                live=n % 7 != 0,
                has_unpublished_changes=n % 5 == 0,
                numchild=0 if n >= SECTIONS else 1,
            )
        )
    Page.objects.bulk_create(rows, 200)
    Page.objects.filter(pk=home.pk).update(numchild=taken + SECTIONS)


def _translate(sources: list[TranslationSource], code: str) -> None:
    target = locale(code)
    Translation.objects.bulk_create(
        [
            Translation(source=each, target_locale=target, enabled=n % 10 != 1)
            for n, each in enumerate(sources)
        ],
        500,
    )
    TranslationLog.objects.bulk_create(
        [TranslationLog(source=each, locale=target) for each in sources], 500
    )
    for first in range(0, len(sources), 100):
        _translate_strings(sources[first : first + 100], first, target)


def _translate_strings(sources: list[TranslationSource], first: int, target: object) -> None:
    pairs = [(each, number) for each in sources for number in range(STRINGS)]
    contexts = {
        (each.object_id, number): TranslationContext.objects.filter(
            object_id=each.object_id, path=f"lead{number}"
        ).first()
        for each, number in pairs[:1]
    }
    if not any(contexts.values()):
        _add_strings(pairs)
    segments = StringSegment.objects.filter(source__in=sources).values_list(
        "string", "context", "order"
    )
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of_id=string, context_id=context, locale=target, data=LEAD
            )
            for string, context, order in segments
            if order or first % 300
        ],
        200,
    )


def _add_strings(pairs: list[tuple[TranslationSource, int]]) -> None:
    strings = String.objects.bulk_create(
        [
            String(locale_id=each.locale_id, data=f"{LEAD} {n}", data_hash=uuid.uuid4())
            for each, n in pairs
        ],
        200,
    )
    contexts = TranslationContext.objects.bulk_create(
        [
            TranslationContext(
                object_id=each.object_id, path=f"lead{n}", path_id=uuid.uuid4(), field_path="lead"
            )
            for each, n in pairs
        ],
        200,
    )
    StringSegment.objects.bulk_create(
        [
            StringSegment(source=each, context=context, string=string, order=n, attrs="{}")
            for (each, n), context, string in zip(pairs, contexts, strings, strict=True)
        ],
        200,
    )
