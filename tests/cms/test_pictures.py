"""Pictures come in the sizes that pages need, made before anybody waits for them."""

import re
from pathlib import Path

from django.core.cache import cache
from django.test import Client

from wagtail.images.tests.utils import get_test_image_file

import pytest
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks

from cms.models import HomePage, Practice, PracticeImage
from cms.pictures import USES, make_sizes
from cms.practice_groups import collection_of
from cms.tasks import make_sizes_of_picture
from tests.factories import home_of, make_practice, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("postgresql")]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def home() -> HomePage:
    cache.clear()
    practice = make_practice()
    home = home_of(practice)
    home.picture = make_picture(practice)
    return publish(home)


def make_picture(practice: Practice) -> PracticeImage:
    return PracticeImage.objects.create(
        title="Fjord",
        file=get_test_image_file(size=(800, 500)),
        collection=collection_of(practice),
    )


def picture_on(page: HomePage) -> str:
    cache.clear()
    html = Client().get(page.url).content.decode()
    return re.search(r"<picture>.*?</picture>", html, re.DOTALL)[0]


def test_until_its_sizes_are_made_a_picture_is_shown_as_it_was_uploaded(home: HomePage) -> None:
    picture = picture_on(home)
    assert f'src="{home.picture.file.url}"' in picture
    assert 'width="800"' in picture
    assert 'height="500"' in picture
    assert home.picture.renditions.count() == 0


def test_a_picture_comes_as_avif_and_as_webp_with_its_size_told(home: HomePage) -> None:
    make_sizes(home.picture)
    picture = picture_on(home)
    assert 'type="image/avif"' in picture
    assert re.search(r'<img [^>]*src="[^"]+\.webp"', picture)
    assert re.search(r'<img [^>]*width="640"', picture)
    assert picture.count('sizes="(min-width: 79rem) 74rem, 100vw"') == 2
    assert 'fetchpriority="high"' in picture
    assert "loading" not in picture


def test_uploading_orders_the_sizes_in_the_background(home: HomePage) -> None:
    orders = DBTaskResult.objects.filter(task_path="cms.tasks.make_sizes_of_picture")
    assert home.picture.pk in [order.args_kwargs["args"][0] for order in orders]


def test_pages_show_the_sizes_as_soon_as_they_are_made(
    home: HomePage, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    before = Client().get(home.url).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        make_sizes_of_picture.func(home.picture.pk)
    after = Client().get(home.url).content.decode()
    assert ("image/avif" in before, "image/avif" in after) == (False, True)


def test_making_sizes_twice_changes_nothing_and_a_picture_that_is_gone_harms_nobody(
    home: HomePage,
) -> None:
    for _time in range(2):
        make_sizes_of_picture.func(home.picture.pk)
    made = {spec for use in USES.values() for spec in (f.spec for f in use.filters)}
    assert home.picture.renditions.count() == len(made)
    make_sizes_of_picture.func(home.picture.pk + 1000)


def test_no_template_makes_sizes_while_a_visitor_waits() -> None:
    making = [
        str(file.relative_to(ROOT))
        for file in sorted((ROOT / "templates").rglob("*.html"))
        if re.search(r"{% (image|picture|srcset_image) ", file.read_text())
    ]
    assert making == []


def test_templates_name_only_uses_that_are_prepared() -> None:
    named = {
        name
        for file in (ROOT / "templates").rglob("*.html")
        for name in re.findall(r'{% shown \S+ "(\w+)"', file.read_text())
    }
    assert named | {"shared"} == set(USES)
