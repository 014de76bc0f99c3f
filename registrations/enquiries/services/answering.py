"""What the practice does with an enquiry before it proposes anything."""

import uuid
from typing import Any

from django.db import transaction

from registrations.enquiries.letters import write_enquiry_letter
from registrations.enquiries.services.moving import Actor, locked_enquiry, move, note
from registrations.enquiries.services.receiving import write_first_letters
from registrations.enquiries.states import EnquiryState
from registrations.models import EnquiryNote, Letter


@transaction.atomic
def reply(*, enquiry_id: int, key: uuid.UUID, subject: str, text: str, user: Any) -> Letter:
    """Write to the enquirer in their language; a new enquiry is answered by that.

    ``key`` stands for the one form that was shown: sent again, nothing is written a second time.
    """
    enquiry = locked_enquiry(enquiry_id)
    before = Letter.objects.filter(
        enquiry=enquiry, kind=Letter.Kind.ENQUIRY_REPLY, occasion=key.hex
    ).first()
    if before is not None:
        return before
    letter = write_enquiry_letter(
        enquiry, kind=Letter.Kind.ENQUIRY_REPLY, occasion=key.hex, about=(subject, text)
    )
    note(enquiry, action="replied", actor=Actor.PRACTICE, user=user)
    if enquiry.state_now == EnquiryState.NEW:
        move(enquiry, to=EnquiryState.ANSWERED, actor=Actor.PRACTICE, user=user)
    return letter


@transaction.atomic
def add_note(*, enquiry_id: int, text: str, user: Any) -> EnquiryNote:
    """Keep a note for the practice itself."""
    return EnquiryNote.objects.create(enquiry=locked_enquiry(enquiry_id), text=text, user=user)


@transaction.atomic
def assign(*, enquiry_id: int, to: Any, user: Any) -> None:
    """Let ``to``, a user or None, take care of it."""
    enquiry = locked_enquiry(enquiry_id)
    if enquiry.assigned_to_id == (to.pk if to else None):
        return
    enquiry.assigned_to = to
    enquiry.save(update_fields=["assigned_to"])
    note(
        enquiry,
        action="assigned" if to else "unassigned",
        actor=Actor.PRACTICE,
        user=user,
        why=str(to or ""),
    )


@transaction.atomic
def call_it_no_spam(*, enquiry_id: int, user: Any) -> None:
    """It is from a person after all: now the letters are written that were held back."""
    enquiry = locked_enquiry(enquiry_id)
    if not enquiry.suspected_spam:
        return
    enquiry.suspected_spam = False
    enquiry.save(update_fields=["suspected_spam"])
    note(enquiry, action="no_spam", actor=Actor.PRACTICE, user=user)
    write_first_letters(enquiry)
