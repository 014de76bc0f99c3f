"""What one practice's editors reach of another's, through forms, choosers, copies and moves."""

from typing import Any

from django.core.files.base import ContentFile
from django.test import Client

from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Page
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

import pytest

from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    Audience,
    ContentPage,
    Practice,
    PracticeImage,
    Role,
    SupervisorIndexPage,
    SupervisorPage,
)
from cms.practice_groups import collection_of
from tests.factories import home_of, locale, make_practice, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb",))


@pytest.fixture
def other() -> Practice:
    return make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)


@pytest.fixture
def client(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    return client


def make_page(practice: Practice, title: str) -> ContentPage:
    return publish(home_of(practice).add_child(instance=ContentPage(title=title)))


def make_supervisor(practice: Practice, name: str) -> SupervisorPage:
    home = home_of(practice)
    index = SupervisorIndexPage.objects.child_of(home).first() or home.add_child(
        instance=SupervisorIndexPage(title="People", slug="people")
    )
    return publish(index.add_child(instance=SupervisorPage(title=name, profession="Nurse")))


def save(client: Client, page: Page, **facts: Any) -> bool:
    """Whether the page's form takes these facts."""
    data = {"title": page.title, "slug": page.slug, "comments": inline_formset([]), **facts}
    if "body" not in data:
        data["body"] = streamfield([])
    answer = client.post(f"/admin/pages/{page.pk}/edit/", nested_form_data(data))
    return answer.status_code == 302


def test_pages_of_others_are_not_shown_by_knowing_their_number(
    practice: Practice, other: Practice, client: Client
) -> None:
    page = make_page(practice, "Ours")
    for whose, taken in ((practice, True), (other, False)):
        key = home_of(whose).pk
        person = make_supervisor(whose, "Kari").pk
        link = {"type": "LINK", "mutability": "MUTABLE", "data": {"id": key, "parentId": None}}
        words = f'<p><a linktype="page" id="{key}">there</a></p>'
        assert link["data"]["id"] == key
        for block in (
            ("call_to_action", {"text": "A", "label": "B", "page": key}),
            ("supervisors", {"heading": "A", "people": _list(person)}),
            ("paragraph", rich_text(words)),
        ):
            assert save(client, page, body=streamfield([block])) is taken, block


def _list(*values: int) -> dict[str, Any]:
    return {
        "count": str(len(values)),
        **{
            str(n): {"value": str(value), "deleted": "", "order": str(n), "type": "item", "id": ""}
            for n, value in enumerate(values)
        },
    }


def test_an_article_has_an_author_of_its_own_practice(
    practice: Practice, other: Practice, client: Client
) -> None:
    index = home_of(practice).add_child(instance=ArticleIndexPage(title="Articles", slug="a"))
    article = publish(index.add_child(instance=ArticlePage(title="One", slug="one")))
    for whose, taken in ((practice, True), (other, False)):
        facts = {
            "author": make_supervisor(whose, "Kari").pk,
            "published_on": "2026-01-01",
            "topics": inline_formset([]),
        }
        assert save(client, article, **facts) is taken


def test_shared_words_of_others_are_not_taken(
    practice: Practice, other: Practice, client: Client
) -> None:
    page = make_page(practice, "Ours")
    for whose, taken in ((practice, True), (other, False)):
        words = Audience.objects.create(practice=whose, locale=locale("nb"), name="Nurses")
        row = {"shared": words.pk, "who": "", "text": ""}
        items = _list(0)
        items["0"]["value"] = row
        block = ("audience_list", {"heading": "A", "items": items})
        assert save(client, page, body=streamfield([block])) is taken


def test_a_menu_names_own_pages_alone(practice: Practice, other: Practice, client: Client) -> None:
    address = f"/admin/menus/edit/{practice.menu.pk}/"
    for whose, links in ((other, 0), (practice, 1)):
        row = {"page": make_page(whose, "A").pk, "place": "header", "ORDER": "1"}
        client.post(address, nested_form_data({"links": inline_formset([row])}))
        assert practice.menu.links.count() == links


def test_pages_are_neither_copied_nor_moved_to_others(
    practice: Practice, other: Practice, client: Client
) -> None:
    ours, theirs = make_page(practice, "Ours"), make_page(other, "Theirs")
    home = home_of(other)
    before = list(Page.objects.order_by("pk").values_list("pk", "path"))
    copy = {
        "new_title": "Copy",
        "new_slug": "copy",
        "new_parent_page": home.pk,
        "publish_copies": "on",
    }
    for address, data in (
        (f"/admin/pages/{ours.pk}/copy/", copy),
        (f"/admin/pages/{theirs.pk}/copy/", copy | {"new_parent_page": home_of(practice).pk}),
        (f"/admin/pages/{ours.pk}/move/", {"new_parent_page": home.pk}),
        (f"/admin/pages/{ours.pk}/move/{home.pk}/confirm/", {}),
        (f"/admin/pages/{theirs.pk}/move/{home_of(practice).pk}/confirm/", {}),
        (f"/admin/bulk/wagtailcore/page/move/?id={ours.pk}", {"chooser": home.pk}),
        (
            f"/admin/bulk/wagtailcore/page/move/?id={theirs.pk}",
            {"chooser": home_of(practice).pk},
        ),
        (f"/admin/bulk/wagtailcore/page/unpublish/?id={theirs.pk}", {}),
        (f"/admin/bulk/wagtailcore/page/delete/?id={theirs.pk}&id={ours.pk}", {}),
        (f"/admin/pages/add/cms/contentpage/{home.pk}/", {"title": "New", "slug": "new"}),
    ):
        client.post(address, data)
        assert list(Page.objects.order_by("pk").values_list("pk", "path")) == before, address
    theirs.refresh_from_db()
    assert theirs.live


@pytest.mark.parametrize(
    "query",
    [
        "?page_type=cms.SupervisorPage",
        "?page_type=cms.SupervisorPage&locale=nb",
        "search/?q=Secret&page_type=cms.SupervisorPage",
        "search/?q=Secret",
    ],
)
def test_choosers_of_a_kind_of_page_show_own_ones(
    practice: Practice, other: Practice, client: Client, query: str
) -> None:
    make_supervisor(practice, "Kari Own")
    make_supervisor(other, "Secret Person")
    answer = client.get(f"/admin/choose-page/{query}", follow=True)
    assert "Secret Person" not in answer.content.decode()


def test_choosers_begin_where_own_pages_of_the_kind_are(
    practice: Practice, other: Practice, client: Client
) -> None:
    make_supervisor(other, "Secret Person")
    asked = "/admin/choose-page/?page_type=cms.SupervisorPage"
    home = home_of(practice)
    assert client.get(asked).headers["Location"].startswith("/admin/choose-page/")
    person = make_supervisor(practice, "Kari Own")
    index = person.get_parent()
    assert index.get_parent().pk == home.pk
    answer = client.get(asked)
    assert answer.headers["Location"].startswith(f"/admin/choose-page/{index.pk}/?")
    assert "Kari Own" in client.get(asked, follow=True).content.decode()
    for nonsense in ("cms.Nothing", "x", "cms.SupervisorPage,"):
        address = f"/admin/choose-page/?page_type={nonsense}"
        assert client.get(address).status_code == 404


def test_files_stay_in_the_collection_of_their_practice(
    practice: Practice, other: Practice, client: Client
) -> None:
    ours, theirs = collection_of(practice), collection_of(other)
    image = PracticeImage.objects.create(title="A", file=get_test_image_file(), collection=ours)
    paper = get_document_model().objects.create(
        title="A", file=ContentFile(b"a", name="a.txt"), collection=ours
    )
    client.post(f"/admin/images/{image.pk}/", {"title": "B", "collection": theirs.pk})
    client.post(f"/admin/documents/edit/{paper.pk}/", {"title": "B", "collection": theirs.pk})
    client.post(
        "/admin/images/chooser/create/",
        {"image-chooser-upload-title": "C", "image-chooser-upload-collection": theirs.pk},
    )
    for row in (image, paper):
        row.refresh_from_db()
        assert row.collection == ours
    assert not PracticeImage.objects.filter(collection=theirs).exists()


def test_comments_and_history_belong_to_the_page(
    practice: Practice, other: Practice, client: Client
) -> None:
    theirs = make_page(other, "Theirs")
    theirs.title = "Next words"
    revision = theirs.save_revision()
    author = make_user(practice=other, role=Role.EDITOR)
    theirs.wagtail_admin_comments.create(user=author, text="Between us", contentpath="title")
    for address in (
        f"/admin/pages/{theirs.pk}/edit/",
        f"/admin/pages/{theirs.pk}/history/",
        f"/admin/pages/{theirs.pk}/revisions/{revision.pk}/view/",
        f"/admin/pages/{theirs.pk}/revisions/compare/live...{revision.pk}/",
        f"/admin/pages/{theirs.pk}/usage/",
        f"/admin/api/main/pages/{theirs.pk}/",
    ):
        assert client.get(address).status_code == 404, address
    assert "Between us" not in client.get("/admin/").content.decode()
