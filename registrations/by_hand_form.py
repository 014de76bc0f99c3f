"""The form in which the owner types in a registration that came by telephone or on paper."""

import uuid
from dataclasses import replace
from typing import Any, Final

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from cms.models.practices import Country
from courses.models import Offering, Price
from courses.money import read_money
from courses.terms import current_terms
from registrations.by_hand_answers import AskedByHand
from registrations.forms import MOST_PARTICIPANTS, organisation_number
from registrations.models import Registration
from registrations.services import Booking, ByHand, PersonComing

AGREED, FREE = "agreed", "free"
Method, Payer = Registration.Method, Registration.Payer
METHODS: Final = (
    (Method.CARD, gettext_lazy("By card: the letter brings the way to pay")),
    (Method.INVOICE, gettext_lazy("By invoice, which is sent at once")),
    (Method.BANK, gettext_lazy("It is paid already: into the bank or in cash")),
)
BUSINESS: Final = (
    *("organisation", "organisation_country", "organisation_number"),
    *("buyer_reference", "order_number", "invoice_email"),
)


def _words(label: Any, length: int, *, required: bool = False, **facts: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=length, required=required, **facts)


class ByHandForm(forms.Form):
    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    came_by = forms.ChoiceField(
        label=gettext_lazy("How did it come?"),
        choices=[choice for choice in Registration.CameBy.choices if choice[0] != "site"],
    )
    booker_name = _words(gettext_lazy("Name of the person booking"), 120, required=True)
    booker_email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        max_length=254,
        help_text=gettext_lazy(
            "Letters go there. Without one, use an address of your own, and send them on by post."
        ),
    )
    booker_phone = _words(gettext_lazy("Telephone"), 30)
    language = forms.ChoiceField(label=gettext_lazy("Language of the letters"))
    seats = forms.IntegerField(
        label=gettext_lazy("Seats"),
        min_value=1,
        max_value=MOST_PARTICIPANTS,
        initial=1,
        error_messages={
            "max_value": gettext_lazy(
                "At most %(limit_value)s seats fit in one registration. Register the others after "
                "it, in another one."
            )
        },
    )
    names = _words(
        gettext_lazy("Participants"),
        2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy(
            "One on each line, with an e-mail address after a comma if you know it. Names that "
            "are not known yet can be given later."
        ),
    )
    price = forms.ChoiceField(label=gettext_lazy("Price of each seat"), required=False)
    agreed_price = _words(
        gettext_lazy("The price agreed for each seat"),
        20,
        help_text=gettext_lazy("As prices are entered on the course date."),
    )
    payer = forms.ChoiceField(
        label=gettext_lazy("Who pays?"), choices=Payer.choices, widget=forms.RadioSelect
    )
    method = forms.ChoiceField(
        label=gettext_lazy("How is it paid?"),
        choices=METHODS,
        widget=forms.RadioSelect,
        required=False,
    )
    organisation = _words(gettext_lazy("Organisation"), 150)
    organisation_country = forms.ChoiceField(
        label=gettext_lazy("Country of the organisation"), choices=Country.choices, required=False
    )
    organisation_number = _words(gettext_lazy("Organisation number"), 30)
    buyer_reference = _words(gettext_lazy("Buyer's reference"), 60)
    order_number = _words(gettext_lazy("Purchase order number"), 60)
    invoice_email = forms.EmailField(
        label=gettext_lazy("E-mail address for the invoice"), max_length=254, required=False
    )
    message = _words(
        gettext_lazy("What they would like you to know"),
        2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Please write no details that could identify a client."),
    )
    reason = _words(
        gettext_lazy("Your reason"),
        2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Needed for a price of your own, after the deadline, and for more seats than there "
            "are. Only owners read it."
        ),
    )
    sends_letter = forms.BooleanField(
        label=gettext_lazy("Write to the person booking"),
        required=False,
        initial=True,
        help_text=gettext_lazy(
            "Who pays by card, or pays as a private person, is always written to: with the way to "
            "pay, the terms and the right to withdraw."
        ),
    )

    def __init__(
        self, data: Any = None, *, offering: Offering, sees_sensitive: bool = False
    ) -> None:
        practice = offering.practice
        initial = {
            "submission_key": uuid.uuid4(),
            "language": practice.source_language,
            "organisation_country": practice.country,
            "payer": Payer.EMPLOYER,
            "method": Method.INVOICE,
        }
        super().__init__(data, initial=initial)
        self.offering = offering
        self.asked = self._asked(sees_sensitive=sees_sensitive)
        names = dict(settings.LANGUAGES)
        self.fields["language"].choices = [(c, names.get(c, c)) for c in practice.languages]
        now = timezone.now()
        claimed = {p.kind for p in offering.prices.all() if p.is_claimed and p.is_available(now)}
        self.fields["price"].choices = [
            ("", _("The price of today")),
            *((kind, label) for kind, label in Price.Kind.choices if kind in claimed),
            (AGREED, _("Another price, which you have agreed")),
            (FREE, _("Nothing: complimentary seats")),
        ]

    def _asked(self, *, sees_sensitive: bool) -> AskedByHand:
        """The questions for as many seats, and in the language, as is typed."""
        language, field = self["language"].value(), self.fields["seats"]
        known = language in self.offering.practice.languages
        try:
            seats = field.clean(self["seats"].value())
        except ValidationError:
            seats = 1
        return AskedByHand(
            self.offering,
            self.data if self.is_bound else None,
            language=language if known else self.offering.practice.source_language,
            seats=seats,
            sees_sensitive=sees_sensitive,
        )

    def is_valid(self) -> bool:
        """Both are checked, so that every mistake is told at once."""
        checked = [super().is_valid(), self.asked.is_valid()]
        self.asked.name([person.name for person in self.cleaned_data.get("names", ())])
        return all(checked)

    def clean_names(self) -> list[PersonComing]:
        people = []
        for line in filter(str.strip, self.cleaned_data["names"].splitlines()):
            name, _comma, email = (part.strip() for part in line.partition(","))
            if email:
                self._check_email(email)
            people.append(PersonComing(name=name[:120], email=email))
        return people

    def _check_email(self, email: str) -> None:
        try:
            validate_email(email)
        except ValidationError:
            raise ValidationError(
                _("“%(text)s” is not an e-mail address. Write “Name, name@example.org”."),
                params={"text": email},
            ) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if len(cleaned.get("names", ())) > cleaned.get("seats", MOST_PARTICIPANTS):
            self.add_error("seats", _("There are more names than seats."))
        self._clean_price(cleaned)
        if cleaned.get("payer") == Payer.PRIVATE:
            cleaned.update(dict.fromkeys(BUSINESS, ""))
            if cleaned.get("method") == Method.INVOICE and cleaned.get("price") != FREE:
                self.add_error("method", _("Only an organisation is sent an invoice."))
        elif "payer" in cleaned:
            self._clean_business(cleaned)
        return cleaned

    def _clean_price(self, cleaned: dict[str, Any]) -> None:
        cleaned["agreed"] = None
        if cleaned.get("price") == FREE:
            cleaned["agreed"] = 0
        elif cleaned.get("price") == AGREED:
            try:
                typed, language = cleaned.get("agreed_price", ""), get_language() or "en"
                cleaned["agreed"] = read_money(typed, self.offering.currency, language)
            except ValueError:
                self.add_error("agreed_price", _("Write the amount as a number."))

    def _clean_business(self, cleaned: dict[str, Any]) -> None:
        invoiced = cleaned.get("method") == Method.INVOICE and cleaned.get("price") != FREE
        if invoiced and not cleaned.get("organisation"):
            self.add_error("organisation", _("Write the name of the organisation that pays."))
        number, country = cleaned.get("organisation_number"), cleaned.get("organisation_country")
        if invoiced and not number:
            self.add_error(
                "organisation_number",
                _("Write the organisation number; without it we cannot send an invoice."),
            )
        elif number:
            try:
                cleaned["organisation_number"] = organisation_number(
                    number, country or self.offering.practice.country
                )
            except ValidationError as error:
                self.add_error("organisation_number", error)

    def by_hand(self) -> ByHand:
        typed = self.cleaned_data
        return ByHand(
            came_by=typed["came_by"],
            agreed_price=typed["agreed"],
            # Taken away by whoever has just said that one is needed.
            reason=typed.get("reason", ""),
            sends_letter=typed["sends_letter"],
        )

    def booking(self, *, quoted_total: int, costs_nothing: bool) -> Booking:
        """What the service is asked for; names that are missing come later."""
        typed = self.cleaned_data
        claim = typed["price"] if typed["price"] in Price.CLAIMED else ""
        of_booking, of_people = self.asked.answers()
        named = [*typed["names"], *[PersonComing()] * typed["seats"]][: typed["seats"]]
        people = [
            replace(person, claim=claim, answers=answers)
            for person, answers in zip(named, of_people, strict=True)
        ]
        return Booking(
            submission_key=typed["submission_key"],
            language=typed["language"],
            payer=typed["payer"],
            method=Method.NONE if costs_nothing else typed["method"] or Method.CARD,
            participants=tuple(people),
            quoted_total=quoted_total,
            answers=of_booking,
            terms=current_terms(practice=self.offering.practice, language=typed["language"]),
            **{name: typed[name] for name in BUSINESS},
            **{n: typed[n] for n in ("booker_name", "booker_email", "booker_phone", "message")},
        )
