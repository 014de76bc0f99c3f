"""Registrations and letters in the admin: to read, to export, and a few verbs."""

from typing import Any, Final

from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import (
    BaseColumn,
    BulkActionsCheckboxColumn,
    Column,
    StatusTagColumn,
    TitleColumn,
)
from wagtail.admin.widgets.button import Button, HeaderButton

import django_filters

from cms.admin_views import (
    ReadOnlyIndexView,
    ReadOnlyViewSet,
    own_practices,
)
from courses.viewsets import InPracticeZone, short_moment
from registrations import admin_changing, admin_desk, admin_invoices, admin_leaving, admin_views
from registrations.admin_by_hand import ChooseDateView
from registrations.admin_saved_filters import LIST_VIEWS, shown_filters
from registrations.desk_columns import COLUMNS, EXPORT, TITLE, chosen_columns, with_facts
from registrations.desk_filters import RegistrationFilterSet
from registrations.finding import OF_THE_BOOKING, matching
from registrations.messages.write_view import WriteView
from registrations.models import Letter, Registration

VERBS: Final = {
    **admin_views.VERBS,
    "money_back": admin_leaving.MoneyBackView,
    "settle": admin_leaving.SettleView,
    "cancel": admin_leaving.CancelView,
    **admin_changing.VERBS,
    **admin_desk.VERBS,
    **admin_invoices.VERBS,
}


class RegistrationIndexView(InPracticeZone, ReadOnlyIndexView):
    export_columns = EXPORT
    template_name = "registrations/admin/registrations.html"
    results_template_name = "registrations/admin/registrations_results.html"

    @cached_property
    def columns(self) -> list[BaseColumn]:
        title = self._get_title_column_class(TitleColumn)(
            TITLE.name,
            label=TITLE.label,
            sort_key=TITLE.sort_key,
            get_url=self.get_row_url,
            get_title_id=lambda row: f"registration_{row.pk}_title",
        )
        checkbox = BulkActionsCheckboxColumn("bulk_actions", obj_type="registration")
        return [checkbox, title, *chosen_columns(self.request.user)]

    @cached_property
    def header_buttons(self) -> list[Any]:
        by_hand = HeaderButton(
            _("Register by hand"), url=reverse("registrations:register"), icon_name="plus"
        )
        return [by_hand]

    @cached_property
    def header_more_buttons(self) -> list[Any]:
        columns = Button(
            _("Choose columns"),
            url=reverse("registrations:columns"),
            icon_name="table",
            priority=80,
        )
        return [columns, *super().header_more_buttons]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), **shown_filters(self.request)}

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
    list_display = (TITLE, *COLUMNS)

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("register/", self.construct_view(ChooseDateView), name="register"),
            path("write/", self.construct_view(WriteView), name="write"),
            *(path(at, self.construct_view(view), name=name) for at, name, view in LIST_VIEWS),
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
