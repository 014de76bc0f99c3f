"""What is taught, whatever its dates."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from cms.models import Practice

if TYPE_CHECKING:
    from django_stubs_ext.db.models import TypedModelMeta
else:
    TypedModelMeta = object


class Course(models.Model):
    """What is taught. Its words are ``CoursePage``; it is archived, never deleted."""

    practice = models.ForeignKey(
        Practice, on_delete=models.PROTECT, related_name="courses", verbose_name=_("practice")
    )
    code = models.SlugField(_("code"), max_length=40)
    name = models.CharField(
        _("name"),
        max_length=120,
        blank=True,
        help_text=_("What it is called where it has no page."),
    )
    archived = models.BooleanField(_("archived"), default=False)

    class Meta(TypedModelMeta):
        verbose_name = _("course")
        verbose_name_plural = _("courses")
        ordering = ("code",)
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "code"), name="course_code_is_unique_in_its_practice"
            ),
        )

    def __str__(self) -> str:
        return self.code
