"""What the list of registrations shows of each, and what its export holds."""

from typing import Any, Final

from django.db.models import Count, Min, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext_lazy as _

from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from cms.admin_views import ExportColumn, in_zone
from courses.models import OfferingSession
from courses.money import format_money, to_major
from courses.viewsets import short_moment, with_course_title
from registrations.invoices_shown import overdue_for, overdue_invoices
from registrations.models import Attendance, ChosenColumns, LedgerLine, Participant, Registration
from registrations.states import State


def with_facts(registrations: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate ``course_title``, ``starts_at``, ``people``, ``discount``, ``balance`` and the
    minutes ``attended``."""
    sessions = OfferingSession.objects.filter(offering=OuterRef("offering"))
    people = Participant.objects.coming().filter(registration=OuterRef("pk"))
    ledger = LedgerLine.objects.filter(registration=OuterRef("pk"))
    attended = Attendance.objects.filter(participant__registration=OuterRef("pk"))
    return (
        with_course_title(registrations, course="offering__course")
        .annotate(
            starts_at=_of(sessions, "offering", Min("starts_at")),
            people=Coalesce(_of(people, "registration", Count("pk")), 0),
            discount=Coalesce(
                _of(ledger.filter(kind="discount"), "registration", Sum("amount")), 0
            ),
            attended=Coalesce(_of(attended, "participant__registration", Sum("minutes")), 0),
            overdue_since=Subquery(overdue_invoices().values("due_at")[:1]),
            balance=Coalesce(_of(ledger, "registration", Sum("amount")), 0),
        )
        .select_related("practice", "offering", "code")
        .prefetch_related("participants")
    )


def _of(rows: QuerySet[Any], by: str, value: Any) -> Subquery:
    return Subquery(rows.order_by().values(by).annotate(value=value).values("value"))


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
    "attended": ExportColumn(_("Minutes attended"), lambda r: r.attended),
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


TITLE: Final = TitleColumn("booker_name", label=_("Person booking"), sort_key="booker_name")
# All that can be chosen, in the order in which they stand; the person booking always comes first.
COLUMNS: Final = (
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
    Column("booker_email", label=_("E-mail address"), sort_key="booker_email"),
    Column("booker_phone", label=_("Telephone")),
    Column("participants", label=_("Participants"), accessor=lambda r: names(r, coming=True)),
    Column("organisation", label=_("Organisation"), sort_key="organisation"),
    Column("buyer_reference", label=_("Buyer's reference")),
    Column("order_number", label=_("Purchase order number")),
    Column("payer", label=_("Who pays"), accessor="get_payer_display"),
    Column("method", label=_("Paid by"), accessor="get_method_display"),
    Column("total", label=_("Total"), accessor=lambda r: money(r.total.gross, r)),
    Column("code", label=_("Discount code"), accessor=lambda r: r.code.code if r.code else ""),
    Column(
        "hold_until",
        label=_("Seats held until"),
        accessor=lambda r: short_moment(r.hold_until, r.practice),
    ),
    Column("came_by", label=_("Came by"), accessor="get_came_by_display"),
    Column("language", label=_("Language"), accessor="get_language_display"),
    Column("practice", label=_("Practice"), accessor=lambda r: r.practice.name),
)
USUAL: Final = (
    "course_title",
    "starts_at",
    "people",
    "state",
    "balance",
    "reference",
    "made_at",
)


def chosen_columns(user: Any) -> list[Column]:
    """What ``user`` has chosen to see beside the person booking; without a choice the usual."""
    chosen = ChosenColumns.objects.filter(user=user).values_list("names", flat=True).first()
    names = set(chosen or USUAL)
    return [column for column in COLUMNS if column.name in names]
