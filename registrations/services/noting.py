"""What the owner notes for herself, and the reasons that she gives: nobody else reads them."""

from typing import Any

from django.db import transaction

from registrations.models import Actor, HistoryLine, InternalNote
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.reviewing import NoWords


@transaction.atomic
def add_note(*, registration_id: int, user: Any, text: str) -> InternalNote:
    """Keep ``text`` in the history, for owners alone. Raises ``NoWords`` without any."""
    if not text.strip():
        raise NoWords
    registration = locked_registration(registration_id)
    return with_words(note(registration, action="noted", actor=Actor.OWNER, user=user), text)


def with_words(line: HistoryLine, text: str) -> InternalNote:
    """The owner's own words to a line of history: kept apart, because they may name people."""
    return InternalNote.objects.create(line=line, text=text.strip())
