"""Rows of the app ``registrations``, whose ``models`` names them all: import them from there."""

from .messages import Addressee, Audience, Message, Reminded
from .reminders import Anchor, Reminder
from .templates import LetterTemplate, Purpose

__all__ = [
    "Addressee",
    "Anchor",
    "Audience",
    "LetterTemplate",
    "Message",
    "Purpose",
    "Reminded",
    "Reminder",
]
