"""What Wagtail's scripts put on the screen, in the user's language and in our words."""

from typing import Any

from django.urls import path
from django.utils.translation import gettext
from django.views.i18n import JavaScriptCatalog

from cms.borrowed_wagtail_scripts import BORROWED, COUNTED, NAMED_ELSEWHERE


class ScriptSentences(JavaScriptCatalog):
    """Wagtail's own catalogue for scripts, with ours laid over it."""

    packages = ["wagtail.admin"]

    def get_catalog(self) -> dict[str, Any]:
        ours = {words: gettext(words) for words in (*BORROWED, *NAMED_ELSEWHERE)}
        # Each of our languages has two forms: one for a single thing, one for all other numbers.
        counted = {words: [say(1), say(2)] for words, say in COUNTED.items()}
        return {**super().get_catalog(), **ours, **counted}


def urls() -> list[Any]:
    """Wagtail's own address, whose language would be the browser's instead of the user's."""
    return [path("jsi18n/", ScriptSentences.as_view(), name="wagtailadmin_javascript_catalog")]
