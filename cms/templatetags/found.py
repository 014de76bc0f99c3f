"""What a page tells programs about itself, in its head."""

from typing import Any, Final

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from cms.models import BasePage, Practice
from cms.pictures import renditions_for
from cms.structured_data import as_script, breadcrumbs, facts_of, full_address

register = template.Library()

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
    renditions = renditions_for(page.picture, "shared") if page.picture else None
    if renditions:
        [rendition] = renditions.values()
        return {
            "address": full_address(practice, rendition.url),
            "kind": "image/jpeg",
            "alternative": page.picture.description,
        }
    card = static(f"img/cards/{page.scene or DRAWN_FOR_ALL}.png")
    return {"address": full_address(practice, card), "kind": "image/png", "alternative": ""}


@register.simple_tag(takes_context=True)
def structured_data(context: Any, page: BasePage) -> SafeString:
    """What the page is and where it stands, in the words of schema.org."""
    practice: Practice | None = context.get("practice")
    request = context.get("request")
    if practice is None or request is None:
        return mark_safe("")
    told = [*facts_of(page, practice, context.flatten()), *breadcrumbs(page, request)]
    return format_html_join("\n", "{}", ((as_script(thing),) for thing in told))
