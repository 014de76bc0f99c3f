"""A legal page begins with a text that is true of the practice, and says that it is a first one."""

import re
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils.html import strip_tags
from django.utils.translation import override

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

import pytest

from cms.first_texts import TERMS, first_text, is_first_text
from cms.models import LegalPage, Practice, Role, TermsPage
from cms.publishing_checks import check_page
from tests.factories import home_of, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

KINDS = (*LegalPage.Kind.values, TERMS)
SUPERVISORS = {
    "NO": ("datatilsynet.no", "forbrukertilsynet.no", "uutilsynet.no", "5"),
    "SE": ("imy.se", "arn.se", "pts.se", "7"),
    "FI": ("tietosuoja.fi", "kuluttajariita.fi", "saavutettavuusvaatimukset.fi", "6"),
    "DK": ("datatilsynet.dk", "naevneneshus.dk", "sik.dk", "5"),
}


@pytest.fixture
def practice() -> Practice:
    return make_practice(
        organisation_number="000 000 001", address="Smuget 3", postcode="5003", town="Bergen"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_well_formed_and_marked(practice: Practice, kind: str) -> None:
    html = first_text(practice, kind=kind, language="en")
    assert is_first_text(html)
    assert set(re.findall(r"<(\w+)", html)) <= {"p", "b", "h2", "ul", "li", "a"}
    assert re.findall(r"<(p|li|h2)>\s*</\1>", html) == []
    assert practice.email in html
    assert not re.search(r"\{[{%]|None|%\(", html)


@pytest.mark.parametrize("country", SUPERVISORS)
def test_each_country_has_its_own_authorities(practice: Practice, country: str) -> None:
    practice.country = country
    data, complaints, accessibility, years = SUPERVISORS[country]
    privacy = first_text(practice, kind="privacy", language="en")
    assert data in privacy
    assert f"{years} years" in privacy
    assert complaints in first_text(practice, kind=TERMS, language="en")
    assert accessibility in first_text(practice, kind="accessibility", language="en")


def test_it_says_who_the_practice_is(practice: Practice) -> None:
    privacy = strip_tags(first_text(practice, kind="privacy", language="en"))
    assert "24 months after the matter is closed" in privacy
    who = "Steinlia AS, org.nr. 000 000 001, Smuget 3, 5003 Bergen, post@steinlia.example"
    assert who in privacy


def test_the_cookies_are_those_that_are_set(practice: Practice) -> None:
    html = first_text(practice, kind="cookies", language="en")
    assert re.findall(r"<li><b>([\w-]+)</b>", html) == ["csrftoken", "sessionid"]


def test_a_text_that_stands_there_is_left_alone(practice: Practice) -> None:
    page = LegalPage(title="A", slug="a", kind="privacy", text="<p>Our own.</p>")
    home_of(practice).add_child(instance=page)
    assert page.text == "<p>Our own.</p>"
    assert not is_first_text(page.text)


def client_of(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    return client


def data(**facts: Any) -> dict[str, Any]:
    return nested_form_data(
        {
            "title": "Personvern",
            "slug": "personvern",
            "text": rich_text(""),
            "comments": inline_formset([]),
            **facts,
        }
    )


def test_an_editor_chooses_the_kind_and_saves(practice: Practice) -> None:
    client = client_of(practice)
    home = home_of(practice)
    client.post(f"/admin/pages/add/cms/legalpage/{home.pk}/", data(kind="privacy"))
    page = LegalPage.objects.get()
    assert is_first_text(page.latest_revision.content["text"])
    with override("en"):
        assert "first one" in " ".join(str(finding.what) for finding in check_page(page))
    client.post(
        f"/admin/pages/{page.pk}/edit/",
        data(kind="cookies", text=rich_text("<p>Ours</p>"), **{"action-publish": "1"}),
    )
    page.refresh_from_db()
    assert "Ours" in page.text


def test_terms_left_empty_begin_with_a_first_text_too(practice: Practice) -> None:
    TermsPage.objects.all().delete()
    home = home_of(practice)
    client_of(practice).post(f"/admin/pages/add/cms/termspage/{home.pk}/", data())
    assert is_first_text(TermsPage.objects.get().text)


def test_every_kind_has_its_template() -> None:
    folder = Path(__file__).resolve().parents[2] / "templates" / "first_texts"
    assert set(KINDS) <= {file.stem for file in folder.iterdir()}
