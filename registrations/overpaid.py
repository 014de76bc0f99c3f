"""What of a registration's money is not ours: paid beyond what is asked for.

Each invoice is paid for itself. What came too much for one is owed to its payer, although another
one is still unpaid: that one asks for all of its amount, and may be paid or given up later.
"""

from django.db.models import Q, Sum

from registrations.models import Invoice, LedgerLine, Registration

Kind = LedgerLine.Kind

LOST_AT_INVOICES = Q(kind__in=(Kind.WRITTEN_OFF, Kind.WRITE_OFF_UNDONE), invoice__isnull=False)


def still_asked(registration: Registration, *, more: int = 0) -> int:
    """What is charged on invoices and neither paid, credited nor written off; minor units.

    As it would be if ``more`` was charged. 0 where nobody is invoiced.
    """
    if not registration.gets_invoices:
        return 0
    booked = registration.ledger.filter(Q(kind__in=LedgerLine.CHARGES) | LOST_AT_INVOICES)
    charged = booked.aggregate(sum=Sum("amount", default=0))["sum"]
    paid = registration.invoices.filter(status=Invoice.Status.PAID)
    settled = sum(invoice.asked for invoice in paid.prefetch_related("credit_notes"))
    return max(0, charged - settled + more)


def paid_too_much(registration: Registration) -> int:
    """What has come beyond all that is owed, also where it is on its way back; minor units."""
    return max(0, still_asked(registration) - registration.balance_due())


def owed_to_payer(registration: Registration) -> int:
    """What has come too much, and nobody has ordered back; minor units, 0 where nothing."""
    return max(0, still_asked(registration) - registration.balance_in_the_end())
