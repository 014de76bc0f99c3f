"""The life of a registration: its states, and the table of moves between them.

``services.moves.move`` is the only function that changes a state, and it asks this table.
"""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    WAITLISTED = "waitlisted", pgettext_lazy("state", "On the waiting list")
    OFFERED = "offered", pgettext_lazy("state", "Offered a place")
    IN_REVIEW = "in_review", pgettext_lazy("state", "Awaiting review")
    AWAITING_PAYMENT = "awaiting_payment", pgettext_lazy("state", "Awaiting payment")
    CONFIRMED = "confirmed", pgettext_lazy("state", "Confirmed")
    DECLINED = "declined", pgettext_lazy("state", "Declined")
    EXPIRED = "expired", pgettext_lazy("state", "Expired")
    CANCELLED = "cancelled", pgettext_lazy("state", "Cancelled")
    WITHDRAWN = "withdrawn", pgettext_lazy("state", "Withdrawn")

    @property
    def holds_seats(self) -> bool:
        return self in HOLDING


# Those that take seats of the offering; the rest take none.
HOLDING: Final = (State.OFFERED, State.IN_REVIEW, State.AWAITING_PAYMENT, State.CONFIRMED)
# Those whose hold runs out by itself.
HELD_FOR_A_TIME: Final = (State.OFFERED, State.AWAITING_PAYMENT)

NEW: Final = None

# From what state to what state, and when that happens.
MOVES: Final[dict[State | None, dict[State, str]]] = {
    NEW: {
        State.WAITLISTED: "there are too few seats, and somebody waits for some to become free",
        State.IN_REVIEW: "the owner reads every registration for this course date first",
        State.AWAITING_PAYMENT: "somebody signs up and will pay by card",
        State.CONFIRMED: "nothing is to be paid by card: it is free, invoiced, or paid already",
    },
    State.WAITLISTED: {
        State.OFFERED: "seats are free, and they are next in line",
        State.EXPIRED: "registration has closed, and no seat became free for them",
        State.CANCELLED: "the person booking or the owner takes them off the list",
    },
    State.OFFERED: {
        State.IN_REVIEW: "they accept, and the owner reads every registration first",
        State.AWAITING_PAYMENT: "they accept, and will pay by card",
        State.CONFIRMED: "they accept, and nothing is to be paid by card",
        State.EXPIRED: "the offer was not answered in time",
        State.CANCELLED: "the person booking declines, or the owner takes the offer back",
    },
    State.IN_REVIEW: {
        State.AWAITING_PAYMENT: "the owner approves, and it is to be paid by card",
        State.CONFIRMED: "the owner approves, and nothing is to be paid by card",
        State.DECLINED: "the owner declines",
        State.CANCELLED: "the person booking or the owner takes the application back",
    },
    State.AWAITING_PAYMENT: {
        State.CONFIRMED: "the payment has arrived, or the owner confirms it without one",
        State.EXPIRED: "the hold has run out and nothing was paid",
        State.CANCELLED: "the person booking or the owner gives the seats up before paying",
        State.WITHDRAWN: "a private buyer withdraws from the contract in time",
    },
    State.EXPIRED: {
        State.CONFIRMED: "the payment arrived late and the seats are still free",
    },
    State.DECLINED: {},
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
