"""What the owner fills in: a reply, a proposal with its days, a closed group."""

from datetime import datetime, timedelta
from typing import Any, Final

from django import forms
from django.forms import formset_factory
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from cms.models.practices import Currency
from courses.admin_forms import TypedNumberField, minor_units
from courses.models import Course, Offering, VatTreatment
from courses.money import BASIS_POINTS, MOST_MONEY, to_major
from courses.words import titles_of
from registrations.enquiries.forms import OneLineField
from registrations.enquiries.models.enquiries import MOST_PEOPLE
from registrations.enquiries.models.proposals import MOST_MEETINGS, MOST_MINUTES
from registrations.enquiries.services import Offered
from registrations.models import Enquiry, Proposal

EMPTY_ROWS: Final = 4
VALID_FOR: Final = timedelta(days=30)
USUAL_MINUTES: Final = 90


class ReplyForm(forms.Form):
    key = forms.UUIDField(widget=forms.HiddenInput)
    subject = OneLineField(label=gettext_lazy("Subject"), max_length=150)
    text = forms.CharField(
        label=gettext_lazy("Your words"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=gettext_lazy(
            "The greeting before, and your practice's name and address after it, come by "
            "themselves."
        ),
    )


class TimeForm(forms.Form):
    """When one of the meetings begins; emptied, it is taken away."""

    starts_at = forms.DateTimeField(
        label=gettext_lazy("Begins"), required=False, widget=AdminDateTimeInput
    )


TimeFormSet: Final = formset_factory(
    TimeForm, extra=EMPTY_ROWS, max_num=MOST_MEETINGS, absolute_max=MOST_MEETINGS
)


def times_of(formset: Any) -> list[datetime]:
    """The moments that were typed, each once, in order."""
    typed = {form.cleaned_data.get("starts_at") for form in formset.forms}
    return sorted(moment for moment in typed if moment)


class ProposalForm(forms.ModelForm):
    price = TypedNumberField(label=gettext_lazy("Price"), min_value=0, max_digits=9)
    vat_rate = TypedNumberField(
        label=gettext_lazy("VAT rate in per cent"),
        required=False,
        min_value=0,
        max_value=99,
        max_digits=4,
        decimal_places=2,
    )
    currency = forms.ChoiceField(label=gettext_lazy("Currency"), choices=Currency.choices)
    meetings = forms.IntegerField(
        label=gettext_lazy("Number of meetings"), min_value=1, max_value=MOST_MEETINGS
    )
    minutes = forms.IntegerField(
        label=gettext_lazy("Minutes each"), min_value=1, max_value=MOST_MINUTES
    )
    people = forms.IntegerField(label=gettext_lazy("People"), min_value=1, max_value=MOST_PEOPLE)

    class Meta:
        model = Proposal
        fields = (
            *("what", "format", "meetings", "minutes", "people", "online", "place"),
            *("price", "basis", "currency", "prices_include_vat", "vat_treatment", "vat_rate"),
            *("valid_until", "terms"),
        )
        widgets = {"valid_until": AdminDateInput, "terms": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "what": gettext_lazy("A few words in the enquirer's language; the document's heading."),
            "terms": gettext_lazy("What else is agreed, such as how a meeting is cancelled."),
        }

    def __init__(self, data: Any = None, *, enquiry: Enquiry) -> None:
        super().__init__(data, initial=first_suggestion(enquiry))
        self.zone = enquiry.practice.zone

    def clean_valid_until(self) -> Any:
        day = self.cleaned_data["valid_until"]
        if day < timezone.localdate(timezone=self.zone):
            raise forms.ValidationError(_("This day is over. Choose one that lies ahead."))
        return day

    def clean_vat_rate(self) -> int:
        return int((self.cleaned_data.get("vat_rate") or 0) * BASIS_POINTS / 100)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        treated = cleaned.get("vat_treatment") == VatTreatment.RATE
        if "vat_rate" in cleaned and treated != bool(cleaned["vat_rate"]):
            told = _("Give the rate where VAT is due, and none where it is not.")
            self.add_error("vat_rate", told)
        if not cleaned.get("online") and not cleaned.get("place"):
            self.add_error("place", _("Say where it takes place, or that it is online."))
        if "price" in cleaned and "currency" in cleaned:
            self._clean_price(cleaned)
        return cleaned

    def _clean_price(self, cleaned: dict[str, Any]) -> None:
        try:
            cleaned["price"] = minor_units(cleaned["price"], cleaned["currency"])
        except forms.ValidationError as error:
            self.add_error("price", error)
            return
        if cleaned["price"] * (cleaned.get("meetings") or 1) > MOST_MONEY:
            self.add_error("price", _("This is more than a proposal can be about."))

    def _post_clean(self) -> None:
        """The proposal is built by its service; a form's own half-made one is not looked at."""

    def offered(self) -> Offered:
        """What the service is asked for; only when the form is valid."""
        facts = dict(self.cleaned_data)
        if facts["online"]:
            facts["place"] = ""
        return Offered(**facts)


def first_suggestion(enquiry: Enquiry) -> dict[str, Any]:
    """The last version, or what is most likely for a first one."""
    last = enquiry.proposals.order_by("-version").first()
    known = last or (
        Proposal.objects.filter(enquiry__practice=enquiry.practice, language=enquiry.language)
        .order_by("-pk")
        .first()
    )
    practice = enquiry.practice
    today = timezone.localdate(timezone=practice.zone)
    first: dict[str, Any] = {
        "format": "" if enquiry.format == Enquiry.Format.NOT_SURE else enquiry.format,
        "people": enquiry.people,
        "online": enquiry.setting == Enquiry.Setting.ONLINE,
        "place": practice.town,
        "minutes": USUAL_MINUTES,
        "basis": Proposal.Basis.MEETING,
        "currency": practice.currency,
        "prices_include_vat": practice.prices_include_vat,
        "valid_until": today + VALID_FOR,
        **_usual_vat(enquiry, known),
    }
    if last is None:
        return first | {"terms": known.terms if known else ""}
    again = ("what", "format", "meetings", "minutes", "people", "online", "place", "basis")
    return {
        **first,
        **{name: getattr(last, name) for name in (*again, "currency", "terms")},
        "prices_include_vat": last.prices_include_vat,
        "price": to_major(last.price, last.currency),
    }


def _usual_vat(enquiry: Enquiry, known: Proposal | None) -> dict[str, Any]:
    """How the practice stood to VAT the last time."""
    row = known or (
        Offering.objects.filter(course__practice=enquiry.practice).order_by("-pk").first()
    )
    if row is None:
        return {"vat_treatment": VatTreatment.NOT_REGISTERED}
    rate = to_major(row.vat_rate, Currency.EUR) if row.vat_rate else None
    return {"vat_treatment": row.vat_treatment, "vat_rate": rate}


class CourseChoice(forms.ModelChoiceField):
    titles: dict[int, str] = {}

    def label_from_instance(self, course: Course) -> str:
        return self.titles.get(course.pk, course.code)


class GroupForm(forms.Form):
    course = CourseChoice(
        label=gettext_lazy("Course"),
        queryset=Course.objects.none(),
        required=False,
        empty_label=gettext_lazy("One of its own, called what was proposed"),
        help_text=gettext_lazy(
            "Choose one if the group does what one of your courses is about. It is not shown "
            "there either."
        ),
    )

    def __init__(self, data: Any = None, *, enquiry: Enquiry) -> None:
        super().__init__(data)
        own = Course.objects.filter(practice=enquiry.practice, archived=False)
        field = self.fields["course"]
        field.queryset = own
        field.titles = titles_of(own.select_related("practice"))
