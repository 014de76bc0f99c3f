"""The history in the admin: what was before and after, and blanking it."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from wagtail.users.models import UserProfile

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.history import changes_in_words, forget_addresses, record, recorded
from cms.models import LogLine, Practice, Role
from cms.users.models import User
from courses.models import Course, DiscountCode, Offering
from tests.courses.test_viewsets import rows, typed
from tests.factories import make_course_pages, make_offering, make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def course(practice: Practice) -> Course:
    return make_course_pages(practice, title="Skills")["nb"].course


@pytest.fixture
def owner(practice: Practice) -> User:
    user = make_user(practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=user, preferred_language="en")
    return user


def noted() -> list[LogLine]:
    """All lines but those of the terms that every practice begins with."""
    return list(LogLine.objects.exclude(action="terms_published"))


def told(line: LogLine) -> list[tuple[str, str, str]]:
    with override("en"):
        changes = changes_in_words(line.changes, kind=line.subject_kind, zone=OSLO)
    return [
        (change.what, change.before.replace("\xa0", " "), change.after.replace("\xa0", " "))
        for change in changes
    ]


def test_what_is_edited_on_a_date_is_told_with_its_sessions_and_prices(
    owner: User, client: Client, course: Course
) -> None:
    client.force_login(owner)
    client.post("/admin/offerings/new/", typed(course))
    offering = Offering.objects.get()
    first, second = offering.sessions.order_by("pk")
    ordinary, early = offering.prices.order_by("pk")
    answer = client.post(
        f"/admin/offerings/edit/{offering.pk}/",
        typed(
            course,
            code=offering.code,
            seats=16,
            **rows(
                "sessions",
                {"id": first.pk, "starts_at": "2027-03-26 10:00", "ends_at": "2027-03-26 16:00"},
                {"id": second.pk, "DELETE": "on"},
                before=2,
            ),
            **rows(
                "prices",
                {"id": ordinary.pk, "kind": "ordinary", "amount": "6900"},
                {
                    "id": early.pk,
                    "kind": "early",
                    "amount": "5700",
                    "available_until": "2027-02-01 23:59",
                },
                before=2,
            ),
        ),
    )
    assert answer.status_code == 302
    edited, created = noted()
    assert (created.action, edited.action, edited.user) == ("created", "edited", owner)
    assert edited.title == "Skills nb, 26. mars 2027 10:00"
    assert told(edited) == [
        ("Seats", "14", "16"),
        (
            "Session",
            "Begins: 03/26/2027 9 a.m.; Ends: 03/26/2027 4 p.m.",
            "Begins: 03/26/2027 10 a.m.; Ends: 03/26/2027 4 p.m.",
        ),
        ("Session", "Begins: 03/29/2027 9 a.m.; Ends: 03/29/2027 4 p.m.", "–"),
        (
            "Price",
            "Kind: Ordinary price; Amount: NOK 6,400.50",
            "Kind: Ordinary price; Amount: NOK 6,900",
        ),
    ]


def test_a_code_and_the_settings_tell_of_their_changes(practice: Practice, owner: User) -> None:
    code = DiscountCode.objects.create(practice=practice, code="X", amount=10000, currency="NOK")
    with recorded(code, user=owner):
        code.amount, code.active = 20000, False
        code.save()
        code.offerings.add(make_offering(practice))
    (line,) = noted()
    assert [what for what, _before, _after in told(line)] == [
        "Amount off each seat",
        "Active",
        "Course dates",
    ]
    with recorded(practice, user=owner):
        practice.save()
    assert len(noted()) == 1


def test_an_owner_finds_and_reads_the_lines_of_the_own_practice_alone(
    practice: Practice, owner: User, client: Client
) -> None:
    other = make_practice(
        "tankelage", hostname="tankelage.localhost", languages=("sv",), default=False
    )
    offering = make_offering(practice)
    line = record(
        practice=practice, user=owner, action="edited", subject=offering, changes={"seats": [1, 2]}
    )
    foreign = record(practice=other, user=None, action="edited", title="Not yours")
    client.force_login(owner)
    body = client.get("/admin/history/").content.decode()
    assert (line.title in body, "Not yours" in body) == (True, False)
    subject = f"courses.offering:{offering.pk}"
    assert line.title in client.get(f"/admin/history/?subject={subject}").content.decode()
    for nothing in ("subject=courses.offering:0", "action=exported", "q=nowhere"):
        assert line.title not in client.get(f"/admin/history/?{nothing}").content.decode()
    assert client.get(f"/admin/history/inspect/{line.pk}/").status_code == 200
    assert client.get(f"/admin/history/inspect/{foreign.pk}/").status_code == 404
    assert client.post(f"/admin/history/blank/{foreign.pk}/", {"reason": "x"}).status_code == 404


def test_a_line_is_blanked_for_a_reason_and_that_is_a_line(
    practice: Practice, owner: User, client: Client
) -> None:
    line = record(
        practice=practice, user=owner, action="exported", title="Kari", changes={"name": ["a", "b"]}
    )
    client.force_login(owner)
    address = f"/admin/history/blank/{line.pk}/"
    client.post(address, {"reason": " "})
    line.refresh_from_db()
    assert line.title == "Kari"
    client.post(address, {"reason": "She asked for it"})
    client.post(address, {"reason": "Again"})
    line.refresh_from_db()
    assert (line.title, line.changes, line.action) == ("", None, "exported")
    blanking = LogLine.objects.get(action="blanked")
    assert (blanking.title, blanking.subject_key) == ("She asked for it", str(line.pk))


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_three_lines_as_for_one(
    practice: Practice,
    owner: User,
    client: Client,
    number: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(owner)
    client.get("/admin/history/")
    for _line in range(number):
        record(practice=practice, user=owner, action="edited", subject=practice)
    with django_assert_num_queries(17):
        client.get("/admin/history/")


def test_old_addresses_are_forgotten(practice: Practice) -> None:
    line = LogLine.objects.create(practice=practice, action="edited", where="192.0.2.7")
    later = timezone.now() + timedelta(days=370)
    for now in (timezone.now(), later):
        forget_addresses(LogLine.objects.all(), practice="practice", now=now)
        line.refresh_from_db()
        assert line.where == ("192.0.2.7" if now != later else "")
