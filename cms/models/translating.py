"""What is noted about translations, besides what wagtail-localize notes itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail_localize.models import TranslationSource


class SourceChange(models.Model):
    """What has changed in a page since its translations were last brought up to date.

    One row while there is something, none otherwise. ``changes`` are ``where``, ``was``, ``now``.
    """

    source = models.OneToOneField(
        TranslationSource, on_delete=models.CASCADE, primary_key=True, related_name="change"
    )
    since = models.DateTimeField(_("since"), auto_now_add=True)
    changes = models.JSONField(_("changes"))

    class Meta:
        verbose_name = _("change of a source")
        verbose_name_plural = _("changes of sources")

    def __str__(self) -> str:
        return f"{self.source.object_repr} ({len(self.changes)})"
