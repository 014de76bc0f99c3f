"""The form for a discount code: amounts in the currency's major unit, dates of one's own."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from cms.models.practices import Currency
from cms.permissions import OWNERS, practices_of
from courses.admin_forms import TypedNumberField, minor_units
from courses.day_and_time import short
from courses.models import DiscountCode, Offering
from courses.money import to_major
from courses.words import titles_of


class OfferingsField(forms.ModelMultipleChoiceField):
    """Course dates by their course's title and first day."""

    widget = forms.CheckboxSelectMultiple
    titles: dict[int, str] = {}

    def offer(self, user: Any, *, chosen_for: DiscountCode) -> None:
        """Those of the user's own practices that are to come, and those chosen before."""
        own = Offering.objects.filter(course__practice__in=practices_of(user, *OWNERS))
        coming = Q(ends_at__gt=timezone.now()) | Q(ends_at=None)
        if chosen_for.pk:
            own = own.filter(course__practice=chosen_for.practice_id)
            coming |= Q(pk__in=chosen_for.offerings.values("pk"))
        self.queryset = (
            own.with_times().filter(coming).select_related("course__practice").order_by("starts_at")
        )
        self.titles = titles_of({o.course_id: o.course for o in self.queryset}.values())

    def label_from_instance(self, offering: Any) -> str:
        title = self.titles.get(offering.course_id, offering.code)
        if offering.starts_at is None:
            return f"{title} ({offering.code})"
        zone, language = offering.practice.zone, get_language() or "en"
        return f"{title}, {short(offering.starts_at, zone=zone, language=language)}"


class CodeForm(WagtailAdminModelForm):
    amount = TypedNumberField(
        label=_("Amount off each seat"), required=False, min_value=0, max_digits=9
    )
    currency = forms.ChoiceField(
        label=_("Currency of the amount"), choices=Currency.choices, required=False
    )
    offerings = OfferingsField(
        label=_("Course dates"),
        queryset=Offering.objects.none(),
        required=False,
        help_text=_(
            "When none is chosen, it holds for all of the practice's. Seats are kept on chosen "
            "dates only."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = practices_of(self.for_user, *OWNERS)
        practice = self.fields["practice"]
        practice.queryset = own
        practice.disabled = bool(self.instance.pk)
        first = own.first()
        if not self.instance.pk and first:
            self.initial["practice"] = self.initial.get("practice") or first
            self.initial["currency"] = self.initial.get("currency") or first.currency
        if self.instance.amount is not None:
            self.initial["amount"] = to_major(self.instance.amount, self.instance.currency)
        self.fields["offerings"].offer(self.for_user, chosen_for=self.instance)
        self.fields["seats_kept"].required = False

    def clean_code(self) -> str:
        return DiscountCode.plain(self.cleaned_data["code"])

    def clean_seats_kept(self) -> int:
        return self.cleaned_data["seats_kept"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        self._clean_amount(cleaned)
        offerings, practice = cleaned.get("offerings") or [], cleaned.get("practice")
        if any(offering.practice != practice for offering in offerings):
            self.add_error("offerings", _("These dates belong to another practice."))
        if cleaned.get("seats_kept") and not offerings:
            self.add_error("offerings", _("Choose the dates on which seats are kept for it."))
        return cleaned

    def _clean_amount(self, cleaned: dict[str, Any]) -> None:
        """In minor units with a currency; neither where nothing was typed."""
        typed: Decimal | None = cleaned.get("amount")
        if not typed:
            cleaned["amount"], cleaned["currency"] = None, ""
            return
        if not cleaned.get("currency"):
            self.add_error("currency", _("Choose the currency of the amount."))
            return
        if cleaned.get("percent"):
            self.add_error("amount", _("Give a percentage or an amount, not both."))
            return
        try:
            cleaned["amount"] = minor_units(typed, cleaned["currency"])
        except forms.ValidationError as error:
            self.add_error("amount", error)
