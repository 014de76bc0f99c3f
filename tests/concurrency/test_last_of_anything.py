"""The last seat on another date, and the last use of a code: two come for it at once."""

import pytest

from cms.models import Practice
from courses.models import DiscountCode, Offering
from registrations.invariants import broken_invariants
from registrations.models import Actor, Registration
from registrations.seats import seats_held
from registrations.services import (
    CodeRefused,
    DateNotPossible,
    change_date,
    changing_date,
    prices,
    quote_date,
    register,
)
from tests.concurrency.together import at_once, both_look, locks_off
from tests.factories import make_booking, make_invoiced, make_offering, make_practice

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TEN = 10


@pytest.fixture
def practice() -> Practice:
    return make_practice()


def test_change_of_date_into_the_last_seat_s1_s2(practice: Practice) -> None:
    here = make_offering(practice)
    rows = [make_invoiced(here) for _ in range(TEN)]

    def change(registration: Registration, to: Offering) -> str:
        shown = (registration.total.gross, registration.total.gross)
        try:
            change_date(
                registration_id=registration.pk, to_id=to.pk, actor=Actor.OWNER, shown=shown
            )
        except DateNotPossible:
            return "too late"
        return "changed"

    last = make_offering(practice, course=here.course, seats=1)
    assert quote_date(rows[0], to=last, actor=Actor.OWNER).shown == (640000, 640000)
    with locks_off(), both_look(changing_date, "seats_left"):
        assert at_once(2, lambda i: change(rows[i], last)) == {"changed": 2}
    assert seats_held(last) == 2

    last = make_offering(practice, course=here.course, seats=1)
    before = set(broken_invariants())
    said = at_once(TEN - 2, lambda i: change(rows[2 + i], last))
    assert said == {"changed": 1, "too late": TEN - 3}
    assert seats_held(last) == 1
    assert set(broken_invariants()) == before


def test_last_use_of_a_code_on_two_dates_s1_s2(practice: Practice) -> None:
    """The dates have locks of their own, so it is the code's lock that counts here."""
    dates = [make_offering(practice) for _ in range(2)]

    def buy(code: DiscountCode, index: int) -> str:
        offering = dates[index % 2]
        booking = make_booking(offering, quoted_total=320000, code=code.code)
        try:
            register(offering_id=offering.pk, booking=booking)
        except CodeRefused:
            return "used up"
        return "half price"

    def make_code(name: str) -> DiscountCode:
        return DiscountCode.objects.create(practice=practice, code=name, percent=50, most_uses=1)

    code = make_code("FIRST")
    with locks_off(), both_look(prices, "problem_with"):
        assert at_once(2, lambda i: buy(code, i)) == {"half price": 2}

    code = make_code("SECOND")
    assert at_once(TEN, lambda i: buy(code, i)) == {"half price": 1, "used up": TEN - 1}
