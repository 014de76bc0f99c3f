"""What pages are, in the words of schema.org, for search engines and other programs.

Each kind of page says here what it stands for; courses, which have dates and prices, say it in
``courses``. Nothing is told that does not stand on the page.
"""

import json
from collections.abc import Mapping
from functools import singledispatch
from typing import Any, Final

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from wagtail.models import Page
from wagtail.rich_text import RichText, get_text_for_indexing

from cms.facets import Level, Setting
from cms.models import (
    ArticlePage,
    BasePage,
    HomePage,
    Practice,
    QuestionsPage,
    ServicePage,
    SupervisorPage,
)
from cms.pictures import renditions_for
from cms.site_context import children_of_home, home_of

Thing = dict[str, Any]
Shown = Mapping[str, Any]

MOST_LETTERS_OF_A_HEADLINE: Final = 110
# Inside a script, these three would end it or begin a comment; JSON may write them so as well.
ESCAPED: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@singledispatch
def facts_of(page: BasePage, practice: Practice, shown: Shown) -> list[Thing]:
    """What ``page`` stands for; nothing, where it is just a page. ``shown`` is what its template
    shows: the ``picture`` for sharing, the ``author``."""
    return []


@facts_of.register
def _(page: HomePage, practice: Practice, shown: Shown) -> list[Thing]:
    site = {
        "@type": "WebSite",
        "name": practice.name,
        "url": page.full_url,
        "inLanguage": page.locale.language_code,
        "publisher": {"@id": identity_of(practice)},
    }
    return [organisation(practice), site]


@facts_of.register
def _(page: SupervisorPage, practice: Practice, shown: Shown) -> list[Thing]:
    return [
        told(
            {
                **person(page),
                "jobTitle": page.profession,
                "description": page.lead or page.search_description,
                "image": _own_picture(page, shown),
                "worksFor": provider(practice),
                "knowsLanguage": [name.strip() for name in page.languages_spoken.split(",")],
                "hasCredential": [_credential(row.value) for row in page.credentials],
            }
        )
    ]


@facts_of.register
def _(page: ServicePage, practice: Practice, shown: Shown) -> list[Thing]:
    channel = {
        "@type": "ServiceChannel",
        "name": str(Setting(page.setting).label),
        "availableLanguage": page.locale.language_code,
        "serviceUrl": page.full_url,
    }
    return [
        told(
            {
                "@type": "Service",
                "@id": f"{page.full_url}#service",
                "name": page.title,
                "serviceType": page.title,
                "description": page.lead or page.search_description,
                "url": page.full_url,
                "image": _own_picture(page, shown),
                "provider": provider(practice),
                "areaServed": {"@type": "Country", "name": practice.get_country_display()},
                "audience": [
                    {"@type": "Audience", "audienceType": str(level.label)}
                    for level in Level
                    if level in page.levels
                ],
                "availableChannel": channel,
            }
        )
    ]


@facts_of.register
def _(page: ArticlePage, practice: Practice, shown: Shown) -> list[Thing]:
    author, picture = shown.get("author"), shown.get("picture")
    changed = page.last_published_at
    return [
        told(
            {
                "@type": "Article",
                "@id": f"{page.full_url}#article",
                "headline": page.title[:MOST_LETTERS_OF_A_HEADLINE],
                "description": page.lead or page.search_description,
                "image": picture["address"] if picture else "",
                "datePublished": page.published_on.isoformat(),
                "dateModified": changed.astimezone(practice.zone).isoformat(timespec="seconds")
                if changed
                else "",
                "author": person(author) if author else provider(practice),
                "publisher": provider(practice),
                "mainEntityOfPage": page.full_url,
                "inLanguage": page.locale.language_code,
                "keywords": [str(topic) for topic in shown.get("topics") or ()],
            }
        )
    ]


@facts_of.register
def _(page: QuestionsPage, practice: Practice, shown: Shown) -> list[Thing]:
    questions = [
        {
            "@type": "Question",
            "name": block.value["question"],
            "acceptedAnswer": {"@type": "Answer", "text": _as_text(block.value["answer"])},
        }
        for block in page.questions
        if block.block_type == "question"
    ]
    return [{"@type": "FAQPage", "mainEntity": questions}] if questions else []


def _as_text(written: RichText) -> str:
    return get_text_for_indexing(written.source).strip()


def _own_picture(page: BasePage, shown: Shown) -> str:
    """The picture that an editor chose, in the size for sharing."""
    picture = shown.get("picture")
    return picture["address"] if picture and page.picture else ""


def told(thing: Thing) -> Thing:
    """The thing without what is not known of it."""
    return {name: value for name, value in thing.items() if value not in ("", None, [], [""], {})}


def identity_of(practice: Practice) -> str:
    """A name of the practice that is the same on all its pages."""
    return practice.address_of("/#practice")


def provider(practice: Practice) -> Thing:
    """The practice where it is mentioned."""
    return {
        "@type": "Organization",
        "@id": identity_of(practice),
        "name": practice.name,
        "url": practice.address_of("/"),
    }


def organisation(practice: Practice) -> Thing:
    """The practice itself."""
    address = told(
        {
            "@type": "PostalAddress",
            "streetAddress": practice.address,
            "postalCode": practice.postcode,
            "addressLocality": practice.town,
            "addressCountry": practice.country,
        }
    )
    return told(
        {
            **provider(practice),
            "legalName": practice.legal_name,
            "logo": _logo(practice),
            "identifier": practice.organisation_number,
            "email": practice.email,
            "telephone": practice.phone,
            "address": address,
        }
    )


def _logo(practice: Practice) -> str:
    """The practice's own logo, else the mark that belongs to its colours."""
    if practice.logo and (made := renditions_for(practice.logo, "logo")):
        [rendition] = made.values()
        return full_address(practice, rendition.url)
    return full_address(practice, static(f"img/marks/{practice.palette}-180.png"))


def full_address(practice: Practice, address: str) -> str:
    """Of a file, which may live on another host."""
    return practice.address_of(address) if address.startswith("/") else address


def person(page: Page) -> Thing:
    """A supervisor where one is mentioned."""
    return {
        "@type": "Person",
        "@id": f"{page.full_url}#person",
        "name": page.title,
        "url": page.full_url,
    }


def _credential(row: Any) -> Thing:
    issuer = row["issuer"]
    return told(
        {
            "@type": "EducationalOccupationalCredential",
            "name": row["title"],
            "description": ", ".join(part for part in (row["extent"], row["year"]) if part),
            "recognizedBy": {"@type": "Organization", "name": issuer} if issuer else None,
        }
    )


def breadcrumbs(page: BasePage, request: HttpRequest) -> list[Thing]:
    """The way from the home page down to this one; the home page itself needs none."""
    home = home_of(request)
    if home is None or page.depth <= home.depth:
        return []
    above = [linked for linked in children_of_home(request) if page.path.startswith(linked.path)]
    deeper = page.depth - home.depth - 2
    if deeper > 0:
        ends = [page.path[: -page.steplen * n] for n in range(deeper, 0, -1)]
        above += Page.objects.live().filter(path__in=ends).order_by("path")
    way = [home, *(step for step in above if step.pk != page.pk), page]
    items = [
        {
            "@type": "ListItem",
            "position": number,
            "name": step.title,
            "item": {"@id": step.get_full_url(request)},
        }
        for number, step in enumerate(way, start=1)
    ]
    return [{"@type": "BreadcrumbList", "itemListElement": items}]


def as_script(thing: dict[str, Any]) -> SafeString:
    """One thing as data that no browser runs."""
    text = json.dumps({"@context": "https://schema.org", **thing}, ensure_ascii=False)
    safe = mark_safe(text.translate(ESCAPED))  # noqa: S308 - nothing in it can end the script
    return format_html('<script type="application/ld+json">{}</script>', safe)
