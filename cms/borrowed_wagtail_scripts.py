"""Sentences that Wagtail's scripts put on the screen and that we translate ourselves.

Its own catalogues lack them in some of our languages. Named here so that `make messages`
collects them. Each must stand word for word as it stands there.
"""

from typing import Final

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext

BORROWED: Final = (
    _("(%(number)s new items in this menu)"),
    _("(1 new item in this menu)"),
    _("(New)"),
    _("A network error occurred."),
    _("A server error occurred."),
    _("Add a comment"),
    _("Are you sure?"),
    _("Autosave in progress…"),
    _("Blocks"),
    _("Broken link"),
    _("Cancel"),
    _("Changes have been autosaved."),
    _("Character count:"),
    _("Collapse all"),
    _("Comment"),
    _("Complex"),
    _("Decorative image"),
    _("Delete error"),
    _("Deleting"),
    _("Duplicate"),
    _("Enter your comments..."),
    _("Enter your reply..."),
    _("Error while sending preview data."),
    _("Expand all"),
    _("Fair"),
    _("Focus comment"),
    _("Good"),
    _("Insert a block"),
    _("Missing document"),
    _("No"),
    _("Page explorer"),
    _("Pin toolbar"),
    _("Reply"),
    _("Resolve"),
    _("Retry"),
    _("Save error"),
    _("Search options…"),
    _("Split block"),
    _("The maximum number of items is %(max_num)d"),
    _("The minimum number of items is %(min_num)d"),
    _("Unfocus comment"),
    _("Unpin toolbar"),
    _("View child pages of '%(title)s'"),
    _("Write something or type ‘/’ to insert a block"),
)
# How each that counts is said for a number.
COUNTED: Final = {
    "%(num)s error": lambda count: ngettext("%(num)s error", "%(num)s errors", count),
    "%(num)s min": lambda count: ngettext("%(num)s min", "%(num)s mins", count),
    "%(num)s pixel": lambda count: ngettext("%(num)s pixel", "%(num)s pixels", count),
}
# Its scripts say these as well, and another of our lists names them.
NAMED_ELSEWHERE: Final = (
    "Actions",
    "Main menu",
    "More actions",
    "Report this error to your website administrator with the following information:",
    "Toggle section",
    "Toggle side panel",
    "Toggle sidebar",
    "Yes",
)
