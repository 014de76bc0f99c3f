"""What an owner writes to several people at once, and who gets it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import Practice
from courses.models import Offering
from registrations.models.registrations import Registration

from .reminders import Reminder
from .templates import LetterTemplate


class Audience(models.TextChoices):
    """Who is written to."""

    PARTICIPANTS = "participants", pgettext_lazy("audience", "Those who come")
    BOOKERS = "bookers", pgettext_lazy("audience", "Those who booked")
    WAITING = "waiting", pgettext_lazy("audience", "Those on the waiting list")
    NAMES_MISSING = "names_missing", pgettext_lazy("audience", "Those whose names are missing")
    OWING = "owing", pgettext_lazy("audience", "Those who have not paid")


class Message(models.Model):
    """One text, in one or more languages, that goes to several people as a letter each.

    ``key`` stands for the one form that was shown, so a button that was pressed twice is one
    message. A reminder's message has an ``occasion`` instead of a person who wrote it; those who
    came too late for it get another one, which ``follows`` it.
    """

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="messages")
    offering = models.ForeignKey(
        Offering,
        null=True,
        on_delete=models.PROTECT,
        related_name="messages",
        verbose_name=_("course date"),
    )
    key = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    audience = models.CharField(_("to whom"), max_length=15, choices=Audience.choices)
    chosen = models.BooleanField(
        default=False, help_text="The registrations were chosen one by one, whatever their state."
    )
    texts = models.JSONField()
    template = models.ForeignKey(
        LetterTemplate, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reminder = models.ForeignKey(
        Reminder, null=True, on_delete=models.SET_NULL, related_name="messages"
    )
    occasion = models.CharField(max_length=60, blank=True)
    follows = models.ForeignKey(
        "self",
        null=True,
        on_delete=models.PROTECT,
        related_name="followed_by",
        help_text="What went out to the others, where this goes to those who came later.",
    )
    made_at = models.DateTimeField(_("written"), auto_now_add=True)
    written_at = models.DateTimeField(null=True, help_text="When the last of its letters was.")

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("practice", "-made_at"), name="message_newest_first"),
            models.Index(
                fields=("made_at",), condition=Q(written_at=None), name="message_being_written"
            ),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("reminder", "occasion"),
                condition=Q(follows=None),
                name="reminder_goes_out_once_for_an_occasion",
            ),
            models.CheckConstraint(
                condition=Q(follows=None) | ~Q(occasion=""), name="only_a_reminder_follows_another"
            ),
            models.CheckConstraint(
                condition=Q(reminder=None) | ~Q(occasion=""), name="reminder_has_an_occasion"
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def subject(self) -> str:
        """As written, placeholders included, in the first of the practice's languages."""
        languages = (*self.practice.languages, *self.texts)
        return next((self.texts[code]["subject"] for code in languages if code in self.texts), "")


class Addressee(models.Model):
    """Somebody who is to get a message: the participant of that number, or (0) who booked."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="addressees")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(
        null=True, help_text="When the letter was written, or it turned out that none was due."
    )

    class Meta:
        ordering = ("message", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("message", "registration", "number"), name="addressee_stands_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.registration_id}/{self.number}"


class Reminded(models.Model):
    """A registration that a reminder has been seen to for: written to, or left out for good.

    Those who were confirmed when ``message`` went out stand here at once, and those who come later
    as soon as they are seen to; so nobody is reminded twice.
    """

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="reminded")
    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("message", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("message", "registration"), name="registration_is_reminded_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.message_id}: {self.registration_id}"
