"""What happens by itself when time passes."""

from __future__ import annotations

from . import checkout, invoice_course
from .world import World


def catch_up(world: World) -> list[str]:
    """Do all that has fallen due; gives the ids of the sessions that expired."""
    expired = checkout.expire_due(world)
    invoice_course.notice_overdue(world)
    return [session["id"] for session in expired]
