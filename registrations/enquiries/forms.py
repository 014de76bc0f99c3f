"""What the public forms ask: the enquiry, and the answer to a proposal."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from cms.calls_to_action import Asked
from cms.models.practices import Country
from registrations.enquiries.models.enquiries import MOST_PEOPLE
from registrations.enquiries.opened_form import OpenedForm
from registrations.enquiries.services import Entry
from registrations.enquiries.services.proposing import Acceptance
from registrations.forms import EMAIL_MISTAKE, organisation_number
from registrations.models import Enquiry, Proposal


class OneLineField(forms.CharField):
    """Words on one line: what would begin another, or cannot be seen, becomes a space."""

    def to_python(self, value: Any) -> str:
        return " ".join(
            re.sub(r"[\x01-\x1f\x7f-\x9f\u2028\u2029]", " ", super().to_python(value)).split()
        )


def one_line(label: Any, autocomplete: str, **facts: Any) -> OneLineField:
    attrs = {"autocomplete": autocomplete, **facts.pop("attrs", {})}
    return OneLineField(label=label, widget=forms.TextInput(attrs=attrs), **facts)


def one_of(label: Any, choices: Any, initial: str) -> forms.ChoiceField:
    field = forms.ChoiceField(
        label=label,
        choices=choices,
        initial=initial,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of these."),
            "invalid_choice": _("Choose one of these."),
        },
    )
    # One is always chosen, so there is nothing optional to say.
    field.always_answered = True  # type: ignore[attr-defined]
    return field


class EnquiryForm(forms.Form):
    message = forms.CharField(
        label=_("What would you like to talk about?"),
        max_length=4000,
        help_text=_("Please write no details that could identify a client."),
        error_messages={"required": _("Write a few words, so that we know what it is about.")},
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    format = one_of(_("What are you looking for?"), Enquiry.Format.choices, Enquiry.Format.NOT_SURE)
    people = forms.IntegerField(
        label=_("How many people?"),
        required=False,
        min_value=1,
        max_value=MOST_PEOPLE,
        help_text=_("About how many, if you know it."),
        error_messages={"invalid": _("Write a number, or leave this empty.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    setting = one_of(_("Online or in person?"), Enquiry.Setting.choices, Enquiry.Setting.EITHER)
    name = one_line(
        _("Your name"),
        "name",
        max_length=120,
        error_messages={"required": _("Write your name.")},
    )
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("A receipt is sent here."),
        error_messages={"required": _("Write your e-mail address."), "invalid": EMAIL_MISTAKE},
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = one_line(
        _("Your telephone number"),
        "tel",
        max_length=30,
        required=False,
        attrs={"type": "tel"},
    )
    organisation = one_line(_("Organisation"), "organization", max_length=150, required=False)
    contact_by = one_of(_("How may we answer you?"), Enquiry.Contact.choices, Enquiry.Contact.EMAIL)
    # A field that people do not see. Programs that fill in whatever there is fill it in.
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        by_phone = cleaned.get("contact_by") == Enquiry.Contact.PHONE
        if by_phone and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Write the number that we may call."))
        return cleaned

    def entry(self, *, opened: OpenedForm, language: str, asked: Asked) -> Entry:
        """What the service is asked for; only when the form is valid."""
        facts = dict(self.cleaned_data)
        return Entry(
            submission_key=opened.key,
            language=language,
            trapped=bool(facts.pop("website")),
            asked=asked.question[:1000],
            from_title=asked.title[:255],
            from_address=asked.address[:500],
            **facts,
        )


class AcceptForm(forms.Form):
    """Who says yes to a proposal, and where the invoice goes."""

    accepter_name = one_line(
        _("Your name"),
        "name",
        max_length=120,
        error_messages={"required": _("Write your name.")},
    )
    organisation = one_line(_("Organisation"), "organization", max_length=150, required=False)
    organisation_country = forms.ChoiceField(
        label=_("Country of the organisation"),
        choices=Country.choices,
        required=False,
        widget=forms.Select(attrs={"autocomplete": "country"}),
    )
    organisation_number = one_line(_("Organisation number"), "off", max_length=30, required=False)
    buyer_reference = one_line(
        _("Your reference"),
        "off",
        max_length=60,
        required=False,
        help_text=_("A name, number or cost centre that your invoices must carry."),
    )
    order_number = one_line(_("Purchase order number"), "off", max_length=60, required=False)
    invoice_email = forms.EmailField(
        label=_("E-mail address for the invoice"),
        max_length=254,
        required=False,
        help_text=_("When empty, the invoice goes to you."),
        error_messages={"invalid": EMAIL_MISTAKE},
        widget=forms.EmailInput(attrs={"autocomplete": "section-invoice email"}),
    )
    agreed = forms.BooleanField(
        label=_("I may accept this for those who pay, and have read all of it."),
        error_messages={"required": _("Tick this to accept the proposal.")},
    )

    def __init__(self, data: Any = None, *, proposal: Proposal) -> None:
        enquiry = proposal.enquiry
        initial = {
            "accepter_name": enquiry.name,
            "organisation": enquiry.organisation,
            "organisation_country": enquiry.practice.country,
        }
        super().__init__(data, initial=initial)
        self.country = enquiry.practice.country

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("organisation"):
            if cleaned.get("organisation_number"):
                self.add_error("organisation", _("Write the name of the organisation that pays."))
            cleaned["organisation_country"] = ""
            return cleaned
        cleaned["organisation_country"] = cleaned.get("organisation_country") or self.country
        if number := cleaned.get("organisation_number"):
            try:
                cleaned["organisation_number"] = organisation_number(
                    number, cleaned["organisation_country"]
                )
            except ValidationError as error:
                self.add_error("organisation_number", error)
        return cleaned

    def given(self) -> list[tuple[Any, str]]:
        """What was filled in, with its label, as it will be kept; only when the form is valid."""
        facts = dict(self.cleaned_data, agreed="")
        if facts["organisation_country"]:
            facts["organisation_country"] = str(Country(facts["organisation_country"]).label)
        return [(self[name].label, facts[name]) for name in self.fields if facts[name]]

    def acceptance(self) -> Acceptance:
        """What the service is asked for; only when the form is valid."""
        return Acceptance(
            **{name: value for name, value in self.cleaned_data.items() if name != "agreed"}
        )


class DeclineForm(forms.Form):
    words = forms.CharField(
        label=_("Why does it not fit?"),
        max_length=2000,
        required=False,
        help_text=_("It helps us to propose something better. You need not say."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
