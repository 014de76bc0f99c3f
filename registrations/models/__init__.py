from .answers import Answer, SensitiveAnswer
from .attendance import Attendance
from .bookkeeping import BookkeepingSettings, Payout, PayoutLine
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
from .registrations import Participant, Registration

# isort: split
# These stand upon the rows above.
from registrations.enquiries.models import (
    Enquiry,
    EnquiryLine,
    EnquiryNote,
    Proposal,
    ProposalSession,
)
from registrations.invitations.models import Invitation
from registrations.messages.models import (
    Addressee,
    Anchor,
    Audience,
    LetterTemplate,
    Message,
    Purpose,
    Reminded,
    Reminder,
)

__all__ = [
    "Actor",
    "Addressee",
    "Anchor",
    "Answer",
    "Attendance",
    "Audience",
    "BookkeepingSettings",
    "ChosenColumns",
    "CreditNote",
    "Dispute",
    "Enquiry",
    "EnquiryLine",
    "EnquiryNote",
    "HistoryLine",
    "InternalNote",
    "Invitation",
    "Invoice",
    "LedgerLine",
    "Letter",
    "LetterTemplate",
    "Message",
    "Participant",
    "PaymentAttempt",
    "Payout",
    "PayoutLine",
    "Proposal",
    "ProposalSession",
    "Purpose",
    "Refund",
    "Registration",
    "Reminded",
    "Reminder",
    "SavedFilter",
    "SensitiveAnswer",
    "StripeEvent",
]
