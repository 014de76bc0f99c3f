"""Mistakes that other registration systems made: each is shut out by a test that bears its number.

`test_…_m7`, or `test_…_s2_s6` for several at once.
"""

import ast
import re
from functools import cache
from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
NUMBER: Final = re.compile(r"_([smlw]\d+)(?=_|$)")

PITFALLS: Final = {
    # Seats
    "s1": "Free seats are counted before the lock, and two take the last one.",
    "s2": "A lock does nothing on one kind of database, and nobody notices.",
    "s3": "A limit of one price is kept while the date has no seats left.",
    "s4": "Seats are not given back by every way out, or are given back twice.",
    "s5": "Whoever only sends somebody else, or mends a name, is asked for a free seat.",
    "s6": "The list is served when it must not be, twice, or a newcomer takes what was offered.",
    "s7": "A group is offered too few seats, or waits for ever behind smaller ones.",
    "s8": "The owner lowers the number of seats below those that are taken.",
    # Money
    "m1": "Money that arrives after the hold ran out is lost, or sent back while a seat is free.",
    "m2": "Holds expire by a list that was read before somebody paid.",
    "m3": "Two payments of a part each do not see the other, and nothing is ever paid in full.",
    "m4": "Stripe's message and the buyer's return both confirm, with two letters.",
    "m5": "The answer to a call is lost, and what it made is made again, or said to have failed.",
    "m6": "Somebody leaves while the payment page is open, and pays after that.",
    "m7": "A refund goes out twice, is more than was paid, or is believed before it has arrived.",
    "m8": "A message is applied again because it was forgotten, or lost after it was answered.",
    "m9": "The price moves between looking and buying, and the buyer pays what was never shown.",
    "m10": "Parts do not add up to their total, because each was rounded by itself.",
    "m11": "A currency without decimals is paid a hundredfold; an amount passes through a float.",
    # Lifecycle and letters
    "l1": "A deadline for payment is told to those who pay nothing, or is over when it is told.",
    "l2": "After an edit nothing can be approved; somebody declined keeps seats or hears nothing.",
    "l3": "A change sends no letter, two, or one in another language or about another date.",
    "l4": "One bad row stops all the others; a chore that runs twice does its work twice.",
    "l5": "Calling off does what nobody was shown, or stops half-way for good.",
    "l6": "Times move with each saving or with summer time, and reports do not say whose they are.",
    "l7": "A letter that could not be sent is seen by nobody.",
    # Wagtail and translation
    "w1": "Translating or publishing a page changes seats, prices or registrations.",
    "w2": "Deleting a page with registrations fails without a word.",
    "w3": "A copy of a page brings seats of its own.",
    "w4": "Editors find people's data by searching, exporting or typing an address.",
    "w5": "The owner of one practice sees another's.",
    "w6": "Text that nobody has translated goes live.",
    "w7": "Somebody translates, synchronises, publishes or converts pages without rights on them.",
    "w8": "Translating a page along with those below it corrupts the tree.",
    "w9": "After an update every translation claims that the data model has changed.",
    "w10": "A source is moved, unpublished or deleted, and its translations stay behind.",
    "w11": "A language without a home page shows the whole site a second time.",
    "w12": "A translation that cannot be stored is called a success.",
    "w13": "The translation editor goes round locks and moderation.",
    "w14": "What was edited by hand is lost when the translation is taken up again.",
}
# Those whose part of the product is still being built.
COMING: Final[set[str]] = set()


@cache
def numbers_in_tests() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for number in NUMBER.findall(node.name):
                    found.setdefault(number, []).append(node.name)
    return found


@pytest.mark.parametrize("number", PITFALLS)
def test_each_pitfall_has_a_test(number: str) -> None:
    has_come = number in numbers_in_tests()
    assert has_come or number in COMING, PITFALLS[number]


def test_every_number_means_something() -> None:
    assert set(numbers_in_tests()) - set(PITFALLS) == set()
