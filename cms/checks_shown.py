"""Where in a page's editor the place of a warning is, and telling of them after publishing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, Panel, PanelGroup
from wagtail.models import Page

from cms.models import BasePage
from cms.publishing_checks import Finding, Kind, check_page


@dataclass(frozen=True)
class ShownFinding:
    label: Any
    where: Any
    what: Any
    to_do: Any
    anchor: str


def shown_findings(page: BasePage, findings: list[Finding]) -> list[ShownFinding]:
    anchors = anchors_of_fields(type(page))
    return [
        ShownFinding(
            label=Kind(finding.kind).label,
            where=finding.where,
            what=finding.what,
            to_do=finding.to_do,
            anchor=_anchor(finding.place, anchors),
        )
        for finding in findings
    ]


def _anchor(place: str, anchors: dict[str, str]) -> str:
    if not place or place in anchors:
        return anchors.get(place, "")
    return f"block-{place}-section" if "-" in place else ""


def anchors_of_fields(model: type[Page]) -> dict[str, str]:
    """The ids that Wagtail's editor gives the fields of a page."""
    return dict(_anchors(model.get_edit_handler(), "panel"))


def _anchors(panel: Panel, prefix: str) -> Iterator[tuple[str, str]]:
    if isinstance(panel, FieldPanel):
        yield panel.field_name, f"{prefix}-wrapper"
    elif isinstance(panel, PanelGroup):
        for child, name in zip(panel.children, panel.child_identifiers, strict=True):
            yield from _anchors(child, f"{prefix}-child-{name}")


def tell_after_publishing(request: HttpRequest, page: Page) -> None:
    """A message, and no more: the page is published."""
    specific = page.specific
    found = check_page(specific) if isinstance(specific, BasePage) else []
    if not found:
        return
    says = ngettext(
        "The page is published. There is %(number)d thing to look at.",
        "The page is published. There are %(number)d things to look at.",
        len(found),
    )
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    messages.warning(
        request,
        says % {"number": len(found)},
        buttons=[messages.button(f"{address}#publishing-checks", _("Look at them"))],
    )
