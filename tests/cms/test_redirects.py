"""A page that moves is found at its old address; editors look after those of their practice."""

from typing import Any

from django.test import Client

from wagtail.contrib.redirects.models import Redirect

import pytest

from cms.models import ContentPage, Practice, Role
from tests.factories import home_of, make_practice, make_user, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def other() -> Practice:
    return make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)


@pytest.fixture
def client(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    return client


def make_page(practice: Practice, slug: str, code: str = "nb", **facts: Any) -> ContentPage:
    page = ContentPage(title=slug.title(), slug=slug, **facts)
    return publish(home_of(practice, code).add_child(instance=page))


def leads_to(path: str, host: str = "testserver") -> tuple[int, str]:
    answer = Client().get(path, headers={"host": host})
    return answer.status_code, answer.headers.get("Location", "")


@pytest.mark.parametrize("code", ["nb", "en"])
def test_a_new_name_in_the_address_leaves_the_old_one_working(
    practice: Practice, code: str, django_capture_on_commit_callbacks: Any
) -> None:
    page = make_page(practice, "old", code)
    below = publish(page.add_child(instance=ContentPage(title="Below", slug="below")))
    assert leads_to(f"/{code}/old/")[0] == 200
    page.slug = "new"
    with django_capture_on_commit_callbacks(execute=True):
        publish(page)
    assert leads_to(f"/{code}/old/") == (301, f"/{code}/new/")
    assert leads_to(f"/{code}/old/{below.slug}/") == (301, f"/{code}/new/below/")
    assert leads_to(f"/{code}/new/")[0] == 200


def test_a_moved_page_and_its_translations_are_found_again(
    practice: Practice, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    pages = {"nb": make_page(practice, "kurs")}
    targets = {"nb": make_page(practice, "hylle")}
    for name, family in (("course", pages), ("shelf", targets)):
        translated = family["nb"].copy_for_translation(home_of(practice, "en").locale)
        translated.slug = name
        family["en"] = publish(translated)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/pages/{pages['nb'].pk}/move/{targets['nb'].pk}/confirm/")
    assert leads_to("/nb/kurs/") == (301, "/nb/hylle/kurs/")
    assert leads_to("/en/course/") == (301, "/en/shelf/course/")


def test_an_old_address_belongs_to_one_practice(practice: Practice, other: Practice) -> None:
    page = make_page(practice, "new")
    Redirect.add_redirect("/nb/old/", page, site=practice.site)
    assert leads_to("/nb/old/")[0] == 301
    assert leads_to("/nb/old/", host="b.test")[0] == 404


def data(practice: Practice, **facts: Any) -> dict[str, Any]:
    return {
        "old_path": "/nb/gammelt/",
        "site": practice.site_id,
        "is_permanent": "on",
        "redirect_page": "",
        "redirect_link": "",
        **facts,
    }


def test_editors_add_old_addresses_of_their_own_practice(
    practice: Practice, other: Practice, client: Client
) -> None:
    page, strange = make_page(practice, "ny"), make_page(other, "fremmed")
    address = "/admin/old-addresses/new/"
    for wrong in (
        data(practice, redirect_page=strange.pk),
        data(other, redirect_page=page.pk),
        data(practice),
        data(practice, redirect_page=page.pk, redirect_link="https://example.org/"),
    ):
        assert client.post(address, wrong).status_code == 200
    assert not Redirect.objects.exists()
    assert client.post(address, data(practice, redirect_page=page.pk)).status_code == 302
    assert leads_to("/nb/gammelt/") == (301, "http://testserver/nb/ny/")


def test_old_addresses_of_others_do_not_exist(
    practice: Practice, other: Practice, client: Client
) -> None:
    ours = Redirect.add_redirect("/nb/vaart/", make_page(practice, "a"), site=practice.site)
    theirs = Redirect.add_redirect("/nb/deres/", make_page(other, "b"), site=other.site)
    listed = client.get("/admin/old-addresses/").content.decode()
    assert ["/nb/vaart" in listed, "/nb/deres" in listed] == [True, False]
    statuses = [
        client.get(f"/admin/old-addresses/{verb}/{row.pk}/").status_code
        for verb in ("edit", "delete")
        for row in (ours, theirs)
    ]
    assert statuses == [200, 404, 200, 404]
    client.post(f"/admin/old-addresses/delete/{theirs.pk}/")
    client.post(f"/admin/old-addresses/edit/{theirs.pk}/", data(practice))
    assert client.get(f"/admin/redirects/{theirs.pk}/").status_code == 302
    theirs.refresh_from_db()
    assert theirs.old_path == "/nb/deres"
