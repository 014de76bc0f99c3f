"""What somebody is shown where a page does not exist in their language."""

import re
from collections.abc import Callable
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

import pytest

from cms.models import ContentPage, Practice, SupervisorIndexPage, SupervisorPage
from tests.factories import (
    home_of,
    locale,
    make_course_pages,
    make_offering,
    make_practice,
    publish,
)

pytestmark = pytest.mark.django_db

Get = Callable[[str], HttpResponse]
LANGUAGES = ("nb", "sv", "fi", "da", "en")
SENTENCES = {
    "sv": "Den här sidan",
    "fi": "Tämä sivu",
    "da": "Denne side",
    "en": "This page is not in English yet. You are reading it in Norwegian.",
}


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb", "en", "fi"))


@pytest.fixture
def about(practice: Practice) -> ContentPage:
    """A page in Norwegian alone, in the menu."""
    page = ContentPage(
        title="Om oss",
        slug="om-oss",
        lead="Vi er to.",
        locale=locale("nb"),
        show_in_menus=True,
        body=[("heading", "Hvem vi er"), ("paragraph", "<p>To veiledere.</p>")],
    )
    return publish(home_of(practice).add_child(instance=page))


@pytest.fixture
def get(client: Client) -> Get:
    """A visitor whose pages were never made before."""

    def uncached(address: str) -> HttpResponse:
        return client.get(address, {"uncached": ""})

    return uncached


def translate(page: Any, code: str, **words: Any) -> Any:
    copy = page.copy_for_translation(locale(code))
    for name, value in words.items():
        setattr(copy, name, value)
    return publish(copy)


def links(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html)


def switcher(html: str) -> list[str]:
    languages = re.search(r'<nav class="languages".*?</nav>', html, re.DOTALL)
    return re.findall(r'<a href="([^"]+)"', languages[0]) if languages else []


def test_a_page_without_a_translation_is_read_in_the_source_language(
    get: Get, about: ContentPage
) -> None:
    answer = get("/en/om-oss/")
    assert answer.status_code == 200
    html = answer.text
    assert '<html lang="en">' in html
    assert '<main id="main" tabindex="-1" lang="nb">' in html
    notice = '<p class="notice stand-in wide" lang="en">' + SENTENCES["en"] + "</p>"
    assert notice in html
    assert "<h1>Om oss</h1>" in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="http://testserver/nb/om-oss/">' in html
    assert links(html) == []
    assert switcher(html) == ["/nb/om-oss/"]


def test_the_page_itself_says_nothing_of_it(get: Get, about: ContentPage) -> None:
    html = get("/nb/om-oss/").text
    assert "stand-in" not in html
    assert "noindex" not in html
    assert links(html) == [
        ("nb", "http://testserver/nb/om-oss/"),
        ("x-default", "http://testserver/nb/om-oss/"),
    ]


def test_menu_leads_there_and_says_in_which_language(get: Get, about: ContentPage) -> None:
    note = '<span class="written-in" lang="en">(Norwegian)</span>'
    link = f'<a href="/en/om-oss/" lang="nb" hreflang="nb">Om oss {note}</a>'
    assert link in get("/en/").text
    assert "(Norwegian)" not in get("/nb/").text


def test_once_translated_the_address_leads_to_the_translation(get: Get, about: ContentPage) -> None:
    assert get("/en/om-oss/").status_code == 200
    translate(about, "en", title="About us", slug="about-us")
    answer = get("/en/om-oss/")
    assert (answer.status_code, answer["Location"]) == (302, "/en/about-us/")
    html = get("/en/about-us/").text
    assert links(html) == [
        ("nb", "http://testserver/nb/om-oss/"),
        ("en", "http://testserver/en/about-us/"),
        ("x-default", "http://testserver/nb/om-oss/"),
    ]
    assert "stand-in" not in html


def test_a_draft_of_a_translation_shows_nothing(get: Get, about: ContentPage) -> None:
    copy = about.copy_for_translation(locale("en"))
    assert copy.live is False
    assert "Om oss" in get("/en/om-oss/").text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_without_a_home_page_shows_no_second_site_w11(get: Get, language: str) -> None:
    practice = make_practice(languages=("nb",))
    make_course_pages(practice)
    for listed in (["nb"], list(LANGUAGES)):
        practice.languages = listed
        practice.save()
        for path in ("", "courses/", "terms/"):
            answer = get(f"/{language}/{path}")
            if language == "nb":
                assert answer.status_code == 200
            else:
                assert (answer.status_code, answer["Location"]) == (302, f"/nb/{path}")


def test_a_language_that_the_practice_does_not_have_is_not_opened(
    get: Get, practice: Practice, about: ContentPage
) -> None:
    practice.languages = ["nb", "fi"]
    practice.save()
    answer = get("/en/om-oss/")
    assert answer.status_code == 404


def test_a_page_of_another_language_stands_in_for_none(get: Get, practice: Practice) -> None:
    page = ContentPage(title="Only English", slug="only-english", locale=locale("en"))
    publish(home_of(practice, "en").add_child(instance=page))
    assert get("/en/only-english/").status_code == 200
    assert get("/nb/only-english/").status_code == 404
    assert get("/fi/only-english/").status_code == 404


def test_an_alias_in_another_language_says_whose_words_it_shows(
    get: Get, about: ContentPage
) -> None:
    about.copy_for_translation(locale("en"), alias=True)
    html = get("/en/om-oss/").text
    assert SENTENCES["en"] in html
    assert '<link rel="canonical" href="http://testserver/nb/om-oss/">' in html


def test_lists_show_what_is_not_translated_after_what_is(get: Get, practice: Practice) -> None:
    index = SupervisorIndexPage(title="Veiledere", slug="veiledere", locale=locale("nb"))
    index = publish(home_of(practice).add_child(instance=index))
    people = [
        publish(index.add_child(instance=SupervisorPage(title=name, profession="Psykolog")))
        for name in ("Anna", "Berit")
    ]
    translate(index, "en", title="Supervisors", slug="supervisors")
    translate(people[1], "en", profession="Psychologist")
    html = get("/en/supervisors/").text
    assert re.findall(r'person__name"><a href="([^"]+)"', html) == [
        "/en/supervisors/berit/",
        "/en/veiledere/anna/",
    ]
    html = get("/en/veiledere/anna/").text
    assert '<p class="crumb"><a href="/en/supervisors/" lang="en">Supervisors</a></p>' in html


def test_a_course_that_is_not_translated_can_be_found_and_booked(
    get: Get, practice: Practice
) -> None:
    pages = make_course_pages(practice)
    make_offering(practice, course=pages["nb"].course)
    pages["en"].delete()
    address = "/en/courses/group-supervision-nb/"
    for listed_on in ("/en/", "/en/courses/"):
        assert f'<a href="{address}" lang="nb" hreflang="nb">' in get(listed_on).text
    html = get(address).text
    assert SENTENCES["en"] in html
    assert re.search(r'href="/en/register/[^"]+"', html)
    assert 'id="dates" lang="en"' in html


def test_a_list_that_is_not_translated_leads_to_what_is(get: Get, practice: Practice) -> None:
    pages = make_course_pages(practice)
    make_offering(practice, course=pages["nb"].course)
    pages["en"].get_parent().unpublish()
    html = get("/en/courses/").text
    assert SENTENCES["en"] in html
    assert f'<a href="{pages["en"].url}" lang="en">' in html


def test_pages_that_blocks_name_are_read_in_the_visitors_language(
    get: Get, practice: Practice, about: ContentPage
) -> None:
    contact = ContentPage(title="Kontakt", slug="kontakt", locale=locale("nb"))
    contact = publish(home_of(practice).add_child(instance=contact))
    about.body = [("call_to_action", {"text": "Spør oss", "label": "Skriv", "page": contact})]
    publish(about)
    assert 'class="button" href="/en/kontakt/"' in get("/en/om-oss/").text
    translate(contact, "en", title="Contact", slug="contact")
    assert 'class="button" href="/en/contact/"' in get("/en/om-oss/").text


@pytest.mark.django_db(transaction=True)
def test_it_is_cached_and_never_stale(client: Client, about: ContentPage) -> None:
    first, second = client.get("/en/om-oss/"), client.get("/en/om-oss/")
    assert [a.headers["X-Page-Cache"] for a in (first, second)] == ["miss", "hit"]
    assert first.content == second.content
    about.title = "Om de to"
    publish(about)
    assert "<h1>Om de to</h1>" in client.get("/en/om-oss/").text
    about.unpublish()
    assert client.get("/en/om-oss/").status_code == 404


def test_it_takes_no_more_than_the_queries_of_a_page(
    client: Client, practice: Practice, about: ContentPage, django_assert_max_num_queries: Any
) -> None:
    pages = make_course_pages(practice)
    make_offering(practice, course=pages["nb"].course)
    pages["en"].delete()
    for address in ("/en/om-oss/", "/en/courses/", "/en/courses/group-supervision-nb/", "/en/"):
        client.get("/en/")
        with django_assert_max_num_queries(14):
            assert client.get(f"{address}?uncached").status_code == 200


def test_the_default_language_is_the_source_on_pages_that_are_no_pages(
    get: Get, practice: Practice
) -> None:
    found = links(get("/en/withdraw/").text)
    assert [code for code, _url in found] == ["nb", "en", "fi", "x-default"]
