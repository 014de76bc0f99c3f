"""Whole pages from the cache for visitors without a session, and never a stale one.

Each practice has one generation, raised on commit of anything that a visitor can see. A stored
page carries the generation that was current before it was made; once that is no longer the
practice's, the page is made anew. What changes by the clock alone is at most ``FRESH_FOR`` old.
"""

import pickle
import uuid
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_from_path

from cms.compression import compressed, takes_gzip
from cms.site_context import practice_of

FRESH_FOR: Final = 60
CACHED_VIEWS: Final = {
    "wagtail_serve",
    "terms_version",
    "sitemap",
    "sitemap_part",
    "article_feed",
    "course_calendar",
}
LEFT_OUT_HEADERS: Final = {"vary", "x-page-cache"}


def _generation_key(practice_id: int) -> str:
    return f"generation:{practice_id}"


def current_generation(practice_id: int) -> str:
    key = _generation_key(practice_id)
    generation = cache.get(key)
    if generation is None:
        cache.add(key, uuid.uuid4().hex, None)
        generation = cache.get(key)
    return str(generation)


def visible_change(practice_id: int | None) -> None:
    """Say that visitors of a practice see something new once this transaction commits."""
    if practice_id is not None:
        transaction.on_commit(
            lambda: cache.set(_generation_key(practice_id), uuid.uuid4().hex, None)
        )


class PageCacheMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _may_be_cached(request):
            return self.get_response(request)
        key = f"page:{request.scheme}:{request.get_host()}:{request.path}"
        stored = cache.get(key)
        if stored is not None:
            practice_id, generation, *page = pickle.loads(stored)  # noqa: S301 - own data
            if generation == cache.get(_generation_key(practice_id)):
                return _answer(request, *page)
        return self._make_and_store(request, key)

    def _make_and_store(self, request: HttpRequest, key: str) -> HttpResponse:
        practice = practice_of(request)
        generation = current_generation(practice.pk) if practice else None
        response = self.get_response(request)
        response["X-Page-Cache"] = "miss"
        if generation and _is_worth_storing(request, response):
            headers = {
                name: value
                for name, value in response.items()
                if name.lower() not in LEFT_OUT_HEADERS
            }
            entry = (practice.pk, generation, response.content, compressed(response), headers)
            cache.set(key, pickle.dumps(entry), FRESH_FOR)
        return response


def _may_be_cached(request: HttpRequest) -> bool:
    return (
        request.method == "GET"
        and not request.META.get("QUERY_STRING")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and (
            get_language_from_path(request.path) is not None or request.path.startswith("/sitemap")
        )
    )


def _is_worth_storing(request: HttpRequest, response: HttpResponse) -> bool:
    match = getattr(request, "resolver_match", None)
    return (
        match is not None
        and match.url_name in CACHED_VIEWS
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
    )


def _answer(
    request: HttpRequest, content: bytes, smaller: bytes, headers: dict[str, str]
) -> HttpResponse:
    """The stored page, as small as the browser can take it."""
    response = HttpResponse(content, headers=headers)
    if takes_gzip(request):
        response.content = smaller
        response["Content-Encoding"] = "gzip"
    if response.has_header("Content-Length"):
        response["Content-Length"] = str(len(response.content))
    response["X-Page-Cache"] = "hit"
    response["Vary"] = "Accept-Encoding, Cookie"
    return response
