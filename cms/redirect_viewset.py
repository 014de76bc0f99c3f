"""Old addresses that lead to where a page is now. Moving a page makes one by itself."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from cms.admin_views import IndexView, OwnRowsViewSet
from cms.models.practices import practice_of_page
from cms.permissions import STAFF, practices_of


class RedirectForm(WagtailAdminModelForm):
    """From an address of one's own practice, to one of its pages or to another website."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Site.objects.filter(practice__in=practices_of(self.for_user, *STAFF))
        field = self.fields["site"]
        field.queryset, field.required, field.empty_label = own, True, None
        field.disabled = bool(self.instance.pk and self.instance.site_id)
        if not self.instance.pk:
            self.initial["site"] = own.first()

    def clean_old_path(self) -> str:
        return Redirect.normalise_path(self.cleaned_data["old_path"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        page, link = cleaned.get("redirect_page"), cleaned.get("redirect_link")
        site = cleaned.get("site")
        if bool(page) == bool(link):
            raise ValidationError(_("Choose a page, or write an address elsewhere: one of both."))
        if page and site:
            practice = practice_of_page(page)
            if practice is None or practice.site_id != site.pk:
                self.add_error("redirect_page", _("Choose a page of your own practice."))
        return cleaned


class RedirectIndexView(IndexView):
    page_title = _("Old addresses")

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("site", "redirect_page")


def _leads_to(redirect: Redirect) -> str:
    page = redirect.redirect_page
    return page.get_admin_display_title() if page else redirect.redirect_link


class RedirectViewSet(OwnRowsViewSet):
    model = Redirect
    name = "old-addresses"
    icon = "redirect"
    menu_label = _("Old addresses")
    menu_hook = "register_settings_menu_item"
    menu_order = 16
    index_view_class = RedirectIndexView
    list_display = (
        TitleColumn("old_path", label=_("Old address"), sort_key="old_path"),
        Column("to", label=_("Leads to"), accessor=_leads_to),
        Column("site", label=_("Site"), sort_key="site"),
    )
    search_fields = ("old_path",)
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "When a page is moved or the last part of its address is changed, its old "
                    "address leads to the new one by itself. Add others here, for example those "
                    "of an earlier website."
                )
            ),
            FieldPanel(
                "old_path",
                heading=_("Old address"),
                help_text=_("Without the host, for example /nb/kurs/gammelt-kurs/"),
            ),
            FieldPanel("redirect_page", heading=_("Leads to the page")),
            FieldPanel("redirect_link", heading=_("Or to this address elsewhere")),
            FieldPanel(
                "is_permanent",
                heading=_("For good"),
                help_text=_("Tick it unless the old address shall be used again."),
            ),
            FieldPanel("site", heading=_("Site")),
        ],
        base_form_class=RedirectForm,
    )
