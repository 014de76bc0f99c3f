"""Where wagtail-localize lets editors fall, and what keeps them from it."""

from io import StringIO
from typing import Any

from django.core.management import call_command
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone

from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import ContentPage, Practice, Role
from cms.translation_states import State, cells_of
from tests.cms.test_permissions import translator
from tests.cms.translating import (
    ENGLISH,
    change,
    fill_in,
    make_about,
    make_translated,
    press,
    send,
    source_of,
)
from tests.factories import home_of, locale, make_practice, make_user, publish
from tests.logging_in import logged_in

pytestmark = pytest.mark.django_db


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
def owner(practice: Practice) -> Client:
    return logged_in(make_user(practice=practice, role=Role.OWNER))


def said(client: Client) -> str:
    return " ".join(client.get("/admin/account/").text.split())


def live(*pages: Page) -> list[bool]:
    return [Page.objects.get(pk=page.pk).live for page in pages]


def rename(editor: Client, translation: Translation, title: str) -> Any:
    segment = translation.source.stringsegment_set.get(context__path="title")
    return editor.put(
        f"/admin/localize/translate/{translation.pk}/strings/{segment.pk}/edit/",
        data=f"value={title}",
        content_type="application/x-www-form-urlencoded",
    )


# Rights.


def test_nobody_publishes_a_translation_without_the_right_to_w7(
    practice: Practice, commit: Any
) -> None:
    translation = send(make_about(practice))
    client = logged_in(translator(home_of(practice, "en"), "add_page", "change_page"))
    target = translation.get_target_instance()
    assert rename(client, translation, "About us").status_code == 201
    with commit(execute=True):
        press(client, target, action="publish")
    assert live(target) == [False]


# After an update.


def test_an_update_leaves_no_notice_and_makes_nothing_stale_w9(
    editor: Client, practice: Practice, commit: Any
) -> None:
    page, english = make_translated(practice, commit)
    notice = "The data model for"
    assert notice not in editor.get(f"/admin/pages/{english.pk}/edit/").text
    MigrationRecorder.Migration.objects.create(
        app="cms", name="0002_another_field", applied=timezone.now()
    )
    assert notice in editor.get(f"/admin/pages/{english.pk}/edit/").text
    out = StringIO()
    call_command("refresh_translations", stdout=out)
    assert out.getvalue() == "Brought up to date for translating: 1.\n"
    assert notice not in editor.get(f"/admin/pages/{english.pk}/edit/").text
    (cell,) = cells_of([page], [locale("en")])[page.pk]
    assert cell.state == State.LIVE
    call_command("refresh_translations", stdout=out)
    assert out.getvalue().endswith(": 0.\n")


def test_one_source_that_cannot_be_read_keeps_no_other_from_it_w9(
    practice: Practice, commit: Any
) -> None:
    make_translated(practice, commit)
    other = ContentPage(title="Kontakt", slug="kontakt", locale=locale("nb"))
    send(publish(home_of(practice).add_child(instance=other)))
    TranslationSource.objects.update(schema_version="0000_before")
    TranslationSource.objects.filter(object_repr="Om oss").update(content_json="{")
    out, err = StringIO(), StringIO()
    call_command("refresh_translations", stdout=out, stderr=err)
    assert out.getvalue() == "Brought up to date for translating: 1.\n"
    assert "JSONDecodeError" in err.getvalue()


# Moving, unpublishing, deleting.


def make_section(practice: Practice, *codes: str) -> dict[str, Page]:
    """A page in Norwegian and in these languages, to move others under."""
    section = ContentPage(title="Mer", slug="mer", locale=locale("nb"))
    pages = {"nb": publish(home_of(practice).add_child(instance=section))}
    for code in codes:
        pages[code] = publish(pages["nb"].copy_for_translation(locale(code)))
    return pages


def test_translations_move_with_their_source_w10(
    owner: Client, practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    section = make_section(practice, "en")
    owner.post(f"/admin/pages/{pages[0].pk}/move/{section['nb'].pk}/confirm/")
    parents = [Page.objects.get(pk=page.pk).get_parent().pk for page in pages]
    assert parents == [section["nb"].pk, section["en"].pk]


def test_a_source_does_not_move_where_its_translations_cannot_w10(
    owner: Client, practice: Practice, commit: Any
) -> None:
    page, _english = make_translated(practice, commit)
    section = make_section(practice)
    owner.post(f"/admin/pages/{page.pk}/move/{section['nb'].pk}/confirm/")
    assert Page.objects.get(pk=page.pk).get_parent() == Page.objects.get(pk=home_of(practice).pk)
    assert "could not follow it: About us (English)" in said(owner)


def test_a_source_does_not_move_where_a_translations_address_is_taken_w10(
    owner: Client, practice: Practice, commit: Any
) -> None:
    page, english = make_translated(practice, commit)
    section = make_section(practice, "en")
    section["en"].add_child(instance=ContentPage(title="Other", slug=english.slug))
    owner.post(f"/admin/pages/{page.pk}/move/{section['nb'].pk}/confirm/")
    assert Page.objects.get(pk=page.pk).depth == 3
    assert "the same address" in said(owner)


def test_translations_are_unpublished_with_their_source_w10(
    editor: Client, practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    editor.post(f"/admin/pages/{pages[0].pk}/unpublish/")
    assert live(*pages) == [False, False]


def test_nobody_unpublishes_translations_that_he_may_not_w10_w7(
    practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    client = logged_in(translator(home_of(practice), "add_page", "change_page", "publish_page"))
    client.post(f"/admin/pages/{pages[0].pk}/unpublish/")
    assert live(*pages) == [True, True]
    assert "you may not change all of them" in said(client)


def test_translations_go_when_the_time_of_their_source_is_up_w10(
    practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    pages[0].expire_at = timezone.now() - timezone.timedelta(minutes=1)
    Page.objects.filter(pk=pages[0].pk).update(expire_at=pages[0].expire_at)
    call_command("publish_scheduled")
    assert live(*pages) == [False, False]


def test_translations_are_deleted_with_their_source_w10(
    owner: Client, practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    asked = owner.get(f"/admin/pages/{pages[0].pk}/delete/").text
    assert "1 translation" in asked
    owner.post(f"/admin/pages/{pages[0].pk}/delete/")
    assert Page.objects.filter(pk__in=[page.pk for page in pages]).count() == 0
    assert Page.find_problems() == ([], [], [], [], [])


def test_nobody_deletes_translations_that_he_may_not_w10_w7(
    practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    everything = ("add_page", "change_page", "publish_page", "bulk_delete_page")
    client = logged_in(translator(home_of(practice), *everything))
    client.post(f"/admin/pages/{pages[0].pk}/delete/")
    assert live(*pages) == [True, True]


@pytest.mark.parametrize("action", ["unpublish", "delete", "move"])
def test_many_at_once_leave_no_translation_behind_w10(
    owner: Client, practice: Practice, commit: Any, action: str
) -> None:
    pages = make_translated(practice, commit)
    section = make_section(practice, "en")
    owner.post(
        f"/admin/bulk/wagtailcore/page/{action}/?id={pages[0].pk}",
        {"include_descendants": "", "chooser": section["nb"].pk},
    )
    assert live(*pages) == [True, True]
    assert [Page.objects.get(pk=page.pk).depth for page in pages] == [3, 3]
    assert "left behind: About us (English)" in said(owner)


def test_a_translation_comes_and_goes_by_itself(
    editor: Client, practice: Practice, commit: Any
) -> None:
    pages = make_translated(practice, commit)
    editor.post(f"/admin/bulk/wagtailcore/page/unpublish/?id={pages[1].pk}", {})
    assert live(*pages) == [True, False]


# What cannot be stored.


def test_sending_for_translation_says_when_it_cannot_be_stored_w12(
    editor: Client, practice: Practice
) -> None:
    page = make_about(practice)
    ContentPage.objects.filter(pk=page.pk).update(title="")
    answer = editor.post(f"/admin/localize/submit/page/{page.pk}/", {"locales": [locale("en").pk]})
    assert answer.status_code == 200
    assert "Nothing was sent for translation" in answer.text
    assert "successfully" not in answer.text
    assert Translation.objects.count() == 0
    assert Page.objects.filter(translation_key=page.translation_key).count() == 1


def test_bringing_up_to_date_says_what_could_not_be_published_w12(
    editor: Client, practice: Practice, commit: Any
) -> None:
    page, _english = make_translated(practice, commit)
    StringTranslation.objects.filter(context__path="title").update(data="x" * 300)
    change(page, lead="Vi er tre.")
    editor.post(f"/admin/localize/update/{source_of(page).pk}/", {})
    words = said(editor)
    assert "cannot be published as they are. English, Title:" in words
    assert "Successfully" not in words


def test_publishing_says_which_piece_cannot_be_stored_w12(
    editor: Client, practice: Practice, commit: Any
) -> None:
    translation = send(make_about(practice))
    target = translation.get_target_instance()
    rename(editor, translation, "x" * 300)
    with commit(execute=True):
        press(editor, target, action="publish")
    assert live(target) == [False]
    title = StringTranslation.objects.get(context__path="title")
    assert (title.has_error, "at most 255 characters" in title.field_error) == (True, True)
    assert "New validation errors" in said(editor)


# Locks and moderation.


def test_nothing_is_written_while_somebody_else_has_locked_the_page_w13(
    editor: Client, practice: Practice, commit: Any
) -> None:
    translation = send(make_about(practice))
    fill_in(translation, ENGLISH)
    target = translation.get_target_instance()
    target.locked = True
    target.locked_by = make_user(practice=practice, role=Role.OWNER)
    target.locked_at = timezone.now()
    target.save()
    address = f"/admin/localize/translate/{translation.pk}"
    before = list(StringTranslation.objects.values_list("data", flat=True))
    assert rename(editor, translation, "Something else").status_code == 423
    for verb in ("disable", "machine_translate", "pofile/upload"):
        assert editor.post(f"{address}/{verb}/").status_code == 302
    with commit(execute=True):
        press(editor, target, action="publish")
    translation.refresh_from_db()
    assert (live(target), translation.enabled) == ([False], True)
    assert list(StringTranslation.objects.values_list("data", flat=True)) == before
    assert "This page is locked" in said(editor)


def test_who_locked_a_page_goes_on_with_it_w13(practice: Practice, commit: Any) -> None:
    translation = send(make_about(practice))
    target = translation.get_target_instance()
    user = make_user(practice=practice, role=Role.EDITOR)
    target.locked, target.locked_by, target.locked_at = True, user, timezone.now()
    target.save()
    assert rename(logged_in(user), translation, "About us").status_code == 201


def test_what_waits_for_approval_is_not_published_round_it_w13(
    editor: Client, practice: Practice, commit: Any
) -> None:
    translation = send(make_about(practice))
    target = translation.get_target_instance()
    workflow = Workflow.objects.create(name="Another pair of eyes")
    WorkflowTask.objects.create(
        workflow=workflow, task=GroupApprovalTask.objects.create(name="The owner reads it")
    )
    workflow.start(target, make_user(practice=practice, role=Role.OWNER))
    with commit(execute=True):
        press(editor, target, action="publish")
    assert live(target) == [False]
    assert rename(editor, translation, "About us").status_code == 423
    assert "waits for somebody" in said(editor)
