"""Trees of practices that speak one language."""

from collections.abc import Mapping
from typing import Any

from wagtail.models import Page

from cms.demo.page_tree import DemoPage
from cms.demo.words import Words
from cms.models import LegalPage, TermsPage


class OneLanguage:
    """Makes the pages of a practice from its words in ``language``, by their keys."""

    def __init__(self, language: str, words: Mapping[str, Words]) -> None:
        self.language = language
        self.words = words

    def page(self, key: str, model: type[Page], **facts: Any) -> DemoPage:
        return DemoPage(key, model, {self.language: self.words[key]}, **facts)

    def legal(self, *kinds: str) -> tuple[DemoPage, ...]:
        """The terms, and a legal page of each kind; each is called like its kind."""
        pages = [self.page(kind, LegalPage, fixed={"kind": kind}) for kind in kinds]
        return (self.page("terms", TermsPage), *pages)
