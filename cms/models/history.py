from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .practices import Practice


class LogLine(models.Model):
    """Who did what for a practice, when and from where. Never changed; see ``cms.history``.

    ``changes`` has what was before and after, by field, as it is stored and not as it is shown.
    It is null once its personal data was blanked.
    """

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="log")
    at = models.DateTimeField(_("when"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who"),
    )
    where = models.CharField(_("from where"), max_length=45, blank=True)
    action = models.CharField(_("what"), max_length=40)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_key = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200, blank=True)
    changes: Any = models.JSONField(null=True, default=dict)

    class Meta:
        verbose_name = _("line of the history")
        verbose_name_plural = _("lines of the history")
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("practice", "-id"), name="log_of_practice"),
            models.Index(fields=("subject_kind", "subject_key", "-id"), name="log_of_subject"),
            models.Index(fields=("at",), condition=~models.Q(where=""), name="log_addresses"),
        )

    def __str__(self) -> str:
        return self.title or self.action
