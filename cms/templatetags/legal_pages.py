"""Where the pages stand that the law asks for."""

from typing import Any

from django import template

from cms.models import LegalPage
from cms.site_context import home_of

register = template.Library()


@register.simple_tag(takes_context=True)
def privacy_address(context: dict[str, Any]) -> str:
    """The address of the practice's live page about privacy, below this language's home page;
    empty where there is none."""
    request = context["request"]
    home = home_of(request)
    if home is None:
        return ""
    pages = LegalPage.objects.live().descendant_of(home).filter(kind=LegalPage.Kind.PRIVACY)
    page = pages.filter(alias_of=None).order_by("path").first()
    return (page.get_url(request) or "") if page else ""
