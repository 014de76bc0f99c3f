from .attendance import Attendance
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

# isort: split
# These stand upon the rows above.
from registrations.enquiries.models import (
    Enquiry,
    EnquiryLine,
    EnquiryNote,
    Proposal,
    ProposalSession,
)

__all__ = [
    "Actor",
    "Answer",
    "Attendance",
    "CreditNote",
    "Dispute",
    "Enquiry",
    "EnquiryLine",
    "EnquiryNote",
    "HistoryLine",
    "Invoice",
    "LedgerLine",
    "Letter",
    "Participant",
    "PaymentAttempt",
    "Proposal",
    "ProposalSession",
    "Refund",
    "Registration",
    "SensitiveAnswer",
    "StripeEvent",
]
