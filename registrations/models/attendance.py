"""Who was there: raw facts of one participant at one session, from which hours are counted."""

from django.conf import settings
from django.db import models
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from courses.models import OfferingSession

from .registrations import Participant

# Longer than that nobody sits in one session.
MOST_MINUTES = 7 * 24 * 60


class AttendanceQuerySet(models.QuerySet["Attendance"]):
    def of_who_sits_there(self) -> "AttendanceQuerySet":
        """Without those who had the seat before somebody else came instead."""
        return self.filter(earlier_person="")

    def attended(self) -> "AttendanceQuerySet":
        return self.filter(minutes__gt=0)

    def minutes_together(self) -> int:
        return int(self.aggregate(sum=Sum("minutes", default=0))["sum"])


class Attendance(models.Model):
    """How long a participant was at a session.

    Without a row nobody has said anything; 0 minutes say that somebody was not there, or that
    what was said before was taken back. Times of a session that has rows stay as they are.
    """

    participant = models.ForeignKey(
        Participant, on_delete=models.CASCADE, related_name="attendances"
    )
    session = models.ForeignKey(
        OfferingSession, on_delete=models.PROTECT, related_name="attendances"
    )
    earlier_person = models.CharField(
        max_length=120,
        blank=True,
        help_text="Who was there, once somebody else has taken the seat.",
    )
    minutes = models.PositiveSmallIntegerField(_("minutes present"))
    came_late = models.PositiveSmallIntegerField(_("minutes late"), default=0)
    left_early = models.PositiveSmallIntegerField(_("minutes too early away"), default=0)
    marked_at = models.DateTimeField(
        help_text="When it was said, which may be before it reached us; the last word counts."
    )
    stored_at = models.DateTimeField(auto_now=True)
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendance")
        ordering = ("session", "participant")
        constraints = (
            models.UniqueConstraint(
                fields=("participant", "session", "earlier_person"),
                name="attended_once_by_each_person_of_a_seat",
            ),
            models.CheckConstraint(
                condition=Q(minutes__lte=MOST_MINUTES), name="attendance_ends_some_time"
            ),
            models.CheckConstraint(
                condition=Q(minutes__gt=0) | Q(came_late=0, left_early=0),
                name="absent_is_neither_late_nor_early",
            ),
        )

    def __str__(self) -> str:
        return f"{self.participant_id}/{self.session_id}"
