"""The prices that a participant chooses among: ordinary, a member's or a student's."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from courses.models import Offering, Price
from courses.money import format_money

Choices = Sequence[tuple[str, str]]


class ClaimField(forms.ChoiceField):
    """Which price a participant says to be entitled to; nothing is the price for anybody."""

    widget = forms.RadioSelect

    def __init__(self, choices: Choices) -> None:
        super().__init__(label=_("Which price?"), choices=choices, required=False, initial="")
        # One is always chosen, so there is nothing optional to say.
        self.always_answered = True

    def valid_value(self, value: Any) -> bool:
        """Also one that has ended meanwhile: the summary tells what it costs instead."""
        return value in Price.CLAIMED


def claim_choices(offering: Offering, *, taken: Mapping[str, int], now: datetime) -> Choices:
    """The prices that can be had now, each with what one seat costs; none without a claim."""
    anybody = offering.price_at(now, taken=taken)
    claimed = [
        price
        for price in offering.prices.all()
        if price.is_claimed
        and price.is_available(now)
        and price.seats_left(taken.get(price.kind, 0))
    ]
    if anybody is None or not claimed:
        return []
    return [("", _label(anybody, anybody)), *((p.kind, _label(p, anybody)) for p in claimed)]


def _label(price: Price, anybody: Price) -> str:
    """Nobody pays more than the price for anybody."""
    paid = min(price, anybody, key=lambda p: p.amount)
    amount = format_money(paid.each.gross, price.offering.currency, get_language() or "en")
    return f"{price.get_kind_display()}: {amount}"
