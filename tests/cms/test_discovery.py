"""What search engines and those who share a page are told."""

import re
from io import BytesIO
from xml.etree import ElementTree

from django.contrib.staticfiles import finders
from django.core.cache import cache
from django.core.files.images import ImageFile
from django.test import Client, RequestFactory
from django.utils.translation import activate

from wagtail.models import PageViewRestriction

import pytest
from PIL import Image

from cms import discovery
from cms.errors import server_error
from cms.models import ContentPage, Practice, PracticeImage
from cms.models.pages import Scene
from cms.pictures import make_sizes
from tests.factories import home_of, locale, make_course_pages, make_practice, publish

pytestmark = pytest.mark.django_db
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


def add_page(
    practice: Practice, title: str, *, language: str = "nb", **facts: object
) -> ContentPage:
    page = ContentPage(title=title, locale=locale(language), **facts)
    return publish(home_of(practice, language).add_child(instance=page))


def sitemap(client: Client, address: str = "/sitemap.xml") -> dict[str, dict[str, str]]:
    """The alternates of each address."""
    urls = ElementTree.fromstring(client.get(address).content).findall("url", NAMES)
    return {
        url.findtext("loc", None, NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall(ALTERNATE)
        }
        for url in urls
    }


def head(client: Client, address: str) -> str:
    return client.get(address).text.partition("</head>")[0]


def property_of(html: str, name: str) -> list[str]:
    return re.findall(rf'<meta (?:property|name)="{name}" content="([^"]*)">', html)


def test_readers_of_other_languages_are_sent_somewhere_sensible(
    client: Client, practice: Practice
) -> None:
    pages = make_course_pages(practice)
    only_english = add_page(practice, "About us", language="en")
    listed = sitemap(client)
    assert listed["http://testserver/nb/"]["x-default"] == "http://testserver/"
    assert listed[pages["en"].full_url]["x-default"] == pages["nb"].full_url
    assert listed[only_english.full_url] == {"en": only_english.full_url}
    assert 'hreflang="x-default" href="http://testserver/"' in head(client, "/en/")
    expected = f'hreflang="x-default" href="{pages["nb"].full_url}"'
    assert expected in head(client, pages["en"].url)
    assert "x-default" not in head(client, only_english.url)


def test_sitemap_leaves_out_what_is_not_public(client: Client, practice: Practice) -> None:
    private = add_page(practice, "For members")
    publish(private.add_child(instance=ContentPage(title="Below", locale=locale("nb"))))
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    add_page(practice, "Gone").unpublish()
    original = add_page(practice, "Original", language="en")
    alias = original.create_alias(parent=home_of(practice, "en"), update_slug="alias")
    listed = " ".join(sitemap(client))
    assert original.full_url in listed
    for path in ("for-members", "below", "gone", alias.slug):
        assert f"/{path}/" not in listed, path


def test_a_large_sitemap_comes_in_parts(
    client: Client, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = sitemap(client)
    assert len(whole) == 4
    cache.clear()
    monkeypatch.setattr(discovery, "MOST_ADDRESSES", 3)
    index = ElementTree.fromstring(client.get("/sitemap.xml").content)
    parts = [each.findtext("loc", None, NAMES) for each in index.findall("sitemap", NAMES)]
    assert parts == [f"http://testserver/sitemap-{number}.xml" for number in (1, 2)]
    assert {**sitemap(client, parts[0]), **sitemap(client, parts[1])} == whole
    assert client.get("/sitemap-3.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404


def test_sitemap_costs_the_same_however_long_it_is(
    client: Client, practice: Practice, django_assert_max_num_queries
) -> None:
    counted = []
    for number in (1, 3):
        for extra in range(number):
            add_page(practice, f"Page {number} {extra}")
        cache.clear()
        with django_assert_max_num_queries(10) as queries:
            client.get("/sitemap.xml")
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_sitemap_is_kept_until_something_changes(
    client: Client, practice: Practice, django_capture_on_commit_callbacks
) -> None:
    first = client.get("/sitemap.xml")
    second = client.get("/sitemap.xml")
    assert (first.headers["X-Page-Cache"], second.headers["X-Page-Cache"]) == ("miss", "hit")
    with django_capture_on_commit_callbacks(execute=True):
        add_page(practice, "News")
    assert "http://testserver/nb/news/" in sitemap(client)


def test_each_practice_has_its_own_sitemap(client: Client, practice: Practice) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    theirs = add_page(other, "Deres side")
    response = client.get("/sitemap.xml", headers={"host": "tankelage.localhost"})
    assert theirs.full_url in response.text
    assert "testserver" not in response.text
    assert "tankelage" not in client.get("/sitemap.xml").text


@pytest.mark.parametrize("address", ["/nb/", "/nb/?a=1&page=x", "/nb/courses/?place=Bergen"])
def test_an_address_with_a_query_names_the_one_without(
    client: Client, practice: Practice, address: str
) -> None:
    make_course_pages(practice)
    found = re.findall(r'<link rel="canonical" href="([^"]+)">', head(client, address))
    assert found == [f"http://testserver{address.partition('?')[0]}"]


def test_pages_that_are_no_words_have_one_address_too(client: Client, practice: Practice) -> None:
    for address in ("/nb/search/?q=a", "/nb/withdraw/"):
        path = address.partition("?")[0]
        assert f'<link rel="canonical" href="http://testserver{path}">' in head(client, address)


def test_what_is_not_there_has_no_address(client: Client, practice: Practice) -> None:
    response = client.get("/nb/nothing/")
    assert response.status_code == 404
    assert "canonical" not in response.text


def test_whoever_shares_a_page_shows_what_it_is(client: Client, practice: Practice) -> None:
    pages = make_course_pages(practice)
    page = pages["nb"]
    page.lead, page.scene = "Seks kvelder", Scene.CIRCLE
    publish(page)
    html = head(client, page.url)
    assert property_of(html, "og:title") == ["Group supervision nb"]
    assert property_of(html, "og:description") == ["Seks kvelder"]
    assert property_of(html, "og:url") == [page.full_url]
    assert property_of(html, "og:site_name") == ["Steinlia"]
    assert property_of(html, "og:locale") == ["nb_NO"]
    assert property_of(html, "og:locale:alternate") == ["en_GB"]
    assert property_of(html, "og:image") == ["http://testserver/static/img/cards/circle.png"]
    assert property_of(html, "twitter:card") == ["summary_large_image"]


def make_picture(title: str = "Fjord") -> PracticeImage:
    content = BytesIO()
    Image.new("RGB", (1600, 900), "teal").save(content, "PNG")
    return PracticeImage.objects.create(
        title=title, description="A quiet fjord", file=ImageFile(content, name=f"{title}.png")
    )


def test_a_page_is_shared_with_its_own_picture(client: Client, practice: Practice) -> None:
    page = add_page(practice, "Om oss", picture=make_picture(), scene=Scene.CIRCLE)
    make_sizes(page.picture, ["shared"])
    html = head(client, page.url)
    [address] = property_of(html, "og:image")
    assert address.startswith("http://testserver/media/images/")
    assert property_of(html, "og:image:alt") == ["A quiet fjord"]
    assert property_of(html, "og:image:type") == ["image/jpeg"]
    rendition = page.picture.renditions.get(filter_spec__startswith="fill-1200x630")
    assert (rendition.width, rendition.height) == (1200, 630)


def test_a_picture_whose_file_is_gone_breaks_nothing(client: Client, practice: Practice) -> None:
    picture = make_picture()
    page = ContentPage(title="Om oss", locale=locale("nb"), picture=picture)
    publish(home_of(practice).add_child(instance=page))
    picture.file.storage.delete(picture.file.name)
    response = client.get("/nb/om-oss/")
    assert response.status_code == 200
    assert property_of(response.text, "og:image") == ["http://testserver/static/img/cards/room.png"]


@pytest.mark.parametrize("scene", [*Scene.values])
def test_every_scene_has_a_card(scene: str) -> None:
    path = finders.find(f"img/cards/{scene}.png")
    assert path, "python bin/share_cards.py paints it."
    with Image.open(path) as card:
        assert card.size == (1200, 630)


@pytest.mark.parametrize(
    ("address", "browser", "said"),
    [
        ("/fi/", "sv", '<html lang="fi">'),
        ("/admin/", "da, en;q=0.5", '<html lang="da">'),
        ("/", "", '<html lang="nb">'),
    ],
)
def test_an_error_of_ours_is_said_in_the_visitors_language(
    address: str, browser: str, said: str, django_assert_num_queries
) -> None:
    activate("en")
    request = RequestFactory().get(address, headers={"accept-language": browser})
    with django_assert_num_queries(0):
        response = server_error(request)
    assert response.status_code == 500
    assert said in response.text
    assert response.text.count("<h1>") == 1
