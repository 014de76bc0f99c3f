"""What registrations forbid in the form for a course date."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from courses import admin_forms
from courses.models import Offering
from registrations.models import Registration
from registrations.seats import seats_held


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
        held = seats_held(self.instance) if self.instance.pk else 0
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

    def clean_currency(self) -> str:
        currency: str = self.cleaned_data["currency"]
        changed = self.instance.pk and currency != self.currency_before
        if changed and Registration.objects.filter(offering=self.instance).exists():
            raise ValidationError(
                _("The currency stays as it is, because people have registered in it.")
            )
        return currency
