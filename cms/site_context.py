"""What every page knows of the practice that it belongs to: whose it is, its menu, languages."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from wagtail.models import Page, Site

from cms.models import HomePage, Practice, TermsPage


def practice_of(request: HttpRequest) -> Practice | None:
    """The practice whose host was asked; remembered on the request."""
    if not hasattr(request, "_practice"):
        site = Site.find_for_request(request)
        practice = Practice.objects.filter(site=site).first() if site else None
        if practice:
            practice.site = site
        request._practice = practice
    return request._practice


def home_of(request: HttpRequest) -> HomePage | None:
    """The practice's live home page in the active language, else in its source language."""
    if not hasattr(request, "_home"):
        practice = practice_of(request)
        homes = []
        if practice:
            root = practice.site.root_page
            homes = list(
                HomePage.objects.live()
                .filter(translation_key=root.translation_key)
                .select_related("locale")
                .defer("body")
            )
        by_language = {home.locale.language_code: home for home in homes}
        request._home = by_language.get(get_language() or "") or by_language.get(
            practice.source_language if practice else ""
        )
    return request._home


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    home = home_of(request)
    if home is None:
        return []
    pages = home.get_children().live().in_menu().select_related("locale")
    return [
        {
            "title": page.title,
            "url": (url := page.get_url(request)),
            "current": request.path.startswith(url or "\0"),
        }
        for page in pages
    ]


def _language_links(request: HttpRequest) -> list[dict[str, Any]]:
    """The addresses of what is shown now in the practice's other languages, where they exist."""
    practice = practice_of(request)
    if practice is None:
        return []
    page: Page | None = getattr(request, "served_page", None)
    if page is not None:
        family = (
            Page.objects.live()
            .filter(translation_key=page.translation_key, alias_of=None)
            .select_related("locale")
        )
        addresses = {p.locale.language_code: p.get_url(request) for p in family}
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
    home = home_of(request)
    terms = TermsPage.objects.live().descendant_of(home).first() if home else None
    return (terms.get_url(request) if terms else None) or ""
