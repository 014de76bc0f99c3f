"""The feed of a practice's articles."""

from datetime import date, timedelta
from xml.etree import ElementTree

from django.core.cache import cache
from django.test import Client

from wagtail.models import PageViewRestriction

import pytest

from cms.models import ArticleIndexPage, ArticlePage, Practice
from tests.factories import home_of, locale, make_practice, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
ATOM = {"": "http://www.w3.org/2005/Atom"}


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


def add_article(
    practice: Practice, title: str, *, days_ago: int = 0, language: str = "nb"
) -> ArticlePage:
    home = home_of(practice, language)
    index = ArticleIndexPage.objects.child_of(home).first()
    if index is None:
        index = publish(
            home.add_child(
                instance=ArticleIndexPage(
                    title="Articles", slug="articles", locale=locale(language)
                )
            )
        )
    page = ArticlePage(
        title=title,
        lead=f"About {title}",
        published_on=date(2026, 5, 20) - timedelta(days=days_ago),
        locale=locale(language),
    )
    return publish(index.add_child(instance=page))


def entries(client: Client, address: str = "/nb/articles.xml") -> list[ElementTree.Element]:
    cache.clear()
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content).findall("entry", ATOM)


def titles(client: Client, address: str = "/nb/articles.xml") -> list[str]:
    return [entry.findtext("title", None, ATOM) for entry in entries(client, address)]


def test_the_newest_article_comes_first_with_its_full_address(
    client: Client, practice: Practice
) -> None:
    add_article(practice, "Old", days_ago=9)
    newest = add_article(practice, "New & <bold>")
    first, second = entries(client)
    assert second.findtext("title", None, ATOM) == "Old"
    assert first.findtext("title", None, ATOM) == "New & <bold>"
    assert first.find("link", ATOM).get("href") == newest.full_url
    assert first.findtext("summary", None, ATOM) == "About New & <bold>"
    assert first.findtext("published", None, ATOM) == "2026-05-20T12:00:00+00:00"


def test_an_entry_stays_the_same_one_when_its_page_moves(
    client: Client, practice: Practice
) -> None:
    article = add_article(practice, "One")
    [before] = entries(client)
    article.slug = "another"
    publish(article)
    [after] = entries(client)
    assert before.findtext("id", None, ATOM) == after.findtext("id", None, ATOM)
    assert before.find("link", ATOM).get("href") != after.find("link", ATOM).get("href")


def test_a_feed_holds_only_what_is_public_in_its_language(
    client: Client, practice: Practice
) -> None:
    add_article(practice, "Draft").unpublish()
    private = add_article(practice, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    add_article(other, "Another practice's")
    add_article(practice, "English", language="en")
    assert titles(client) == []
    assert titles(client, "/en/articles.xml") == ["English"]
    assert client.get("/fi/articles.xml").status_code == 404


def test_the_feed_is_kept_and_costs_the_same_however_long(
    client: Client, practice: Practice, django_assert_max_num_queries
) -> None:
    counted = []
    for number in (1, 2):
        for extra in range(number):
            add_article(practice, f"Article {number} {extra}")
        cache.clear()
        with django_assert_max_num_queries(8) as queries:
            client.get("/nb/articles.xml")
        counted.append(len(queries))
    assert counted[0] == counted[1]
    assert client.get("/nb/articles.xml").headers["X-Page-Cache"] == "hit"


def test_the_list_of_articles_names_its_feed(client: Client, practice: Practice) -> None:
    add_article(practice, "One")
    page = client.get("/nb/articles/").text
    assert '<link rel="alternate" type="application/atom+xml"' in page
    assert page.count('href="/nb/articles.xml"') == 2
    assert '<link rel="canonical" href="http://testserver/nb/articles/">' in page


def test_further_parts_of_the_list_have_addresses_of_their_own(
    client: Client, practice: Practice
) -> None:
    for number in range(13):
        add_article(practice, f"Article {number}")
    page = client.get("/nb/articles/?page=2").text
    assert '<link rel="canonical" href="http://testserver/nb/articles/?page=2">' in page
