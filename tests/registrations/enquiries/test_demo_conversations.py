"""The demo's enquiries stand in every state, and no more come when they are made again."""

from collections import Counter

from django.utils import timezone

import pytest

from cms.models import Role
from registrations.demo import make_enquiries
from registrations.enquiries.states import EnquiryState
from registrations.invariants import broken_invariants
from registrations.models import Enquiry, EnquiryLine, Letter, Proposal, Registration
from tests.factories import make_practice, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


def test_the_demo_shows_enquiries_in_every_state() -> None:
    practice = make_practice(address="Kartbordsmuget 3")
    owner = make_user("owner@steinlia.example", practice=practice, role=Role.OWNER)
    make_enquiries(practice)
    enquiries = Enquiry.objects.filter(suspected_spam=False)
    states = Counter(enquiries.values_list("state", flat=True))
    assert set(states) == set(EnquiryState)
    assert Enquiry.objects.filter(suspected_spam=True).count() == 1
    assert enquiries.filter(assigned_to=owner).exists()
    assert not Letter.objects.filter(enquiry__suspected_spam=True).exists()
    _check_times()
    running = enquiries.get(state=EnquiryState.RUNNING)
    assert running.offering.first_start < timezone.now() < running.offering.last_end
    group = Registration.objects.get(offering=running.offering)
    assert group.total.gross == running.proposals.get(status="accepted").total.gross
    assert list(broken_invariants()) == []


def _check_times() -> None:
    """Nothing has happened before its enquiry was made, nor in the future."""
    now = timezone.now()
    for line in EnquiryLine.objects.select_related("enquiry"):
        assert line.enquiry.made_at <= line.at <= now
    for proposal in Proposal.objects.select_related("enquiry"):
        assert proposal.enquiry.made_at <= proposal.made_at <= now
    open_ones = Proposal.objects.filter(status=Proposal.Status.OPEN)
    assert all(proposal.can_be_answered for proposal in open_ones)


def test_a_practice_without_words_gets_none() -> None:
    make_enquiries(make_practice("nobody"))
    assert not Enquiry.objects.exists()


def test_the_swedish_practice_proposes_with_vat() -> None:
    practice = make_practice("tankelage", languages=("sv",), country="SE", currency="SEK")
    make_enquiries(practice)
    proposal = Proposal.objects.get()
    assert (proposal.net, proposal.vat, proposal.currency) == (4900000, 1225000, "SEK")
    assert set(Enquiry.objects.values_list("state", flat=True)) == {"new", "proposed"}
