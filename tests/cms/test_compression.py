"""Pages travel small; what cannot get smaller travels as it is."""

import gzip

from django.core.cache import cache
from django.test import Client

import pytest

from cms.models import Practice
from tests.factories import home_of, make_practice

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
SMALL = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def practice() -> Practice:
    cache.clear()
    return make_practice()


def test_a_page_travels_small_when_it_is_made_and_when_it_is_kept(
    client: Client, practice: Practice
) -> None:
    address = home_of(practice).url
    whole = client.get(address).content
    cache.clear()
    made, kept = client.get(address, headers=SMALL), client.get(address, headers=SMALL)
    assert (made["X-Page-Cache"], kept["X-Page-Cache"]) == ("miss", "hit")
    assert made["Content-Encoding"] == kept["Content-Encoding"] == "gzip"
    assert gzip.decompress(made.content) == gzip.decompress(kept.content) == whole
    assert kept["Vary"] == "Accept-Encoding, Cookie"


def test_one_copy_serves_those_who_cannot_read_it_small(client: Client, practice: Practice) -> None:
    address = home_of(practice).url
    small = client.get(address, headers=SMALL)
    whole = client.get(address)
    assert whole["X-Page-Cache"] == "hit"
    assert "Content-Encoding" not in whole
    assert whole.content == gzip.decompress(small.content)
