"""Practices and their people in the admin."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.permissions import policy_registry

from cms import admin_views
from cms.admin_views import OwnRowsViewSet
from cms.looks.panels import looks_panel
from cms.models import Membership, Practice, PracticeImage


class LanguagesField(forms.MultipleChoiceField):
    """Which languages a practice writes in. The first of them, its source, stays the first."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **kwargs: Any) -> None:
        kwargs.pop("encoder", None)
        kwargs.pop("decoder", None)
        super().__init__(choices=settings.LANGUAGES, **kwargs)


class PracticeForm(WagtailAdminModelForm):
    languages = LanguagesField(
        label=_("Languages"), help_text=_("The source language cannot be taken away.")
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        choices=lambda: [(name, name) for name in _zones()],
        initial=Practice._meta.get_field("time_zone").default,
    )

    def clean_logo(self) -> PracticeImage | None:
        """Wagtail's chooser offers what one may choose, but its field takes any key."""
        logo = self.cleaned_data["logo"]
        if logo is not None and logo.pk != self.instance.logo_id and self.for_user:
            own = policy_registry.get_by_type(PracticeImage)
            if not own.user_has_permission_for_instance(self.for_user, "choose", logo):
                raise ValidationError(_("Choose a picture of your own practice."))
        return logo

    def clean_languages(self) -> list[str]:
        chosen = self.cleaned_data["languages"]
        before = self.instance.languages or []
        kept = [code for code in before if code in chosen or code == before[0]]
        return kept + [code for code in chosen if code not in kept]


def _zones() -> list[str]:
    """Europe's first, then those of the islands in the Atlantic."""
    names = sorted(available_timezones())
    return [name for area in ("Europe/", "Atlantic/") for name in names if name.startswith(area)]


WHO = MultiFieldPanel(
    [
        FieldPanel("name"),
        FieldPanel("legal_name"),
        FieldPanel("organisation_number"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("postcode"), FieldPanel("town")]),
    ],
    heading=_("Who you are"),
)
HOW = MultiFieldPanel(
    [
        FieldPanel("languages"),
        FieldRowPanel([FieldPanel("country"), FieldPanel("time_zone")]),
        FieldRowPanel([FieldPanel("currency"), FieldPanel("prices_include_vat")]),
        FieldPanel("hold_minutes"),
        FieldPanel("invoice_days"),
        FieldPanel("enquiry_months"),
        FieldPanel("log_address_months"),
        FieldPanel("owner_approves"),
    ],
    heading=_("How you work"),
)
LOOKS = looks_panel()
WHERE = MultiFieldPanel([FieldPanel("site"), FieldPanel("slug")], heading=_("Where it is found"))


class CreateView(admin_views.CreateView):
    panel = ObjectList([WHERE, WHO, HOW, LOOKS], base_form_class=PracticeForm).bind_to_model(
        Practice
    )


class PracticeViewSet(OwnRowsViewSet):
    """A practice's own settings; where it is found is the administrators' matter."""

    model = Practice
    name = "practices"
    icon = "home"
    menu_label = _("Practice")
    menu_hook = "register_settings_menu_item"
    menu_order = 10
    list_display = ("name", "legal_name", "town")
    edit_handler = ObjectList([WHO, HOW, LOOKS], base_form_class=PracticeForm)
    add_view_class = CreateView

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        panel = CreateView.panel
        return super().get_add_view_kwargs(panel=panel, form_class=panel.get_form_class(), **kwargs)


class MembershipViewSet(OwnRowsViewSet):
    """Who works for which practice, and as what."""

    model = Membership
    name = "memberships"
    icon = "group"
    menu_label = _("Memberships")
    menu_hook = "register_settings_menu_item"
    menu_order = 20
    list_display = ("user", "practice", "role")
    list_filter = ("practice", "role")
    form_fields = ("user", "practice", "role")
    ordering = ("practice", "user")
