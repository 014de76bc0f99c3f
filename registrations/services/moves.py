"""The one function that changes a registration's state."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from cms.history import where_now
from cms.page_cache import visible_change
from registrations.models import Actor, HistoryLine, Registration
from registrations.services.serving import have_seats_offered
from registrations.states import State, check_move

# Those whose computer's address tells something; Stripe's does not.
PEOPLE: Final = (Actor.BOOKER, Actor.PARTICIPANT, Actor.OWNER)


def move(
    registration: Registration,
    *,
    to: State,
    actor: Actor,
    why: str = "",
    user: Any = None,
    hold_until: datetime | None = None,
    facts: Mapping[str, Any] | None = None,
) -> HistoryLine:
    """Move a saved registration along the table and note it in its history.

    ``facts`` are fields that change together with the state, or not at all. The caller holds the
    lock and the transaction, and writes the letter that belongs to the move. Raises
    ``MoveNotAllowed`` where the table knows no such move.
    """
    before = registration.state_now
    check_move(before, to)
    registration.state = to
    registration.hold_until = hold_until
    for name, value in (facts or {}).items():
        setattr(registration, name, value)
    registration.save(update_fields=["state", "hold_until", *(facts or {})])
    line = note(registration, action=to, actor=actor, why=why, user=user, before=before, after=to)
    visible_change(registration.practice_id)
    if before.holds_seats and not to.holds_seats:
        have_seats_offered(registration.offering_id)
    return line


def note(
    registration: Registration,
    *,
    action: str,
    actor: Actor,
    why: str = "",
    user: Any = None,
    before: State | None = None,
    after: State | None = None,
    changes: dict[str, list[Any]] | None = None,
) -> HistoryLine:
    """Add a line to the history. ``why`` never carries personal data.

    ``changes`` may: it has [before, after] by field, and can be blanked later. The content of a
    sensitive answer never stands in it.
    """
    return HistoryLine.objects.create(
        registration=registration,
        action=action,
        actor=actor,
        why=why,
        user=user,
        before=before or "",
        after=after or "",
        where=where_now() if actor in PEOPLE else "",
        changes=changes or {},
    )
