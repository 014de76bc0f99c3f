"""What must hold after every step, and what must hold once everything has come to rest."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.core import mail
from django.utils import timezone

from django_tasks_db.models import DBTaskResult

from registrations.invariants import broken_invariants
from registrations.models import (
    CreditNote,
    HistoryLine,
    Invoice,
    LedgerLine,
    Letter,
    Message,
    PaymentAttempt,
    Refund,
    Registration,
    StripeEvent,
)
from registrations.overpaid import paid_too_much
from registrations.services.calling_off import left_to_cancel
from registrations.services.deciding import undecided
from registrations.states import State
from tests.proofs.letters_owed import letters_owed
from tests.proofs.reminders_owed import reminded_twice
from tests.proofs.world import World

INVOICE_PAID = (LedgerLine.Kind.PAYMENT, LedgerLine.Kind.BANK_PAYMENT)
# An invoice may be left unpaid; then its payer has been reminded.
_AT_AN_END = [status for status in Invoice.Status if status != Invoice.Status.CREATED]
# In these somebody's answer or payment is awaited, which must come to an end.
ENDING = (State.WAITLISTED, State.OFFERED, State.AWAITING_PAYMENT)


def wrong_now() -> Iterator[str]:
    """What is wrong at this moment, whatever is under way."""
    yield from broken_invariants()
    yield from _letters()
    yield from reminded_twice()


def wrong_at_rest(world: World, *, letters_repeat: bool = False) -> Iterator[str]:
    """What is wrong when nothing is under way any more.

    Only a worker that is stopped while it hands over a letter may send it twice.
    """
    yield from wrong_now()
    yield from under_way()
    yield from _money_at_stripe(world)
    yield from _letters_sent(most=2 if letters_repeat else 1)


def _letters() -> Iterator[str]:
    """Everybody has exactly the letters that the history asks for."""
    lines: dict[int, list[HistoryLine]] = defaultdict(list)
    for line in HistoryLine.objects.order_by("pk"):
        lines[line.registration_id].append(line)
    written: dict[int, Counter[str]] = defaultdict(Counter)
    # Each payment has its receipt, also where an invoice was paid twice.
    paid: Counter[int] = Counter(
        Invoice.objects.filter(ledger_lines__kind__in=INVOICE_PAID).values_list(
            "registration", flat=True
        )
    )
    to_people = Letter.objects.exclude(registration=None)
    for registration_id, kind in to_people.values_list("registration", "kind"):
        written[registration_id][kind] += 1
    for registration_id in lines.keys() | written.keys():
        owed = letters_owed(lines[registration_id])
        if paid[registration_id]:
            owed["invoice_paid"] += paid[registration_id]
        if written[registration_id] != owed:
            missing, needless = owed - written[registration_id], written[registration_id] - owed
            yield f"{registration_id}: letters missing {dict(missing)}, needless {dict(needless)}."


def under_way() -> Iterator[str]:
    """What has not come to its end yet."""
    for registration in Registration.objects.filter(state__in=ENDING):
        yield f"{registration}: still {registration.state}."
    for attempt in PaymentAttempt.objects.filter(status__in=PaymentAttempt.UNDECIDED):
        yield f"{attempt.registration}: a payment is still {attempt.status}."
    unfinished = (Refund.Status.CREATED, Refund.Status.PENDING, Refund.Status.REQUIRES_ACTION)
    for refund in Refund.objects.filter(status__in=unfinished):
        yield f"{refund.registration}: a refund is still {refund.status}."
    for invoice in Invoice.objects.exclude(ordered="", status__in=_AT_AN_END):
        yield f"{invoice}: still {invoice.status}, and {invoice.ordered or 'nothing'} to be told."
    for credit_note in CreditNote.objects.filter(status=CreditNote.Status.CREATED):
        yield f"{credit_note}: a credit note that nobody has sent."
    yield from _undecided_dates()
    yield from _unsent()
    for registration in Registration.objects.all():
        if owed := paid_too_much(registration):
            yield f"{registration}: {owed} is owed to the payer."


def _unsent() -> Iterator[str]:
    for letter in Letter.objects.exclude(status=Letter.Status.SENT):
        yield f"{letter}: still {letter.status}."
    for message in Message.objects.filter(written_at=None):
        yield f"{message}: a message that not everybody was written."
    for event in StripeEvent.objects.filter(handled_at=None):
        yield f"{event.type}: a hint that nobody has followed."
    for task in DBTaskResult.objects.exclude(task_path__endswith="show_life"):
        yield f"{task.task_path}: work that nobody has done."


def _undecided_dates() -> Iterator[str]:
    for registration_id in left_to_cancel():
        yield f"{registration_id}: called off, and not cancelled."
    told = Letter.objects.filter(kind=Letter.Kind.OWNER_DECIDE)
    for offering in undecided(now=timezone.now()).exclude(letters__in=told):
        yield f"{offering.code}: a decision that nobody was asked for."


def _money_at_stripe(world: World) -> Iterator[str]:
    """Stripe has of each registration what our books say, and no more than was ever asked."""
    charged: Counter[str] = Counter()
    kept: Counter[str] = Counter()
    for charge in world.stripe.charges.values():
        if charge["paid"]:
            reference = world.registration_of(charge)
            charged[reference] += charge["amount"]
            kept[reference] += charge["amount"] - charge["amount_refunded"]
    for dispute in world.stripe.disputes.values():
        reference = world.registration_of(world.stripe.charges[dispute["charge"]])
        kept[reference] += sum(moved["amount"] for moved in dispute["balance_transactions"])
    moved = {*_MONEY_THAT_MOVED}
    for registration in Registration.objects.prefetch_related("ledger"):
        lines = list(registration.ledger.all())
        ours = -sum(line.amount for line in lines if line.kind in moved)
        asked = sum(line.amount for line in lines if line.kind in _ASKED)
        theirs = kept[registration.reference]
        if ours != theirs:
            yield f"{registration}: our books say {ours}, Stripe has {theirs}."
        if charged[registration.reference] > asked:
            yield f"{registration}: charged {charged[registration.reference]} of {asked}."
    yield from map(str, world.reconcile().differences)
    known = set(Registration.objects.values_list("reference", flat=True))
    for reference in charged.keys() - known:
        yield f"{reference}: charged, and nobody knows for what."


_MONEY_THAT_MOVED = (
    LedgerLine.Kind.PAYMENT,
    LedgerLine.Kind.REFUND,
    LedgerLine.Kind.REFUND_FAILED,
    LedgerLine.Kind.DISPUTED,
    LedgerLine.Kind.DISPUTE_WON,
)


# However much of it was taken back.
_ASKED = (LedgerLine.Kind.PRICE, LedgerLine.Kind.DISCOUNT, LedgerLine.Kind.FEE)


def _letters_sent(*, most: int) -> Iterator[str]:
    numbers = (message.extra_headers["Message-ID"] for message in mail.outbox)
    sent = Counter(number.strip("<").split("@")[0] for number in numbers)
    for letter in Letter.objects.all():
        times = sent[str(letter.message_id)]
        if not 1 <= times <= most:
            yield f"{letter}: sent {times} times."
