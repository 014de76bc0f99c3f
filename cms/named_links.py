"""Links in texts to other pages, each in the reader's language."""

from typing import Any

from django.utils.html import escape

from wagtail.rich_text.pages import PageLinkHandler

from cms.named_pages import Known, known_now
from cms.reading import address_to_read


class NamedPageLink(PageLinkHandler):
    """Wagtail's own, but while a page is served all that it links to has been read."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        now = known_now()
        if now is None:
            return super().expand_db_attributes_many(attrs_list)
        return [_link(now, int(attrs["id"])) for attrs in attrs_list]


def _link(now: Known, key: int) -> str:
    page = now.shown.get(key)
    address = address_to_read(page, now.request) if page else ""
    return f'<a href="{escape(address)}">' if address else "<a>"
