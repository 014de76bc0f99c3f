"""Words about courses: pages, one copy per language, without dates, seats or prices."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.fields import SynchronizedField

from cms.blocks import PLAIN_FEATURES, BodyBlock
from cms.models import BasePage
from cms.models.practices import practice_of_page
from cms.reading import below_to_read
from cms.site_context import parent_page
from courses.panels import CourseDatesPanel

from .choosing import narrowed
from .listing import coming_cards, offerings_of, past_cards
from .offerings import Course

# What the address of the list asks for to see what is over.
ARCHIVE = "past"


class CourseIndexPage(BasePage):
    """The courses that are coming, and under them what each is about."""

    page_description = _(
        "The courses that people sign up for. It lists what is coming and what has been by itself."
    )
    content_panels = [*BasePage.content_panels, *BasePage.picture_panels]
    subpage_types = ("courses.CoursePage",)

    class Meta:
        verbose_name = _("course list")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = below_to_read(CoursePage, self, request)
        context["archive"] = request.GET.get("show") == ARCHIVE
        cards = past_cards(pages) if context["archive"] else coming_cards(pages)
        context |= narrowed(cards, request.GET)
        return context


class CoursePage(BasePage):
    """The words about one course in one language."""

    page_description = _(
        "The words about one course. Its dates, prices and seats are looked after apart."
    )
    course = models.ForeignKey(
        Course,
        verbose_name=_("course"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="pages",
    )
    for_whom = RichTextField(_("for whom"), features=PLAIN_FEATURES, blank=True)
    co_organisers = models.CharField(
        _("co-organisers"),
        max_length=200,
        blank=True,
        help_text=_("Who arranges the course with you; several with commas between them."),
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        CourseDatesPanel(heading=_("Dates")),
        *BasePage.picture_panels,
        FieldPanel("for_whom"),
        FieldPanel("co_organisers"),
        FieldPanel("body"),
    ]
    parent_page_types = ("courses.CourseIndexPage",)
    subpage_types = ()
    exclude_fields_in_copy: ClassVar[list[str]] = ["course"]
    override_translatable_fields = (SynchronizedField("course", overridable=False),)

    class Meta:
        verbose_name = _("course page")

    def save(self, *args: Any, **kwargs: Any) -> Any:
        if self.course_id is None:
            self.course = self._course_of_family() or self._new_course()
        return super().save(*args, **kwargs)

    def _course_of_family(self) -> Course | None:
        """The course that this page, or a translation of it, already stands for."""
        family = models.Q(translation_key=self.translation_key)
        if self.pk:
            family |= models.Q(pk=self.pk)
        page = CoursePage.objects.filter(family, course__isnull=False).first()
        return page.course if page else None

    def _new_course(self) -> Course:
        practice = practice_of_page(self)
        if practice is None:
            raise ValidationError(_("A course page must stand under a practice's home page."))
        stem = slugify(self.slug or self.title)[:30] or "course"
        code, number = stem, 1
        while Course.objects.filter(practice=practice, code=code).exists():
            number += 1
            code = f"{stem}-{number}"
        return Course.objects.create(practice=practice, code=code)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["course_list"] = parent_page(self, request)
        context["offerings"], context["past_offerings"] = offerings_of(self.course_id)
        return context
