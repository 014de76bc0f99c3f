"""The one function that changes an enquiry's state, and the lock that goes before it."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from registrations.enquiries.states import (
    BY_HAND,
    EnquiryMoveNotAllowed,
    EnquiryState,
    check_enquiry_move,
)
from registrations.models import Enquiry, EnquiryLine, Proposal

Actor = EnquiryLine.Actor


def locked_enquiry(enquiry_id: int) -> Enquiry:
    """The enquiry with its practice, locked until the transaction ends."""
    Enquiry.objects.select_for_update().only("pk").get(pk=enquiry_id)
    return Enquiry.objects.select_related("practice__site", "assigned_to").get(pk=enquiry_id)


def move(
    enquiry: Enquiry, *, to: EnquiryState, actor: str, user: Any = None, why: str = ""
) -> None:
    """Move an enquiry along the table and note it; the caller holds its lock.

    Raises ``EnquiryMoveNotAllowed`` where the table knows no such move.
    """
    before = enquiry.state_now
    check_enquiry_move(before, to)
    enquiry.state = to
    enquiry.ended_at = timezone.now() if to == EnquiryState.ENDED else None
    enquiry.save(update_fields=["state", "ended_at"])
    note(enquiry, action=to, actor=actor, user=user, why=why, before=before, after=to)


@transaction.atomic
def move_by_hand(*, enquiry_id: int, to: EnquiryState, user: Any) -> None:
    """Say what has happened outside: answered by telephone, met, begun, evaluated, ended.

    Ending takes an open proposal back. What both have agreed to is not taken up again. Raises
    ``EnquiryMoveNotAllowed``; then nothing has changed.
    """
    enquiry = locked_enquiry(enquiry_id)
    if to not in BY_HAND or (
        enquiry.state_now == EnquiryState.ENDED
        and enquiry.proposals.filter(status=Proposal.Status.ACCEPTED).exists()
    ):
        raise EnquiryMoveNotAllowed(f"{enquiry.state} → {to}")
    move(enquiry, to=to, actor=Actor.PRACTICE, user=user)
    if to == EnquiryState.ENDED:
        enquiry.proposals.filter(status=Proposal.Status.OPEN).update(
            status=Proposal.Status.WITHDRAWN
        )


def note(
    enquiry: Enquiry,
    *,
    action: str,
    actor: str,
    user: Any = None,
    why: str = "",
    before: EnquiryState | None = None,
    after: EnquiryState | None = None,
) -> EnquiryLine:
    """Add a line to the history. ``why`` never carries personal data."""
    return EnquiryLine.objects.create(
        enquiry=enquiry,
        action=action,
        actor=actor,
        user=user,
        why=why[:200],
        before=before or "",
        after=after or "",
    )
