"""What a page tells programs about itself, in its head."""

from typing import Any, Final

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from wagtail.images.models import SourceImageIOError

from cms.models import BasePage, Practice
from cms.structured_data import as_script, breadcrumbs, facts_of

register = template.Library()

SHARED_SIZE: Final = "fill-1200x630|format-jpeg|jpegquality-80"
DRAWN_FOR_ALL: Final = "room"
TERRITORIES: Final = {"nb": "nb_NO", "sv": "sv_SE", "fi": "fi_FI", "da": "da_DK", "en": "en_GB"}


@register.filter
def og_locale(code: str) -> str:
    return TERRITORIES.get(code, code)


@register.simple_tag(takes_context=True)
def share_picture(context: Any, page: BasePage) -> dict[str, str] | None:
    """The picture that stands beside a link to the page: its own, or a drawn one."""
    practice: Practice | None = context.get("practice")
    if practice is None:
        return None
    if page.picture:
        try:
            rendition = page.picture.get_rendition(SHARED_SIZE)
        except (SourceImageIOError, OSError):
            pass  # the file is gone; a drawn picture will do
        else:
            return {
                "address": _full(practice, rendition.url),
                "kind": "image/jpeg",
                "alternative": page.picture.description,
            }
    card = static(f"img/cards/{page.scene or DRAWN_FOR_ALL}.png")
    return {"address": _full(practice, card), "kind": "image/png", "alternative": ""}


def _full(practice: Practice, address: str) -> str:
    return practice.address_of(address) if address.startswith("/") else address


@register.simple_tag(takes_context=True)
def structured_data(context: Any, page: BasePage) -> SafeString:
    """What the page is and where it stands, in the words of schema.org."""
    practice: Practice | None = context.get("practice")
    request = context.get("request")
    if practice is None or request is None:
        return mark_safe("")
    told = [*facts_of(page, practice, context.flatten()), *breadcrumbs(page, request)]
    return format_html_join("\n", "{}", ((as_script(thing),) for thing in told))
