"""What is found before a page is published: each thing once, at its place, and nothing more."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import override

from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import Page

import pytest

from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    ContactPage,
    ContentPage,
    LegalPage,
    MethodPage,
    Practice,
    PricesPage,
    QuestionsPage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.publishing_checks import Kind, Surroundings, check_page, check_pages
from cms.publishing_checks.dates import days_in, last_day_of
from tests.factories import home_of, make_course_pages, make_offering, make_practice, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("postgresql")]


@pytest.fixture(autouse=True)
def _in_english() -> Any:
    with override("en"):
        yield


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb",))


@pytest.fixture
def page(practice: Practice) -> ContentPage:
    return home_of(practice).add_child(instance=ContentPage(title="About", slug="about"))


def block(kind: str, value: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "id": f"{kind}-1"}


def found(page: Any, kind: str) -> list[tuple[str, str]]:
    """What is found of one kind: where, and what."""
    return [(f.place, str(f.what)) for f in check_page(page) if f.kind == kind]


def with_body(page: ContentPage, *blocks: dict[str, Any]) -> ContentPage:
    page.body = blocks
    return page


PARAGRAPH = block("paragraph", "<p>Words.</p>")
GOOD = (
    block("heading", "How we work"),
    PARAGRAPH,
    block("audience_list", {"heading": "For whom", "items": [{"who": "Nurses", "text": ""}]}),
    block("picture", {"image": {"image": 1, "alt_text": "A table", "decorative": False}}),
)


def test_nothing_is_found_on_a_good_page(page: ContentPage) -> None:
    assert check_page(with_body(page, *GOOD)) == []


@pytest.mark.parametrize(
    ("blocks", "places"),
    [
        ([block("heading", " "), PARAGRAPH], ["heading-1"]),
        ([block("paragraph", "<p> </p>")], ["paragraph-1"]),
        ([block("heading", "Three principles")], ["heading-1"]),
        ([block("heading", "One"), block("heading", "Two"), PARAGRAPH], ["heading-1"]),
        ([block("audience_list", {"heading": "For whom", "items": []})], ["audience_list-1"]),
        ([block("facts", {"heading": "", "items": []})], ["facts-1"]),
        ([block("benefit_list", {"heading": "", "items": [{"title": "A"}]})], ["benefit_list-1"]),
        ([block("paragraph", "<p>Words.</p><h3>And then</h3>")], ["paragraph-1"]),
        ([block("paragraph", "<h3> </h3><p>Words.</p>")], ["paragraph-1"]),
        ([block("paragraph", "<h3>One</h3><p>Words.</p>")], []),
    ],
)
def test_empty_headings_texts_and_lists(
    page: ContentPage, blocks: list[dict[str, Any]], places: list[str]
) -> None:
    assert [place for place, _what in found(with_body(page, *blocks), Kind.EMPTY)] == places


@pytest.mark.parametrize(
    ("picture", "warned"),
    [
        ({"image": 1, "alt_text": "", "decorative": False}, True),
        ({"image": 1, "alt_text": "IMG_2034.jpg", "decorative": False}, True),
        ({"image": 1, "alt_text": "", "decorative": True}, False),
        ({"image": 1, "alt_text": "People at a table", "decorative": False}, False),
    ],
)
def test_pictures_without_a_description(
    page: ContentPage, picture: dict[str, Any], *, warned: bool
) -> None:
    with_body(page, block("picture", {"image": picture, "caption": ""}))
    assert bool(found(page, Kind.PICTURE)) is warned


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("from 2024-05-03 on", [date(2024, 5, 3)]),
        ("3.5.2024 og 04.05.2024", [date(2024, 5, 3), date(2024, 5, 4)]),
        ("den 3. mai 2024", [date(2024, 5, 3)]),
        ("3 maj 2024", [date(2024, 5, 3)]),
        ("3. toukokuuta 2024", [date(2024, 5, 3)]),
        ("in May 2024", [date(2024, 5, 31)]),
        ("May 3, 2024", [date(2024, 5, 3)]),
        ("31.2.2024", []),
        ("1.234.2024 and 12 people", []),
    ],
)
def test_days_are_read_as_people_write_them(words: str, days: list[date]) -> None:
    assert days_in(words) == days


@pytest.mark.parametrize(
    ("words", "until"),
    [("2024", date(2024, 12, 31)), ("12/2024", date(2024, 12, 31)), ("until further notice", None)],
)
def test_validity_may_be_a_year(words: str, until: date | None) -> None:
    assert last_day_of(words) == until


def test_days_of_the_last_two_years_are_news_that_is_old(page: ContentPage) -> None:
    today = timezone.localdate()
    for days, warned in ((-30, True), (30, False), (-900, False)):
        day = today + timedelta(days=days)
        with_body(page, block("paragraph", f"<p>We meet on {day:%Y-%m-%d}.</p>"))
        assert bool(found(page, Kind.DATE)) is warned, days


def test_when_a_page_appears_and_disappears(page: ContentPage) -> None:
    page.live = False
    page.go_live_at = timezone.now() - timedelta(days=1)
    page.expire_at = timezone.now() - timedelta(hours=1)
    assert len(found(page, Kind.DATE)) == 2


def test_an_article_from_the_future(practice: Practice) -> None:
    index = home_of(practice).add_child(instance=ArticleIndexPage(title="Articles", slug="a"))
    today = timezone.localdate()
    article = index.add_child(instance=ArticlePage(title="A", slug="b", published_on=today))
    article.lead = f"Written in 2020, looked at again on {today - timedelta(days=40)}."
    assert found(article, Kind.DATE) == []
    article.published_on = today + timedelta(days=30)
    assert [place for place, _what in found(article, Kind.DATE)] == ["published_on"]


def test_the_page_in_the_source_language_names_what_is_missing() -> None:
    practice = make_practice(languages=("nb", "en", "sv"))
    home = home_of(practice)
    page = publish(home.add_child(instance=ContentPage(title="Om", slug="om")))
    translated = page.copy_for_translation(home_of(practice, "en").locale)
    assert found(page, Kind.LANGUAGE) == [
        ("", "Readers do not find this page in: English, Swedish.")
    ]
    publish(translated)
    assert found(page, Kind.LANGUAGE) == [("", "Readers do not find this page in: Swedish.")]
    assert found(translated, Kind.LANGUAGE) == []


def link(to: str) -> dict[str, Any]:
    return block("paragraph", f"<p><a {to}>there</a></p>")


def test_links_to_pages(practice: Practice, page: ContentPage) -> None:
    home = home_of(practice)
    live = publish(home.add_child(instance=ContentPage(title="Live", slug="live")))
    draft = home.add_child(instance=ContentPage(title="Draft", slug="draft", live=False))
    other = make_practice("tankelage", hostname="b.test", languages=("sv",), default=False)
    for key, says in (
        (live.pk, []),
        (draft.pk, ["A page that is linked is not published."]),
        (home_of(other, "sv").pk, ["A page that is linked belongs to another website."]),
        (987_654, ["A page that is linked is gone."]),
    ):
        with_body(page, link(f'linktype="page" id="{key}"'))
        assert [what for _place, what in found(page, Kind.LINK)] == says
        with_body(page, block("call_to_action", {"text": "A", "label": "B", "page": key}))
        assert [what for _place, what in found(page, Kind.LINK)] == says


def test_links_to_documents(page: ContentPage) -> None:
    document = get_document_model().objects.create(title="Paper", file="paper.pdf")
    with_body(page, link(f'linktype="document" id="{document.pk}"'))
    assert found(page, Kind.LINK) == []
    document.delete()
    assert found(page, Kind.LINK) == [("paragraph-1", "A document that is linked is gone.")]


@pytest.mark.parametrize(
    ("href", "dead"),
    [
        ("/nb/live/", False),
        ("/nb/live", False),
        ("http://testserver/nb/live/?a=1#b", False),
        ("/nb/nowhere/", True),
        ("http://testserver/nb/nowhere/", True),
        ("/nb/old/", False),
        ("/en/live/", True),
        ("/sitemap.xml", False),
        ("/nothing-of-ours", True),
        ("https://example.org/nb/nowhere/", False),
        ("mailto:post@example.org", False),
        ("#part", False),
    ],
)
def test_typed_addresses_of_the_own_host(
    practice: Practice, page: ContentPage, href: str, *, dead: bool
) -> None:
    live = publish(home_of(practice).add_child(instance=ContentPage(title="L", slug="live")))
    Redirect.add_redirect("/nb/old/", live, site=practice.site)
    with_body(page, link(f'href="{href}"'))
    assert bool(found(page, Kind.LINK)) is dead


def test_a_service_tells_its_facts(practice: Practice) -> None:
    index = home_of(practice).add_child(instance=ServiceIndexPage(title="S", slug="s"))
    service = index.add_child(instance=ServicePage(title="Group", slug="group"))
    assert [place for place, _ in found(service, Kind.FACTS)] == ["minutes_min", "formats"]
    service.minutes_min, service.formats = 90, ["group"]
    assert found(service, Kind.FACTS) == []


def test_a_supervisor_shows_face_and_training(practice: Practice) -> None:
    index = home_of(practice).add_child(instance=SupervisorIndexPage(title="P", slug="p"))
    person = index.add_child(instance=SupervisorPage(title="Kari", slug="k", profession="Nurse"))
    assert [place for place, _ in found(person, Kind.FACTS)] == ["picture", "credentials"]
    person.picture_id = 1
    person.credentials = [block("credential", {"title": "Training", "valid_until": "2020"})]
    assert found(person, Kind.FACTS) == []
    assert found(person, Kind.DATE) == [("credential-1", "“Valid until 2020” has passed.")]


@pytest.mark.parametrize(
    ("model", "place"),
    [(ContactPage, "routes"), (PricesPage, "prices"), (QuestionsPage, "questions")],
)
def test_pages_whose_point_is_missing(practice: Practice, model: type[Page], place: str) -> None:
    page = home_of(practice).add_child(instance=model(title="A", slug="a"))
    assert [where for where, _what in found(page, Kind.FACTS)] == [place]


def test_the_home_page_names_missing_legal_pages(practice: Practice) -> None:
    home = home_of(practice)
    make_practice("tankelage", hostname="b.test", languages=("sv",), default=False)
    assert len(found(home, Kind.LEGAL)) == 1
    for kind in LegalPage.Kind:
        text = "<p>Read by somebody who knows.</p>"
        page = LegalPage(title=kind, slug=kind, kind=kind, text=text)
        publish(home.add_child(instance=page))
    assert found(home, Kind.LEGAL) == []


def test_a_course_needs_terms_in_its_language() -> None:
    practice = make_practice()
    pages = make_course_pages(practice)
    assert found(pages["en"], Kind.SALE) == []
    Page.objects.filter(slug="terms", locale=pages["en"].locale).update(live=False)
    assert len(found(pages["en"], Kind.SALE)) == 1
    assert found(pages["nb"], Kind.SALE) == []


def test_dates_that_disagree_about_vat() -> None:
    practice = make_practice()
    pages = make_course_pages(practice)
    make_offering(practice, course=pages["nb"].course, vat_treatment="not_registered")
    assert found(pages["nb"], Kind.SALE) == []
    make_offering(practice, vat_treatment="rate", vat_rate=2500)
    assert len(found(pages["nb"], Kind.SALE)) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_many_pages_are_checked_with_as_many_queries_as_one(
    practice: Practice, number: int, django_assert_num_queries: Any
) -> None:
    home = home_of(practice)
    links = (link(f'linktype="page" id="{home.pk}"'), link('href="/nb/old/"'))
    pages = [
        home.add_child(instance=with_body(MethodPage(title=f"M{n}", slug=f"m{n}"), *GOOD, *links))
        for n in range(number)
    ]
    pages = [MethodPage.objects.get(pk=page.pk) for page in pages]
    around = Surroundings.of_practice(practice)
    with django_assert_num_queries(3):
        check_pages(pages, around)


def test_a_draft_is_no_link_to_itself(page: ContentPage) -> None:
    page.live = False
    page.save()
    assert found(page, Kind.LINK) == []
