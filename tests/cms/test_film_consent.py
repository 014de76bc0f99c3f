"""A film is loaded when the visitor asks for it, and only that film, from that host alone."""

import re
from typing import Any

from django.test import Client

import pytest

from cms.models import ContentPage, Practice
from tests.factories import home_of, make_practice, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

FILMS = {
    "aaaa-1": "https://www.youtube.com/watch?v=abc_DEF-123",
    "bbbb-2": "https://vimeo.com/76979871",
}


@pytest.fixture
def practice() -> Practice:
    practice = make_practice(languages=("nb",))
    body = [
        {"type": "video", "id": key, "value": {"title": f"Film {key}", "url": url, "text": ""}}
        for key, url in FILMS.items()
    ]
    publish(home_of(practice).add_child(instance=ContentPage(title="A", slug="film", body=body)))
    return practice


def get(query: str = "") -> Any:
    return Client().get(f"/nb/film/{query}")


def players(answer: Any) -> list[str]:
    return re.findall(r'<iframe[^>]* src="([^"]+)"', answer.content.decode())


@pytest.mark.parametrize("query", ["", "?film=", "?film=cccc-3", "?film=<script>", "?other=aaaa-1"])
def test_nothing_is_loaded_before_somebody_asks(practice: Practice, query: str) -> None:
    answer = get(query)
    body = answer.content.decode()
    assert players(answer) == []
    assert "frame-src" not in answer.headers["Content-Security-Policy"]
    assert 'href="?film=aaaa-1#film-aaaa-1"' in body
    assert "(youtube.com " in body
    assert not re.search(r'src="https?://', body)


@pytest.mark.parametrize(
    ("key", "player", "host"),
    [
        (
            "aaaa-1",
            "https://www.youtube-nocookie.com/embed/abc_DEF-123",
            "https://www.youtube-nocookie.com",
        ),
        ("bbbb-2", "https://player.vimeo.com/video/76979871?dnt=1", "https://player.vimeo.com"),
    ],
)
def test_the_film_that_is_asked_for_is_shown(
    practice: Practice, key: str, player: str, host: str
) -> None:
    answer = get(f"?film={key}")
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert players(answer) == [player]
    assert f"frame-src {host}" in policy
    assert "default-src 'self'" in policy
    assert answer.headers.get("X-Page-Cache") is None


def test_the_cached_page_never_holds_a_film(practice: Practice) -> None:
    answers = [get(), get("?film=aaaa-1"), get()]
    assert [len(players(answer)) for answer in answers] == [0, 1, 0]
    assert answers[2].headers["X-Page-Cache"] == "hit"
    assert "frame-src" not in answers[2].headers["Content-Security-Policy"]
