"""What waits for an editor, on the first page of the administration."""

from django.test import Client

import pytest

from cms.models import Role
from tests.factories import home_of, make_course_pages, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_an_editor_sees_own_drafts_alone() -> None:
    practice = make_practice()
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    page = make_course_pages(practice, title="Own draft")["nb"]
    page.title = "Changed and not published"
    page.save_revision()
    strange = home_of(other, "sv")
    strange.title = "Another's draft"
    strange.save_revision()
    client = Client()
    client.force_login(make_user(practice=practice, role=Role.EDITOR))
    body = client.get("/admin/").content.decode()
    assert f"/admin/pages/{page.pk}/edit/" in body.partition('id="your-pages')[2]
    assert f"/admin/pages/{strange.pk}/edit/" not in body
