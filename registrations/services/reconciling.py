"""Whether Stripe's own books and our ledger tell the same story about a period."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from django.db.models import Q

from cms.models import Practice
from registrations import stripe_gateway
from registrations.models import Invoice, LedgerLine, PaymentAttempt, Refund
from registrations.services import refunds
from registrations.services.disputes import sync_dispute
from registrations.services.payments import sync
from registrations.services.refund_news import learn_of_refund, paid_with
from registrations.stripe_gateway import Movement, Refused, StripeError


class What(StrEnum):
    PAYMENT = "payment"
    REFUND = "refund"
    REFUND_FAILED = "refund_failed"
    DISPUTE = "dispute"
    DISPUTE_WON = "dispute_won"
    OTHER = "other"


# What Stripe calls a movement, and what it should be in the ledger. Any other category (payouts,
# Stripe's own fees, transfers) is no concern of a registration's ledger, and is named only.
COMPARED: Final = {
    "charge": What.PAYMENT,
    "refund": What.REFUND,
    "refund_failure": What.REFUND_FAILED,
    "dispute": What.DISPUTE,
    "dispute_reversal": What.DISPUTE_WON,
    "charge_failure": What.OTHER,
    "partial_capture_reversal": What.OTHER,
}
KINDS: Final = {
    LedgerLine.Kind.PAYMENT: What.PAYMENT,
    LedgerLine.Kind.REFUND: What.REFUND,
    LedgerLine.Kind.REFUND_FAILED: What.REFUND_FAILED,
    LedgerLine.Kind.DISPUTED: What.DISPUTE,
    LedgerLine.Kind.DISPUTE_WON: What.DISPUTE_WON,
}
REFUNDS: Final = (What.REFUND, What.REFUND_FAILED)
DISPUTES: Final = (What.DISPUTE, What.DISPUTE_WON)
AT_A_TIME: Final = 500
OVER: Final = (Refund.Status.FAILED, Refund.Status.CANCELED)


class CannotAsk(Exception):
    """Stripe did not say; what was put right until then is kept."""

    def __init__(self, *, account: str, reason: str) -> None:
        super().__init__(reason)
        self.account = account


@dataclass(frozen=True)
class Money:
    """Minor units that came in; below zero when they went out."""

    amount: int
    currency: str


@dataclass(frozen=True)
class Difference:
    """Something about which Stripe and the ledger do not agree; None is what one of them lacks."""

    what: What
    account: str
    stripe_id: str  # of the payment intent, refund or dispute
    reference: str  # the registration's, "" where none is known
    at_stripe: Money | None
    in_ledger: Money | None


@dataclass
class Reconciliation:
    """What a comparison found."""

    differences: list[Difference] = field(default_factory=list)
    compared: int = 0
    # How many movements of each category were left out because no ledger knows them.
    left_out: Counter[str] = field(default_factory=Counter)


# What a buyer was asked to pay with; both know their registration and Stripe's payment intent.
Asked = PaymentAttempt | Invoice
# By what a movement and a line are the same: a payment's intent, a refund's own id.
Key = tuple[What, str]


def reconcile(
    *, since: datetime, until: datetime, practice: Practice | None = None
) -> Reconciliation:
    """Compare each account's balance with the ledger, from ``since`` to before ``until``.

    An attempt or refund that is behind is synced first, as its webhook would have done, so what
    remains is what nobody can explain by a lost message. Movements are matched by what they
    are, not by when: one that was booked after midnight is found all the same. With a
    ``practice``, what belongs to others who share its account is left out. Raises ``CannotAsk``.
    """
    practices = [practice] if practice else list(Practice.objects.order_by("pk"))
    accounts = sorted({stripe_gateway.account_of(one.slug) for one in practices})
    found = Reconciliation()
    seen: set[Key] = set()
    for account in accounts:
        with _asking(account):
            movements = stripe_gateway.movements_between(account=account, since=since, until=until)
            seen |= _compare_account(found, account, movements[::-1], practice)
    for line in _lines_booked(since, until, practices):
        if _key_of_line(line) not in seen:
            account = stripe_gateway.account_of(line.registration.practice.slug)
            with _asking(account):
                found.differences += _look_beyond(account, line)
            found.compared += 1
    return found


@contextmanager
def _asking(account: str) -> Iterator[None]:
    try:
        yield
    except StripeError as error:
        raise CannotAsk(account=account, reason=str(error)) from error


def _compare_account(
    found: Reconciliation, account: str, movements: list[Movement], practice: Practice | None
) -> set[Key]:
    """Compare the movements, the oldest first; gives the keys of those that the ledger has."""
    compared = [one for one in movements if one.category in COMPARED]
    found.left_out.update(one.category for one in movements if one.category not in COMPARED)
    seen: set[Key] = set()
    for begin in range(0, len(compared), AT_A_TIME):
        part = _Part(account, compared[begin : begin + AT_A_TIME])
        part.heal()
        ours = [one for one in part.movements if part.concerns(one, practice)]
        found.differences += part.differences(ours)
        found.compared += len(ours)
        seen |= set(part.lines)
    return seen


class _Part:
    """Some movements of an account, and what our rows say of them."""

    def __init__(self, account: str, movements: list[Movement]) -> None:
        self.account = account
        self.movements = movements
        self.asked = _asked_for(movements)
        self.lines = _lines_of(movements)

    def heal(self) -> None:
        """Let what is behind catch up, as its webhook would have done."""
        missing = [one for one in self.movements if _key(one) not in self.lines]
        for movement in missing:
            # Refused tells that Stripe does not know it (any more): then it stays a difference.
            with suppress(Refused):
                self._catch_up(movement)
        if missing:
            self.asked = _asked_for(self.movements)
            self.lines = _lines_of(self.movements)

    def _catch_up(self, movement: Movement) -> None:
        asked = self.behind(movement)
        if asked is not None and not self._is_asked_for(asked):
            return
        if isinstance(asked, PaymentAttempt) and asked.status != PaymentAttempt.Status.PAID:
            self.asked[movement.payment_intent_id] = sync(attempt_id=asked.pk)
        elif asked is None:
            # An invoice that was paid, of which we know the number but not of its payment.
            paid_with(account=self.account, payment_intent_id=movement.payment_intent_id)
        if COMPARED[movement.category] in REFUNDS:
            learn_of_refund(account=self.account, refund_id=movement.source_id)
        if COMPARED[movement.category] in DISPUTES:
            sync_dispute(account=self.account, dispute_id=movement.source_id)

    def behind(self, movement: Movement) -> Asked | None:
        """Ours by Stripe's number, or by the key that it carries for one whose number is lost."""
        if by_intent := self.asked.get(movement.payment_intent_id):
            return by_intent
        by_key = self.asked.get(movement.attempt_key)
        return by_key if by_key and self._is_asked_for(by_key) else None

    def _is_asked_for(self, asked: Asked) -> bool:
        return stripe_gateway.account_of(asked.practice.slug) == self.account

    def concerns(self, movement: Movement, practice: Practice | None) -> bool:
        """Whether the practice is asked about this: it is its own, or it is nobody's."""
        asked = self.behind(movement)
        return practice is None or asked is None or asked.practice_id == practice.pk

    def differences(self, movements: list[Movement]) -> Iterator[Difference]:
        not_booked: dict[str, list[Movement]] = defaultdict(list)
        for movement in movements:
            line = self.lines.get(_key(movement))
            if line is None and COMPARED[movement.category] in DISPUTES:
                not_booked[movement.source_id].append(movement)
                continue
            at_stripe = Money(movement.source_amount, movement.source_currency)
            in_ledger = _money_of(line) if line else None
            if at_stripe != in_ledger and not (line is None and _came_to_nothing(movement)):
                yield self._difference(movement, at_stripe, in_ledger)
        # What a dispute took and gave back again needs no explaining.
        for moved in not_booked.values():
            if amount := sum(one.source_amount for one in moved):
                yield self._difference(moved[0], Money(amount, moved[0].source_currency), None)

    def _difference(
        self, movement: Movement, at_stripe: Money, in_ledger: Money | None
    ) -> Difference:
        what, stripe_id = _key(movement)
        asked = self.behind(movement)
        reference = asked.registration.reference if asked else ""
        return Difference(what, self.account, stripe_id, reference, at_stripe, in_ledger)


def _key(movement: Movement) -> Key:
    what = COMPARED[movement.category]
    if what == What.PAYMENT and movement.payment_intent_id:
        return what, movement.payment_intent_id
    return what, movement.source_id


def _asked_for(movements: Iterable[Movement]) -> dict[str, Asked]:
    """What the movements pay or take back, by payment intent and by our key."""
    intents = {one.payment_intent_id for one in movements} - {""}
    keys = {one.attempt_key for one in movements} - {""}
    attempts = PaymentAttempt.objects.filter(
        Q(payment_intent_id__in=intents) | Q(idempotency_key__in=keys)
    ).select_related("practice", "registration")
    found: dict[str, Asked] = {str(one.idempotency_key): one for one in attempts}
    found |= {one.payment_intent_id: one for one in attempts if one.payment_intent_id}
    invoices = Invoice.objects.filter(payment_intent_id__in=intents)
    for invoice in invoices.select_related("practice", "registration"):
        found[invoice.payment_intent_id] = invoice
    return found


def _lines_of(movements: Iterable[Movement]) -> dict[Key, LedgerLine]:
    intents = {one.payment_intent_id for one in movements} - {""}
    sources = {one.source_id for one in movements} - {""}
    lines = LedgerLine.objects.filter(
        Q(payment_attempt__payment_intent_id__in=intents)
        | Q(invoice__payment_intent_id__in=intents)
        | Q(refund__refund_id__in=sources)
        | Q(dispute__dispute_id__in=sources),
        kind__in=KINDS,
    ).select_related("payment_attempt", "invoice", "refund", "dispute")
    return {_key_of_line(line): line for line in lines}


def _key_of_line(line: LedgerLine) -> Key:
    what = KINDS[LedgerLine.Kind(line.kind)]
    if line.refund is not None:
        return what, line.refund.refund_id or ""
    if line.dispute is not None:
        return what, line.dispute.dispute_id
    asked = line.payment_attempt or line.invoice
    return what, asked.payment_intent_id if asked else ""


def _money_of(line: LedgerLine) -> Money:
    """What the ledger counts down came in, what it counts up went out."""
    return Money(-line.amount, line.currency)


def _refund_of(movement: Movement) -> Refund | None:
    ours = Q(refund_id=movement.source_id)
    if movement.refund_key:
        ours |= Q(idempotency_key=movement.refund_key)
    return Refund.objects.filter(ours).first()


def _came_to_nothing(movement: Movement) -> bool:
    """A refund that we learned of only after it had failed never entered the ledger."""
    if COMPARED[movement.category] not in REFUNDS:
        return False
    refund = _refund_of(movement)
    return refund is not None and refund.status in OVER and not refund.ledger_lines.exists()


def _lines_booked(
    since: datetime, until: datetime, practices: list[Practice]
) -> Iterable[LedgerLine]:
    """The ledger's lines of the period that speak of money which went through Stripe."""
    return (
        LedgerLine.objects.filter(
            kind__in=KINDS,
            booked_at__gte=since,
            booked_at__lt=until,
            registration__practice__in=practices,
        )
        .select_related("registration__practice", "payment_attempt", "invoice", "refund", "dispute")
        .order_by("pk")
    )


def _look_beyond(account: str, line: LedgerLine) -> Iterator[Difference]:
    """A line whose movement lies outside the period, or nowhere: ask about the thing itself."""
    what, stripe_id = _key_of_line(line)
    at_stripe = None
    if stripe_id:
        with suppress(Refused):
            at_stripe = _at_stripe(account, line, stripe_id)
    in_ledger = _money_of(line)
    if at_stripe != in_ledger:
        reference = line.registration.reference
        yield Difference(what, account, stripe_id, reference, at_stripe, in_ledger)


def _at_stripe(account: str, line: LedgerLine, stripe_id: str) -> Money | None:
    if line.kind == LedgerLine.Kind.PAYMENT:
        payment = stripe_gateway.retrieve_payment(account=account, payment_intent_id=stripe_id)
        received = Money(payment.amount_received, payment.currency)
        return received if payment.status == "succeeded" else None
    if line.dispute is not None:
        dispute = stripe_gateway.retrieve_dispute(account=account, dispute_id=stripe_id)
        if line.kind == LedgerLine.Kind.DISPUTED:
            return Money(-dispute.amount, dispute.currency)
        return Money(dispute.amount, dispute.currency) if dispute.status == "won" else None
    refund = stripe_gateway.retrieve_refund(account=account, refund_id=stripe_id)
    if line.refund is not None and line.refund.status not in OVER:
        refunds.apply(refund_id=line.refund.pk, state=refund)
    if line.kind == LedgerLine.Kind.REFUND:
        return Money(-refund.amount, line.currency)
    return Money(refund.amount, line.currency) if refund.status in OVER else None
