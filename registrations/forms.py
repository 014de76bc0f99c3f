"""The registration form: what is asked, of whom, and what is a mistake."""

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stdnum.exceptions import ValidationError as NumberError
from stdnum.util import get_cc_module

from cms.models.practices import Country
from courses.models import Offering, OfferingQuestion, Question
from courses.terms import current_terms
from registrations.claims import Choices, ClaimField
from registrations.codes import CodeProblem, takes_codes
from registrations.models import Registration
from registrations.services import WITHDRAWAL_PERIOD, Booking, PersonComing, methods_for

MOST_PARTICIPANTS = 10
# How python-stdnum names each country's register of organisations.
NUMBER_MODULES = {
    Country.NORWAY: ("no", "orgnr"),
    Country.SWEDEN: ("se", "orgnr"),
    Country.FINLAND: ("fi", "ytunnus"),
    Country.DENMARK: ("dk", "cvr"),
}
NUMBER_EXAMPLES = {
    Country.NORWAY: _("nine digits"),
    Country.SWEDEN: _("ten digits"),
    Country.FINLAND: _("seven digits, a hyphen and a check digit"),
    Country.DENMARK: _("eight digits"),
}


def organisation_number(text: str, country: str) -> str:
    """The number as its register writes it; ``ValidationError`` in words when it cannot be one."""
    try:
        return str(get_cc_module(*NUMBER_MODULES[Country(country)]).validate(text))
    except NumberError:
        raise ValidationError(
            _(
                "This is not an organisation number from %(country)s. It has %(form)s, and all "
                "of them must be right."
            ),
            params={
                "country": Country(country).label,
                "form": NUMBER_EXAMPLES[Country(country)],
            },
        ) from None


PAYER_CHOICES = [
    (Registration.Payer.PRIVATE, _("I pay myself")),
    (Registration.Payer.EMPLOYER, _("My employer pays")),
    (Registration.Payer.SELF_EMPLOYED, _("I am self-employed")),
]
CODE_PROBLEMS = {
    CodeProblem.UNKNOWN: _("We do not know this code. Look at how it is written, or leave it out."),
    CodeProblem.TOO_EARLY: _("This code is not valid yet."),
    CodeProblem.OVER: _("This code is not valid any more. Leave it out to go on without it."),
    CodeProblem.NOT_HERE: _("This code is not for this course date."),
    CodeProblem.USED_UP: _("This code has been used as often as it may be."),
    "too_many": _(
        "Too many codes were tried from your network. Wait ten minutes, or leave the code out."
    ),
}
EMAIL_MISTAKE = _("This is not an e-mail address. Write it like name@example.org.")


class QuestionFields(forms.Form):
    """Adds a field for each of the offering's questions that this form's person is asked."""

    asked_of: str

    def __init__(self, *args: Any, questions: list[OfferingQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = [q for q in questions if q.asked_of == self.asked_of]
        for asked in self.questions:
            self.fields[self._name(asked)] = question_field(asked)

    @staticmethod
    def _name(asked: OfferingQuestion) -> str:
        return f"question_{asked.question_id}"

    @property
    def question_fields(self) -> list[forms.BoundField]:
        return [self[self._name(asked)] for asked in self.questions]

    def answers(self) -> dict[int, str]:
        """Answers by the question's key; what was left empty is left out."""
        given = {}
        for asked in self.questions:
            value = self.cleaned_data.get(self._name(asked))
            if value:
                given[asked.question_id] = str(_("Yes")) if value is True else str(value)
        return given


def question_field(asked: OfferingQuestion) -> forms.Field:
    """The field for a question, in the active language."""
    words = asked.words
    facts: dict[str, Any] = {
        "label": words.text,
        "help_text": words.hint,
        "required": asked.required,
        "error_messages": {"required": _("Answer this question.")},
    }
    match words.kind:
        case Question.Kind.YES:
            return forms.BooleanField(**facts)
        case Question.Kind.CHOICE:
            choices = [("", _("Choose …")), *((choice, choice) for choice in words.choices)]
            return forms.ChoiceField(choices=choices, **facts)
        case Question.Kind.TEXT:
            return forms.CharField(
                widget=forms.Textarea(attrs={"rows": 3}), max_length=2000, **facts
            )
    return forms.CharField(max_length=250, **facts)


class ParticipantForm(QuestionFields):
    asked_of = OfferingQuestion.AskedOf.PARTICIPANT

    name = forms.CharField(
        label=_("Participant's name"),
        max_length=120,
        required=False,
        help_text=_("Leave it empty if you do not know yet who is coming."),
    )
    email = forms.EmailField(
        label=_("Participant's e-mail address"),
        max_length=254,
        required=False,
        error_messages={"invalid": EMAIL_MISTAKE},
    )

    def __init__(self, *args: Any, claims: Choices = (), **kwargs: Any) -> None:
        """``claims`` are the prices to choose among; nothing to ask where there are none."""
        super().__init__(*args, **kwargs)
        if claims:
            self.fields["claim"] = ClaimField(claims)
            self.order_fields(["name", "email", "claim"])

    def person(self) -> PersonComing:
        return PersonComing(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
            claim=self.cleaned_data.get("claim", ""),
            answers=self.answers(),
        )


ParticipantFormSet = forms.formset_factory(
    ParticipantForm,
    extra=0,
    min_num=1,
    max_num=MOST_PARTICIPANTS,
    absolute_max=MOST_PARTICIPANTS,
    validate_max=True,
)


def _text(label: Any, token: str, *, max_length: int, required: bool = False, **kwargs: Any) -> Any:
    attrs = {"autocomplete": token, **kwargs.pop("attrs", {})}
    return forms.CharField(
        label=label,
        max_length=max_length,
        required=required,
        widget=forms.TextInput(attrs=attrs),
        **kwargs,
    )


class RegistrationForm(QuestionFields):
    asked_of = OfferingQuestion.AskedOf.BOOKING

    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    payer = forms.ChoiceField(
        label=_("Who pays?"),
        choices=PAYER_CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who pays.")},
    )
    method = forms.ChoiceField(
        label=_("How do you want to pay?"), widget=forms.RadioSelect, required=False
    )
    booker_name = _text(
        _("Your name"),
        "name",
        max_length=120,
        required=True,
        error_messages={"required": _("Write your name.")},
    )
    booker_email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The confirmation is sent here."),
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": EMAIL_MISTAKE,
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    booker_phone = forms.CharField(
        label=_("Your telephone number"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
    )
    organisation = _text(_("Organisation"), "organization", max_length=150)
    organisation_country = forms.ChoiceField(
        label=_("Country of the organisation"),
        choices=Country.choices,
        required=False,
        widget=forms.Select(attrs={"autocomplete": "country"}),
    )
    organisation_number = _text(
        _("Organisation number"), "off", max_length=30, attrs={"inputmode": "text"}
    )
    buyer_reference = _text(
        _("Your reference"),
        "off",
        max_length=60,
        help_text=_("A name, number or cost centre that your invoices must carry."),
    )
    order_number = _text(_("Purchase order number"), "off", max_length=60)
    invoice_email = forms.EmailField(
        label=_("E-mail address for the invoice"),
        max_length=254,
        required=False,
        help_text=_("When empty, the invoice goes to you."),
        error_messages={"invalid": EMAIL_MISTAKE},
        widget=forms.EmailInput(attrs={"autocomplete": "section-invoice email"}),
    )
    code = _text(
        _("Discount code"),
        "off",
        max_length=40,
        attrs={"autocapitalize": "characters", "spellcheck": "false"},
    )
    message = forms.CharField(
        label=_("Message to us"),
        max_length=2000,
        required=False,
        help_text=_("Please write no details that could identify a client."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    begins_soon = forms.BooleanField(
        label=_(
            "The course begins within 14 days. I ask that it is held then, and know that I cannot "
            "withdraw once it has begun."
        ),
        required=False,
    )
    accept_terms = forms.BooleanField(
        label=_("I accept the terms."),
        error_messages={"required": _("You need to accept the terms to register.")},
    )

    BUSINESS_FIELDS = (
        "organisation",
        "organisation_country",
        "organisation_number",
        "buyer_reference",
        "order_number",
        "invoice_email",
    )

    def __init__(
        self, *args: Any, offering: Offering, taken: Mapping[str, int], **kwargs: Any
    ) -> None:
        """``taken`` are the seats that are held at each kind of price."""
        super().__init__(*args, **kwargs)
        self.offering = offering
        self.language = get_language() or offering.practice.source_language
        self.terms = current_terms(practice=offering.practice, language=self.language)
        if self.terms is None:
            del self.fields["accept_terms"]
        first = offering.first_start
        if first is None or first > timezone.now() + WITHDRAWAL_PERIOD:
            del self.fields["begins_soon"]
        # Whether a code or a member's price has made this booking free of charge.
        self.costs_nothing = False
        self.is_free = self._is_free_for_all(taken)
        typed = (self.data.get("code") or "") if self.is_bound else ""
        if not typed and not takes_codes(offering, now=timezone.now()):
            del self.fields["code"]
        if self.is_free:
            del self.fields["payer"], self.fields["method"]
            for name in self.BUSINESS_FIELDS[1:]:
                del self.fields[name]
            self.fields.pop("begins_soon", None)
        else:
            self.fields["method"].choices = self._method_choices()

    def _is_free_for_all(self, taken: Mapping[str, int]) -> bool:
        """Whether anybody pays nothing, however many they are."""
        price = self.offering.price_at(timezone.now(), taken=taken)
        if price is None:
            return True
        left = price.seats_left(taken.get(price.kind, 0))
        return price.amount == 0 and left >= MOST_PARTICIPANTS

    def _method_choices(self) -> list[tuple[str, Any]]:
        employer = methods_for(self.offering, payer=Registration.Payer.EMPLOYER, total=1)
        labels = {
            Registration.Method.CARD: _("By card now"),
            Registration.Method.INVOICE: _("By invoice to the organisation"),
        }
        return [(method, labels[Registration.Method(method)]) for method in employer]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_free or self.costs_nothing:
            self._pays_nothing(cleaned)
            return cleaned
        if "payer" in cleaned:
            self._clean_method(cleaned)
            if cleaned["payer"] == Registration.Payer.PRIVATE:
                for name in self.BUSINESS_FIELDS:
                    cleaned[name] = ""
                    self.errors.pop(name, None)
                if "begins_soon" in self.fields and not cleaned.get("begins_soon"):
                    self.add_error(
                        "begins_soon",
                        _("We need your consent, because the course begins within 14 days."),
                    )
            else:
                self._clean_business(cleaned)
        return cleaned

    def _pays_nothing(self, cleaned: dict[str, Any]) -> None:
        cleaned["payer"] = cleaned.get("payer") or Registration.Payer.PRIVATE
        cleaned["method"] = Registration.Method.NONE
        for name in ("payer", "method", "begins_soon", *self.BUSINESS_FIELDS):
            if name in self.errors:
                del self.errors[name]
                cleaned.setdefault(name, "")

    def _clean_method(self, cleaned: dict[str, Any]) -> None:
        methods = methods_for(self.offering, payer=cleaned["payer"], total=1)
        if len(methods) == 1:
            # There is no choice to make, so what was chosen for another payer does not count.
            cleaned["method"] = methods[0]
            self.errors.pop("method", None)
        if not methods:
            self.add_error("payer", _("This course can only be paid by an organisation."))
        elif not cleaned.get("method"):
            self.add_error("method", _("Choose how you want to pay."))
        elif cleaned["method"] not in methods:
            self.add_error("method", _("An invoice can only be sent to an organisation."))

    def _clean_business(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("organisation") and "organisation" not in self.errors:
            self.add_error("organisation", _("Write the name of the organisation that pays."))
        number = cleaned.get("organisation_number")
        country = cleaned.get("organisation_country") or self.offering.practice.country
        cleaned["organisation_country"] = country
        if number:
            try:
                cleaned["organisation_number"] = organisation_number(number, country)
            except ValidationError as error:
                self.add_error("organisation_number", error)
        elif cleaned.get("method") == Registration.Method.INVOICE:
            self.add_error(
                "organisation_number",
                _("Write the organisation number; without it we cannot send an invoice."),
            )

    def booking(self, *, people: tuple[PersonComing, ...], quoted_total: int) -> Booking:
        """What the service is asked for. Only after both the form and its people are valid."""
        facts = self.cleaned_data
        taken = ("payer", "method", "booker_name", "booker_email", "booker_phone", "message")
        business = [name for name in self.BUSINESS_FIELDS if name in facts]
        return Booking(
            submission_key=facts["submission_key"],
            language=self.language,
            participants=people,
            quoted_total=quoted_total,
            code=facts.get("code", ""),
            terms=self.terms,
            answers=self.answers(),
            begins_soon_accepted=bool(facts.get("begins_soon")),
            **{name: facts[name] for name in (*taken, *business)},
        )


def whole_number(text: str) -> int:
    """The number that one of our own forms has sent; -1 when it is nothing of the kind."""
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else -1
