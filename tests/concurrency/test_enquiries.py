"""Who sends, answers and makes groups at the same moment. On PostgreSQL."""

import uuid

import pytest

from cms.models import Practice
from courses.models import Offering
from registrations.enquiries import services
from registrations.enquiries.services import proposing
from registrations.enquiries.services.proposing import Acceptance
from registrations.models import Enquiry, Letter, Proposal
from tests.concurrency.together import at_once, both_look, locks_off
from tests.factories import make_practice
from tests.registrations.enquiries.conversations import (
    first_day,
    make_accepted,
    make_enquiry,
    make_entry,
    make_proposal,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

TEN = 10


@pytest.fixture
def practice() -> Practice:
    return make_practice()


def answer(proposal: Proposal, number: int) -> str:
    """Every other one says yes, the others no."""
    try:
        if number % 2:
            services.decline(proposal_id=proposal.pk, words="No.")
        else:
            services.accept(proposal_id=proposal.pk, acceptance=Acceptance(accepter_name="Kari"))
    except services.NotOpen:
        return "too late"
    return "answered"


def test_a_proposal_is_answered_once_whoever_is_first(practice: Practice) -> None:
    proposal = make_proposal(make_enquiry(practice))
    with locks_off(), both_look(proposing, "_open_proposal"):
        said = at_once(2, lambda number: answer(proposal, number))
    # Without the lock, yes and no are both taken for the answer.
    assert said == {"answered": 2}

    proposal = make_proposal(make_enquiry(practice))
    said = at_once(TEN, lambda number: answer(proposal, number))
    assert said == {"answered": 1, "too late": TEN - 1}
    proposal.refresh_from_db()
    enquiry = Enquiry.objects.get(pk=proposal.enquiry_id)
    assert enquiry.state == proposal.status
    receipts = enquiry.letters.filter(kind__in=("proposal_accepted", "proposal_declined"))
    assert receipts.count() == 1


def test_one_form_makes_one_enquiry(practice: Practice) -> None:
    entry = make_entry(submission_key=uuid.uuid4())
    at_once(TEN, lambda _number: services.receive(practice=practice, entry=entry).pk)
    assert Enquiry.objects.count() == 1
    assert Letter.objects.count() == 2


def test_one_acceptance_makes_one_group(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    make_accepted(enquiry)
    at_once(
        TEN,
        lambda _number: (
            services.make_group(
                enquiry_id=enquiry.pk, times=[first_day()], course_id=None, user=None
            ).pk
        ),
    )
    assert Offering.objects.count() == 1
    assert Letter.objects.filter(kind="group_link").count() == 1
