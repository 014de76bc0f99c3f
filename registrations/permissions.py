"""Whose registrations, letters and enquiries are; the rights stand in ``cms.permissions``."""

from typing import Any

from django.db.models import QuerySet

from wagtail.permissions import register_permission_policy

from cms.permissions import (
    ENQUIRY_RIGHTS,
    OWNERS,
    REGISTRATION_RIGHTS,
    PracticePolicy,
    has_role,
    practices_of,
)
from courses.models import Offering
from registrations.models import Enquiry, Letter, Registration


def register() -> None:
    for model in (Registration, Letter):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=REGISTRATION_RIGHTS)
        )
    register_permission_policy(
        Enquiry, PracticePolicy(Enquiry, path="practice", rights=ENQUIRY_RIGHTS)
    )


def attended_offerings(user: Any) -> QuerySet[Offering]:
    """The course dates whose participants' names and attendance ``user`` may see."""
    return Offering.objects.filter(course__practice__in=practices_of(user, *OWNERS))


def attends_offerings(user: Any) -> bool:
    """Whether attendance is any matter of theirs, also while there is no course date."""
    return has_role(user, *OWNERS) or attended_offerings(user).exists()
