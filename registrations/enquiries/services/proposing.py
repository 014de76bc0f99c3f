"""A proposal is sent, and answered once."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from courses.money import split_vat
from registrations.enquiries.letters import write_enquiry_letter
from registrations.enquiries.services.moving import Actor, locked_enquiry, move, note
from registrations.enquiries.states import (
    EnquiryMoveNotAllowed,
    EnquiryState,
    check_enquiry_move,
)
from registrations.models import Enquiry, Letter, Proposal, ProposalSession


class NotOpen(Exception):
    """It was answered, replaced or taken back, or its last day is over; nothing was changed."""


@dataclass(frozen=True)
class Offered:
    """What the practice proposes. ``price`` is in minor units, for each meeting or for all."""

    what: str
    format: str
    meetings: int
    minutes: int
    people: int
    online: bool
    place: str
    basis: str
    price: int
    currency: str
    vat_treatment: str
    vat_rate: int
    prices_include_vat: bool
    valid_until: date
    terms: str = ""


@dataclass(frozen=True)
class Acceptance:
    """Who says yes, and where the invoice goes."""

    accepter_name: str
    organisation: str = ""
    organisation_country: str = ""
    organisation_number: str = ""
    buyer_reference: str = ""
    order_number: str = ""
    invoice_email: str = ""


def build(enquiry: Enquiry, *, offered: Offered, version: int = 1) -> Proposal:
    """The proposal as it would be, with its total; nothing is stored."""
    proposal = Proposal(
        enquiry=enquiry, version=version, language=enquiry.language, **asdict(offered)
    )
    total = split_vat(
        total=proposal.price_in_all,
        currency=offered.currency,
        rate=offered.vat_rate,
        includes_vat=offered.prices_include_vat,
    )
    proposal.net, proposal.vat = total.net, total.vat
    return proposal


@transaction.atomic
def propose(
    *, enquiry_id: int, offered: Offered, times: Sequence[datetime], version: int, user: Any
) -> Proposal:
    """Send a proposal, which takes the place of the one that was open.

    ``version`` is the number that it was shown with: sent twice, the second finds the first.
    Raises ``EnquiryMoveNotAllowed`` where the enquiry is past proposing.
    """
    enquiry = locked_enquiry(enquiry_id)
    made = enquiry.proposals.filter(version=version).first()
    if made is not None:
        return made
    again = enquiry.state_now == EnquiryState.PROPOSED
    if not again:
        check_enquiry_move(enquiry.state_now, EnquiryState.PROPOSED)
    if enquiry.suspected_spam:
        raise EnquiryMoveNotAllowed("suspected spam")
    enquiry.proposals.filter(status=Proposal.Status.OPEN).update(status=Proposal.Status.REPLACED)
    proposal = build(enquiry, offered=offered, version=next_version(enquiry))
    proposal.made_by = user
    proposal.save()
    ProposalSession.objects.bulk_create(
        ProposalSession(proposal=proposal, starts_at=starts_at) for starts_at in sorted(set(times))
    )
    if again:
        note(enquiry, action="proposed_again", actor=Actor.PRACTICE, user=user)
    else:
        move(enquiry, to=EnquiryState.PROPOSED, actor=Actor.PRACTICE, user=user)
    write_enquiry_letter(
        enquiry, kind=Letter.Kind.PROPOSAL_SENT, occasion=str(proposal.version), about=proposal
    )
    return proposal


def next_version(enquiry: Enquiry) -> int:
    last: int = enquiry.proposals.aggregate(last=Max("version", default=0))["last"]
    return last + 1


@transaction.atomic
def accept(*, proposal_id: int, acceptance: Acceptance) -> Proposal:
    """Agree to the proposal, once. Raises ``NotOpen``."""
    proposal = _open_proposal(proposal_id)
    for name, value in asdict(acceptance).items():
        setattr(proposal, name, value)
    _answer(proposal, Proposal.Status.ACCEPTED, to=EnquiryState.ACCEPTED)
    _write(proposal, Letter.Kind.PROPOSAL_ACCEPTED, Letter.Kind.OWNER_PROPOSAL_ACCEPTED)
    return proposal


@transaction.atomic
def decline(*, proposal_id: int, words: str) -> Proposal:
    """Say no to the proposal, once, in the enquirer's own words. Raises ``NotOpen``."""
    proposal = _open_proposal(proposal_id)
    proposal.decline_words = words
    _answer(proposal, Proposal.Status.DECLINED, to=EnquiryState.DECLINED)
    _write(proposal, Letter.Kind.PROPOSAL_DECLINED, Letter.Kind.OWNER_PROPOSAL_DECLINED)
    return proposal


def _open_proposal(proposal_id: int) -> Proposal:
    """The proposal with its enquiry locked; what it says is read after that."""
    enquiry = locked_enquiry(Proposal.objects.values_list("enquiry", flat=True).get(pk=proposal_id))
    proposal = Proposal.objects.get(pk=proposal_id)
    proposal.enquiry = enquiry
    if not proposal.can_be_answered:
        raise NotOpen
    return proposal


def _answer(proposal: Proposal, status: str, *, to: EnquiryState) -> None:
    proposal.status = status
    proposal.answered_at = timezone.now()
    proposal.save()
    move(proposal.enquiry, to=to, actor=Actor.ENQUIRER)


def _write(proposal: Proposal, *kinds: Letter.Kind) -> None:
    for kind in kinds:
        write_enquiry_letter(
            proposal.enquiry, kind=kind, occasion=str(proposal.version), about=proposal
        )
