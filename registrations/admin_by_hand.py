"""Registering by hand in the admin: what it would do is shown first, then it is done."""

from typing import Any, Final

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View

from wagtail.admin import messages

from cms.admin_views import own_rows
from cms.permissions import sees_sensitive_answers
from courses.models import Offering
from courses.viewsets import with_course_title, with_first_day
from registrations import services
from registrations.admin_offerings import OfferingVerbView
from registrations.by_hand_form import ByHandForm
from registrations.forms import whole_number
from registrations.models import Registration
from registrations.seats import seats_left
from registrations.services import Booking, Hindrance, Outlook
from registrations.states import State

# The soonest to choose among; any other is found in the list of course dates.
MOST_DATES: Final = 100
HINDRANCES: Final = {
    Hindrance.CLOSED: gettext_lazy("Registration for this date is closed."),
    Hindrance.NOT_OPEN: gettext_lazy("Registration for this date has not opened yet."),
    Hindrance.FULL: gettext_lazy("There are too few seats."),
}
NO_LONGER_HELD: Final = gettext_lazy(
    "Nobody can be registered here: the date is called off or over, or the group is taken. Nothing "
    "was stored."
)
NO_PRICE: Final = gettext_lazy("No price can be had today. Choose the price that you agreed.")


class RegisterByHandView(OfferingVerbView):
    """Somebody calls, or sends a paper."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._page(self._form())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = self._form(request.POST)
        if not form.is_valid():
            return self._page(form)
        try:
            booking, look = self._look(form)
            wanting = self._wanting(form, look)
            seen = whole_number(request.POST.get("quoted_total", ""))
            confirmed = request.POST.get("action") == "confirm"
            if wanting or not confirmed or seen != booking.quoted_total:
                return self._page(form, look=look, booking=booking)
            made = services.register_by_hand(
                offering_id=pk, booking=booking, by_hand=form.by_hand(), user=request.user
            )
        except services.NoLongerHeld:
            form.add_error(None, NO_LONGER_HELD)
        except services.NoPrice:
            form.add_error("price", NO_PRICE)
        except services.WrongMethod:
            form.add_error("method", _("It cannot be paid in this way."))
        except (services.NeedsReason, services.PriceChanged):
            form.add_error(None, _("Seats or price have just changed. Nothing was stored; look."))
        else:
            messages.success(request, self._told(made))
            return redirect("registrations:inspect", made.pk)
        return self._page(form)

    def _form(self, data: Any = None) -> ByHandForm:
        sees_sensitive = sees_sensitive_answers(self.request.user, self.offering.practice)
        return ByHandForm(data, offering=self.offering, sees_sensitive=sees_sensitive)

    def _look(self, form: ByHandForm) -> tuple[Booking, Outlook]:
        """What it would come to; one that costs nothing is paid in no way."""
        by_hand = form.by_hand()
        free = by_hand.agreed_price == 0
        booking = form.booking(quoted_total=0, costs_nothing=free)
        try:
            look = services.outlook(self.offering, booking=booking, by_hand=by_hand)
        except services.WrongMethod:
            # The price of today may be nothing.
            booking = form.booking(quoted_total=0, costs_nothing=not free)
            look = services.outlook(self.offering, booking=booking, by_hand=by_hand)
        total = look.priced.total.gross
        return form.booking(quoted_total=total, costs_nothing=total == 0), look

    def _wanting(self, form: ByHandForm, look: Outlook) -> bool:
        """Say that a reason is needed, where it is."""
        own_price = form.by_hand().agreed_price is not None
        if (look.hindrances or own_price) and not form.cleaned_data["reason"].strip():
            why = [str(HINDRANCES[hindrance]) for hindrance in look.hindrances]
            form.add_error("reason", " ".join([*why, _("Say why you register it all the same.")]))
            return True
        return False

    def _told(self, made: Registration) -> str:
        if made.state_now == State.AWAITING_PAYMENT:
            return _("It is registered, and a letter with the way to pay is on its way.")
        if made.letters.exists():
            return _("It is registered and confirmed, and a letter is on its way.")
        return _("It is registered and confirmed. Nobody was written to.")

    def _page(self, form: ByHandForm, **context: Any) -> HttpResponse:
        look: Outlook | None = context.get("look")
        if look is not None:
            context |= self._shown(look, context["booking"], form)
        waiting = Registration.objects.filter(offering=self.offering, state=State.WAITLISTED)
        left = seats_left(self.offering)
        context |= {**self.context(), "form": form, "waiting": waiting.count(), "left": left}
        return render(self.request, "registrations/admin/by_hand.html", context)

    def _shown(self, look: Outlook, booking: Booking, form: ByHandForm) -> dict[str, Any]:
        beyond = ngettext(
            "%(count)s seat more is given than there are.",
            "%(count)s seats more are given than there are.",
            look.overbooked_by,
        ) % {"count": look.overbooked_by}
        writes = form.by_hand().sends_letter or services.needs_letter(booking, look.state)
        return {
            "beyond": beyond if look.overbooked_by else "",
            "hindrances": [HINDRANCES[hindrance] for hindrance in look.hindrances],
            "writes": writes,
            "awaits": look.state == State.AWAITING_PAYMENT,
        }


class DateForm(forms.Form):
    offering = forms.ModelChoiceField(
        label=gettext_lazy("Course date"),
        queryset=Offering.objects.none(),
        help_text=gettext_lazy(
            "The soonest dates. For another one, open it in the list of course dates, and choose "
            "“Register by hand” there."
        ),
    )

    def __init__(self, data: Any = None, *, offerings: Any) -> None:
        super().__init__(data)
        field = self.fields["offering"]
        field.queryset = offerings
        soonest = list(offerings[:MOST_DATES])
        field.choices = [("", "---------"), *((row.pk, with_first_day(row)) for row in soonest)]


class ChooseDateView(View):
    """For which date somebody is registered by hand."""

    model: Any = None

    def get(self, request: HttpRequest) -> HttpResponse:
        offerings = own_rows(Offering, request.user).coming().select_related("course__practice")
        offerings = with_course_title(offerings.exclude(status=Offering.Status.CALLED_OFF))
        form = DateForm(request.GET or None, offerings=offerings)
        if form.is_valid():
            return redirect("offerings:register", form.cleaned_data["offering"].pk)
        return render(request, "registrations/admin/choose_date.html", {"form": form})
