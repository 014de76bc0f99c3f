"""Two at the door, at the same moment. On PostgreSQL."""

from datetime import timedelta

from django.utils import timezone

import pytest

from cms.models import Practice
from courses.models import OfferingSession
from registrations import services
from registrations.invariants import broken_invariants
from registrations.models import Actor, Attendance, Participant
from registrations.services import PersonComing
from tests.concurrency.together import at_once
from tests.factories import make_invoiced, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TEN = 10


@pytest.fixture
def practice() -> Practice:
    return make_practice()


@pytest.fixture
def person(practice: Practice) -> Participant:
    return make_invoiced(make_offering(practice), people=2).participants.get(number=1)


@pytest.fixture
def session(person: Participant) -> OfferingSession:
    """It began a moment ago, though people had registered for a later day."""
    session = person.registration.offering.sessions_list[0]
    session.starts_at = timezone.now() - timedelta(minutes=1)
    session.ends_at = session.starts_at + timedelta(hours=2)
    session.save()
    return session


def test_ten_phones_and_everybody_at_once_make_one_row_for_each(
    person: Participant, session: OfferingSession
) -> None:
    def say(number: int) -> str:
        if number % 3 == 0:
            services.mark_all(session_id=session.pk, user=None)
        else:
            services.mark(session_id=session.pk, participant_id=person.pk, present=True, user=None)
        return "said"

    assert at_once(TEN, say) == {"said": TEN}
    rows = Attendance.objects.values_list("participant__number", "minutes").order_by("participant")
    assert list(rows) == [(1, 120), (2, 120)]
    noted = person.registration.history.filter(action="attended").values_list("why", flat=True)
    assert sorted(", ".join(noted).split(", ")) == ["1", "2"]
    assert list(broken_invariants()) == []


def test_a_seat_that_is_passed_on_or_given_up_meanwhile_keeps_the_books_true(
    person: Participant, session: OfferingSession
) -> None:
    booked = {"registration_id": person.registration_id, "actor": Actor.OWNER}

    def act(number: int) -> str:
        try:
            if number == 0:
                services.substitute(**booked, number=1, person=PersonComing(name="Hedda"))
            elif number == 1:
                services.cancel(**booked, numbers=[2], quoted_refund=0, percent=0)
            else:
                services.mark_all(session_id=session.pk, user=None)
        except services.QuoteChanged:
            return "refused"
        return "done"

    said = at_once(4, act)
    assert said.total() == 4
    theirs = Attendance.objects.of_who_sits_there().filter(participant=person)
    assert theirs.count() <= 1
    earlier = Attendance.objects.exclude(earlier_person="").values_list("earlier_person", flat=True)
    assert set(earlier) <= {"Person 1"}
    assert list(broken_invariants()) == []
