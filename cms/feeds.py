"""What is new, for those who follow a practice with a feed reader."""

from datetime import UTC, datetime, time
from typing import Final
from uuid import uuid5

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from cms.models import ArticlePage, Practice
from cms.site_context import home_of, practice_of

NEWEST: Final = 30


@require_GET
def articles(request: HttpRequest) -> HttpResponse:
    """The newest articles of the practice in the active language, as an Atom feed."""
    practice, home = practice_of(request), home_of(request)
    if practice is None or home is None or home.locale.language_code != get_language():
        raise Http404
    newest = list(
        ArticlePage.objects.live()
        .public()
        .descendant_of(home)
        .filter(alias_of=None)
        .select_related("locale", "author")
        .defer_streamfields()
        .order_by("-published_on", "-pk")[:NEWEST]
    )
    feed = Atom1Feed(
        title=_("%(practice)s: articles") % {"practice": practice.name},
        link=home.get_full_url(request),
        description="",
        language=get_language(),
        feed_url=practice.address_of(request.path),
        author_name=practice.name,
        feed_guid=practice.address_of(request.path),
    )
    for article in newest:
        _add(feed, article, request, practice)
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    feed.write(response, "utf-8")
    return response


def _add(feed: Atom1Feed, article: ArticlePage, request: HttpRequest, practice: Practice) -> None:
    address = article.get_full_url(request)
    written = datetime.combine(article.published_on, time(12), tzinfo=UTC)
    feed.add_item(
        title=article.title,
        link=address,
        description=article.lead or article.search_description,
        author_name=article.author.title
        if article.author and article.author.live
        else practice.name,
        pubdate=written,
        updateddate=max(written, article.last_published_at or written),
        # The same wherever the article moves.
        unique_id=uuid5(article.translation_key, article.locale.language_code).urn,
    )
