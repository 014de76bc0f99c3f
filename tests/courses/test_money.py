from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.money import format_money, format_rate, read_money, split_vat, to_major, to_minor

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("amount", "currency", "language", "written"),
    [
        (640000, "NOK", "nb", f"6{SPACE}400{SPACE}kr"),
        (640050, "NOK", "nb", f"6{SPACE}400,50{SPACE}kr"),
        (490000, "SEK", "sv", f"4{SPACE}900{SPACE}kr"),
        (69000, "EUR", "fi", f"690{SPACE}€"),
        (490000, "DKK", "da", f"4.900{SPACE}kr."),
        (640000, "NOK", "en", f"NOK{SPACE}6,400"),
        (0, "NOK", "en", f"NOK{SPACE}0"),
        (500, "JPY", "en", "JP¥500"),
    ],
)
def test_money_is_written_as_the_language_does_m11(
    amount: int, currency: str, language: str, written: str
) -> None:
    assert format_money(amount, currency, language) == written


def test_rates_are_written_as_the_language_does() -> None:
    assert format_rate(2550, "nb") == f"25,5{SPACE}%"
    assert format_rate(2500, "en") == "25%"


@given(total=st.integers(0, 10**9), rate=st.integers(0, 9_999), includes=st.booleans())
def test_parts_always_make_the_total_and_are_rounded_once_m10(
    total: int, rate: int, includes: bool
) -> None:
    amount = split_vat(total=total, currency="NOK", rate=rate, includes_vat=includes)
    assert amount.gross == amount.net + amount.vat
    assert (amount.gross if includes else amount.net) == total
    exact = Decimal(amount.net) * rate / 10_000
    assert abs(amount.vat - exact) <= 1


def test_half_a_minor_unit_goes_up() -> None:
    amount = split_vat(total=2, currency="NOK", rate=2500, includes_vat=False)
    assert (amount.net, amount.vat, amount.gross) == (2, 1, 3)


def test_major_and_minor_units_are_exact_and_never_floats() -> None:
    assert to_minor(Decimal("6400.50"), "NOK") == 640050
    assert to_minor(Decimal("500"), "JPY") == 500
    assert to_major(640050, "NOK") == Decimal("6400.50")
    with pytest.raises(ValueError, match="more decimals"):
        to_minor(Decimal("1.005"), "NOK")


@pytest.mark.parametrize(
    ("typed", "language", "minor"),
    [
        ("6400", "nb", 640000),
        ("6 400,50", "nb", 640050),
        ("6\u00a0400,5", "nb", 640050),
        ("6400.50", "nb", 640050),
        ("6.400,50", "da", 640050),
        ("6.400", "da", 640000),
        ("6,400", "en", 640000),
        ("6,400.50", "en", 640050),
        ("0,01", "sv", 1),
    ],
)
def test_amounts_are_read_as_people_write_them(typed: str, language: str, minor: int) -> None:
    assert read_money(typed, "NOK", language) == minor


@pytest.mark.parametrize("typed", ["", "-1", "1e9", "kr 100", "1,2,3", "6400,505", "9" * 40, "٣"])
def test_what_is_no_amount_is_not_guessed_m11(typed: str) -> None:
    with pytest.raises(ValueError, match=r"amount|number"):
        read_money(typed, "NOK", "nb")


@pytest.mark.parametrize("typed", ["10000001", "10000000,01", "9" * 15])
def test_what_nothing_costs_was_mistyped_m11(typed: str) -> None:
    assert read_money("10000000", "NOK", "nb") == 1_000_000_000
    with pytest.raises(ValueError, match="more than anything costs"):
        read_money(typed, "NOK", "nb")
