"""The life of a registration: its states, and the table of moves between them.

``services.moves.move`` is the only function that changes a state, and it asks this table.
"""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    AWAITING_PAYMENT = "awaiting_payment", pgettext_lazy("state", "Awaiting payment")
    CONFIRMED = "confirmed", pgettext_lazy("state", "Confirmed")
    EXPIRED = "expired", pgettext_lazy("state", "Expired")
    CANCELLED = "cancelled", pgettext_lazy("state", "Cancelled")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")

    @property
    def holds_seats(self) -> bool:
        return self in HOLDING


# Those that take seats of the offering; the rest take none.
HOLDING: Final = (State.AWAITING_PAYMENT, State.CONFIRMED)

NEW: Final = None

# From what state to what state, and when that happens.
MOVES: Final[dict[State | None, dict[State, str]]] = {
    NEW: {
        State.AWAITING_PAYMENT: "somebody signs up and will pay by card",
        State.CONFIRMED: "the offering is free, or an employer will be invoiced",
    },
    State.AWAITING_PAYMENT: {
        State.CONFIRMED: "the payment has arrived",
        State.EXPIRED: "the hold has run out and nothing was paid",
        State.CANCELLED: "the person booking or the owner gives the seats up before paying",
        State.WITHDRAWN: "a private buyer withdraws from the contract in time",
    },
    State.EXPIRED: {
        State.CONFIRMED: "the payment arrived late and the seats are still free",
    },
    State.CANCELLED: {},
    State.CONFIRMED: {
        State.CANCELLED: "the last participant is cancelled, or the course is called off",
        State.WITHDRAWN: "a private buyer withdraws from the contract in time",
    },
    State.WITHDRAWN: {},
}


class MoveNotAllowed(Exception):
    """The table knows no such move; nothing was changed."""


def check_move(before: State | None, after: State) -> None:
    if after not in MOVES[before]:
        raise MoveNotAllowed(f"{before or 'new'} → {after}")
