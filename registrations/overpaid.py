"""What of a registration's money is not ours: paid beyond what is asked for.

Each invoice is paid for itself. What came too much for one is owed to its payer, although another
one is still unpaid: that one asks for all of its amount, and may be paid or given up later.
"""

from registrations.models import Invoice, LedgerLine, Registration

Kind = LedgerLine.Kind

# Of an invoice that is given up; a lost dispute is given up apart from any.
LOST = (Kind.WRITTEN_OFF, Kind.WRITE_OFF_UNDONE)


def still_asked(registration: Registration, *, more: int = 0) -> int:
    """What is charged on invoices and neither paid, credited nor written off; minor units.

    As it would be if ``more`` was charged. 0 where nobody is invoiced.
    """
    if not registration.gets_invoices:
        return 0
    booked = [line for line in registration.ledger.all() if _is_charged(line)]
    charged = sum(line.amount for line in booked)
    invoices = registration.fetched("invoices")
    if invoices is None:
        paid = registration.invoices.filter(status=Invoice.Status.PAID)
        invoices = list(paid.prefetch_related("credit_notes"))
    settled = sum(row.asked for row in invoices if row.status == Invoice.Status.PAID)
    return max(0, charged - settled + more)


def _is_charged(line: LedgerLine) -> bool:
    return line.kind in LedgerLine.CHARGES or (line.kind in LOST and line.invoice_id is not None)


def paid_too_much(registration: Registration) -> int:
    """What has come beyond all that is owed, also where it is on its way back; minor units."""
    return max(0, still_asked(registration) - registration.balance_due())


def owed_to_payer(registration: Registration) -> int:
    """What has come too much, and nobody has ordered back; minor units, 0 where nothing."""
    return max(0, still_asked(registration) - registration.balance_in_the_end())
