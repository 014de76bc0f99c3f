from django.test import Client

from wagtail.users.models import UserProfile

import pytest

from cms.models import Practice, Role
from tests.factories import make_user


@pytest.fixture
def owner(practice: Practice) -> Client:
    """Logged in as the practice's owner, who reads English."""
    client = Client()
    user = make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    return client
