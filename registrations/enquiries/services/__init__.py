"""What can be done with an enquiry. Each verb owns its transaction and states what it promises."""

from .answering import add_note, assign, call_it_no_spam, reply
from .grouping import GroupRefused, make_group
from .moving import move_by_hand
from .proposing import NotOpen, Offered, accept, decline, propose
from .purging import enquiries_to_forget, forget
from .receiving import Entry, receive

__all__ = [
    "Entry",
    "GroupRefused",
    "NotOpen",
    "Offered",
    "accept",
    "add_note",
    "assign",
    "call_it_no_spam",
    "decline",
    "enquiries_to_forget",
    "forget",
    "make_group",
    "move_by_hand",
    "propose",
    "receive",
    "reply",
]
