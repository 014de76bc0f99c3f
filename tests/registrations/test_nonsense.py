"""Numbers that no form of ours sends are answered, and change nothing."""

from typing import Any

from django.test import Client

import pytest

from courses.models import Offering
from registrations.models import Registration
from tests.factories import make_invoiced

pytestmark = pytest.mark.django_db

NONSENSE = ("", "-1", "²", "٣", "1_0", " 1", "1.0", "x", "9" * 5000)


@pytest.mark.parametrize("number", NONSENSE)
def test_participants_that_cannot_be(client: Client, offering: Offering, number: str) -> None:
    address = f"/nb/register/{offering.code}/"
    ways: list[dict[str, Any]] = [
        {"action": f"remove_participant:{number}"},
        {"action": "add_participant", "participants-TOTAL_FORMS": number},
        {"action": "review", "participants-TOTAL_FORMS": number},
        {"action": "remove_participant:0", f"participants-{number[:50]}-name": "Kari"},
        {"action": "confirm", "quoted_total": number},
        {"action": "confirm", "submission_key": number},
    ]
    for typed in ways:
        data = {"participants-TOTAL_FORMS": "2", "participants-INITIAL_FORMS": "0", **typed}
        assert client.post(address, data).status_code == 200, typed
    assert not Registration.objects.exists()


@pytest.mark.parametrize("number", NONSENSE)
def test_cancelling_whom_there_is_not(client: Client, offering: Offering, number: str) -> None:
    registration = make_invoiced(offering)
    address = f"{registration.get_absolute_url()}cancel/"
    for typed in (
        {"person": number},
        {"person": number, "action": "confirm"},
        {"person": "1", "action": "confirm", "quoted_refund": number},
    ):
        assert client.post(address, typed).status_code in (200, 302), typed
    assert registration.participants.filter(cancelled_at=None).count() == 1
