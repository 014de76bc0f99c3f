"""The figures as charts, in the reader's words."""

from datetime import date
from itertools import pairwise
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from babel.dates import format_date
from babel.numbers import format_percent

from cms.bar_chart import BarChart
from courses.money import babel_locale, format_money
from registrations.dashboard.figures import LEAD_TIMES, Asked, Figures, Fill, Money

MOST_COURSES: Final = 10
DAYS_A_WEEK: Final = 7


def charts_of(figures: Figures, *, language: str) -> list[BarChart]:
    """Those that show something."""
    charts = [
        _fill_rate(figures, language),
        *(_money(figures, currency, language) for currency in sorted(figures.money)),
        _enquiries(figures, language),
        _lead_times(figures),
        _by_course(figures, language),
        _by_language(figures, language),
    ]
    return [chart for chart in charts if not chart.is_empty]


def _month(first_day: date, language: str) -> str:
    return str(format_date(first_day, "MMM y", locale=babel_locale(language)))


def _percent(fill: Fill, language: str) -> str:
    if not fill.seats:
        return "–"
    share = format_percent(fill.percent / 100, locale=babel_locale(language))
    return f"{share} ({fill.taken}/{fill.seats})"


def _fill_rate(figures: Figures, language: str) -> BarChart:
    fills = [figures.fill.get(month, Fill()) for month in figures.months]
    whole = sum(fills, Fill())
    return BarChart(
        key="fill",
        title=_("How full course dates were"),
        says=_(
            "By the month in which they began: seats confirmed of all seats. Over all twelve "
            "months %(share)s."
        )
        % {"share": _percent(whole, language)},
        head=(_("Month"), _("Seats taken")),
        labels=tuple(_month(month, language) for month in figures.months),
        numbers=tuple((fill.percent,) for fill in fills),
        texts=tuple((_percent(fill, language),) for fill in fills),
    )


def _money(figures: Figures, currency: str, language: str) -> BarChart:
    months = [figures.money[currency].get(month, Money()) for month in figures.months]

    def written(amount: int) -> str:
        return format_money(amount, currency, language)

    return BarChart(
        key=f"money-{currency}",
        title=_("Money in %(currency)s") % {"currency": currency},
        says=_(
            "Received by the month in which it came, less what went back: %(received)s in all. "
            "Outstanding is what is owed today by those who registered in the month: "
            "%(outstanding)s in all."
        )
        % {
            "received": written(sum(month.received for month in months)),
            "outstanding": written(sum(month.outstanding for month in months)),
        },
        head=(_("Month"), _("Received"), _("Outstanding")),
        labels=tuple(_month(month, language) for month in figures.months),
        numbers=tuple((month.received, month.outstanding) for month in months),
        texts=tuple((written(m.received), written(m.outstanding)) for m in months),
    )


def _enquiries(figures: Figures, language: str) -> BarChart:
    months = [figures.enquiries.get(month, Asked()) for month in figures.months]
    return BarChart(
        key="enquiries",
        title=_("From enquiry to agreement"),
        says=_(
            "By the month of the enquiry: %(enquiries)s enquiries in all, of which "
            "%(agreements)s became an agreement until today."
        )
        % {
            "enquiries": sum(month.enquiries for month in months),
            "agreements": sum(month.agreements for month in months),
        },
        head=(_("Month"), _("Enquiries"), _("Agreements")),
        labels=tuple(_month(month, language) for month in figures.months),
        numbers=tuple((month.enquiries, month.agreements) for month in months),
        texts=tuple((str(month.enquiries), str(month.agreements)) for month in months),
    )


def _lead_times(figures: Figures) -> BarChart:
    bounds = (0, *(days // DAYS_A_WEEK for days in LEAD_TIMES))
    labels = [
        _("%(first)s–%(last)s weeks") % {"first": first, "last": last}
        for first, last in pairwise(bounds)
    ]
    labels.append(
        ngettext("over %(count)s week", "over %(count)s weeks", bounds[-1]) % {"count": bounds[-1]}
    )
    return BarChart(
        key="lead",
        title=_("How early people register"),
        says=_(
            "Confirmed registrations by the time from registering to the first session: "
            "%(number)s in all."
        )
        % {"number": sum(figures.lead_times)},
        head=(pgettext("how early", "Time before the start"), _("Registrations")),
        labels=tuple(labels),
        numbers=tuple((number,) for number in figures.lead_times),
        texts=tuple((str(number),) for number in figures.lead_times),
    )


def _by_course(figures: Figures, language: str) -> BarChart:
    titles = sorted(figures.by_course, key=lambda title: (-figures.by_course[title].taken, title))
    return _seats_by(
        {title: figures.by_course[title] for title in titles[:MOST_COURSES]},
        key="course",
        title=_("Seats by course"),
        says=_("Seats confirmed in the last twelve months, for the ten courses with most of them."),
        head=_("Course"),
        language=language,
    )


def _by_language(figures: Figures, language: str) -> BarChart:
    names = dict(settings.LANGUAGES)
    codes = sorted(figures.by_language, key=lambda code: -figures.by_language[code].taken)
    return _seats_by(
        {_(names.get(code, code)): figures.by_language[code] for code in codes},
        key="language",
        title=_("Seats by language of teaching"),
        says=_("Seats confirmed in the last twelve months."),
        head=_("Language"),
        language=language,
    )


def _seats_by(
    fills: dict[str, Fill], *, key: str, title: str, says: str, head: str, language: str
) -> BarChart:
    return BarChart(
        key=key,
        title=title,
        says=says,
        head=(head, _("Seats taken")),
        labels=tuple(fills),
        numbers=tuple((fill.taken,) for fill in fills.values()),
        texts=tuple((_percent(fill, language),) for fill in fills.values()),
        named=True,
    )
