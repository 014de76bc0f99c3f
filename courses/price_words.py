"""Prices in words: what those pay who do not pay like everybody."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from courses.models import Offering, Price
from courses.money import format_money


def further_prices(offering: Offering, *, taken: Mapping[str, int], now: datetime) -> list[Price]:
    """Prices for members, students and groups that can be had now, in that order."""
    order = [Price.Kind.MEMBER, Price.Kind.STUDENT, Price.Kind.GROUP]
    open_now = [
        price
        for price in offering.prices.all()
        if price.kind in order
        and price.is_available(now)
        and price.seats_left(taken.get(price.kind, 0))
    ]
    return sorted(open_now, key=lambda p: (order.index(Price.Kind(p.kind)), p.from_people or 0))


def further_prices_in_words(
    offering: Offering, *, taken: Mapping[str, int], now: datetime
) -> list[str]:
    return [_in_words(price) for price in further_prices(offering, taken=taken, now=now)]


def _in_words(price: Price) -> str:
    amount = format_money(price.each.gross, price.offering.currency, get_language() or "en")
    facts = {"price": amount, "count": price.from_people}
    if price.kind == Price.Kind.MEMBER:
        return _("Members: %(price)s") % facts
    if price.kind == Price.Kind.STUDENT:
        return _("Students: %(price)s") % facts
    if price.whole_group:
        return _("Groups from %(count)s people: %(price)s in all") % facts
    return _("Groups from %(count)s people: %(price)s each") % facts
