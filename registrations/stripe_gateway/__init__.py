"""The one door to Stripe. Nothing else imports its SDK.

Calls never happen inside a transaction that holds a lock. An answer is one of three: done,
``Refused`` (Stripe did nothing and said why) or ``OutcomeUnknown`` (it may have been done; asking
again with the same key finds out). Amounts are in minor units, currencies in capitals, times
aware. Whatever creates takes the stored key and parameters; our key stands in the metadata as
well, so that ``find_…`` can look for it when Stripe may have forgotten the other.
"""

from .balance import Movement, movements_between, movements_of_payout
from .checkout import (
    CheckoutSession,
    create_checkout_session,
    expire_checkout_session,
    expiry_moment,
    find_checkout_session,
    retrieve_checkout_session,
)
from .client import (
    DEFAULT_ACCOUNT,
    KEY_IS_KNOWN_FOR,
    LOOK_AFTER,
    OutcomeUnknown,
    Refused,
    StripeError,
    account_of,
    key_of,
)
from .credit_notes import (
    CreditNoteState,
    create_credit_note,
    credit_notes_of,
    find_credit_note,
    retrieve_credit_note,
)
from .customers import Customer, create_customer, find_customer
from .disputes import DisputeState, disputes_between, disputes_of, retrieve_dispute
from .invoices import (
    InvoiceItem,
    InvoicePayment,
    InvoiceState,
    create_invoice,
    create_invoice_item,
    finalize_invoice,
    find_invoice,
    find_invoice_item,
    invoice_of_payment,
    items_of_invoice,
    mark_invoice_uncollectible,
    pay_invoice_elsewhere,
    payments_of_invoice,
    retrieve_invoice,
    send_invoice,
    void_invoice,
)
from .payments import PaymentState, create_payment, retrieve_payment
from .payouts import PayoutState, payouts_since, retrieve_payout
from .refunds import RefundState, create_refund, find_refund, refunds_of, retrieve_refund
from .webhooks import BadSignature, Hint, read_webhook

__all__ = [
    "DEFAULT_ACCOUNT",
    "KEY_IS_KNOWN_FOR",
    "LOOK_AFTER",
    "BadSignature",
    "CheckoutSession",
    "CreditNoteState",
    "Customer",
    "DisputeState",
    "Hint",
    "InvoiceItem",
    "InvoicePayment",
    "InvoiceState",
    "Movement",
    "OutcomeUnknown",
    "PaymentState",
    "PayoutState",
    "RefundState",
    "Refused",
    "StripeError",
    "account_of",
    "create_checkout_session",
    "create_credit_note",
    "create_customer",
    "create_invoice",
    "create_invoice_item",
    "create_payment",
    "create_refund",
    "credit_notes_of",
    "disputes_between",
    "disputes_of",
    "expire_checkout_session",
    "expiry_moment",
    "finalize_invoice",
    "find_checkout_session",
    "find_credit_note",
    "find_customer",
    "find_invoice",
    "find_invoice_item",
    "find_refund",
    "invoice_of_payment",
    "items_of_invoice",
    "key_of",
    "mark_invoice_uncollectible",
    "movements_between",
    "movements_of_payout",
    "pay_invoice_elsewhere",
    "payments_of_invoice",
    "payouts_since",
    "read_webhook",
    "refunds_of",
    "retrieve_checkout_session",
    "retrieve_credit_note",
    "retrieve_dispute",
    "retrieve_invoice",
    "retrieve_payment",
    "retrieve_payout",
    "retrieve_refund",
    "send_invoice",
    "void_invoice",
]
