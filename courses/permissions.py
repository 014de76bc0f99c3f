"""Whose the facts about courses are; what may be done with them stands in ``cms.permissions``."""

from wagtail.permissions import register_permission_policy

from cms.permissions import (
    CODE_RIGHTS,
    OFFERING_RIGHTS,
    QUESTION_RIGHTS,
    TERMS_RIGHTS,
    PracticePolicy,
)
from courses.models import DiscountCode, Offering, Question, TermsVersion


def register() -> None:
    register_permission_policy(
        Offering, PracticePolicy(Offering, path="course__practice", rights=OFFERING_RIGHTS)
    )
    register_permission_policy(
        DiscountCode, PracticePolicy(DiscountCode, path="practice", rights=CODE_RIGHTS)
    )
    register_permission_policy(
        Question, PracticePolicy(Question, path="practice", rights=QUESTION_RIGHTS)
    )
    register_permission_policy(
        TermsVersion, PracticePolicy(TermsVersion, path="practice", rights=TERMS_RIGHTS)
    )
