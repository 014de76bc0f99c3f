"""Searching: whose pages, in which language, and how kindly."""

import re

from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.test import Client

from wagtail.models import PageViewRestriction

import pytest

from cms import searching
from cms.models import Audience, BasePage, ContentPage, Practice, Role
from cms.search_backend import allow_for_typos
from tests.factories import home_of, locale, make_course_pages, make_practice, make_user, publish

pytestmark = pytest.mark.django_db
postgres = pytest.mark.postgres


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb", "sv", "fi", "da", "en"))


def add_page(practice: Practice, title: str, *texts: str, language: str = "nb") -> ContentPage:
    page = ContentPage(
        title=title,
        lead=texts[0] if texts else "",
        locale=locale(language),
        body=[("paragraph", f"<p>{text}</p>") for text in texts[1:]],
    )
    return publish(home_of(practice, language).add_child(instance=page))


def found(client: Client, words: str, *, language: str = "nb", **more: object) -> list[str]:
    response = client.get(f"/{language}/search/", {"q": words, **more})
    assert response.status_code == 200
    return re.findall(r"<h3><a href=\"[^\"]+\">([^<]+)</a></h3>", response.text)


def test_words_are_found_in_titles_leads_and_blocks(client: Client, practice: Practice) -> None:
    add_page(practice, "Gruppe", "Om kollegaer", "Vi møtes i Fagerheim.")
    for words in ("Gruppe", "kollegaer", "fagerheim", "gruppe Fagerheim"):
        assert found(client, words) == ["Gruppe"], words
    assert found(client, "gruppe Lofoten") == []


def test_a_result_shows_its_kind_and_its_lead(client: Client, practice: Practice) -> None:
    add_page(practice, "Om oss", "Vi er fire veiledere.", "Tekst om fjellet")
    page = client.get("/en/search/", {"q": "fjellet"}).text
    assert "We found nothing about “fjellet”" in page
    add_page(practice, "About us", "Four supervisors.", "About the mountain", language="en")
    page = client.get("/en/search/", {"q": "mountain"}).text
    assert "1 page found" in page
    assert "Content page" in page
    assert "<p>Four supervisors.</p>" in page
    assert '<meta name="robots" content="noindex, follow">' in page


def test_what_fits_best_comes_first(client: Client, practice: Practice) -> None:
    add_page(practice, "Kartbordet", "En metode", "Vi legger fram kartet.")
    add_page(practice, "Om oss", "Om huset", "Her står kartbordet, og mye annet står her også.")
    add_page(practice, "Stille", "Om stillhet", "Her står ingenting av det slaget.")
    assert found(client, "kartbordet") == ["Kartbordet", "Om oss"]


def test_editors_find_pages_by_the_beginning_of_a_word(client: Client, practice: Practice) -> None:
    page = add_page(practice, "Kartbordet")
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    listed = client.get("/admin/pages/", {"q": "kart"}).text
    assert f"/admin/pages/{page.pk}/edit/" in listed


def test_every_kind_of_page_offers_all_its_words() -> None:
    kinds = [model for model in apps.get_models() if issubclass(model, BasePage)]
    assert {"HomePage", "ContentPage", "SupervisorPage", "CoursePage", "TermsPage"} <= {
        kind.__name__ for kind in kinds
    }
    for kind in kinds:
        offered = {field.field_name for field in kind.get_searchable_search_fields()}
        assert {"title", "lead"} <= offered, kind
        own = {"body", "text", "for_whom", "credentials", "questions", "prices", "routes"}
        assert own & {field.name for field in kind._meta.get_fields()} <= offered, kind


@postgres
@pytest.mark.parametrize(
    ("language", "written", "asked"),
    [
        ("nb", "Gruppeveiledningen begynner", "gruppeveiledninger"),
        ("nb", "For kollegaene i gruppene", "kollegaer gruppe"),
        ("sv", "Handledningen för grupperna", "handledning grupp"),
        ("fi", "Työnohjauksessa tutkitaan omaa työtä", "työnohjaukseen"),
        ("da", "Supervisionen for lærerne", "supervision lærer"),
        ("en", "Supervising groups of nurses", "group supervise"),
    ],
)
def test_another_form_of_a_word_is_found(
    client: Client, practice: Practice, language: str, written: str, asked: str
) -> None:
    add_page(practice, "Page", "", written, language=language)
    page = client.get(f"/{language}/search/", {"q": asked})
    assert "<h3>" in page.text
    assert page.context["found"].nearly is False


@postgres
@pytest.mark.parametrize("asked", ["veiledning", "gruppeveildning", "gruppe veiledning"])
def test_a_part_of_a_word_or_a_slip_finds_what_comes_close(
    client: Client, practice: Practice, asked: str
) -> None:
    add_page(practice, "Gruppeveiledning", "For ansatte")
    add_page(practice, "Personvern", "Hva vi lagrer")
    response = client.get("/nb/search/", {"q": asked})
    assert [result.page.title for result in response.context["found"].results] == [
        "Gruppeveiledning"
    ]
    assert response.context["found"].nearly is True


@postgres
def test_where_pages_are_very_many_a_slip_finds_titles_alone(
    client: Client, practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST_PAGES_TO_COMPARE", 1)
    add_page(practice, "Gruppeveiledning", "For ansatte")
    add_page(practice, "Om oss", "Vi har gruppeveiledning")
    assert found(client, "gruppeveildning") == ["Gruppeveiledning"]
    monkeypatch.setattr(searching, "MOST_PAGES_TO_COMPARE", 100)
    assert len(found(client, "gruppeveildning")) == 2


@postgres
def test_without_the_extension_search_is_only_less_kind(client: Client, practice: Practice) -> None:
    add_page(practice, "Gruppeveiledning")
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm CASCADE")
    assert found(client, "gruppeveildning") == []
    assert found(client, "gruppeveiledning") == ["Gruppeveiledning"]


@postgres
def test_migrating_goes_on_where_extensions_may_not_be_added(
    practice: Practice, caplog: pytest.LogCaptureFixture
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP EXTENSION pg_trgm CASCADE")
        cursor.execute("CREATE ROLE nobody_much")
        cursor.execute("SET LOCAL ROLE nobody_much")
    allow_for_typos(apps.get_app_config("cms"), using="default")
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert "CREATE EXTENSION pg_trgm" in caplog.text


def test_shared_words_are_found_where_they_are_shown(client: Client, practice: Practice) -> None:
    nurses = Audience.objects.create(
        practice=practice, locale=locale("nb"), name="Sykepleiere", text="Dere som våker."
    )
    row = {"shared": nurses, "who": "", "text": ""}
    page = ContentPage(
        title="Om oss",
        locale=locale("nb"),
        body=[("audience_list", {"heading": "For hvem", "items": [row]})],
    )
    publish(home_of(practice).add_child(instance=page))
    assert found(client, "våker") == ["Om oss"]
    nurses.text = "Dere som hviler."
    nurses.save()
    assert found(client, "våker") == []
    assert found(client, "hviler") == ["Om oss"]


def test_nothing_of_another_practice_or_language_is_found(
    client: Client, practice: Practice
) -> None:
    other = make_practice("tankelage", hostname="tankelage.localhost", default=False)
    add_page(other, "Hemmelig fjord")
    add_page(practice, "Secret fjord", language="en")
    assert found(client, "fjord") == []
    assert found(client, "fjord", language="en") == ["Secret fjord"]


def test_nothing_that_is_not_public_is_found(client: Client, practice: Practice) -> None:
    private = add_page(practice, "Fjord for venner")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    publish(private.add_child(instance=ContentPage(title="Fjord innerst", locale=locale("nb"))))
    add_page(practice, "Fjord som er borte").unpublish()
    draft = ContentPage(title="Fjord i kladd", locale=locale("nb"), live=False)
    home_of(practice).add_child(instance=draft).save_revision()
    assert found(client, "fjord") == []


def test_words_of_a_draft_are_not_found_before_it_is_published(
    client: Client, practice: Practice
) -> None:
    page = add_page(practice, "Om oss", "Fire veiledere")
    page.lead = "Snart kommer vulkanen"
    page.save_revision()
    assert found(client, "vulkanen") == []
    assert found(client, "veiledere") == ["Om oss"]
    page.save_revision().publish()
    assert found(client, "vulkanen") == ["Om oss"]


def test_many_results_come_in_pages(client: Client, practice: Practice) -> None:
    for number in range(12):
        add_page(practice, f"Fjell {number}")
    first, second = found(client, "fjell"), found(client, "fjell", page=2)
    assert (len(first), len(second), len({*first, *second})) == (10, 2, 12)
    assert found(client, "fjell", page=99) == second
    response = client.get("/nb/search/", {"q": "fjell"})
    assert 'href="/nb/search/?q=fjell&amp;page=2"' in response.text


def test_results_cost_the_same_however_many_there_are(
    client: Client, practice: Practice, django_assert_max_num_queries
) -> None:
    add_page(practice, "Fjell 1")
    found(client, "fjell")
    counted = []
    for number in (1, 3):
        for extra in range(number - 1):
            add_page(practice, f"Fjell {extra + 2}")
        cache.clear()
        with django_assert_max_num_queries(15) as queries:
            assert len(found(client, "fjell")) == number
        counted.append(len(queries))
    assert counted[0] == counted[1]


@pytest.mark.parametrize(
    "nonsense",
    ["-", "&|!", "' OR 1=1 --", "a:*b", "og", "*", '"', "(((", "\\", "æ" * 100, "fjell -", "NOT"],
)
def test_nonsense_finds_nothing_and_breaks_nothing(
    client: Client, practice: Practice, nonsense: str
) -> None:
    add_page(practice, "Om oss")
    assert found(client, nonsense) == []


def test_what_cannot_be_asked_is_said(client: Client, practice: Practice) -> None:
    for words in ("x" * 101, "a\x00b"):
        response = client.get("/en/search/", {"q": words})
        assert (response.status_code, "field__errors" in response.text) == (200, True)
    assert client.get("/en/search/", {"q": "fjell", "page": "x"}).status_code == 200
    assert client.get("/en/search/").status_code == 200


def test_one_address_cannot_search_without_end(client: Client, practice: Practice) -> None:
    for _ in range(120):
        client.get("/en/search/", {"q": "-"})
    assert client.get("/en/search/", {"q": "-"}).status_code == 429
    assert client.get("/en/search/").status_code == 200


def test_a_language_that_the_practice_lacks_leads_to_its_own(client: Client) -> None:
    make_practice()
    response = client.get("/fi/search/?q=a")
    assert (response.status_code, response.headers["Location"]) == (302, "/nb/search/?q=a")


def test_every_page_leads_to_the_search(client: Client, practice: Practice) -> None:
    make_course_pages(practice)
    assert client.get("/nb/").text.count('href="/nb/search/"') == 2
