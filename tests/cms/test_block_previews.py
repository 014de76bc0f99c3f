"""Every block shows itself in the editor, in the practice's looks and with its own rows alone."""

import re

from django.test import Client

from wagtail import blocks
from wagtail.admin.icons import get_icons
from wagtail.images.tests.utils import get_test_image_file

import pytest

from cms.blocks import BodyBlock
from cms.models import (
    ContactPage,
    HomePage,
    Practice,
    PracticeImage,
    Role,
    ServiceIndexPage,
    ServicePage,
)
from cms.practice_groups import collection_of
from tests.factories import (
    home_of,
    make_course_pages,
    make_offering,
    make_practice,
    make_user,
    publish,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

KINDS = sorted(BodyBlock().child_blocks)


@pytest.fixture
def practice() -> Practice:
    return make_practice(palette="tankelage", languages=("nb",))


@pytest.fixture
def client(practice: Practice) -> Client:
    return editor_of(practice)


def editor_of(practice: Practice) -> Client:
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    return client


def block_of(kind: str) -> blocks.Block:
    return HomePage._meta.get_field("body").stream_block.child_blocks[kind]


def preview(client: Client, kind: str) -> str:
    answer = client.get("/admin/block-preview/", {"id": block_of(kind).definition_prefix})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_has_a_preview_a_description_and_an_icon(
    practice: Practice, client: Client, kind: str
) -> None:
    block = block_of(kind)
    body = preview(client, kind)
    icons = set(re.findall(r'id="icon-([\w-]+)"', str(get_icons())))
    assert block.is_previewable
    assert str(block.get_description())
    assert block.meta.icon in icons
    assert "<style" not in body
    assert re.search(r"colours/tankelage|/steinlia/|colours", body)
    assert len(re.sub(r"<[^>]+>|\s", "", body.partition("<main")[2])) > 10


def test_cards_show_own_pages(practice: Practice, client: Client) -> None:
    other = make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)
    for whose, title in ((practice, "Ours"), (other, "Theirs")):
        home = home_of(whose)
        index = publish(home.add_child(instance=ServiceIndexPage(title="S", slug="s")))
        publish(index.add_child(instance=ServicePage(title=f"{title} service", slug="a")))
        publish(home.add_child(instance=ContactPage(title="Contact", slug=f"contact-{title}")))
        pages = make_course_pages(whose, title=f"{title} course")
        make_offering(whose, course=pages["nb"].course)
    seen = {kind: preview(client, kind) for kind in ("service_cards", "course_cards")}
    button = preview(client, "call_to_action")
    assert ["Ours service" in seen["service_cards"], "Ours course" in seen["course_cards"]] == [
        True,
        True,
    ]
    assert "Theirs" not in "".join(seen.values()) + button
    assert 'class="button' in button


def test_pictures_are_own_ones(practice: Practice, client: Client) -> None:
    other = make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)
    PracticeImage.objects.create(
        title="Theirs", file=get_test_image_file(), collection=collection_of(other)
    )
    assert "img/scenes/" in preview(client, "picture")
    PracticeImage.objects.create(
        title="Ours", file=get_test_image_file(), collection=collection_of(practice)
    )
    body = preview(client, "picture")
    assert ['alt="Ours"' in body, "img/scenes/" in body, "Theirs" in body] == [True, False, False]
