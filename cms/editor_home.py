"""What waits for an editor, on the first page of the administration."""

from typing import Any, Final

from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse

from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.permissions import OWNERS, STAFF, has_role

MOST_SHOWN: Final = 6


class YourPages(Component):
    """Drafts that are not published, and the ways to what the checks found and to translations."""

    name = "your_pages"
    template_name = "cms/admin/your_pages.html"
    order = 40

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        own = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        drafts = own.filter(Q(live=False) | Q(has_unpublished_changes=True), alias_of=None)
        newest = drafts.order_by("-latest_revision_created_at", "-pk").select_related("locale")
        return {
            "drafts": newest[:MOST_SHOWN],
            "count": drafts.count(),
            "translations": reverse("translations"),
            "checks": reverse("checks_report"),
        }


def show_your_pages(request: HttpRequest, panels: list[Any]) -> None:
    """For editors; owners have their own first page, and the same reports in the menu."""
    if has_role(request.user, *STAFF) and not has_role(request.user, *OWNERS):
        panels.append(YourPages())
