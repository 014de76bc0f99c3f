"""Where in a page's editor the place of a warning is, and telling of them after publishing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, Panel, PanelGroup
from wagtail.models import Page
from wagtail_localize.models import Translation
from wagtail_localize.views import edit_translation

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
    """A message, and no more: the page is published, or will be at its time."""
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    _tell(request, page, look_at=f"{editor}#publishing-checks")


def publish_translation_and_tell(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The same where a translation is published side by side, which no hook follows."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    translation = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()
    if translation is None:
        return None
    before = page.live_revision_id
    response: HttpResponse = edit_translation.edit_translation(request, translation, page)
    page = Page.objects.get(pk=page.pk)
    if page.live_revision_id != before:
        # That editor has no place for the warnings.
        _tell(request, page, look_at=reverse("checks_report"))
    return response


def _tell(request: HttpRequest, page: Page, *, look_at: str) -> None:
    specific = page.specific
    found = check_page(specific) if isinstance(specific, BasePage) else []
    if not found:
        return
    says = ngettext(
        "There is %(number)d thing to look at on this page.",
        "There are %(number)d things to look at on this page.",
        len(found),
    )
    messages.warning(
        request,
        says % {"number": len(found)},
        buttons=[messages.button(look_at, _("Look at them"))],
    )
