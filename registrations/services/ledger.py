"""Lines in a registration's ledger. The caller holds the lock and the transaction."""

from registrations.models import LedgerLine, Registration


def charge_price(registration: Registration) -> None:
    """Book the registration's total as owed; nothing where it is free of charge."""
    _book(registration, kind=LedgerLine.Kind.PRICE, sign=1)


def take_price_back(registration: Registration) -> None:
    """Book that the total is owed no more, because the seats were given back before paying."""
    _book(registration, kind=LedgerLine.Kind.PRICE_TAKEN_BACK, sign=-1)


def _book(registration: Registration, *, kind: LedgerLine.Kind, sign: int) -> None:
    total = registration.total
    if total.gross:
        LedgerLine.objects.create(
            registration=registration,
            kind=kind,
            amount=sign * total.gross,
            vat=sign * total.vat,
            currency=total.currency,
        )
