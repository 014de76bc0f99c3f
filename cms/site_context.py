"""What every page knows of the practice that it belongs to: whose it is, its menu, languages."""

from typing import Any

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Substr
from django.http import HttpRequest
from django.http.request import split_domain_port
from django.urls import translate_url
from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html
from django.utils.translation import get_language

from wagtail.models import Page, PageViewRestriction

from cms.addresses import default_address
from cms.models import BasePage, HomePage, MenuLink, Practice
from cms.reading import Reading, address_to_read


def practice_of(request: HttpRequest) -> Practice | None:
    """The practice whose host was asked, else the default site's; remembered on the request."""
    if not hasattr(request, "_practice"):
        host, _port = split_domain_port(request.get_host())
        candidates = Practice.objects.filter(
            Q(site__hostname=host) | Q(site__is_default_site=True)
        ).select_related("site__root_page", "logo")
        # Nearly always no page is private; knowing that spares the walk up the tree later.
        candidates = candidates.annotate(
            has_private_pages=Exists(PageViewRestriction.objects.all())
        )
        by_host = {practice.site.hostname: practice for practice in candidates}
        practice = by_host.get(host) or next(iter(by_host.values()), None)
        request._practice = practice
        if practice is not None:
            # Wagtail asks for the site of every request; this spares it the query.
            request._wagtail_site = practice.site
    return request._practice


def home_of(request: HttpRequest) -> Page | None:
    """The practice's live home page in the active language, else in its source language."""
    practice = practice_of(request)
    by_language = {home.locale.language_code: home for home in homes_of(request)}
    return by_language.get(get_language() or "") or by_language.get(
        practice.source_language if practice else ""
    )


def homes_of(request: HttpRequest) -> list[Page]:
    """The practice's live home pages in all its languages."""
    practice = practice_of(request)
    if practice is None:
        return []
    key = practice.site.root_page.translation_key
    return [page for page in _frame(request) if page.translation_key == key]


def reading_in(request: HttpRequest) -> Reading | None:
    """The visitor's language and what stands in for it; none before its home page is live."""
    practice = practice_of(request)
    homes = {home.locale.language_code: home for home in homes_of(request)}
    active = get_language() or ""
    if practice is None or active not in practice.languages or active not in homes:
        return None
    source = homes.get(practice.source_language, homes[active])
    return Reading(
        locale=homes[active].locale_id,
        source_locale=source.locale_id,
        prefix=f"/{active}/",
        source_prefix=f"/{source.locale.language_code}/",
    )


def children_of_home(request: HttpRequest) -> list[Page]:
    """What stands directly below home and is linked from everywhere, as this visitor reads it.

    The order is the source language's. What is not translated stands there in that language.
    """
    home = home_of(request)
    practice = practice_of(request)
    if home is None or practice is None:
        return []
    homes = {each.locale.language_code: each for each in homes_of(request)}
    source = homes.get(practice.source_language) if reading_in(request) else None
    own = _below(request, home)
    if source is None or source == home:
        return own
    by_key = {page.translation_key: page for page in own}
    others = [by_key.pop(page.translation_key, page) for page in _below(request, source)]
    return others + list(by_key.values())


def _below(request: HttpRequest, home: Page) -> list[Page]:
    return [
        page
        for page in _frame(request)
        if page.depth == home.depth + 1 and page.path.startswith(home.path)
    ]


def _frame(request: HttpRequest) -> list[Page]:
    """Home pages in all languages and what is linked from everywhere: one query a request."""
    if not hasattr(request, "_frame"):
        practice = practice_of(request)
        request._frame = list(_pages_of_frame(practice)) if practice else []
    return request._frame


def _pages_of_frame(practice: Practice) -> QuerySet[Page]:
    root = practice.site.root_page
    homes = Page.objects.filter(translation_key=root.translation_key, alias_of=None)
    below_home = Exists(homes.filter(path=Substr(OuterRef("path"), 1, len(root.path))))
    links = MenuLink.objects.filter(menu__practice=practice)
    of_page = links.filter(page__translation_key=OuterRef("translation_key"))
    linked = links.values("page__translation_key")
    return (
        Page.objects.live()
        .filter(
            Q(translation_key=root.translation_key, alias_of=None)
            | Q(below_home, depth=root.depth + 1)
            | Q(translation_key__in=linked)
        )
        .annotate(
            menu_name=Coalesce(*_names_in_menus(BasePage), Value("")),
            footer_text=_of_page(HomePage, "footer_text"),
            menu_has_links=Exists(links),
            **{
                f"place_in_{place}": Subquery(
                    of_page.filter(place=place)
                    .order_by("sort_order")
                    .values(order=Coalesce("sort_order", 0))[:1]
                )
                for place in MenuLink.Place.values
            },
        )
        .select_related("locale")
        .order_by("path")
    )


def _names_in_menus(model: type[BasePage]) -> list[Subquery]:
    """The look-up of ``menu_title`` from a plain page, for each kind of page there is.

    Joins to as many tables would take PostgreSQL longer to plan than to carry out.
    """
    names = [] if model._meta.abstract else [_of_page(model, "menu_title")]
    for kind in model.__subclasses__():
        names += _names_in_menus(kind)
    return names


def _of_page(model: type[BasePage], field: str) -> Subquery:
    return Subquery(model._base_manager.filter(page_ptr=OuterRef("pk")).values(field))


def parent_page(page: Page, request: HttpRequest) -> Page:
    """The page above, as this visitor reads it; where everything links to it, without a query."""
    above = page.path[: -page.steplen]
    keys = {linked.path: linked.translation_key for linked in _frame(request)}
    for linked in children_of_home(request):
        if linked.path == above or linked.translation_key == keys.get(above):
            return linked
    return page.get_parent()


def _links(request: HttpRequest, *, in_menu: bool) -> list[dict[str, Any]]:
    """The links of the menu, or of the foot, each in the reader's language where it exists."""
    links = []
    for page in _linked_pages(request, in_menu=in_menu):
        url = address_to_read(page, request)
        current = bool(url) and request.path.startswith(url)
        title = name_in_menu(page)
        links.append({"page": page, "title": title, "url": url, "current": current})
    return links


def _linked_pages(request: HttpRequest, *, in_menu: bool) -> list[Page]:
    """As the practice's menu says; while it says nothing, what stands below the home page."""
    frame = _frame(request)
    if not any(page.menu_has_links for page in frame):
        return [page for page in children_of_home(request) if page.show_in_menus == in_menu]
    place = "place_in_header" if in_menu else "place_in_footer"
    language, source = get_language() or "", practice_of(request).source_language
    linked: dict[Any, Page] = {}
    for page in frame:
        code = page.locale.language_code
        if getattr(page, place) is None or page.alias_of_id or code not in (language, source):
            continue
        if code == language or page.translation_key not in linked:
            linked[page.translation_key] = page
    return sorted(linked.values(), key=lambda page: getattr(page, place))


def name_in_menu(page: Page) -> str:
    """A page's short name where it has one; read along with the frame, without a query."""
    return getattr(page, "menu_name", "") or page.title


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
    active = get_language() or ""
    if getattr(request, "stand_in", None):
        addresses[active] = request.path
    return [
        {
            "code": code,
            "name": names[code],
            "url": addresses[code],
            "full_url": practice.address_of(addresses[code]),
            "current": code == active,
        }
        for code in practice.languages
        if addresses.get(code)
    ]


def site_context(request: HttpRequest) -> dict[str, Any]:
    practice = practice_of(request)
    stand_in = getattr(request, "stand_in", None)
    return {
        "practice": practice,
        "stand_in": stand_in,
        "reader_language": format_html(' lang="{}"', get_language()) if stand_in else "",
        "menu": SimpleLazyObject(lambda: _links(request, in_menu=True)),
        "language_links": SimpleLazyObject(lambda: _language_links(request)),
        "home_url": SimpleLazyObject(lambda: _home_url(request)),
        "canonical": SimpleLazyObject(lambda: _canonical(request)),
        "default_address": SimpleLazyObject(lambda: _default_address(request)),
        # Called by the template: what writes out rich text wants a string and nothing around it.
        "footer_text": lambda: getattr(home_of(request), "footer_text", "") or "",
        "footer_links": SimpleLazyObject(lambda: _links(request, in_menu=False)),
    }


def _canonical(request: HttpRequest) -> str:
    """The one address of what is shown now: without a query, at the practice's own host."""
    stand_in = getattr(request, "stand_in", None)
    practice = practice_of(request)
    if stand_in and practice:
        return practice.address_of(stand_in.page.get_url(request) or "")
    return next((link["full_url"] for link in _language_links(request) if link["current"]), "")


def _default_address(request: HttpRequest) -> str:
    practice = practice_of(request)
    addresses = {link["code"]: link["full_url"] for link in _language_links(request)}
    if practice is None or not addresses:
        return ""
    family: list[Page] = getattr(request, "served_family", None) or []
    key = practice.site.root_page.translation_key
    is_home = any(page.translation_key == key for page in family)
    return default_address(practice, addresses, is_home=is_home)


def _home_url(request: HttpRequest) -> str:
    home = home_of(request)
    return (home.get_url(request) if home else None) or "/"
