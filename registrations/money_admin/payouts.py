"""Stripe's payouts in the admin: what each was made of, and what came into the bank."""

from typing import Any, Final

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic

import django_filters

from cms.admin_views import ExportColumn, ReadOnlyIndexView, ReadOnlyViewSet, own_practices
from courses.day_and_time import plain_day
from courses.money import format_money, to_major
from registrations.models import Payout, PayoutLine
from registrations.money_admin.asked import UNDER_MONEY

Category = PayoutLine.Category

PARTS: Final = {
    "gross": (Category.CHARGE,),
    "refunds": (Category.REFUND, Category.REFUND_FAILURE),
    "disputes": (Category.DISPUTE, Category.DISPUTE_REVERSAL),
    "others": (Category.OTHER, Category.PAYOUT),
}


def with_parts(payouts: QuerySet[Any]) -> QuerySet[Any]:
    """Annotate what a payout was made of; ``fees`` count up, and all others less these are
    ``net``."""
    sums = {
        name: _sum("amount", Q(lines__category__in=categories))
        for name, categories in PARTS.items()
    }
    own_fees = _sum("amount", Q(lines__category=Category.FEE))
    return payouts.annotate(
        **sums,
        fees=_sum("fee", Q()) - own_fees,
        net=_sum("amount", Q()) - _sum("fee", Q()),
        unmatched=Count(
            "lines",
            filter=Q(lines__ledger_line=None, lines__category__in=PayoutLine.MATCHED),
        ),
    ).select_related("practice")


def _sum(name: str, which: Q) -> Any:
    return Coalesce(Sum(f"lines__{name}", filter=which), 0)


class PayoutFilterSet(WagtailFilterSet):
    arrives_on = django_filters.DateFromToRangeFilter(
        label=_("In the bank on"), widget=DateRangePickerWidget
    )
    unmatched = django_filters.BooleanFilter(
        label=_("With something that no registration knows"), method="narrow"
    )
    practice = django_filters.ModelChoiceFilter(label=_("Practice"), queryset=own_practices)

    class Meta:
        model = Payout
        fields = ("arrives_on", "status", "unmatched", "practice")

    def narrow(self, payouts: QuerySet[Any], _name: str, value: bool) -> QuerySet[Any]:
        lines = PayoutLine.objects.filter(ledger_line=None, category__in=PayoutLine.MATCHED)
        found = Q(pk__in=lines.values("payout"))
        return payouts.filter(found if value else ~found)


def money(payout: Any, amount: int) -> str:
    return format_money(amount, payout.currency, get_language() or "en")


def major(payout: Any, amount: int) -> Any:
    return to_major(amount, payout.currency)


EXPORT = {
    "payout_id": ExportColumn(_("Stripe's number"), lambda p: p.payout_id),
    "arrives_on": ExportColumn(_("In the bank on"), lambda p: p.arrives_on),
    "status": ExportColumn(_("Status"), lambda p: p.get_status_display()),
    "currency": ExportColumn(_("Currency"), lambda p: p.currency),
    "gross": ExportColumn(_("Payments"), lambda p: major(p, p.gross)),
    "refunds": ExportColumn(_("Refunds"), lambda p: major(p, p.refunds)),
    "disputes": ExportColumn(_("Disputes"), lambda p: major(p, p.disputes)),
    "others": ExportColumn(_("Other movements"), lambda p: major(p, p.others)),
    "fees": ExportColumn(_("Fees"), lambda p: major(p, p.fees)),
    "net": ExportColumn(_("Into the bank"), lambda p: major(p, into_bank(p))),
    "unmatched": ExportColumn(_("Unmatched"), lambda p: p.unmatched),
}


def into_bank(payout: Any) -> int:
    """What the bank saw; of a shared account, this practice's part of it."""
    return int(payout.net if payout.is_shared else payout.amount)


class PayoutIndexView(ReadOnlyIndexView):
    breadcrumbs_items = list(UNDER_MONEY)
    export_columns = EXPORT

    def get_base_queryset(self) -> QuerySet[Any]:
        return with_parts(super().get_base_queryset())


class PayoutView(generic.InspectView):
    breadcrumbs_items = list(UNDER_MONEY)
    page_title = _("Payout")
    any_permission_required = ("view",)
    template_name = "registrations/admin/money/payout.html"
    fields = ("payout_id",)

    def get_object(self, queryset: Any = None) -> Any:
        return get_object_or_404(with_parts(Payout.objects.all()), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lines = self.object.lines.select_related("ledger_line__registration").order_by("pk")
        return super().get_context_data(
            **kwargs,
            payout=self.object,
            zone=self.object.practice.zone,
            lines=lines,
            into_bank=into_bank(self.object),
            kept=-self.object.fees,
            difference=0 if self.object.is_shared else self.object.amount - self.object.net,
        )


class PayoutViewSet(ReadOnlyViewSet):
    model = Payout
    name = "payouts"
    url_prefix = "reports/money/payouts"
    icon = "download"
    menu_label = _("Payouts")
    add_to_admin_menu = False
    index_view_class = PayoutIndexView
    inspect_view_class = PayoutView
    inspect_template_name = "registrations/admin/money/payout.html"
    filterset_class = PayoutFilterSet
    search_fields = ("payout_id",)
    ordering = "-arrives_on"
    export_filename = "payouts"
    list_export = tuple(EXPORT)
    list_display = (
        TitleColumn("payout_id", label=_("Stripe's number")),
        Column(
            "arrives_on",
            label=_("In the bank on"),
            accessor=lambda p: plain_day(p.arrives_on, language=get_language() or "en"),
            sort_key="arrives_on",
        ),
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            sort_key="status",
            primary=lambda p: p.status == Payout.Status.PAID,
        ),
        Column("gross", label=_("Payments"), accessor=lambda p: money(p, p.gross)),
        Column("refunds", label=_("Refunds"), accessor=lambda p: money(p, p.refunds)),
        Column("disputes", label=_("Disputes"), accessor=lambda p: money(p, p.disputes)),
        Column("fees", label=_("Fees"), accessor=lambda p: money(p, -p.fees)),
        Column("net", label=_("Into the bank"), accessor=lambda p: money(p, into_bank(p))),
        Column("unmatched", label=_("Unmatched")),
    )
