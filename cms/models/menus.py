"""Which pages are linked from the head and the foot of every page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable, Page

from .practices import Practice


class Menu(ClusterableModel):
    """A practice's links. One row for all languages: each page is shown in the reader's."""

    practice = models.OneToOneField(
        Practice, on_delete=models.CASCADE, related_name="menu", verbose_name=_("practice")
    )

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        ordering = ("practice",)

    def __str__(self) -> str:
        return str(self.practice)


class MenuLink(Orderable):
    """A link to a page; its words are the page's own name in menus."""

    class Place(models.TextChoices):
        HEADER = "header", _("At the top")
        FOOTER = "footer", _("In the foot")

    menu = ParentalKey(Menu, on_delete=models.CASCADE, related_name="links")
    place = models.CharField(_("where"), max_length=6, choices=Place.choices, default=Place.HEADER)
    page = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("page")
    )

    panels = (FieldPanel("page"), FieldPanel("place"))

    class Meta(Orderable.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("menu", "place", "page"), name="menu_names_a_page_once"
            ),
            models.CheckConstraint(
                condition=models.Q(place__in=("header", "footer")), name="menu_link_place"
            ),
        )

    def __str__(self) -> str:
        return str(self.page)
