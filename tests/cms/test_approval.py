"""Where an owner approves, editors submit and owners publish; elsewhere nobody is asked."""

from typing import Any

from django.core import mail
from django.test import Client

from wagtail.models import WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

import pytest

from cms.models import ContentPage, Practice, Role
from cms.users.models import User
from tests.factories import home_of, make_practice, make_user, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice(owner_approves=True)


def member(practice: Practice, role: str) -> tuple[User, Client]:
    user = make_user(practice=practice, role=role)
    client = Client()
    client.force_login(user)
    return user, client


def make_page(practice: Practice) -> ContentPage:
    page = ContentPage(title="About", slug="about")
    return publish(home_of(practice).add_child(instance=page))


def post(client: Client, page: ContentPage, action: str, **facts: Any) -> None:
    data = {
        "title": page.title,
        "slug": page.slug,
        "body": streamfield([]),
        "comments": inline_formset([]),
        **facts,
        f"action-{action}": "1",
    }
    client.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(data))
    page.refresh_from_db()


def test_without_approval_nobody_is_asked(practice: Practice) -> None:
    practice.owner_approves = False
    practice.save()
    page = make_page(practice)
    editor, client = member(practice, Role.EDITOR)
    assert page.has_workflow is False
    assert page.permissions_for_user(editor).can_publish()
    post(client, page, "publish", title="New")
    assert page.title == "New"


def test_an_editor_submits_and_an_owner_publishes(practice: Practice) -> None:
    page = make_page(practice)
    editor, editing = member(practice, Role.EDITOR)
    _owner, owning = member(practice, Role.OWNER)
    assert not page.permissions_for_user(editor).can_publish()
    asked = page.get_workflow().name
    assert practice.name in asked
    assert asked in editing.get(f"/admin/pages/{page.pk}/edit/").text
    post(editing, page, "publish", title="New")
    assert page.title == "About"
    post(editing, page, "submit", title="New")
    state = page.current_workflow_task_state
    approve = f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/"
    editing.post(approve)
    page.refresh_from_db()
    assert page.title == "About"
    assert "New" in owning.get("/admin/").content.decode()
    owning.post(approve)
    page.refresh_from_db()
    assert page.title == "New"


def test_owners_are_told_and_others_are_not(practice: Practice) -> None:
    page = make_page(practice)
    other = make_practice("tankelage", hostname="b.test", languages=("sv",), default=False)
    member(other, Role.OWNER)
    make_user("root@example.org", is_superuser=True)
    owner, _client = member(practice, Role.OWNER)
    _editor, editing = member(practice, Role.EDITOR)
    post(editing, page, "submit", title="New")
    assert [letter.to for letter in mail.outbox] == [[owner.email]]


def test_owners_of_others_see_nothing_of_it(practice: Practice) -> None:
    page = make_page(practice)
    other = make_practice(
        "tankelage", hostname="b.test", languages=("sv",), default=False, owner_approves=True
    )
    _stranger, theirs = member(other, Role.OWNER)
    _editor, editing = member(practice, Role.EDITOR)
    post(editing, page, "submit", title="Wait for us")
    state = page.current_workflow_task_state
    assert "Wait for us" not in theirs.get("/admin/").content.decode()
    for address in (
        f"/admin/pages/workflow/action/{page.pk}/approve/{state.pk}/",
        f"/admin/pages/{page.pk}/workflow_history/",
        f"/admin/pages/workflow/confirm_cancellation/{page.pk}/",
    ):
        assert theirs.get(address).status_code == 404
        assert theirs.post(address).status_code == 404


def test_switching_it_off_lets_go_of_what_waits(practice: Practice) -> None:
    page = make_page(practice)
    editor, editing = member(practice, Role.EDITOR)
    post(editing, page, "submit", title="New")
    sent_back = publish(home_of(practice).add_child(instance=ContentPage(title="Other")))
    post(editing, sent_back, "submit", title="Newer")
    sent_back.current_workflow_task_state.reject()
    practice.owner_approves = False
    practice.save()
    page = ContentPage.objects.get(pk=page.pk)
    assert [state.status for state in WorkflowState.objects.all()] == ["cancelled"] * 2
    assert (page.has_workflow, page.locked) == (False, False)
    assert page.permissions_for_user(User.objects.get(pk=editor.pk)).can_publish()
    practice.owner_approves = True
    practice.save()
    assert ContentPage.objects.get(pk=page.pk).has_workflow


def test_home_pages_of_new_languages_are_approved_too(practice: Practice) -> None:
    homes = [home_of(practice, code) for code in ("nb", "en")]
    assert [home.get_workflow() is not None for home in homes] == [True, True]
