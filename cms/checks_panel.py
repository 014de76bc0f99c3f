"""The warnings about a page at the top of its editor."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import Panel


class ChecksPanel(Panel):
    """Shows what ``cms.publishing_checks`` finds; saving brings it up to date."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Before you publish"), "icon": "warning", **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/checks/panel.html"
