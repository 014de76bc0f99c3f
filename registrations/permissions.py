"""Whose registrations, letters and enquiries are; the rights stand in ``cms.permissions``."""

from wagtail.permissions import register_permission_policy

from cms.permissions import ENQUIRY_RIGHTS, REGISTRATION_RIGHTS, PracticePolicy
from registrations.models import Enquiry, Letter, Registration


def register() -> None:
    for model in (Registration, Letter):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=REGISTRATION_RIGHTS)
        )
    register_permission_policy(
        Enquiry, PracticePolicy(Enquiry, path="practice", rights=ENQUIRY_RIGHTS)
    )
