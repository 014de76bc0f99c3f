"""How somebody likes to look at the list of registrations."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cms.models import Practice


class ChosenColumns(models.Model):
    """Which columns a user sees in the list of registrations, in order."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registration_columns"
    )
    names = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.user_id}"


class SavedFilter(models.Model):
    """A question put to the list, kept under a name: for oneself, or for all of a practice."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="saved_filters")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.CASCADE,
        related_name="saved_filters",
        help_text="Whose it is; nobody's own where the whole practice shares it.",
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(max_length=1000)

    class Meta:
        verbose_name = _("saved filter")
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=("practice", "user", "name"), name="saved_filter_has_its_own_name"
            ),
            models.UniqueConstraint(
                fields=("practice", "name"),
                condition=Q(user=None),
                name="shared_filter_has_its_own_name",
            ),
        )

    def __str__(self) -> str:
        return self.name
