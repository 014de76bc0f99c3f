"""What search engines are told: which pages there are, in which languages, and what to leave."""

from collections import defaultdict
from typing import Final

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wagtail.models import Page

from cms.addresses import default_address
from cms.models import Practice
from cms.site_context import practice_of

# The protocol allows 50,000 addresses and 50 MB a file; with alternates, so many make 0.6 MB, and
# the part is made in less than a second.
MOST_ADDRESSES: Final = 1_000


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /account/"]
    practice = practice_of(request)
    lines += [f"Disallow: /{code}/r/" for code in (practice.languages if practice else [])]
    if practice:
        lines += ["", f"Sitemap: {practice.address_of('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> HttpResponse:
    """All public pages of the practice in all its languages, each with its translations; where
    they are very many, the addresses of the parts that name them."""
    practice = practice_of(request)
    if practice is None:
        return _as_xml(request, "sitemap.xml", {"pages": []})
    total = _public_pages(practice).count()
    if total <= MOST_ADDRESSES:
        return _as_xml(request, "sitemap.xml", {"pages": _listed(request, practice)})
    parts = range(1, -(-total // MOST_ADDRESSES) + 1)
    addresses = [practice.address_of(reverse("sitemap_part", args=[part])) for part in parts]
    return _as_xml(request, "sitemap_index.xml", {"addresses": addresses})


def sitemap_part(request: HttpRequest, part: int) -> HttpResponse:
    practice = practice_of(request)
    pages = _listed(request, practice, part=part) if practice and part else []
    if not pages:
        raise Http404
    return _as_xml(request, "sitemap.xml", {"pages": pages})


def _as_xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")


def _public_pages(practice: Practice) -> QuerySet[Page]:
    """No drafts, nothing private and no copies that only stand in for a translation."""
    below = Q(pk__in=[])
    for home in practice.home_pages().live():
        below |= Q(path__startswith=home.path)
    return Page.objects.live().public().filter(below, alias_of=None)


def _listed(request: HttpRequest, practice: Practice, part: int = 1) -> list[dict[str, object]]:
    """One part of the public pages, each with the addresses of its whole family."""
    start = (part - 1) * MOST_ADDRESSES
    public = _public_pages(practice).select_related("locale").order_by("path")
    shown = list(public[start : start + MOST_ADDRESSES])
    if len(shown) < MOST_ADDRESSES and part == 1:
        relatives = shown
    else:
        relatives = list(
            public.filter(translation_key__in={page.translation_key for page in shown})
        )
    families: dict[object, dict[str, str]] = defaultdict(dict)
    for page in relatives:
        language = page.locale.language_code
        families[page.translation_key][language] = page.get_full_url(request) or ""
    return [
        {
            "address": families[page.translation_key][page.locale.language_code],
            "changed": page.last_published_at,
            "alternates": families[page.translation_key].items(),
            "by_default": default_address(
                practice, families[page.translation_key], is_home=_is_home(page, practice)
            ),
        }
        for page in shown
    ]


def _is_home(page: Page, practice: Practice) -> bool:
    return page.translation_key == practice.site.root_page.translation_key
