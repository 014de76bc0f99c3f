from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from cms.models import Practice


class Question(TranslatableMixin, index.Indexed, models.Model):
    """The words of something that a course asks of those who sign up; reused across offerings."""

    class Kind(models.TextChoices):
        LINE = "line", _("One line of text")
        TEXT = "text", _("Several lines of text")
        YES = "yes", _("A box to tick")
        CHOICE = "choice", _("One of several answers")

    practice = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="questions", verbose_name=_("practice")
    )
    text = models.CharField(_("question"), max_length=200)
    hint = models.CharField(_("hint"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.LINE)
    choices_text = models.TextField(
        _("answers to choose from"), blank=True, help_text=_("One on each line.")
    )

    panels = (
        FieldPanel("practice"),
        FieldPanel("text"),
        FieldPanel("hint"),
        FieldPanel("kind"),
        FieldPanel("choices_text"),
    )
    translatable_fields = (
        SynchronizedField("practice", overridable=False),
        TranslatableField("text"),
        TranslatableField("hint"),
        SynchronizedField("kind", overridable=False),
        TranslatableField("choices_text"),
    )
    search_fields = (
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("practice"),
        index.FilterField("locale"),
    )

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ("text",)

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> list[str]:
        return [line.strip() for line in self.choices_text.splitlines() if line.strip()]
