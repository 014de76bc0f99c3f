"""What must always be true, computed anew from the rows."""

from collections.abc import Iterator

from django.db.models import Count, F, Q, Sum

from courses.models import Offering
from registrations.invoice_invariants import broken_invoices
from registrations.models import (
    Attendance,
    Dispute,
    LedgerLine,
    Letter,
    PaymentAttempt,
    Refund,
    Registration,
)
from registrations.overpaid import owed_to_payer, still_asked
from registrations.services import length_of, owes_difference
from registrations.states import HOLDING, State

# What may be owed by somebody who has paid: paid back to them, or taken back by their bank.
MOVED_OUTSIDE = (
    LedgerLine.Kind.REFUND,
    LedgerLine.Kind.REFUND_FAILED,
    LedgerLine.Kind.DISPUTED,
    LedgerLine.Kind.DISPUTE_WON,
)


def broken_invariants() -> Iterator[str]:
    """One sentence for each thing that is not as it must be; nothing when all is well."""
    yield from _oversold_offerings()
    yield from _registrations_without_people()
    yield from _ledgers()
    yield from _attempts()
    yield from _refunds()
    yield from _confirmations()
    yield from _owed_to_payers()
    yield from broken_invoices()
    yield from _waiting()
    yield from _asked_too_early()
    yield from _foreign_practices()
    yield from _disputes()
    yield from _moved_dates()
    yield from _attendance()


def _oversold_offerings() -> Iterator[str]:
    held = Count(
        "registrations__participants",
        filter=Q(registrations__state__in=HOLDING, registrations__participants__cancelled_at=None),
        distinct=True,
    )
    """What the owner has given beyond the seats is noted on the offering."""
    most = F("seats") + F("overbooked")
    for offering in Offering.objects.annotate(held=held).filter(held__gt=most):
        yield f"{offering.code}: {offering.held} seats held of {offering.seats}."


def _registrations_without_people() -> Iterator[str]:
    for registration in Registration.objects.filter(participants=None):
        yield f"{registration.reference}: no participant."


def _ledgers() -> Iterator[str]:
    """The price is owed for each seat that is held, and taken back for each that is not."""
    prices = Q(ledger__kind__in=LedgerLine.PRICES)
    for registration in Registration.objects.annotate(
        priced=Sum("ledger__amount", filter=prices, default=0),
        priced_vat=Sum("ledger__vat", filter=prices, default=0),
    ).prefetch_related("participants"):
        people = list(registration.participants.all())
        parts = (sum(p.gross for p in people), sum(p.vat for p in people))
        if parts != (registration.total.gross, registration.total.vat):
            yield f"{registration.reference}: the seats' prices do not sum to the total."
        shares = [p.price for p in people if p.cancelled_at is None]
        if not registration.state_now.holds_seats:
            shares = []
        wanted = (sum(share.gross for share in shares), sum(share.vat for share in shares))
        if (registration.priced, registration.priced_vat) != wanted:
            yield f"{registration.reference}: the ledger's price is not the registration's total."
    for registration in Registration.objects.exclude(currency=F("offering__currency")):
        yield f"{registration.reference}: is paid in another currency than its date."
    for line in LedgerLine.objects.exclude(currency=F("registration__currency")).select_related(
        "registration"
    ):
        yield f"{line.registration.reference}: a ledger line in another currency."


def _attempts() -> Iterator[str]:
    """A payment is booked exactly for each attempt that was paid."""
    for attempt in PaymentAttempt.objects.filter(
        Q(status=PaymentAttempt.Status.PAID, ledger_line=None)
        | (~Q(status=PaymentAttempt.Status.PAID) & Q(ledger_line__isnull=False))
    ).select_related("registration"):
        yield f"{attempt.registration.reference}: a payment and its ledger line differ."


def _refunds() -> Iterator[str]:
    """Nobody gets back more than was paid, nor is more ordered back than is owed to the payer.

    What somebody gave back in Stripe's dashboard is that person's own decision. What a payer's bank
    took meanwhile makes Stripe refuse the refund, and then it is no longer ordered.
    """
    for registration in Registration.objects.exclude(refunds=None).prefetch_related(
        "refunds", "ledger__refund"
    ):
        lines, refunds = list(registration.ledger.all()), list(registration.refunds.all())
        ordered = sum(refund.amount for refund in refunds if refund.is_ordered)
        given = sum(
            refund.amount
            for refund in refunds
            if refund.status in Refund.COUNTING and not refund.is_ordered
        )
        paid = -sum(line.amount for line in lines if line.kind == LedgerLine.Kind.PAYMENT)
        by_others = sum(
            line.amount
            for line in lines
            if line.dispute_id or (line.refund and line.refund.is_adopted)
        )
        balance = sum(line.amount for line in lines)
        owed = still_asked(registration) + by_others - balance
        if given > paid:
            yield f"{registration.reference}: more given back than was paid."
        if ordered > max(0, owed):
            yield f"{registration.reference}: more ordered back than is owed."


def _confirmations() -> Iterator[str]:
    """Confirmed by card means paid, or the deposit, but for the difference to a dearer date.

    Whoever waits owes something, and what is paid too much is flagged.
    """
    cards = Registration.objects.with_balance().filter(method="card")
    for registration in cards.prefetch_related("refunds", "ledger"):
        owes, flagged = registration.balance, registration.needs_attention
        moved_outside = sum(
            line.amount for line in registration.ledger.all() if line.kind in MOVED_OUTSIDE
        )
        # The fee of those who had cancelled before a change of date is no part of the new total.
        charged = sum(
            line.amount for line in registration.ledger.all() if line.kind in LedgerLine.CHARGES
        )
        asked = max(registration.total.gross, charged)
        may_owe = moved_outside + asked - registration.confirming_amount
        unpaid = registration.state == State.CONFIRMED and owes > may_owe
        if unpaid and not owes_difference(registration):
            yield f"{registration.reference}: confirmed by card, but not paid."
        if registration.state == State.AWAITING_PAYMENT and owes <= 0:
            yield f"{registration.reference}: awaits a payment that is not due."
        ordered = sum(refund.amount for refund in registration.refunds.all() if refund.is_ordered)
        if owes + ordered < 0 and not flagged:
            yield f"{registration.reference}: money that nobody was told to decide about."


def _owed_to_payers() -> Iterator[str]:
    """What is paid too much without a card or an invoice is flagged as well."""
    others = Registration.objects.with_balance().exclude(method__in=("card", "invoice"))
    for registration in others.filter(balance__lt=0, needs_attention=False, invoices=None):
        if owed_to_payer(registration):
            yield f"{registration.reference}: money that nobody was told to decide about."


def _waiting() -> Iterator[str]:
    """Who only waits owes nothing and has paid nothing."""
    waiting = Registration.objects.with_balance().filter(state=State.WAITLISTED)
    for registration in waiting.exclude(balance=0):
        yield f"{registration.reference}: waits for seats, but money was booked."


def _asked_too_early() -> Iterator[str]:
    """Nobody is led to a payment before the owner has approved and the offer is accepted."""
    early = (State.WAITLISTED, State.OFFERED, State.IN_REVIEW, State.DECLINED)
    for attempt in PaymentAttempt.objects.filter(registration__state__in=early).select_related(
        "registration"
    ):
        yield f"{attempt.registration.reference}: led to a payment too early."


def _disputes() -> Iterator[str]:
    """The owner knows of each dispute; the bank gives back only what it has taken."""
    told = Letter.objects.filter(kind__in=("owner_disputed", "owner_dispute_closed"))
    for dispute in Dispute.objects.select_related("registration").prefetch_related("ledger_lines"):
        kinds = {line.kind for line in dispute.ledger_lines.all()}
        if LedgerLine.Kind.DISPUTE_WON in kinds and LedgerLine.Kind.DISPUTED not in kinds:
            yield f"{dispute.registration.reference}: a dispute gave back what it never took."
        letters = told.filter(registration=dispute.registration, occasion=dispute.dispute_id)
        if not letters.exists():
            yield f"{dispute.registration.reference}: a dispute that nobody was told of."


def _moved_dates() -> Iterator[str]:
    """Whoever held seats or waited when dates were moved was told the new ones."""
    untold = (
        Registration.objects.filter(
            state__in=(State.WAITLISTED, *HOLDING), offering__dates_moved_at__gt=F("made_at")
        )
        .exclude(letters__kind=Letter.Kind.DATES_MOVED)
        # Had left then, or came from another date.
        .exclude(history__before=State.EXPIRED)
        .exclude(history__action="date_changed")
    )
    for registration in untold:
        yield f"{registration.reference}: was not told of new dates."


def _foreign_practices() -> Iterator[str]:
    for registration in Registration.objects.exclude(practice=F("offering__course__practice")):
        yield f"{registration.reference}: stands under another practice than its course."
    for attempt in PaymentAttempt.objects.exclude(practice=F("registration__practice")):
        yield f"{attempt}: stands under another practice than its registration."


def _attendance() -> Iterator[str]:
    """Present, late and away too early make up the session."""
    rows = Attendance.objects.attended().select_related("session", "participant__registration")
    for row in rows:
        if row.minutes + row.came_late + row.left_early != length_of(row.session):
            reference = row.participant.registration.reference
            yield f"{reference}: attended another time than the session takes."
