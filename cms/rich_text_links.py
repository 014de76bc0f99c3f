"""Links between pages in running text: each in the reader's language, one query for all."""

from typing import Any

from django.db.models import Q, Subquery
from django.utils.html import escape
from django.utils.translation import get_language

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from cms.named_pages import Known, known_now
from cms.reading import address_to_read


class LinkToPage(PageLinkHandler):
    """Wagtail's, which asks three times for each link."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        now = known_now()
        if now is not None:
            return [_link_to_known(now, attrs.get("id")) for attrs in attrs_list]
        keys = {int(attrs["id"]) for attrs in attrs_list if str(attrs.get("id", "")).isdecimal()}
        asked_for = Page.objects.filter(pk__in=keys).order_by()
        translated = Q(
            translation_key__in=Subquery(asked_for.values("translation_key")),
            locale__language_code=get_language() or "",
            live=True,
        )
        family = list(
            Page.objects.filter(Q(pk__in=keys) | translated).select_related("locale").order_by()
        )
        own = {page.pk: page for page in family}
        in_language = {
            page.translation_key: page
            for page in family
            if page.live and page.locale.language_code == get_language()
        }
        links = []
        for attrs in attrs_list:
            page = own.get(int(attrs["id"])) if str(attrs.get("id", "")).isdecimal() else None
            shown = in_language.get(page.translation_key, page) if page else None
            links.append(f'<a href="{escape(shown.url or "")}">' if shown else "<a>")
        return links


def _link_to_known(now: Known, key: Any) -> str:
    """All that the page being served links to has been read with it."""
    page = now.shown.get(int(key)) if str(key or "").isdecimal() else None
    address = address_to_read(page, now.request) if page else ""
    return f'<a href="{escape(address)}">' if address else "<a>"


def register(features: Any) -> None:
    features.register_link_type(LinkToPage)
