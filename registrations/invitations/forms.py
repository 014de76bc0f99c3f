"""What is typed to invite somebody, and to accept."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cms.models import Practice
from cms.permissions import OWNERS, practices_of
from courses.day_and_time import plain_day
from courses.models import Offering
from courses.viewsets import with_course_title
from registrations.models import Invitation

MOST_DATES = 100


class OfferingsField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, offering: Any) -> str:
        begins = offering.starts_at.astimezone(offering.practice.zone).date()
        return f"{offering.course_title}, {plain_day(begins, language=get_language() or 'en')}"


def dates_to_come(practices: Any) -> Any:
    """Those that a guest may still help with, the soonest first."""
    rows = Offering.objects.filter(course__practice__in=practices).with_times()
    coming = rows.filter(ends_at__gt=timezone.now()).select_related("course__practice")
    return with_course_title(coming).order_by("starts_at", "pk")


class InviteForm(forms.Form):
    practice = forms.ModelChoiceField(
        label=_("Practice"), queryset=Practice.objects.none(), empty_label=None
    )
    email = forms.EmailField(label=_("E-mail address"), max_length=254)
    role = forms.ChoiceField(label=_("As"), choices=Invitation.As.choices)
    offerings = OfferingsField(
        label=_("Course dates, for a guest organiser"),
        queryset=Offering.objects.none(),
        required=False,
    )
    language = forms.ChoiceField(label=_("Language of the letter"), choices=settings.LANGUAGES)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = practices_of(user, *OWNERS).order_by("name")
        first = own.first()
        self.fields["practice"].queryset = own
        self.fields["practice"].initial = first
        self.fields["language"].initial = first.source_language if first else None
        if own.count() == 1:
            self.fields["practice"].widget = forms.HiddenInput()
        self.fields["offerings"].queryset = dates_to_come(own)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        practice, offerings = cleaned.get("practice"), cleaned.get("offerings") or []
        if cleaned.get("role") == Invitation.As.GUEST:
            if not offerings:
                self.add_error("offerings", _("Choose the course dates that the guest helps with."))
            if any(offering.practice != practice for offering in offerings):
                self.add_error("offerings", _("Choose course dates of one practice."))
        return cleaned


class NewcomerForm(forms.Form):
    """A name and a password, for an address that is known from the invitation."""

    first_name = forms.CharField(
        label=_("First name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Last name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=128,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.email = email
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean_password(self) -> str:
        names = {name: self.cleaned_data.get(name, "") for name in ("first_name", "last_name")}
        someone = get_user_model()(email=self.email, **names)
        password: str = self.cleaned_data["password"]
        validate_password(password, user=someone)
        return password
