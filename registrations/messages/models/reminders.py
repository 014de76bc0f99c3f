"""Letters that go out by themselves, relative to a session or a deadline."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from cms.models import Practice
from courses.models import Offering

from .templates import LetterTemplate

MOST_DAYS = 90


class Anchor(models.TextChoices):
    """What a reminder is relative to."""

    FIRST_SESSION = "first_session", pgettext_lazy("anchor", "the first session")
    EACH_SESSION = "each_session", pgettext_lazy("anchor", "each session")
    LAST_SESSION = "last_session", pgettext_lazy("anchor", "the end of the last session")
    REGISTRATION = "registration", pgettext_lazy("anchor", "the registration deadline")
    PAYMENT = "payment", pgettext_lazy("anchor", "the day by which somebody is to pay")


class Reminder(models.Model):
    """One letter that goes out by itself; without a course date, what new ones begin with."""

    class Unit(models.TextChoices):
        DAYS = "days", _("days")
        HOURS = "hours", _("hours")

    class Side(models.TextChoices):
        BEFORE = "before", _("before")
        AFTER = "after", _("after")

    class To(models.TextChoices):
        """As ``Audience``, which also has those who are never reminded by themselves."""

        PARTICIPANTS = "participants", pgettext_lazy("audience", "Those who come")
        BOOKERS = "bookers", pgettext_lazy("audience", "Those who booked")
        NAMES_MISSING = "names_missing", pgettext_lazy("audience", "Those whose names are missing")
        OWING = "owing", pgettext_lazy("audience", "Those who have not paid")

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="reminders")
    offering = models.ForeignKey(
        Offering,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="reminders",
        verbose_name=_("course date"),
    )
    template = models.ForeignKey(
        LetterTemplate,
        on_delete=models.PROTECT,
        related_name="reminders",
        verbose_name=_("letter template"),
    )
    audience = models.CharField(
        _("to whom"), max_length=15, choices=To.choices, default=To.PARTICIPANTS
    )
    amount = models.PositiveSmallIntegerField(
        _("how many"), default=1, validators=[MaxValueValidator(24 * MOST_DAYS)]
    )
    unit = models.CharField(_("days or hours"), max_length=5, choices=Unit.choices, default="days")
    side = models.CharField(
        _("before or after"), max_length=6, choices=Side.choices, default="before"
    )
    anchor = models.CharField(
        _("relative to"), max_length=13, choices=Anchor.choices, default=Anchor.FIRST_SESSION
    )
    paused = models.BooleanField(
        _("paused"), default=False, help_text=_("Nothing goes out while it is paused.")
    )
    counts_from = models.DateTimeField(
        default=timezone.now,
        editable=False,
        help_text="What was due before this moment never goes out.",
    )

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        ordering = ("practice", "offering", "pk")
        indexes = (
            models.Index(
                fields=("offering",),
                condition=Q(paused=False, offering__isnull=False),
                name="reminder_that_goes_out",
            ),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(unit="hours", amount__lte=24 * MOST_DAYS)
                | Q(unit="days", amount__lte=MOST_DAYS),
                name="reminder_is_within_90_days",
                violation_error_message=_("Choose at most 90 days."),
            ),
            models.CheckConstraint(
                condition=~Q(anchor="payment") | Q(audience="owing"),
                name="reminder_of_payment_goes_to_those_who_owe",
                violation_error_message=_(
                    "Only those who have not paid have a day by which they are to pay."
                ),
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def rule(self) -> str:
        """“The first session: 7 days before”, which bends no noun in any language."""
        words = {
            ("days", "before"): ngettext_lazy(
                "%(what)s: %(count)d day before", "%(what)s: %(count)d days before", "count"
            ),
            ("days", "after"): ngettext_lazy(
                "%(what)s: %(count)d day after", "%(what)s: %(count)d days after", "count"
            ),
            ("hours", "before"): ngettext_lazy(
                "%(what)s: %(count)d hour before", "%(what)s: %(count)d hours before", "count"
            ),
            ("hours", "after"): ngettext_lazy(
                "%(what)s: %(count)d hour after", "%(what)s: %(count)d hours after", "count"
            ),
        }[self.unit, self.side]
        return words % {"count": self.amount, "what": capfirst(self.get_anchor_display())}
