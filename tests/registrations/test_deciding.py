"""The decision date for a fewest number of participants."""

from datetime import datetime, timedelta

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import Offering
from registrations.chores import run_chores
from registrations.invariants import broken_invariants
from registrations.models import Letter, Refund, Registration
from registrations.services import go_ahead, start_checkout, undecided
from registrations.services.deciding import NothingToDecide
from registrations.states import State
from tests.factories import make_invoiced, make_offering, make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def offering(practice: Practice) -> Offering:
    return make_offering(practice, minimum_seats=3, decide_at=timezone.now() + timedelta(days=10))


def chores_at(moment: datetime, *, times: int = 2) -> None:
    with time_machine.travel(moment):
        for _ in range(times):
            run_chores()


def letters(offering: Offering) -> list[str]:
    return list(offering.letters.order_by("pk").values_list("kind", flat=True))


def is_undecided(offering: Offering, moment: datetime) -> bool:
    return undecided(now=moment).filter(pk=offering.pk).exists()


def test_owner_is_told_before_and_asked_on_the_day_once_each(offering: Offering) -> None:
    make_invoiced(offering)
    make_registration(offering)
    day = offering.decide_at
    chores_at(day - timedelta(days=3, minutes=1))
    assert letters(offering) == []
    chores_at(day - timedelta(days=3))
    chores_at(day - timedelta(days=1))
    assert letters(offering) == ["owner_decision_near"]
    assert not is_undecided(offering, day - timedelta(minutes=1))
    # The held seats have been given back by then.
    chores_at(day)
    chores_at(day + timedelta(days=1))
    assert letters(offering) == ["owner_decision_near", "owner_decide"]
    assert is_undecided(offering, day)
    letter = Letter.objects.get(kind="owner_decide")
    assert letter.recipient == offering.practice.email
    assert f"/admin/offerings/call-off/{offering.pk}/" in letter.text
    offering.refresh_from_db()
    assert offering.status == Offering.Status.PUBLISHED


def test_letter_counts_held_and_confirmed_seats(offering: Offering) -> None:
    make_invoiced(offering)
    Offering.objects.filter(pk=offering.pk).update(review_first=True)
    make_invoiced(offering)
    chores_at(offering.decide_at)
    text = Letter.objects.get(kind="owner_decide").text
    facts = [line.rsplit(":", 1)[-1].strip() for line in text.splitlines() if ":" in line]
    assert [fact for fact in facts if fact in ("1", "2", "3")] == ["3", "2", "1"]


def test_enough_is_nothing_to_tell_and_stays_decided(offering: Offering) -> None:
    registration = make_invoiced(offering, people=3)
    chores_at(offering.decide_at)
    registration.participants.filter(number=1).update(cancelled_at=timezone.now())
    chores_at(offering.decide_at + timedelta(hours=1))
    offering.refresh_from_db()
    assert (letters(offering), offering.decided_for) == ([], offering.decide_at)


def test_registrations_that_arrive_after_the_question_answer_it(offering: Offering) -> None:
    chores_at(offering.decide_at)
    with time_machine.travel(offering.decide_at + timedelta(hours=1)):
        make_invoiced(offering, people=3)
        assert not is_undecided(offering, timezone.now())
        run_chores()
    offering.refresh_from_db()
    assert offering.decided_for == offering.decide_at


def test_too_few_call_it_off_where_the_owner_chose_so(
    offering: Offering, stripe: Simulator
) -> None:
    Offering.objects.filter(pk=offering.pk).update(calls_itself_off=True)
    card = make_registration(offering)
    stripe.pay(start_checkout(registration_id=card.pk).session_id)
    stripe.deliver()
    invoiced = make_invoiced(offering)
    chores_at(offering.decide_at - timedelta(minutes=1))
    offering.refresh_from_db()
    assert offering.status == Offering.Status.PUBLISHED
    chores_at(offering.decide_at)
    offering.refresh_from_db()
    assert offering.status == Offering.Status.CALLED_OFF
    assert letters(offering) == ["owner_decision_near", "owner_called_off"]
    for registration in (card, invoiced):
        registration.refresh_from_db()
        assert registration.state == State.CANCELLED
        assert registration.letters.filter(kind="called_off").count() == 1
        assert registration.history.get(after=State.CANCELLED).actor == "system"
    assert Refund.objects.get().amount == 640000
    assert list(broken_invariants()) == []


def test_owner_says_that_it_goes_ahead(offering: Offering) -> None:
    registration = make_invoiced(offering)
    chores_at(offering.decide_at)
    with time_machine.travel(offering.decide_at + timedelta(hours=1)):
        go_ahead(offering_id=offering.pk)
        assert not is_undecided(offering, timezone.now())
        run_chores()
        with pytest.raises(NothingToDecide):
            go_ahead(offering_id=offering.pk)
    assert letters(offering) == ["owner_decide"]
    assert registration.letters.count() == 2


def test_going_ahead_before_the_day_spares_the_question(offering: Offering) -> None:
    Offering.objects.filter(pk=offering.pk).update(calls_itself_off=True)
    go_ahead(offering_id=offering.pk)
    chores_at(offering.decide_at)
    offering.refresh_from_db()
    assert (letters(offering), offering.status) == ([], Offering.Status.PUBLISHED)


def test_decision_that_is_put_off_asks_anew(offering: Offering) -> None:
    chores_at(offering.decide_at)
    day = offering.decide_at + timedelta(days=5)
    Offering.objects.filter(pk=offering.pk).update(decide_at=day)
    assert not is_undecided(offering, day - timedelta(minutes=1))
    chores_at(day)
    assert letters(offering) == ["owner_decide", "owner_decide"]


@pytest.mark.parametrize("status", [Offering.Status.DRAFT, Offering.Status.CALLED_OFF])
def test_drafts_and_dates_called_off_ask_nothing(offering: Offering, status: str) -> None:
    Offering.objects.filter(pk=offering.pk).update(status=status)
    chores_at(offering.decide_at)
    assert letters(offering) == []


def test_a_course_that_has_begun_does_not_call_itself_off(practice: Practice) -> None:
    offering = make_offering(
        practice, minimum_seats=3, calls_itself_off=True, decide_at=timezone.now()
    )
    Offering.objects.filter(pk=offering.pk).update(
        decide_at=offering.first_start + timedelta(hours=1)
    )
    registration = make_invoiced(offering)
    chores_at(offering.first_start + timedelta(hours=2))
    assert Registration.objects.get(pk=registration.pk).state == State.CONFIRMED
