"""Whose registrations, letters and enquiries are; the rights stand in ``cms.permissions``."""

from wagtail.permissions import register_permission_policy

from cms.permissions import (
    ENQUIRY_RIGHTS,
    REGISTRATION_RIGHTS,
    TEMPLATE_RIGHTS,
    PracticePolicy,
)
from registrations.models import (
    Enquiry,
    Letter,
    LetterTemplate,
    Message,
    Registration,
    Reminder,
)


def register() -> None:
    for model in (Registration, Letter, Message):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=REGISTRATION_RIGHTS)
        )
    register_permission_policy(
        Enquiry, PracticePolicy(Enquiry, path="practice", rights=ENQUIRY_RIGHTS)
    )
    for model in (LetterTemplate, Reminder):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=TEMPLATE_RIGHTS)
        )
