"""What so many seats cost together: the best price for each, a code taken off, VAT rounded once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate

from courses.models import DiscountCode, Offering, Price
from courses.money import Amount, split_vat


@dataclass(frozen=True)
class Seat:
    """One seat. Prices are in minor units as entered; ``share`` is its part of the total."""

    kind: str
    list_price: int
    charged_price: int
    share: Amount


@dataclass(frozen=True)
class Priced:
    """Seats with what they cost. The shares sum to ``total`` exactly, VAT included."""

    seats: tuple[Seat, ...]
    list_total: Amount
    total: Amount

    @property
    def discount(self) -> int:
        """What a code takes off, in minor units with VAT."""
        return self.list_total.gross - self.total.gross


def price_seats(
    offering: Offering,
    *,
    claims: Sequence[str],
    moment: datetime,
    taken: Mapping[str, int] | None = None,
    code: DiscountCode | None = None,
) -> Priced | None:
    """Price a seat for each of ``claims``: a price kind that somebody claims, or nothing.

    Everybody gets the lowest price that is open to them at ``moment`` and whose limit is not used
    up by those ``taken`` (seats by price kind) or by seats before it. None while no price is set.
    Whether the ``code`` may be used is the caller's question.
    """
    chosen = _lowest(offering, claims=claims, moment=moment, taken=dict(taken or {}))
    if chosen is None:
        return None
    charged = [less(amount, code, currency=offering.currency) for _kind, amount in chosen]
    total, shares = share_out(
        charged,
        currency=offering.currency,
        rate=offering.vat_rate,
        includes_vat=offering.prices_include_vat,
    )
    return Priced(
        seats=tuple(
            Seat(kind=kind, list_price=amount, charged_price=after, share=share)
            for (kind, amount), after, share in zip(chosen, charged, shares, strict=True)
        ),
        list_total=split_vat(
            total=sum(amount for _kind, amount in chosen),
            currency=offering.currency,
            rate=offering.vat_rate,
            includes_vat=offering.prices_include_vat,
        ),
        total=total,
    )


def _lowest(
    offering: Offering, *, claims: Sequence[str], moment: datetime, taken: dict[str, int]
) -> list[tuple[str, int]] | None:
    """The kind and the price of each seat, before a code."""
    people = len(claims)
    fitting = [p for p in offering.prices.all() if _fits(p, people=people, moment=moment)]
    each = sorted((p for p in fitting if not p.whole_group), key=lambda price: price.amount)
    left = {p.pk: p.seats_left(taken.get(p.kind, 0)) for p in fitting}
    chosen: list[tuple[str, int]] = []
    for claim in claims:
        price = next(
            (p for p in each if left[p.pk] > 0 and (p.kind == claim or not p.is_claimed)), None
        )
        if price is None:
            return None
        left[price.pk] -= 1
        chosen.append((price.kind, price.amount))
    together = min(
        (p.amount for p in fitting if p.whole_group and left[p.pk] >= people), default=None
    )
    if together is not None and together < sum(amount for _kind, amount in chosen):
        return [(Price.Kind.GROUP, part) for part in _parts(together, [1] * people)]
    return chosen


def _fits(price: Price, *, people: int, moment: datetime) -> bool:
    large_enough = price.from_people is None or people >= price.from_people
    return large_enough and price.is_available(moment)


def less(amount: int, code: DiscountCode | None, *, currency: str) -> int:
    """``amount`` minor units after the code; half a minor unit is taken off in the buyer's favour.

    A code in another currency takes nothing off.
    """
    if code is None:
        return amount
    if code.percent is not None:
        return amount - (amount * code.percent + 50) // 100
    if code.amount is not None and code.currency == currency:
        return max(0, amount - code.amount)
    return amount


def share_out(
    charged: Sequence[int], *, currency: str, rate: int, includes_vat: bool
) -> tuple[Amount, list[Amount]]:
    """The total of seats charged so much as entered, VAT rounded once, and each one's part."""
    total = split_vat(total=sum(charged), currency=currency, rate=rate, includes_vat=includes_vat)
    gross, vat = _parts(total.gross, charged), _parts(total.vat, charged)
    shares = [Amount(net=g - v, vat=v, currency=currency) for g, v in zip(gross, vat, strict=True)]
    return total, shares


def _parts(amount: int, weights: Sequence[int]) -> list[int]:
    """``amount`` split by ``weights`` in whole minor units that sum to it."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    up_to = [amount * running // whole for running in accumulate(weights)]
    return [after - before for before, after in zip([0, *up_to], up_to, strict=False)]
