"""What somebody reads where a page does not exist in their language: the source language's page.

It has an address under the visitor's language, says what it is, and lists lead to it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

# One sentence for each language, because in some of them its name bends.
READING_IN: Final = {
    "nb": gettext_lazy("You are reading it in Norwegian."),
    "sv": gettext_lazy("You are reading it in Swedish."),
    "fi": gettext_lazy("You are reading it in Finnish."),
    "da": gettext_lazy("You are reading it in Danish."),
    "en": gettext_lazy("You are reading it in English."),
}


@dataclass(frozen=True)
class StandIn:
    """A page that stands in for one that does not exist in the visitor's language."""

    page: Page
    language: str

    @property
    def sentence(self) -> str:
        # Translators: name the language that you translate into, in place of English.
        not_yet = _("This page is not in English yet.")
        return f"{not_yet} {READING_IN[self.language]}"


@dataclass(frozen=True)
class Reading:
    """The languages that a visitor is shown: their own, then the one that stands in for it."""

    locale: int
    source_locale: int
    # How addresses begin in both languages, as in ``/fi/`` and ``/nb/``.
    prefix: str
    source_prefix: str

    @property
    def stands_in(self) -> bool:
        return self.locale != self.source_locale


def reading_of(request: HttpRequest, page: Page) -> Reading:
    """What whoever reads ``page`` is shown; the page's own language where nothing is known."""
    found = getattr(request, "reading", None)
    return found or Reading(page.locale_id, page.locale_id, "/", "/")


def address_to_read(page: Page, request: HttpRequest) -> str:
    """Where a visitor of this language reads ``page``, which has no translation into it."""
    address = page.get_url(request) or ""
    reading = getattr(request, "reading", None)
    if reading and reading.stands_in and address.startswith(reading.source_prefix):
        return reading.prefix + address.removeprefix(reading.source_prefix)
    return address


def below_to_read(model: type[Page], parent: Page, request: HttpRequest) -> PageQuerySet[Any]:
    """The live pages of ``model`` below ``parent``, in the visitor's language.

    Where one does not exist in it, the source language's page stands in. Their own come first.
    """
    return _to_read(model, parent, request, holds=_is_child)


def anywhere_below_to_read(
    model: type[Page], home: Page, request: HttpRequest, *, homes: Iterable[Page] | None = None
) -> PageQuerySet[Any]:
    """As ``below_to_read``, however deep, for a home page in whatever language.

    ``homes`` are the practice's home pages in all languages, if they are known.
    """
    return _to_read(model, home, request, holds=_is_descendant, family=homes)


def _to_read(
    model: type[Page],
    parent: Page,
    request: HttpRequest,
    *,
    holds: Callable[[Page], Q],
    family: Iterable[Page] | None = None,
) -> PageQuerySet[Any]:
    reading = reading_of(request, parent)
    live = _open_to_visitors(model._default_manager.live(), parent, request)
    if not reading.stands_in:
        return live.filter(holds(parent)).order_by("path")
    if family is None:
        family = Page.objects.filter(translation_key=parent.translation_key)
    below = Q(pk__in=[])
    for member in family:
        if member.locale_id in (reading.locale, reading.source_locale):
            below |= holds(member)
    return in_languages_read(live.filter(below), parent, request).order_by(
        Case(When(locale=reading.locale, then=Value(0)), default=Value(1)), "path"
    )


def _open_to_visitors(
    pages: PageQuerySet[Any], parent: Page, request: HttpRequest
) -> PageQuerySet[Any]:
    """Without private pages, whose titles are private too.

    What is private together with ``parent`` stays: whoever is shown that may see it.
    """
    practice = getattr(request, "_practice", None)
    if not getattr(practice, "has_private_pages", False):
        return pages
    for path in PageViewRestriction.objects.values_list("page__path", flat=True):
        if not parent.path.startswith(path):
            pages = pages.exclude(path__startswith=path)
    return pages


def in_languages_read(
    pages: PageQuerySet[Any], page: Page, request: HttpRequest
) -> PageQuerySet[Any]:
    """Those of ``pages`` in the language of whoever reads ``page``, and what stands in for them."""
    reading = reading_of(request, page)
    if not reading.stands_in:
        return pages.filter(locale=reading.locale)
    translated = Page.objects.live().filter(
        translation_key=OuterRef("translation_key"), locale=reading.locale
    )
    return pages.filter(
        Q(locale=reading.locale) | Q(~Exists(translated), locale=reading.source_locale)
    )


def _is_child(parent: Page) -> Q:
    return Q(path__startswith=parent.path, depth=parent.depth + 1)


def _is_descendant(parent: Page) -> Q:
    return Q(path__startswith=parent.path, depth__gt=parent.depth)
