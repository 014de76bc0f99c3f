"""What a payment or a refund at Stripe is here: found by Stripe's number, or asked about."""

from django.db.models import Q

from registrations import stripe_gateway
from registrations.models import CreditNote, Invoice, PaymentAttempt, Refund
from registrations.services import refunds
from registrations.services.invoice_news import sync as sync_invoice
from registrations.services.invoice_sending import bring_in_line
from registrations.stripe_gateway import RefundState


def paid_with(*, account: str, payment_intent_id: str) -> PaymentAttempt | Invoice | None:
    """What was paid with it, if that went through this account; None where it is not ours.

    An invoice whose payment nobody told us of is looked up at Stripe, and synced.
    """
    if not payment_intent_id:
        return None
    for model in (PaymentAttempt, Invoice):
        rows = model.objects.select_related("practice", "registration")
        found = rows.filter(payment_intent_id=payment_intent_id).first()
        if found is not None:
            return found if _went_through(account, found) else None
    invoice_id = stripe_gateway.invoice_of_payment(
        account=account, payment_intent_id=payment_intent_id
    )
    invoice = Invoice.objects.filter(invoice_id=invoice_id).first() if invoice_id else None
    if invoice is None or not _went_through(account, invoice):
        return None
    return sync_invoice(invoice_id=invoice.pk)


def learn_of_refund(*, account: str, refund_id: str) -> Refund | None:
    """Ask Stripe how a refund stands and apply it: ours, or one made in the dashboard.

    None when it gives back no payment of ours. Raises ``StripeError`` when Stripe does not say.
    """
    state = stripe_gateway.retrieve_refund(account=account, refund_id=refund_id)
    source = paid_with(account=account, payment_intent_id=state.payment_intent_id)
    if source is None:
        return None
    refund = _known(state)
    if refund is None and isinstance(source, Invoice) and is_being_credited(source):
        # It may have been made along with a credit note whose answer is still on its way.
        bring_in_line(invoice_id=source.pk)
        refund = _known(state)
    if refund is not None:
        return refunds.apply(refund_id=refund.pk, state=state)
    return refunds.adopt(source=source, state=state)


def is_being_credited(invoice: Invoice) -> bool:
    return invoice.credit_notes.filter(status=CreditNote.Status.CREATED).exists()


def _known(state: RefundState) -> Refund | None:
    ours = Q(refund_id=state.id)
    if state.refund_key:
        ours |= Q(idempotency_key=state.refund_key)
    return Refund.objects.filter(ours).first()


def _went_through(account: str, source: PaymentAttempt | Invoice) -> bool:
    return stripe_gateway.account_of(source.practice.slug) == account
