"""The registration form: what is asked, of whom, and what is a mistake."""

import re
import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from stdnum.exceptions import ValidationError as NumberError
from stdnum.util import get_cc_module

from cms.models.practices import Country
from courses.models import Offering, OfferingQuestion, Question
from courses.terms import current_terms
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
    words: Question = asked.question.localized
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

    def person(self) -> PersonComing:
        return PersonComing(
            name=self.cleaned_data["name"],
            email=self.cleaned_data["email"],
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

    def __init__(self, *args: Any, offering: Offering, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offering = offering
        self.language = get_language() or offering.practice.source_language
        self.terms = current_terms(practice=offering.practice, language=self.language)
        if self.terms is None:
            del self.fields["accept_terms"]
        first = offering.first_start
        if first is None or first > timezone.now() + WITHDRAWAL_PERIOD:
            del self.fields["begins_soon"]
        price = offering.price_now
        self.is_free = price is None or price.amount == 0
        if self.is_free:
            del self.fields["payer"], self.fields["method"]
            for name in self.BUSINESS_FIELDS[1:]:
                del self.fields[name]
            self.fields.pop("begins_soon", None)
        else:
            self.fields["method"].choices = self._method_choices()

    def _method_choices(self) -> list[tuple[str, Any]]:
        employer = methods_for(self.offering, payer=Registration.Payer.EMPLOYER, total=1)
        labels = {
            Registration.Method.CARD: _("By card now"),
            Registration.Method.INVOICE: _("By invoice to the organisation"),
        }
        return [(method, labels[Registration.Method(method)]) for method in employer]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.is_free:
            cleaned["payer"] = Registration.Payer.PRIVATE
            cleaned["method"] = Registration.Method.NONE
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
            terms=self.terms,
            answers=self.answers(),
            begins_soon_accepted=bool(facts.get("begins_soon")),
            **{name: facts[name] for name in (*taken, *business)},
        )


class Signup:
    """The form and its participants together, as one person fills them in."""

    def __init__(self, offering: Offering, data: QueryDict | None = None) -> None:
        self.offering = offering
        questions = list(
            offering.questions.select_related("question__locale").order_by("sort_order")
        )
        if data is None:
            initial = {
                "submission_key": uuid.uuid4(),
                "organisation_country": offering.practice.country,
            }
            self.form = RegistrationForm(offering=offering, questions=questions, initial=initial)
        else:
            data = with_one_participant_at_least(data)
            self.form = RegistrationForm(data, offering=offering, questions=questions)
        # Somebody of whom nothing is typed still takes a seat and is asked what must be answered.
        each = {"questions": questions, "empty_permitted": False}
        self.people = ParticipantFormSet(data, prefix="participants", form_kwargs=each)

    def is_valid(self) -> bool:
        """Both are checked, so that every mistake is told at once."""
        checked = [self.form.is_valid(), self.people.is_valid()]
        return all(checked)

    def forget_mistakes(self) -> None:
        """For somebody who is not done typing."""
        self.is_valid()
        self.people.non_form_errors().clear()
        for form in (self.form, *self.people.forms):
            form.errors.clear()

    @property
    def seats(self) -> int:
        return len(self.people.forms)

    def booking(self, *, quoted_total: int) -> Booking:
        people = tuple(form.person() for form in self.people.forms)
        return self.form.booking(people=people, quoted_total=quoted_total)


def whole_number(text: str) -> int:
    """The number that one of our own forms has sent; -1 when it is nothing of the kind."""
    return int(text) if re.fullmatch(r"[0-9]{1,12}", text) else -1


def with_one_participant_at_least(data: QueryDict) -> QueryDict:
    """What was typed; where the count of participants is none or no number, there is one."""
    if whole_number(data.get("participants-TOTAL_FORMS", "")) > 0:
        return data
    changed = data.copy()
    changed["participants-TOTAL_FORMS"] = "1"
    return changed


def with_participant_added(data: QueryDict) -> QueryDict:
    """What was typed, with one more participant; ten at most."""
    changed = data.copy()
    count = _count(data)
    changed["participants-TOTAL_FORMS"] = str(min(count + 1, MOST_PARTICIPANTS))
    return changed


def with_participant_removed(data: QueryDict, index: int) -> QueryDict:
    """What was typed, without the participant at ``index``; the others move up."""
    count = _count(data)
    if not 0 <= index < count or count == 1:
        return data
    changed = data.copy()
    for name in list(changed):
        if name.startswith("participants-") and whole_number(name.split("-")[1]) >= 0:
            del changed[name]
    for name, values in data.lists():
        parts = name.split("-", 2)
        if len(parts) == 3 and parts[0] == "participants":
            number = whole_number(parts[1])
            if number not in (-1, index):
                moved = number - 1 if number > index else number
                changed.setlist(f"participants-{moved}-{parts[2]}", values)
    changed["participants-TOTAL_FORMS"] = str(count - 1)
    return changed


def _count(data: QueryDict) -> int:
    count = whole_number(data.get("participants-TOTAL_FORMS", ""))
    return max(1, min(count, MOST_PARTICIPANTS))
