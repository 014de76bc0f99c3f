"""Stripe's webhook: a hint is stored once, then what it points at is looked up and applied."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from registrations import stripe_gateway
from registrations.models import Invoice, PaymentAttempt, StripeEvent
from registrations.services import sync, sync_dispute
from registrations.services.invoice_news import sync as sync_invoice
from registrations.services.invoice_sending import bring_in_line
from registrations.services.refund_news import is_being_credited, learn_of_refund
from registrations.stripe_gateway import BadSignature, Hint, StripeError

logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def stripe_webhook(request: HttpRequest) -> HttpResponse:
    """2xx once applied (or of no concern); 400 for a bad signature; 503 asks Stripe to retry."""
    try:
        hint = stripe_gateway.read_webhook(
            payload=request.body, signature=request.headers.get("Stripe-Signature", "")
        )
    except BadSignature:
        return HttpResponse("bad signature", status=400)
    event = store(hint)
    if event.handled_at is not None:
        return HttpResponse("known", status=200)
    try:
        handle(event)
    except (StripeError, DatabaseError) as error:
        logger.warning("Event %s waits: %s", event.event_id, type(error).__name__)
        return HttpResponse("try again", status=503)
    return HttpResponse("done", status=200)


def store(hint: Hint) -> StripeEvent:
    try:
        with transaction.atomic():
            event, _new = StripeEvent.objects.get_or_create(
                account=hint.account,
                event_id=hint.event_id,
                defaults={"type": hint.type, "object_id": hint.object_id},
            )
    except IntegrityError:  # the same event at the same moment
        event = StripeEvent.objects.get(account=hint.account, event_id=hint.event_id)
    return event


def handle(event: StripeEvent) -> None:
    """Apply the current state of what the event points at. Raises when Stripe cannot be asked."""
    handler = HANDLERS.get(event.type)
    if handler is not None:
        handler(event)
    event.handled_at = timezone.now()
    event.save(update_fields=["handled_at"])


def _checkout_session(event: StripeEvent) -> None:
    attempt = PaymentAttempt.objects.filter(session_id=event.object_id).first()
    if attempt is None:
        attempt = _attempt_whose_answer_was_lost(event)
    if attempt is not None and stripe_gateway.account_of(attempt.practice.slug) == event.account:
        sync(attempt_id=attempt.pk)


def _attempt_whose_answer_was_lost(event: StripeEvent) -> PaymentAttempt | None:
    """We never learned the session's number; the session itself knows our key."""
    session = stripe_gateway.retrieve_checkout_session(
        account=event.account, session_id=event.object_id
    )
    if not session.attempt_key:
        return None
    attempt = PaymentAttempt.objects.filter(idempotency_key=session.attempt_key).first()
    if attempt is not None and attempt.session_id is None:
        PaymentAttempt.objects.filter(pk=attempt.pk, session_id=None).update(session_id=session.id)
        attempt.refresh_from_db()
    return attempt


def _refund(event: StripeEvent) -> None:
    learn_of_refund(account=event.account, refund_id=event.object_id)


def _invoice(event: StripeEvent) -> None:
    """Ours by its number, or by our key where we never learned the number."""
    invoice = Invoice.objects.filter(invoice_id=event.object_id).first()
    if invoice is None:
        state = stripe_gateway.retrieve_invoice(account=event.account, invoice_id=event.object_id)
        if not state.invoice_key:
            return
        invoice = Invoice.objects.filter(idempotency_key=state.invoice_key).first()
    if invoice is None or stripe_gateway.account_of(invoice.practice.slug) != event.account:
        return
    if invoice.invoice_id:
        sync_invoice(invoice_id=invoice.pk)
    else:
        bring_in_line(invoice_id=invoice.pk)


def _credit_note(event: StripeEvent) -> None:
    state = stripe_gateway.retrieve_credit_note(
        account=event.account, credit_note_id=event.object_id
    )
    invoice = Invoice.objects.filter(invoice_id=state.invoice_id).first()
    if invoice is None or stripe_gateway.account_of(invoice.practice.slug) != event.account:
        return
    if is_being_credited(invoice):
        bring_in_line(invoice_id=invoice.pk)
    else:
        sync_invoice(invoice_id=invoice.pk)


def _dispute(event: StripeEvent) -> None:
    sync_dispute(account=event.account, dispute_id=event.object_id)


HANDLERS: dict[str, Callable[[StripeEvent], None]] = {
    "checkout.session.completed": _checkout_session,
    "checkout.session.async_payment_succeeded": _checkout_session,
    "checkout.session.async_payment_failed": _checkout_session,
    "checkout.session.expired": _checkout_session,
    "refund.created": _refund,
    "refund.updated": _refund,
    "refund.failed": _refund,
    "invoice.sent": _invoice,
    "invoice.paid": _invoice,
    "invoice.payment_failed": _invoice,
    "invoice.overdue": _invoice,
    "invoice.voided": _invoice,
    "invoice.marked_uncollectible": _invoice,
    "credit_note.created": _credit_note,
    "charge.dispute.created": _dispute,
    "charge.dispute.updated": _dispute,
    "charge.dispute.closed": _dispute,
    "charge.dispute.funds_withdrawn": _dispute,
    "charge.dispute.funds_reinstated": _dispute,
}
