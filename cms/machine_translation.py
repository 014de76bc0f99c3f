"""DeepL's suggestions in the translation editor, where an installation has a key for it."""

from collections.abc import Iterable
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.strings import StringValue
from wagtail_localize.views import edit_translation

import requests

# DeepL wants to know which English; ours is British.
TARGETS: Final = {"en": "EN-GB"}
# DeepL takes so many texts at once.
MOST_TEXTS: Final = 50


class DeepL(DeepLTranslator):
    """wagtail-localize's, in pieces that DeepL takes; raises when it does not answer with texts."""

    def get_parameters(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[str, Any]:
        parameters = super().get_parameters(source_locale, target_locale, strings)
        target = TARGETS.get(target_locale.language_code, parameters["target_lang"])
        return {**parameters, "target_lang": target}

    def translate(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> dict[StringValue, StringValue]:
        wanted = list(strings)
        found: dict[StringValue, StringValue] = {}
        for start in range(0, len(wanted), MOST_TEXTS):
            part = wanted[start : start + MOST_TEXTS]
            found |= super().translate(source_locale, target_locale, part)
        return found


@require_POST
def machine_translate(request: HttpRequest, translation_id: int) -> HttpResponse:
    """wagtail-localize's view, with words for a service that does not answer.

    Nothing is published, and what people have translated stays as it is.
    """
    if get_machine_translator() is None:
        raise Http404
    try:
        return edit_translation.machine_translate(request, translation_id)
    except (requests.RequestException, KeyError, ValueError):
        messages.error(
            request,
            _(
                "The translation service did not answer as it should. Nothing was lost; try again "
                "in a while, or ask whoever looks after this installation whether its key is valid."
            ),
        )
        return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")
