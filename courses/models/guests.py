"""Who helps with a course date without working for the practice."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .offerings import Offering


class OfferingGuest(models.Model):
    """That somebody sees the names and the attendance of one course date, and nothing else."""

    offering = models.ForeignKey(Offering, on_delete=models.CASCADE, related_name="guests")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="guest_of"
    )

    class Meta:
        verbose_name = _("guest organiser")
        verbose_name_plural = _("guest organisers")
        constraints = (
            models.UniqueConstraint(fields=("offering", "user"), name="guest_of_an_offering_once"),
        )

    def __str__(self) -> str:
        return f"{self.user} – {self.offering}"
