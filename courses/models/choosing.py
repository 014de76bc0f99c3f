"""How a visitor narrows the list of courses: by place, language, format and month."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from babel import Locale
from babel.dates import format_date

from courses.money import babel_locale

from .listing import CourseCard
from .offerings import Offering

ONLINE = "online"


@dataclass(frozen=True)
class CourseFilter:
    """One row of choices above the list; ``chosen`` is the value asked for, or ""."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


def _place(offering: Offering) -> tuple[str, str]:
    if offering.online:
        return ONLINE, pgettext("place", "Online")
    return offering.town.casefold(), offering.town


def _language(offering: Offering) -> tuple[str, str]:
    name = Locale.parse(offering.language).get_language_name(_reader()) or offering.language
    return offering.language, name[0].upper() + name[1:]


def _format(offering: Offering) -> tuple[str, str]:
    number = len(offering.sessions_list)
    if number > 2:
        return "series", _("Series of meetings")
    return ("days", _("Two days")) if number == 2 else ("day", _("One day or less"))


def _month(offering: Offering) -> tuple[str, str]:
    start = offering.first_start
    if start is None:
        return "", ""
    day = start.astimezone(offering.practice.zone).date()
    name = format_date(day, "LLLL y", locale=_reader())
    return f"{day:%Y-%m}", name[0].upper() + name[1:]


def _reader() -> Any:
    return babel_locale(get_language() or "en")


def narrowed(cards: list[CourseCard], asked: Mapping[str, str]) -> dict[str, Any]:
    """The cards with the dates that fit what was asked, and the ``filters`` that tell apart."""
    kinds: tuple[tuple[str, str, Callable[[Offering], tuple[str, str]]], ...] = (
        ("place", _("Where"), _place),
        ("language", _("Language"), _language),
        ("format", _("Form"), _format),
        ("month", _("When"), _month),
    )
    filters, shown = [], cards
    for name, label, value_of in kinds:
        values = {value_of(offering) for card in cards for offering in card.offerings}
        options = sorted((value for value in values if value[0]), key=_in_order(name))
        chosen = asked.get(name, "")
        chosen = chosen if chosen in dict(options) else ""
        if len(options) > 1:
            filters.append(CourseFilter(name, label, options, chosen))
            if chosen:
                shown = _fitting(shown, value_of, chosen)
    return {"cards": shown, "filters": filters, "filtered": any(f.chosen for f in filters)}


def _in_order(name: str) -> Callable[[tuple[str, str]], str]:
    """Months by date, all else by its words."""
    return (lambda option: option[0]) if name == "month" else (lambda option: option[1].casefold())


def _fitting(
    cards: list[CourseCard], value_of: Callable[[Offering], tuple[str, str]], chosen: str
) -> list[CourseCard]:
    fitting = [
        replace(card, offerings=[o for o in card.offerings if value_of(o)[0] == chosen])
        for card in cards
    ]
    return [card for card in fitting if card.offerings]
