"""Which reports the menu offers to whom."""

from typing import Final

from django.http import HttpRequest

from wagtail.admin.menu import MenuItem

# These know of the pages and people of all practices; their addresses are closed as well.
REPORTS_ON_EVERYTHING: Final = {
    "locked-pages",
    "page-types-usage",
    "site-history",
    "workflow-tasks",
    "workflows",
}


def hide_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in REPORTS_ON_EVERYTHING]
