"""What a visitor finds: live, public pages of one practice in one language, and nothing else."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import QuerySet
from django.utils.text import capfirst

from wagtail.models import Page, ReferenceIndex, TranslatableMixin
from wagtail.search import index
from wagtail.search.query import Fuzzy

from cms.search_backend import FuzzyInTitles, forgives_typos

PAGE_LENGTH: Final = 10
MOST_LETTERS: Final = 100
# Comparing the whole text of so many takes a fraction of a second.
MOST_PAGES_TO_COMPARE: Final = 200


@dataclass(frozen=True)
class Result:
    page: Page
    kind: str
    lead: str


@dataclass(frozen=True)
class Found:
    """One page of results. ``nearly`` says that they are only like what was asked for."""

    results: list[Result]
    total: int
    number: int
    pages: int
    nearly: bool = False


def search(words: str, *, home: Page, number: int = 1) -> Found:
    """The pages below ``home`` in which all ``words`` stand; else those with words like them.

    Stemmed by the active language, which is to be the home page's.
    """
    # A bare sign is no word, and no index can be asked for it.
    asked = " ".join(word for word in words.split() if any(map(str.isalnum, word)))
    if not asked:
        return Found([], total=0, number=1, pages=0)
    pages = _public_pages_below(home)
    hits = pages.search(asked)
    total = hits.count()
    if not total:
        near = _results(_nearest(asked, pages))
        return Found(near, total=len(near), number=1, pages=1, nearly=True)
    last = -(-total // PAGE_LENGTH)
    number = max(1, min(number, last))
    start = (number - 1) * PAGE_LENGTH
    shown = list(hits[start : start + PAGE_LENGTH])
    return Found(_results(shown), total=total, number=number, pages=last)


def _nearest(asked: str, pages: QuerySet[Page]) -> list[Page]:
    """A few pages with words that are nearly what was asked for: in their titles, and where there
    are not too many of them to be compared, anywhere."""
    if not forgives_typos():
        return []
    few = pages.count() <= MOST_PAGES_TO_COMPARE
    query = Fuzzy(asked) if few else FuzzyInTitles(asked)
    return list(pages.search(query)[:PAGE_LENGTH])


def index_pages_with(words: TranslatableMixin) -> None:
    """Index again the pages that show shared words, which have changed, in any language."""
    family = type(words)._default_manager.filter(translation_key=words.translation_key)
    naming = {
        str(reference.object_id)
        for member in family
        for reference in ReferenceIndex.get_references_to(member)
    }
    named = Page.objects.filter(pk__in=[int(pk) for pk in naming if pk.isdigit()]).order_by()
    keys = named.values("translation_key")
    for page in Page.objects.live().filter(translation_key__in=keys).specific():
        index.insert_or_update_object(page)


def _public_pages_below(home: Page) -> QuerySet[Page]:
    public = (
        Page.objects.descendant_of(home, inclusive=True)
        .live()
        .public()
        .filter(locale=home.locale_id, alias_of=None)
    )
    # The index knows only some fields of a page, and asks for no others.
    return Page.objects.filter(pk__in=public.values("pk")).select_related("locale")


def _results(pages: list[Page]) -> list[Result]:
    leads = _leads_of(pages)
    return [
        Result(
            page=page,
            kind=capfirst(str(page.page_type_display_name)),
            lead=leads.get(page.pk) or page.search_description,
        )
        for page in pages
    ]


def _leads_of(pages: Iterable[Page]) -> dict[int, str]:
    """Each page's lead by its key, in one query however many kinds of page there are."""
    by_model: dict[Any, list[int]] = defaultdict(list)
    for page in pages:
        by_model[page.specific_class].append(page.pk)
    parts = [
        model.objects.filter(pk__in=keys).order_by().values_list("pk", "lead")
        for model, keys in by_model.items()
        if model is not None and any(f.name == "lead" for f in model._meta.fields)
    ]
    if not parts:
        return {}
    return dict(parts[0].union(*parts[1:], all=True))
