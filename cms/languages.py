"""Which language a request is answered in, and where somebody is sent who named none."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from wagtail.models import Page

from cms.site_context import practice_of

# Addresses that people type, and the language that they mean.
OTHER_NAMES = {"no": "nb", "nn": "nb"}


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, but no cookie decides, and Norwegian's other names lead to ``nb``."""

    def process_request(self, request: HttpRequest) -> HttpResponse | None:
        first, _, rest = request.path_info.lstrip("/").partition("/")
        if first in OTHER_NAMES:
            query = request.META.get("QUERY_STRING", "")
            address = f"/{OTHER_NAMES[first]}/{rest}" + (f"?{query}" if query else "")
            return HttpResponsePermanentRedirect(address)
        request.COOKIES.pop(settings.LANGUAGE_COOKIE_NAME, None)
        super().process_request(request)
        return None

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """No language is tried where a view has answered that there is nothing."""
        if response.status_code == 404 and request.resolver_match is not None:
            return response
        return super().process_response(request, response)


def best_language(request: HttpRequest, languages: list[str]) -> str:
    """The one of ``languages`` that the browser asks for first; else the first of them."""
    for wanted, _quality in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        code = wanted.split("-")[0]
        code = OTHER_NAMES.get(code, code)
        if code in languages:
            return code
    return languages[0]


def to_own_language(request: HttpRequest) -> HttpResponse:
    """The bare address leads to the home page in the visitor's language."""
    practice = practice_of(request)
    languages = practice.languages if practice else [settings.LANGUAGE_CODE]
    response = redirect(f"/{best_language(request, languages)}/")
    response["Vary"] = "Accept-Language"
    return response


def guard_language(
    page: Page, request: HttpRequest, serve_args: list, serve_kwargs: dict
) -> HttpResponse | None:
    """A page is shown under its own language's address alone, unless it stands in for another."""
    if getattr(request, "stand_in", None):
        return None
    if page.locale.language_code != get_language():
        return redirect(page.get_url(request) or "/")
    return None
