"""Seats: what is left, what is said of it, and that there is never one too many."""

from datetime import timedelta

from django.db import IntegrityError
from django.utils import timezone, translation

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.models import Registration
from registrations.seats import availability, seats_held
from registrations.services import NotEnoughSeats, NotForSale, PriceChanged, WrongMethod
from registrations.states import HELD_FOR_A_TIME, HOLDING, State
from tests.factories import make_invoiced, make_offering, make_registration

pytestmark = pytest.mark.django_db


def said_of(offering: Offering) -> tuple[str, str]:
    offering = Offering.objects.with_facts().get(pk=offering.pk)
    with translation.override("en"):
        state = availability([offering])[offering.pk]
        return state.state, state.label


def test_few_seats_are_counted_and_then_it_is_full(practice: Practice) -> None:
    offering = make_offering(practice, seats=4)
    assert said_of(offering) == ("open", "4 seats left")
    make_invoiced(offering, people=3)
    assert said_of(offering) == ("few", "1 seat left")
    make_registration(offering)
    assert said_of(offering) == ("full", "Fully booked")


def test_every_reason_why_nobody_can_register(practice: Practice) -> None:
    now = timezone.now()
    cases = {
        ("called_off", "Called off"): {"status": "called_off"},
        ("closed", "Registration is closed"): {"status": "closed"},
        ("past", "This date is over"): {"starts_at": now - timedelta(days=9)},
        ("not_open", "Registration has not opened yet"): {
            "registration_opens_at": now + timedelta(days=1)
        },
    }
    for said, facts in cases.items():
        assert said_of(make_offering(practice, **facts)) == said
    assert said_of(make_offering(practice, registration_deadline=now - timedelta(minutes=1))) == (
        "closed",
        "Registration is closed",
    )


def test_availability_takes_two_queries_for_any_number_of_offerings(
    practice: Practice, django_assert_num_queries
) -> None:
    for number in (1, 3):
        for _ in range(number):
            make_offering(practice)
        offerings = list(Offering.objects.with_facts())
        with django_assert_num_queries(2):
            states = availability(offerings)
        assert len(states) == len(offerings)


@pytest.mark.parametrize("state", State)
def test_only_holding_states_take_seats(offering: Offering, state: State) -> None:
    registration = make_registration(offering, people=2)
    hold = registration.hold_until if state in HELD_FOR_A_TIME else None
    Registration.objects.filter(pk=registration.pk).update(state=state, hold_until=hold)
    assert seats_held(offering) == (2 if state in HOLDING else 0)


def test_more_than_is_left_takes_nothing(practice: Practice) -> None:
    offering = make_offering(practice, seats=2)
    with pytest.raises(NotEnoughSeats) as refusal:
        make_registration(offering, people=3)
    assert refusal.value.left == 2
    assert Registration.objects.count() == 0


def test_full_closed_past_and_unpriced_offerings_refuse(practice: Practice) -> None:
    for facts in (
        {"status": Offering.Status.CLOSED},
        {"status": Offering.Status.DRAFT},
        {"status": Offering.Status.CALLED_OFF},
        {"price": None},
        {"starts_at": timezone.now() - timedelta(days=1)},
    ):
        with pytest.raises(NotForSale):
            make_registration(make_offering(practice, **facts))
    assert Registration.objects.count() == 0


def test_the_price_paid_is_the_price_seen_m9(offering: Offering) -> None:
    with pytest.raises(PriceChanged) as refusal:
        make_registration(offering, quoted_total=1)
    assert refusal.value.total.gross == 640000
    assert Registration.objects.count() == 0


def test_a_private_person_gets_no_invoice(offering: Offering) -> None:
    with pytest.raises(WrongMethod):
        make_registration(offering, method=Registration.Method.INVOICE)


def test_the_database_refuses_an_unknown_state(offering: Offering) -> None:
    registration = make_registration(offering)
    with pytest.raises(IntegrityError):
        Registration.objects.filter(pk=registration.pk).update(state="lost", hold_until=None)
