from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from courses.models import Offering, OfferingSession


@pytest.fixture
def today(offering: Offering) -> OfferingSession:
    """The first session of the offering, which begins in an hour."""
    return offering.sessions_list[0]


@pytest.fixture(autouse=True)
def at_the_door(offering: Offering) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(offering.first_start - timedelta(hours=1), tick=False) as clock:
        yield clock
