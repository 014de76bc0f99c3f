"""The numbers of a practice's accounts, and what its electronic invoices carry."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from cms import history
from registrations.bookkeeping.accounts import settings_of
from registrations.models import BookkeepingSettings
from registrations.money_admin.asked import OfPractice


class SettingsForm(forms.ModelForm):
    class Meta:
        model = BookkeepingSettings
        fields = (
            *BookkeepingSettings.ACCOUNTS,
            *("series", "vat_number", "is_in_business_register", "iban", "bic"),
        )

    @property
    def accounts(self) -> list[forms.BoundField]:
        return [self[name] for name in (*BookkeepingSettings.ACCOUNTS, "series")]

    @property
    def for_invoices(self) -> list[forms.BoundField]:
        return [self[name] for name in ("vat_number", "is_in_business_register", "iban", "bic")]


class SettingsView(OfPractice, WagtailAdminTemplateMixin, TemplateView):
    template_name = "registrations/admin/money/settings.html"
    model: Any = None
    page_title = _("Bookkeeping")
    header_icon = "cog"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        kwargs.setdefault("form", SettingsForm(instance=settings_of(self.practice)))
        return super().get_context_data(**kwargs, practices=self.practices, practice=self.practice)

    def post(self, request: HttpRequest) -> HttpResponse:
        settings = settings_of(self.practice)
        before = {name: getattr(settings, name) for name in SettingsForm.Meta.fields}
        is_new = settings.pk is None
        form = SettingsForm(request.POST, instance=settings)
        if not form.is_valid():
            messages.error(request, _("Nothing was saved: look at what is marked below."))
            return self.render_to_response(self.get_context_data(form=form))
        with transaction.atomic():
            saved = form.save()
            changes = {
                name: ["" if is_new else before[name], getattr(saved, name)]
                for name in SettingsForm.Meta.fields
                if is_new or before[name] != getattr(saved, name)
            }
            history.record(
                practice=self.practice,
                user=request.user,
                action="edited",
                subject=saved,
                title=str(BookkeepingSettings._meta.verbose_name),
                changes=changes,
            )
        messages.success(request, _("The settings are saved."))
        return redirect(f"{reverse('bookkeeping_settings')}?practice={self.practice.slug}")
