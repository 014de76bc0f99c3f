"""The menus in the admin."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import HelpPanel, InlinePanel, ObjectList

from cms.admin_views import OwnRowsViewSet
from cms.models import Menu
from cms.models.practices import practice_of_page


class MenuForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for form in self.formsets["links"].forms:
            page = form.cleaned_data.get("page") if form.is_valid() else None
            if page and practice_of_page(page) != self.instance.practice:
                raise ValidationError(
                    _("“%(page)s” is not one of this website's pages. Choose another one."),
                    params={"page": page.get_admin_display_title()},
                )
        return cleaned


class MenuViewSet(OwnRowsViewSet):
    """One row for each practice, made along with it."""

    model = Menu
    name = "menus"
    icon = "list-ul"
    menu_label = _("Menus")
    menu_hook = "register_settings_menu_item"
    menu_order = 15
    list_display = ("practice",)
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Choose pages in their source language; readers see each page in theirs. "
                    "Up to seven links fit at the top. While there are none, the pages below "
                    "the home page are linked by themselves."
                )
            ),
            InlinePanel("links", label=_("Link"), heading=_("Links")),
        ],
        base_form_class=MenuForm,
    )
