"""Words that many pages share: translatable, one practice's own."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField, TranslatableField

from .practices import Practice


class SharedWords(TranslatableMixin, index.Indexed, models.Model):
    """What every kind of shared words has: a practice, and ``heading`` and ``text`` to show."""

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="+", verbose_name=_("practice")
    )
    text = models.TextField(_("in one or two sentences"), blank=True, max_length=400)

    translatable_fields = (
        SynchronizedField("practice", overridable=False),
        TranslatableField("text"),
    )
    search_fields = (index.FilterField("practice"), index.FilterField("locale"))

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def heading(self) -> str:
        return str(self)


class Audience(SharedWords):
    """Somebody whom services and courses are for."""

    name = models.CharField(_("who"), max_length=100)

    panels = (FieldPanel("practice"), FieldPanel("name"), FieldPanel("text"))
    translatable_fields = (*SharedWords.translatable_fields, TranslatableField("name"))
    search_fields = (
        *SharedWords.search_fields,
        index.SearchField("name"),
        index.AutocompleteField("name"),
    )

    class Meta(SharedWords.Meta):
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class TitledWords(SharedWords):
    title = models.CharField(_("title"), max_length=100)

    panels = (FieldPanel("practice"), FieldPanel("title"), FieldPanel("text"))
    translatable_fields = (*SharedWords.translatable_fields, TranslatableField("title"))
    search_fields = (
        *SharedWords.search_fields,
        index.SearchField("title"),
        index.AutocompleteField("title"),
    )

    class Meta(SharedWords.Meta):
        abstract = True
        ordering = ("title",)

    def __str__(self) -> str:
        return self.title


class Benefit(TitledWords):
    """Something that somebody gains."""

    class Meta(TitledWords.Meta):
        verbose_name = _("benefit")
        verbose_name_plural = _("benefits")


class Principle(TitledWords):
    """A principle or a step of a method."""

    class Meta(TitledWords.Meta):
        verbose_name = _("principle")
        verbose_name_plural = _("principles")


class Topic(SharedWords):
    """What articles are about."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("name in addresses"), max_length=60, help_text=_("Small letters, digits and hyphens.")
    )

    panels = (FieldPanel("practice"), FieldPanel("name"), FieldPanel("slug"), FieldPanel("text"))
    translatable_fields = (
        *SharedWords.translatable_fields,
        TranslatableField("name"),
        SynchronizedField("slug", overridable=False),
    )
    search_fields = (
        *SharedWords.search_fields,
        index.SearchField("name"),
        index.AutocompleteField("name"),
    )

    class Meta(SharedWords.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ("name",)
        constraints = (
            *getattr(SharedWords.Meta, "constraints", ()),
            models.UniqueConstraint(
                fields=("practice", "locale", "slug"),
                name="topic_slug_is_unique_in_its_practice",
                violation_error_message=_("Another topic has this name in its address."),
            ),
        )

    def __str__(self) -> str:
        return self.name
