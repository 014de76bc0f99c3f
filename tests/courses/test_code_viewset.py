"""Discount codes in the admin: an owner's own, in the practice's terms."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client

from wagtail.users.models import UserProfile

import pytest

from cms.models import Practice, Role
from cms.page_cache import current_generation
from courses.models import DiscountCode, Offering
from tests.factories import make_offering, make_practice, make_registration, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/discount-codes/"


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def other() -> Practice:
    return make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice)


@pytest.fixture
def owner(practice: Practice, client: Client) -> Client:
    user = make_user(practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client


def typed(practice: Practice, **changes: Any) -> dict[str, Any]:
    facts = {"practice": practice.pk, "code": "Sommer", "percent": 20, "active": "on"}
    return {key: value for key, value in {**facts, **changes}.items() if value != ""}


def add(owner: Client, practice: Practice, **changes: Any) -> DiscountCode | None:
    """The code that was made; None where the form came back."""
    owner.post(f"{LIST}new/", typed(practice, **changes))
    return DiscountCode.objects.first()


def test_a_code_is_made_in_the_practices_terms(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    code = add(
        owner,
        practice,
        percent="",
        amount="1 200,50",
        currency="NOK",
        offerings=[offering.pk],
        valid_from="2027-07-01 08:00",
        most_uses=10,
        seats_kept=3,
    )
    assert code is not None
    assert (code.percent, code.amount, code.currency) == (None, 120050, "NOK")
    assert (code.most_uses, code.seats_kept, list(code.offerings.all())) == (10, 3, [offering])
    assert code.valid_from == datetime(2027, 7, 1, 8, tzinfo=ZoneInfo("Europe/Oslo"))
    page = owner.get(f"{LIST}edit/{code.pk}/")
    assert 'value="1200.5"' in page.text
    assert "2027-07-01 08:00" in page.text
    assert "1,200.50" in owner.get(LIST).text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"percent": ""}, "Give a percentage of 1 to 100 or an amount"),
        ({"percent": 0}, "Give a percentage of 1 to 100 or an amount"),
        ({"percent": 101}, "Give a percentage of 1 to 100 or an amount"),
        ({"amount": "100", "currency": "NOK"}, "Give a percentage or an amount, not both."),
        ({"percent": "", "amount": "1,555", "currency": "NOK"}, "at most 2 decimals"),
        ({"percent": "", "amount": "100"}, "Choose the currency of the amount."),
        ({"seats_kept": 2}, "Choose the dates on which seats are kept for it."),
        ({"code": "x" * 41}, "at most 40 characters"),
        (
            {"valid_from": "2027-07-02 08:00", "valid_until": "2027-07-01 08:00"},
            "A code must become valid before it ends.",
        ),
    ],
)
def test_what_cannot_be_is_told(
    owner: Client, practice: Practice, changes: dict[str, Any], words: str
) -> None:
    page = owner.post(f"{LIST}new/", typed(practice, **changes))
    assert words in page.text
    assert DiscountCode.objects.count() == 0


def test_a_practice_has_a_code_once_whatever_its_letters(owner: Client, practice: Practice) -> None:
    add(owner, practice)
    page = owner.post(f"{LIST}new/", typed(practice, code="SOMMER"))
    assert "This practice has such a code already." in page.text
    assert DiscountCode.objects.count() == 1


def test_another_practices_dates_and_codes_are_out_of_reach_w5(
    owner: Client, practice: Practice, other: Practice
) -> None:
    foreign = make_offering(other)
    assert add(owner, practice, offerings=[foreign.pk]) is None
    assert add(owner, other) is None
    code = DiscountCode.objects.create(practice=other, code="HEMLIG", percent=5)
    assert "HEMLIG" not in owner.get(LIST).text
    for verb in ("edit", "delete"):
        assert owner.get(f"{LIST}{verb}/{code.pk}/").status_code == 404
        assert owner.post(f"{LIST}{verb}/{code.pk}/", typed(practice)).status_code == 404
    code.refresh_from_db()
    assert (code.code, code.percent) == ("HEMLIG", 5)


def test_an_owner_of_two_practices_mixes_no_dates(
    owner: Client, practice: Practice, other: Practice
) -> None:
    user = make_user(practice=practice, role=Role.OWNER)
    user.memberships.create(practice=other, role=Role.OWNER)
    owner.force_login(user)
    page = owner.post(f"{LIST}new/", typed(practice, offerings=[make_offering(other).pk]))
    assert "Disse kursdatoene tilhører en annen virksomhet." in page.text
    assert DiscountCode.objects.count() == 0


def test_editors_see_no_codes(client: Client, practice: Practice) -> None:
    code = DiscountCode.objects.create(practice=practice, code="HEMMELIG", percent=5)
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    assert client.get(LIST).status_code == 302
    assert client.get(f"{LIST}edit/{code.pk}/").status_code == 404


def test_a_code_is_deleted_only_while_nobody_has_used_it(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    code = add(owner, practice)
    assert code is not None
    make_registration(offering, code="SOMMER", quoted_total=512000)
    page = owner.post(f"{LIST}delete/{code.pk}/", follow=True)
    assert "somebody has used it" in page.text
    assert DiscountCode.objects.filter(pk=code.pk).exists()
    unused = DiscountCode.objects.create(practice=practice, code="ANDRE", percent=5)
    owner.post(f"{LIST}delete/{unused.pk}/")
    assert not DiscountCode.objects.filter(pk=unused.pk).exists()


def test_pages_are_made_anew_when_seats_are_kept(
    owner: Client,
    practice: Practice,
    offering: Offering,
    django_capture_on_commit_callbacks: Any,
) -> None:
    before = current_generation(practice.pk)
    with django_capture_on_commit_callbacks(execute=True):
        add(owner, practice, offerings=[offering.pk], seats_kept=2)
    assert current_generation(practice.pk) != before


def test_the_list_of_registrations_exports_code_and_discount(
    owner: Client, practice: Practice, offering: Offering
) -> None:
    add(owner, practice)
    registration = make_registration(offering, code="sommer", quoted_total=512000)
    body = b"".join(owner.get("/admin/registrations/registration/?export=csv")).decode()
    assert ",SOMMER,1280.00,NOK,5120.00,0.00,5120.00,5120.00" in body
    page = owner.get(f"/admin/registrations/registration/inspect/{registration.pk}/")
    assert "Discount code used" in page.text
