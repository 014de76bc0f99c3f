"""Links to pages that may stand in for one in the reader's language."""

from django import template
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from wagtail.models import Page

from babel import Locale

from cms.reading import address_to_read
from cms.site_context import parent_page

register = template.Library()


@register.simple_tag(takes_context=True)
def read_url(context: Context, page: Page) -> str:
    """Where a visitor of this language reads ``page``."""
    return address_to_read(page, context["request"])


@register.simple_tag(takes_context=True)
def page_above(context: Context, page: Page) -> Page:
    """The page above ``page``, as a visitor of this language reads it."""
    return parent_page(page, context["request"])


@register.simple_tag(takes_context=True)
def lang_of(context: Context, page: Page) -> SafeString | str:
    """The attribute of words from ``page``, where what is around them is in another language."""
    language = page.locale.language_code
    if language == get_language() and not context.get("stand_in"):
        return ""
    return format_html(' lang="{}"', language)


@register.simple_tag(takes_context=True)
def written_in(context: Context, page: Page) -> SafeString | str:
    """As ``lang_of``, for a link to ``page`` that bears its title."""
    language = page.locale.language_code
    if language == get_language():
        return lang_of(context, page)
    return format_html(' lang="{0}" hreflang="{0}"', language)


@register.simple_tag
def written_in_note(page: Page) -> SafeString | str:
    """The name of the page's language in brackets, where it is not the reader's."""
    language, reader = page.locale.language_code, get_language() or "en"
    if language == reader:
        return ""
    # People say Norwegian, not Norwegian Bokmål.
    name = Locale.parse("no" if language == "nb" else language).get_language_name(reader)
    return format_html(' <span class="written-in" lang="{}">({})</span>', reader, name)
