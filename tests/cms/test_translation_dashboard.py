"""All pages against all languages: what a cell says, what can be done, in how few queries."""

import re
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from wagtail.models import Page
from wagtail.users.models import UserProfile

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import ContentPage, Practice, Role, SourceChange
from cms.translation_states import Next, State, cells_of
from tests.cms.translating import (
    BODY,
    ENGLISH,
    change,
    fill_in,
    make_about,
    make_translated,
    press,
    publish_translation,
    send,
    source_of,
    with_body,
)
from tests.factories import home_of, locale, make_course_pages, make_practice, make_user, publish

pytestmark = pytest.mark.django_db

ADDRESS = "/admin/reports/translations/"


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def editor(practice: Practice, client: Client) -> Client:
    user = make_user(practice=practice, role=Role.EDITOR)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client


@pytest.fixture
def commit(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    return django_capture_on_commit_callbacks


def cell_of(page: Page, code: str = "en") -> Any:
    (cell,) = cells_of([page], [locale(code)])[page.pk]
    return cell


def told(page: Page) -> tuple[State, Next | None, int]:
    cell = cell_of(page)
    return cell.state, cell.next, cell.waiting


def test_each_state_and_what_comes_next(practice: Practice, commit: Any) -> None:
    page = make_about(practice)
    assert told(page) == (State.MISSING, Next.TRANSLATE, 0)
    translation = send(page)
    assert told(page) == (State.DRAFT, Next.CONTINUE, 6)
    fill_in(translation, ENGLISH)
    assert told(page) == (State.DRAFT, Next.PUBLISH, 0)
    english = publish_translation(translation, commit)
    assert told(page) == (State.LIVE, None, 0)
    change(page, lead="Vi er tre.")
    assert told(page) == (State.STALE, Next.UPDATE, 0)
    translation.enabled = False
    translation.save()
    assert told(page) == (State.DETACHED, Next.REATTACH, 0)
    translation.delete()
    Page.objects.filter(pk=english.pk).update(alias_of=page)
    assert told(page) == (State.ALIAS, Next.TRANSLATE, 0)


def test_what_has_changed_is_named_with_its_place(practice: Practice, commit: Any) -> None:
    page, _english = make_translated(practice, commit)
    heading, paragraph = BODY
    body = with_body(
        page,
        {**heading, "value": "Hvem er vi?"},
        {**paragraph, "value": "<p>To veiledere.</p><p>I Bergen.</p><p>Og på <b>nett</b>.</p>"},
    )
    change(page, lead="", body=body, scene="fjord")
    with override("en"):
        changes = cell_of(page).changes
    assert sorted((each.where, each.was, each.now) for each in changes) == [
        ("Body › Heading", "Hvem vi er", "Hvem er vi?"),
        ("Body › Text", "", "Og på nett."),
        ("Drawn picture", "", ""),
        ("Lead", "Vi er to.", ""),
    ]


def test_publishing_without_a_change_makes_nothing_stale(practice: Practice, commit: Any) -> None:
    page, _english = make_translated(practice, commit)
    change(page)
    assert told(page) == (State.LIVE, None, 0)
    change(page, lead="Vi er tre.")
    change(page, lead="Vi er to.")
    assert told(page) == (State.LIVE, None, 0)
    assert SourceChange.objects.count() == 0


def test_taken_over_it_stays_stale_until_it_is_translated_and_published(
    editor: Client, practice: Practice, commit: Any
) -> None:
    page, english = make_translated(practice, commit)
    change(page, lead="Vi er tre.")
    source = source_of(page)
    with commit(execute=True):
        editor.post(f"/admin/localize/update/{source.pk}/", {})
    assert told(page) == (State.STALE, Next.CONTINUE, 1)
    with override("en"):
        (waiting,) = cell_of(page).changes
    assert (waiting.where, waiting.now) == ("Lead", "Vi er tre.")
    translation = source.translations.get()
    fill_in(translation, {"Vi er tre.": "There are three of us."})
    assert told(page) == (State.STALE, Next.PUBLISH, 0)
    with commit(execute=True):
        press(editor, english, action="publish")
    assert told(page) == (State.LIVE, None, 0)
    english.refresh_from_db()
    assert english.lead == "There are three of us."


def test_taking_over_nothing_new_makes_nothing_stale(
    editor: Client, practice: Practice, commit: Any
) -> None:
    page, _english = make_translated(practice, commit)
    with commit(execute=True):
        editor.post(f"/admin/localize/update/{source_of(page).pk}/", {})
    assert told(page) == (State.LIVE, None, 0)


def test_draft_changes_are_shown_beside_the_state(practice: Practice, commit: Any) -> None:
    page, english = make_translated(practice, commit)
    english.save_revision()
    Page.objects.filter(pk=english.pk).update(has_unpublished_changes=True)
    cell = cell_of(page)
    assert (cell.state, cell.draft_changes, cell.next) == (State.LIVE, True, Next.PUBLISH)


def rows(answer: Any) -> list[str]:
    return [re.sub(r"\s+", " ", row) for row in re.findall(r"<tr>(.*?)</tr>", answer.text, re.S)]


def titles(answer: Any) -> list[str]:
    return [row.draft_title for row in answer.context["table"].data]


def test_the_report_shows_the_tree_and_leads_on(
    editor: Client, practice: Practice, commit: Any
) -> None:
    page, _english = make_translated(practice, commit)
    change(page, lead="Vi er tre.")
    answer = editor.get(ADDRESS)
    assert titles(answer) == ["Steinlia nb", "Terms nb", "Om oss"]
    assert [row.indent for row in answer.context["table"].data] == [0, 1, 1]
    source = source_of(page)
    assert f'href="/admin/localize/update/{source.pk}/?next=' in answer.text
    assert "<del>Vi er to.</del>" in answer.text
    assert "Bring back into step" in answer.text


def test_what_is_missing_leads_to_translating_once_the_page_above_is_there(
    editor: Client, practice: Practice
) -> None:
    page = make_about(practice)
    below = page.add_child(instance=ContentPage(title="Under", slug="under"))
    body = editor.get(ADDRESS).text
    assert f'href="/admin/localize/submit/page/{page.pk}/?select_locale=en"' in body
    assert f"/admin/localize/submit/page/{below.pk}/" not in body
    assert "The page above comes first" in body


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=missing", ["Under"]),
        ("state=missing&language=en", ["Under"]),
        ("state=stale", ["Om oss"]),
        ("state=detached", ["Steinlia nb", "Terms nb"]),
        ("state=live", []),
        ("state=draft&language=en", []),
        ("state=changes", []),
        ("q=about", ["Om oss"]),
        ("q=Under", ["Under"]),
    ],
)
def test_filters_and_search(
    editor: Client, practice: Practice, commit: Any, query: str, found: list[str]
) -> None:
    page, _english = make_translated(practice, commit)
    change(page, lead="Vi er tre.")
    page.add_child(instance=ContentPage(title="Under", slug="under"))
    assert titles(editor.get(f"{ADDRESS}?{query}")) == found


def test_filter_by_type(editor: Client, practice: Practice) -> None:
    make_about(practice)
    key = ContentType.objects.get_for_model(ContentPage).pk
    assert titles(editor.get(f"{ADDRESS}?content_type={key}")) == ["Om oss"]


def test_a_page_that_the_source_language_lacks_has_its_row(
    editor: Client, practice: Practice
) -> None:
    home = home_of(practice, "en")
    home.add_child(instance=ContentPage(title="Only English", slug="only", locale=locale("en")))
    answer = editor.get(ADDRESS)
    assert titles(answer) == ["Steinlia nb", "Terms nb", "Only English"]


def test_nobody_sees_the_pages_of_another_practice(editor: Client, practice: Practice) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    for query in ("", f"?practice={other.pk}", "?q=Tankelage"):
        answer = editor.get(ADDRESS + query)
        assert "Tankelage" not in answer.text.replace('value="Tankelage"', "")
    stranger = Client()
    stranger.force_login(make_user(practice=other, role=Role.OWNER))
    assert titles(stranger.get(f"{ADDRESS}?practice={practice.pk}")) == ["Tankelage sv", "Terms sv"]


def test_an_administrator_chooses_the_practice(client: Client, practice: Practice) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    client.force_login(make_user(is_superuser=True))
    assert titles(client.get(ADDRESS)) == ["Steinlia nb", "Terms nb"]
    assert titles(client.get(f"{ADDRESS}?practice={other.pk}")) == ["Tankelage sv", "Terms sv"]


def test_there_is_one_report_of_translations(editor: Client) -> None:
    menu = editor.get("/admin/").text
    assert ADDRESS in menu
    assert "/admin/localize/reports/translations/" not in menu


def test_as_many_queries_for_three_rows_as_for_one(
    editor: Client, practice: Practice, commit: Any
) -> None:
    def add(number: int) -> None:
        """A page whose live translation lacks its title, and whose source has changed."""
        page = ContentPage(title=f"Om oss {number}", slug=f"om-oss-{number}", lead="Vi er to.")
        page = publish(home_of(practice).add_child(instance=page))
        translation = send(page)
        fill_in(translation, ENGLISH)
        publish_translation(translation, commit)
        if number % 2:
            change(page, lead="Vi er tre.")

    add(0)
    add(1)
    editor.get(ADDRESS)

    def queries(query: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            answer = editor.get(f"{ADDRESS}?{query}")
        assert titles(answer)
        return len(captured)

    one = queries("q=Om+oss+0")
    for number in (2, 3, 4):
        add(number)
    assert len(titles(editor.get(f"{ADDRESS}?q=Om+oss"))) == 5
    assert queries("q=Om+oss") == one


def test_course_pages_have_their_rows_too(editor: Client, practice: Practice) -> None:
    make_course_pages(practice)
    assert "Group supervision nb" in titles(editor.get(ADDRESS))
