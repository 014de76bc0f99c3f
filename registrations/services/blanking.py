"""Taking personal data out of a registration's history."""

from typing import Any

from django.db import transaction

from cms.history import NoReason, record
from registrations.models import HistoryLine, InternalNote


@transaction.atomic
def blank_history(*, line_id: int, user: Any, reason: str) -> HistoryLine:
    """Take what was before and after, the owner's own words and the computer's address out of a
    line.

    What was done, when and by whom stays. The blanking is a line of the practice's history, with
    the ``reason``; raises ``NoReason`` without one. Blanked again, nothing happens.
    """
    reason = reason.strip()
    if not reason:
        raise NoReason
    lines = HistoryLine.objects.select_related("registration__practice")
    line = lines.select_for_update(of=("self",)).get(pk=line_id)
    if line.changes is not None:
        HistoryLine.objects.filter(pk=line.pk).update(changes=None, where="")
        InternalNote.objects.filter(line=line).delete()
        record(
            practice=line.registration.practice,
            user=user,
            action="blanked",
            subject=line.registration,
            title=f"{line.registration.reference}: {reason}",
        )
    return line
