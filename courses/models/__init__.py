from .offerings import (
    Course,
    Offering,
    OfferingQuestion,
    OfferingSession,
    VatTreatment,
)
from .pages import CourseIndexPage, CoursePage
from .prices import CancellationTier, DiscountCode, Price
from .questions import Question
from .terms import TermsVersion

__all__ = [
    "CancellationTier",
    "Course",
    "CourseIndexPage",
    "CoursePage",
    "DiscountCode",
    "Offering",
    "OfferingQuestion",
    "OfferingSession",
    "Price",
    "Question",
    "TermsVersion",
    "VatTreatment",
]
