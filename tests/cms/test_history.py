"""The history of a practice: lines that are added and never changed."""

from django.db import DatabaseError, transaction
from django.test import RequestFactory

import pytest
from pytest_django.fixtures import Settings

from cms.history import record, where_now
from cms.history.where import WhereMiddleware
from cms.models import LogLine, Practice, Role
from cms.users.models import User
from tests.factories import make_offering, make_practice, make_registration, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def owner(practice: Practice) -> User:
    return make_user(practice=practice, role=Role.OWNER)


def test_a_line_tells_who_did_what_to_which_thing(practice: Practice, owner: User) -> None:
    offering = make_offering(practice)
    line = record(
        practice=practice,
        user=owner,
        action="edited",
        subject=offering,
        changes={"seats": [14, 16]},
    )
    line.refresh_from_db()
    assert (line.user, line.action, line.where) == (owner, "edited", "")
    assert (line.subject_kind, line.subject_key) == ("courses.offering", str(offering.pk))
    assert line.title.startswith("course-")
    assert line.changes == {"seats": [14, 16]}


@pytest.mark.parametrize(
    "change",
    [{"action": "x"}, {"where": "10.0.0.1"}, {"changes": {"seats": [1, 2]}}, {"title": "x"}],
)
def test_the_database_refuses_to_change_a_line(
    practice: Practice, owner: User, change: dict[str, object]
) -> None:
    line = record(practice=practice, user=owner, action="edited", title="y", changes={"a": [1, 2]})
    with pytest.raises(DatabaseError), transaction.atomic():
        LogLine.objects.filter(pk=line.pk).update(**change)


def test_what_is_personal_can_be_emptied_and_a_user_deleted(
    practice: Practice, owner: User
) -> None:
    line = record(practice=practice, user=owner, action="edited", title="y", changes={"a": [1, 2]})
    LogLine.objects.filter(pk=line.pk).update(where="", title="", changes=None)
    owner.delete()
    line.refresh_from_db()
    assert (line.user, line.title, line.changes, line.action) == (None, "", None, "edited")


def test_a_line_knows_from_where_the_request_came(settings: Settings) -> None:
    settings.TRUSTED_PROXY_COUNT = 1
    request = RequestFactory().get("/", HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.7")
    assert WhereMiddleware(lambda _request: where_now())(request) == "192.0.2.7"
    assert where_now() == ""


def test_a_booking_is_noted_with_its_address(practice: Practice) -> None:
    registration = make_registration(make_offering(practice))
    assert [line.where for line in registration.history.all()] == [""]
