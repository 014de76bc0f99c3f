"""What an address of the money pages asks for: whose money, of which days."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms.models import Practice
from cms.permissions import OWNERS, practices_of
from registrations.bookkeeping.periods import Period, month, quarter, year

# What leads back from a list that is opened from the money of a period.
UNDER_MONEY: Final = (
    *WagtailAdminTemplateMixin.breadcrumbs_items,
    {"url": reverse_lazy("money_report"), "label": gettext_lazy("Money")},
)


@dataclass(frozen=True)
class Choice:
    """A period that is one press away."""

    label: str
    query: str
    is_chosen: bool


class OfPractice:
    """A view about one practice of one's own: the one that is asked for, or the first."""

    request: HttpRequest

    @cached_property
    def practices(self) -> list[Practice]:
        return list(practices_of(self.request.user, *OWNERS))

    @cached_property
    def practice(self) -> Practice:
        asked = self.request.GET.get("practice")
        for practice in self.practices:
            if asked in (None, "", practice.slug):
                return practice
        raise Http404


class OfPeriod(OfPractice):
    """A view about some days: those that are asked for, or this month."""

    @cached_property
    def today(self) -> date:
        return timezone.now().astimezone(self.practice.zone).date()

    @cached_property
    def period(self) -> Period:
        first, last = (_day(self.request.GET.get(name, "")) for name in ("from", "to"))
        if first is None or last is None or last < first:
            return month(self.today, self.practice.zone)
        return Period(first, last, self.practice.zone)

    def query_of(self, period: Period, **more: Any) -> str:
        return urlencode(
            {
                "practice": self.practice.slug,
                "from": period.first.isoformat(),
                "to": period.last.isoformat(),
                **more,
            }
        )

    @property
    def choices(self) -> list[Choice]:
        today, zone = self.today, self.practice.zone
        before = today.replace(day=1) - timedelta(days=1)
        earlier = quarter(today, zone).first - timedelta(days=1)
        offered = (
            (_("This month"), month(today, zone)),
            (_("Last month"), month(before, zone)),
            (_("This quarter"), quarter(today, zone)),
            (_("Last quarter"), quarter(earlier, zone)),
            (_("This year"), year(today, zone)),
        )
        return [
            Choice(label, self.query_of(period), period == self.period) for label, period in offered
        ]


def _day(typed: str) -> date | None:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None
    # Whole days around it must be times that a database knows.
    return day if 1970 <= day.year <= 2900 else None


class MoneyScreen(OfPeriod, WagtailAdminTemplateMixin):
    """A page of the admin under “Money”."""

    model: Any = None
    header_icon = "table"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), *self.own_breadcrumbs()]

    def own_breadcrumbs(self) -> list[dict[str, Any]]:
        return [{"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            **kwargs,
            practices=self.practices,
            practice=self.practice,
            period=self.period,
            choices=self.choices,
            query=self.query_of(self.period),
        )
