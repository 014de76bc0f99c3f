"""The tree of Steinlia's own pages."""

from typing import Final

from cms.demo import steinlia_en as en
from cms.demo import steinlia_nb as nb
from cms.demo import steinlia_terms_en as terms_en
from cms.demo import steinlia_terms_nb as terms_nb
from cms.demo.page_tree import DemoPage
from cms.models import ContentPage, HomePage, SupervisorIndexPage, SupervisorPage, TermsPage
from cms.models.pages import Scene

PAGES: Final = (
    DemoPage("home", HomePage, {"nb": nb.HOME, "en": en.HOME}, scene=Scene.FJORD),
    DemoPage(
        "supervisors",
        SupervisorIndexPage,
        {"nb": nb.SUPERVISORS, "en": en.SUPERVISORS},
        in_menu=True,
        scene=Scene.CIRCLE,
    ),
    DemoPage(
        "ingrid",
        SupervisorPage,
        {"nb": nb.INGRID, "en": en.INGRID},
        parent="supervisors",
        picture="ingrid",
    ),
    DemoPage(
        "mikael",
        SupervisorPage,
        {"nb": nb.MIKAEL, "en": en.MIKAEL},
        parent="supervisors",
        picture="mikael",
    ),
    DemoPage(
        "aino",
        SupervisorPage,
        {"nb": nb.AINO, "en": en.AINO},
        parent="supervisors",
        picture="aino",
    ),
    DemoPage(
        "about",
        ContentPage,
        {"nb": nb.ABOUT, "en": en.ABOUT},
        in_menu=True,
        scene=Scene.MAP_TABLE,
    ),
    DemoPage(
        "contact",
        ContentPage,
        {"nb": nb.CONTACT, "en": en.CONTACT},
        in_menu=True,
        scene=Scene.ROOM,
    ),
    DemoPage("terms", TermsPage, {"nb": terms_nb.TERMS, "en": terms_en.TERMS}),
    DemoPage("privacy", ContentPage, {"nb": terms_nb.PRIVACY, "en": terms_en.PRIVACY}),
)
