from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from registrations.states import State

from .registrations import Registration


class Actor(models.TextChoices):
    """On whose account something happened."""

    BOOKER = "booker", _("Person booking")
    PARTICIPANT = "participant", _("Participant")
    OWNER = "owner", _("Owner")
    STRIPE = "stripe", _("Stripe")
    SYSTEM = "system", _("Kollegium")


class HistoryLine(models.Model):
    """Who did what to a registration, when, why and from where. Never changed.

    ``changes`` has what was before and after, by field; it is null once that was blanked.
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="history")
    at = models.DateTimeField(default=timezone.now, editable=False)
    actor = models.CharField(max_length=12, choices=Actor.choices)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    action = models.CharField(max_length=40)
    why = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=20, blank=True, choices=State.choices)
    after = models.CharField(max_length=20, blank=True, choices=State.choices)
    where = models.CharField(max_length=45, blank=True)
    changes: Any = models.JSONField(null=True, default=dict)

    class Meta:
        verbose_name = _("history")
        verbose_name_plural = _("history of registrations")
        ordering = ("registration", "pk")
        indexes = (
            models.Index(fields=("at",), condition=~models.Q(where=""), name="history_addresses"),
        )

    def __str__(self) -> str:
        return self.action


class InternalNote(models.Model):
    """What the owner writes to herself about a registration; nobody else ever reads it.

    Apart from the line of history, which never changes, so that what names people can be deleted;
    it goes when its line is blanked.
    """

    line = models.OneToOneField(HistoryLine, on_delete=models.CASCADE, related_name="note")
    text = models.TextField(_("note"), max_length=2000)

    class Meta:
        verbose_name = _("internal note")

    def __str__(self) -> str:
        return f"{self.line_id}"
