from .history import Actor, HistoryLine
from .invoices import CreditNote, Invoice
from .letters import Letter
from .money import (
    Dispute,
    LedgerLine,
    PaymentAttempt,
    Refund,
    StripeEvent,
)
from .registrations import Answer, Participant, Registration, SensitiveAnswer

__all__ = [
    "Actor",
    "Answer",
    "CreditNote",
    "Dispute",
    "HistoryLine",
    "Invoice",
    "LedgerLine",
    "Letter",
    "Participant",
    "PaymentAttempt",
    "Refund",
    "Registration",
    "SensitiveAnswer",
    "StripeEvent",
]
