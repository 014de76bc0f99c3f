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
from registrations.messages.models import (
    Addressee,
    Anchor,
    Audience,
    LetterTemplate,
    Message,
    Purpose,
    Reminder,
)

__all__ = [
    "Actor",
    "Addressee",
    "Anchor",
    "Answer",
    "Audience",
    "CreditNote",
    "Dispute",
    "Enquiry",
    "EnquiryLine",
    "EnquiryNote",
    "HistoryLine",
    "Invoice",
    "LedgerLine",
    "Letter",
    "LetterTemplate",
    "Message",
    "Participant",
    "PaymentAttempt",
    "Proposal",
    "ProposalSession",
    "Purpose",
    "Refund",
    "Registration",
    "Reminder",
    "SensitiveAnswer",
    "StripeEvent",
]
