"""Pages that answer what people ask before they write or pay."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField

from cms.blocks import HeadingBlock, PriceRowBlock, QuestionBlock, RouteBlock
from cms.first_texts import fill_in

from .pages import BasePage, BodyPage


class QuestionsPage(BasePage):
    """Questions and answers, in groups."""

    page_description = _("What people ask, with answers, in groups.")
    questions = StreamField(
        [
            ("group", HeadingBlock(label=_("Group"), template="blocks/heading.html")),
            ("question", QuestionBlock()),
        ],
        verbose_name=_("questions"),
        blank=True,
    )

    content_panels = [
        *BasePage.content_panels,
        *BasePage.picture_panels,
        FieldPanel("questions"),
    ]
    subpage_types = ()

    class Meta:
        verbose_name = _("questions and answers")


class PricesPage(BodyPage):
    """What things cost, and how they are paid for."""

    page_description = _("What things cost, row by row, and how they are paid for.")
    prices = StreamField([("row", PriceRowBlock())], verbose_name=_("prices"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        *BasePage.picture_panels,
        FieldPanel("prices"),
        FieldPanel("show_contents"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("prices and terms")


class ContactPage(BodyPage):
    """The ways to reach the practice."""

    page_description = _(
        "The ways to reach you, when you answer, and the way to the form for enquiries."
    )
    routes = StreamField([("route", RouteBlock())], verbose_name=_("ways to reach you"), blank=True)
    opening_hours = models.TextField(_("when you answer"), blank=True, max_length=300)

    content_panels = [
        *BasePage.content_panels,
        *BasePage.picture_panels,
        FieldPanel("routes"),
        FieldPanel("opening_hours"),
        FieldPanel("body"),
    ]
    subpage_types = ()

    class Meta:
        verbose_name = _("contact page")


class LegalPage(BasePage):
    """What the law asks a practice to tell, apart from the terms of purchase."""

    page_description = _(
        "Right of withdrawal, privacy, cookies or accessibility, with a first text to adapt."
    )

    class Kind(models.TextChoices):
        WITHDRAWAL = "withdrawal", _("Right of withdrawal")
        PRIVACY = "privacy", pgettext_lazy("legal page", "Privacy")
        COOKIES = "cookies", _("Cookies")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    kind = models.CharField(_("kind"), max_length=15, choices=Kind.choices)
    text = RichTextField(
        _("text"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "link", "ul", "ol"],
        help_text=_("Leave it empty and save: then a first text stands here, to be adapted."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("kind"), FieldPanel("text")]
    subpage_types = ()

    class Meta:
        verbose_name = _("legal page")

    def clean(self) -> None:
        super().clean()
        fill_in(self, kind=self.kind)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        fill_in(self, kind=self.kind)
        return super().save(*args, **kwargs)
