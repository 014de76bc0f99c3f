"""Stripe's payouts: stored once with what they are made of, and matched with the ledger.

Stripe is asked outside of any transaction; a payout is stored whole or not at all.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from cms.models import Practice
from cms.models.service_status import Heartbeat
from registrations import stripe_gateway
from registrations.models import Invoice, LedgerLine, PaymentAttempt, Payout, PayoutLine
from registrations.stripe_gateway import Movement, PayoutState

Category = PayoutLine.Category
Status = Payout.Status

LOOK_EVERY: Final = timedelta(hours=6)
LOOKS_OVERLAP: Final = timedelta(days=1)
FIRST_LOOK_BACK: Final = timedelta(days=400)
# So long after it was paid a bank may still send a payout back.
MAY_COME_BACK_FOR: Final = timedelta(days=14)
# So long is looked for a line of the ledger that a movement has none of yet.
MATCHED_WITHIN: Final = timedelta(days=60)
# What Stripe calls a payout; one that came back is money for the next one.
PAYOUT: Final = "payout"
# What Stripe calls its own fees.
FEES: Final = ("fee", "network_cost", "tax", "platform_fee")
KINDS: Final = {
    Category.CHARGE: LedgerLine.Kind.PAYMENT,
    Category.REFUND: LedgerLine.Kind.REFUND,
    Category.REFUND_FAILURE: LedgerLine.Kind.REFUND_FAILED,
    Category.DISPUTE: LedgerLine.Kind.DISPUTED,
    Category.DISPUTE_REVERSAL: LedgerLine.Kind.DISPUTE_WON,
}


def accounts_to_ask(*, now: datetime) -> list[str]:
    """Stripe's accounts that are used, and were not asked for payouts for some hours."""
    looked = Heartbeat.objects.filter(beaten_at__gt=now - LOOK_EVERY).values_list("name", flat=True)
    return sorted(account for account in _practices_by_account() if _heart(account) not in looked)


def find_payouts(*, account: str) -> None:
    """Take in the payouts made since the last look. Safe any number of times."""
    last = Heartbeat.objects.filter(name=_heart(account)).first()
    since = last.beaten_at - LOOKS_OVERLAP if last else timezone.now() - FIRST_LOOK_BACK
    for state in stripe_gateway.payouts_since(account=account, since=since):
        take_in(account=account, state=state)
    Heartbeat.beat(_heart(account))


def payouts_to_look_at(*, now: datetime) -> list[int]:
    """Those on their way, those that may still come back, and those with something unmatched."""
    on_their_way = Payout.objects.filter(status__in=(Status.PENDING, Status.IN_TRANSIT))
    fresh = (now - MAY_COME_BACK_FOR).date()
    may_return = Payout.objects.filter(status=Status.PAID, arrives_on__gte=fresh)
    lacking = PayoutLine.objects.filter(
        payout=OuterRef("pk"), ledger_line=None, category__in=PayoutLine.MATCHED
    )
    unmatched = Payout.objects.filter(Exists(lacking), made_at__gte=now - MATCHED_WITHIN)
    looked = now - LOOK_EVERY
    rows = (on_their_way | may_return | unmatched).filter(read_at__lte=looked)
    return list(rows.order_by("pk").values_list("pk", flat=True))


def look_again(*, payout_pk: int) -> None:
    """Ask how a payout stands now, and match what could not be matched before."""
    row = Payout.objects.get(pk=payout_pk)
    state = stripe_gateway.retrieve_payout(account=row.account, payout_id=row.payout_id)
    take_in(account=row.account, state=state)


def take_in(*, account: str, state: PayoutState) -> list[Payout]:
    """Store a payout for each practice that is paid through the account, and what it is made of.

    A practice that shares its account gets a row only where a line is its own; what belongs to
    nobody is counted there, because it may be another's.
    """
    practices = _practices_by_account().get(account, [])
    stored = Payout.objects.filter(account=account, payout_id=state.id, practice__in=practices)
    is_known = stored.exists()
    movements: list[Movement] = []
    if state.by_itself and not is_known:
        movements = stripe_gateway.movements_of_payout(account=account, payout_id=state.id)
    if not is_known:
        return _store(account, state, movements, practices)
    return _renew(list(stored), state)


@transaction.atomic
def _store(
    account: str, state: PayoutState, movements: Sequence[Movement], practices: Sequence[Practice]
) -> list[Payout]:
    lines = [_line(movement) for movement in movements if _counts(movement)]
    matches = _matches(lines)
    is_shared = len(practices) > 1
    rows = []
    for practice in practices:
        own = [
            line
            for line in lines
            if not is_shared or _practice_of(matches.get(_key(line))) == practice.pk
        ]
        if is_shared and not own:
            continue
        row, is_new = Payout.objects.get_or_create(
            practice=practice,
            payout_id=state.id,
            defaults={
                "account": account,
                "amount": state.amount,
                "currency": state.currency,
                "by_itself": state.by_itself,
                "is_shared": is_shared,
                "foreign_lines": len(lines) - len(own),
                "made_at": state.made_at,
                **_standing(state),
            },
        )
        if is_new:
            _store_lines(row, own, matches)
        rows.append(row)
    return rows


def _store_lines(row: Payout, lines: Iterable[PayoutLine], matches: "Matches") -> None:
    for line in lines:
        line.payout = row
        line.ledger_line = matches.get(_key(line))
    PayoutLine.objects.bulk_create(lines)


@transaction.atomic
def _renew(rows: Sequence[Payout], state: PayoutState) -> list[Payout]:
    for row in rows:
        standing = _standing(state)
        standing["was_paid"] = row.was_paid or standing["was_paid"]
        if row.was_paid and state.status in Payout.OVER and row.came_back_on is None:
            row.came_back_on = timezone.now().astimezone(row.practice.zone).date()
        for name, value in standing.items():
            setattr(row, name, value)
        row.save()
        lacking = list(row.lines.filter(ledger_line=None, category__in=PayoutLine.MATCHED))
        matches = _matches(lacking)
        for line in lacking:
            if found := matches.get(_key(line)):
                line.ledger_line = found
                line.save(update_fields=["ledger_line"])
    return list(rows)


def _standing(state: PayoutState) -> dict[str, object]:
    return {
        "status": state.status,
        "arrives_on": state.arrives_on,
        "was_paid": state.status == Status.PAID,
        "read_at": timezone.now(),
    }


def _counts(movement: Movement) -> bool:
    """The payout's own movement is what all others sum to; only a fee on it counts."""
    return movement.category != PAYOUT or movement.fee != 0


def _line(movement: Movement) -> PayoutLine:
    return PayoutLine(
        transaction_id=movement.id,
        category=_category(movement),
        called=movement.category[:60],
        moved_at=movement.made_at,
        amount=0 if movement.category == PAYOUT else movement.amount,
        fee=movement.fee,
        currency=movement.currency,
        source_amount=movement.source_amount,
        source_currency=movement.source_currency,
        source_id=movement.source_id,
        payment_intent_id=movement.payment_intent_id,
    )


def _category(movement: Movement) -> str:
    if movement.is_payout:
        return Category.PAYOUT
    if movement.category in FEES:
        return Category.FEE
    return movement.category if movement.category in PayoutLine.MATCHED else Category.OTHER


# By what a movement and a line of the ledger are the same: the kind, and Stripe's number.
Key = tuple[str, str]
Matches = dict[Key, LedgerLine]


def _key(line: PayoutLine) -> Key:
    if line.category == Category.CHARGE and line.payment_intent_id:
        return line.category, line.payment_intent_id
    return line.category, line.source_id


def _matches(lines: Sequence[PayoutLine]) -> Matches:
    """The lines of the ledger that these stand against, where no other stands against them."""
    found: Matches = {}
    for begin in range(0, len(lines), AT_A_TIME):
        found |= _matches_of(lines[begin : begin + AT_A_TIME])
    return found


AT_A_TIME: Final = 500


def _matches_of(lines: Sequence[PayoutLine]) -> Matches:
    intents = {line.payment_intent_id for line in lines if line.category == Category.CHARGE} - {""}
    sources = {line.source_id for line in lines} - {""}
    asked: tuple[tuple[str, str, set[str]], ...] = (
        (Category.CHARGE, "payment_attempt__payment_intent_id", intents),
        (Category.CHARGE, "invoice__payment_intent_id", intents),
        (Category.REFUND, "refund__refund_id", sources),
        (Category.REFUND_FAILURE, "refund__refund_id", sources),
        (Category.DISPUTE, "dispute__dispute_id", sources),
        (Category.DISPUTE_REVERSAL, "dispute__dispute_id", sources),
    )
    found: Matches = {}
    for category, name, numbers in asked:
        rows = LedgerLine.objects.filter(
            **{f"{name}__in": numbers, "kind": KINDS[Category(category)], "payout_line": None}
        ).select_related("registration", "payment_attempt", "invoice", "refund", "dispute")
        for row in rows if numbers else ():
            found[category, _number_of(row)] = row
    return found


def _number_of(row: LedgerLine) -> str:
    if row.refund is not None:
        return row.refund.refund_id or ""
    if row.dispute is not None:
        return row.dispute.dispute_id
    asked = row.payment_attempt or row.invoice
    return asked.payment_intent_id if asked else ""


def _practice_of(row: LedgerLine | None) -> int | None:
    return row.registration.practice_id if row else None


def _practices_by_account() -> dict[str, list[Practice]]:
    """The practices that have taken money through Stripe, by the account that they use now."""
    used = Practice.objects.filter(
        pk__in=PaymentAttempt.objects.exclude(payment_intent_id="").values("practice")
    ) | Practice.objects.filter(
        pk__in=Invoice.objects.exclude(payment_intent_id="").values("practice")
    )
    found: dict[str, list[Practice]] = {}
    for practice in used.order_by("pk"):
        found.setdefault(stripe_gateway.account_of(practice.slug), []).append(practice)
    return found


def _heart(account: str) -> str:
    return f"payouts:{account}"[:40]
