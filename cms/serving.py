"""Finding the page behind an address in few queries, along with its translations."""

from django.db.models import Q, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, re_path

from wagtail import urls as wagtail_urls
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from cms.named_pages import known
from cms.reading import StandIn
from cms.site_context import home_of, homes_of, practice_of, reading_in


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own serving, spared the walk down the tree where the address leads to a page."""
    request.reading = reading_in(request)
    page = _find_live_page(request, path)
    if isinstance(page, HttpResponse):
        return page
    if page is not None:
        page.may_be_private = practice_of(request).has_private_pages
        request._wagtail_route_for_request = RouteResult(page)
    home = home_of(request)
    with known(request, frame=getattr(home, "footer_text", "") or ""):
        response = wagtail_serve(request, path)
        # Rendered here, while what the page names is known.
        return response.render() if getattr(response, "is_rendered", True) is False else response


def _find_live_page(request: HttpRequest, path: str) -> Page | HttpResponse | None:
    """The live page at ``path`` below the home page of the active language, in its own model.

    Where that language has none, the source language's page at the same path stands in.
    """
    home = home_of(request)
    if home is None:
        return None
    if not path:
        request.served_family = homes_of(request)
        _mark_alias(request, home)
        return _specific(home)
    homes = {each.locale_id: each for each in homes_of(request)}
    wanted = [home]
    reading = request.reading
    if reading and reading.stands_in:
        wanted.append(homes[reading.source_locale])
    families = _families_at(wanted, path)
    for root in wanted:
        page = next((p for p in families if p.url_path == f"{root.url_path}{path}"), None)
        if page is None:
            continue
        family = [each for each in families if each.translation_key == page.translation_key]
        request.served_family = family
        if root is home:
            _mark_alias(request, page)
            return _specific(page)
        return _stand_in(request, page, family)
    return None


def _families_at(homes: list[Page], path: str) -> list[Page]:
    """The live pages at ``path`` below these home pages, each with all its translations."""
    at_path = Q(pk__in=[])
    for home in homes:
        at_path |= Q(url_path=f"{home.url_path}{path}", path__startswith=home.path)
    asked_for = Page.objects.filter(at_path).order_by()
    return list(
        Page.objects.live()
        .filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .select_related("locale")
    )


def _stand_in(request: HttpRequest, page: Page, family: list[Page]) -> Page | HttpResponse | None:
    """The source's page in place of a translation; once there is one, the way to it."""
    for other in family:
        if other.locale_id == request.reading.locale:
            return redirect(other.get_url(request) or "/")
    request.stand_in = StandIn(page=page, language=page.locale.language_code)
    return _specific(page)


def _mark_alias(request: HttpRequest, page: Page) -> None:
    """An alias in another language shows the words of its source."""
    for other in request.served_family:
        if page.alias_of_id == other.pk and other.locale_id != page.locale_id:
            request.stand_in = StandIn(page=other, language=other.locale.language_code)


def _specific(page: Page) -> Page | None:
    model = page.specific_class
    if model is None:
        return None
    related = [name for name in ("locale", "picture") if _has_field(model, name)]
    pages = model._default_manager.select_related(*related)
    if "picture" in related:
        pages = pages.prefetch_related("picture__renditions")
    return pages.filter(pk=page.pk).first()


def _has_field(model: type[Page], name: str) -> bool:
    return any(field.name == name for field in model._meta.fields)


urlpatterns = [
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    re_path("", include(wagtail_urls)),
]
