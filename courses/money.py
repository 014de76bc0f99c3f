"""Money: integers in minor units and a currency, shown by locale, with VAT rounded once."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import (
    format_currency,
    format_decimal,
    get_currency_precision,
    parse_decimal,
)

# Which of Babel's locales writes what a reader of each of our languages expects.
BABEL_LOCALES: Final = {"en": "en_GB"}
BASIS_POINTS: Final = 10_000
MOST_DIGITS: Final = 15
# In minor units; beyond that something was mistyped, and the database counts no further.
MOST_MONEY: Final = 1_000_000_000


def babel_locale(language: str) -> str:
    return BABEL_LOCALES.get(language, language)


def format_money(amount: int, currency: str, language: str) -> str:
    """Write ``amount`` minor units as people of ``language`` do; whole amounts without decimals."""
    precision = get_currency_precision(currency)
    major = Decimal(amount).scaleb(-precision)
    locale = babel_locale(language)
    is_whole = major == major.to_integral_value()
    pattern = _whole_pattern(locale) if is_whole else None
    written = format_currency(major, currency, pattern, locale=locale, currency_digits=not is_whole)
    # Unicode's rules part a currency's letters from its digits; Babel leaves that out.
    return re.sub(r"(?<=[A-Za-z])(?=\d)", "\N{NO-BREAK SPACE}", written)


@cache
def _whole_pattern(locale: str) -> str:
    return Locale.parse(locale).currency_formats["standard"].pattern.replace(".00", "")


def format_rate(basis_points: int, language: str) -> str:
    """``2550`` becomes “25.5 %” in the reader's writing."""
    percent = Decimal(basis_points) / 100
    number = format_decimal(percent.normalize(), locale=babel_locale(language))
    return f"{number}%" if language == "en" else f"{number}\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class Amount:
    """A sum in minor units, split by VAT: ``net + vat == gross`` always."""

    net: int
    vat: int
    currency: str

    @property
    def gross(self) -> int:
        return self.net + self.vat


def split_vat(*, total: int, currency: str, rate: int, includes_vat: bool) -> Amount:
    """Split ``total`` (minor units, as entered) by ``rate`` (basis points), rounding once.

    Half a minor unit goes up. A rate of 0 has no VAT.
    """
    if includes_vat:
        net = _round(Decimal(total) * BASIS_POINTS / (BASIS_POINTS + rate))
        return Amount(net=net, vat=total - net, currency=currency)
    return Amount(net=total, vat=_round(Decimal(total) * rate / BASIS_POINTS), currency=currency)


def _round(value: Decimal) -> int:
    return int(value.to_integral_value(rounding=ROUND_HALF_UP))


def to_minor(major: Decimal, currency: str) -> int:
    """``Decimal("6400.50")`` NOK becomes 640050; ``ValueError`` for more decimals than it has."""
    shifted = major.scaleb(get_currency_precision(currency))
    if shifted != shifted.to_integral_value():
        raise ValueError("The amount has more decimals than its currency.")
    return int(shifted)


def read_money(typed: str, currency: str, language: str) -> int:
    """What somebody typed, as readers of ``language`` write amounts, in minor units.

    “6 400,50”, “6400.50”, and “6.400,50” or “6,400.50” where that is how one writes. Raises
    ``ValueError`` for anything else: nobody's money is guessed.
    """
    digits = re.sub(r"\s", "", typed)
    if not re.fullmatch(r"[0-9][0-9.,]*", digits) or len(digits) > MOST_DIGITS:
        raise ValueError("This is no amount.")
    if re.fullmatch(r"[0-9]+[.,][0-9]{1,2}", digits):
        # Whichever sign parts the decimals: two digits after it are never thousands.
        major = Decimal(digits.replace(",", "."))
    else:
        major = parse_decimal(digits, locale=babel_locale(language), strict=True)
    if major > to_major(MOST_MONEY, currency):
        raise ValueError("This is more than anything costs.")
    return to_minor(major, currency)


def typed_amount(language: str) -> str:
    """An amount as somebody who reads ``language`` may type it, for a sentence that shows how."""
    return format_decimal(Decimal("6400.50"), "0.00", locale=babel_locale(language))


def to_major(amount: int, currency: str) -> Decimal:
    return Decimal(amount).scaleb(-get_currency_precision(currency))
