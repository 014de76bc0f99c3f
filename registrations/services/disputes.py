"""Disputes: what the payer's bank does with a payment, in the ledger and before the owner's eyes.

A dispute changes no state by itself. What the bank has taken counts as owed again; what it gives
back counts as paid.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone

from cms.models import Heartbeat, Practice
from registrations import stripe_gateway
from registrations.letters import write_letter
from registrations.models import (
    Actor,
    Dispute,
    Invoice,
    LedgerLine,
    Letter,
    PaymentAttempt,
    Registration,
)
from registrations.overpaid import owed_to_payer
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.services.refund_news import paid_with
from registrations.stripe_gateway import DisputeState

Kind = LedgerLine.Kind

LOOK_EVERY: Final = timedelta(days=1)
# Payers may contest a payment for about four months; who was never asked is asked about these.
FIRST_LOOK_BACK: Final = timedelta(days=130)
# What Stripe's list may show a little late is seen with the next look.
LOOKS_OVERLAP: Final = timedelta(hours=6)


def sync_dispute(*, account: str, dispute_id: str) -> Dispute | None:
    """Ask Stripe how a dispute stands and apply it. Safe at any time, any number of times.

    None when it is about no payment of ours. Raises ``StripeError`` when Stripe does not say.
    """
    state = stripe_gateway.retrieve_dispute(account=account, dispute_id=dispute_id)
    return apply_dispute(account=account, state=state)


def apply_dispute(*, account: str, state: DisputeState) -> Dispute | None:
    """Apply what Stripe says of a dispute: each movement of money once, each letter once."""
    source = paid_with(account=account, payment_intent_id=state.payment_intent_id)
    return _apply(state, source) if source else None


@transaction.atomic
def _apply(state: DisputeState, source: PaymentAttempt | Invoice) -> Dispute:
    registration = locked_registration(source.registration_id)
    dispute = Dispute.objects.filter(dispute_id=state.id).first()
    is_new = dispute is None
    if dispute is None:
        dispute = Dispute(registration=registration, dispute_id=state.id)
        dispute.payment_attempt = source if isinstance(source, PaymentAttempt) else None
        dispute.invoice = source if isinstance(source, Invoice) else None
    was_closed = not is_new and dispute.is_closed
    # An older answer that arrives later never takes a decision of the bank back.
    if not was_closed:
        dispute.status = state.status
    dispute.amount, dispute.currency = state.amount, state.currency
    dispute.reason = state.reason[:60]
    dispute.looked_at = timezone.now()
    dispute.save()
    _book(registration, dispute, state)
    if owed_to_payer(registration):
        _flag(registration)
    if not dispute.is_closed and is_new:
        _tell(registration, dispute, kind=Letter.Kind.OWNER_DISPUTED, action="disputed")
    elif dispute.is_closed and not was_closed:
        _tell(registration, dispute, kind=Letter.Kind.OWNER_DISPUTE_CLOSED, action="dispute_closed")
    return dispute


def _book(registration: Registration, dispute: Dispute, state: DisputeState) -> None:
    moved = (
        (Kind.DISPUTED, state.funds_withdrawn, dispute.amount),
        (Kind.DISPUTE_WON, state.funds_reinstated, -dispute.amount),
    )
    for kind, has_happened, amount in moved:
        if has_happened and not dispute.ledger_lines.filter(kind=kind).exists():
            LedgerLine.objects.create(
                registration=registration,
                kind=kind,
                amount=amount,
                currency=dispute.currency,
                dispute=dispute,
            )


def _tell(registration: Registration, dispute: Dispute, *, kind: Letter.Kind, action: str) -> None:
    if dispute.status not in Dispute.HARMLESS:
        _flag(registration)
    note(registration, action=action, actor=Actor.STRIPE)
    write_letter(registration, kind=kind, occasion=dispute.dispute_id[:60], about=dispute)


def _flag(registration: Registration) -> None:
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])


def disputes_to_look_at(*, now: datetime) -> list[int]:
    """Open disputes that Stripe was not asked about for a day."""
    looked_at = Dispute.objects.exclude(status__in=Dispute.CLOSED).filter(
        looked_at__lte=now - LOOK_EVERY
    )
    return list(looked_at.order_by("pk").values_list("pk", flat=True))


def look_again(*, dispute_pk: int) -> Dispute | None:
    dispute = Dispute.objects.select_related("registration__practice").get(pk=dispute_pk)
    account = stripe_gateway.account_of(dispute.registration.practice.slug)
    return sync_dispute(account=account, dispute_id=dispute.dispute_id)


def accounts_to_look_at(*, now: datetime) -> list[str]:
    """Stripe's accounts that were not asked for new disputes for a day; only where one is used."""
    slugs = Practice.objects.filter(
        pk__in=PaymentAttempt.objects.exclude(payment_intent_id="").values("practice")
    ) | Practice.objects.filter(
        pk__in=Invoice.objects.exclude(payment_intent_id="").values("practice")
    )
    accounts = {stripe_gateway.account_of(slug) for slug in slugs.values_list("slug", flat=True)}
    looked = Heartbeat.objects.filter(beaten_at__gt=now - LOOK_EVERY).values_list("name", flat=True)
    return sorted(account for account in accounts if _heart(account) not in set(looked))


def find_disputes(*, account: str) -> None:
    """Take in the disputes opened since the last look: a webhook may never have come."""
    until = timezone.now()
    last = Heartbeat.objects.filter(name=_heart(account)).first()
    since = last.beaten_at - LOOKS_OVERLAP if last else until - FIRST_LOOK_BACK
    for state in stripe_gateway.disputes_between(account=account, since=since, until=until):
        apply_dispute(account=account, state=state)
    Heartbeat.beat(_heart(account))


def _heart(account: str) -> str:
    return f"disputes:{account}"[:40]
