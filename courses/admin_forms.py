"""The form for a course date: sessions, prices and questions with it, in the practice's terms."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms.models import WagtailAdminModelForm

from babel.numbers import format_decimal, get_currency_precision

from cms.admin_views import own_rows
from cms.models.practices import Currency
from cms.permissions import OWNERS, practices_of
from courses.models import Course, Offering, Price, Question, VatTreatment
from courses.money import BASIS_POINTS, babel_locale, to_major, to_minor
from courses.words import titles_of

# What a date has by itself when nothing is typed.
HAS_A_DEFAULT = ("days_to_pay", "hours_to_accept", "changes_until_hours")


class TypedNumberField(forms.DecimalField):
    """A number as people type it: “6400”, “6 400,50” or “6400.50”. It never becomes a float."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def to_python(self, value: Any) -> Decimal | None:
        if isinstance(value, str):
            value = re.sub(r"\s", "", value).replace(",", ".")
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            locale = babel_locale(get_language() or "en")
            return format_decimal(value, "0.##", locale=locale)
        return value


def minor_units(amount: Decimal, currency: str) -> int:
    """``amount`` in the currency's minor unit; ``ValidationError`` for too many decimals."""
    try:
        return to_minor(amount, currency)
    except ValueError:
        raise ValidationError(
            _("Amounts in %(currency)s have at most %(decimals)s decimals."),
            params={"currency": currency, "decimals": get_currency_precision(currency)},
        ) from None


class PriceForm(WagtailAdminModelForm):
    """A price in the currency's major unit; kept in its minor unit."""

    amount = TypedNumberField(label=_("Amount"), min_value=0, max_digits=9)

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency = currency
        if self.instance.amount is not None:
            self.initial["amount"] = to_major(self.instance.amount, currency)

    def clean_amount(self) -> int:
        return minor_units(self.cleaned_data["amount"], self.currency)


class AskedQuestionForm(WagtailAdminModelForm):
    """A question to ask, from those of the user's own practices."""

    def __init__(self, *args: Any, for_user: Any, **kwargs: Any) -> None:
        super().__init__(*args, for_user=for_user, **kwargs)
        self.fields["question"].queryset = own_rows(Question, for_user)


class CourseField(forms.ModelChoiceField):
    """Courses by their title in the source language of their practice."""

    titles: dict[int, str] = {}

    def offer(self, user: Any) -> None:
        courses = Course.objects.filter(
            practice__in=practices_of(user, *OWNERS), archived=False
        ).select_related("practice")
        self.titles = titles_of(courses)
        self.queryset = courses

    def keep(self, course: Course) -> None:
        """Offer the one that it is, which is not chosen again."""
        self.titles = titles_of([course])
        self.queryset = Course.objects.filter(pk=course.pk)
        self.choices = [(course.pk, self.titles[course.pk])]

    def label_from_instance(self, course: Course) -> str:
        return self.titles.get(course.pk, course.code)


class OfferingForm(WagtailAdminModelForm):
    course = CourseField(label=_("Course"), queryset=Course.objects.none())
    vat_rate = TypedNumberField(
        label=_("VAT rate in per cent"),
        required=False,
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        data = args[0] if args else kwargs.get("data")
        instance = kwargs.get("instance") or Offering()
        # The prices need to know in what currency they are, before they are read.
        typed = (data or kwargs.get("initial") or {}).get("currency", "")
        self.currency = typed if typed in Currency.values else instance.currency or Currency.NOK
        super().__init__(*args, **kwargs)
        self.fields["seats"].validators.append(MinValueValidator(1))
        for name in HAS_A_DEFAULT:
            self.fields[name].required = False
        if self.instance.pk:
            self._keep_identity()
            self._name_questions()
        else:
            self.fields["course"].offer(self.for_user)
        if self.instance.vat_rate is not None:
            self.initial["vat_rate"] = Decimal(self.instance.vat_rate) / 100

    def _keep_identity(self) -> None:
        """Whose date it is, and the address of its form, stay for good."""
        self.fields["course"].keep(self.instance.course)
        for name in ("course", "code"):
            self.fields[name].disabled = True

    def _name_questions(self) -> None:
        """All at once, so that each need not be looked up where it is shown."""
        forms_of = self.formsets["questions"].forms
        known = Question.objects.in_bulk(form.instance.question_id for form in forms_of)
        for form in forms_of:
            form.fields["question"].widget.known = known

    def clean_vat_rate(self) -> int:
        per_cent: Decimal = self.cleaned_data.get("vat_rate") or Decimal(0)
        return int(per_cent * BASIS_POINTS / 100)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        for name in HAS_A_DEFAULT:
            if name in cleaned and cleaned[name] is None:
                cleaned[name] = Offering._meta.get_field(name).get_default()
        if cleaned.get("vat_treatment") != VatTreatment.RATE and cleaned.get("vat_rate"):
            self.add_error("vat_rate", _("Leave this empty where no VAT is due."))
        if cleaned.get("vat_treatment") == VatTreatment.RATE and not cleaned.get("vat_rate"):
            self.add_error("vat_rate", _("Give the rate where VAT is due."))
        self._check_questions(cleaned.get("course"))
        if cleaned.get("status") == Offering.Status.PUBLISHED:
            self._check_complete(cleaned)
        return cleaned

    def _check_questions(self, course: Course | None) -> None:
        for form in self._kept("questions"):
            question = form.cleaned_data.get("question")
            if course and question and question.practice_id != course.practice_id:
                form.add_error("question", _("This question belongs to another practice."))

    def _check_complete(self, cleaned: dict[str, Any]) -> None:
        if not self._kept("sessions"):
            self.add_error("status", _("Add at least one session before you publish the date."))
        kinds = [form.cleaned_data.get("kind") for form in self._kept("prices")]
        if Price.Kind.ORDINARY not in kinds:
            self.add_error("status", _("Add the ordinary price before you publish the date."))
        if not cleaned.get("online") and not (cleaned.get("venue") or cleaned.get("town")):
            self.add_error("venue", _("Say where it takes place, or that it is online."))

    def _kept(self, name: str) -> list[forms.ModelForm]:
        """The rows of a part that are neither empty nor to be deleted; mistakes included."""
        formset = self.formsets[name]
        formset.is_valid()
        return [
            form
            for form in formset.forms
            if hasattr(form, "cleaned_data")
            and not form.cleaned_data.get("DELETE")
            and (form.instance.pk or form.has_changed())
        ]
