from .offerings import (
    CancellationTier,
    Course,
    Offering,
    OfferingQuestion,
    OfferingSession,
    Price,
    VatTreatment,
)
from .pages import CourseIndexPage, CoursePage
from .questions import Question
from .terms import TermsVersion

__all__ = [
    "CancellationTier",
    "Course",
    "CourseIndexPage",
    "CoursePage",
    "Offering",
    "OfferingQuestion",
    "OfferingSession",
    "Price",
    "Question",
    "TermsVersion",
    "VatTreatment",
]
