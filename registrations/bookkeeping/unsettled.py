"""What is not settled in a period: what an owner looks at before the books go to the bookkeeper."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet, Sum
from django.utils import timezone

from cms.models import Practice
from cms.models.practices import Country
from courses.models import Offering
from registrations.bookkeeping.accounts import settings_of
from registrations.bookkeeping.periods import Period
from registrations.bookkeeping.sie import missing_accounts
from registrations.models import (
    CreditNote,
    Dispute,
    Invoice,
    LedgerLine,
    PaymentAttempt,
    Payout,
    PayoutLine,
    Refund,
    Registration,
)


class Matter(StrEnum):
    """Each is looked at in its own list."""

    TO_DECIDE = "to_decide"
    UNPAID_INVOICES = "unpaid_invoices"
    UNSENT_INVOICES = "unsent_invoices"
    REFUSED_INVOICES = "refused_invoices"
    UNPAID_RESTS = "unpaid_rests"
    ON_THEIR_WAY = "on_their_way"
    REFUNDS = "refunds"
    DISPUTES = "disputes"
    UNMATCHED = "unmatched"
    PAYOUTS_ON_THEIR_WAY = "payouts_on_their_way"
    DRAFTS = "drafts"
    OTHER_CURRENCY = "other_currency"
    ACCOUNTS = "accounts"


@dataclass(frozen=True)
class Unsettled:
    matter: Matter
    count: int


def unsent_refunds() -> QuerySet[Refund]:
    """Those that are not on their way to the buyer: to be sent, or waiting for the buyer."""
    waiting = (Refund.Status.CREATED, Refund.Status.REQUIRES_ACTION)
    return Refund.objects.filter(status__in=waiting)


def unsent_credit_notes() -> QuerySet[CreditNote]:
    return CreditNote.objects.filter(status=CreditNote.Status.CREATED)


def unsettled(practice: Practice, period: Period) -> list[Unsettled]:
    """How much there is of every matter, in the order in which they are best settled."""
    counts = {**_of_registrations(practice, period), **_of_stripe(practice, period)}
    counts[Matter.DRAFTS] = (
        Offering.objects.filter(
            course__practice=practice,
            status=Offering.Status.DRAFT,
            sessions__starts_at__gte=period.since,
            sessions__starts_at__lt=period.until,
        )
        .distinct()
        .count()
    )
    if practice.country == Country.SWEDEN:
        counts[Matter.OTHER_CURRENCY] = _left_out_of_sie(practice, period)
    counts[Matter.ACCOUNTS] = len(missing_accounts(settings_of(practice)))
    return [Unsettled(matter, counts[matter]) for matter in Matter if matter in counts]


def _left_out_of_sie(practice: Practice, period: Period) -> int:
    """Lines that the file, which is in one currency, has no place for."""
    lines = LedgerLine.objects.filter(
        registration__practice=practice, booked_at__gte=period.since, booked_at__lt=period.until
    )
    return lines.exclude(currency=practice.currency).count()


def _of_registrations(practice: Practice, period: Period) -> dict[Matter, int]:
    own, until = Registration.objects.filter(practice=practice), min(period.until, timezone.now())
    invoices = Invoice.objects.filter(practice=practice)
    rests = own.filter(rest_due_at__lt=until, deposit__gt=0)
    return {
        Matter.TO_DECIDE: own.filter(needs_attention=True).count(),
        Matter.UNPAID_INVOICES: invoices.filter(
            status=Invoice.Status.OPEN, due_at__lt=until
        ).count(),
        Matter.UNSENT_INVOICES: invoices.filter(
            status=Invoice.Status.CREATED, made_at__lt=period.until
        ).count(),
        Matter.REFUSED_INVOICES: invoices.filter(
            status=Invoice.Status.FAILED,
            made_at__gte=period.since,
            made_at__lt=period.until,
        ).count(),
        Matter.UNPAID_RESTS: rests.annotate(owed=Sum("ledger__amount")).filter(owed__gt=0).count(),
    }


def _of_stripe(practice: Practice, period: Period) -> dict[Matter, int]:
    days = (period.first, period.last)
    attempts = PaymentAttempt.objects.filter(practice=practice)
    refunds = unsent_refunds().filter(registration__practice=practice)
    notes = unsent_credit_notes().filter(invoice__practice=practice)
    payouts = Payout.objects.filter(practice=practice)
    return {
        Matter.ON_THEIR_WAY: attempts.filter(status=PaymentAttempt.Status.PROCESSING).count(),
        Matter.REFUNDS: refunds.count() + notes.count(),
        Matter.DISPUTES: Dispute.objects.filter(registration__practice=practice)
        .exclude(status__in=Dispute.CLOSED)
        .count(),
        Matter.UNMATCHED: PayoutLine.objects.filter(
            payout__practice=practice,
            payout__arrives_on__range=days,
            ledger_line=None,
            category__in=(*PayoutLine.MATCHED, PayoutLine.Category.OTHER),
        ).count(),
        Matter.PAYOUTS_ON_THEIR_WAY: payouts.filter(
            arrives_on__range=days,
            status__in=(Payout.Status.PENDING, Payout.Status.IN_TRANSIT),
        ).count(),
    }
