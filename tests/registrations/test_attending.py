"""Who was at a session: the last word counts, and what was attended stays true."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

import pytest
import time_machine

from courses.models import Offering, OfferingSession
from registrations.history_shown import shown_changes
from registrations.invariants import broken_invariants
from registrations.models import Actor, Attendance, Participant
from registrations.services import (
    CannotMove,
    NotComing,
    NotThatLong,
    NotYet,
    PersonComing,
    cancel,
    mark,
    mark_all,
    move_dates,
    substitute,
)
from registrations.services.moving_dates import Refusal, spans_of
from tests.factories import OSLO, make_invoiced, make_offering, make_registration, make_user

pytestmark = pytest.mark.django_db

LENGTH = 7 * 60


@pytest.fixture
def today(offering: Offering) -> OfferingSession:
    """The first session of the offering, which begins in an hour."""
    return offering.sessions_list[0]


@pytest.fixture(autouse=True)
def at_the_door(offering: Offering) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(offering.first_start - timedelta(hours=1), tick=False) as clock:
        yield clock


def facts(row: Attendance) -> tuple[int, int, int]:
    row.refresh_from_db()
    return row.minutes, row.came_late, row.left_early


def coming(offering: Offering, people: int = 1, **facts: str) -> list[Participant]:
    with time_machine.travel(offering.first_start - timedelta(days=20)):
        return list(make_invoiced(offering, people=people, **facts).participants.all())


def test_somebody_is_present_in_full_or_but_for_some_minutes(
    offering: Offering, today: OfferingSession
) -> None:
    [person] = coming(offering)
    user = make_user("owner@steinlia.example")
    row = mark(session_id=today.pk, participant_id=person.pk, present=True, user=user)
    assert (facts(row), row.marked_by) == ((LENGTH, 0, 0), user)
    mark(
        session_id=today.pk,
        participant_id=person.pk,
        present=True,
        came_late=20,
        left_early=40,
        user=user,
    )
    assert facts(row) == (LENGTH - 60, 20, 40)
    mark(session_id=today.pk, participant_id=person.pk, present=False, user=user)
    assert facts(row) == (0, 0, 0)
    noted = person.registration.history.filter(action__contains="attended")
    assert [(line.action, line.why, line.user) for line in noted] == [
        ("attended", "1", user),
        ("attended", "1", user),
        ("not_attended", "1", user),
    ]
    day = f"{today.starts_at.astimezone(OSLO):%Y-%m-%d}"
    assert [line.changes for line in noted] == [
        {f"attendance/1/{day}": pair}
        for pair in ([0, LENGTH], [LENGTH, LENGTH - 60], [LENGTH - 60, 0])
    ]
    [shown] = shown_changes(noted[0])
    assert (shown.before, shown.after) == ("0", "420")
    assert list(broken_invariants()) == []


def test_the_same_word_twice_is_one(offering: Offering, today: OfferingSession) -> None:
    [person] = coming(offering)
    for _again in range(2):
        mark(session_id=today.pk, participant_id=person.pk, present=True, user=None)
    assert Attendance.objects.count() == 1
    assert person.registration.history.filter(action="attended").count() == 1


def test_of_two_words_the_later_one_counts_in_whatever_order_they_come(
    offering: Offering, today: OfferingSession
) -> None:
    [person] = coming(offering)
    now = timezone.now()
    said = {"session_id": today.pk, "participant_id": person.pk, "user": None}
    row = mark(**said, present=False, at=now - timedelta(minutes=1))
    assert mark(**said, present=True, at=now - timedelta(minutes=5)) == row
    assert facts(row) == (0, 0, 0)
    mark(**said, present=True, at=now + timedelta(days=3))
    row.refresh_from_db()
    assert (row.minutes, row.marked_at) == (LENGTH, now)


def test_what_was_taken_back_is_not_brought_up_again_by_an_older_word(
    offering: Offering, today: OfferingSession
) -> None:
    [person] = coming(offering)
    now = timezone.now()
    said = {"session_id": today.pk, "participant_id": person.pk, "user": None}
    mark(**said, present=True, at=now - timedelta(minutes=3))
    row = mark(**said, present=False, at=now - timedelta(minutes=1))
    mark(**said, present=True, at=now - timedelta(minutes=3))
    assert facts(row) == (0, 0, 0)


def test_all_who_come_are_there_at_once_and_who_came_late_stays_late(
    offering: Offering, today: OfferingSession
) -> None:
    late, other, away = coming(offering, people=3)
    [alone] = coming(offering, booker_name="Solveig Berg")
    user = make_user("owner@steinlia.example")
    mark(session_id=today.pk, participant_id=late.pk, present=True, came_late=30, user=user)
    mark(session_id=today.pk, participant_id=away.pk, present=False, user=user)
    assert mark_all(session_id=today.pk, user=user) == 3
    rows = Attendance.objects.values_list("participant", "minutes").order_by("participant")
    assert list(rows) == [
        (late.pk, LENGTH - 30),
        (other.pk, LENGTH),
        (away.pk, LENGTH),
        (alone.pk, LENGTH),
    ]
    line = late.registration.history.filter(action="attended").last()
    assert line.why == "2, 3"
    assert mark_all(session_id=today.pk, user=user) == 0


def test_only_those_who_come_are_marked(offering: Offering, today: OfferingSession) -> None:
    gone, stays = coming(offering, people=2)
    cancel(
        registration_id=gone.registration_id,
        numbers=[1],
        actor=Actor.OWNER,
        quoted_refund=0,
        percent=0,
    )
    with time_machine.travel(offering.first_start - timedelta(days=20)):
        unpaid = make_registration(offering).participants.get()
        elsewhere = make_invoiced(make_offering(offering.practice)).participants.get()
    for person in (gone, unpaid, elsewhere):
        with pytest.raises(NotComing):
            mark(session_id=today.pk, participant_id=person.pk, present=True, user=None)
    assert mark_all(session_id=today.pk, user=None) == 1
    assert Attendance.objects.get().participant == stays


def test_a_session_is_marked_from_its_own_day_on_in_the_zone_of_the_practice(
    offering: Offering, today: OfferingSession, at_the_door: time_machine.Traveller
) -> None:
    [person] = coming(offering)
    tomorrow = offering.sessions_list[1]
    with pytest.raises(NotYet):
        mark(session_id=tomorrow.pk, participant_id=person.pk, present=True, user=None)
    with pytest.raises(NotYet):
        mark_all(session_id=tomorrow.pk, user=None)
    midnight = datetime.combine(tomorrow.starts_at.astimezone(OSLO).date(), datetime.min.time())
    at_the_door.move_to(midnight.replace(tzinfo=OSLO))
    assert mark_all(session_id=tomorrow.pk, user=None) == 1
    at_the_door.shift(timedelta(days=400))
    assert mark_all(session_id=today.pk, user=None) == 1


@pytest.mark.parametrize(("late", "early"), [(LENGTH, 0), (1, LENGTH), (-5, 0), (0, -1)])
def test_nobody_misses_more_than_the_session(
    offering: Offering, today: OfferingSession, late: int, early: int
) -> None:
    [person] = coming(offering)
    with pytest.raises(NotThatLong):
        mark(
            session_id=today.pk,
            participant_id=person.pk,
            present=True,
            came_late=late,
            left_early=early,
            user=None,
        )
    assert not Attendance.objects.exists()


def test_a_substitute_does_not_get_the_hours_of_the_one_before(
    offering: Offering, today: OfferingSession, at_the_door: time_machine.Traveller
) -> None:
    [person] = coming(offering)
    mark(session_id=today.pk, participant_id=person.pk, present=True, user=None)
    substitute(
        registration_id=person.registration_id,
        number=1,
        person=PersonComing(name="Hedda Ny"),
        actor=Actor.OWNER,
    )
    at_the_door.shift(timedelta(days=1))
    tomorrow = offering.sessions_list[1]
    mark(session_id=tomorrow.pk, participant_id=person.pk, present=True, came_late=10, user=None)
    rows = Attendance.objects.order_by("session").values_list("earlier_person", "minutes")
    assert list(rows) == [("Person 1", LENGTH), ("", LENGTH - 10)]
    theirs = person.attendances.of_who_sits_there()
    assert theirs.minutes_together() == LENGTH - 10


def test_an_attended_session_is_neither_moved_nor_taken_away(
    offering: Offering, today: OfferingSession
) -> None:
    coming(offering)
    mark_all(session_id=today.pk, user=None)
    first, second = spans_of(offering)
    week = timedelta(days=7)
    asked = {"offering_id": offering.pk, "free_cancel_until": None, "words": {}, "user": None}
    for sessions in ([second], [(first[0] + week, first[1] + week), second]):
        with pytest.raises(CannotMove) as refused:
            move_dates(**asked, sessions=sessions)
        assert refused.value.refusal == Refusal.ATTENDED
    earlier = (first[0] - timedelta(minutes=50), first[0] - timedelta(minutes=10))
    move_dates(**asked, sessions=[earlier, first])
    today.refresh_from_db()
    assert (today.starts_at, today.ends_at) == first
    assert spans_of(offering) == (earlier, first)
    assert list(broken_invariants()) == []


def test_the_database_refuses_what_must_not_be(offering: Offering, today: OfferingSession) -> None:
    [person] = coming(offering)
    facts = {"participant": person, "session": today, "marked_at": timezone.now()}
    Attendance.objects.create(**facts, minutes=10)
    for wrong in ({"minutes": 5}, {"minutes": 0, "came_late": 3, "earlier_person": "A"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Attendance.objects.create(**facts, **wrong)


def test_marking_all_takes_no_more_queries_for_more_people(
    offering: Offering, today: OfferingSession, django_assert_max_num_queries
) -> None:
    coming(offering, people=10)
    with django_assert_max_num_queries(14):
        assert mark_all(session_id=today.pk, user=None) == 10
