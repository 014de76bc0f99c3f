"""Warnings about a page, each with the way to its place in the editor."""

from typing import Any

from django import template

from cms.checks_shown import shown_findings
from cms.models import BasePage
from cms.publishing_checks import check_page

register = template.Library()


@register.inclusion_tag("wagtailadmin/checks/findings.html")
def page_checks(page: BasePage) -> dict[str, Any]:
    """What is found on ``page`` as it stands in the editor."""
    if not isinstance(page, BasePage) or not page.pk:
        return {"unsaved": True}
    return {"findings": shown_findings(page, check_page(page))}
