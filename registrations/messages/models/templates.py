from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cms.models import Practice


class Purpose(models.TextChoices):
    """What a template is for; nothing depends on it but the order of lists and the first texts."""

    BEFORE = "before", pgettext_lazy("template", "Practical information before the course")
    DAY_BEFORE = "day_before", pgettext_lazy("template", "The day before")
    THANKS = "thanks", pgettext_lazy("template", "Thanks afterwards")
    NAMES = "names", pgettext_lazy("template", "Names are missing")
    PAYMENT = "payment", pgettext_lazy("template", "The payment is missing")
    OTHER = "other", pgettext_lazy("template", "Something else")


class LetterTemplate(models.Model):
    """What a practice writes again and again, once in each of its languages.

    ``texts`` holds a subject and a body by language; placeholders stand for what differs.
    """

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="letter_templates"
    )
    name = models.CharField(_("name"), max_length=80)
    purpose = models.CharField(
        _("what it is for"), max_length=12, choices=Purpose.choices, default=Purpose.OTHER
    )
    texts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("letter template")
        verbose_name_plural = _("letter templates")
        ordering = ("practice", "name")
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "name"),
                name="letter_template_is_named_once",
                violation_error_message=_("There is a template of this name already."),
            ),
        )

    def __str__(self) -> str:
        return self.name
