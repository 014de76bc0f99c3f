"""What was answered to an offering's questions, by the person booking or a participant."""

from django.db import models
from django.db.models import Q

from courses.models import Question

from .registrations import Participant, Registration


class AbstractAnswer(models.Model):
    registration = models.ForeignKey(
        Registration, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    participant = models.ForeignKey(
        Participant, null=True, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    question_text = models.CharField(max_length=200)
    text = models.TextField(max_length=2000)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.registration_id}/{self.question_id}"


class Answer(AbstractAnswer):
    """What was answered to one of the offering's questions, with the question's words then."""

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("participant", "question"), name="answered_once_by_participant"
            ),
            models.UniqueConstraint(
                fields=("registration", "question"),
                condition=Q(participant=None),
                name="answered_once_by_booker",
            ),
        )


class SensitiveAnswer(AbstractAnswer):
    """An answer about food, health or access: apart from the rest, for the owner alone."""

    from_participant = models.BooleanField(
        default=False,
        help_text="Given by the participant's own link; the person booking does not see it.",
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("participant", "question"), name="sensitively_answered_once_by_participant"
            ),
            models.UniqueConstraint(
                fields=("registration", "question"),
                condition=Q(participant=None),
                name="sensitively_answered_once_by_booker",
            ),
        )
