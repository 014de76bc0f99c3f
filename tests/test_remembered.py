"""Rows that are written again are those that were made."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from wagtail.models import Page, Revision

import pytest
import time_machine

from courses.models import CoursePage, TermsVersion
from tests.factories import home_of, make_course_pages, make_practice
from tests.remembered import remembered

pytestmark = pytest.mark.django_db


def taken_back(act: Callable[[], Any]) -> Any:
    with transaction.atomic():
        outcome = act()
        transaction.set_rollback(True)
    return outcome


def world(client: Client, slug: str) -> list[Any]:
    """What a visitor, an editor and the search find of a practice made now, but for its keys."""
    cache.clear()
    practice = make_practice(slug)
    make_course_pages(practice, title="Remembering")
    pages = CoursePage.objects.order_by("path")
    return [
        *Page.objects.order_by("path").values_list("path", "numchild", "url_path", "title", "live"),
        *TermsVersion.objects.order_by("pk").values_list("language", "number", "html"),
        *((group.name, group.permissions.count()) for group in Group.objects.order_by("name")),
        *((page.title, page.course.code, client.get(page.url).text) for page in pages),
        *(page.title for page in Page.objects.search("Remembering", order_by_relevance=False)),
        Revision.objects.count(),
    ]


def test_made_recorded_and_written_again_is_the_same(client: Client) -> None:
    made, recorded, written = (taken_back(lambda: world(client, "seenthrice")) for _ in range(3))
    assert len(made) > 15
    assert made == recorded == written


def test_only_what_is_asked_for_again_and_again_is_written_again() -> None:
    calls: list[str] = []

    def build() -> int:
        calls.append("built")
        return Group.objects.create(name="Remembered").pk

    keys = [taken_back(lambda: remembered("calls", build)) for _ in range(4)]
    assert calls == ["built"] * 2
    assert keys[1] == keys[2] == keys[3]


def test_in_another_state_it_is_built() -> None:
    def same_home() -> str:
        return make_course_pages(make_practice("elsewhere"))["en"].url_path

    def moved_home() -> str:
        practice = make_practice("elsewhere")
        home = home_of(practice, "en")
        home.slug = "moved"
        home.save()
        return make_course_pages(practice)["en"].url_path

    for _ in range(3):
        assert taken_back(same_home).startswith("/elsewhere-en/courses/")
    for _ in range(3):
        assert taken_back(moved_home).startswith("/moved/courses/")
    assert taken_back(same_home).startswith("/elsewhere-en/courses/")


def test_what_happened_then_happens_now() -> None:
    def published() -> datetime:
        make_practice("later")
        return TermsVersion.objects.latest("pk").frozen_at

    for _ in range(2):
        taken_back(published)
    now = datetime(2031, 5, 6, 12, tzinfo=UTC)
    with time_machine.travel(now, tick=False):
        assert now <= taken_back(published) < now + timedelta(minutes=1)
