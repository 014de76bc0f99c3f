"""A page that was edited by hand is a translation again, and keeps its words."""

from typing import Any

from django.test import Client
from django.utils.translation import override

from wagtail_localize.models import StringTranslation, Translation

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import ContentPage, Practice, Role
from cms.reattaching import NotDetached, plan_reattaching, reattach
from cms.translation_states import Next, State, cells_of
from tests.cms.test_permissions import translator
from tests.cms.translating import BODY, change, make_about, make_translated, press, with_body
from tests.factories import home_of, locale, make_practice, make_user, publish
from tests.logging_in import logged_in

pytestmark = pytest.mark.django_db

HEADING, PARAGRAPH = BODY


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def commit(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Any:
    return django_capture_on_commit_callbacks


@pytest.fixture
def editor(practice: Practice) -> Client:
    return logged_in(make_user(practice=practice, role=Role.EDITOR))


@pytest.fixture
def pages(practice: Practice, commit: Any) -> tuple[ContentPage, ContentPage]:
    """A source, and its translation that somebody has stopped and edited by hand."""
    source, english = make_translated(practice, commit)
    Translation.objects.update(enabled=False)
    english = ContentPage.objects.get(pk=english.pk)
    english.title = "Who we two are"
    english.body = with_body(
        english,
        {**HEADING, "value": "Hello"},
        {**PARAGRAPH, "value": "<p>Two <b>good</b> supervisors.</p><p>In Bergen.</p>"},
    )
    return source, publish(english)


def brief(pieces: Any) -> list[tuple[str, str]]:
    return [(piece.where, piece.text) for piece in pieces]


def words_of(page: Any) -> dict[str, str]:
    rows = StringTranslation.objects.filter(
        context__object_id=page.translation_key, locale=page.locale
    )
    return dict(rows.values_list("translation_of__data", "data"))


def test_every_string_becomes_the_translation_of_its_counterpart_w14(
    pages: tuple[ContentPage, ContentPage], practice: Practice
) -> None:
    source, english = pages
    user = make_user(practice=practice, role=Role.EDITOR)
    reattach(page=english, user=user)
    assert words_of(english) == {
        "Om oss": "Who we two are",
        "om-oss": "about-us",
        "Vi er to.": "There are two of us.",
        "Hvem vi er": "Hello",
        "To veiledere.": "Two <b>good</b> supervisors.",
        "I Bergen.": "In Bergen.",
    }
    assert Translation.objects.get().enabled
    (cell,) = cells_of([source], [locale("en")])[source.pk]
    assert (cell.state, cell.next, cell.waiting) == (State.STALE, Next.PUBLISH, 0)


def test_visitors_see_the_same_before_and_after_it_is_published(
    editor: Client, pages: tuple[ContentPage, ContentPage], commit: Any
) -> None:
    _source, english = pages

    def shown() -> tuple[str, str]:
        page = ContentPage.objects.get(pk=english.pk)
        return page.title, str(page.body)

    before = shown()
    editor.post(f"/admin/translations/{english.pk}/reattach/")
    assert shown() == before
    with commit(execute=True):
        press(editor, english, action="publish")
    assert shown() == before
    assert ContentPage.objects.get(pk=english.pk).live


def test_what_has_no_counterpart_is_shown_and_kept_in_the_history_w14(
    editor: Client, pages: tuple[ContentPage, ContentPage], commit: Any
) -> None:
    _source, english = pages
    added = {"type": "heading", "id": "33333333-3333-4333-8333-333333333333", "value": "Only here"}
    english.body = with_body(
        english,
        {**HEADING, "value": "Hello"},
        {**PARAGRAPH, "value": "<p>Two.</p><p>And more.</p><p>In Bergen.</p>"},
        added,
    )
    english = publish(english)
    with override("en"):
        plan = plan_reattaching(english)
    assert brief(plan.lost) == [
        ("Body › Text", "Two."),
        ("Body › Text", "And more."),
        ("Body › Heading", "Only here"),
    ]
    assert brief(plan.open) == [("Body › Text", "To veiledere.")]
    asked = editor.get(f"/admin/translations/{english.pk}/reattach/").text
    assert "Only here" in asked
    assert Translation.objects.get().enabled is False
    editor.post(f"/admin/translations/{english.pk}/reattach/")
    with commit(execute=True):
        press(editor, english, action="publish")
    kept = [revision.as_object() for revision in english.revisions.all()]
    assert any("Only here" in str(page.body) for page in kept)
    assert "Only here" not in str(ContentPage.objects.get(pk=english.pk).body)


def test_drafts_are_kept_too(pages: tuple[ContentPage, ContentPage], practice: Practice) -> None:
    _source, english = pages
    english.lead = "A draft of a lead."
    english.save_revision()
    reattach(page=english, user=make_user(practice=practice, role=Role.EDITOR))
    assert words_of(english)["Vi er to."] == "A draft of a lead."


def test_what_the_source_has_won_since_waits_to_be_translated(
    pages: tuple[ContentPage, ContentPage], practice: Practice
) -> None:
    source, english = pages
    change(source, lead="Vi er tre.")
    kept = {piece.source_text: piece.text for piece in plan_reattaching(english).kept}
    assert kept["Vi er tre."] == "There are two of us."
    new = {**HEADING, "id": "44444444-4444-4444-8444-444444444444", "value": "Nytt"}
    change(source, body=with_body(source, HEADING, PARAGRAPH, new))
    with override("en"):
        plan = plan_reattaching(english)
    assert brief(plan.open) == [("Body › Heading", "Nytt")]


def test_a_value_of_its_own_that_follows_the_source_is_named(
    pages: tuple[ContentPage, ContentPage],
) -> None:
    _source, english = pages
    english.scene = "fjord"
    english = publish(english)
    with override("en"):
        lost = brief(plan_reattaching(english).lost)
    assert lost == [("Drawn picture", "A fjord in the morning")]


def test_links_of_its_own_are_kept(
    practice: Practice, commit: Any, pages: tuple[ContentPage, ContentPage]
) -> None:
    source, english = pages
    text = '<p>Se <a href="https://nb.example/">her</a>.</p>'
    change(source, body=with_body(source, HEADING, {**PARAGRAPH, "value": text}))
    own = '<p>Look <a href="https://en.example/">here</a>.</p>'
    english.body = with_body(english, HEADING, {**PARAGRAPH, "value": own})
    english = publish(english)
    translation = reattach(page=english, user=make_user(practice=practice, role=Role.EDITOR))
    with commit(execute=True):
        translation.save_target(publish=True)
    body = str(ContentPage.objects.get(pk=english.pk).body)
    assert 'Look <a href="https://en.example/">here</a>.' in body


def test_a_page_that_was_never_a_translation_becomes_one(practice: Practice) -> None:
    source = make_about(practice)
    english = publish(source.copy_for_translation(locale("en")))
    english.title = "About us"
    english = publish(english)
    reattach(page=english, user=make_user(practice=practice, role=Role.EDITOR))
    assert words_of(english)["Om oss"] == "About us"


def test_the_source_and_what_is_in_step_cannot_be_brought_back(
    editor: Client, practice: Practice, commit: Any
) -> None:
    source, english = make_translated(practice, commit)
    for page in (source, english):
        with pytest.raises(NotDetached):
            plan_reattaching(page)
        assert editor.get(f"/admin/translations/{page.pk}/reattach/").status_code == 404


def test_taking_up_a_stopped_translation_leads_there_w14(
    editor: Client, pages: tuple[ContentPage, ContentPage]
) -> None:
    _source, english = pages
    answer = press(editor, english, **{"localize-restart-translation": "on"})
    assert answer["Location"] == f"/admin/translations/{english.pk}/reattach/"
    assert Translation.objects.get().enabled is False


def test_it_takes_the_right_to_publish(
    pages: tuple[ContentPage, ContentPage], practice: Practice
) -> None:
    client = Client()
    client.force_login(translator(home_of(practice, "en"), "add_page", "change_page"))
    client.post(f"/admin/translations/{pages[1].pk}/reattach/")
    assert Translation.objects.get().enabled is False
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    client.force_login(make_user(practice=other, role=Role.OWNER))
    answer = client.post(f"/admin/translations/{pages[1].pk}/reattach/")
    assert answer.status_code == 404
