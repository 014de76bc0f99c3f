"""A practice's colours have an address that carries their content, and never go stale."""

from django.core.cache import cache
from django.test import Client

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.looks.palettes import PRESETS
from cms.looks.stylesheet import address_of_colours, sheet_of
from cms.models import Practice
from tests.factories import home_of, make_practice

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def practice() -> Practice:
    cache.clear()
    return make_practice()


def test_the_page_names_the_sheet_and_the_browser_may_keep_it(
    client: Client, practice: Practice
) -> None:
    address = address_of_colours(practice)
    assert f'href="{address}"' in client.get(home_of(practice, "nb").url).content.decode()
    sheet = client.get(address)
    assert sheet.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert sheet.headers["Content-Type"] == "text/css; charset=utf-8"
    assert "--accent:#a63f1b;" in sheet.content.decode()


def test_a_new_palette_is_seen_on_the_next_request_at_a_new_address(
    client: Client,
    practice: Practice,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    page, before = home_of(practice, "nb").url, address_of_colours(practice)
    client.get(page)
    with django_capture_on_commit_callbacks(execute=True):
        practice.palette = "tyonaari"
        practice.save()
    after = address_of_colours(Practice.objects.get(pk=practice.pk))
    assert after != before
    assert f'href="{after}"' in client.get(page).content.decode()


def test_an_old_address_gives_the_present_colours_but_not_for_long(
    client: Client, practice: Practice
) -> None:
    response = client.get(f"/looks/{practice.slug}/0123456789ab.css")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.content.decode() == sheet_of(PRESETS["steinlia"])[0]


def test_a_practice_that_is_not_there_has_no_colours(client: Client, practice: Practice) -> None:
    assert client.get("/looks/nobody/0123456789ab.css").status_code == 404


def test_a_page_fetches_its_own_typefaces_alone(client: Client, practice: Practice) -> None:
    practice.type_pair = "fraunces"
    practice.save()
    cache.clear()
    page = client.get(home_of(practice, "nb").url).content.decode()
    assert page.count('as="font"') == 2
    assert "fonts/fraunces-latin.woff2" in page
    assert "css/types/fraunces.css" in page
    assert "newsreader" not in page
