"""Makes the demo's pages: source language first, bodies last, since they name one another."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from wagtail.models import Locale, Page

from cms.demo.documents import demo_document
from cms.demo.pictures import demo_picture
from cms.demo.translations import make_translation
from cms.demo.words import (
    Block,
    DocumentReference,
    PageList,
    PageReference,
    PictureReference,
    RichText,
    SnippetReference,
    Words,
    stable_id,
)
from cms.models import ArticleTopic, Practice


def no_facts(practice: Practice) -> Mapping[str, Any]:
    return {}


@dataclass(frozen=True)
class DemoPage:
    """One page of a practice: its words in each language, and what is the same in all.

    ``fixed`` may name other pages of the practice and its snippets; ``facts`` makes rows of
    its own.
    """

    key: str
    model: type[Page]
    words: Mapping[str, Words]
    parent: str = "home"
    in_menu: bool = False
    scene: str = ""
    picture: str = ""
    facts: Callable[[Practice], Mapping[str, Any]] = field(default=no_facts)
    fixed: Mapping[str, Any] = field(default_factory=dict)


def pages_in(words: Mapping[str, Mapping[str, Words]]) -> Callable[..., DemoPage]:
    """Makes pages by their keys, each in those languages of ``words`` that have words for it."""

    def page(key: str, model: type[Page], **facts: Any) -> DemoPage:
        spoken = {language: pages[key] for language, pages in words.items() if key in pages}
        return DemoPage(key, model, spoken, **facts)

    return page


def page_identity(slug: str, key: str) -> UUID:
    """The translation key that a page and its translations share."""
    return stable_id("page", slug, key)


class TreeBuilder:
    """Puts a practice's pages into their tree."""

    def __init__(self, *, slug: str, pages: Sequence[DemoPage], source: Locale) -> None:
        self.slug = slug
        self.pages = pages
        self.source = source
        self.made: dict[str, Page] = {}
        self.shared: Mapping[tuple[str, str], int] = {}

    def add_home(self) -> Page:
        """The home page, still without its body: the practice's site needs it to stand on."""
        home = self.pages[0]
        self._add(home, parent=Page.get_first_root_node())
        return self.made[home.key]

    def add_rest(
        self, practice: Practice, *, shared: Mapping[tuple[str, str], int], user: Any
    ) -> None:
        """Add the other pages in the source language, in the order of the list; publish all.

        ``shared`` are the rows of the words that blocks name, by kind and key.
        """
        self.shared = shared
        for page in self.pages[1:]:
            parent = Page.objects.get(pk=self.made[page.parent].pk)
            self._add(page, parent=parent, **page.facts(practice))
        for page in self.pages:
            row = self._as_it_stands(page)
            if page.picture:
                row.picture = demo_picture(page.picture, practice=practice)
            self._write(row, page, self.source, practice=practice)
            self._fix(row, page)
            revision = row.save_revision(user=user)
            revision.publish(user=user, skip_permission_checks=True)

    def translate(self, practice: Practice, *, locale: Locale, user: Any) -> None:
        """Add and publish the pages that have words in ``locale``, parents first."""
        for page in self.pages:
            if locale.language_code not in page.words:
                continue
            twin = page.model(locale=locale)
            self._write(twin, page, locale, practice=practice)
            source = self._as_it_stands(page)
            make_translation(source=source, twin=twin, locale=locale, user=user)

    def _as_it_stands(self, page: DemoPage) -> Page:
        """Read anew: a page that has got children since must not be saved without them."""
        return page.model.objects.get(pk=self.made[page.key].pk)

    def _add(self, page: DemoPage, *, parent: Page, **facts: Any) -> None:
        words = page.words[self.source.language_code]
        row = page.model(
            title=words["title"],
            slug=words["slug"],
            locale=self.source,
            translation_key=page_identity(self.slug, page.key),
            show_in_menus=page.in_menu,
            scene=page.scene,
            live=False,
            **facts,
        )
        self.made[page.key] = parent.add_child(instance=row)

    def _write(self, row: Page, page: DemoPage, locale: Locale, *, practice: Practice) -> None:
        """Write the page's words into ``row``; blocks get the same ids in every language."""
        stored = _Stored(self.made, self.shared, practice)
        for name, value in page.words[locale.language_code].items():
            identity = f"{self.slug}/{page.key}/{name}"
            if isinstance(value, list):
                setattr(row, name, json.dumps(stored.stream(value, identity)))
            else:
                setattr(row, name, stored.value(value, identity))

    def _fix(self, row: Page, page: DemoPage) -> None:
        """Give ``row`` what is the same in every language; pages are named by their keys."""
        for name, value in page.fixed.items():
            if isinstance(value, PageReference):
                setattr(row, f"{name}_id", self.made[value.key].pk)
            elif isinstance(value, PageList):
                identity = f"{self.slug}/{page.key}/{name}"
                setattr(row, name, json.dumps(self._page_blocks(value, identity)))
            elif name == "topics":
                row.topics = [
                    ArticleTopic(topic_id=self.shared[topic.kind, topic.key], sort_order=order)
                    for order, topic in enumerate(value)
                ]
            else:
                setattr(row, name, value)

    def _page_blocks(self, named: PageList, identity: str) -> list[dict[str, Any]]:
        return [
            {
                "type": "page",
                "value": self.made[key].pk,
                "id": str(stable_id("block", identity, key)),
            }
            for key in named.keys
        ]


class _Stored:
    """Words as Wagtail stores them: references become keys of rows, blocks get ids."""

    def __init__(
        self,
        pages: Mapping[str, Page],
        shared: Mapping[tuple[str, str], int],
        practice: Practice,
    ) -> None:
        self.pages = pages
        self.shared = shared
        self.practice = practice

    def stream(self, blocks: list[Block], identity: str) -> list[Any]:
        return [
            self._block(block["type"], block["value"], f"{identity}/{number}")
            for number, block in enumerate(blocks)
        ]

    def value(self, value: Any, identity: str) -> Any:
        match value:
            case PageReference(key):
                return self.pages[key].pk
            case SnippetReference(kind, key):
                return self.shared[kind, key]
            case PictureReference(name, alt_text):
                image = demo_picture(name, practice=self.practice)
                return {"image": image.pk, "alt_text": alt_text, "decorative": False}
            case DocumentReference(name):
                return demo_document(name, practice=self.practice).pk
            case RichText(html):
                return re.sub(r'data-page="([^"]+)"', self._link, html)
            case list():
                return [
                    self._block("item", item, f"{identity}/{number}")
                    for number, item in enumerate(value)
                ]
            case dict():
                return {
                    name: self.value(part, f"{identity}/{name}") for name, part in value.items()
                }
        return value

    def _block(self, kind: str, value: Any, identity: str) -> dict[str, Any]:
        return {
            "type": kind,
            "value": self.value(value, identity),
            "id": str(stable_id("block", identity)),
        }

    def _link(self, match: re.Match[str]) -> str:
        return f'linktype="page" id="{self.pages[match[1]].pk}"'
