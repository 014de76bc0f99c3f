"""Whose registrations, letters and enquiries are; the rights stand in ``cms.permissions``."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from wagtail.permissions import register_permission_policy

from cms.models import Practice
from cms.permissions import (
    ENQUIRY_RIGHTS,
    HISTORY_RIGHTS,
    INVITATION_RIGHTS,
    OWNERS,
    REGISTRATION_RIGHTS,
    TEMPLATE_RIGHTS,
    PracticePolicy,
    has_role,
    practices_of,
)
from courses.models import Offering, OfferingGuest
from registrations.models import (
    BookkeepingSettings,
    CreditNote,
    Enquiry,
    HistoryLine,
    Invitation,
    Invoice,
    LedgerLine,
    Letter,
    LetterTemplate,
    Message,
    Payout,
    Registration,
    Reminder,
)


def attended_offerings(user: Any) -> QuerySet[Offering]:
    """Those whose names and attendance ``user`` may see: an owner's, and those that a guest helps
    with. An administrator's are all."""
    rows = Offering.objects.all()
    if not user.is_authenticated or not user.is_active:
        return rows.none()
    as_guest = OfferingGuest.objects.filter(offering=OuterRef("pk"), user=user)
    return rows.filter(Q(course__practice__in=practices_of(user, *OWNERS)) | Exists(as_guest))


def attends_offerings(user: Any) -> bool:
    """Whether attendance is any matter of theirs, also while there is no course date."""
    return has_role(user, *OWNERS) or attended_offerings(user).exists()


def runs_practice(user: Any, practice: Practice) -> bool:
    """Whether they may know who booked and for whom, and not the names of those who come alone."""
    return practices_of(user, *OWNERS).filter(pk=practice.pk).exists()


# Whose money it is, from each kind of row.
MONEY = {
    LedgerLine: "registration__practice",
    Invoice: "practice",
    CreditNote: "invoice__practice",
    Payout: "practice",
    BookkeepingSettings: "practice",
}


def register() -> None:
    for model, path in MONEY.items():
        register_permission_policy(
            model, PracticePolicy(model, path=path, rights=REGISTRATION_RIGHTS)
        )
    for model in (Registration, Letter, Message):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=REGISTRATION_RIGHTS)
        )
    register_permission_policy(
        Invitation, PracticePolicy(Invitation, path="practice", rights=INVITATION_RIGHTS)
    )
    register_permission_policy(
        HistoryLine,
        PracticePolicy(HistoryLine, path="registration__practice", rights=HISTORY_RIGHTS),
    )
    register_permission_policy(
        Enquiry, PracticePolicy(Enquiry, path="practice", rights=ENQUIRY_RIGHTS)
    )
    for model in (LetterTemplate, Reminder):
        register_permission_policy(
            model, PracticePolicy(model, path="practice", rights=TEMPLATE_RIGHTS)
        )
