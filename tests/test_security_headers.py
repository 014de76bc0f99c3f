"""What a visitor's browser is told besides the page: policies, cookies, languages, addresses."""

import hashlib
import hmac
import re
import time
from http.cookies import Morsel
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

import pytest

from cms.models import Heartbeat, Practice, Role
from courses.models import CoursePage, Offering
from courses.terms import current_terms
from registrations.models import Registration
from tests.factories import (
    home_of,
    make_course_pages,
    make_invoiced,
    make_offering,
    make_practice,
    make_user,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

STRICT = {
    "default-src": ["'self'"],
    "img-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
}
OF_ITS_OWN = re.compile(
    r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|javascript:", re.IGNORECASE
)


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def pages(practice: Practice) -> dict[str, CoursePage]:
    return make_course_pages(practice)


@pytest.fixture
def offering(practice: Practice, pages: dict[str, CoursePage]) -> Offering:
    return make_offering(practice, course=pages["nb"].course)


@pytest.fixture
def registration(offering: Offering) -> Registration:
    return make_invoiced(offering)


@pytest.fixture
def addresses(
    pages: dict[str, CoursePage], offering: Offering, registration: Registration
) -> dict[str, str]:
    """One address of every kind that a visitor can come to."""
    terms = current_terms(practice=offering.practice, language="nb")
    assert terms is not None
    return {
        "home": "/nb/",
        "list": "/nb/courses/",
        "course": str(pages["nb"].url),
        "terms": "/nb/terms/",
        "frozen terms": terms.get_absolute_url(),
        "form": f"/nb/register/{offering.code}/",
        "own page": registration.get_absolute_url(),
        "missing": "/nb/nothing/here/",
        "log-in": "/account/login/",
    }


def policy_of(response: HttpResponse) -> dict[str, list[str]]:
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (directive.split() for directive in directives)}


def path_of(response: HttpResponse) -> str:
    return urlsplit(response.headers["Location"]).path


def language_of(response: HttpResponse) -> str:
    return re.search(r'<html lang="(\w+)"', response.text)[1]


def test_every_public_page_has_the_strict_policy(client: Client, addresses: dict[str, str]) -> None:
    for address in addresses.values():
        response = client.get(address)
        assert policy_of(response) == STRICT, address
        assert response.headers["X-Frame-Options"] == "DENY", address
        assert response.headers["X-Content-Type-Options"] == "nosniff", address
        assert response.headers["Referrer-Policy"] == "same-origin", address
        assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin", address


def test_no_page_carries_a_script_or_style_of_its_own(
    client: Client, addresses: dict[str, str]
) -> None:
    inline = re.compile(
        # Structured data is no script: no browser runs it.
        r'<style|\sstyle=|<script(?! type="application/ld\+json">)(?![^>]*\ssrc=)|\son\w+=|'
        r"javascript:",
        re.IGNORECASE,
    )
    for address in addresses.values():
        assert inline.findall(client.get(address).text) == [], address


def test_pages_are_read_without_a_cookie(client: Client, addresses: dict[str, str]) -> None:
    for name in ("home", "list", "course", "terms", "frozen terms", "missing"):
        client.get(addresses[name])
    assert dict(client.cookies) == {}


def test_only_the_forms_own_protection_is_a_cookie(
    client: Client, addresses: dict[str, str]
) -> None:
    client.get(addresses["form"])
    client.get(addresses["own page"])
    assert set(client.cookies) == {settings.CSRF_COOKIE_NAME}
    assert flags_of(client.cookies[settings.CSRF_COOKIE_NAME]) == (True, "Lax")


def test_session_cookie_is_out_of_reach_for_scripts(client: Client, practice: Practice) -> None:
    user = make_user(practice=practice, role=Role.OWNER)
    client.post("/account/login/", {"login": user.email, "password": "a-long-password"})
    assert flags_of(client.cookies[settings.SESSION_COOKIE_NAME]) == (True, "Lax")


def flags_of(cookie: Morsel) -> tuple[bool, str]:
    return bool(cookie["httponly"]), cookie["samesite"]


@pytest.mark.parametrize(
    ("name", "kept", "found"),
    [
        # The browser's history alone, so that going back loses nothing of what was typed.
        # The empty form says nothing of anybody, so it may be found.
        ("form", {"private", "no-cache"}, True),
        ("own page", {"private", "no-cache", "no-store", "must-revalidate", "max-age=0"}, False),
    ],
)
def test_pages_about_a_person_are_neither_shared_nor_indexed(
    client: Client, addresses: dict[str, str], name: str, kept: set[str], found: bool
) -> None:
    for _ in range(2):
        response = client.get(addresses[name])
        assert set(response.headers["Cache-Control"].split(", ")) == kept
        assert response.headers["X-Page-Cache"] == "miss"
        assert ("X-Robots-Tag" in response.headers) is not found
        assert ('<meta name="robots" content="noindex">' in response.text) is not found
        assert found or response.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_own_page_opens_with_its_own_address_alone(
    client: Client, registration: Registration
) -> None:
    number, signature = registration.token.split(".")
    for token in (number, f"{number}.", f"{number}.{signature[::-1]}", "x.y", "."):
        assert client.get(f"/nb/r/{token}/").status_code == 404, token


def test_editors_see_their_preview_in_a_frame_and_nobody_else_sees_one(
    client: Client, practice: Practice, pages: dict[str, CoursePage]
) -> None:
    user = make_user(practice=practice, role=Role.OWNER)
    client.force_login(user)
    address = f"/admin/pages/{pages['nb'].pk}/edit/preview/?in_preview_panel=true&mode="
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert policy_of(response)["frame-ancestors"] == ["'self'"]
    assert Client().get(address).status_code == 302


def test_webhook_signed_with_nothing_is_refused(client: Client, settings: Any) -> None:
    body = b'{"id": "evt_1", "type": "x", "data": {"object": {}}}'
    moment = int(time.time())
    for secret in ("", "whsec_other"):
        settings.STRIPE_WEBHOOK_SECRET = "whsec_right, "
        signed = hmac.new(secret.encode(), f"{moment}.".encode() + body, hashlib.sha256)
        response = client.post(
            "/stripe/webhook/",
            body,
            content_type="application/json",
            headers={"Stripe-Signature": f"t={moment},v1={signed.hexdigest()}"},
        )
        assert response.status_code == 400, secret


def test_alive_asks_nothing(client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        response = client.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


def test_ready_says_what_is_missing(client: Client) -> None:
    Heartbeat.objects.all().delete()
    without = client.get("/readyz")
    assert (without.status_code, without.json()["worker"]) == (503, False)
    Heartbeat.beat("worker")
    ready = client.get("/readyz")
    assert ready.status_code == 200
    assert ready.json() == {
        "status": "ok",
        "cache": True,
        "database": True,
        "migrations": True,
        "worker": True,
    }


def test_robots_are_kept_from_registrations(client: Client, practice: Practice) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /account/",
        "Disallow: /nb/r/",
        "Disallow: /en/r/",
        "",
        "Sitemap: http://testserver/sitemap.xml",
    ]


def test_sitemap_names_every_page_with_its_translations(
    client: Client, pages: dict[str, CoursePage]
) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", languages=("nb",), default=False)
    page = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    urls = ElementTree.fromstring(client.get("/sitemap.xml").content).findall("url", page)
    listed = {
        url.findtext("loc", None, page): {
            link.get("hreflang"): link.get("href")
            for link in url.findall("{http://www.w3.org/1999/xhtml}link")
        }
        for url in urls
    }
    here = "http://testserver"
    course = {code: f"{here}/{code}/courses/group-supervision-{code}/" for code in ("nb", "en")}
    assert set(listed) == {
        f"{here}/{code}/{path}" for code in ("nb", "en") for path in ("", "courses/", "terms/")
    } | set(course.values())
    alternates = {**course, "x-default": course["nb"]}
    assert listed[course["nb"]] == listed[course["en"]] == alternates


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("/no/", "/nb/"),
        ("/nn/", "/nb/"),
        ("/no/courses/?a=1", "/nb/courses/?a=1"),
        ("/no", "/nb/"),
    ],
)
def test_norwegians_other_names_lead_to_it(
    client: Client, practice: Practice, asked: str, answered: str
) -> None:
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (301, answered)


@pytest.mark.parametrize(
    ("wanted", "home"),
    [
        ("", "/nb/"),
        ("nn-NO,nn;q=0.9,no;q=0.8", "/nb/"),
        ("en-GB,en;q=0.9", "/en/"),
        ("sv-SE,sv;q=0.9,en;q=0.5", "/en/"),
        ("sv", "/nb/"),
        ("fi;q=0.9,nb;q=0.8,en;q=0.85", "/en/"),
        ("*", "/nb/"),
        ("%%%", "/nb/"),
    ],
)
def test_bare_address_leads_to_the_visitors_language(
    client: Client, practice: Practice, wanted: str, home: str
) -> None:
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, path_of(response)) == (302, home)
    assert "Accept-Language" in response.headers["Vary"]


def test_a_practices_own_languages_decide(client: Client, practice: Practice) -> None:
    make_practice("tankelage", hostname="tankelage.localhost", languages=("sv",), default=False)
    headers = {"host": "tankelage.localhost", "accept-language": "en"}
    assert path_of(client.get("/", headers=headers)) == "/sv/"


@pytest.mark.parametrize(
    ("asked", "answered"), [("/sv/", "/nb/"), ("/sv/courses/", "/nb/courses/")]
)
def test_a_language_that_the_practice_lacks_leads_to_the_pages_own(
    client: Client, pages: dict[str, CoursePage], asked: str, answered: str
) -> None:
    response = client.get(asked)
    assert (response.status_code, path_of(response)) == (302, answered)


@pytest.mark.parametrize(
    ("path", "wanted", "language"),
    [
        ("/en/nothing/", "nb", "en"),
        ("/nb/nothing/", "en", "nb"),
        ("/nothing/", "en", "en"),
        ("/nothing/", "nb", "nb"),
        ("/nothing/", "fi", "nb"),
        ("/sv/nothing/", "en", "en"),
        ("/sv/nothing/", "sv", "nb"),
        ("/en/register/nothing/", "nb", "en"),
        ("/en/r/nothing/", "nb", "en"),
    ],
)
def test_what_is_not_there_is_said_in_the_visitors_language(
    client: Client, practice: Practice, path: str, wanted: str, language: str
) -> None:
    response = client.get(path, headers={"accept-language": wanted}, follow=True)
    assert (response.status_code, language_of(response)) == (404, language)
    assert f'href="{home_of(practice, language).url}"' in response.text


def test_own_page_stays_in_its_own_language(client: Client, registration: Registration) -> None:
    response = client.get(f"/en/r/{registration.token}/")
    assert (response.status_code, path_of(response)) == (302, registration.get_absolute_url())
