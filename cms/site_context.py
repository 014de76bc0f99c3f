"""What every page knows of the practice that it belongs to: whose it is, its menu, languages."""

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from wagtail.models import Page

from cms.models import HomePage, Practice, TermsPage


def practice_of(request: HttpRequest) -> Practice | None:
    """The practice whose host was asked, else the default site's; remembered on the request."""
    if not hasattr(request, "_practice"):
        host, _port = split_domain_port(request.get_host())
        candidates = Practice.objects.filter(
            Q(site__hostname=host) | Q(site__is_default_site=True)
        ).select_related("site__root_page")
        by_host = {practice.site.hostname: practice for practice in candidates}
        practice = by_host.get(host) or next(iter(by_host.values()), None)
        request._practice = practice
        if practice is not None:
            # Wagtail asks for the site of every request; this spares it the query.
            request._wagtail_site = practice.site
    return request._practice


def home_of(request: HttpRequest) -> HomePage | None:
    """The practice's live home page in the active language, else in its source language."""
    practice = practice_of(request)
    by_language = {home.locale.language_code: home for home in homes_of(request)}
    return by_language.get(get_language() or "") or by_language.get(
        practice.source_language if practice else ""
    )


def homes_of(request: HttpRequest) -> list[HomePage]:
    """The practice's live home pages in all its languages; remembered on the request."""
    if not hasattr(request, "_homes"):
        practice = practice_of(request)
        key = practice.site.root_page.translation_key if practice else None
        homes = HomePage.objects.live().filter(translation_key=key, alias_of=None)
        request._homes = list(homes.select_related("locale", "picture")) if key else []
    return request._homes


def _children_of_home(request: HttpRequest) -> list[Page]:
    """What stands directly below the home page and is linked from everywhere."""
    if not hasattr(request, "_children_of_home"):
        home = home_of(request)
        terms = ContentType.objects.get_for_model(TermsPage)
        request._children_of_home = (
            list(
                home.get_children()
                .live()
                .filter(Q(show_in_menus=True) | Q(content_type=terms))
                .select_related("locale")
            )
            if home
            else []
        )
    return request._children_of_home


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    entries = []
    for page in _children_of_home(request):
        if page.show_in_menus:
            url = page.get_url(request) or ""
            current = bool(url) and request.path.startswith(url)
            entries.append({"title": page.title, "url": url, "current": current})
    return entries


def _language_links(request: HttpRequest) -> list[dict[str, Any]]:
    """The addresses of what is shown now in the practice's other languages, where they exist."""
    practice = practice_of(request)
    if practice is None:
        return []
    family: list[Page] | None = getattr(request, "served_family", None)
    if family is not None:
        addresses = {
            page.locale.language_code: page.get_url(request)
            for page in family
            if page.alias_of_id is None
        }
    elif request.resolver_match and request.method == "GET":
        addresses = {code: translate_url(request.path, code) for code in practice.languages}
    else:
        addresses = {}
    names = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    active = get_language()
    return [
        {"code": code, "name": names[code], "url": addresses[code], "current": code == active}
        for code in practice.languages
        if addresses.get(code)
    ]


def site_context(request: HttpRequest) -> dict[str, Any]:
    practice = practice_of(request)
    return {
        "practice": practice,
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "language_links": SimpleLazyObject(lambda: _language_links(request)),
        "home_url": SimpleLazyObject(lambda: _home_url(request)),
        "terms_url": SimpleLazyObject(lambda: _terms_url(request)),
    }


def _home_url(request: HttpRequest) -> str:
    home = home_of(request)
    return (home.get_url(request) if home else None) or "/"


def _terms_url(request: HttpRequest) -> str:
    for page in _children_of_home(request):
        if page.cached_content_type.model_class() is TermsPage:
            return page.get_url(request) or ""
    return ""
