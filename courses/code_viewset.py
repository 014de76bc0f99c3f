"""Discount codes in the admin."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn

from cms.admin_views import CreateView, DeleteView, EditView, IndexView, OwnRowsViewSet
from cms.models import Practice
from cms.permissions import OWNERS, practices_of
from courses.code_form import CodeForm
from courses.models import DiscountCode
from courses.money import BASIS_POINTS, format_money, format_rate
from courses.viewsets import InPracticeZone, short_moment


def takes_off(code: DiscountCode) -> str:
    """What a code takes off each seat, in words."""
    if code.percent is not None:
        return format_rate(code.percent * BASIS_POINTS // 100, get_language() or "en")
    if code.amount is not None:
        return format_money(code.amount, code.currency, get_language() or "en")
    return "–"


class InCodesZone(InPracticeZone):
    """Validity is shown and read in the zone of the code's practice."""

    def practice(self) -> Practice | None:
        code = getattr(self, "object", None)
        if code is not None and code.pk:
            return code.practice
        own = practices_of(self.request.user, *OWNERS)
        chosen = self.request.POST.get("practice", "")
        return (own.filter(pk=chosen).first() if chosen.isdecimal() else None) or own.first()


class CodeIndexView(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("practice")


class CodeCreateView(InCodesZone, CreateView):
    pass


class CodeEditView(InCodesZone, EditView):
    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The code is known before the form is read: its practice gives the zone."""
        super().setup(request, *args, **kwargs)
        self.object = self.get_object()


class CodeDeleteView(DeleteView):
    refusal = _(
        "This code cannot be deleted, because somebody has used it. Make it inactive instead."
    )


class CodeFilterSet(WagtailFilterSet):
    class Meta:
        model = DiscountCode
        fields = ("active",)


CODE_PANELS = (
    MultiFieldPanel(
        [
            FieldPanel("practice"),
            FieldPanel("code"),
            FieldPanel("active"),
        ],
        heading=_("Code"),
    ),
    MultiFieldPanel(
        [
            FieldPanel("percent"),
            FieldRowPanel([FieldPanel("amount"), FieldPanel("currency")]),
        ],
        heading=_("What it takes off"),
        help_text=_("A percentage or an amount; neither if the code is only for keeping seats."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("offerings"),
            FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
            FieldRowPanel([FieldPanel("most_uses"), FieldPanel("seats_kept")]),
        ],
        heading=_("Where, when and how often"),
    ),
)


class DiscountCodeViewSet(OwnRowsViewSet):
    """Codes are an owner's matter alone; whoever knows one pays less."""

    model = DiscountCode
    name = "discount-codes"
    icon = "tag"
    menu_label = _("Discount codes")
    menu_order = 215
    index_view_class = CodeIndexView
    add_view_class = CodeCreateView
    edit_view_class = CodeEditView
    delete_view_class = CodeDeleteView
    filterset_class = CodeFilterSet
    search_fields = ("code",)
    ordering = "code"
    edit_handler = ObjectList(CODE_PANELS, base_form_class=CodeForm)
    list_display = (
        TitleColumn("code", label=_("Code"), sort_key="code"),
        Column("takes_off", label=_("Takes off"), accessor=takes_off),
        Column("seats_kept", label=_("Seats kept"), sort_key="seats_kept"),
        Column(
            "valid_until",
            label=_("Valid until"),
            accessor=lambda code: short_moment(code.valid_until, code.practice),
            sort_key="valid_until",
        ),
        StatusTagColumn(
            "active",
            label=_("Status"),
            accessor=lambda code: _valid_in_words(code),
            primary=lambda code: code.is_valid_at(timezone.now()),
        ),
    )


def _valid_in_words(code: DiscountCode) -> Any:
    return _("Valid now") if code.is_valid_at(timezone.now()) else _("Not valid now")
