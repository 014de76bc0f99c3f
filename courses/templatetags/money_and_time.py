"""Money, dates and times as people of the reader's language write them."""

from datetime import date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from django import template
from django.utils.translation import get_language

from courses import day_and_time as written
from courses.models import OfferingSession
from courses.money import Amount, format_money, format_rate

register = template.Library()


def _language() -> str:
    return get_language() or "en"


@lru_cache(maxsize=2048)
def _money(amount: int, currency: str, language: str) -> str:
    return format_money(amount, currency, language)


@register.simple_tag
def money(amount: int, currency: str) -> str:
    return _money(amount, currency, _language())


@register.filter
def gross(amount: Amount) -> str:
    return _money(amount.gross, amount.currency, _language())


@register.filter
def net(amount: Amount) -> str:
    return _money(amount.net, amount.currency, _language())


@register.filter
def vat(amount: Amount) -> str:
    return _money(amount.vat, amount.currency, _language())


@register.filter
def rate(basis_points: int) -> str:
    return format_rate(basis_points, _language())


@register.filter
def percent(number: int) -> str:
    """``50`` becomes “50%”, or “50 %” in one piece, as the reader writes it."""
    return format_rate(number * 100, _language())


@register.filter
def day(moment: datetime, zone: ZoneInfo) -> str:
    return written.day(moment, zone=zone, language=_language())


@register.filter
def plain_day(of: date) -> str:
    return written.plain_day(of, language=_language())


@register.filter
def day_and_time(moment: datetime, zone: ZoneInfo) -> str:
    return written.day_and_time(moment, zone=zone, language=_language())


@register.filter
def short_moment(moment: datetime, zone: ZoneInfo) -> str:
    return written.short(moment, zone=zone, language=_language())


@register.simple_tag
def session_time(session: OfferingSession) -> str:
    zone = session.offering.practice.zone
    return written.span(session.starts_at, session.ends_at, zone=zone, language=_language())
