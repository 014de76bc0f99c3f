"""Of which rows of this app the history keeps what was before and after, and how it shows them."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from cms.history import Kept, call_fields, keep_history_of, name_actions, show_values_with
from courses.day_and_time import short
from courses.models import DiscountCode, Offering, Price
from courses.money import format_money, format_rate
from courses.words import titles_of


def keep() -> None:
    keep_history_of(
        Offering,
        Kept(
            practice=lambda offering: offering.practice,
            title=named,
            parts=("sessions", "prices", "cancellation_tiers", "questions"),
            typed={"vat_rate": lambda offering: {"rate": offering.vat_rate}},
            parts_typed={
                "prices": {"amount": lambda price: _money(price.amount, price.offering.currency)}
            },
        ),
    )
    keep_history_of(
        DiscountCode,
        Kept(
            practice=lambda code: code.practice,
            title=lambda code: code.code,
            many=("offerings",),
            typed={"amount": lambda code: _money(code.amount, code.currency)},
        ),
    )
    show_values_with("money", money_in_words)
    show_values_with("rate", lambda value: format_rate(value["rate"], get_language() or "en"))
    call_fields(Price, {"amount": _("amount")})
    call_fields(DiscountCode, {"amount": _("amount off each seat")})
    call_fields(Offering, {"vat_rate": _("VAT rate")})
    name_actions(
        {
            "terms_published": pgettext_lazy("history", "New terms published"),
            "dates_moved": pgettext_lazy("history", "Dates moved"),
            "called_off": pgettext_lazy("history", "Called off"),
            "goes_ahead": pgettext_lazy("history", "Decided that it goes ahead"),
        }
    )


def named(offering: Offering) -> str:
    """The course's title and the first day, in the practice's own language."""
    practice = offering.practice
    title = titles_of([offering.course])[offering.course_id]
    begins = offering.sessions.order_by("starts_at").values_list("starts_at", flat=True).first()
    if begins is None:
        return title
    with override(practice.source_language):
        return f"{title}, {short(begins, zone=practice.zone, language=practice.source_language)}"


def _money(amount: int | None, currency: str) -> Any:
    return None if amount is None else {"money": amount, "currency": currency}


def money_in_words(value: Mapping[str, Any]) -> str:
    return format_money(value["money"], value["currency"], get_language() or "en")
