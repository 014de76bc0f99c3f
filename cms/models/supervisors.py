from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from cms.blocks import BodyBlock, CredentialBlock
from cms.reading import below_to_read

from .pages import BasePage
from .services import services_naming


class SupervisorIndexPage(BasePage):
    """The practice's supervisors."""

    page_description = _("The people. It lists the supervisors below it by itself.")
    content_panels = [*BasePage.content_panels, *BasePage.picture_panels]
    subpage_types = ("cms.SupervisorPage",)

    class Meta:
        verbose_name = _("supervisors page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["supervisors"] = (
            below_to_read(SupervisorPage, self, request)
            .select_related("picture", "locale")
            .defer_streamfields()
        )
        return context


class SupervisorPage(BasePage):
    """One supervisor: the page's title is the person's name."""

    page_description = _("One person: credentials, methods, languages. The title is the name.")
    profession = models.CharField(_("profession"), max_length=120)
    methods_used = models.CharField(
        _("methods"), max_length=200, blank=True, help_text=_("Separated by commas.")
    )
    languages_spoken = models.CharField(_("languages"), max_length=120, blank=True)
    credentials = StreamField(
        [("credential", CredentialBlock())], verbose_name=_("credentials"), blank=True
    )
    own_supervision = models.CharField(
        _("own supervision"),
        max_length=200,
        blank=True,
        help_text=_("How the supervisor is supervised in turn."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("profession"),
        FieldPanel("languages_spoken"),
        FieldPanel("methods_used"),
        FieldPanel("picture"),
        FieldPanel("credentials"),
        FieldPanel("own_supervision"),
        FieldPanel("body"),
    ]
    parent_page_types = ("cms.SupervisorIndexPage",)
    subpage_types = ()

    class Meta:
        verbose_name = _("supervisor page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["services"] = services_naming(self, "supervisors", request)
        return context
