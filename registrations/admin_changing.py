"""The owner's verbs about who comes and when: names, a substitute, another date."""

from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from courses.day_and_time import short
from registrations import services
from registrations.changes_shown import OBSTACLES, why_fewer_dates
from registrations.forms import whole_number
from registrations.models import Actor, Participant, Registration
from registrations.services import DateQuote, PersonComing


class ChangeView(View):
    """A page about one registration of one's own; then back to it."""

    model: Any = None
    inspect_url_name = ""
    template_name: ClassVar[str]
    # What `verb_form.html` calls the page and its button.
    verb: ClassVar[Any] = ""
    button: ClassVar[Any] = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Registration)
        rows = policy.instances_user_has_permission_for(request.user, "change")
        self.registration = get_object_or_404(
            rows.select_related("practice__site", "offering__course__practice"), pk=kwargs["pk"]
        )
        return super().dispatch(request, *args, **kwargs)

    def page(self, form: forms.Form, **context: Any) -> HttpResponse:
        context |= {
            "registration": self.registration,
            "form": form,
            "verb": self.verb,
            "button": self.button,
        }
        return render(self.request, self.template_name, context)

    def back(self) -> HttpResponse:
        return redirect("registrations:inspect", self.registration.pk)


def who(person: Participant) -> str:
    return person.name or _("Participant %(number)s") % {"number": person.number}


class NamesForm(forms.Form):
    """A name and an address for each who is coming."""

    def __init__(self, *args: Any, people: list[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        for person in people:
            number = {"number": person.number}
            self.fields[f"name_{person.number}"] = forms.CharField(
                label=_("Name of participant %(number)s") % number,
                max_length=120,
                required=bool(person.name),
                initial=person.name,
            )
            self.fields[f"email_{person.number}"] = forms.EmailField(
                label=_("E-mail address of participant %(number)s") % number,
                max_length=254,
                required=False,
                initial=person.email,
            )

    def typed(self) -> list[tuple[int, str, str]]:
        data = self.cleaned_data
        return [
            (p.number, data[f"name_{p.number}"], data[f"email_{p.number}"]) for p in self.people
        ]


class EditNamesView(ChangeView):
    """Write names and e-mail addresses as they should be; nobody is replaced by it."""

    template_name = "registrations/admin/edit_names.html"
    verb = gettext_lazy("Edit names")
    button = gettext_lazy("Save the names")

    def _form(self, data: Any = None) -> NamesForm:
        return NamesForm(data, people=list(self.registration.participants.coming()))

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.page(self._form())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self.page(form)
        try:
            services.correct_names(registration_id=pk, people=form.typed(), user=request.user)
        except services.NotEditable:
            messages.warning(
                request, _("The seats were given back meanwhile. Nothing was changed.")
            )
        else:
            messages.success(request, _("The names are as you wrote them."))
        return self.back()


class SubstituteForm(forms.Form):
    number = forms.TypedChoiceField(label=gettext_lazy("Who is not coming?"), coerce=int)
    name = forms.CharField(label=gettext_lazy("Who comes instead?"), max_length=120)
    email = forms.EmailField(
        label=gettext_lazy("Their e-mail address"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("We write there with a link, by which the rest can be filled in."),
    )

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = registration.participants.coming().exclude(name="")
        self.fields["number"].choices = [(person.number, person.name) for person in named]


class SubstituteView(ChangeView):
    """Let somebody come instead of another, whenever it is."""

    template_name = "registrations/admin/substitute.html"
    verb = gettext_lazy("Somebody else comes")
    button = gettext_lazy("Change who comes and write to them")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.page(SubstituteForm(registration=self.registration))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = SubstituteForm(request.POST, registration=self.registration)
        if not form.is_valid():
            return self.page(form)
        typed = form.cleaned_data
        try:
            services.substitute(
                registration_id=pk,
                number=typed["number"],
                person=PersonComing(name=typed["name"], email=typed["email"]),
                actor=Actor.OWNER,
                user=request.user,
            )
        except services.NotPossible:
            messages.warning(
                request, _("Nobody can be replaced on this registration. Nothing was changed.")
            )
        else:
            messages.success(request, _("It is noted, and the person booking is told."))
        return self.back()


class DateForm(forms.Form):
    to = forms.ChoiceField(
        label=gettext_lazy("Another date of the course"),
        error_messages={"required": gettext_lazy("Choose a date.")},
    )

    def __init__(
        self, *args: Any, registration: Registration, dates: list[DateQuote], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        zone, language = registration.practice.zone, get_language() or "en"
        self.fields["to"].choices = [
            (to.code, f"{short(first, zone=zone, language=language)} · {to.venue or to.place_line}")
            for to in (quote.offering for quote in dates)
            if (first := to.first_start) is not None
        ]


class ChangeDateView(ChangeView):
    """Move a registration to another date: first what it does to the money, then it is done."""

    template_name = "registrations/admin/change_date.html"

    def page(self, form: forms.Form, **context: Any) -> HttpResponse:
        why_fewer = why_fewer_dates(self.registration, actor=Actor.OWNER)
        return super().page(form, why_fewer=why_fewer, **context)

    def _dates(self) -> list[DateQuote]:
        return services.other_dates(self.registration, actor=Actor.OWNER)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        dates = self._dates()
        form = DateForm(registration=self.registration, dates=dates)
        return self.page(form, dates=dates, obstacle=self._obstacle())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        dates = self._dates()
        form = DateForm(request.POST, registration=self.registration, dates=dates)
        if not form.is_valid():
            return self.page(form, dates=dates, obstacle=self._obstacle())
        costs = next(q for q in dates if q.offering.code == form.cleaned_data["to"])
        if request.POST.get("action") != "confirm":
            return self.page(form, dates=dates, costs=costs)
        shown = tuple(
            whole_number(request.POST.get(name, "")) for name in ("shown_before", "shown_after")
        )
        try:
            services.change_date(
                registration_id=pk,
                to_id=costs.offering.pk,
                actor=Actor.OWNER,
                user=request.user,
                shown=(shown[0], shown[1]),
            )
        except services.DateQuoteChanged as change:
            messages.warning(request, _("The amounts have changed. Nothing was changed."))
            return self.page(form, dates=dates, costs=change.quote)
        except services.DateNotPossible as refusal:
            messages.warning(
                request,
                _("%(reason)s Nothing was changed.") % {"reason": OBSTACLES[refusal.obstacle]},
            )
        else:
            messages.success(request, _("The date is changed, and the person booking is told."))
        return self.back()

    def _obstacle(self) -> Any:
        obstacle = services.obstacle_here(self.registration, actor=Actor.OWNER)
        return OBSTACLES[obstacle] if obstacle else ""


VERBS: Any = {
    "edit_names": EditNamesView,
    "substitute": SubstituteView,
    "change_date": ChangeDateView,
}
