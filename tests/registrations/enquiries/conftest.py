from django.core.cache import cache
from django.test import Client

from wagtail.users.models import UserProfile

import pytest

from cms.models import Practice, Role
from registrations.models import Enquiry
from tests.factories import make_practice, make_user
from tests.registrations.enquiries.conversations import make_enquiry


@pytest.fixture(autouse=True)
def _empty_cache() -> None:
    cache.clear()


@pytest.fixture
def practice(db: None) -> Practice:
    return make_practice()


@pytest.fixture
def enquiry(practice: Practice) -> Enquiry:
    return make_enquiry(practice)


@pytest.fixture
def owner(practice: Practice) -> Client:
    """Logged in as the practice's owner, who reads English."""
    client = Client()
    user = make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client
