"""Which reports the menu offers to whom."""

from typing import Final

from django.http import HttpRequest
from django.urls import reverse

from wagtail.admin.menu import MenuItem

# These show only what the reader may edit; the others know of all practices.
OWN_REPORTS: Final = ("wagtailadmin_reports:aging_pages", "translations_report")


def hide_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    if not request.user.is_superuser:
        own = {reverse(name) for name in OWN_REPORTS}
        items[:] = [item for item in items if item.url in own]
