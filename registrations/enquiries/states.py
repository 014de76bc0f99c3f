"""The life of an enquiry: its states, and the table of moves between them.

``services.moving.move`` is the only function that changes a state, and it asks this table.
"""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class EnquiryState(models.TextChoices):
    NEW = "new", pgettext_lazy("enquiry", "New")
    ANSWERED = "answered", pgettext_lazy("enquiry", "Answered")
    MEETING = "meeting", pgettext_lazy("enquiry", "Exploratory meeting")
    PROPOSED = "proposed", pgettext_lazy("enquiry", "Proposal sent")
    ACCEPTED = "accepted", pgettext_lazy("enquiry", "Accepted")
    DECLINED = "declined", pgettext_lazy("enquiry", "Declined")
    RUNNING = "running", pgettext_lazy("enquiry", "Running")
    EVALUATED = "evaluated", pgettext_lazy("enquiry", "Evaluated")
    ENDED = "ended", pgettext_lazy("enquiry", "Ended")


# Those in which both have agreed; only then may a closed group come of it.
AGREED: Final = (
    EnquiryState.ACCEPTED,
    EnquiryState.RUNNING,
    EnquiryState.EVALUATED,
    EnquiryState.ENDED,
)

MOVES: Final[dict[EnquiryState | None, dict[EnquiryState, str]]] = {
    None: {EnquiryState.NEW: "somebody sends the form"},
    EnquiryState.NEW: {
        EnquiryState.ANSWERED: "the practice replies by letter, or has answered in another way",
        EnquiryState.MEETING: "the two have agreed to meet and find out what is needed",
        EnquiryState.PROPOSED: "the practice sends a proposal",
        EnquiryState.ENDED: "nothing comes of it",
    },
    EnquiryState.ANSWERED: {
        EnquiryState.MEETING: "the two have agreed to meet and find out what is needed",
        EnquiryState.PROPOSED: "the practice sends a proposal",
        EnquiryState.ENDED: "nothing comes of it",
    },
    EnquiryState.MEETING: {
        EnquiryState.PROPOSED: "the practice sends a proposal",
        EnquiryState.ENDED: "nothing comes of it",
    },
    EnquiryState.PROPOSED: {
        EnquiryState.ACCEPTED: "the enquirer accepts the proposal in time",
        EnquiryState.DECLINED: "the enquirer declines the proposal",
        EnquiryState.ENDED: "nothing comes of it; the open proposal is taken back",
    },
    EnquiryState.ACCEPTED: {
        EnquiryState.RUNNING: "the meetings have begun",
        EnquiryState.ENDED: "it does not take place after all",
    },
    EnquiryState.DECLINED: {
        EnquiryState.MEETING: "the two meet again to find something that fits better",
        EnquiryState.PROPOSED: "the practice sends another proposal",
        EnquiryState.ENDED: "nothing comes of it",
    },
    EnquiryState.RUNNING: {
        EnquiryState.EVALUATED: "the meetings are over and have been talked through together",
        EnquiryState.ENDED: "it stops without an evaluation",
    },
    EnquiryState.EVALUATED: {EnquiryState.ENDED: "everything is done"},
    EnquiryState.ENDED: {
        EnquiryState.ANSWERED: "the practice takes it up again; never once a proposal was accepted",
    },
}

# What the practice itself says has happened, with a press of a button; the others are made by
# proposals and the answers to them.
BY_HAND: Final = (
    EnquiryState.ANSWERED,
    EnquiryState.MEETING,
    EnquiryState.RUNNING,
    EnquiryState.EVALUATED,
    EnquiryState.ENDED,
)


class EnquiryMoveNotAllowed(Exception):
    """The table knows no such move; nothing was changed."""


def check_enquiry_move(before: EnquiryState | None, after: EnquiryState) -> None:
    if after not in MOVES[before]:
        raise EnquiryMoveNotAllowed(f"{before or 'new'} → {after}")
