"""The report of everything that the checks find on a practice's published pages."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from cms.checks_shown import ShownFinding, shown_findings
from cms.models import BasePage, Practice
from cms.permissions import STAFF, has_role, practices_of
from cms.publishing_checks import Kind, Surroundings, check_pages

ON_ONE_PAGE = 50


@dataclass(frozen=True)
class CheckedPage:
    page: BasePage
    findings: list[ShownFinding]


def checked_pages(practice: Practice, *, language: str, kind: str = "") -> list[CheckedPage]:
    """The live pages in one language on which something is found, in the order of the tree.

    However many pages there are, the number of queries is the same.
    """
    around = Surroundings.of_practice(practice)
    home = around.homes.get(language)
    if home is None:
        return []
    live = Page.objects.live().descendant_of(home, inclusive=True).filter(alias_of=None)
    pages = [page for page in live.order_by("path").specific() if isinstance(page, BasePage)]
    found = check_pages(pages, around)
    rows = []
    for page in pages:
        findings = [f for f in found.get(page.pk, ()) if not kind or f.kind == kind]
        if findings:
            rows.append(CheckedPage(page, shown_findings(page, findings)))
    return rows


class ChecksReportView(WagtailAdminTemplateMixin, TemplateView):
    template_name = "wagtailadmin/checks/report.html"
    page_title = _("Checks")
    header_icon = "warning"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    @cached_property
    def practices(self) -> list[Practice]:
        return list(practices_of(self.request.user, *STAFF).select_related("site__root_page"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        asked = self.request.GET
        chosen = [p for p in self.practices if p.slug == asked.get("practice")]
        practice = next(iter(chosen or self.practices), None)
        language = asked.get("language", "")
        if practice and language not in practice.languages:
            language = practice.source_language
        kind = asked.get("kind", "")
        kind = kind if kind in Kind else ""
        rows = checked_pages(practice, language=language, kind=kind) if practice else []
        return super().get_context_data(
            **kwargs,
            practices=self.practices,
            practice=practice,
            language=language,
            kinds=Kind.choices,
            kind=kind,
            rows=Paginator(rows, ON_ONE_PAGE).get_page(asked.get("p")),
            index_url=reverse("checks_report"),
        )


class ChecksMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return has_role(request.user, *STAFF)


def menu_item() -> MenuItem:
    return ChecksMenuItem(
        _("Checks"), reverse("checks_report"), name="checks", icon_name="warning", order=50
    )


def urls() -> list[Any]:
    return [path("reports/checks/", ChecksReportView.as_view(), name="checks_report")]
