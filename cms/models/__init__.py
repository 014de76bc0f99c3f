from .answers import ContactPage, LegalPage, PricesPage, QuestionsPage
from .articles import ArticleIndexPage, ArticlePage, ArticleTopic
from .history import LogLine
from .images import PracticeImage, PracticeRendition
from .menus import Menu, MenuLink
from .pages import BasePage, BodyPage, ContentPage, HomePage, TermsPage
from .practices import Membership, Practice, Role
from .service_status import Heartbeat
from .services import MethodPage, ServiceIndexPage, ServicePage
from .shared_words import Audience, Benefit, Principle, Topic
from .supervisors import SupervisorIndexPage, SupervisorPage
from .translating import SourceChange

__all__ = [
    "ArticleIndexPage",
    "ArticlePage",
    "ArticleTopic",
    "Audience",
    "BasePage",
    "Benefit",
    "BodyPage",
    "ContactPage",
    "ContentPage",
    "Heartbeat",
    "HomePage",
    "LegalPage",
    "LogLine",
    "Membership",
    "Menu",
    "MenuLink",
    "MethodPage",
    "Practice",
    "PracticeImage",
    "PracticeRendition",
    "PricesPage",
    "Principle",
    "QuestionsPage",
    "Role",
    "ServiceIndexPage",
    "ServicePage",
    "SourceChange",
    "SupervisorIndexPage",
    "SupervisorPage",
    "TermsPage",
    "Topic",
]
