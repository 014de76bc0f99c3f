"""What search engines are told: which pages there are, in which languages, and what to leave."""

from collections import defaultdict

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wagtail.models import Page

from cms.site_context import practice_of


def robots(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /account/"]
    practice = practice_of(request)
    for code in practice.languages if practice else []:
        lines += [f"Disallow: /{code}/r/", f"Disallow: /{code}/register/"]
    if practice:
        lines += ["", f"Sitemap: {practice.address_of('/sitemap.xml')}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def sitemap(request: HttpRequest) -> HttpResponse:
    """All live pages of the practice in all its languages, each with its translations."""
    practice = practice_of(request)
    families: dict[object, list[dict[str, object]]] = defaultdict(list)
    if practice:
        below = Q(pk__in=[])
        for home in practice.home_pages().live():
            below |= Q(path__startswith=home.path)
        pages = Page.objects.live().public().filter(below, alias_of=None)
        for page in pages.select_related("locale").order_by("path"):
            families[page.translation_key].append(
                {
                    "address": page.get_full_url(request),
                    "language": page.locale.language_code,
                    "changed": page.last_published_at,
                }
            )
    context = {"families": list(families.values())}
    return render(request, "sitemap.xml", context, content_type="application/xml")
