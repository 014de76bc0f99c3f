"""Whose registrations and letters are; what may be done with them stands in ``cms.permissions``."""

from wagtail.permissions import register_permission_policy

from cms.permissions import REGISTRATION_RIGHTS, PracticePolicy
from registrations.models import Letter, Registration


def register() -> None:
    for model in (Registration, Letter):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=REGISTRATION_RIGHTS)
        )
