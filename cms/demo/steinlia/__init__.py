"""The tree of Steinlia's own pages, and what several of them share."""

from datetime import timedelta
from typing import Any, Final

from django.utils import timezone

from cms.demo.page_tree import DemoPage, pages_in
from cms.demo.steinlia import da, en, fi, nb, sv
from cms.demo.steinlia.services import SERVICES
from cms.demo.words import PageReference, topics
from cms.models import (
    ArticleIndexPage,
    ArticlePage,
    ContactPage,
    ContentPage,
    HomePage,
    LegalPage,
    MethodPage,
    Practice,
    PricesPage,
    QuestionsPage,
    ServiceIndexPage,
    ServicePage,
    SupervisorIndexPage,
    SupervisorPage,
    TermsPage,
)
from cms.models.pages import Scene

LANGUAGES: Final = {"nb": nb, "sv": sv, "en": en, "fi": fi, "da": da}
page: Final = pages_in({language: words.PAGES for language, words in LANGUAGES.items()})
SHARED: Final = {
    language: {
        "audience": words.AUDIENCES,
        "benefit": words.BENEFITS,
        "principle": words.PRINCIPLES,
        "topic": words.TOPICS,
    }
    for language, words in LANGUAGES.items()
}


def article(key: str, *, weeks_ago: int, author: str, course: str = "", **rest: Any) -> DemoPage:
    """An article, with what it is about and the course that belongs to it."""
    about: dict[str, Any] = {"author": PageReference(author), "topics": rest.pop("about")}
    if course:
        about["related_course"] = PageReference(course)

    def published(practice: Practice) -> dict[str, Any]:
        today = timezone.localdate(timezone=practice.zone)
        return {"published_on": today - timedelta(weeks=weeks_ago)}

    return page(key, ArticlePage, parent="articles", facts=published, fixed=about, **rest)


def legal(kind: str) -> DemoPage:
    return page(kind, LegalPage, fixed={"kind": kind})


PAGES: Final = (
    page("home", HomePage, scene=Scene.FJORD),
    page("services", ServiceIndexPage, in_menu=True, scene=Scene.CHAIRS),
    *(
        page(key, ServicePage, parent="services", scene=scene, fixed=facts)
        for key, (scene, facts) in SERVICES.items()
    ),
    page("method", MethodPage, scene=Scene.MAP_TABLE, fixed={"show_contents": True}),
    page("supervisors", SupervisorIndexPage, in_menu=True, scene=Scene.CIRCLE),
    page("ingrid", SupervisorPage, parent="supervisors", picture="ingrid"),
    page("mikael", SupervisorPage, parent="supervisors", picture="mikael"),
    page("aino", SupervisorPage, parent="supervisors", picture="aino"),
    page("jonas", SupervisorPage, parent="supervisors", picture="jonas"),
    page("articles", ArticleIndexPage, in_menu=True, scene=Scene.DESK),
    article(
        "article-agreements",
        weeks_ago=3,
        author="ingrid",
        course="course-open-group",
        scene=Scene.MAP_TABLE,
        about=topics("groups", "agreements"),
    ),
    article(
        "article-attestation",
        weeks_ago=11,
        author="mikael",
        course="course-meta",
        scene=Scene.DESK,
        about=topics("hours"),
    ),
    article(
        "article-change",
        weeks_ago=19,
        author="ingrid",
        scene=Scene.CHAIRS,
        about=topics("agreements"),
    ),
    article(
        "article-screen",
        weeks_ago=28,
        author="aino",
        course="course-webinar",
        scene=Scene.LAKE,
        about=topics("online", "groups"),
    ),
    article(
        "article-employer",
        weeks_ago=41,
        author="ingrid",
        course="course-group",
        scene=Scene.ROOM,
        about=topics("employers", "agreements"),
    ),
    page("employers", PricesPage, scene=Scene.ROOM, fixed={"show_contents": True}),
    page("hours", ContentPage, scene=Scene.DESK, fixed={"show_contents": True}),
    page("questions", QuestionsPage, scene=Scene.PATH),
    page("contact", ContactPage, in_menu=True, scene=Scene.FJORD),
    page("terms", TermsPage),
    legal(LegalPage.Kind.WITHDRAWAL),
    legal(LegalPage.Kind.PRIVACY),
    legal(LegalPage.Kind.COOKIES),
    legal(LegalPage.Kind.ACCESSIBILITY),
)
