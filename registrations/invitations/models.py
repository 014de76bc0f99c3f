"""An invitation: to whom, to what, and what became of it."""

import uuid
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from cms.models import Practice
from courses.models import Offering
from registrations.models.registrations import link_behind, signed_link

LASTS: Final = timedelta(days=7)
SALT: Final = "registrations.invitation"


def a_week_ahead() -> datetime:
    return timezone.now() + LASTS


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def open(self) -> "InvitationQuerySet":
        """Neither accepted nor withdrawn; their time may be over."""
        return self.filter(accepted_at=None, withdrawn_at=None)


class Invitation(models.Model):
    """That somebody is asked to take on a role for a practice. Whoever reads the letter accepts.

    The address of the link is told in the letter alone: whoever could read it elsewhere could
    make an account in another's name.
    """

    class As(models.TextChoices):
        EDITOR = "editor", _("Editor")
        OWNER = "owner", _("Owner")
        GUEST = "guest", _("Guest organiser")

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=10, choices=As.choices, default=As.EDITOR)
    offerings = models.ManyToManyField(
        Offering,
        blank=True,
        related_name="+",
        verbose_name=_("course dates"),
        help_text=_("For a guest organiser: whose names and attendance may be seen."),
    )
    language = models.CharField(
        _("language of the letter"), max_length=10, choices=settings.LANGUAGES
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    link_id = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    expires_at = models.DateTimeField(default=a_week_ahead)
    withdrawn_at = models.DateTimeField(null=True)
    accepted_at = models.DateTimeField(null=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                "practice",
                Lower("email"),
                "role",
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="invited_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None),
                name="invitation_ends_in_one_way",
            ),
        )

    def __str__(self) -> str:
        return f"{self.email} – {self.get_role_display()}"

    @property
    def is_open(self) -> bool:
        return self.accepted_at is None and self.withdrawn_at is None and not self.is_over

    @property
    def is_over(self) -> bool:
        return self.expires_at <= timezone.now()

    @property
    def address(self) -> str:
        """The link that accepts it, on the practice's own site."""
        with override(self.language):
            token = signed_link(self.link_id, salt=SALT)
            return self.practice.address_of(reverse("invitation", kwargs={"token": token}))

    @staticmethod
    def link_id_of(token: str) -> uuid.UUID | None:
        return link_behind(token, salt=SALT)
