"""By what the list of registrations is narrowed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

from django import forms
from django.db.models import Exists, Q, QuerySet, Sum
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet

import django_filters

from cms.admin_views import own_practices, own_rows
from courses.models import Offering
from courses.viewsets import with_course_title, with_first_day
from registrations.bookkeeping.unsettled import unsent_credit_notes, unsent_refunds
from registrations.dashboard.needs import offers_running_out
from registrations.invoices_shown import InvoiceFilter, overdue_invoices
from registrations.models import LedgerLine, Participant, Registration
from registrations.states import State

# The nearest dates to choose among; from a date's own page any is found.
MOST_DATES: Final = 50
STILL_NEAR: Final = timedelta(days=60)
# Those from whom money may be asked; of the others nothing is asked yet, or any more.
ASKED: Final = (State.AWAITING_PAYMENT, State.CONFIRMED, State.CANCELLED)
PAYMENTS: Final = (
    ("owed", _("Something is owed")),
    ("overdue", _("Overdue")),
    ("paid", _("Paid in full")),
    ("to_decide", _("Money to decide about")),
    ("not_sent_back", _("Refund or credit note not sent yet")),
)


class NearestDates(django_filters.fields.ModelChoiceIterator):
    """The nearest dates, and the one that is chosen: all would be longer than the page."""

    def __iter__(self) -> Iterator[Any]:
        yield ("", self.field.empty_label)
        recent = timezone.now() - STILL_NEAR
        near = self.queryset.filter(ends_at__gte=recent).order_by("starts_at", "pk")[:MOST_DATES]
        rows = list(near)
        chosen = str(self.field.chosen or "")
        if chosen.isdecimal() and chosen not in {str(row.pk) for row in rows}:
            rows += list(self.queryset.filter(pk=int(chosen)))
        for row in rows:
            yield self.choice(row)


class OfferingChoiceField(django_filters.fields.ModelChoiceField):
    iterator = NearestDates
    chosen: str | None = None

    def label_from_instance(self, offering: Any) -> str:
        return with_first_day(offering)


class OfferingFilter(django_filters.ModelChoiceFilter):
    field_class = OfferingChoiceField


def own_offerings(request: Any) -> QuerySet[Any]:
    offerings = own_rows(Offering, request.user).with_times().select_related("course__practice")
    return with_course_title(offerings).order_by("-starts_at", "-pk")


class RegistrationFilterSet(WagtailFilterSet):
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    payment = django_filters.ChoiceFilter(
        label=_("Payment"), choices=PAYMENTS, method="filter_payment"
    )
    names_missing = django_filters.BooleanFilter(
        label=_("Names missing"), method="filter_names_missing"
    )
    offering = OfferingFilter(label=_("Course date"), queryset=own_offerings)
    made_at = django_filters.DateFromToRangeFilter(label=_("Made"), widget=DateRangePickerWidget)
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)
    invoice = InvoiceFilter()
    runs_out = django_filters.BooleanFilter(
        label=_("Offer runs out within a day"), method="filter_runs_out"
    )

    class Meta:
        model = Registration
        fields = (
            *("state", "payment", "names_missing", "needs_attention", "offering"),
            *("payer", "method", "came_by", "made_at", "practice"),
        )

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        super().__init__(data, *args, **kwargs)
        self.form.fields["offering"].chosen = (data or {}).get("offering")

    def filter_runs_out(self, rows: Any, name: str, value: bool) -> QuerySet[Any]:
        ending = offers_running_out(timezone.now()).order_by().values("pk")
        return rows.filter(pk__in=ending) if value else rows.exclude(pk__in=ending)

    def filter_names_missing(self, rows: Any, name: str, value: bool) -> QuerySet[Any]:
        """Of those that hold seats; who only waits need not be named."""
        unnamed = Participant.objects.holding_seats().filter(name="").order_by()
        keys = unnamed.values("registration")
        return rows.filter(pk__in=keys) if value else rows.exclude(pk__in=keys)

    def filter_payment(self, rows: Any, name: str, value: str) -> QuerySet[Any]:
        match value:
            case "owed":
                return rows.filter(state__in=ASKED, pk__in=_owing())
            case "overdue":
                return rows.filter(_overdue(timezone.now()), pk__in=_owing())
            case "paid":
                confirmed = rows.filter(state=State.CONFIRMED).exclude(method="none")
                return confirmed.exclude(pk__in=_owing())
            case "not_sent_back":
                return rows.filter(
                    Q(pk__in=unsent_refunds().values("registration"))
                    | Q(pk__in=unsent_credit_notes().values("invoice__registration"))
                )
        return rows.filter(needs_attention=True)


def _owing() -> QuerySet[Any]:
    """The keys of all who owe something, summed once for all of them."""
    sums = LedgerLine.objects.order_by().values("registration").annotate(sum=Sum("amount"))
    return sums.filter(sum__gt=0).values("registration")


def _overdue(now: Any) -> Q:
    """An invoice past its day, a rest after a deposit, or the difference to another date."""
    late_invoice = Exists(overdue_invoices())
    late = Q(rest_due_at__lte=now) | Q(pay_by__lte=now)
    return Q(late_invoice) | (late & Q(state=State.CONFIRMED, method=Registration.Method.CARD))
