"""Services: what a practice offers by agreement, and the methods it works by."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail_localize.fields import SynchronizedField

from cms.facets import FacetField, Format, Level, Orientation, Purpose, Setting, filters_of
from cms.named_pages import NamedPageBlock
from cms.reading import below_to_read, in_languages_read
from cms.referring_pages import pages_naming

from .pages import BasePage, BodyPage

UP_TO = pgettext_lazy("end of a range", "to")


def named(page_type: str, label: Any) -> StreamField:
    """A list of pages, the same in all languages; each is shown in the reader's."""
    chooser = NamedPageBlock(page_type=page_type, label=label)
    return StreamField([("page", chooser)], blank=True, verbose_name=label)


class MethodPage(BodyPage):
    """A way of working that has a name, and the services that use it."""

    page_description = _(
        "A way of working with a name, its principles and the services that use it."
    )

    class Meta:
        verbose_name = _("method page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["services"] = services_naming(self, "methods", request)
        return context


class ServiceIndexPage(BasePage):
    """The catalogue of services, in the order of the tree, to be filtered by their facets."""

    page_description = _(
        "What you offer by agreement. It lists the services below it by itself, with filters."
    )
    body = StreamField(BodyPage._meta.get_field("body").stream_block, blank=True)

    content_panels = [*BasePage.content_panels, *BasePage.picture_panels, FieldPanel("body")]
    subpage_types = ("cms.ServicePage",)

    class Meta:
        verbose_name = _("service catalogue")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        services = (
            below_to_read(ServicePage, self, request)
            .select_related("picture", "locale")
            .defer_streamfields()
        )
        context |= filters_of(list(services), request.GET)
        return context


class FrequencyUnit(models.TextChoices):
    WEEK = "week", _("weeks")
    MONTH = "month", _("months")


class ServicePage(BodyPage):
    """One service: its words, and facts that are the same in all languages."""

    page_description = _("One thing that you offer by agreement, with its facts.")
    frequency_min = models.PositiveSmallIntegerField(_("every"), null=True, blank=True)
    frequency_max = models.PositiveSmallIntegerField(
        UP_TO, null=True, blank=True, help_text=_("Empty: always the same.")
    )
    frequency_unit = models.CharField(
        _("unit"), max_length=5, blank=True, choices=FrequencyUnit.choices
    )
    meetings = models.PositiveSmallIntegerField(
        _("number of meetings"),
        null=True,
        blank=True,
        help_text=_("Empty: as many as are needed. 1: a single meeting."),
    )
    minutes_min = models.PositiveSmallIntegerField(_("minutes of a meeting"), null=True, blank=True)
    minutes_max = models.PositiveSmallIntegerField(UP_TO, null=True, blank=True)
    people_min = models.PositiveSmallIntegerField(_("people"), null=True, blank=True)
    people_max = models.PositiveSmallIntegerField(UP_TO, null=True, blank=True)
    facts_note = models.CharField(
        _("note on the facts"),
        max_length=150,
        blank=True,
        help_text=_("For example “Usual values; always tailored to you”."),
    )

    orientations = FacetField(Orientation, verbose_name=_("orientations"))
    formats = FacetField(Format, verbose_name=_("formats"))
    levels = FacetField(Level, verbose_name=_("levels"))
    purposes = FacetField(Purpose, verbose_name=_("purposes"))
    setting = models.CharField(
        _("where"), max_length=10, choices=Setting.choices, default=Setting.IN_PERSON
    )

    supervisors = named("cms.SupervisorPage", _("supervisors"))
    methods = named("cms.MethodPage", _("methods"))
    related_courses = named(settings.COURSE_PAGE_MODEL, _("related courses"))

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [
                        FieldPanel("frequency_min"),
                        FieldPanel("frequency_max"),
                        FieldPanel("frequency_unit"),
                    ]
                ),
                FieldPanel("meetings"),
                FieldRowPanel([FieldPanel("minutes_min"), FieldPanel("minutes_max")]),
                FieldRowPanel([FieldPanel("people_min"), FieldPanel("people_max")]),
                FieldPanel("facts_note"),
            ],
            heading=_("Facts"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("formats"),
                FieldPanel("orientations"),
                FieldPanel("levels"),
                FieldPanel("purposes"),
                FieldPanel("setting"),
            ],
            heading=_("How readers find it"),
        ),
        FieldPanel("show_contents"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("supervisors"), FieldPanel("methods"), FieldPanel("related_courses")],
            heading=_("What belongs together"),
        ),
        *BasePage.picture_panels,
    ]
    parent_page_types = ("cms.ServiceIndexPage",)
    subpage_types = ()
    fields_naming_pages = ("supervisors", "methods", "related_courses")
    FACTS = (
        *("frequency_min", "frequency_max", "frequency_unit", "meetings", "minutes_min"),
        *("minutes_max", "people_min", "people_max", "orientations", "formats", "levels"),
        *("purposes", "setting", "supervisors", "methods", "related_courses"),
    )
    override_translatable_fields = tuple(
        SynchronizedField(name, overridable=False) for name in FACTS
    )

    class Meta:
        verbose_name = _("service page")
        constraints = tuple(
            models.CheckConstraint(
                condition=Q(**{f"{name}_max": None})
                | Q(**{f"{name}_min__isnull": False, f"{name}_max__gte": F(f"{name}_min")}),
                name=f"service_{name}_runs_upwards",
                violation_error_message=_("The second number must not be smaller than the first."),
            )
            for name in ("frequency", "minutes", "people")
        )

    def clean(self) -> None:
        super().clean()
        if self.frequency_min and not self.frequency_unit:
            raise ValidationError({"frequency_unit": _("Choose weeks or months.")})


def services_naming(page: BasePage, field: str, request: HttpRequest) -> list[ServicePage]:
    """The live services, as the visitor reads them, whose ``field`` names ``page``."""
    naming = pages_naming(page, model=ServicePage, field=field)
    return list(
        in_languages_read(naming, page, request)
        .select_related("picture", "locale")
        .defer_streamfields()
        .order_by("path")
    )
