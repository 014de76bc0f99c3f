"""What lines cost: amounts, discounts and taxes in minor units."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from .errors import invalid, refused
from .world import Object

# Rough: the true minimum depends on the account's country and currency.
_MINIMUM = {"nok": 300, "sek": 300, "dkk": 250, "eur": 50, "usd": 50, "gbp": 30, "chf": 50}
_MAXIMUM = 99_999_999


@dataclass
class Line:
    """One line's amounts, in the way Stripe names them."""

    subtotal: int
    rates: list[Object] = field(default_factory=list)
    discount: int = 0

    @property
    def taxes(self) -> list[tuple[Object, int]]:
        """Each rate with its tax on what is left after the discount."""
        base = Decimal(self.subtotal - self.discount)
        included = sum(_share(rate) for rate in self.rates if rate["inclusive"])
        net = base / (1 + included)
        return [(rate, rounded(net * _share(rate))) for rate in self.rates]

    @property
    def tax(self) -> int:
        """All taxes, whether within the price or on top of it."""
        return sum(amount for _, amount in self.taxes)

    @property
    def total(self) -> int:
        """What the buyer pays for the line."""
        on_top = sum(amount for rate, amount in self.taxes if not rate["inclusive"])
        return self.subtotal - self.discount + on_top

    @property
    def net(self) -> int:
        """The line without any tax."""
        return self.total - self.tax


def _share(rate: Object) -> Decimal:
    return Decimal(str(rate["percentage"])) / 100


def rounded(amount: Decimal) -> int:
    """To whole minor units, halves away from zero."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def unit_times(unit_amount: int | None, decimal: str | None, quantity: int, path: str) -> int:
    """A unit price times a quantity, from whichever of the two prices was given."""
    if (unit_amount is None) == (decimal is None):
        raise invalid(
            f"{path} needs one of unit_amount and unit_amount_decimal",
            param=f"{path}[unit_amount]",
            code="parameter_missing",
        )
    unit = Decimal(decimal if decimal is not None else unit_amount or 0)
    if unit < 0:
        raise invalid(
            "A unit amount must be 0 or more",
            param=f"{path}[unit_amount]",
            code="parameter_invalid_integer",
        )
    return rounded(unit * quantity)


def discounted(lines: list[Line], coupon: Object, currency: str) -> None:
    """Spread a coupon over the lines; the last line takes the rounding."""
    subtotal = sum(line.subtotal for line in lines)
    if coupon["percent_off"] is not None:
        off = rounded(Decimal(subtotal) * Decimal(str(coupon["percent_off"])) / 100)
    elif coupon["currency"] != currency:
        raise refused("The coupon is in another currency", param="discounts")
    else:
        off = min(coupon["amount_off"], subtotal)
    left = off
    for line in lines[:-1]:
        line.discount = rounded(Decimal(off) * line.subtotal / subtotal)
        left -= line.discount
    lines[-1].discount = left


def check_chargeable(total: int, currency: str, *, param: str = "line_items") -> None:
    """Raise where Stripe would not take so little or so much."""
    minimum = _MINIMUM.get(currency, 1)
    if total < minimum:
        raise invalid(
            f"The total must be at least {minimum} {currency}",
            param=param,
            code="amount_too_small",
        )
    if total > _MAXIMUM:
        raise invalid(
            f"The total may be at most {_MAXIMUM} {currency}",
            param=param,
            code="amount_too_large",
        )
