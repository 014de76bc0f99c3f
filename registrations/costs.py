"""What a booking comes to, line by line, as the form and its summary show it."""

from dataclasses import dataclass
from datetime import datetime

from courses.models import DiscountCode, Offering, Price
from courses.money import Amount
from courses.pricing import Priced, Seat, share_out
from registrations.services import deposit_for


@dataclass(frozen=True)
class CostLine:
    """Seats at one kind of price. ``each`` is None where a group pays one price together."""

    seats: int
    label: str
    each: Amount | None
    together: Amount


@dataclass(frozen=True)
class Costs:
    """The ``lines`` sum to the total and ``discount``; without a deposit it is 0."""

    lines: tuple[CostLine, ...]
    code: str
    discount: int
    total: Amount
    deposit: int
    rest_due_at: datetime | None

    @property
    def rest(self) -> int:
        return self.total.gross - self.deposit if self.deposit else 0

    @property
    def now(self) -> int:
        """What is paid first, in minor units."""
        return self.deposit or self.total.gross


def costs_of(
    offering: Offering,
    priced: Priced,
    *,
    code: DiscountCode | None,
    method: str,
    moment: datetime,
) -> Costs:
    deposit = deposit_for(offering, total=priced.total, method=method, moment=moment)
    return Costs(
        lines=_lines(offering, priced),
        code=code.code if code else "",
        discount=priced.discount,
        total=priced.total,
        deposit=deposit,
        rest_due_at=offering.rest_due_at if deposit else None,
    )


def _lines(offering: Offering, priced: Priced) -> tuple[CostLine, ...]:
    _total, shares = share_out(
        [seat.list_price for seat in priced.seats],
        currency=offering.currency,
        rate=offering.vat_rate,
        includes_vat=offering.prices_include_vat,
    )
    kinds: dict[str, list[tuple[Seat, Amount]]] = {}
    for seat, share in zip(priced.seats, shares, strict=True):
        kinds.setdefault(seat.kind, []).append((seat, share))
    return tuple(_line(offering, kind, seats) for kind, seats in kinds.items())


def _line(offering: Offering, kind: str, seats: list[tuple[Seat, Amount]]) -> CostLine:
    prices = {seat.list_price for seat, _share in seats}
    net, vat = sum(share.net for _seat, share in seats), sum(share.vat for _seat, share in seats)
    known = {(p.kind, p.amount) for p in offering.prices.all() if not p.whole_group}
    is_each = len(prices) == 1 and (kind, min(prices)) in known
    return CostLine(
        seats=len(seats),
        label=Price.Kind(kind).label,
        each=offering.amount_for(price_each=min(prices), seats=1) if is_each else None,
        together=Amount(net=net, vat=vat, currency=offering.currency),
    )
