"""What the menu offers to whom."""

from typing import Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wagtail.admin.menu import MenuItem
from wagtail_localize.wagtail_hooks import TranslationsReportMenuItem

from cms.permissions import is_only_guest

# These know of the pages and people of all practices; their addresses are closed as well.
REPORTS_ON_EVERYTHING: Final = {
    "locked-pages",
    "page-types-usage",
    "site-history",
    "workflow-tasks",
    "workflows",
}


def hide_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    # Our own report shows what wagtail-localize's does, and more.
    items[:] = [item for item in items if not isinstance(item, TranslationsReportMenuItem)]
    if is_only_guest(request.user):
        items.clear()
    if not request.user.is_superuser:
        items[:] = [item for item in items if item.name not in REPORTS_ON_EVERYTHING]


def hide_what_is_ours(request: HttpRequest, items: list[MenuItem]) -> None:
    """Wagtail's own list of redirects knows no practices; ours stands beside it."""
    items[:] = [item for item in items if item.name != "redirects"]


def hide_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    items[:] = [item for item in items if not item.name.startswith("whats-new")]


def second_factor(request: HttpRequest) -> dict[str, str]:
    """A way from the account page to the codes of the two-step log-in."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Two-step log-in"),
        "help_text": _("Set up or change the codes that you log in with besides the password."),
    }
