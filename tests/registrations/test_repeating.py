"""Repeating a course date: new drafts on other days."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.test import Client

import pytest
import time_machine

from cms.models import LogLine, Practice, Role
from courses.copying import AFRESH, DEADLINES, PARTS, one_series, whole_copies
from courses.models import (
    CancellationTier,
    Offering,
    OfferingGuest,
    OfferingSession,
    Price,
)
from registrations.models import LetterTemplate, Registration, Reminder
from registrations.services import repeat
from tests.factories import OSLO, ask, make_invoiced, make_offering, make_practice, make_user
from tests.logging_in import logged_in

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

JANUARY = datetime(2027, 1, 5, 12, tzinfo=OSLO)


@pytest.fixture
def offering(practice: Practice) -> Offering:
    """Tuesday and Wednesday, 12 and 13 January 2027, 09–16."""
    first = datetime(2027, 1, 12, 9, tzinfo=OSLO)
    with time_machine.travel(JANUARY):
        made = make_offering(
            practice,
            starts_at=first,
            registration_deadline=first - timedelta(days=3),
            minimum_seats=4,
            decide_at=first - timedelta(days=10),
            names_by=first - timedelta(days=2),
        )
        Price.objects.create(
            offering=made, kind="early", amount=500_000, available_until=first - timedelta(days=30)
        )
        CancellationTier.objects.create(offering=made, days_before=14, fee_percent=50)
        ask(made)
    return made


def client_of(practice: Practice, role: str = Role.OWNER) -> Client:
    return logged_in(make_user(practice=practice, role=role))


def times(offering: Offering) -> list[str]:
    zone = offering.practice.zone
    return [
        f"{one.starts_at.astimezone(zone):%Y-%m-%d %H:%M}–{one.ends_at.astimezone(zone):%H:%M}"
        for one in offering.sessions.order_by("starts_at")
    ]


def copied(offering: Offering, *days: date) -> list[Offering]:
    return repeat(offering_id=offering.pk, copies=whole_copies(offering, days), user=None)


def test_a_copy_keeps_wall_clock_times_across_summer_time(offering: Offering) -> None:
    winter, summer = copied(offering, date(2027, 3, 23), date(2027, 3, 30))
    assert times(winter) == ["2027-03-23 09:00–16:00", "2027-03-24 09:00–16:00"]
    assert times(summer) == ["2027-03-30 09:00–16:00", "2027-03-31 09:00–16:00"]
    first = summer.sessions.order_by("starts_at")[0].starts_at
    assert first.astimezone(UTC).hour == 7
    assert f"{summer.registration_deadline.astimezone(OSLO):%m-%d %H:%M}" == "03-27 09:00"


def test_a_night_session_never_ends_before_it_begins(practice: Practice) -> None:
    """At two o'clock on 28 March 2027 the clock goes to three."""
    night = datetime(2027, 1, 10, 1, 30, tzinfo=OSLO)
    offering = make_offering(practice, starts_at=night, days=0)
    OfferingSession.objects.create(
        offering=offering, starts_at=night, ends_at=night + timedelta(hours=1)
    )
    offering = Offering.objects.get(pk=offering.pk)
    assert times(copied(offering, date(2027, 3, 28))[0]) == ["2027-03-28 01:30–03:30"]


def test_everything_goes_along_but_what_belongs_to_that_delivery_alone(
    offering: Offering, practice: Practice
) -> None:
    with time_machine.travel(JANUARY):
        make_invoiced(offering)
    OfferingGuest.objects.create(offering=offering, user=make_user())
    Offering.objects.filter(pk=offering.pk).update(
        dates_moved_at=JANUARY, free_cancel_until=JANUARY, decided_for=JANUARY
    )
    (made,) = copied(Offering.objects.get(pk=offering.pk), date(2027, 2, 9))
    four_weeks = timedelta(weeks=4)
    same = {
        field.name: getattr(offering, field.name)
        for field in Offering._meta.concrete_fields
        if field.name not in {"id", *AFRESH, *DEADLINES}
    }
    assert {name: getattr(made, name) for name in same} == same
    assert (made.status, made.dates_moved_at, made.free_cancel_until, made.decided_for) == (
        *("draft", None, None),
        None,
    )
    for name in ("registration_deadline", "decide_at", "names_by"):
        assert getattr(made, name) == getattr(offering, name) + four_weeks
    assert [(p.kind, p.amount, p.available_until) for p in made.prices.order_by("kind")] == [
        ("early", 500_000, datetime(2027, 1, 10, 9, tzinfo=OSLO)),
        ("ordinary", 640_000, None),
    ]
    assert list(made.cancellation_tiers.values_list("days_before", "fee_percent")) == [(14, 50)]
    assert [one.question for one in made.questions.all()] == [
        one.question for one in offering.questions.all()
    ]
    assert (made.guests.count(), Registration.objects.filter(offering=made).count()) == (0, 0)
    assert made.code != offering.code


def test_each_part_of_a_course_date_is_copied_or_left_on_purpose() -> None:
    """Whoever adds a part decides here whether repeating takes it along."""
    names = {relation.get_accessor_name() for relation in Offering._meta.related_objects}
    parts = {name for name in names if name and not name.endswith("+")}
    left = {"sessions", "reminders", "guests", "discount_codes", "registrations", "letters"}
    assert parts - left - {"enquiry", "messages"} == set(PARTS)


def test_each_draft_is_noted_with_all_that_is_kept_of_it(offering: Offering) -> None:
    made = copied(offering, date(2027, 3, 23), date(2027, 3, 30))
    noted = LogLine.objects.filter(action="created").order_by("pk")
    assert [line.subject_key for line in noted] == [str(one.pk) for one in made]
    for line, one in zip(noted, made, strict=True):
        assert line.changes["code"] == [None, one.code]
        assert line.changes["status"] == [None, "draft"]
        sessions = [value for name, value in line.changes.items() if name.startswith("sessions/")]
        assert len(sessions) == 2


def test_the_reminders_are_those_of_the_one_repeated(offering: Offering) -> None:
    template = LetterTemplate.objects.filter(practice=offering.practice).first()
    offering.reminders.all().delete()
    Reminder.objects.create(
        practice=offering.practice, offering=offering, template=template, amount=9, unit="days"
    )
    (made,) = copied(offering, date(2027, 2, 9))
    facts = ("template", "audience", "amount", "unit", "side", "anchor", "paused")
    assert list(made.reminders.values(*facts)) == list(offering.reminders.values(*facts))


def test_a_series_has_one_session_on_each_day(offering: Offering) -> None:
    days = [date(2027, 2, 9), date(2027, 3, 9), date(2027, 4, 13)]
    (made,) = repeat(offering_id=offering.pk, copies=one_series(offering, days), user=None)
    assert times(made) == [
        "2027-02-09 09:00–16:00",
        "2027-03-09 09:00–16:00",
        "2027-04-13 09:00–16:00",
    ]


def asked(**facts: Any) -> dict[str, Any]:
    return {
        "making": "dates",
        "first_day": "2027-02-09",
        "number": "3",
        "rhythm": "months",
        "every": "1",
        "skip_weeks": "",
        "action": "preview",
        **facts,
    }


def test_the_preview_names_holidays_and_nothing_is_made_before_it_is_confirmed(
    offering: Offering, practice: Practice
) -> None:
    address = f"/admin/offerings/repeat/{offering.pk}/"
    weekly = asked(first_day="2027-05-16", rhythm="weeks")
    with time_machine.travel(JANUARY):
        client = client_of(practice)
        assert client.get(address).status_code == 200
        page = client.post(address, weekly)
        assert [one.remarks for one in page.context["shown"]] == [
            [
                "Public holiday on 16 May 2027: Pentecost",
                "Public holiday on 17 May 2027: Constitution Day; Pentecost Monday",
            ],
            [],
            [],
        ]
        skipping = client.post(address, weekly | {"skip_holidays": "on", "skip_weeks": "21"})
    assert [one.day.isoformat() for one in skipping.context["shown"]] == [
        "2027-05-23",
        "2027-06-06",
        "2027-06-13",
    ]
    assert Offering.objects.count() == 1


def test_what_was_shown_and_ticked_is_made_and_changes_are_shown_first(
    offering: Offering, practice: Practice
) -> None:
    address = f"/admin/offerings/repeat/{offering.pk}/"
    shown = ["2027-02-09", "2027-03-09", "2027-04-13"]
    confirmed = asked(action="confirm", shown=shown, kept=[shown[0], shown[2]])
    with time_machine.travel(JANUARY):
        client = client_of(practice)
        assert client.post(address, confirmed | {"number": "4"}).status_code == 200
        assert client.post(address, confirmed | {"kept": []}).status_code == 200
        assert Offering.objects.count() == 1
        response = client.post(address, confirmed)
    assert response["Location"] == "/admin/offerings/?status=draft"
    made = Offering.objects.exclude(pk=offering.pk).order_by("pk")
    assert [times(one)[0] for one in made] == ["2027-02-09 09:00–16:00", "2027-04-13 09:00–16:00"]


def test_mistakes_are_told(offering: Offering, practice: Practice) -> None:
    wrong = asked(first_day="2027-01-05", skip_weeks="60", number="41")
    with time_machine.travel(JANUARY):
        page = client_of(practice).post(f"/admin/offerings/repeat/{offering.pk}/", wrong)
    assert sorted(page.context["form"].errors) == ["first_day", "number", "skip_weeks"]


def test_nobody_repeats_another_practices_course_date(offering: Offering) -> None:
    other = make_practice("tankelage", hostname="x.localhost", languages=("sv",), default=False)
    strangers = [client_of(other), client_of(offering.practice, Role.EDITOR)]
    address = f"/admin/offerings/repeat/{offering.pk}/"
    assert [one.post(address, asked()).status_code for one in strangers] == [404, 404]
    assert Offering.objects.count() == 1
