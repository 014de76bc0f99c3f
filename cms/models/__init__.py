from .images import PracticeImage, PracticeRendition
from .pages import BasePage, ContentPage, HomePage, TermsPage
from .practices import Membership, Practice, Role
from .service_status import Heartbeat
from .supervisors import SupervisorIndexPage, SupervisorPage
from .translating import SourceChange

__all__ = [
    "BasePage",
    "ContentPage",
    "Heartbeat",
    "HomePage",
    "Membership",
    "Practice",
    "PracticeImage",
    "PracticeRendition",
    "Role",
    "SourceChange",
    "SupervisorIndexPage",
    "SupervisorPage",
    "TermsPage",
]
