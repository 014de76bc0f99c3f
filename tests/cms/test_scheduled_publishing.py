from datetime import timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

import pytest
import time_machine

from cms.models import ContentPage, Practice
from cms.page_cache import current_generation
from cms.scheduled_publishing import due_to_appear, let_appear
from registrations.chores import run_chores
from tests.factories import home_of, make_practice, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice(languages=("nb",))


def schedule(page: ContentPage, **when: Any) -> None:
    for name, value in when.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_a_page_appears_when_its_time_has_come(
    practice: Practice, django_capture_on_commit_callbacks: Any
) -> None:
    page = home_of(practice).add_child(instance=ContentPage(title="New", slug="new", live=False))
    schedule(page, go_live_at=timezone.now() + timedelta(hours=1))
    assert run_chores()["pages_to_appear"].done == 0
    before = current_generation(practice.pk)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        with django_capture_on_commit_callbacks(execute=True):
            assert run_chores()["pages_to_appear"].done == 1
        assert Client().get("/nb/new/").status_code == 200
        assert current_generation(practice.pk) != before
        assert run_chores()["pages_to_appear"].done == 0


def test_a_page_disappears_when_its_time_is_over(
    practice: Practice, django_capture_on_commit_callbacks: Any
) -> None:
    page = publish(home_of(practice).add_child(instance=ContentPage(title="Old", slug="old")))
    with django_capture_on_commit_callbacks(execute=True):
        schedule(page, expire_at=timezone.now() + timedelta(seconds=30))
    client = Client()
    assert [client.get("/nb/old/").status_code for _time in range(2)] == [200, 200]
    ContentPage.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    with django_capture_on_commit_callbacks(execute=True):
        assert run_chores()["pages_to_disappear"].done == 1
    assert client.get("/nb/old/").status_code == 404


def test_what_another_machine_has_published_is_left_alone(practice: Practice) -> None:
    page = home_of(practice).add_child(instance=ContentPage(title="New", slug="new", live=False))
    schedule(page, go_live_at=timezone.now() + timedelta(hours=1))
    [due] = due_to_appear(now=timezone.now() + timedelta(hours=2))
    page.latest_revision.approved_go_live_at = None
    page.latest_revision.save()
    let_appear(revision_id=due)
    page.refresh_from_db()
    assert not page.live
