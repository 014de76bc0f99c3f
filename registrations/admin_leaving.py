"""The owner's verbs about leaving and money: each shows what it does before it does it."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View

from wagtail.admin import messages
from wagtail.permissions import policy_registry

from registrations import services
from registrations.admin_views import VerbView
from registrations.forms import whole_number
from registrations.models import Actor, Registration
from registrations.services.refunds import TooMuch
from registrations.states import MoveNotAllowed, State
from registrations.stripe_gateway import StripeError


class MoneyBackView(VerbView):
    """Pay back what is owed to the payer."""

    def act(self, row: Registration) -> None:
        try:
            services.give_money_back(registration_id=row.pk, user=self.request.user)
        except services.NotPossible:
            messages.warning(
                self.request, _("There is no money here to pay back. Nothing was changed.")
            )
        except TooMuch:
            messages.warning(
                self.request,
                _(
                    "This cannot go back the way it came: the bank looks into the payment, or it "
                    "was paid in another way. Nothing was changed; the amount stays owed."
                ),
            )
        else:
            messages.success(self.request, _("The money is on its way back."))


class SettleView(VerbView):
    """The owner has decided; the flag goes."""

    def act(self, row: Registration) -> None:
        try:
            services.settle(registration_id=row.pk, user=self.request.user)
        except MoveNotAllowed:
            messages.warning(
                self.request,
                _("Money is owed to the payer: give a seat or pay it back. Nothing was changed."),
            )
        else:
            messages.success(self.request, _("It is marked as settled."))


class CancelForm(forms.Form):
    people = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Participants to cancel"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose whom to cancel.")},
    )
    percent = forms.IntegerField(
        label=gettext_lazy("Fee in percent of the price"),
        min_value=0,
        max_value=100,
        help_text=gettext_lazy("Of the price of those chosen. With 0 it costs nothing to cancel."),
    )

    def __init__(self, *args: Any, registration: Registration, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = [
            (person.number, person.name or _("Participant %(number)s") % {"number": person.number})
            for person in registration.participants.all()
            if person.cancelled_at is None
        ]


class CancelView(View):
    """Cancel one participant, some or all, at a fee that the owner decides."""

    model: Any = None
    inspect_url_name = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        policy = policy_registry.get_by_type(Registration)
        rows = policy.instances_user_has_permission_for(request.user, "change")
        self.registration = get_object_or_404(
            rows.select_related("practice__site", "offering__course__practice"), pk=kwargs["pk"]
        )
        return super().dispatch(request, *args, **kwargs)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        percent = services.percent_now(self.registration)
        coming = self.registration.participants.coming()
        initial = {
            "percent": 0 if percent is None else percent,
            "people": list(coming.values_list("number", flat=True)),
        }
        return self._page(CancelForm(registration=self.registration, initial=initial))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        form = CancelForm(request.POST, registration=self.registration)
        if not form.is_valid() or self.registration.state_now != State.CONFIRMED:
            return self._page(form)
        asked = {"numbers": form.cleaned_data["people"], "percent": form.cleaned_data["percent"]}
        if request.POST.get("action") != "confirm":
            return self._page(form, costs=services.quote(self.registration, **asked))
        quoted = request.POST.get("quoted_refund", "")
        try:
            services.cancel(
                registration_id=pk,
                actor=Actor.OWNER,
                user=request.user,
                quoted_refund=whole_number(quoted),
                **asked,
            )
        except services.QuoteChanged as change:
            messages.warning(request, _("The amounts have changed. Nothing was cancelled."))
            return self._page(form, costs=change.quote)
        except services.NotPossible:
            messages.warning(request, _("This cannot be cancelled. Nothing was changed."))
        except StripeError:
            messages.error(request, _("Stripe did not answer. Nothing was changed."))
        else:
            messages.success(request, _("It is cancelled, and the person booking is told."))
        return redirect("registrations:inspect", pk)

    def _ways_back(self, refund: int) -> dict[str, int]:
        """How much of it goes by card, and what becomes of the rest; minor units."""
        to_card = services.possible_refund(self.registration, amount=refund)
        rest = refund - to_card
        by_bank = rest if services.goes_back_by_bank(self.registration) else 0
        return {"to_card": to_card, "by_bank": by_bank, "waits": rest - by_bank}

    def _page(self, form: CancelForm, costs: Any = None) -> HttpResponse:
        context = {"registration": self.registration, "form": form, "costs": costs}
        if costs is not None:
            context |= self._ways_back(costs.refund)
        return render(self.request, "registrations/admin/cancel.html", context)
