"""Lines in a registration's ledger. The caller holds the lock and the transaction."""

from courses.money import Amount, split_vat
from registrations.models import LedgerLine, Registration

Kind = LedgerLine.Kind


def charge_price(registration: Registration) -> None:
    """Book the registration's total as owed: the price, and what a code takes off it.

    Nothing where it is free of charge without a code.
    """
    full, total = _list_total(registration), registration.total
    _book(registration, kind=Kind.PRICE, amount=full)
    discount = Amount(
        net=total.net - full.net, vat=total.vat - full.vat, currency=registration.currency
    )
    _book(registration, kind=Kind.DISCOUNT, amount=discount)


def take_price_back(registration: Registration, price: Amount | None = None) -> None:
    """Book that the total, or only this ``price``, is owed no more."""
    taken = price or registration.total
    back = Amount(net=-taken.net, vat=-taken.vat, currency=taken.currency)
    _book(registration, kind=Kind.PRICE_TAKEN_BACK, amount=back)


def take_price_off(registration: Registration) -> None:
    """Book that the whole total is given away."""
    total = registration.total
    free = Amount(net=-total.net, vat=-total.vat, currency=total.currency)
    _book(registration, kind=Kind.DISCOUNT, amount=free)


def _list_total(registration: Registration) -> Amount:
    """What the seats would cost without a code, from what was stored when it was made."""
    return split_vat(
        total=sum(person.list_price for person in registration.participants.all()),
        currency=registration.currency,
        rate=registration.vat_rate,
        includes_vat=registration.prices_include_vat,
    )


def _book(registration: Registration, *, kind: LedgerLine.Kind, amount: Amount) -> None:
    if amount.gross:
        LedgerLine.objects.create(
            registration=registration,
            kind=kind,
            amount=amount.gross,
            vat=amount.vat,
            currency=amount.currency,
        )
