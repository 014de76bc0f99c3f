from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_from_path, override
from django.views import defaults

from cms.languages import best_language
from cms.site_context import practice_of


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Said in the address's language, or in one that the practice has."""
    practice = practice_of(request)
    language = get_language()
    if practice and language not in practice.languages:
        language = best_language(request, practice.languages)
    with override(language):
        return defaults.page_not_found(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """Said in the address's language or the browser's, without asking the database."""
    codes = [code for code, _name in settings.LANGUAGES]
    language = get_language_from_path(request.path) or best_language(request, codes)
    return HttpResponseServerError(render_to_string("500.html", {"language": language}))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "403_csrf.html", status=403)


def too_many_requests(request: HttpRequest) -> HttpResponse:
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "600"
    return response
