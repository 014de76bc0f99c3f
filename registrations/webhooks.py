"""Stripe's webhook: a hint is stored once, then what it points at is looked up and applied."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from registrations import stripe_gateway
from registrations.models import PaymentAttempt, Refund, StripeEvent
from registrations.services import refunds, sync, sync_dispute
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
    """Ours, or one that somebody made in Stripe's dashboard."""
    state = stripe_gateway.retrieve_refund(account=event.account, refund_id=event.object_id)
    attempt = PaymentAttempt.objects.filter(payment_intent_id=state.payment_intent_id).first()
    if not state.payment_intent_id or attempt is None:
        return
    if stripe_gateway.account_of(attempt.practice.slug) != event.account:
        return
    ours = Q(refund_id=state.id)
    if state.refund_key:
        ours |= Q(idempotency_key=state.refund_key)
    refund = Refund.objects.filter(ours).first()
    if refund is not None:
        refunds.apply(refund_id=refund.pk, state=state)
    else:
        refunds.adopt(attempt=attempt, state=state)


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
    "charge.dispute.created": _dispute,
    "charge.dispute.updated": _dispute,
    "charge.dispute.closed": _dispute,
    "charge.dispute.funds_withdrawn": _dispute,
    "charge.dispute.funds_reinstated": _dispute,
}
