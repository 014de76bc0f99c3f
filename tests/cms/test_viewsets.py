"""A practice's settings and its people in the admin."""

from typing import Any

from django.contrib.auth.models import Group
from django.test import Client

from wagtail.models import Page, Site

import pytest

from cms.models import HomePage, Membership, Practice, Role
from cms.practice_groups import group_name
from tests.factories import locale, make_practice, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make_user(is_superuser=True))
    return client


def typed(practice: Practice | None = None, **changes: Any) -> dict[str, Any]:
    return {
        "name": "Steinlia",
        "legal_name": "Steinlia AS",
        "email": "post@steinlia.example",
        "palette": "steinlia",
        "type_pair": "newsreader",
        "languages": ["nb", "en"],
        "country": "NO",
        "time_zone": "Europe/Oslo",
        "currency": "NOK",
        "hold_minutes": 45,
        "invoice_days": 14,
        "enquiry_months": 24,
        "log_address_months": 12,
        **changes,
    }


def test_an_owner_changes_the_settings_but_not_where_the_practice_is_found(
    client: Client, practice: Practice
) -> None:
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    address = f"/admin/practices/edit/{practice.pk}/"
    data = typed(town="Voss", slug="other", site=99)
    assert client.post(address, data).status_code == 302
    practice.refresh_from_db()
    assert (practice.town, practice.slug, practice.site.hostname) == (
        "Voss",
        "steinlia",
        "testserver",
    )


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [
        (["en", "nb"], ["nb", "en"]),
        (["en"], ["nb", "en"]),
        (["sv", "nb"], ["nb", "sv"]),
    ],
)
def test_the_source_language_stays_and_stays_first(
    client: Client, practice: Practice, chosen: list[str], kept: list[str]
) -> None:
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    client.post(f"/admin/practices/edit/{practice.pk}/", typed(languages=chosen))
    practice.refresh_from_db()
    assert practice.languages == kept


def test_a_hold_shorter_than_a_payment_page_is_refused_in_words(
    client: Client, practice: Practice
) -> None:
    client.force_login(make_user(practice=practice, role=Role.OWNER))
    response = client.post(f"/admin/practices/edit/{practice.pk}/", typed(hold_minutes=10))
    assert len(response.context["form"].non_field_errors()) == 1
    practice.refresh_from_db()
    assert practice.hold_minutes == 45


def test_an_administrator_founds_a_practice_and_gives_it_people(
    administrator: Client, practice: Practice
) -> None:
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="New", slug="new", locale=locale("sv")))
    site = Site.objects.create(hostname="new.localhost", root_page=home)
    form = administrator.get("/admin/practices/new/").context["form"]
    assert form["time_zone"].value() == "Europe/Oslo"
    data = typed(name="New", slug="nyskapt", site=site.pk, languages=["sv"])
    assert administrator.post("/admin/practices/new/", data).status_code == 302
    founded = Practice.objects.get(slug="nyskapt")
    user = make_user()
    membership = {"user": user.pk, "practice": founded.pk, "role": "editor"}
    assert administrator.post("/admin/memberships/new/", membership).status_code == 302
    assert Group.objects.get(name=group_name(founded, Role.EDITOR)) in user.groups.all()
    assert home.permissions_for_user(user).can_publish()
    row = Membership.objects.get(user=user)
    administrator.post(f"/admin/memberships/delete/{row.pk}/")
    assert list(user.groups.all()) == []


def test_nobody_deletes_a_practice(administrator: Client, practice: Practice) -> None:
    administrator.post(f"/admin/practices/delete/{practice.pk}/")
    assert Practice.objects.filter(pk=practice.pk).exists()
