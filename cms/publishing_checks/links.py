"""Links to what is gone, not published, or another practice's. Nothing is fetched: all is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.db import models
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _
from django.utils.translation import override

from wagtail import blocks
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.models import Page

from cms.models import BasePage

from .findings import Finding, Kind
from .registry import Found, register
from .surroundings import Surroundings
from .walking import Spot, is_rich, links_in

PAGE, DOCUMENT, ADDRESS = "page", "document", "address"
PAGES_OF_THE_TREE: Final = "wagtail_serve"


@dataclass(frozen=True)
class Link:
    page: BasePage
    spot: Spot
    to: str  # PAGE, DOCUMENT or ADDRESS
    key: Any  # its key, or the path on the practice's own host


@register
def links_that_lead_nowhere(pages: Sequence[BasePage], around: Surroundings) -> Found:
    links = [link for page in pages for link in _links_of(page, around)]
    answering = _Answering(links, around)
    for link in links:
        says = answering.says_of(link)
        if says:
            yield (
                link.page,
                Finding(
                    Kind.LINK,
                    says,
                    _("Choose another page, or take the link away."),
                    link.spot.place,
                    link.spot.where,
                ),
            )


def _links_of(page: BasePage, around: Surroundings) -> Iterator[Link]:
    for field in page._meta.get_fields():
        if isinstance(field, models.ForeignKey) and field.related_model is Page:
            key = getattr(page, field.attname)
            # A page's own row and the page it is a copy of are no links.
            if key and not field.remote_field.parent_link and field.name != "alias_of":
                spot = Spot(field.name, field.verbose_name, field, key, field.name)
                yield Link(page, spot, PAGE, key)
    for spot in around.spots(page):
        block, value = spot.block, spot.value
        if not value:
            continue
        if isinstance(block, blocks.PageChooserBlock):
            yield Link(page, spot, PAGE, value)
        elif isinstance(block, DocumentChooserBlock):
            yield Link(page, spot, DOCUMENT, value)
        elif isinstance(block, blocks.URLBlock):
            yield from _address(page, spot, str(value), around)
        elif is_rich(spot):
            yield from _in_text(page, spot, around)


def _in_text(page: BasePage, spot: Spot, around: Surroundings) -> Iterator[Link]:
    if "<a" not in str(spot.value):
        return
    for attrs in links_in(str(spot.value)):
        kind = attrs.get("linktype")
        if kind in (PAGE, DOCUMENT):
            key = attrs.get("id", "")
            yield Link(page, spot, kind, int(key) if key.isdecimal() else 0)
        else:
            yield from _address(page, spot, attrs.get("href", ""), around)


def _address(page: BasePage, spot: Spot, href: str, around: Surroundings) -> Iterator[Link]:
    """A typed address, if it is one at the practice's own host."""
    parts = urlsplit(href)
    own_host = parts.hostname == around.practice.site.hostname
    from_root = not parts.scheme and not parts.netloc and parts.path.startswith("/")
    if (own_host and parts.scheme in ("http", "https")) or from_root:
        yield Link(page, spot, ADDRESS, unquote(parts.path) or "/")


class _Answering:
    """Which of many links lead somewhere; found out with one query for each kind of target."""

    def __init__(self, links: Sequence[Link], around: Surroundings) -> None:
        self.around = around
        asked = {to: {link.key for link in links if link.to == to} for to in (PAGE, DOCUMENT)}
        self.pages = {
            pk: (path, live)
            for pk, path, live in Page.objects.filter(pk__in=asked[PAGE]).values_list(
                "pk", "path", "live"
            )
        }
        documents = get_document_model().objects.filter(pk__in=asked[DOCUMENT])
        self.documents = set(documents.values_list("pk", flat=True))
        typed = {link.key: self._in_tree(link.key) for link in links if link.to == ADDRESS}
        wanted = {url_path for url_path in typed.values() if url_path}
        live = set(
            Page.objects.live().filter(url_path__in=wanted).values_list("url_path", flat=True)
        )
        redirected = set()
        if wanted - live:
            old = {Redirect.normalise_path(path) for path in typed}
            redirects = Redirect.get_for_site(around.practice.site).filter(old_path__in=old)
            redirected = set(redirects.values_list("old_path", flat=True))
        self.dead = {
            path
            for path, url_path in typed.items()
            if url_path is None
            or (
                url_path
                and url_path not in live
                and Redirect.normalise_path(path) not in redirected
            )
        }

    def _in_tree(self, path: str) -> str | None:
        """Where in the tree a path leads; "" when no page answers it; None when nothing does."""
        address = path if path.endswith("/") or "." in path.rsplit("/", 1)[-1] else f"{path}/"
        language = address.strip("/").split("/")[0]
        home = self.around.homes.get(language)
        try:
            with override(language if home else None):
                found = resolve(address)
        except Resolver404:
            return None
        if found.url_name != PAGES_OF_THE_TREE:
            return ""
        return f"{home.url_path}{found.kwargs.get('path') or found.args[0]}" if home else None

    def says_of(self, link: Link) -> str:
        if link.to == DOCUMENT:
            return "" if link.key in self.documents else _("A document that is linked is gone.")
        if link.to == ADDRESS:
            says = _("Nothing answers at the address %(path)s.") % {"path": link.key}
            return says if link.key in self.dead else ""
        if link.key not in self.pages:
            return _("A page that is linked is gone.")
        path, live = self.pages[link.key]
        if not self.around.is_own(path):
            return _("A page that is linked belongs to another website.")
        return "" if live else _("A page that is linked is not published.")
