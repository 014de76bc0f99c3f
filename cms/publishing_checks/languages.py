"""Pages that do not exist in every language of their practice."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from wagtail.models import Page

from cms.models import BasePage

from .findings import Finding, Kind
from .registry import Found, register
from .surroundings import Surroundings


@register
def missing_translations(pages: Sequence[BasePage], around: Surroundings) -> Found:
    """Said of the page in the source language, which the others are translated from."""
    home = around.homes.get(around.practice.source_language)
    written = [page for page in pages if home and page.locale_id == home.locale_id]
    others = around.practice.languages[1:]
    if not others or not written:
        return
    live: dict[Any, set[str]] = defaultdict(set)
    translations = Page.objects.live().filter(
        translation_key__in={page.translation_key for page in written}, alias_of=None
    )
    for key, code in translations.values_list("translation_key", "locale__language_code"):
        live[key].add(code)
    names = dict(settings.LANGUAGES)
    for page in written:
        missing = [str(names[code]) for code in others if code not in live[page.translation_key]]
        if missing:
            says = _("Readers do not find this page in: %(languages)s.")
            yield (
                page,
                Finding(
                    Kind.LANGUAGE,
                    says % {"languages": ", ".join(missing)},
                    _("Translate it, with the three dots at the top, and publish it there."),
                ),
            )
