"""Another date of the same course, and somebody who has paid for the first."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from courses.models import Offering
from registrations.models import Registration
from registrations.services import start_checkout
from registrations.states import State
from tests.factories import make_offering, make_registration
from tests.stripe_simulator import Simulator


def another_date(offering: Offering, **facts: Any) -> Offering:
    """Nine weeks ahead, with 14 seats at the same price unless it is said otherwise."""
    starts_at = timezone.now() + timedelta(weeks=9)
    course = offering.course
    return make_offering(course.practice, course=course, **{"starts_at": starts_at, **facts})


def paid(offering: Offering, stripe: Simulator, *, people: int = 1) -> Registration:
    """Confirmed, because what was asked for was paid by card."""
    registration = make_registration(offering, people=people, language="en")
    stripe.pay(start_checkout(registration_id=registration.pk).session_id)
    stripe.deliver()
    registration.refresh_from_db()
    assert registration.state == State.CONFIRMED
    return registration
