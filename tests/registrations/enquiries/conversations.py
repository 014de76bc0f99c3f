"""Small builders of enquiries and proposals for tests."""

import uuid
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from cms.models import Practice
from courses.models import Offering
from registrations.enquiries import services
from registrations.enquiries.services import Entry, Offered
from registrations.enquiries.services.proposing import Acceptance, next_version
from registrations.models import Enquiry, Proposal

OSLO = ZoneInfo("Europe/Oslo")


def make_entry(**facts: Any) -> Entry:
    return Entry(
        **{
            "submission_key": uuid.uuid4(),
            "language": "en",
            "name": "Eirin Fjellvang",
            "email": "eirin@fjellvang.example",
            "message": "We are six nurses who would like to meet once a month.",
            "people": 6,
            "format": Enquiry.Format.GROUP,
            **facts,
        }
    )


def make_enquiry(practice: Practice, **facts: Any) -> Enquiry:
    return services.receive(practice=practice, entry=make_entry(**facts))


def first_day() -> datetime:
    day = timezone.now().astimezone(OSLO) + timedelta(weeks=5)
    return day.replace(hour=13, minute=0, second=0, microsecond=0)


def make_offered(**facts: Any) -> Offered:
    """Six meetings for six people at 4,000 each, exempt from VAT."""
    return Offered(
        **{
            "what": "Supervision for the night team",
            "format": Enquiry.Format.GROUP,
            "meetings": 6,
            "minutes": 90,
            "people": 6,
            "online": False,
            "place": "Fagerheim",
            "basis": Proposal.Basis.MEETING,
            "price": 400000,
            "currency": "NOK",
            "vat_treatment": "exempt",
            "vat_rate": 0,
            "prices_include_vat": False,
            "valid_until": timezone.localdate() + timedelta(days=20),
            **facts,
        }
    )


def make_proposal(enquiry: Enquiry, *, days: int = 2, **facts: Any) -> Proposal:
    return services.propose(
        enquiry_id=enquiry.pk,
        offered=make_offered(**facts),
        times=[first_day() + timedelta(weeks=4 * number) for number in range(days)],
        version=next_version(enquiry),
        user=None,
    )


def make_accepted(enquiry: Enquiry, **facts: Any) -> Proposal:
    proposal = make_proposal(enquiry, **facts)
    return services.accept(
        proposal_id=proposal.pk,
        acceptance=Acceptance(
            accepter_name="Lovise Leder",
            organisation="Fjellvang kommune",
            organisation_country="NO",
            organisation_number="974760673",
            order_number="PO-77",
        ),
    )


def make_group(enquiry: Enquiry, **facts: Any) -> Offering:
    proposal = make_accepted(enquiry, **facts)
    return services.make_group(
        enquiry_id=enquiry.pk,
        times=[one.starts_at for one in proposal.sessions.all()],
        course_id=None,
        user=None,
    )


def letters_of(enquiry: Enquiry) -> list[str]:
    return list(enquiry.letters.order_by("pk").values_list("kind", flat=True))
