"""Discount codes: what they take off, when they cannot be used, and the seats kept for them."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

import pytest
import time_machine

from cms.models import Practice
from courses.models import DiscountCode, Offering
from registrations.chores import run_chores
from registrations.codes import CodeProblem
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.seats import availability
from registrations.services import CodeRefused, NotEnoughSeats, NotForSale, give_up, withdraw
from registrations.states import State
from tests.factories import make_invoiced, make_offering, make_practice, make_registration
from tests.stripe_simulator import Simulator

pytestmark = pytest.mark.django_db

ORDINARY = 640000


def make_code(practice: Practice, *offerings: Offering, **facts: Any) -> DiscountCode:
    facts = {"percent": 25, **facts}
    code = DiscountCode.objects.create(practice=practice, code="SOMMER", **facts)
    code.offerings.set(offerings)
    return code


def with_code(offering: Offering, total: int, **facts: Any) -> Registration:
    return make_registration(offering, code="sommer", quoted_total=total, **facts)


def test_the_ledger_tells_the_price_and_the_discount(offering: Offering) -> None:
    code = make_code(offering.practice)
    registration = with_code(offering, 960000, people=2)
    assert registration.code == code
    lines = list(registration.ledger.order_by("pk").values_list("kind", "amount"))
    assert lines == [("price", 1280000), ("discount", -320000)]
    assert registration.history.filter(action="code_used").get().why == "SOMMER"
    assert list(broken_invariants()) == []


def test_an_amount_is_taken_off_each_seat_but_not_below_nothing(offering: Offering) -> None:
    make_code(offering.practice, percent=None, amount=100000, currency="NOK")
    assert with_code(offering, 1080000, people=2).total.gross == 1080000


@pytest.mark.parametrize("typed", ["Høst 10", " HØST 10 ", "høst 10"])
def test_capital_and_small_letters_are_the_same_beyond_a_to_z_too(
    offering: Offering, typed: str
) -> None:
    DiscountCode.objects.create(practice=offering.practice, code="høst 10", percent=25)
    assert make_registration(offering, code=typed, quoted_total=480000).total.gross == 480000


def refusal(offering: Offering, **facts: Any) -> CodeProblem:
    with pytest.raises(CodeRefused) as refused:
        with_code(offering, 480000, **facts)
    return refused.value.problem


def test_each_reason_why_a_code_cannot_be_used_is_named(
    practice: Practice, offering: Offering
) -> None:
    assert refusal(offering) == CodeProblem.UNKNOWN
    code = make_code(practice)
    day, now = timedelta(days=1), timezone.now()
    for problem, facts in (
        (CodeProblem.TOO_EARLY, {"valid_from": now + day}),
        (CodeProblem.OVER, {"valid_from": None, "valid_until": now - day}),
        (CodeProblem.OVER, {"valid_until": None, "active": False}),
    ):
        DiscountCode.objects.filter(pk=code.pk).update(**facts)
        assert refusal(offering) == problem
    DiscountCode.objects.filter(pk=code.pk).update(active=True, most_uses=1)
    with_code(offering, 480000)
    assert refusal(offering) == CodeProblem.USED_UP
    DiscountCode.objects.filter(pk=code.pk).update(most_uses=None)
    code.offerings.add(make_offering(practice))
    assert refusal(offering) == CodeProblem.NOT_HERE
    assert Registration.objects.count() == 1


def test_a_code_in_another_currency_is_not_for_this_date(offering: Offering) -> None:
    make_code(offering.practice, percent=None, amount=100, currency="SEK")
    assert refusal(offering) == CodeProblem.NOT_HERE


def test_another_practices_code_is_unknown(offering: Offering) -> None:
    make_code(make_practice("other", hostname="other.localhost", default=False))
    assert refusal(offering) == CodeProblem.UNKNOWN


def test_a_use_is_given_back_when_the_registration_ends(offering: Offering) -> None:
    make_code(offering.practice, most_uses=1)
    first = with_code(offering, 480000)
    give_up(registration_id=first.pk, actor=Actor.BOOKER)
    assert with_code(offering, 480000).state == State.AWAITING_PAYMENT


def test_who_waits_with_a_code_uses_it(practice: Practice) -> None:
    offering = make_offering(practice, waiting_list=True)
    make_code(practice, most_uses=1)
    with_code(offering, 480000, joins_list=True)
    assert refusal(offering) == CodeProblem.USED_UP


def test_a_code_of_a_hundred_percent_never_asks_stripe_m10(
    offering: Offering, stripe: Simulator
) -> None:
    make_code(offering.practice, percent=100)
    registration = with_code(offering, 0, people=2, method="none")
    assert (registration.state, registration.method) == (State.CONFIRMED, "none")
    lines = list(registration.ledger.order_by("pk").values_list("kind", "amount"))
    assert lines == [("price", 1280000), ("discount", -1280000)]
    assert stripe.calls == []
    kinds = list(registration.letters.order_by("pk").values_list("kind", flat=True))
    assert kinds == ["confirmed", "owner_new"]
    withdraw(registration_id=registration.pk, actor=Actor.BOOKER)
    assert list(broken_invariants()) == []


def test_seats_kept_for_a_code_are_for_those_who_have_it(practice: Practice) -> None:
    offering = make_offering(practice, seats=4)
    make_code(practice, offering, seats_kept=3)
    assert availability([offering])[offering.pk].seats_left == 1
    with pytest.raises(NotEnoughSeats):
        make_registration(offering, people=2)
    make_registration(offering)
    state = availability([offering])[offering.pk]
    assert (state.seats_left, state.can_register, state.can_register_with_code) == (0, False, True)
    assert with_code(offering, 3 * 480000, people=3).participants.count() == 3
    assert list(broken_invariants()) == []


def test_seats_held_with_the_code_are_kept_no_more(practice: Practice) -> None:
    offering = make_offering(practice, seats=4)
    make_code(practice, offering, seats_kept=2)
    with_code(offering, 3 * 480000, people=3)
    assert availability([offering])[offering.pk].seats_left == 1
    other = make_offering(practice, seats=4)
    assert availability([other])[other.pk].seats_left == 4


def test_more_seats_kept_than_free_leave_none_for_others(practice: Practice) -> None:
    offering = make_offering(practice, seats=4)
    make_invoiced(offering, people=3)
    make_code(practice, offering, seats_kept=3)
    assert availability([offering])[offering.pk].seats_left == 0
    with pytest.raises((NotForSale, NotEnoughSeats)):
        make_registration(offering)
    assert with_code(offering, 480000).state == State.AWAITING_PAYMENT


def test_the_waiting_list_gets_kept_seats_when_the_code_has_ended(practice: Practice) -> None:
    offering = make_offering(practice, seats=2, waiting_list=True)
    make_code(practice, offering, seats_kept=2, valid_until=timezone.now() + timedelta(hours=1))
    waiting = make_registration(offering, joins_list=True)
    run_chores()
    waiting.refresh_from_db()
    assert waiting.state == State.WAITLISTED
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        run_chores()
    waiting.refresh_from_db()
    assert waiting.state == State.OFFERED


def test_who_waits_with_the_code_is_offered_its_seats_before_others(practice: Practice) -> None:
    offering = make_offering(practice, seats=1, waiting_list=True)
    make_code(practice, offering, seats_kept=1)
    first = make_registration(offering, joins_list=True)
    second = with_code(offering, 480000, joins_list=True)
    run_chores()
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (State.WAITLISTED, State.OFFERED)


def test_a_code_for_one_date_ends_with_that_date(practice: Practice) -> None:
    offering = make_offering(practice)
    code = make_code(practice, offering)
    offering.delete()
    code.refresh_from_db()
    assert not code.active
