"""Logging in to the admin: one door, and a second factor where personal data is."""

from datetime import timedelta

from django.test import Client
from django.utils import timezone

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from pytest_django.fixtures import Settings

from cms.models import Practice, Role
from cms.users.models import User
from courses.models import OfferingGuest
from tests.factories import make_offering, make_practice, make_user

pytestmark = pytest.mark.django_db
PASSWORD = "a-long-password"
CODES = "/account/2fa/recovery-codes/"


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def owner(practice: Practice) -> User:
    return make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)


def log_in(client: Client, user: User, *, then: str = "/admin/") -> str:
    response = client.post(
        f"/account/login/?next={then}", {"login": user.email, "password": PASSWORD}
    )
    return response.headers.get("Location", "")


def test_the_way_to_a_page_of_the_admin_leads_over_logging_in_and_back(
    client: Client, owner: User
) -> None:
    first = client.get("/admin/offerings/?q=x")
    assert first.headers["Location"] == "/admin/login/?next=/admin/offerings/%3Fq%3Dx"
    second = client.get(first.headers["Location"])
    assert second.headers["Location"] == "/account/login/?next=/admin/offerings/%3Fq%3Dx"
    assert log_in(client, owner, then="/admin/offerings/%3Fq%3Dx") == "/admin/offerings/?q=x"


def test_the_admin_has_no_second_place_for_passwords(client: Client, owner: User) -> None:
    password = {"username": owner.email, "password": PASSWORD}
    assert client.post("/admin/login/", password).headers["Location"] == "/account/login/"
    assert client.get("/admin/password_reset/").status_code == 404
    assert client.get("/admin/").status_code == 302


def test_nobody_signs_up(client: Client) -> None:
    client.post(
        "/account/signup/",
        {"email": "new@example.org", "password1": PASSWORD, "password2": PASSWORD},
    )
    assert User.objects.count() == 0


def test_an_owner_needs_a_second_factor_and_an_editor_does_not(
    client: Client, owner: User, practice: Practice, settings: Settings
) -> None:
    settings.REQUIRE_MFA = True
    log_in(client, owner)
    for address in ("/admin/", "/admin/registrations/registration/", "/admin/account/"):
        assert client.get(address).headers["Location"] == "/account/2fa/totp/activate/"
    editor = Client()
    log_in(editor, make_user(practice=practice, role=Role.EDITOR))
    assert editor.get("/admin/").status_code == 200


def test_whoever_has_just_logged_in_sets_it_up_without_the_password_again(
    client: Client, owner: User
) -> None:
    set_up = "/account/2fa/totp/activate/"
    log_in(client, owner)
    assert client.get(set_up).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=16)):
        assert "/account/reauthenticate/" in client.get(set_up).headers["Location"]
    app = Authenticator(user=owner, type=Authenticator.Type.TOTP, data={"secret": "x"})
    app.save()
    RecoveryCodes.activate(owner)
    assert client.get(CODES).status_code == 200


def test_whoever_had_a_second_factor_before_gives_proof_again(client: Client, owner: User) -> None:
    log_in(client, owner)
    app = Authenticator(user=owner, type=Authenticator.Type.TOTP, data={"secret": "x"})
    app.created_at = timezone.now() - timedelta(days=1)
    app.save()
    RecoveryCodes.activate(owner)
    for address in (CODES, "/account/2fa/totp/deactivate/"):
        assert "reauthenticate/" in client.get(address).headers["Location"]


def test_a_guest_needs_a_second_factor_too_and_recovery_codes_alone_are_none(
    client: Client, practice: Practice, settings: Settings
) -> None:
    settings.REQUIRE_MFA = True
    guest = make_user()
    OfferingGuest.objects.create(offering=make_offering(practice), user=guest)
    log_in(client, guest)
    Authenticator.objects.create(
        user=guest, type=Authenticator.Type.RECOVERY_CODES, data={"seed": "x", "used_mask": 0}
    )
    for address in ("/admin/", "/admin/my-dates/", "/admin/sessions/"):
        assert client.get(address).headers["Location"] == "/account/2fa/totp/activate/"


def test_whoever_has_a_second_factor_is_asked_for_it(
    client: Client, owner: User, settings: Settings
) -> None:
    settings.REQUIRE_MFA = True
    Authenticator.objects.create(user=owner, type=Authenticator.Type.TOTP, data={"secret": "x"})
    asked = log_in(client, owner)
    assert asked.startswith("/account/2fa/authenticate/")
    page = client.get(asked, headers={"accept-language": "en"})
    assert "Write one of your recovery codes instead." in page.text
    assert client.get("/admin/").headers["Location"].startswith("/admin/login/")


def test_the_account_page_and_logging_out_work(client: Client, owner: User) -> None:
    log_in(client, owner)
    body = client.get("/admin/account/").content.decode()
    assert "/account/2fa/" in body
    answer = client.post("/admin/logout/")
    assert answer.headers["Location"] == "/admin/login/"
    assert client.get("/admin/").status_code == 302


def test_a_password_is_changed_on_the_account_page(client: Client, owner: User) -> None:
    log_in(client, owner)
    client.post(
        "/admin/account/",
        {
            "name_email-first_name": "Ingrid",
            "name_email-last_name": "Aasheim",
            "locale-preferred_language": "en",
            "locale-current_time_zone": "Europe/Oslo",
            "theme-theme": "system",
            "theme-contrast": "system",
            "theme-density": "default",
            "theme-keyboard_shortcuts": "on",
            "password-old_password": PASSWORD,
            "password-new_password1": "another-long-password",
            "password-new_password2": "another-long-password",
        },
    )
    owner.refresh_from_db()
    assert (owner.check_password("another-long-password"), owner.email) == (
        True,
        "owner@steinlia.example",
    )
    assert client.get("/admin/").status_code == 200
