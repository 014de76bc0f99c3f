"""Registrations and letters in the admin: to read, to export, and a few verbs."""

from typing import Any, Final

from django.db.models import Count, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

import django_filters

from cms.admin_views import (
    ExportColumn,
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    in_zone,
    own_practices,
    own_rows,
)
from courses.models import Offering, OfferingSession
from courses.money import format_money, to_major
from courses.viewsets import InPracticeZone, short_moment, with_course_title
from registrations import admin_changing, admin_desk, admin_invoices, admin_leaving, admin_views
from registrations.admin_by_hand import ChooseDateView
from registrations.dashboard.needs import offers_running_out
from registrations.finding import OF_THE_BOOKING, matching
from registrations.invoices_shown import InvoiceFilter, overdue_for, overdue_invoices
from registrations.models import LedgerLine, Letter, Participant, Registration
from registrations.states import State

VERBS: Final = {
    **admin_views.VERBS,
    "money_back": admin_leaving.MoneyBackView,
    "settle": admin_leaving.SettleView,
    "cancel": admin_leaving.CancelView,
    **admin_changing.VERBS,
    **admin_desk.VERBS,
    **admin_invoices.VERBS,
}


def with_facts(registrations: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate ``course_title``, ``starts_at``, ``people``, ``discount`` and ``balance``."""
    sessions = OfferingSession.objects.filter(offering=OuterRef("offering"))
    people = Participant.objects.coming().filter(registration=OuterRef("pk"))
    ledger = LedgerLine.objects.filter(registration=OuterRef("pk"))
    return (
        with_course_title(registrations, course="offering__course")
        .annotate(
            starts_at=_of(sessions, "offering", Min("starts_at")),
            people=Coalesce(_of(people, "registration", Count("pk")), 0),
            discount=Coalesce(
                _of(ledger.filter(kind="discount"), "registration", Sum("amount")), 0
            ),
            overdue_since=Subquery(overdue_invoices().values("due_at")[:1]),
            balance=Coalesce(_of(ledger, "registration", Sum("amount")), 0),
        )
        .select_related("practice", "offering", "code")
        .prefetch_related("participants")
    )


def _of(rows: QuerySet[Any], by: str, value: Any) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(value=value).values("value"))


class OfferingChoiceField(django_filters.fields.ModelChoiceField):
    def label_from_instance(self, offering: Any) -> str:
        if offering.starts_at is None:
            return offering.course_title
        begins = offering.starts_at.astimezone(offering.practice.zone)
        return f"{offering.course_title}, {begins:%Y-%m-%d}"


class OfferingFilter(django_filters.ModelChoiceFilter):
    field_class = OfferingChoiceField


def own_offerings(request: Any) -> QuerySet[Any]:
    offerings = own_rows(Offering, request.user).with_times().select_related("course__practice")
    return with_course_title(offerings).order_by("-starts_at", "-pk")


class RegistrationFilterSet(WagtailFilterSet):
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
            "state",
            "needs_attention",
            "offering",
            "payer",
            "method",
            "made_at",
            "practice",
        )

    def filter_runs_out(self, rows: Any, name: str, value: bool) -> QuerySet[Any]:
        ending = offers_running_out(timezone.now()).order_by().values("pk")
        return rows.filter(pk__in=ending) if value else rows.exclude(pk__in=ending)


def money(amount: int, registration: Registration) -> str:
    return format_money(amount, registration.currency, get_language() or "en")


def state(registration: Registration) -> str:
    shown = [registration.get_state_display()]
    if overdue_since := getattr(registration, "overdue_since", None):
        overdue = overdue_for(overdue_since, timezone.now())
        shown.append(pgettext("state", "invoice %(overdue)s") % {"overdue": overdue})
    if registration.needs_attention:
        shown.append(pgettext("state", "needs your decision"))
    return " · ".join(shown)


def names(registration: Registration, *, coming: bool) -> str:
    """Who comes or would like to, or else who gave the seat back; “?” for a missing name."""
    state = registration.state_now
    is_open = state.holds_seats or state == State.WAITLISTED
    return "; ".join(
        person.name or "?"
        for person in registration.participants.all()
        if (is_open and person.cancelled_at is None) == coming
    )


def major(amount: int, registration: Registration) -> Any:
    return to_major(amount, registration.currency)


EXPORT = {
    "reference": ExportColumn(_("Reference"), lambda r: r.reference),
    "made_at": ExportColumn(_("Made"), lambda r: in_zone(r.made_at, r.practice)),
    "time_zone": ExportColumn(_("Time zone"), lambda r: r.practice.time_zone),
    "state": ExportColumn(_("State"), lambda r: r.get_state_display()),
    "course": ExportColumn(_("Course"), lambda r: r.course_title),
    "first_session": ExportColumn(_("First session"), lambda r: in_zone(r.starts_at, r.practice)),
    "booker": ExportColumn(_("Person booking"), lambda r: r.booker_name),
    "email": ExportColumn(_("E-mail address"), lambda r: r.booker_email),
    "phone": ExportColumn(_("Telephone"), lambda r: r.booker_phone),
    "people": ExportColumn(_("Seats"), lambda r: r.people),
    "participants": ExportColumn(_("Participants"), lambda r: names(r, coming=True)),
    "not_coming": ExportColumn(_("Not coming"), lambda r: names(r, coming=False)),
    "payer": ExportColumn(_("Who pays"), lambda r: r.get_payer_display()),
    "method": ExportColumn(_("Paid by"), lambda r: r.get_method_display()),
    "organisation": ExportColumn(_("Organisation"), lambda r: r.organisation),
    "number": ExportColumn(_("Organisation number"), lambda r: r.organisation_number),
    "buyer_reference": ExportColumn(_("Buyer's reference"), lambda r: r.buyer_reference),
    "order_number": ExportColumn(_("Purchase order number"), lambda r: r.order_number),
    "invoice_email": ExportColumn(_("Invoice e-mail"), lambda r: r.invoice_email),
    "code": ExportColumn(_("Discount code"), lambda r: r.code.code if r.code else ""),
    "discount": ExportColumn(_("Discount"), lambda r: major(-r.discount, r)),
    "currency": ExportColumn(_("Currency"), lambda r: r.currency),
    "net": ExportColumn(_("Total without VAT"), lambda r: major(r.net, r)),
    "vat": ExportColumn(_("VAT"), lambda r: major(r.vat, r)),
    "total": ExportColumn(_("Total"), lambda r: major(r.net + r.vat, r)),
    "balance": ExportColumn(_("Owed"), lambda r: major(r.balance, r)),
}


class RegistrationIndexView(InPracticeZone, ReadOnlyIndexView):
    export_columns = EXPORT

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_facts(super().get_base_queryset())

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.is_searching:
            return queryset
        return queryset.filter(pk__in=matching(self.search_query))


class RegistrationViewSet(ReadOnlyViewSet):
    """Registrations are made by those who sign up; here they are read, and acted upon by verbs."""

    model = Registration
    name = "registrations"
    url_prefix = "registrations/registration"
    icon = "group"
    menu_label = _("Registrations")
    menu_order = 200
    index_view_class = RegistrationIndexView
    inspect_view_class = admin_views.RegistrationView
    inspect_template_name = "registrations/admin/registration.html"
    filterset_class = RegistrationFilterSet
    search_fields = OF_THE_BOOKING
    ordering = "-made_at"
    export_filename = "registrations"
    list_export = tuple(EXPORT)
    list_display = (
        TitleColumn("booker_name", label=_("Person booking"), sort_key="booker_name"),
        Column("course_title", label=_("Course"), sort_key="course_title"),
        Column(
            "starts_at",
            label=_("First session"),
            accessor=lambda r: short_moment(r.starts_at, r.practice),
            sort_key="starts_at",
        ),
        Column("people", label=_("Seats"), sort_key="people"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=state,
            sort_key="state",
            primary=lambda r: r.state == State.CONFIRMED,
        ),
        Column("balance", label=_("Owed"), accessor=lambda r: money(r.balance, r)),
        Column("reference", label=_("Reference")),
        Column(
            "made_at",
            label=_("Made"),
            accessor=lambda r: short_moment(r.made_at, r.practice),
            sort_key="made_at",
        ),
    )

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("register/", self.construct_view(ChooseDateView), name="register"),
            *self._verbs(),
        ]

    def _verbs(self) -> list[Any]:
        """An address for each."""
        return [
            path(f"{name.replace('_', '-')}/<int:pk>/", self.construct_view(view), name=name)
            for name, view in VERBS.items()
        ]


class LetterFilterSet(WagtailFilterSet):
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)

    class Meta:
        model = Letter
        fields = ("status", "kind", "practice")


class LetterIndexView(InPracticeZone, ReadOnlyIndexView):
    def get_base_queryset(self) -> QuerySet[Any]:
        return super().get_base_queryset().select_related("practice", "registration", "enquiry")


class LetterViewSet(ReadOnlyViewSet):
    """Every e-mail as it was written, and what became of it."""

    model = Letter
    name = "letters"
    icon = "mail"
    menu_label = _("Letters")
    menu_order = 205
    index_view_class = LetterIndexView
    inspect_view_class = admin_views.LetterView
    inspect_template_name = "registrations/admin/letter.html"
    filterset_class = LetterFilterSet
    search_fields = ("recipient", "subject", "registration__reference", "enquiry__reference")
    list_display = (
        TitleColumn("subject", label=_("Subject")),
        Column("recipient", label=_("To")),
        Column("get_kind_display", label=_("Kind"), sort_key="kind"),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            primary=lambda letter: letter.status == Letter.Status.SENT,
        ),
        Column(
            "made_at",
            label=_("Written"),
            accessor=lambda letter: short_moment(letter.made_at, letter.practice),
            sort_key="made_at",
        ),
    )

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path(
                "send-again/<int:pk>/",
                self.construct_view(admin_views.SendAgainView),
                name="send_again",
            ),
            path("html/<int:pk>/", self.construct_view(admin_views.LetterHtmlView), name="html"),
        ]
