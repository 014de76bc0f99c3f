from django.core.cache import cache

import pytest

from cms.models import Practice
from registrations.models import Enquiry
from tests.factories import make_practice
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
