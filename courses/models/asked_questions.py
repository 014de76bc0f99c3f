"""Which questions a course date asks, of whom."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from .offerings import Offering
from .questions import Question


class OfferingQuestion(Orderable):
    """That an offering asks a question, of whom, and how."""

    class AskedOf(models.TextChoices):
        BOOKING = "booking", _("The person booking, once")
        PARTICIPANT = "participant", _("Each participant")

    offering = ParentalKey(Offering, on_delete=models.CASCADE, related_name="questions")
    question = models.ForeignKey(
        Question, on_delete=models.PROTECT, related_name="+", verbose_name=_("question")
    )
    asked_of = models.CharField(
        _("asked of"), max_length=12, choices=AskedOf.choices, default=AskedOf.PARTICIPANT
    )
    required = models.BooleanField(_("must be answered"), default=False)
    sensitive = models.BooleanField(
        _("sensitive"),
        default=False,
        help_text=_("Food, health or access: stored apart, seen by the owner alone."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = (
            models.UniqueConstraint(
                fields=("offering", "question"), name="offering_asks_a_question_once"
            ),
        )

    def __str__(self) -> str:
        return str(self.question)

    @cached_property
    def words(self) -> Question:
        """The question in the language that is active when they are first asked for."""
        return self.question.localized

    def clean(self) -> None:
        if (
            self.question_id
            and self.offering_id
            and self.question.practice_id != self.offering.course.practice_id
        ):
            raise ValidationError({"question": _("This question belongs to another practice.")})
