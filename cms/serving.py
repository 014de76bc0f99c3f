"""Finding the page behind an address in few queries, along with its translations."""

from django.db.models import Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import include, re_path

from wagtail import urls as wagtail_urls
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from cms.site_context import home_of, homes_of, practice_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's own serving, spared the walk down the tree where the address leads to a page."""
    page = _find_live_page(request, path)
    if page is not None:
        page.may_be_private = practice_of(request).has_private_pages
        request._wagtail_route_for_request = RouteResult(page)
    return wagtail_serve(request, path)


def _find_live_page(request: HttpRequest, path: str) -> Page | None:
    """The live page at ``path`` below the home page of the active language, in its own model."""
    home = home_of(request)
    if home is None:
        return None
    if not path:
        request.served_family = homes_of(request)
        return _specific(home)
    address = f"{home.url_path}{path}"
    asked_for = Page.objects.filter(url_path=address, path__startswith=home.path)
    family = list(
        Page.objects.live()
        .filter(translation_key__in=Subquery(asked_for.values("translation_key")))
        .select_related("locale")
    )
    for page in family:
        if page.url_path == address:
            request.served_family = family
            return _specific(page)
    return None


def _specific(page: Page) -> Page | None:
    model = page.specific_class
    if model is None:
        return None
    related = [name for name in ("locale", "picture") if _has_field(model, name)]
    return model._default_manager.select_related(*related).filter(pk=page.pk).first()


def _has_field(model: type[Page], name: str) -> bool:
    return any(field.name == name for field in model._meta.fields)


urlpatterns = [
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    re_path("", include(wagtail_urls)),
]
