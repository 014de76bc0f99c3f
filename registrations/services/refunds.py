"""Money on its way back: ordered with the change it belongs to, sent by the worker, never twice."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from django_tasks import task

from registrations import stripe_gateway
from registrations.letters import write_letter
from registrations.models import (
    Actor,
    Dispute,
    Invoice,
    LedgerLine,
    Letter,
    PaymentAttempt,
    Refund,
    Registration,
)
from registrations.services.invoicing import is_invoiced
from registrations.services.locking import locked_registration
from registrations.services.moves import note
from registrations.stripe_gateway import OutcomeUnknown, RefundState, Refused

Status = Refund.Status
# What a buyer paid through Stripe: a checkout, or an invoice on its hosted page.
Source = PaymentAttempt | Invoice
Row = TypeVar("Row", LedgerLine, Refund, Dispute)

# An older answer that arrives later never takes a newer one back. Success may still fail later.
RANK: Final = {
    Status.CREATED: 0,
    Status.PENDING: 1,
    Status.REQUIRES_ACTION: 2,
    Status.SUCCEEDED: 3,
    Status.FAILED: 4,
    Status.CANCELED: 4,
}


class TooMuch(Exception):
    """More than was paid and not yet given back; nothing was ordered."""


class Books(NamedTuple):
    """What a registration's money consists of."""

    ledger: list[LedgerLine]
    refunds: list[Refund]
    disputes: list[Dispute]
    payment_attempts: list[PaymentAttempt]
    invoices: list[Invoice]


def refundable(source: Source) -> int:
    """What of a payment through Stripe can still be given back, in minor units.

    Nothing while its payer contests it at the bank, and nothing once that was lost: the bank has
    paid it back already, or may.
    """
    return _left_of(source, _books(source.registration))


def _left_of(source: Source, books: Books) -> int:
    if any(row.status not in Dispute.HARMLESS for row in _of(source, books.disputes)):
        return 0
    lines, refunds = _of(source, books.ledger), _of(source, books.refunds)
    booked = sum(row.amount for row in lines if row.kind == LedgerLine.Kind.PAYMENT)
    given = sum(row.amount for row in refunds if row.status in Refund.COUNTING)
    return -booked - given


def goes_back_by_bank(registration: Registration) -> bool:
    """Whether money may have to go back from the owner's bank: it came there, or the payer's bank
    has decided a dispute, and Stripe pays nothing of that payment back any more."""
    if is_invoiced(registration) or paid_outside(registration):
        return True
    return any(row.status == Dispute.Status.LOST for row in registration.disputes.all())


def paid_outside(registration: Registration) -> bool:
    """Whether money came into the owner's bank or hand without an invoice."""
    kind = LedgerLine.Kind.BANK_PAYMENT
    return any(row.kind == kind and row.invoice_id is None for row in registration.ledger.all())


def _of(source: Source, rows: list[Row]) -> list[Row]:
    if isinstance(source, PaymentAttempt):
        return [row for row in rows if row.payment_attempt_id == source.pk]
    return [row for row in rows if row.invoice_id == source.pk]


def _books(registration: Registration) -> Books:
    """As they were fetched along to be shown, or as they stand now."""
    fetched = [registration.fetched(name) for name in Books._fields]
    if any(rows is None for rows in fetched):
        fetched = [list(getattr(registration, name).all()) for name in Books._fields]
    return Books(*(rows or [] for rows in fetched))


def _paid(books: Books) -> list[Source]:
    """Where money came from through Stripe: the invoices, then the checkouts, the newest first."""
    invoices = [row for row in books.invoices if row.payment_intent_id]
    booked = {row.payment_attempt_id: row.pk for row in books.ledger if row.payment_attempt_id}
    attempts = [row for row in books.payment_attempts if row.pk in booked]
    return [
        *sorted(invoices, key=lambda row: -row.pk),
        *sorted(attempts, key=lambda row: -booked[row.pk]),
    ]


def order_refunds(registration: Registration, *, amount: int) -> list[Refund]:
    """Order ``amount`` minor units back to where they came from, the newest payment first.

    The caller holds the registration's lock and the transaction; the worker sends them after
    commit. Raises ``TooMuch`` when the payments do not reach.
    """
    parts = _parts(registration, amount)
    if sum(part for _source, part in parts) < amount:
        raise TooMuch
    return [_order(registration, source, amount=part) for source, part in parts]


def order_what_is_possible(registration: Registration, *, amount: int) -> int:
    """Like ``order_refunds``, but as much as the payments reach; answers how much that is."""
    parts = _parts(registration, amount)
    for source, part in parts:
        _order(registration, source, amount=part)
    return sum(part for _source, part in parts)


def possible_refund(registration: Registration, *, amount: int) -> int:
    """How much of ``amount`` can go back now to where it came from."""
    return sum(part for _source, part in _parts(registration, amount))


def _parts(registration: Registration, amount: int) -> list[tuple[Source, int]]:
    """How much of ``amount`` each payment gives back, the newest first."""
    parts: list[tuple[Source, int]] = []
    if amount <= 0:
        return parts
    left, books = amount, _books(registration)
    for source in _paid(books):
        part = min(left, _left_of(source, books))
        if part > 0:
            parts.append((source, part))
            left -= part
    return parts


@task(backend="background")
def send_refund(refund_id: int) -> None:
    perform(refund_id=refund_id)


def _order(registration: Registration, source: Source, *, amount: int) -> Refund:
    refund = Refund(
        registration=registration,
        **_source_of(source),
        amount=amount,
        currency=source.currency,
    )
    refund.parameters = {
        "payment_intent": source.payment_intent_id,
        "amount": amount,
        "metadata": {"refund": str(refund.idempotency_key), "registration": registration.reference},
    }
    refund.save()
    send_refund.enqueue(refund_id=refund.pk)
    return refund


def _source_of(source: Source) -> dict[str, Source]:
    is_card = isinstance(source, PaymentAttempt)
    return {"payment_attempt" if is_card else "invoice": source}


def perform(*, refund_id: int) -> Refund:
    """Send an ordered refund to Stripe, or learn what became of it. Safe any number of times.

    Raises ``OutcomeUnknown`` when Stripe does not say; the chores try again.
    """
    refund = Refund.objects.select_related(
        "registration__practice", "payment_attempt", "invoice"
    ).get(pk=refund_id)
    account = stripe_gateway.account_of(refund.registration.practice.slug)
    if refund.refund_id:
        state = stripe_gateway.retrieve_refund(account=account, refund_id=refund.refund_id)
        return apply(refund_id=refund.pk, state=state)
    if refund.status != Status.CREATED:
        return refund
    try:
        state = _create_or_find(refund, account=account)
    except Refused:
        return _give_up_on(refund.pk)
    return apply(refund_id=refund.pk, state=state)


def _create_or_find(refund: Refund, *, account: str) -> RefundState:
    """Ask with the stored key and parameters; without an answer, look for what was done.

    What is so old that Stripe may have forgotten its key is looked for first.
    """

    def found() -> RefundState | None:
        return stripe_gateway.find_refund(
            account=account,
            payment_intent_id=refund.payment_intent_id,
            refund_key=str(refund.idempotency_key),
        )

    if timezone.now() - refund.made_at >= stripe_gateway.KEY_IS_KNOWN_FOR and (made := found()):
        return made
    try:
        return stripe_gateway.create_refund(
            account=account,
            parameters=refund.parameters,
            idempotency_key=str(refund.idempotency_key),
        )
    except (OutcomeUnknown, Refused):
        if made := found():
            return made
        raise


@transaction.atomic
def _give_up_on(refund_id: int) -> Refund:
    refund = _locked(refund_id)
    if refund.status == Status.CREATED:
        refund.status = Status.FAILED
        refund.save(update_fields=["status"])
        _tell_owner_of_failure(refund)
    return refund


@transaction.atomic
def apply(*, refund_id: int, state: RefundState) -> Refund:
    """Apply what Stripe says of a refund: into the ledger once, and out again if it fails."""
    refund = _locked(refund_id)
    before, after = Status(refund.status), Status(state.status)
    refund.refund_id = state.id
    if RANK[after] > RANK[before]:
        refund.status = after
        if after in (Status.FAILED, Status.CANCELED):
            if refund.ledger_lines.filter(kind=LedgerLine.Kind.REFUND).exists():
                _book(refund, kind=LedgerLine.Kind.REFUND_FAILED, sign=-1)
            _tell_owner_of_failure(refund)
        elif before == Status.CREATED:
            _book(refund, kind=LedgerLine.Kind.REFUND, sign=1)
        if after == Status.SUCCEEDED:
            note(refund.registration, action="refunded", actor=Actor.STRIPE)
            write_letter(
                refund.registration,
                kind=Letter.Kind.REFUNDED,
                occasion=str(refund.idempotency_key),
                amount=refund.amount,
            )
    refund.save(update_fields=["refund_id", "status"])
    return refund


def adopt(*, source: Source, state: RefundState) -> Refund:
    """Take in a refund that somebody made in Stripe's dashboard."""
    with transaction.atomic():
        registration = locked_registration(source.registration_id)
        known = Refund.objects.filter(refund_id=state.id).first()
        if known is None:
            known = Refund.objects.create(
                registration=registration,
                **_source_of(source),
                amount=state.amount,
                currency=source.currency,
                refund_id=state.id,
            )
            note(registration, action="refund_adopted", actor=Actor.STRIPE)
            registration.needs_attention = True
            registration.save(update_fields=["needs_attention"])
            write_letter(
                registration,
                kind=Letter.Kind.OWNER_REFUND_ADOPTED,
                occasion=state.id,
                amount=state.amount,
            )
    return apply(refund_id=known.pk, state=state)


def _book(refund: Refund, *, kind: LedgerLine.Kind, sign: int) -> None:
    LedgerLine.objects.create(
        registration=refund.registration,
        kind=kind,
        amount=sign * refund.amount,
        currency=refund.currency,
        refund=refund,
    )


def _tell_owner_of_failure(refund: Refund) -> None:
    registration = refund.registration
    registration.needs_attention = True
    registration.save(update_fields=["needs_attention"])
    note(registration, action="refund_failed", actor=Actor.STRIPE)
    write_letter(
        registration,
        kind=Letter.Kind.OWNER_REFUND_FAILED,
        occasion=str(refund.idempotency_key),
        amount=refund.amount,
    )


def _locked(refund_id: int) -> Refund:
    registration_id = Refund.objects.values_list("registration_id", flat=True).get(pk=refund_id)
    registration = locked_registration(registration_id)
    refund = Refund.objects.select_for_update().get(pk=refund_id)
    refund.registration = registration
    return refund


def refunds_to_look_at(*, now: datetime) -> list[int]:
    """Refunds that were not sent, and those of which nothing was heard for a while."""
    not_sent = Q(status=Status.CREATED, made_at__lte=now - timedelta(minutes=1))
    on_their_way = Q(
        status__in=(Status.PENDING, Status.REQUIRES_ACTION),
        made_at__lte=now - timedelta(minutes=30),
    )
    looked_at = Refund.objects.filter(not_sent | on_their_way).order_by("pk")
    return list(looked_at.values_list("pk", flat=True))
