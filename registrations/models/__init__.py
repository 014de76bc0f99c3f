from .history import Actor, HistoryLine
from .letters import Letter
from .money import LedgerLine, PaymentAttempt, Refund, StripeEvent
from .registrations import Answer, Participant, Registration, SensitiveAnswer

__all__ = [
    "Actor",
    "Answer",
    "HistoryLine",
    "LedgerLine",
    "Letter",
    "Participant",
    "PaymentAttempt",
    "Refund",
    "Registration",
    "SensitiveAnswer",
    "StripeEvent",
]
