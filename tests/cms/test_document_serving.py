"""A document is public where a live page of its practice links to it, and nowhere else."""

from typing import Any

from django.core.files.base import ContentFile
from django.test import Client

from wagtail.documents import get_document_model

import pytest

from cms.models import ContentPage, Practice, Role
from cms.practice_groups import collection_of
from tests.factories import home_of, make_practice, make_user, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database("postgresql")]


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb",))


@pytest.fixture
def other() -> Practice:
    return make_practice("tankelage", hostname="b.test", languages=("nb",), default=False)


@pytest.fixture
def document(practice: Practice) -> Any:
    return get_document_model().objects.create(
        title="Paper",
        file=ContentFile(b"words", name="paper.txt"),
        collection=collection_of(practice),
    )


def link_to(document: Any, practice: Practice, **facts: Any) -> ContentPage:
    value = {"heading": "Paper", "document": document.pk, "text": ""}
    body = [{"type": "download", "value": value, "id": "a-1"}]
    return home_of(practice).add_child(
        instance=ContentPage(title="A", slug="a", body=body, **facts)
    )


def status(document: Any, host: str = "testserver", client: Client | None = None) -> int:
    return (client or Client()).get(document.url, headers={"host": host}).status_code


def test_what_only_a_draft_links_to_is_not_public(practice: Practice, document: Any) -> None:
    assert status(document) == 404
    page = link_to(document, practice, live=False)
    assert status(document) == 404
    publish(page)
    assert status(document) == 200
    page.unpublish()
    assert status(document) == 404


def test_it_is_not_served_by_another_practice(
    practice: Practice, other: Practice, document: Any
) -> None:
    publish(link_to(document, practice))
    assert [status(document), status(document, "b.test")] == [200, 404]


def test_editors_get_their_own_always(practice: Practice, other: Practice, document: Any) -> None:
    statuses = []
    for whose in (practice, other):
        client = Client()
        client.force_login(make_user(practice=whose, role=Role.EDITOR))
        statuses.append(status(document, client=client))
    assert statuses == [200, 404]


def test_the_file_cannot_be_had_by_its_name(practice: Practice, document: Any) -> None:
    publish(link_to(document, practice))
    assert Client().get(f"/media/{document.file.name}").status_code == 404
