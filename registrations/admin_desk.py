"""The owner's verbs about time, money that came elsewhere, names and notes."""

from datetime import date
from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.models.practices import Country
from courses.money import read_money, typed_amount
from registrations import services
from registrations.admin_changing import ChangeView
from registrations.admin_views import VerbView
from registrations.forms import organisation_number
from registrations.models import Registration
from registrations.services import InvoiceFacts
from registrations.stripe_gateway import StripeError

MOST_WORDS: Final = 2000
WAYS: Final = (
    ("bank", gettext_lazy("The money is there: in the bank or in cash")),
    ("invoice", gettext_lazy("An invoice is sent instead")),
    ("free", gettext_lazy("The seats are complimentary")),
)
# What each refusal of these verbs is called; none has changed anything.
REFUSALS: Final = {
    services.AlreadyPaid: gettext_lazy(
        "The payment arrived first, so the registration is confirmed. Nothing was changed."
    ),
    services.PaymentOnItsWay: gettext_lazy(
        "A payment is on its way. Try again when it has been decided. Nothing was changed."
    ),
    services.AlreadyNoted: gettext_lazy(
        "What is owed to the payer has changed meanwhile: perhaps the money is noted already. "
        "Nothing was changed."
    ),
    services.NothingToPay: gettext_lazy("Nothing is to be paid here now. Nothing was changed."),
    services.WrongMethod: gettext_lazy(
        "Only an employer or a self-employed person is invoiced. Nothing was changed."
    ),
    services.NoLonger: gettext_lazy(
        "Choose a later time than there is already, and none after the course has begun. Nothing "
        "was changed."
    ),
    services.NotPossible: gettext_lazy("This cannot be done any more. Nothing was changed."),
    services.AlreadyAsked: gettext_lazy("They were asked today already. Nothing was sent."),
    services.NoWords: gettext_lazy("Write a few words. Nothing was changed."),
    StripeError: gettext_lazy("Stripe did not answer. Nothing was changed."),
}


def refusal_of(error: Exception) -> str:
    """In words, why a verb was refused."""
    return next(str(words) for kind, words in REFUSALS.items() if isinstance(error, kind))


def within_the_past(day: date, zone: Any) -> bool:
    return day <= timezone.now().astimezone(zone).date()


class DeskView(ChangeView):
    """A page with one form, whose verb may be refused."""

    form_class: type[forms.Form]
    done: Any

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        with timezone.override(self.registration.practice.zone):
            return self.page(self.form(None))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        with timezone.override(self.registration.practice.zone):
            form = self.form(request.POST)
            if not form.is_valid():
                return self.page(form)
        try:
            self.act(form.cleaned_data)
        except tuple(REFUSALS) as error:
            messages.warning(request, refusal_of(error))
        else:
            messages.success(request, self.done)
        return self.back()

    def form(self, data: Any) -> forms.Form:
        return self.form_class(data)

    def act(self, typed: dict[str, Any]) -> None:
        raise NotImplementedError


class ExtendForm(forms.Form):
    until = forms.DateTimeField(label=gettext_lazy("Until"), widget=AdminDateTimeInput)


class ExtendView(DeskView):
    template_name = "registrations/admin/extend.html"
    verb = gettext_lazy("Give more time")
    button = gettext_lazy("Give more time and tell them")
    form_class = ExtendForm
    done = gettext_lazy("There is more time, and the person booking is told.")

    def page(self, form: forms.Form, **context: Any) -> HttpResponse:
        deadline = services.deadline_of(self.registration)
        zone = self.registration.practice.zone
        return super().page(form, deadline=deadline, zone=zone, **context)

    def act(self, typed: dict[str, Any]) -> None:
        services.extend(
            registration_id=self.registration.pk, until=typed["until"], user=self.request.user
        )


class PaidForm(forms.Form):
    paid_on = forms.DateField(
        label=gettext_lazy("Day on which the money came"), widget=AdminDateInput
    )

    def __init__(self, *args: Any, zone: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.zone = zone
        self.fields["paid_on"].initial = timezone.now().astimezone(zone).date()

    def clean_paid_on(self) -> date:
        day: date = self.cleaned_data["paid_on"]
        if not within_the_past(day, self.zone):
            raise forms.ValidationError(_("Choose today or a day before."))
        return day


class MarkPaidView(DeskView):
    """Money that came into the bank or in cash, without an invoice."""

    template_name = "registrations/admin/mark_paid.html"
    verb = gettext_lazy("It is paid into the bank")
    button = gettext_lazy("The money is there")
    done = gettext_lazy("The money is noted, and the person booking is told.")

    def form(self, data: Any) -> forms.Form:
        return PaidForm(data, zone=self.registration.practice.zone)

    def page(self, form: forms.Form, **context: Any) -> HttpResponse:
        row = self.registration
        awaits = row.state == "awaiting_payment"
        amount = row.balance_due() if awaits else services.asked_outside(row)
        return super().page(form, amount=amount, awaits=awaits, **context)

    def act(self, typed: dict[str, Any]) -> None:
        services.mark_paid(
            registration_id=self.registration.pk, paid_on=typed["paid_on"], user=self.request.user
        )


class MoneyCameForm(PaidForm):
    """What came, and what was owed to the payer when the page was shown, in minor units."""

    amount = forms.CharField(
        max_length=20, widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
    )
    owed_before = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        super().__init__(*args, zone=registration.practice.zone, **kwargs)
        self.currency = registration.currency
        label = _("Amount that came, in %(currency)s") % {"currency": self.currency}
        self.fields["amount"].label = label
        self.fields["owed_before"].initial = services.owed_to_payer(registration)
        self.order_fields(("amount", "paid_on", "owed_before"))

    def clean_amount(self) -> int:
        language = get_language() or "en"
        try:
            amount = read_money(self.cleaned_data["amount"], self.currency, language)
        except ValueError:
            amount = 0
        if amount <= 0:
            raise forms.ValidationError(
                _("Write the amount as a number, such as %(example)s.")
                % {"example": typed_amount(language)}
            )
        return amount


class MoneyCameView(DeskView):
    """Money in the bank that nothing asked for: paid twice, or after all was over."""

    template_name = "registrations/admin/money_came.html"
    verb = gettext_lazy("More money came")
    button = gettext_lazy("Note the money")
    done = gettext_lazy("The money is noted. If it is too much, it waits for your decision.")

    def form(self, data: Any) -> forms.Form:
        return MoneyCameForm(data, registration=self.registration)

    def act(self, typed: dict[str, Any]) -> None:
        services.note_unasked_money(
            registration_id=self.registration.pk,
            amount=typed["amount"],
            owed_before=typed["owed_before"],
            paid_on=typed["paid_on"],
            user=self.request.user,
        )


class ConfirmForm(PaidForm):
    way = forms.ChoiceField(
        label=gettext_lazy("Why is no card needed?"), choices=WAYS, widget=forms.RadioSelect
    )
    paid_on = forms.DateField(
        label=gettext_lazy("Day on which the money came"), widget=AdminDateInput, required=False
    )
    organisation = forms.CharField(
        label=gettext_lazy("Organisation"), max_length=150, required=False
    )
    organisation_country = forms.ChoiceField(
        label=gettext_lazy("Country of the organisation"), choices=Country.choices, required=False
    )
    organisation_number = forms.CharField(
        label=gettext_lazy("Organisation number"), max_length=30, required=False
    )
    buyer_reference = forms.CharField(
        label=gettext_lazy("Buyer's reference"), max_length=60, required=False
    )
    order_number = forms.CharField(
        label=gettext_lazy("Purchase order number"), max_length=60, required=False
    )
    invoice_email = forms.EmailField(
        label=gettext_lazy("E-mail address for the invoice"), max_length=254, required=False
    )
    reason = forms.CharField(
        label=gettext_lazy("Why are they complimentary?"),
        max_length=MOST_WORDS,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Only owners read this."),
    )
    order = ("way", "paid_on", *InvoiceFacts.__dataclass_fields__, "reason")

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        super().__init__(*args, zone=registration.practice.zone, **kwargs)
        self.order_fields(self.order)
        for name in InvoiceFacts.__dataclass_fields__:
            self.fields[name].initial = getattr(registration, name)
        if not registration.organisation_country:
            self.fields["organisation_country"].initial = registration.practice.country

    def clean_paid_on(self) -> date:
        return super().clean_paid_on() if self.cleaned_data.get("paid_on") else date.min

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("way") == "bank" and cleaned.get("paid_on") == date.min:
            self.add_error("paid_on", _("Choose the day on which the money came."))
        if cleaned.get("way") == "free" and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Write why."))
        if cleaned.get("way") == "invoice":
            self._clean_invoice(cleaned)
        return cleaned

    def _clean_invoice(self, cleaned: dict[str, Any]) -> None:
        if not cleaned.get("organisation"):
            self.add_error("organisation", _("Write the name of the organisation that pays."))
        try:
            cleaned["organisation_number"] = organisation_number(
                cleaned.get("organisation_number", ""), cleaned["organisation_country"]
            )
        except forms.ValidationError as error:
            self.add_error("organisation_number", error)


class ConfirmView(DeskView):
    """Confirm what awaits a payment by card without one."""

    template_name = "registrations/admin/confirm.html"
    verb = gettext_lazy("Confirm without a card")
    button = gettext_lazy("Confirm and tell them")
    done = gettext_lazy("It is confirmed, and the person booking is told.")

    def form(self, data: Any) -> forms.Form:
        return ConfirmForm(data, registration=self.registration)

    def act(self, typed: dict[str, Any]) -> None:
        asked: dict[str, Any] = {
            "registration_id": self.registration.pk,
            "user": self.request.user,
        }
        match typed["way"]:
            case "bank":
                services.mark_paid(paid_on=typed["paid_on"], **asked)
            case "invoice":
                names = InvoiceFacts.__dataclass_fields__
                facts = InvoiceFacts(**{name: typed[name] for name in names})
                services.confirm_on_invoice(facts=facts, **asked)
            case _:
                services.confirm_free_of_charge(reason=typed["reason"], **asked)


class SendPayLinkView(VerbView):
    def act(self, row: Registration) -> None:
        try:
            services.send_pay_link(registration_id=row.pk, user=self.request.user)
        except services.NothingToPay as error:
            messages.warning(self.request, refusal_of(error))
        else:
            messages.success(self.request, _("The letter with the way to pay is on its way."))


class AskForNamesView(VerbView):
    def act(self, row: Registration) -> None:
        try:
            services.ask_for_names_now(registration_id=row.pk, user=self.request.user)
        except (services.AlreadyAsked, services.NotPossible) as error:
            messages.warning(self.request, refusal_of(error))
        else:
            messages.success(self.request, _("The person booking is asked for the names."))


class NoteView(VerbView):
    def act(self, row: Registration) -> None:
        text = self.request.POST.get("text", "")
        if len(text) > MOST_WORDS:
            messages.error(self.request, _("Write at most 2,000 characters. Nothing was changed."))
            return
        try:
            services.add_note(registration_id=row.pk, user=self.request.user, text=text)
        except services.NoWords as error:
            messages.warning(self.request, refusal_of(error))
        else:
            messages.success(self.request, _("The note stands in the history."))


VERBS: Final = {
    "extend": ExtendView,
    "mark_paid": MarkPaidView,
    "money_came": MoneyCameView,
    "confirm": ConfirmView,
    "send_pay_link": SendPayLinkView,
    "ask_for_names": AskForNamesView,
    "note": NoteView,
}
