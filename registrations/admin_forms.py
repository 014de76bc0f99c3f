"""What registrations forbid in the form for a course date."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses import admin_forms
from courses.models import Offering
from registrations.models import Registration
from registrations.seats import seats_held
from registrations.services.attending import sessions_attended
from registrations.services.moving_dates import concerned_by


class OfferingForm(admin_forms.OfferingForm):
    """True only while the view holds the offering's lock: it counts seats that are taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.currency_before = self.instance.currency
        # Calling off is a verb of its own, which first shows whom it concerns.
        if self.instance.status != Offering.Status.CALLED_OFF:
            status = self.fields["status"]
            status.choices = [
                choice for choice in status.choices if choice[0] != Offering.Status.CALLED_OFF
            ]

    def clean_seats(self) -> int:
        seats: int = self.cleaned_data["seats"]
        # What was given beyond the seats was given with a reason.
        held = seats_held(self.instance) - self.instance.overbooked if self.instance.pk else 0
        if seats < held:
            raise ValidationError(
                ngettext(
                    "%(count)s seat is taken already, so there must be at least as many.",
                    "%(count)s seats are taken already, so there must be at least as many.",
                    held,
                ),
                params={"count": held},
            )
        return seats

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and (
            concerned_by(self.instance).exists() or sessions_attended(self.instance.pk)
        ):
            self._keep_times()
        return cleaned

    def _keep_times(self) -> None:
        """Whoever holds seats or waits is told of new dates by the verb that moves them alone."""
        told = _(
            "People have registered, so the times stay as they are here. Use “Move the dates” at "
            "the foot of this page: it writes to everybody."
        )
        formset = self.formsets["sessions"]
        formset.is_valid()
        if any(hasattr(form, "cleaned_data") and _moves(form) for form in formset.forms):
            # Beside the sessions, because what is taken away shows no error of its own.
            formset.non_form_errors().append(told)

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"]
        changed = self.instance.pk and currency != self.currency_before
        if changed and Registration.objects.filter(offering=self.instance).exists():
            raise ValidationError(
                _("The currency stays as it is, because people have registered in it.")
            )
        return currency


def _moves(form: Any) -> bool:
    """Whether a session is added, taken away, or takes place at another minute."""
    if not form.instance.pk:
        return bool(form.has_changed())
    if form.cleaned_data.get("DELETE"):
        return True
    return any(
        form.cleaned_data.get(name) != form.initial[name].replace(second=0, microsecond=0)
        for name in ("starts_at", "ends_at")
    )
