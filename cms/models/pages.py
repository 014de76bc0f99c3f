"""Pages: words, one copy per language."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction

from cms.admin_page_form import PageForm
from cms.blocks import BodyBlock
from cms.named_pages import pages_named_in
from cms.reading import reading_of


class Scene(models.TextChoices):
    """Drawn pictures that come with the product, as ``static/img/scenes/<value>.svg``."""

    FJORD = "fjord", _("A fjord in the morning")
    ROOM = "room", _("A room with a round table")
    MAP_TABLE = "map-table", _("A table with a map")
    CIRCLE = "circle", _("People around a table")
    LAKE = "lake", _("A lake among birches")


class BasePage(Page):
    """What every page of a practice has: a lead in plain words, and one picture at most."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=400,
        help_text=_("One or two sentences that say what the page is about."),
    )
    picture = models.ForeignKey(
        "cms.PracticeImage",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    scene = models.CharField(
        _("drawn picture"),
        max_length=20,
        blank=True,
        choices=Scene.choices,
        help_text=_("Used when no picture is chosen."),
    )

    base_form_class = PageForm
    content_panels = [*Page.content_panels, FieldPanel("lead")]
    picture_panels = (FieldPanel("picture"), FieldPanel("scene"))

    # Set to False by whoever knows that the installation has no private page at all.
    may_be_private = True

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        reader = reading_of(request, self).locale
        context["named_pages"] = pages_named_in(getattr(self, "body", ()), locale=reader)
        return context

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Spare the walk up the tree where it is known that no page is private."""
        if not self.may_be_private:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()


class HomePage(BasePage):
    """A practice's first page."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, *BasePage.picture_panels, FieldPanel("body")]
    parent_page_types = ("wagtailcore.Page",)

    class Meta:
        verbose_name = _("home page")


class ContentPage(BasePage):
    """A page of free content: about us, contact, privacy and the like."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*BasePage.content_panels, *BasePage.picture_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("content page")


class TermsPage(BasePage):
    """The terms of purchase as they stand. Each published text is kept for those who accept it."""

    text = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "link", "ul", "ol"])

    content_panels = [*BasePage.content_panels, FieldPanel("text")]
    subpage_types = ()

    class Meta:
        verbose_name = _("terms page")
