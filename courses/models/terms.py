from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from cms.models import Practice


class TermsVersion(models.Model):
    """A practice's terms in one language, exactly as they once stood. Never changed."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="terms_versions")
    language = models.CharField(_("language"), max_length=10)
    number = models.PositiveIntegerField(_("version"))
    title = models.CharField(_("title"), max_length=255)
    html = models.TextField(_("text"))
    frozen_at = models.DateTimeField(_("valid from"), auto_now_add=True)

    class Meta:
        verbose_name = _("version of the terms")
        verbose_name_plural = _("versions of the terms")
        ordering = ("practice", "language", "-number")
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "language", "number"), name="terms_version_has_one_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.title} ({self.language} {self.number})"

    def get_absolute_url(self) -> str:
        return reverse("terms_version", kwargs={"language": self.language, "number": self.number})
