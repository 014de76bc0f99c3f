from .attendance import Attendance
from .bookkeeping import BookkeepingSettings, Payout, PayoutLine
from .history import Actor, HistoryLine
from .desk import ChosenColumns, SavedFilter
from .history import Actor, HistoryLine, InternalNote
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
    "ChosenColumns",
    "CreditNote",
    "Dispute",
    "Enquiry",
    "EnquiryLine",
    "EnquiryNote",
    "HistoryLine",
    "InternalNote",
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
    "SavedFilter",
    "SensitiveAnswer",
    "StripeEvent",
]
