"""Pages: words, one copy per language."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from cms.admin_page_form import PageForm
from cms.blocks import PLAIN_FEATURES, BodyBlock
from cms.checks_panel import ChecksPanel
from cms.first_texts import TERMS, fill_in
from cms.in_page_contents import parts_of
from cms.named_pages import all_is_read, named_in, read_pages, read_words
from cms.reading import reading_of


class Scene(models.TextChoices):
    """Drawn pictures that come with the product, as ``static/img/scenes/<value>.svg``."""

    FJORD = "fjord", _("A fjord in the morning")
    ROOM = "room", _("A room with a round table")
    MAP_TABLE = "map-table", _("A table with a map")
    CIRCLE = "circle", _("People around a table")
    LAKE = "lake", _("A lake among birches")
    PATH = "path", _("A path over the hills")
    CHAIRS = "chairs", _("Two armchairs by a window")
    RIVER_TOWN = "river-town", _("A town by a river")
    COURTYARD = "courtyard", _("A courtyard of brick")
    RYE = "rye", _("A field of rye by a lake")
    DESK = "desk", _("A desk with letters")


class BasePage(Page):
    """What every page of a practice has: a lead in plain words, and one picture at most."""

    lead = models.TextField(
        _("lead"),
        blank=True,
        max_length=400,
        help_text=_("One or two sentences that say what the page is about."),
    )
    menu_title = models.CharField(
        _("name in menus"),
        max_length=40,
        blank=True,
        help_text=_("Shorter than the title, where the title is long."),
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
    content_panels = [ChecksPanel(), *Page.content_panels, FieldPanel("lead")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("menu_title")], heading=_("In menus")),
    ]
    picture_panels = (FieldPanel("picture"), FieldPanel("scene"))

    # Set to False by whoever knows that the installation has no private page at all.
    may_be_private = True
    # Fields beside the body whose blocks are pages to be shown.
    fields_naming_pages: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def minimal_clean(self) -> None:
        """Wagtail's, which does not say that it speaks of the title; translating needs to know."""
        try:
            super().minimal_clean()
        except ValidationError as error:
            if hasattr(error, "error_dict"):
                raise
            raise ValidationError({"title": error.messages}) from error

    @property
    def name_in_menu(self) -> str:
        return self.menu_title or self.title

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        reader = reading_of(request, self).locale
        named = named_in(self)
        pages = context["named_pages"] = read_pages(named.pages, locale=reader)
        context["shared_words"] = read_words(named.words, locale=self.locale_id)
        all_is_read()
        context["parts"] = parts_of(getattr(self, "body", ()))
        for name in self.fields_naming_pages:
            keys = [block.value.pk for block in getattr(self, name) if block.value]
            context[name] = [pages[key] for key in keys if key in pages]
        return context

    @classmethod
    def get_search_fields(cls) -> list[index.BaseField]:
        """Every word that the page itself says can be found, whatever kind of page it is."""
        names = [*_words_of(cls), "shared_words"]
        return [*super().get_search_fields(), *(index.SearchField(name) for name in names)]

    def shared_words(self) -> str:
        """The words that the page shows and shares with others, in its language."""
        words = read_words(named_in(self).words, locale=self.locale_id)
        return " ".join(f"{each.heading} {each.text}" for each in words.values())

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Spare the walk up the tree where it is known that no page is private."""
        if not self.may_be_private:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()


def _words_of(model: type[Page]) -> list[str]:
    """The names of the model's own fields that hold words for readers."""
    taken = {field.name for field in Page._meta.get_fields()}
    return [
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, models.CharField | models.TextField | StreamField)
        and field.name not in taken
        and not field.choices
    ]


class BodyPage(BasePage):
    """A page whose words are built of blocks, with its contents at the top if it is long."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    show_contents = models.BooleanField(
        _("show the contents at the top"),
        default=False,
        help_text=_("For long pages: a list of the headings, each leading to its part."),
    )

    content_panels = [
        *BasePage.content_panels,
        *BasePage.picture_panels,
        FieldPanel("show_contents"),
        FieldPanel("body"),
    ]

    class Meta:
        abstract = True


class HomePage(BasePage):
    """A practice's first page."""

    page_description = _(
        "The front door, one in each language. The next courses follow by themselves."
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    footer_text = RichTextField(
        _("text in the foot of every page"),
        blank=True,
        features=PLAIN_FEATURES,
        help_text=_("For example opening hours, or which association you belong to."),
    )

    content_panels = [
        *BasePage.content_panels,
        *BasePage.picture_panels,
        FieldPanel("body"),
        FieldPanel("footer_text"),
    ]
    parent_page_types = ("wagtailcore.Page",)

    class Meta:
        verbose_name = _("home page")


class ContentPage(BodyPage):
    """A page of free content: about us and the like."""

    page_description = _("For everything that no other page is made for, such as about us.")

    class Meta:
        verbose_name = _("content page")


class TermsPage(BasePage):
    """The terms of purchase as they stand. Each published text is kept for those who accept it."""

    page_description = _(
        "What people accept when they register. Each text that is published is kept."
    )
    text = RichTextField(
        _("text"),
        blank=True,
        features=["h2", "h3", "bold", "italic", "link", "ul", "ol"],
        help_text=_("Leave it empty and save: then a first text stands here, to be adapted."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("text")]
    subpage_types = ()

    class Meta:
        verbose_name = _("terms page")

    def clean(self) -> None:
        super().clean()
        fill_in(self, kind=TERMS)

    def save(self, *args: Any, **kwargs: Any) -> Any:
        fill_in(self, kind=TERMS)
        return super().save(*args, **kwargs)
