"""The warnings where editors meet them: in the page's editor, after publishing, in the report."""

from typing import Any

from django.test import Client

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield
from wagtail.users.models import UserProfile

import pytest

from cms.models import ContentPage, HomePage, Practice, Role
from cms.users.models import User
from tests.cms.translating import fill_in, press, send
from tests.factories import home_of, make_practice, make_user, publish

pytestmark = pytest.mark.django_db

BARE = [("heading", "Three principles")]


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb",))


def in_english(user: User) -> User:
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "en"})
    return user


@pytest.fixture
def client(practice: Practice) -> Client:
    client = Client()
    client.force_login(in_english(make_user(practice=practice, role=Role.EDITOR)))
    return client


def make_page(practice: Practice, title: str = "About", code: str = "nb") -> ContentPage:
    page = ContentPage(title=title, body=[{"type": "heading", "value": "Bare", "id": "b-1"}])
    return publish(home_of(practice, code).add_child(instance=page))


def data(page: ContentPage, **facts: Any) -> dict[str, Any]:
    return nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "body": streamfield(BARE),
            "comments": inline_formset([]),
            **facts,
        }
    )


def test_the_editor_shows_what_is_found_and_leads_to_its_block(
    practice: Practice, client: Client
) -> None:
    page = make_page(practice)
    body = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Nothing stands under a heading." in body
    assert 'href="#block-b-1-section"' in body


def test_a_new_page_has_room_for_what_is_found(practice: Practice, client: Client) -> None:
    """What the first saving finds is put there by the browser, without loading the page again."""
    address = f"/admin/pages/add/cms/contentpage/{home_of(practice).pk}/"
    body = client.get(address).content.decode()
    assert 'id="publishing-checks"' in body
    assert "Once the page is saved" in body


def test_saving_brings_the_warnings_up_to_date(practice: Practice, client: Client) -> None:
    page = make_page(practice)
    answer = client.post(
        f"/admin/pages/{page.pk}/edit/",
        data(page, body=streamfield([("heading", "A"), ("paragraph", rich_text("<p>B</p>"))])),
        headers={"Accept": "application/json"},
    )
    assert "Nothing to look at" in answer.json()["html"]


def test_publishing_is_not_stopped_but_says_what_was_found(
    practice: Practice, client: Client
) -> None:
    page = make_page(practice)
    answer = client.post(
        f"/admin/pages/{page.pk}/edit/",
        data(page, title="New", **{"action-publish": "1"}),
        follow=True,
    )
    page.refresh_from_db()
    assert page.title == "New"
    assert "There is 1 thing to look at on this page." in answer.content.decode()


def test_the_report_shows_own_pages_by_kind(practice: Practice, client: Client) -> None:
    other = make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)
    make_page(practice, "Ours")
    make_page(other, "Theirs")
    everything = client.get("/admin/reports/checks/").content.decode()
    bare = client.get("/admin/reports/checks/?kind=empty").content.decode()
    strange = client.get("/admin/reports/checks/?practice=tankelage").content.decode()
    home = HomePage.objects.get(pk=home_of(practice).pk).title
    assert [word in everything for word in ("Ours", home, "Theirs")] == [True, True, False]
    assert [word in bare for word in ("Ours", "legal pages are missing")] == [True, False]
    assert "Theirs" not in strange


@pytest.mark.parametrize("number", [1, 3])
def test_the_report_asks_as_much_for_many_pages_as_for_one(
    practice: Practice, client: Client, number: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(number):
        make_page(practice, f"Page {n}")
    client.get("/admin/reports/checks/")
    with django_assert_max_num_queries(100) as counted:
        client.get("/admin/reports/checks/")
    assert len(counted) == 20


@pytest.mark.django_db(transaction=True)
def test_a_translation_that_is_published_side_by_side_tells_what_to_look_at() -> None:
    practice = make_practice()
    client = Client()
    client.force_login(in_english(make_user(practice=practice, role=Role.EDITOR)))
    page = make_page(practice)
    translation = send(page)
    fill_in(translation, {"About": "About us", "Bare": "Bare in English"})
    target = translation.get_target_instance()
    press(client, target, action="publish")
    said = client.get(f"/admin/pages/{target.pk}/edit/").text
    assert "There is 1 thing to look at on this page." in said
    assert "/admin/reports/checks/" in said
