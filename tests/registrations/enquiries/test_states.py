"""Every move of an enquiry comes about as the document says, with the letters that it names."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

import pytest

from cms.models import Practice
from registrations.enquiries import services
from registrations.enquiries.states import (
    BY_HAND,
    MOVES,
    EnquiryMoveNotAllowed,
    EnquiryState,
)
from registrations.models import Enquiry, EnquiryLine, Proposal
from tests.registrations.enquiries.conversations import (
    letters_of,
    make_accepted,
    make_enquiry,
    make_group,
    make_proposal,
)

pytestmark = pytest.mark.django_db

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "states.md"
S = EnquiryState


def by_hand(enquiry: Enquiry, to: EnquiryState) -> None:
    services.move_by_hand(enquiry_id=enquiry.pk, to=to, user=None)


def decline(enquiry: Enquiry) -> None:
    proposal = make_proposal(enquiry)
    services.decline(proposal_id=proposal.pk, words="Too far away.")


# How an enquiry comes to stand in each state.
WAYS: dict[EnquiryState, Callable[[Enquiry], Any]] = {
    S.NEW: lambda enquiry: None,
    S.ANSWERED: lambda enquiry: by_hand(enquiry, S.ANSWERED),
    S.MEETING: lambda enquiry: by_hand(enquiry, S.MEETING),
    S.PROPOSED: make_proposal,
    S.ACCEPTED: make_accepted,
    S.DECLINED: decline,
    S.RUNNING: lambda enquiry: (make_accepted(enquiry), by_hand(enquiry, S.RUNNING)),
    S.EVALUATED: lambda enquiry: (WAYS[S.RUNNING](enquiry), by_hand(enquiry, S.EVALUATED)),
    S.ENDED: lambda enquiry: by_hand(enquiry, S.ENDED),
}


def stands(practice: Practice, state: EnquiryState) -> Enquiry:
    enquiry = make_enquiry(practice)
    WAYS[state](enquiry)
    enquiry.refresh_from_db()
    assert enquiry.state == state
    return enquiry


def test_the_document_shows_the_table_of_moves() -> None:
    lines = ["| from | to | when |", "|---|---|---|"]
    lines += [
        f"| {before or '(new)'} | {after} | {when} |"
        for before, moves in MOVES.items()
        for after, when in moves.items()
    ]
    assert "\n".join(lines) in DOCUMENT.read_text()


def test_the_document_describes_every_state() -> None:
    part = DOCUMENT.read_text().partition("# The life of an enquiry")[2]
    described = re.findall(r"^\| `(\w+)` \| [^|]+ \|$", part, flags=re.MULTILINE)
    assert described[: len(EnquiryState)] == list(EnquiryState)


@pytest.mark.parametrize("before", list(EnquiryState))
def test_by_hand_goes_only_where_the_table_says(practice: Practice, before: EnquiryState) -> None:
    for to in EnquiryState:
        enquiry = stands(practice, before)
        if to in MOVES[before] and to in BY_HAND:
            by_hand(enquiry, to)
            line = enquiry.history.last()
            assert (line.before, line.after, line.actor) == (before, to, "practice")
        else:
            with pytest.raises(EnquiryMoveNotAllowed):
                by_hand(enquiry, to)
        enquiry.refresh_from_db()
        assert enquiry.state == (to if to in MOVES[before] and to in BY_HAND else before)
        assert (enquiry.ended_at is None) == (enquiry.state != S.ENDED)


def test_moves_by_hand_write_no_letter(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    known = letters_of(enquiry)
    for to in (S.ANSWERED, S.MEETING, S.ENDED, S.ANSWERED):
        by_hand(enquiry, to)
    assert letters_of(enquiry) == known


@pytest.mark.parametrize(
    ("way", "letters"),
    [
        (make_proposal, ["proposal_sent"]),
        (make_accepted, ["proposal_sent", "proposal_accepted", "owner_proposal_accepted"]),
        (decline, ["proposal_sent", "proposal_declined", "owner_proposal_declined"]),
        (
            make_group,
            ["proposal_sent", "proposal_accepted", "owner_proposal_accepted", "group_link"],
        ),
    ],
)
def test_each_step_writes_its_letters(
    practice: Practice, way: Callable[[Enquiry], Any], letters: list[str]
) -> None:
    enquiry = make_enquiry(practice)
    way(enquiry)
    assert letters_of(enquiry) == ["enquiry_received", "owner_enquiry", *letters]


def test_ending_takes_an_open_proposal_back(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    proposal = make_proposal(enquiry)
    by_hand(enquiry, S.ENDED)
    proposal.refresh_from_db()
    assert proposal.status == Proposal.Status.WITHDRAWN
    with pytest.raises(services.NotOpen):
        services.decline(proposal_id=proposal.pk, words="")


def test_what_was_agreed_is_not_taken_up_again(practice: Practice) -> None:
    enquiry = stands(practice, S.ACCEPTED)
    by_hand(enquiry, S.ENDED)
    with pytest.raises(EnquiryMoveNotAllowed):
        by_hand(enquiry, S.ANSWERED)


def test_the_database_refuses_to_change_a_history(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    with pytest.raises(DatabaseError), transaction.atomic():
        EnquiryLine.objects.filter(enquiry=enquiry).update(action="something else")


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "gone"},
        {"state": "ended"},
        {"ended_at": timezone.now()},
        {"people": 0},
        {"contact_by": "phone"},
    ],
)
def test_the_database_refuses_what_must_not_be(practice: Practice, facts: dict[str, Any]) -> None:
    enquiry = make_enquiry(practice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.filter(pk=enquiry.pk).update(**facts)


def test_a_group_without_an_agreement_is_refused_by_the_database(practice: Practice) -> None:
    group = make_group(make_enquiry(practice))
    Enquiry.objects.update(offering=None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.filter(pk=make_enquiry(practice).pk).update(offering=group)


def test_what_ended_long_ago_is_forgotten_and_nothing_else(practice: Practice) -> None:
    now = timezone.now()
    old, young, running, spam = (make_enquiry(practice) for _ in range(4))
    for enquiry in (old, young):
        by_hand(enquiry, S.ENDED)
    make_group(running)
    long_ago = now - timedelta(days=366 * 2)
    Enquiry.objects.filter(pk=old.pk).update(ended_at=long_ago)
    Enquiry.objects.filter(pk=running.pk).update(made_at=long_ago)
    Enquiry.objects.filter(pk=spam.pk).update(suspected_spam=True, made_at=long_ago)
    assert services.enquiries_to_forget(now=now) == [old.pk, spam.pk]
    for enquiry in (old, young, running, spam):
        services.forget(enquiry_id=enquiry.pk, now=now)
    assert set(Enquiry.objects.all()) == {young, running}


def test_each_practice_keeps_enquiries_for_its_own_time(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    by_hand(enquiry, S.ENDED)
    later = timezone.now() + timedelta(days=100)
    assert services.enquiries_to_forget(now=later) == []
    Practice.objects.update(enquiry_months=3)
    assert services.enquiries_to_forget(now=later) == [enquiry.pk]


def test_what_ended_with_a_group_is_forgotten_and_the_group_stays(practice: Practice) -> None:
    enquiry = make_enquiry(practice)
    group = make_group(enquiry)
    by_hand(enquiry, S.ENDED)
    later = timezone.now() + timedelta(days=3000)
    services.forget(enquiry_id=enquiry.pk, now=later)
    assert not Enquiry.objects.exists()
    group.refresh_from_db()
