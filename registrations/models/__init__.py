from .attendance import Attendance
from .bookkeeping import BookkeepingSettings, Payout, PayoutLine
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
    "BookkeepingSettings",
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
    "Payout",
    "PayoutLine",
    "Proposal",
    "ProposalSession",
    "Refund",
    "Registration",
    "SensitiveAnswer",
    "StripeEvent",
]
