from .offerings import (
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
