from collections.abc import Iterator
from datetime import timedelta

from django.test import Client

from wagtail.users.models import UserProfile

import pytest
import time_machine

from cms.models import Practice, Role
from courses.models import Offering, OfferingSession
from tests.factories import make_user


@pytest.fixture
def owner(practice: Practice) -> Client:
    """Logged in as the practice's owner, who reads English."""
    client = Client()
    user = make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client


@pytest.fixture
def today(offering: Offering) -> OfferingSession:
    """The first session of the offering, which begins in an hour."""
    return offering.sessions_list[0]


@pytest.fixture(autouse=True)
def at_the_door(offering: Offering) -> Iterator[time_machine.Traveller]:
    with time_machine.travel(offering.first_start - timedelta(hours=1), tick=False) as clock:
        yield clock
