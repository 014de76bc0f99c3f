from .asked_questions import OfferingQuestion
from .courses import Course
from .guests import OfferingGuest
from .offerings import Offering, VatTreatment
from .pages import CourseIndexPage, CoursePage
from .prices import CancellationTier, DiscountCode, Price
from .questions import Question
from .sessions import OfferingSession
from .terms import TermsVersion

__all__ = [
    "CancellationTier",
    "Course",
    "CourseIndexPage",
    "CoursePage",
    "DiscountCode",
    "Offering",
    "OfferingGuest",
    "OfferingQuestion",
    "OfferingSession",
    "Price",
    "Question",
    "TermsVersion",
    "VatTreatment",
]
